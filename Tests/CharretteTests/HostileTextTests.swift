import Glibc
import TerminalTesting
import Testing

/// Text that means a terminal harm, by every way in: it is shown harmless and kept as it was.
@Suite struct HostileTextTests {
  /// A clipboard sequence, a C1 sequence, an override of direction, a carriage return.
  private static let evil = "A\u{1B}]52;c;QQ==\u{7}B\u{9B}31mC\u{202E}D\rE"
  private static let shown =
    "A\\u{1B}]52;c;QQ==\\u{7}B\\u{9B}31mC\\u{202E}D\\u{D}E"

  /// Scalars that no data may bring onto a terminal. With `ofOurs`, what the program itself sends
  /// to a terminal is not among them.
  static func harm(in bytes: [UInt8], ofOurs: Bool = false) -> [String] {
    let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
    let found = scalars.filter { scalar in
      switch scalar.value {
      case 0x0A: false
      case 0x0D, 0x1B: !ofOurs
      case 0..<0x20, 0x7F...0x9F, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: true
      default: false
      }
    }
    let sequence = ofOurs && String(decoding: bytes, as: UTF8.self).contains("\u{1B}]52")
    return found.map { "U+\(String($0.value, radix: 16))" } + (sequence ? ["OSC 52"] : [])
  }

  @Test func fromAScript() throws {
    let house = try House()
    let script = """
      /new \(Self.evil)
      /agenda add discussion \(Self.evil)
      /people add "\(Self.evil)"
      /start
      @"\(Self.evil)" \(Self.evil)
      /show
      /cards
      /people
      /agenda
      /log
      /outcome insight \(Self.evil)
      /outcome
      /help
      /report
      /sessions
      /nonsense\(Self.evil)

      """
    let done = try house.run(["run", "-"], input: script)
    #expect(done.status == 1)
    #expect(done.errorText.contains("standard input:16: There is no command"), "\(done)")
    #expect(Self.harm(in: done.output + done.errors) == [])
    #expect(done.text.contains(Self.shown))
    let journal = house.journal("A-52-c-QQ-B-31mC-D-E")
    #expect(journal.contains("A\\u001b]52;c;QQ==\\u0007B") || journal.contains("A\\u001B]52"))
    let again = try house.run(["A-52-c-QQ-B-31mC-D-E", "--json"], input: "/cards\n")
    #expect(again.status == 0)
    #expect(!again.output.contains(0x1B))
  }

  @Test func onATerminal() throws {
    let house = try House()
    try house.prepareDiscussion()
    let terminal = try house.terminal(["Day"])
    try terminal.waitForPrompt()
    // From another terminal, above the line, and in every view.
    try house.meanwhile("@\"N\(Self.evil)\" \(Self.evil)", "/people add P\(Self.evil)")
    try terminal.waitFor("NA\\u{1B}]52")
    try terminal.enter("/show")
    try terminal.enter("/people")
    try terminal.send("@P\t")
    try terminal.waitUntil("a completion") {
      $0.unwrappedText.contains("› @PA\\u{1B}]52") || $0.unwrappedText.contains("› @\"PA")
    }
    // Readline itself goes back to put the quote before the name.
    let harm = Self.harm(in: terminal.output, ofOurs: true)
    #expect(harm.filter { $0 != "U+8" } == [])
  }

