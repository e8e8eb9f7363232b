import ExerciseProtocol
import TerminalTesting
import Testing

/// Behaviours 14 and 15, and scripts of every shape.
@Suite struct ScriptTests {
  private static let session = "/new Day\n/agenda add discussion Talk\n"

  @Test func theFirstErrorEndsIt() throws {
    let house = try House()
    try house.folder.write(Self.session + "/people remove Nobody\n/people add Ruth\n", to: "walk")
    let done = try house.run(["run", house.folder["walk"]])
    #expect(done.status == 1)
    #expect(done.errorText.contains("\(house.folder["walk"]):3: Nobody here is called “Nobody”."))
    #expect(!house.journal().contains("Ruth"))
  }

  @Test(arguments: [
    "/new Day\r\n/people add Ruth\r\n", "/new Day\n/people add Ruth",
    "\n\n/new Day\n\n/people add Ruth\n\n",
  ])
  func linesEndAsTheyLike(script: String) throws {
    let house = try House()
    try house.folder.write(script, to: "walk")
    let done = try house.run(["run", house.folder["walk"]])
    #expect(done.status == 0, "\(done)")
    #expect(house.journal().contains("\"name\":\"Ruth\""))
    #expect(!house.journal().contains("\\r"))
  }

  @Test func remarksAreNotRun() throws {
    let house = try House()
    try house.folder.write(
      "#!/usr/bin/env -S charrette run\n# a remark\n#\n/new Day\n# /people add Ruth\n", to: "walk")
    let done = try house.run(["run", house.folder["walk"]])
    #expect(done.status == 0, "\(done)")
    #expect(!house.journal().contains("Ruth"))
  }

  @Test func anEmptyScriptDoesNothing() throws {
    let house = try House()
    try house.folder.write("", to: "walk")
    let done = try house.run(["run", house.folder["walk"]])
    #expect((done.status, done.text, done.errorText) == (0, "", ""))
  }

  @Test func severalFilesAndStandardInput() throws {
    let house = try House()
    try house.folder.write("/new Day\n", to: "one")
    try house.folder.write("/people add Roger\n", to: "three")
    let files = [house.folder["one"], "-", house.folder["three"]]
    let done = try house.run(["run"] + files, input: "/people add Ruth\n")
    #expect(done.status == 0, "\(done)")
    #expect(house.journal().contains("Ruth"))
    #expect(house.journal().contains("Roger"))
  }

  @Test func quitEndsItAll() throws {
    let house = try House()
    try house.folder.write("/new Day\n/quit\n/people add Ruth\n", to: "one")
    try house.folder.write("/people add Roger\n", to: "two")
    let done = try house.run(["run", house.folder["one"], house.folder["two"]])
    #expect(done.status == 0, "\(done)")
    #expect(!house.journal().contains("joined"))
  }

  // MARK: No ESC

  private static let walk =
    session
    + "/start\n@Ruth what people say #skills\n/show\n/cards\n/people\n/help\n/agenda\n/log\n"

  @Test(arguments: [["TERM": "dumb"], ["NO_COLOR": "1"], [:]])
  func onAPipeThereIsNoEscape(environment: [String: String]) throws {
    let house = try House()
    let done = try house.run(
      input: Self.walk + "/nonsense\n", environment: environment.mapValues { Optional($0) })
    #expect(done.status == 1)
    #expect(!done.output.isEmpty && !done.errors.isEmpty)
    #expect(!(done.output + done.errors).contains(0x1B))
  }

  /// Readline draws lines by itself, so a dumb terminal gets none of it; with colours unwanted,
  /// only colours are left out.
  @Test func onADumbTerminalThereIsNoEscape() throws {
    let house = try House()
    try house.prepareDiscussion()
    let terminal = try house.terminal(["Day"], environment: ["TERM": "dumb"])
    try terminal.waitFor("1/1 Talk 0:00, paused ›")
    try terminal.send("what people say\r/cards\r/help\r/nonsense\r")
    try terminal.waitFor("There is no command “/nonsense”.")
    try terminal.send("/quit\r")
    #expect(try terminal.waitForExit() == .status(0))
    #expect(!terminal.output.contains(0x1B))
  }

  @Test func withoutColourNothingIsColoured() throws {
    let house = try House()
    try house.prepareDiscussion()
    let terminal = try house.terminal(["Day"], environment: ["NO_COLOR": "1"])
    try terminal.waitForPrompt()
    try terminal.enter("@Ruth what people say #skills")
    try terminal.enter("/show")
    try terminal.enter("/nonsense")
    let colours = terminal.transcript.matches(of: /\u{1B}\[([0-9;]*)m/).filter {
      $0.1 != "" && $0.1 != "0"
    }
    #expect(colours.isEmpty)
  }

  // MARK: JSON

  @Test func everyLineOfJSONParsesAndCarriesAResult() throws {
    let house = try House()
    let lines = Self.walk + "/help undo\nc1 ?\n@Ruth ?\n#skills ?\n?\n/plugins\n/time\n/outcome\n"
    let done = try house.run(
      ["--json"], input: lines + "/sessions\n/undo\n/redo\n/quit\n/nonsense\n")
    #expect(done.status == 0, "\(done)")
    let objects = try done.text.split(separator: "\n").map { try JSONValue(parsing: String($0)) }
    #expect(objects.count == lines.split(separator: "\n").count + 4)
    for (index, object) in objects.enumerated() {
      let reader = JSONReader(object, path: "line")
      #expect(try reader.integer("line") == index + 1)
      guard case .object(let result) = try reader.required("result").value else {
        Issue.record("no object: \(object.text())")
        continue
      }
      #expect(!result.isEmpty || index == objects.count - 1, "\(object.text())")
    }
  }

  @Test func anErrorIsJSONToo() throws {
    let house = try House()
    let done = try house.run(["--json"], input: "/nonsense\n")
    #expect(done.status == 1)
    #expect(
      done.text == """
        {"line":1,"ok":false,"error":{"message":"There is no command “/nonsense”.",\
        "hint":"/help lists what you can do here."}}

        """)
    #expect(done.errorText.contains("standard input:1: There is no command “/nonsense”."))
  }
}
