import ExerciseProtocol

/// One of the kit's own commands: what it is called and takes, its help, and what it does. Each has
/// a file of its own in Commands/.
struct Command: Sendable {
  var shape: CommandShape
  /// Whether it gives way to an action of that name, and only says that there is none.
  var standsInForAction = false
  var run: @Sendable (Desk, Invocation) throws(Problem) -> Response

  init(
    _ name: String, _ summary: String, group: CommandGroup, parameters: [Parameter] = [],
    examples: [String] = [], details: [String] = [], standsInForAction: Bool = false,
    isPrivate: Bool = false, attribution: Attribution = .none,
    kindAfter: [String: Parameter.Kind] = [:],
    subwords: Subwords? = nil,
    run: @escaping @Sendable (Desk, Invocation) throws(Problem) -> Response
  ) {
    shape = CommandShape(
      name: .own(name), summary: summary, group: group, parameters: parameters,
      examples: examples, details: details, attribution: attribution, isPrivate: isPrivate)
    shape.kindAfter = kindAfter
    shape.subwords = subwords
    self.standsInForAction = standsInForAction
    self.run = run
  }

  /// Every command, in the order in which help lists them.
  static let all: [Command] = [
    .start, .next, .back, .goto, .time, .guide, .agenda, .show, .wall, .cards, .tag, .edit, .by,
    .merge, .hide, .unhide, .delete, .import, .undo, .redo, .log, .people, .speaker, .pick, .groups,
    .energy, .park,
    .note, .vote, .outcome, .carry, .report, .templates, .new, .open, .sessions, .series, .saveAs,
    .plugins, .help, .quit,
  ]

  static func named(_ name: String) -> Command? { all.first { $0.shape.name.text == name } }

  /// The command that somebody may want who types a word alone, as in other programs. Here such a
  /// line is a contribution, and stays one: whoever meant it so must not be stopped.
  static func meant(by line: String) -> String? {
    let usual = [
      "help": "help", "quit": "quit", "exit": "quit", "next": "next", "back": "back",
      "undo": "undo",
    ]
    return usual[line.withoutAt.lowercased().filter { !$0.isWhitespace }]
  }
}
