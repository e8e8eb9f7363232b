import ExerciseProtocol
import Glibc
import TerminalTesting
import TestSupport
import Testing

/// A plugin that means harm, driven through the product: one calm card, nothing lost, and the next
/// line is answered.
@Suite struct HostilePluginTests {
  private func house(_ name: String = "hostile") throws -> (House, plugins: [String]) {
    let house = try House()
    let library = try #require(BuildProducts.library("hostile-plugin"))
    mkdir(house.folder["plugin"], 0o755)
    try house.write(try house.bytes(of: library), to: "plugin/lib\(name).so")
    chmod(house.folder["plugin/lib\(name).so"], 0o755)
    return (house, ["--plugins", house.folder["plugin"]])
  }

  /// At the hostile activity, a2, after a discussion in which Ruth said something.
  private func atWork() throws -> (House, plugins: [String]) {
    let (house, plugins) = try house()
    let lines = """
      /new Day
      /agenda add discussion Talk
      /start
      @Ruth what Ruth said
      /agenda add hostile Harm takes=nothing
      /next
      /time pause

      """
    let done = try house.run(plugins, input: lines)
    guard done.status == 0 else { throw TerminalFailure("\(done)") }
    return (house, plugins)
  }

  @Test(arguments: [
    ("connect-tcp", "tried to reach the network (socket), which no plugin may do, and was stopped"),
    ("fork-bomb", "tried to start another process (clone), which no plugin may do"),
    ("run-program", "tried to run a program (execve), which no plugin may do"),
    ("trace-host", "tried to reach another process (ptrace), which no plugin may do"),
    ("kill-host", "tried to reach another process (kill), which no plugin may do"),
    ("become-root", "tried to act as somebody else (setuid), which no plugin may do"),
    ("share-by-key", "tried to share memory (shmget), which no plugin may do"),
    ("read-keys", "tried to change the machine (keyctl), which no plugin may do"),
    ("block-the-filter", "tried what no plugin may do and was stopped"),
    ("use-descriptors", "gave up on that (code 9)"),
    ("read-environment", "gave up on that (code 13)"),
    ("nest", "gave an answer that makes no sense"),
    ("send-a-gigabyte", "answered with more than 64 MiB"),
  ])
  func oneCalmCard(misdeed: String, words: String) throws {
    let (house, plugins) = try atWork()
    let terminal = try house.terminal(plugins + ["Day"])
    try terminal.waitFor("2/2 Harm")
    let before = house.journal()
    try terminal.send("/\(misdeed)\r")
    try terminal.waitUntil("the card") {
      $0.words.contains("The plugin “hostile” \(words)") && $0.words.contains("type it again.")
    }
    #expect(house.journal() == before)
    try terminal.send("/answer\r")
    try terminal.waitUntil("the next line is answered") { _ in house.journal() != before }
  }

  /// It records for a1, and is a2: the host does not ask it.
  @Test func noEventIsForged() throws {
    let (house, plugins) = try atWork()
    let done = try house.run(plugins + ["Day"], input: "/forge-event\n")
    #expect(done.status == 0, "\(done)")
    let lines = house.journal().split(separator: "\n")
    let forged = lines.filter { $0.contains("forged") }
    #expect(forged.count == 1)
    #expect(forged.allSatisfy { $0.contains(#""a2""#) && !$0.contains(#""a1""#) }, "\(forged)")
  }

  @Test(arguments: ["edit-card", "hide-card"])
  func noCardOfAnotherActivityIsTouched(misdeed: String) throws {
    let (house, plugins) = try atWork()
    let before = house.journal()
    let done = try house.run(plugins + ["Day"], input: "/\(misdeed)\n")
    #expect(done.status == 1)
    #expect(done.errorText.contains("c1"), "\(done)")
    #expect(house.journal() == before)
    let cards = try house.run(plugins + ["Day"], input: "/cards\n")
    #expect(cards.text.contains("what Ruth said"))
  }

