extension AnswerLimits {
  /// What a manifest may list of each kind: exercises, actions of one, fields, pieces of advice.
  public static let declared = 100
  /// Of a choice, and templates of a plugin.
  public static let choices = 1_000
}

extension Manifest {
  package func checkLimits() throws(Excess) {
    try Excess.check(
      lines: [id, name, version, summary, author, licence] + capabilities, "manifest's words")
    try Excess.check(count: capabilities.count, "capabilities", AnswerLimits.declared)
    try Excess.check(count: exercises.count, "exercises", AnswerLimits.declared)
    for exercise in exercises { try exercise.checkLimits() }
    try contributes.checkLimits()
  }
}

extension ExerciseDescription {
  fileprivate func checkLimits() throws(Excess) {
    try Excess.check(
      lines: [id, name, summary, lineAction ?? ""] + guidance, "words of the exercise")
    try Excess.check(count: guidance.count, "pieces of advice", AnswerLimits.declared)
    try Excess.check(count: actions.count, "actions", AnswerLimits.declared)
    try Excess.check(fields: settings)
    for action in actions {
      try Excess.check(lines: [action.name, action.summary] + action.examples, "action's words")
      try Excess.check(count: action.examples.count, "examples", AnswerLimits.declared)
      try Excess.check(fields: action.fields)
    }
  }
}

extension Contributions {
  fileprivate func checkLimits() throws(Excess) {
    try Excess.check(count: templates.count, "templates", AnswerLimits.choices)
    try Excess.check(lines: templates, "template's name")
    try Excess.check(count: sections.count, "sections", AnswerLimits.declared)
    for section in sections {
      try Excess.check(lines: [section.id, section.title, section.summary], "section's words")
    }
    try Excess.check(count: importers.count, "importers", AnswerLimits.declared)
    for importer in importers {
      try Excess.check(
        lines: [importer.id, importer.name, importer.summary] + importer.extensions,
        "importer's words")
      try Excess.check(count: importer.extensions.count, "extensions", AnswerLimits.declared)
      try Excess.check(fields: importer.fields)
    }
  }
}

extension Excess {
  fileprivate static func check(lines: [String], _ what: String) throws(Excess) {
    for line in lines { try check(line, what, AnswerLimits.line) }
  }

  fileprivate static func check(fields: [FieldDescription]) throws(Excess) {
    try check(count: fields.count, "fields", AnswerLimits.declared)
    for field in fields {
      try check(lines: [field.name, field.summary], "field's words")
      if let value = field.defaultValue {
        let length = value.serialized().count
        guard length <= AnswerLimits.text else {
          throw Excess("default", length, limit: AnswerLimits.text, isLength: true)
        }
      }
      guard case .choice(let names) = field.type else { continue }
      try check(count: names.count, "choices", AnswerLimits.choices)
      try check(lines: names, "choice")
    }
  }
}
