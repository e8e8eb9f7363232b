import ExerciseProtocol
import Foundation
import TerminalTesting
import Testing

/// `charrette tally` on the bundles of the kit's own polls: it says what everybody else says.
@Suite struct TallyPollTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private func tally(_ house: House, _ arguments: String...) throws -> Finished {
    try Child(house.program, ["tally"] + arguments, environment: house.environment).finish()
  }

  /// A counted vote over three cards; its bundle.
  private func held(
    _ exercise: String, open: String = "", _ ballots: String...
  ) throws -> (house: House, bundle: String) {
    let house = try House()
    let lines =
      [
        "/new Day", "/agenda add discussion Needs", "/people add Ruth, Roger", "/start", "Benches",
        "Trees", "A pond", "/agenda add \(exercise)", "/next", "/vote open entered=yes \(open)",
      ] + ballots.map { "/vote cast \($0)" } + ["/vote close", "/vote count river"]
    let script = lines.map { $0 + "\n" }.joined()
    try house.write(Array(script.utf8), to: "day.charrette")
    let done = try house.run(["run", house.folder["day.charrette"]])
    try #require(done.status == 0, "\(done.errorText)")
    return (house, "\(house.sessions)/Day.a2-1.poll.json")
  }

  private func json(_ done: Finished) throws -> JSONValue {
    try JSONValue(parsing: Array(done.text.utf8))
  }

  @Test(arguments: ["Sessions/Examples", "Tests/Fixtures/Before", "Tests/Fixtures/Before"])
  func `every example and every poll of before has the winners that its audit says`(
    folder: String
  ) throws {
    let house = try House()
    let folder = Self.root.appending(path: folder)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    for name in names where name.hasSuffix(".poll.json") {
      let path = folder.appending(path: name).path
      let audit = try house.audit([path, "--format", "json"])
      guard case .array(let files) = try JSONValue(parsing: audit.output) else {
        Issue.record("\(audit)")
        return
      }
      let told = try json(try tally(house, path, "--format", "json"))
      #expect(told["winners"] == files[0]["verdict"]?["chosen"], "\(name)")
      #expect(told["verdict"] == files[0]["verdict"], "\(name)")
    }
  }

  @Test func `where the vote is not valid nobody wins`() throws {
    let (house, bundle) = try held("rank Choice takes=all", open: "quorum=2", "Ruth: c2 c1")
    let done = try tally(house, bundle)
    #expect(done.text.contains("The vote is not valid: 1 of 2 needed. Nobody is chosen."))
    #expect(!done.text.contains("is chosen.\n\n✓"), "\(done.text)")
    for method in ["schulze", "irv"] {
      let told = try json(try tally(house, bundle, "--method", method, "--format", "json"))
      #expect(told["winners"] == [] && told["verdict"]?["valid"] == false)
    }
    let (other, empty) = try held("rank Choice takes=all")
    #expect(try tally(other, empty).text.contains("not valid: no ballot was cast."))
  }

  @Test func `another method has as many places, and nobody whom no ballot chose`() throws {
    let (house, bundle) = try held(
      "choose Choice takes=all set=winners=2", "Ruth: c2 c3", "Roger: c2")
    for method in [[], ["--method", "block"]] {
      let done = try Child(
        house.program, ["tally", bundle, "--format", "json"] + method,
        environment: house.environment
      ).finish()
      #expect(try json(done)["winners"] == ["c2", "c3"], "\(done)")
    }
    let one = try json(try tally(house, bundle, "--seats", "1", "--format", "json"))
    #expect(one["winners"] == ["c2"])
    let (other, alone) = try held("choose Choice takes=all set=winners=2", "Ruth: c2")
    #expect(try json(try tally(other, alone, "--format", "json"))["winners"] == ["c2"])
  }

  @Test func `agreement with one card is told with its words`() throws {
    let house = try House()
    let lines = [
      "/new Day", "/agenda add discussion Needs", "/people add Ruth", "/start", "Benches",
      "/agenda add agree Ok takes=all", "/next", "/vote open entered=yes", "/vote cast Ruth: 4",
      "/vote close", "/vote count river",
    ]
    try house.write(Array(lines.map { $0 + "\n" }.joined().utf8), to: "day.charrette")
    let done = try house.run(["run", house.folder["day.charrette"]])
    try #require(done.status == 0, "\(done.errorText)")
    let text = try tally(house, "\(house.sessions)/Day.a2-1.poll.json").text
    #expect(text.contains("c1 Benches") && !text.contains("answers"), "\(text)")
  }

  @Test func `a card that won no duel is not chosen, though there are places`() throws {
    let (house, bundle) = try held("duels Choice takes=all", "Ruth: c1>c2")
    let done = try house.audit([bundle, "--session", "Day"])
    #expect(done.status == 0 && done.text.contains("Chosen: c1 Benches\n"), "\(done)")
    #expect(try json(try tally(house, bundle, "--format", "json"))["winners"] == ["c1"])
  }
}