  @Test func typedAndPasted() throws {
    let house = try House()
    try house.prepareDiscussion()
    let terminal = try house.terminal(["Day"])
    try terminal.waitForPrompt()
    try terminal.send("typed \u{16}\u{1B}]52;c;QQ== \u{9B}31m and \u{202E} more\r")
    try terminal.waitFor("✓ c1")
    try terminal.waitForPrompt()
    try terminal.send(
      "\u{1B}[200~pasted \u{1B}]52;c;QQ==\u{7} and \u{9B}31m\u{202E} more\u{1B}[201~\r")
    try terminal.waitFor("✓ c2")
    try terminal.enter("/show")
    #expect(house.journal().contains("]52;c;QQ=="))
    // Kept as it was.
    #expect(house.journal().unicodeScalars.contains("\u{202E}"))
    #expect(!terminal.transcript.contains("\u{1B}]52"))
    // What came after the lines were taken: while they are typed, they are readline's to draw.
    let views = try #require(terminal.transcript.ranges(of: "/show").last)
    #expect(
      Self.harm(in: Array(terminal.transcript[views.upperBound...].utf8), ofOurs: true) == [])
  }

  @Test func fromATemplate() throws {
    let house = try House()
    mkdir(house.folder["plugin"], 0o755)
    mkdir(house.folder["plugin/Templates"], 0o755)
    let yaml = """
      charrette-template: 1
      name: evil
      title: "T \\e]52;c;QQ==\\a"
      summary: "S \\x9B31m\\u202E\\r."
      phase: whole
      people: 4
      materials: ["M \\e[2J"]
      agenda:
        - exercise: discussion
          title: "A \\e[2J"
          focus: "F \\e[2J"
          gives: "G \\e[2J"
          guide: [{say: "Say \\e[2J"}, {do: "Do \\e[2J"}, {tip: "Tip \\e[2J"}]

      """
    try house.write(Array(yaml.utf8), to: "plugin/Templates/evil.yaml")
    let plugins = ["--plugins", house.folder["plugin"]]
    let done = try house.run(
      plugins, input: "/new Day template=evil\n/start\n/guide\n/show\n/agenda\n")
    #expect(done.status == 0, "\(done)")
    #expect(done.text.contains("A \\u{1B}[2J"))
    #expect(Self.harm(in: done.output + done.errors) == [])
    let terminal = try house.terminal(plugins)
    try terminal.waitFor("[1] ›")
    try terminal.send("0\r")
    try terminal.waitFor("called?\n  ›")
    try terminal.send("Other\r")
    try terminal.waitFor("T \\u{1B}]52")
    #expect(Self.harm(in: terminal.output, ofOurs: true) == [])
  }

  @Test func fromAnImportedFile() throws {
    let house = try House()
    try house.prepareDiscussion()
    let json = """
      [{"id":1,"parent":0,"author_name":"N\\u001b]52;c;QQ==\\u0007\\u202e","date_gmt":\
      "2011-10-12T09:30:00","content":{"rendered":"<p>T\\u001b[2J\\u009b31m</p>"}}]
      """
    try house.write(Array(json.utf8), to: "evil.json")
    let done = try house.run(
      ["Day"], input: "/import \(house.folder["evil.json"])\n/show\n/people\n")
    #expect(done.status == 0, "\(done)")
    #expect(done.text.contains("✓"))
    #expect(Self.harm(in: done.output + done.errors) == [])
  }

  @Test func fromTheCommandLineAndTheEnvironment() throws {
    let house = try House()
    let refused = [
      try house.run([Self.evil]), try house.run(["run", Self.evil]),
      try house.run(["run", "-", "--session", Self.evil]), try house.run(["--\(Self.evil)"]),
      try house.run(["run", "--clock", Self.evil, "-"]), try house.run(["one", Self.evil]),
    ]
    for done in refused {
      #expect([1, 2].contains(done.status))
      #expect(Self.harm(in: done.output + done.errors) == [], "\(done)")
    }
    let child = try Child(
      house.program, ["--sessions", house.folder["S\(Self.evil)"]],
      environment: house.environment.merging(["XDG_DATA_HOME": house.folder["D\(Self.evil)"]]) {
        $1
      })
    let done = try child.finish(feeding: Array("/sessions\n/new Day\n/report\n/plugins\n".utf8))
    #expect(done.status == 0, "\(done)")
    #expect(Self.harm(in: done.output + done.errors) == [])
  }

  // MARK: Bytes that are no text

  private static let bad: [UInt8] = Array("say ".utf8) + [0xFF, 0xC0, 0x80] + Array(" this\n".utf8)

  @Test func badBytesInAScriptAreRefused() throws {
    let house = try House()
    try house.prepareDiscussion()
    let before = house.journal()
    try house.write(Self.bad, to: "walk")
    let ways = [
      try house.run(["Day"], bytes: Self.bad),
      try house.run(["run", house.folder["walk"], "--session", "Day"]),
    ]
    for done in ways {
      #expect(done.status == 1)
      #expect(done.errorText.contains(":1: That line is not valid UTF-8 text"), "\(done)")
    }
    #expect(house.journal() == before)
  }

  @Test(arguments: [false, true])
  func badBytesAtATerminalAreRefused(isPasted: Bool) throws {
    let house = try House()
    try house.prepareDiscussion()
    let before = house.journal()
    let terminal = try house.terminal(["Day"])
    try terminal.waitForPrompt()
    let mark = { (text: String) in isPasted ? Array(text.utf8) : [] }
    // Typed, a byte with its high bit set may be a command to readline: only a whole line counts.
    try terminal.send(mark("\u{1B}[200~") + [0x61, 0xFF, 0x62] + mark("\u{1B}[201~"))
    try terminal.send("\r")
    try terminal.waitFor("That line is not valid UTF-8 text, so nothing of it was taken.")
    try terminal.waitForPrompt()
    #expect(house.journal() == before)
  }

  @Test func badBytesInAFileCostNothingElse() throws {
    let house = try House()
    try house.prepareDiscussion()
    try house.write(Self.bad, to: "page.txt")
    let done = try house.run(["Day"], input: "/import \(house.folder["page.txt"])\n")
    #expect(done.status == 0, "\(done)")
    #expect(done.text.contains("The file is not in UTF-8"), "\(done)")
    #expect(house.journal().contains("this"))
  }

  @Test func badBytesInATemplateAreRefused() throws {
    let house = try House()
    mkdir(house.folder["plugin"], 0o755)
    mkdir(house.folder["plugin/Templates"], 0o755)
    let yaml = Array("charrette-template: 1\nname: bad\ntitle: ".utf8) + Self.bad
    try house.write(yaml, to: "plugin/Templates/bad.yaml")
    let done = try house.run(
      ["--plugins", house.folder["plugin"]], input: "/new Day template=bad\n")
    #expect(done.status == 1)
    #expect(done.errorText.contains("bad.yaml” is not valid UTF-8 text."), "\(done)")
  }

  @Test func badBytesOnTheCommandLineAreRefused() throws {
    let house = try House()
    // A shell makes the bytes: Swift's own strings cannot hold them.
    let argument = try house.shell("exec \"$@\" \"$(printf 'a\\377')\"", []).finish()
    #expect(argument.status == 2)
    #expect(
      argument.errorText.hasPrefix("Error: Argument 3 is not valid UTF-8 text."), "\(argument)")
    let variable = try house.shell("HOME=$(printf '/tmp/\\377') exec \"$@\"", []).finish()
    #expect(variable.status == 2)
    #expect(
      variable.errorText.hasPrefix("Error: The environment's HOME is not valid UTF-8 text."),
      "\(variable)")
  }
}
