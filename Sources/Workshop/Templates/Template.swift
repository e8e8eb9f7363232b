package import ExerciseProtocol

/// A recipe for an agenda. Data: it comes from a YAML file of a plugin or of the facilitator's own.
///
/// This is one that can be used: what it brings in of other templates is in place. As its file has
/// it, it is a ``TemplateDraft``.
package struct Template: Hashable, Sendable {
  package var head: Head
  /// All of them in order, those of other templates in place.
  package var steps: [Step]
  package var origin: Origin
  /// Where it was read from.
  package var file: String?

  package init(head: Head, steps: [Step], origin: Origin, file: String? = nil) {
    self.head = head
    self.steps = steps
    self.origin = origin
    self.file = file
  }

  /// What a template says of itself.
  package struct Head: Hashable, Sendable {
    /// In kebab case, and the name of its file: `how-might-we`.
    package var name: String
    package var title: String
    package var summary: String
    package var phase: Phase
    /// The size of the groups that it is made for.
    package var people: ClosedRange<Int>
    /// Who invented the method, and where it is described.
    package var originator: String?
    /// Of the method's description, and of the template's own words.
    package var licence: String?
    package var materials: [String]

    package init(
      name: String, title: String, summary: String, phase: Phase, people: ClosedRange<Int>,
      originator: String? = nil, licence: String? = nil, materials: [String] = []
    ) {
      self.name = name
      self.title = title
      self.summary = summary
      self.phase = phase
      self.people = people
      self.originator = originator
      self.licence = licence
      self.materials = materials
    }
  }

  /// The part of a design process in which a method is used.
  package enum Phase: String, CaseIterable, Sendable {
    case begin, discover, define, develop, deliver, reflect
    /// A composite over several phases.
    case whole
  }

  /// An activity as the recipe has it.
  package struct Step: Hashable, Sendable {
    package var exercise: String
    package var title: String
    package var focus: String?
    package var minutes: Int?
    /// Activities that it names stand in it by what the file calls them: a title, or an id.
    package var takes: Activity.Intake
    /// What other steps may call it, besides its title.
    package var id: String?
    /// Whether cards pass it by; nil: as its title tells.
    package var aside: Bool?
    /// As they are typed: every value is a string.
    package var settings: JSONValue
    /// What comes out of it, in a line.
    package var gives: String?
    package var guide: [Guidance]
    /// The template that has it in its file.
    package var template: String
    /// Where it stands, for whoever has to mend it.
    package var place: TemplatePlace
    /// Where it names those that it takes from; nil where it names none.
    package var takesPlace: TemplatePlace?
    /// Where its settings stand, by name.
    package var settingPlaces: [String: TemplatePlace]
  }

  /// Whose it is. Who comes first wins, where two have one name.
  package enum Origin: Int, Comparable, Sendable {
    /// The facilitator's own.
    case own
    /// A plugin's.
    case shipped

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  package var name: String { head.name }
  package var title: String { head.title }

  /// Minutes of all its steps.
  package var minutes: Int { steps.reduce(0) { $0 + ($1.minutes ?? 0) } }

  /// `3 steps, 45 min`.
  package var extent: String {
    steps.count.counted("step", "steps") + (minutes > 0 ? ", \(minutes.minutesText)" : "")
  }
}
