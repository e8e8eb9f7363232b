package import ExerciseProtocol

/// What a check found: every rule with its verdict. A value; how it looks is in `Wording`.
package struct CheckReport: Hashable, Sendable {
  /// As it was asked for.
  package var path: String
  package var library: String
  /// Its id and version; nil where it could not tell.
  package var plugin: Plugin?
  package var results: [Result]
  /// What was changed, in words.
  package var mended: [String] = []

  package struct Plugin: Hashable, Sendable {
    package var id: String
    package var version: String

    package init(id: String, version: String) { (self.id, self.version) = (id, version) }
  }

  package struct Result: Hashable, Sendable {
    package var id: String
    package var verdict: Verdict

    package init(id: String, verdict: Verdict) { (self.id, self.verdict) = (id, verdict) }
  }

  package init(path: String, library: String, plugin: Plugin?, results: [Result]) {
    (self.path, self.library, self.plugin, self.results) = (path, library, plugin, results)
  }

  /// Whether the plugin can be relied on: warnings may be.
  package var passes: Bool {
    results.allSatisfy { result in
      if case .judged = result.verdict { !result.verdict.hasError } else { false }
    }
  }
}

extension CheckReport {
  /// Runs every rule. Each starts the plugin afresh, as often as it needs to.
  package init(on subject: Subject, called path: String, rules: [CheckRule] = CheckRule.all) {
    self.init(
      path: path, library: subject.place.library,
      plugin: subject.manifest.map { Plugin(id: $0.id, version: $0.version) },
      results: rules.map { Result(id: $0.id, verdict: $0.verdict(on: subject)) })
  }
}

extension CheckReport {
  /// The form that `report.schema.json` describes.
  package var json: JSONValue {
    [
      "plugin-check": 1, "path": .string(path), "library": .string(library),
      "plugin": plugin.map { .string($0.id) }, "version": plugin.map { .string($0.version) },
      "passes": .bool(passes), "mended": .list(mended), "rules": .array(results.map(\.json)),
    ]
  }
}

extension CheckReport.Result {
  /// `passed`, `warned`, `failed` or `not-judged`.
  package var outcome: String {
    switch verdict {
    case .notJudged: "not-judged"
    case .judged: verdict.hasError ? "failed" : verdict.has(.warning) ? "warned" : "passed"
    }
  }

  fileprivate var json: JSONValue {
    let rule = CheckRule.called(id)
    var because: JSONValue?
    if case .notJudged(let reason) = verdict { because = .string(reason) }
    let findings = verdict.breaches.map { breach -> JSONValue in
      [
        "severity": .string(breach.severity.rawValue), "on": .string(breach.subject),
        "what": .string(breach.what), "fixable": breach.repair == nil ? nil : true,
      ]
    }
    return [
      "id": .string(id), "title": rule.map { .string($0.title) }, "outcome": .string(outcome),
      "because": because,
      "mend": outcome == "passed" || findings.isEmpty ? nil : rule.map { .string($0.mend) },
      "findings": findings.isEmpty ? nil : .array(findings),
    ]
  }
}
