package import ExerciseProtocol

/// One value that a command takes: from this one declaration come help, completion, the form's
/// question, checking with its messages, and the scripting form.
package struct Parameter: Hashable, Sendable {
  package var name: String
  package var kind: Kind
  package var summary: String
  package var isRequired: Bool
  /// Given as `name=value` only.
  package var isOption: Bool
  /// Whether nothing may be given for it (`focus=`), which takes away what there was.
  package var mayBeEmpty: Bool
  /// Points, each of which must be typed: a card by itself is none.
  package var isNumbered = false
  /// Of a text: what may stand in it before `@Name`, see ``FieldDescription``.
  package var beforeName: [String] = []
  /// Of a person: several may be named.
  package var isSeveral = false

  package enum Kind: Hashable, Sendable {
    /// What exercises may ask for too.
    case field(FieldType)
    case session, template, exercise, activity, command, plugin, step
    /// Minutes: `20`; `+5` and `-5` change what is there.
    case minutes
    /// Names with commas between.
    case names
    /// One file or several, a word each.
    case files
  }

  package init(
    _ name: String, _ kind: Kind, _ summary: String, isRequired: Bool = false,
    isOption: Bool = false, mayBeEmpty: Bool = false
  ) {
    self.name = name
    self.kind = kind
    self.summary = summary
    self.isRequired = isRequired
    self.isOption = isOption
    self.mayBeEmpty = mayBeEmpty
  }

  package init(_ field: FieldDescription) {
    self.init(field.name, .field(field.type), field.summary, isRequired: field.isRequired)
    isNumbered = field.isNumbered
    beforeName = field.beforeName
    isSeveral = field.isSeveral
  }

  /// Whether it takes the rest of the line as it stands.
  package var takesRest: Bool {
    isProse || !isOption && [.activity, .template].contains(kind)
  }

  /// Whether it is in people's own words, so that a question mark at its end belongs to it.
  package var isProse: Bool { !isOption && [.field(.text), .names, .session].contains(kind) }
}

extension Parameter {
  /// Whose action it is, where somebody must be named and nobody was.
  package static let actor = Parameter(
    "who", .field(.person), "Who is it? A name from the roster", isRequired: true)

  /// The same, where a name was typed that could be one person's or another's.
  package static func actor(_ doubt: NameDoubt) -> Parameter {
    let choices = doubt.choices.enumerated().map { "\($0 + 1) \($1)" }
    return Parameter(
      actor.name, actor.kind,
      "Who is “\(doubt.typed)”? \(choices.joined(separator: ", ")). Type the number, or a name",
      isRequired: true)
  }

  /// Whether it asks whose action it is.
  package var isActor: Bool { name == Parameter.actor.name && kind == Parameter.actor.kind }
}

/// A command with the values that were given for it.
package struct Invocation: Hashable, Sendable {
  package var command: CommandName
  /// By parameter name, in their JSON forms.
  package var arguments: Arguments
  /// Whose contribution it is, by `@Name`.
  package var actor: ParticipantID?
  /// A person who is named by `@Name` and not yet on the roster: joins with the contribution.
  package var newcomer: String?
  /// The word that was typed for everybody or a part in the room, such as `@all`: nobody's name.
  package var nobody: String?
  /// A name that could be one person's or another's: to be asked.
  package var doubt: NameDoubt?
  /// Who is named beside whoever it is by, where several people can be: `@Liz, @Tom: …`.
  package var alsoNamed: [NameReading.Who] = []
  /// Whether a backslash says that the first word is no tag.
  package var isEscaped = false
  /// How what can be read in several ways was taken, for the person who typed it.
  package var readings: [String] = []

  package init(
    command: CommandName, arguments: Arguments = Arguments(), actor: ParticipantID? = nil,
    newcomer: String? = nil
  ) {
    self.command = command
    self.arguments = arguments
    self.actor = actor
    self.newcomer = newcomer
  }
}

/// What can be typed after a slash.
package enum CommandName: Hashable, Sendable {
  /// One of the kit's own.
  case own(String)
  /// An action of the current activity's exercise.
  case action(String)

  package var text: String {
    switch self {
    case .own(let name), .action(let name): name
    }
  }
}

/// Values by parameter name, in their JSON forms, checked against their declarations.
package struct Arguments: Hashable, Sendable {
  private var values: [String: JSONValue] = [:]

  package init() {}

  package subscript(name: String) -> JSONValue? {
    get { values[name] }
    set { values[name] = newValue }
  }

  package func text(_ name: String) -> String? {
    if case .string(let text) = values[name] { text } else { nil }
  }

  package func integer(_ name: String) -> Int? {
    if case .integer(let integer) = values[name] { integer } else { nil }
  }

  package func strings(_ name: String) -> [String] {
    guard case .array(let elements) = values[name] else { return [] }
    return elements.compactMap { if case .string(let text) = $0 { text } else { nil } }
  }

  package var isEmpty: Bool { values.isEmpty }
  /// Of what was given, sorted.
  package var names: [String] { values.keys.sorted() }

  /// All values as an object, in the order of `parameters`.
  package func json(_ parameters: [Parameter]) -> JSONValue {
    .object(
      parameters.compactMap { parameter in
        values[parameter.name].map { .init(parameter.name, $0) }
      })
  }
}