  /// In the manifest, the views, the cards, the people, the refusals, the faults and the log.
  @Test func everyWordIsShownHarmless() throws {
    let (house, plugins) = try house("hostile-evil")
    let lines = """
      /new Day
      /agenda add hostile Harm
      /start
      /help
      /help answer
      /show
      /plugins
      /notice-evilly
      /cards
      /people
      /agenda
      /log
      /report

      """
    let done = try house.run(plugins, input: lines)
    #expect(done.status == 0, "\(done)")
    let others = try ["/refuse-evilly", "/admit-evilly", "/nest"].map { line in
      try house.run(plugins + ["Day"], input: line + "\n")
    }
    for finished in [done] + others {
      #expect(HostileTextTests.harm(in: finished.output + finished.errors) == [], "\(finished)")
    }
    #expect(others.allSatisfy { $0.status == 1 })
    let doctor = try house.run(["doctor"] + plugins)
    #expect(HostileTextTests.harm(in: doctor.output + doctor.errors) == [])
    let terminal = try house.terminal(plugins + ["Day"])
    try terminal.waitFor("1/1 Harm")
    try terminal.send("/refuse-evilly\r")
    try terminal.waitFor("E\\u{1B}]52;c;QQ==")
    #expect(HostileTextTests.harm(in: terminal.output, ofOurs: true) == [])
  }

  /// A notice, a refusal, a fault, and every block of a view: no line of them begins as the kit's
  /// own do, but for the one that is the kit's own.
  @Test(arguments: [
    ("/notice-in-lines", [String](), "✓ Noted."), ("/refuse-in-lines", ["Failed:", "Hint:"], ""),
    ("/admit-in-lines", ["Failed:", "Hint:"], ""), ("/show", ["Warning:"], ""),
  ])
  func noLineLooksLikeTheKitsOwn(line: String, own: [String], saying: String) throws {
    let (house, plugins) = try house("hostile-in-lines")
    let lines = "/new Day\n/agenda add hostile Talk\n/start\n/time pause\n"
    #expect(try house.run(plugins, input: lines).status == 0)
    let terminal = try house.terminal(plugins + ["Day"], rows: 40)
    try terminal.waitForPrompt()
    try terminal.clear()
    try terminal.send(line + "\r")
    try terminal.waitUntil("the words") { $0.words.contains("The journal") }
    try terminal.waitForPrompt(after: line)
    let shown = terminal.screen.text.split(separator: "\n").map(String.init)
    let openings = ["Failed:", "Hint:", "Warning:", "Done:"]
    func begins(_ text: String) -> String? {
      let whole = String(text.unicodeScalars.filter { $0 != "\u{200B}" })
      let seen = whole.drop { $0.isWhitespace }
      // What stands further in belongs to what is before it.
      return whole.count - seen.count > 2 ? nil : openings.first { seen.hasPrefix($0) }
    }
    #expect(shown.compactMap(begins) == own, "\(shown)")
    // The prompt that was typed at, and the one after it.
    let prompts = shown.filter { $0.firstMatch(of: /^ {0,2}(\d+\/\d+ .*|\S+ )›/) != nil }
    #expect(prompts.allSatisfy { $0.hasPrefix("1/1 Talk") }, "\(shown)")
    if !saying.isEmpty { #expect(shown.contains { $0.hasPrefix(saying) }) }
  }

  /// What the host's own environment holds stays there.
  @Test func theEnvironmentStaysHere() throws {
    let (house, plugins) = try atWork()
    let done = try house.run(
      plugins + ["Day"], input: "/read-environment\n",
      environment: ["SECRET_TOKEN": "hush", "LD_LIBRARY_PATH": "/nowhere"])
    #expect(done.errorText.contains("gave up on that (code 13)"), "\(done)")
  }

  /// Unless it is asked to: then it does what it likes, as any program.
  @Test func theSandboxCanBeSwitchedOff() throws {
    let (house, plugins) = try atWork()
    let done = try house.run(
      plugins + ["Day", "--sandbox", "off"], input: "/read-file target=/etc/passwd\n")
    #expect(done.status == 0, "\(done)")
    let strict = try house.run(plugins + ["Day"], input: "/read-file target=/etc/passwd\n")
    #expect(strict.errorText.contains("gave up on that (code 13)"), "\(strict)")
  }
}
