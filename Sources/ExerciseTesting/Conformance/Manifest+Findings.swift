import ExerciseKit

extension Manifest {
  /// What is wrong with what a plugin says of itself.
  var findings: [Finding] {
    var findings: [Finding] = []
    let again = try? Manifest(json: json, path: "manifest")
    if again != self {
      findings.append(Finding(.manifestRoundTrips, on: "manifest", "it reads back as another"))
    }
    if id.isEmpty || !id.allSatisfy({ $0.isLowerASCII || $0 == "." }) {
      findings.append(Finding(.namesAreKebabCase, on: "manifest", "the plugin's id is “\(id)”"))
    }
    findings += exercises.map(\.id).nameFindings(on: "manifest")
    return findings + exercises.flatMap(\.findings)
  }
}

extension ExerciseDescription {
  fileprivate var findings: [Finding] {
    var findings = actions.map(\.name).nameFindings(on: id)
    if name.isBlank || summary.isBlank {
      findings.append(Finding(.fieldsAreDescribed, on: id, "it has no name or no summary"))
    }
    if let lineAction, !actions.contains(where: { $0.name == lineAction }) {
      findings.append(
        Finding(.lineActionExists, on: id, "a plain line is “\(lineAction)”, which is no action"))
    }
    findings += settings.findings(on: "\(id) settings")
    return findings + actions.flatMap { $0.findings(on: "\(id) \($0.name)") }
  }
}

extension ActionDescription {
  fileprivate func findings(on subject: String) -> [Finding] {
    var findings = fields.findings(on: subject)
    if summary.isBlank {
      findings.append(Finding(.fieldsAreDescribed, on: subject, "the action has no summary"))
    }
    if examples.isEmpty {
      findings.append(Finding(.actionsHaveExamples, on: subject, "it has no example"))
    }
    for example in examples where example.split(separator: " ").first.map(String.init) != name {
      findings.append(
        Finding(.actionsHaveExamples, on: subject, "“\(example)” begins with another word"))
    }
    return findings
  }
}

extension [FieldDescription] {
  fileprivate func findings(on subject: String) -> [Finding] {
    var findings = map(\.name).nameFindings(on: subject)
    for field in self where field.summary.isBlank {
      findings.append(Finding(.fieldsAreDescribed, on: subject, "“\(field.name)” has no summary"))
    }
    for field in self where field.isRequired && field.defaultValue != nil {
      findings.append(
        Finding(.fieldsAreDescribed, on: subject, "“\(field.name)” is required and has a default"))
    }
    for field in self where !field.type.isBounded {
      findings.append(
        Finding(
          .numbersAreBounded, on: subject,
          "“\(field.name)” is \(field.type.isChoice ? "a choice of nothing" : "any number at all")")
      )
    }
    for field in self where field.defaultValue.map(field.type.takes) == false {
      findings.append(
        Finding(
          .defaultsFit, on: subject,
          "“\(field.name)” has the default \(field.defaultValue?.text() ?? ""), which it refuses"))
    }
    return findings
  }
}

extension [String] {
  /// Names that nobody could type, or that two things have.
  fileprivate func nameFindings(on subject: String) -> [Finding] {
    var seen: Set<String> = []
    return flatMap { name in
      var findings: [Finding] = []
      if !name.isKebabCase {
        findings.append(Finding(.namesAreKebabCase, on: subject, "“\(name)” is not kebab case"))
      }
      if !seen.insert(name).inserted {
        findings.append(Finding(.namesAreUnique, on: subject, "“\(name)” is there twice"))
      }
      return findings
    }
  }
}

extension String {
  /// `dot-voting`: small letters and digits, a letter first, single hyphens between.
  fileprivate var isKebabCase: Bool {
    guard let first, first.isLetter, last != "-", !contains("--") else { return false }
    return allSatisfy(\.isLowerASCII)
  }

  fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}

extension Character {
  /// A small letter of ASCII, a digit, or a hyphen.
  fileprivate var isLowerASCII: Bool {
    ("a"..."z").contains(self) || ("0"..."9").contains(self) || self == "-"
  }
}
