/// One screen of the booth: what is on it, and what a key or a typed line makes of it. A value; it
/// neither draws nor reads.
///
/// The booth shows it as a page that is drawn again after each key, or, for screen readers, as
/// lines that are written once and answered by typing. Both use the same ``enter(_:)``, so
/// whatever can be done with arrows can be typed.
protocol BoothScreen {
  /// What the screen is for: a voter, a choice, nothing.
  associatedtype Outcome

  /// All of it, as it stands.
  var page: BoothPage { get }
  /// The same in the order in which it is to be heard.
  var spoken: [String] { get }
  /// What is said in linear mode after something has changed.
  var spokenChange: [String] { get }
  /// What `?` explains, paragraph by paragraph.
  var help: [String] { get }
  /// Whether and how typed lines are taken.
  var entry: BoothEntry { get }
  /// Whether `?`, `back` and the like are commands here.
  var commands: BoothCommands { get }
  /// `?` as the first key of a line asks for help.
  var asksWithMark: Bool { get }
  /// What was typed stays when it was not taken, to be typed on.
  var keepsLine: Bool { get }
  /// After so long something happens by itself: see ``lapse()``.
  var lifetime: Duration? { get }
  /// Whether somebody could have left in the middle of it.
  var isAttended: Bool { get }

  /// A key that is not part of a line, or begins one.
  mutating func press(_ key: BoothKey) -> BoothReaction<Outcome>
  /// A finished line; an empty one is Enter alone.
  mutating func enter(_ line: BoothLine) -> BoothReaction<Outcome>
  /// The line that is being typed is now this; not called where it is hidden.
  mutating func typing(_ text: String)
  /// How the line that is being typed is shown.
  func shown(_ text: String) -> String
  /// ``lifetime`` has passed since the last key.
  mutating func lapse() -> BoothReaction<Outcome>
}

extension BoothScreen {
  var spokenChange: [String] { [] }
  var lifetime: Duration? { nil }
  var isAttended: Bool { true }
  var commands: BoothCommands { .words }
  var asksWithMark: Bool { true }
  var keepsLine: Bool { false }
  mutating func press(_ key: BoothKey) -> BoothReaction<Outcome> { .ignored }
  mutating func typing(_ text: String) {}
  func shown(_ text: String) -> String { text }
  mutating func lapse() -> BoothReaction<Outcome> { .ignored }
}

/// What a key or a line came to.
enum BoothReaction<Outcome> {
  /// Not a key of this screen.
  case ignored
  case changed
  /// As `changed`; keys typed ahead were not meant for what comes now.
  case advanced
  /// Nothing changed, and why.
  case notice(String)
  case done(Outcome)
}

/// Whether a screen takes typed lines.
enum BoothEntry: Hashable, Sendable {
  /// Only Enter.
  case none
  /// The label before what is typed.
  case shown(String)
  /// The same, but nothing that is typed is shown, not even how much.
  case hidden(String)
  /// Every key is the screen's own: it is a sheet to write on. In linear mode, lines with a label.
  case sheet(String)

  var label: String {
    switch self {
    case .none: ""
    case .shown(let label), .hidden(let label), .sheet(let label): label
    }
  }

  var isHidden: Bool {
    if case .hidden = self { return true }
    return false
  }
}

/// How commands stand apart from answers in a typed line.
enum BoothCommands: Hashable, Sendable {
  /// There are none: everything that is typed is what was asked for.
  case none
  /// `?`, `back`, `clear`.
  case words
  /// The same after a slash, where anything else could be an answer.
  case slashed

  /// The command that a line is; nil: it is none.
  func command(in line: String) -> Command? {
    switch self {
    case .none: nil
    case .words: Command(rawValue: line.lowercased())
    case .slashed: line.first == "/" ? Command(rawValue: line.dropFirst().lowercased()) : nil
    }
  }

  enum Command: String {
    case help = "?"
    case back, clear
  }
}
