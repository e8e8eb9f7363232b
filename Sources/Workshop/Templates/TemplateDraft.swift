package import ExerciseProtocol

/// A template as its file has it.
package struct TemplateDraft: Hashable, Sendable {
  package var head: Template.Head
  package var parts: [Part]
  /// Where its name stands.
  package var place: TemplatePlace

  /// What stands on its agenda.
  package enum Part: Hashable, Sendable {
    case step(Template.Step)
    case template(Reference)
  }

  /// All steps of another template, in place.
  package struct Reference: Hashable, Sendable {
    package var name: String
    package var place: TemplatePlace
    /// What its first step takes instead.
    package var takes: Activity.Intake?
    /// What its only step has instead.
    package var title: String?
    package var focus: String?
    package var minutes: Int?
    package var settings: JSONValue
    package var settingPlaces: [String: TemplatePlace]
    /// What is done and said before its only step's own.
    package var guide: [Guidance]

    /// Whether it changes what only a single step can have.
    var changesStep: Bool {
      title != nil || focus != nil || minutes != nil || settings != .object([]) || !guide.isEmpty
    }
  }
}
