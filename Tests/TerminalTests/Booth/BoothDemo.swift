import Glibc
import TerminalTesting

/// A booth on a pseudo-terminal, with the ballots that were cast and a clock to turn.
final class BoothDemo {
  let terminal: PseudoTerminal
  private let folder: TemporaryFolder

  static let word = "birch 42"
  static let sizes = [(80, 24), (120, 40)]

  /// Opens the booth with its word, up to the waiting screen.
  init(
    _ arguments: [String] = [], columns: Int = 80, rows: Int = 24,
    environment: [String: String?] = [:]
  ) throws {
    folder = try TemporaryFolder()
    try folder.write("0", to: "clock")
    let files = ["--box", folder["box"], "--clock", folder["clock"]]
    terminal = try .spawn(
      PseudoTerminal.builtProduct("booth-demo"), arguments: files + arguments,
      environment: environment, columns: columns, rows: rows)
    try terminal.waitFor("The word (nothing is shown):")
    try terminal.send(Self.word + "\r")
    try terminal.waitFor("Once more (nothing is shown):")
    try terminal.send(Self.word + "\r")
    try terminal.waitFor("ballots are in the box")
  }

  /// What is in the box, a line of JSON for each ballot.
  var box: [String] { folder.read("box")?.split(separator: "\n").map(String.init) ?? [] }

  /// Time passes: so many seconds since the beginning.
  func turnClock(to seconds: Int) throws {
    try folder.write("\(seconds)", to: "clock.new")
    guard rename(folder["clock.new"], folder["clock"]) == 0 else {
      throw TerminalFailure("cannot turn the clock")
    }
  }

  /// Answers one screen after the other: waits for the text, then types the keys.
  func go(_ steps: (String, String)...) throws {
    for (text, keys) in steps {
      try waitFor(text)
      try send(keys)
    }
  }

  /// How much had been written when the last keys were sent: what is waited for comes after it.
  private var mark = 0
  /// What the booth said before those keys, where they were several: the first of them has the same
  /// screen drawn anew, while the last leads on.
  private var saidBefore = ""

  func send(_ keys: String) throws {
    guard !keys.isEmpty else { return }
    let isOneKey = keys.count == 1 || keys.hasPrefix("\u{1B}")
    saidBefore = isOneKey ? "" : lastPage
    mark = terminal.output.count
    try terminal.send(keys)
  }

  /// What was drawn last, from the first line down; nothing where lines only follow one another.
  private var lastPage: String {
    let written = terminal.output[mark...]
    guard let start = written.ranges(of: Array("\u{1B}[H".utf8)).last else { return "" }
    return Self.words(of: written[start.lowerBound...])
  }

  /// Waits until the booth has written a text since the last keys, however it is wrapped. What
  /// the screen before said too tells nothing: keys that follow it may come too early, and are
  /// forgotten.
  func waitFor(_ text: String) throws {
    guard text.isEmpty || !saidBefore.contains(text) else {
      throw TerminalFailure("“\(text)” stood on the screen before as well")
    }
    try terminal.waitUntil("the booth says “\(text)”") { [terminal, mark] _ in
      Self.words(of: terminal.output[mark...]).contains(text)
    }
    saidBefore = ""
  }

  /// What was written, without control sequences, with one space for each gap.
  static func words(of output: some Collection<UInt8>) -> String {
    let text = String(decoding: output, as: UTF8.self)
      .replacing(/\u{1B}\[[0-9;?]*[A-Za-z]/, with: "")
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// From the waiting screen to Ann's first question.
  func comeIn(as name: String = "ann") throws {
    try go(("Press Enter to ", "\r"), ("Who are you?", name + "\r"), ("Welcome, ", "\r"))
  }

  /// From the review of so many questions to thanks.
  func cast(questions: Int) throws {
    try go(
      ("Nothing has been handed in yet.", "\(questions + 1)\r"), ("Cast this ballot? ", "2\r"))
    try waitFor("Thank you.")
  }

  /// Everything that can be seen, by scrolling up too.
  var visible: String {
    (terminal.screen.scrollback + terminal.screen.lines).joined(separator: "\n")
  }
}

enum Press {
  static let down = "\u{1B}[B"
  static let up = "\u{1B}[A"
  static let right = "\u{1B}[C"
  static let left = "\u{1B}[D"
  static let end = "\u{1B}[F"
}
