import Glibc
import TerminalTesting
import TestSupport
import Testing

/// Where one test's charrette lives: its sessions, its caches, its home; nothing of the tester's
/// own machine. Starts the real program, on a terminal or on pipes.
final class House {
  let folder: TemporaryFolder
  let program: String

  init() throws {
    folder = try TemporaryFolder()
    program = try #require(BuildProducts.program("charrette"))
  }

  var sessions: String { folder["Sessions"] }

  /// The same for every program here; those of a terminal get `TERM` besides.
  var environment: [String: String] {
    [
      "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "INPUTRC": "/dev/null",
      "TERM": "xterm-256color", "HOME": folder["home"], "XDG_DATA_HOME": folder["data"],
      "XDG_STATE_HOME": folder["state"], "XDG_CACHE_HOME": folder["cache"],
    ]
  }

  /// The program on a terminal of its own.
  func terminal(
    _ arguments: [String] = [], environment more: [String: String?] = [:], columns: Int = 80,
    rows: Int = 24
  ) throws -> PseudoTerminal {
    let variables = environment.mapValues { Optional($0) }.merging(more) { $1 }
    return try .spawn(
      program, arguments: arguments + ["--sessions", sessions], environment: variables,
      columns: columns, rows: rows)
  }

  /// The program on pipes, from its beginning to its end.
  func run(
    _ arguments: [String] = [], input: String = "", environment more: [String: String?] = [:]
  ) throws -> Finished {
    try run(arguments, bytes: Array(input.utf8), environment: more)
  }

  func run(
    _ arguments: [String], bytes: [UInt8], environment more: [String: String?] = [:]
  ) throws -> Finished {
    let child = try start(arguments, environment: more)
    return try child.finish(feeding: bytes)
  }

  /// The program on pipes, still running.
  func start(
    _ arguments: [String] = [], environment more: [String: String?] = [:]
  ) throws -> Child {
    var variables = environment
    for (name, value) in more { variables[name] = value }
    return try Child(
      program, arguments + ["--sessions", sessions], environment: variables)
  }

  /// The program started by a shell, for limits that only a shell can set; `"$@"` in `script` is
  /// the program and its arguments.
  func shell(_ script: String, _ arguments: [String]) throws -> Child {
    try Child(
      "/bin/sh", ["-c", script, "sh", program] + arguments + ["--sessions", sessions],
      environment: environment)
  }

  /// Runs lines that must succeed.
  @discardableResult func prepare(_ lines: String...) throws -> Finished {
    let done = try run(input: lines.map { $0 + "\n" }.joined())
    guard done.status == 0 else { throw TerminalFailure("cannot prepare: \(done)") }
    return done
  }

  /// A session with one discussion, begun, its clock stopped so that the prompt stands still.
  @discardableResult func prepareDiscussion(
    _ name: String = "Day", _ lines: String...
  ) throws -> Finished {
    let begin = ["/new \(name)", "/agenda add discussion Talk", "/start", "/time pause"]
    let done = try run(input: (begin + lines).map { $0 + "\n" }.joined())
    guard done.status == 0 else { throw TerminalFailure("cannot prepare: \(done)") }
    return done
  }

  /// A file of any bytes in the test's folder.
  func write(_ bytes: [UInt8], to name: String) throws {
    let file = try #require(fopen(folder[name], "w"))
    fwrite(bytes, 1, bytes.count, file)
    guard fclose(file) == 0 else { throw TerminalFailure("\(name): errno \(errno)") }
  }

  /// The bytes of a file, by its path.
  func bytes(of path: String) throws -> [UInt8] {
    let file = try #require(fopen(path, "r"), "\(path)")
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer[..<count]
    }
    return bytes
  }

  func journal(_ name: String = "Day") -> String {
    folder.read("Sessions/\(name).journal.jsonl") ?? ""
  }

  /// What another terminal does meanwhile, in its own process.
  @discardableResult func meanwhile(_ lines: String..., in name: String = "Day") throws -> Finished
  {
    let done = try run([name], input: lines.map { $0 + "\n" }.joined())
    guard done.status == 0 else { throw TerminalFailure("meanwhile: \(done)") }
    return done
  }
}

extension PseudoTerminal {
  /// The prompt of ``House/prepareDiscussion(_:_:)``, and nothing typed.
  static let prompt = "1/1 Talk 0:00, paused ›"

  /// Waits until the last line is the prompt with just this typed, so far as it fits a row.
  func waitForPrompt(_ typed: String = "") throws {
    let line = typed.isEmpty ? Self.prompt : "\(Self.prompt) \(typed)"
    try waitUntil("the prompt stands with “\(typed)” alone") { screen in
      screen.unwrappedText.hasSuffix("\n" + line) || screen.unwrappedText == line
    }
  }

  /// ^L: the prompt alone is left.
  func clear() throws {
    try send("\u{C}")
    try waitUntil("the screen is clear") { $0.text == Self.prompt }
  }

  /// Types a line and waits for the prompt after it; a line that failed stands there again.
  func enter(_ line: String) throws {
    let before = screen.scrollback.count + screen.cursor.row
    // One that stands there already is typed over.
    let stands = screen.unwrappedText.hasSuffix("\n\(Self.prompt) \(line)")
    let times = screen.times(ofPromptWith: line) - (stands ? 1 : 0)
    try send(line + "\r")
    try waitUntil("the prompt after “\(line)”") { screen in
      screen.scrollback.count + screen.cursor.row > before
        && screen.isPrompt(after: line, times: times)
    }
  }

  /// Waits for the prompt after a line that was typed, as the first of its kind.
  func waitForPrompt(after line: String) throws {
    try waitUntil("the prompt after “\(line)”") { $0.isPrompt(after: line, times: 0) }
  }
}

extension Screen {
  fileprivate func times(ofPromptWith line: String) -> Int {
    unwrappedText.ranges(of: "\(PseudoTerminal.prompt) \(line)").count
  }

  /// - Parameter times: how often the line stood at a prompt before it was typed.
  fileprivate func isPrompt(after line: String, times: Int) -> Bool {
    let text = unwrappedText
    if text.hasSuffix("\n" + PseudoTerminal.prompt) { return true }
    // Where it was typed it stands too; twice only where it came back.
    return text.hasSuffix("\n\(PseudoTerminal.prompt) \(line)")
      && self.times(ofPromptWith: line) > times + 1
  }

  /// The text with its line breaks and indents as single blanks, for sentences that may be wrapped
  /// anywhere.
  var words: String { unwrappedText.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
