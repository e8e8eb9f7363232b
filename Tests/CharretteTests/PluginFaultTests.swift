import Glibc
import TerminalTesting
import TestSupport
import Testing

/// A plugin that does wrong, driven through the product: one calm message, and on it goes.
@Suite struct PluginFaultTests {
  /// A session at an activity of the misbehaving plugin, and the folder of that plugin.
  private func house(_ name: String = "acting") throws -> (House, plugins: [String]) {
    let house = try House()
    let library = try #require(BuildProducts.library("misbehaving-plugin"))
    mkdir(house.folder["plugin"], 0o755)
    try house.write(try house.bytes(of: library), to: "plugin/lib\(name).so")
    chmod(house.folder["plugin/lib\(name).so"], 0o755)
    return (house, ["--plugins", house.folder["plugin"]])
  }

  private func atWork() throws -> (House, PseudoTerminal) {
    let (house, plugins) = try house()
    let lines = "/new Day\n/agenda add acting Talk\n/start\n/time pause\n"
    let done = try house.run(plugins, input: lines)
    guard done.status == 0 else { throw TerminalFailure("\(done)") }
    let terminal = try house.terminal(plugins + ["Day"])
    try terminal.waitForPrompt()
    return (house, terminal)
  }

  @Test(arguments: [
    ("write-null", "stopped unexpectedly (signal 11)"),
    ("abort", "stopped unexpectedly (signal 6)"),
    ("exit", "ended by itself (status 3)"), ("loop", "did not answer within 2 s and was stopped"),
    ("garbage", "gave an answer that makes no sense"), ("nothing", "gave an answer that makes no"),
    ("huge", "answered with more than"), ("print-for-ever", "did not answer within 2 s"),
    ("wrong-shape", "gave an answer that makes no sense"), ("give-up", "gave up on that (code 42)"),
    ("bad-utf8", "gave an answer that makes no sense"),
  ])
  func oneCalmMessage(misdeed: String, words: String) throws {
    let (house, terminal) = try atWork()
    let before = house.journal()
    try terminal.enter("/\(misdeed)")
    #expect(
      terminal.screen.words.contains("The plugin “acting” \(words)"), "\(terminal.screen.text)")
    #expect(terminal.screen.words.contains("This line was not kept: type it again."))
    #expect(terminal.transcript.matches(of: /The plugin “acting”/).count == 1)
    #expect(house.journal() == before)
    try terminal.enter("/show")
    try terminal.waitFor("all well")
    try terminal.enter("/answer")
    #expect(house.journal().count > before.count)
  }

  @Test func threeFailuresSwitchItOff() throws {
    let (house, terminal) = try atWork()
    for _ in 1...3 { try terminal.enter("/abort") }
    try terminal.enter("/answer")
    #expect(terminal.screen.words.contains("failed 3 times in a row and is off for now."))
    try terminal.enter("/outcome insight Everything else still works")
    try terminal.waitFor("✓ Insight: Everything else still works")
    try terminal.enter("/plugins enable acting")
    try terminal.waitFor("✓ The plugin “acting” starts afresh with its next use.")
    try terminal.clear()
    try terminal.enter("/show")
    try terminal.waitFor("all well")
    #expect(house.journal().contains("still works"))
  }

  @Test(arguments: ["exit-at-once", "crash-at-load", "no-manifest", "null-entry", "wrong-major"])
  func whatCannotBeLoadedIsListedAndNoHindrance(name: String) throws {
    let (house, plugins) = try house(name)
    let done = try house.run(
      plugins, input: "/new Day\n/plugins\n/agenda add discussion Talk\n/start\na card\n")
    #expect(done.status == 0, "\(done)")
    #expect(done.text.contains(name))
    #expect(done.text.contains("✓ c1"))
    let missing = try house.run(plugins + ["Day"], input: "/agenda add \(name) Talk\n")
    #expect(missing.status == 1)
    #expect(missing.errorText.contains("There is no exercise “\(name)”."))
  }

  /// Asked what goes on, or how it looks, it crashes: the room goes on, and a script is told.
  @Test(arguments: ["fails-giving", "fails-showing"])
  func theRoomGoesOn(name: String) throws {
    let (house, plugins) = try house(name)
    let done = try house.run(
      plugins,
      input: """
        /new Day
        /agenda add discussion Before
        /agenda add \(name) Talk
        /agenda add discussion After
        /start
        a card
        /next
        /next
        /undo
        /goto 3
        /cards
        /report
        /save-as Copy

        """)
    #expect(done.status == 0, "\(done)")
    let words = done.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("The plugin “\(name)” stopped unexpectedly (signal 6)."))
    if name == "fails-giving" {
      #expect(words.contains("“Talk” could not say which cards go on."))
      #expect(words.contains("1 card came in from there: c1"))
      #expect(words.contains(" takes this step back"))
    } else {
      #expect(words.contains("“Talk” is in it with its cards alone."))
    }
    #expect(words.contains("✓ The report is in"))
  }

  /// The plugin was there yesterday.
  @Test func aPluginThatIsGone() throws {
    let (house, plugins) = try house()
    let done = try house.run(plugins, input: "/new Day\n/agenda add acting Talk\n/start\n")
    #expect(done.status == 0, "\(done)")
    let terminal = try house.terminal(["Day"])
    try terminal.waitFor("No installed plugin provides the exercise “acting”.")
    try terminal.waitUntil("the prompt") { $0.text.hasSuffix(" ›") }
    try terminal.send("/people add Ruth\r")
    try terminal.waitFor("✓ Ruth joined")
  }

  /// Whatever a plugin calls its actions: a command stays the kit's.
  @Test(arguments: ["taken-action", "similar-action", "empty-action", "odd-action"])
  func noActionShadowsACommand(name: String) throws {
    let (house, plugins) = try house(name)
    let lines = """
      /new Day
      /agenda add \(name) One
      /agenda add \(name) Two
      /start
      /next
      /help

      """
    let done = try house.run(plugins, input: lines)
    #expect(done.status == 0, "\(done)")
    #expect(!done.text.contains("Shadows"), "\(done)")
    #expect(try house.run(plugins + ["Day"], input: "/show\n/agenda\n").text.contains("Two"))
    // “/” alone, and what only looks like a command, are none.
    let odd = try house.run(plugins + ["Day"], input: "/\u{200B}next\n")
    #expect(odd.status == 1 && odd.errorText.contains("There is no command"), "\(odd)")
  }

  /// It opens for ever: five seconds in which ^C can be pressed.
  @Test func whoWaitsIsToldAndCanStop() throws {
    let (house, plugins) = try house("hang-at-open")
    let lines = "/new Day\n/agenda add discussion Talk\n/agenda add hang-at-open Wait\n/start\n"
    let done = try house.run(plugins, input: lines + "/time pause\n")
    #expect(done.status == 0, "\(done)")
    let terminal = try house.terminal(plugins + ["Day"])
    func waitForPrompt() throws {
      try terminal.waitUntil("the prompt") { $0.text.hasSuffix("\n1/2 Talk 0:00, paused ›") }
    }
    try waitForPrompt()
    try terminal.send("/show 2\r")
    try terminal.waitFor("Waiting for the plugin “hang-at-open”; ^C ends the wait.")
    try terminal.send("\u{3}")
    try terminal.waitFor("You stopped waiting for the plugin “hang-at-open”.")
    try waitForPrompt()
    try terminal.send("still here\r")
    try terminal.waitFor("✓ c1")
    #expect(!terminal.transcript.contains("did not answer"))
  }

  /// On the code of before: five seconds without a word, and ^C waits for their end.
  @Test(arguments: ["\u{3}", "q", "SIGTERM"])
  func whoWaitsAtTheWallIsToldAndCanLeave(by key: String) throws {
    let (house, plugins) = try house("hang-at-open")
    let lines = "/new Day\n/agenda add hang-at-open Wait\n/start\n"
    _ = try house.run(plugins, input: lines)
    let terminal = try house.terminal(["show", "Day"] + plugins)
    try terminal.waitFor("Waiting for the plugin “hang-at-open”; q leaves.")
    if key == "SIGTERM" { kill(terminal.process, SIGTERM) } else { try terminal.send(key) }
    #expect(try terminal.waitForExit() == .status(key == "SIGTERM" ? 128 + SIGTERM : 0))
    #expect(!terminal.transcript.contains("did not answer"))
    let aloud = try house.terminal(["show", "Day", "--linear"] + plugins)
    try aloud.waitFor("Waiting for the plugin “hang-at-open”; ^C leaves.")
    try aloud.send("\u{3}")
    #expect(try aloud.waitForExit() == .signal(SIGINT))
  }
}
