import Glibc
import TerminalTesting
import TestSupport
import Testing

/// A host that was stopped while it had the session's lock in hand: everybody else goes on reading,
/// is told who it is, and leaves when they like.
@Suite(.timeLimit(.minutes(3))) struct StoppedHostTests {
  /// A process that has written a line and stopped before the disk confirmed it.
  private final class StoppedHost {
    let process: pid_t
    private var isGone = false
    private static let joined =
      #"{"type":"participant.joined","participant":"#
      + #"{"id":"p1","name":"Zoë","role":"participant"}}"#

    init(_ house: House, _ session: String = "Day") throws {
      let program = try #require(BuildProducts.program("append-events"))
      let words =
        [program, house.sessions, session, "0000000000000009", "1", "stop", Self.joined]
        .map { (word: String) in strdup(word) } + [nil]
      defer { for word in words { free(word) } }
      var actions = posix_spawn_file_actions_t()
      posix_spawn_file_actions_init(&actions)
      defer { posix_spawn_file_actions_destroy(&actions) }
      posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
      var child: pid_t = 0
      let failure = posix_spawn(&child, program, &actions, nil, words, environ)
      try #require(failure == 0)
      process = child
      var status: CInt = 0
      while waitpid(child, &status, WUNTRACED) < 0, errno == EINTR {}
      try #require(status & 0xFF == 0x7F, "it stopped itself")
    }

    func end() {
      guard !isGone else { return }
      isGone = true
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }

    deinit { end() }
  }

  private func house() throws -> House {
    let house = try House()
    try house.prepareDiscussion("Day", "first", "second")
    return house
  }

  @Test func aTerminalThatIsOpenGoesOn() throws {
    let house = try house()
    let terminal = try house.terminal(["Day"])
    try terminal.waitForPrompt()
    let host = try StoppedHost(house)
    // What it has written is there to be read.
    try terminal.waitFor("Zoë joined")
    try terminal.waitForPrompt()
    try terminal.enter("third")
    let words = terminal.screen.words
    #expect(words.contains("NOT saved: process \(host.process) (append-events) "), "\(words)")
    #expect(words.contains("to the session"))
    #expect(words.contains("and is stopped."))
    #expect(words.contains("kill -CONT \(host.process)"))
    // Reading, keys, and what was typed.
    try terminal.enter("/cards")
    try terminal.waitFor("2 cards")
    try terminal.send("half a li")
    try terminal.waitForPrompt("half a li")
    try terminal.send("\u{3}")
    try terminal.waitForPrompt()
    host.end()
    try terminal.send("\u{1B}[A\u{1B}[A")
    try terminal.waitForPrompt("third")
    try terminal.send("\r")
    try terminal.waitFor("✓ c3")
    try terminal.send("/quit\r")
    #expect(try terminal.waitForExit() == .status(0))
    #expect(house.journal().contains("third"))
  }

  @Test(arguments: ["/quit\r", "\u{4}", "TERM"])
  func aTerminalThatIsOpenCanBeLeft(way: String) throws {
    let house = try house()
    let terminal = try house.terminal(["Day"])
    try terminal.waitForPrompt()
    let host = try StoppedHost(house)
    defer { host.end() }
    switch way {
    case "TERM":
      kill(terminal.process, SIGTERM)
      #expect(try terminal.waitForExit() == .status(128 + SIGTERM))
    case "\u{4}":
      try terminal.send(way)
      try terminal.waitFor("Leave")
      try terminal.send("\u{4}")
      #expect(try terminal.waitForExit() == .status(0))
    default:
      try terminal.send(way)
      #expect(try terminal.waitForExit() == .status(0))
    }
  }

  @Test func itIsOpenedForReadingAndSaysWhy() throws {
    let house = try house()
    let host = try StoppedHost(house)
    defer { host.end() }
    let read = try house.run(["Day"], input: "/cards\n")
    #expect(read.status == 0, "\(read)")
    #expect(read.text.contains("2 cards"))
    let told = read.errorWords + " " + read.words
    #expect(told.contains("Process \(host.process) (append-events) "), "\(told)")
    #expect(told.contains("It can be read here; nothing can be added until that is done."))
    // A line of a script is refused, with its place; and the script says so.
    let written = try house.run(["run", "-", "--session", "Day"], input: "third\n")
    #expect(written.status == 1)
    #expect(written.errorWords.contains("NOT saved: process \(host.process)"))
    #expect(!house.journal().contains("third"))
    // The wall, printed once.
    let shown = try house.run(["show", "Day"])
    #expect(shown.status == 0)
    #expect(shown.text.contains("second"))
    // A copy is a way on.
    let copied = try house.run(["Day"], input: "/save-as Other\nthird\n")
    #expect(copied.status == 0, "\(copied)")
    #expect(house.journal("Other").contains("third"))
  }

  @Test func theWallFollowsAndIsLeft() throws {
    let house = try house()
    let host = try StoppedHost(house)
    defer { host.end() }
    let wall = try house.terminal(["show", "Day"])
    try wall.waitFor("second")
    try wall.send("q")
    #expect(try wall.waitForExit() == .status(0))
  }
}
