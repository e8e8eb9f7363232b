import Glibc
import TerminalTesting
import TestSupport
import Testing

/// Programs that are started with standard input, output or error closed: nothing of what they say
/// gets into a file.
@Suite struct ClosedStreamTests {
  private static let ways = [
    "<&- >&- 2>&-", ">&- 2>&-", "<&-", ">&-", "2>&-", "<&- 2>&-", "<&- >&-",
  ]

  @Test(arguments: ways) func aScriptWritesItsEventsAndNothingElse(way: String) throws {
    let house = try House()
    try house.prepareDiscussion("Day", "first")
    try house.write(Array("second\n/cards\n/report\nnonsense ?\n/nonsense\n".utf8), to: "lines")
    let done = try house.shell(
      "exec \"$@\" \(way)",
      ["run", house.folder["lines"], "--session", "Day", "--json", "--verbose"]
    ).finish()
    #expect(done.status != 0, "the last line is wrong")
    // Every line of the journal is one of ours.
    let lines = house.journal().split(separator: "\n")
    #expect(lines.allSatisfy { $0.hasPrefix("{\"seq\":") }, "\(house.journal())")
    let opened = try house.run(["Day"], input: "/cards\n")
    #expect(opened.status == 0 && opened.errorText.isEmpty, "\(opened)")
    #expect(opened.text.contains("cards"))
    let snapshot = house.folder.read("Sessions/Day.json") ?? ""
    #expect(snapshot.hasPrefix("{") && snapshot.hasSuffix("}\n"))
  }

  @Test func whatCantBeReadIsToldAsSuch() throws {
    let house = try House()
    let done = try house.shell("exec \"$@\" <&-", ["run", "-"]).finish()
    #expect(done.status == 1)
    #expect(done.errorWords.contains("“standard input” can't be read"), "\(done)")
  }

  @Test(arguments: ways) func theRunnerKeepsItsSocket(way: String) throws {
    let house = try House()
    let runner = try #require(BuildProducts.program("exercise-runner"))
    // With no socket it ends with its status, and no descriptor of its own took the socket's place.
    let done = try Child(
      "/bin/sh", ["-c", "exec \"$0\" --sandbox=off /nowhere.so \(way)", runner],
      environment: house.environment
    ).finish()
    #expect((1...2).contains(done.status), "\(done)")
  }
}
