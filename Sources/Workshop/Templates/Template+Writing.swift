import ExerciseProtocol

extension Template {
  /// The text of a template's file: reads back as this template. Only its own steps are written;
  /// nothing is brought in.
  package var yaml: String {
    var text = TemplateText()
    text.line("charrette-template: 1")
    text.line("name: \(head.name)")
    text.member("title", head.title)
    text.member("summary", head.summary)
    text.line("phase: \(head.phase.rawValue)")
    let (least, most) = (head.people.lowerBound, head.people.upperBound)
    text.line("people: \(least == most ? "\(least)" : "\(least)-\(most)")")
    if let originator = head.originator { text.member("originator", originator) }
    if let licence = head.licence { text.member("licence", licence) }
    if !head.materials.isEmpty {
      text.line("materials:")
      for material in head.materials { text.line("  - \(material.yamlScalar)") }
    }
    text.line("agenda:")
    for (index, step) in steps.enumerated() { text.write(step, isFirst: index == 0) }
    return text.text
  }
}

/// The lines of a template's file.
private struct TemplateText {
  private(set) var text = ""

  mutating func line(_ line: String) { text += line + "\n" }

  mutating func member(_ name: String, _ value: String, indent: String = "") {
    line("\(indent)\(name): \(value.yamlScalar)")
  }

  private mutating func write(_ takes: Activity.Intake, indent: String) {
    guard case .activities(let names) = takes, names.count != 1 else {
      return member("takes", takes.text, indent: indent)
    }
    line("\(indent)takes:")
    for name in names { line("\(indent)  - \(name.rawValue.yamlScalar)") }
  }

  mutating func write(_ step: Template.Step, isFirst: Bool) {
    let indent = "    "
    if step.exercise == Activity.breakID {
      line("  - break: \(step.title.yamlScalar)")
    } else {
      line("  - exercise: \(step.exercise.yamlScalar)")
      member("title", step.title, indent: indent)
    }
    if let id = step.id { member("id", id, indent: indent) }
    if let focus = step.focus { member("focus", focus, indent: indent) }
    if let minutes = step.minutes { line("\(indent)minutes: \(minutes)") }
    // Nothing comes before the first.
    if step.exercise != Activity.breakID {
      if !isFirst || step.takes != .previous { write(step.takes, indent: indent) }
      if let aside = step.aside { line("\(indent)aside: \(aside ? "yes" : "no")") }
    }
    if case .object(let members) = step.settings, !members.isEmpty {
      line("\(indent)settings:")
      for setting in members {
        line("\(indent)  \(setting.name.yamlScalar): \(setting.value.typed.yamlScalar)")
      }
    }
    if let gives = step.gives { member("gives", gives, indent: indent) }
    guard !step.guide.isEmpty else { return }
    line("\(indent)guide:")
    for entry in step.guide {
      line("\(indent)  - \(entry.kind.rawValue): \(entry.text.yamlScalar)")
    }
  }
}

extension JSONValue {
  /// A setting's value as it is typed.
  fileprivate var typed: String {
    switch self {
    case .string(let text): text
    case .bool(let flag): flag ? "yes" : "no"
    case .array(let elements): elements.map(\.typed).joined(separator: ",")
    default: text()
    }
  }
}

extension String {
  /// As a scalar of YAML on one line: as it stands where nobody can take it for anything else, in
  /// double quotes where they could.
  var yamlScalar: String {
    isPlainYAML ? self : "\"" + unicodeScalars.map(\.yamlEscaped).joined() + "\""
  }

  private var isPlainYAML: Bool {
    guard let first = unicodeScalars.first, let last = unicodeScalars.last,
      first.properties.isAlphabetic || ("0"..."9").contains(first), last != " ", last != ":",
      unicodeScalars.allSatisfy(\.isPlainYAML)
    else { return false }
    return !contains(": ") && !contains(" #") && !Self.reserved.contains(lowercased())
  }

  private static let reserved: Set<String> = [
    "null", "true", "false", "yes", "no", "on", "off", "y", "n",
  ]
}

extension Unicode.Scalar {
  fileprivate var isPlainYAML: Bool {
    switch self {
    case "“", "”", "‘", "’", "…", "–", "·": true
    case " ", "!", "#", "$", "%", "'", "(", ")", "*", "+", "-", ".", "/", ":", ";", "=", "?", "@",
      "_", ",", "&":
      true
    default: ("0"..."9").contains(self) || properties.isAlphabetic && !properties.isWhitespace
    }
  }

  fileprivate var yamlEscaped: String {
    switch self {
    case "\"": "\\\""
    case "\\": "\\\\"
    case "\n": "\\n"
    case "\t": "\\t"
    case "\r": "\\r"
    // All that may stand in YAML text and ends no line, and no mark of a file's byte order.
    case " "..."~", "\u{A0}"..."\u{2027}", "\u{202A}"..."\u{D7FF}", "\u{E000}"..."\u{FEFE}",
      "\u{FF00}"..."\u{FFFD}", "\u{10000}"..."\u{10FFFF}":
      String(self)
    default: "\\U" + String(repeating: "0", count: 8 - hexadecimal.count) + hexadecimal
    }
  }

  private var hexadecimal: String { String(value, radix: 16, uppercase: true) }
}
