extension CheckReport {
  /// The report for people: a line for each rule, what was found under it, and the sum.
  ///
  /// - Parameters:
  ///   - columns: how wide a line may be.
  ///   - usesUnicode: whether ✓ and ✗ can be shown; the words say the same.
  package func text(columns: Int, usesUnicode: Bool) -> String {
    let name = plugin.map { "\($0.id) \($0.version), " } ?? ""
    var lines = ["Checking \(name)\(library)", ""]
    for result in results { lines += result.lines(columns, usesUnicode) }
    if !mended.isEmpty {
      lines += ["", "Mended:"] + mended.flatMap { $0.wrapped(to: columns, indent: "  ") }
    }
    return (lines + [""] + sum.wrapped(to: columns, indent: "")).map { $0 + "\n" }.joined()
  }

  private var sum: String {
    func count(_ outcome: String) -> Int { results.count { $0.outcome == outcome } }
    let parts = [
      (count("passed"), "passed"), (count("warned"), "passed with a warning"),
      (count("failed"), "failed"), (count("not-judged"), "not judged"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    let sum = "\(results.count) rules: \(parts.joined(separator: ", "))."
    let fixable = results.flatMap(\.verdict.breaches).contains { $0.repair != nil }
    let hints = [
      fixable ? "--fix mends what needs no judgement." : nil,
      results.first { $0.outcome == "failed" }.map { "--explain \($0.id) says more." },
    ].compactMap(\.self)
    return hints.isEmpty ? sum : "\(sum) Hint: \(hints.joined(separator: " "))"
  }
}

extension CheckReport.Result {
  fileprivate func lines(_ columns: Int, _ usesUnicode: Bool) -> [String] {
    let rule = CheckRule.called(id)
    var lines = "\(sign(usesUnicode)) \(id) \(word): \(rule?.title ?? "")"
      .wrapped(to: columns, indent: "", hanging: "        ")
    if case .notJudged(let reason) = verdict {
      lines += "Because \(reason).".wrapped(to: columns, indent: "        ")
    }
    for breach in verdict.breaches {
      lines += "- \(breach.severity.word)\(breach.subject): \(breach.what)"
        .wrapped(to: columns, indent: "        ", hanging: "          ")
    }
    if outcome == "failed" || outcome == "warned", let rule {
      lines += "Hint: \(rule.mend)".wrapped(to: columns, indent: "        ")
    }
    return lines
  }

  private var word: String { outcome == "not-judged" ? "not judged" : outcome }

  private func sign(_ usesUnicode: Bool) -> String {
    switch outcome {
    case "passed": usesUnicode ? "✓" : "+"
    case "failed": usesUnicode ? "✗" : "x"
    case "warned": "!"
    default: usesUnicode ? "–" : "-"
    }
  }
}

extension Severity {
  /// In front of a finding.
  fileprivate var word: String {
    switch self {
    case .error: ""
    case .warning: "Warning: "
    case .note: "Note: "
    }
  }
}

extension CheckRule {
  /// Everything about the rule, for `--explain`.
  package func explanation(columns: Int) -> String {
    let parts: [[String]] = [
      "\(id): \(title).".wrapped(to: columns, indent: ""),
      "Why: \(reason)".wrapped(to: columns, indent: ""),
      "Mend: \(mend)".wrapped(to: columns, indent: ""),
      ["For example:", ""]
        + example.split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.isEmpty ? "" : "  \($0)" },
      "A breach is \(severity == .error ? "an error" : "a warning")."
        .wrapped(to: columns, indent: ""),
    ]
    return parts.map { $0.map { $0 + "\n" }.joined() }.joined(separator: "\n")
  }
}

extension String {
  /// Broken at spaces into lines of at most `columns`; a longer word stands alone. Line breaks that
  /// are in it stay.
  func wrapped(to columns: Int, indent: String, hanging: String? = nil) -> [String] {
    var lines: [String] = []
    for part in split(separator: "\n", omittingEmptySubsequences: false) {
      var line = lines.isEmpty ? indent : hanging ?? indent
      var isFresh = true
      for word in part.split(separator: " ") {
        if !isFresh, line.count + 1 + word.count > columns {
          lines.append(line)
          line = hanging ?? indent
          isFresh = true
        }
        line += isFresh ? String(word) : " \(word)"
        isFresh = false
      }
      lines.append(line)
    }
    return lines
  }
}
