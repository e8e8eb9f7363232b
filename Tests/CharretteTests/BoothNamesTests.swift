import TerminalTesting
import Testing

/// A booth that is opened by hand, for a session or a vote that is not there.
@Suite struct BoothNamesTests {
  private func house(_ more: String...) throws -> House {
    let house = try House()
    let lines =
      [
        "/new Day", "/people add Ruth Hyde", "/agenda add discussion Ideas", "/start", "One", "Two",
        "/agenda add choose First takes=all", "/next",
      ] + more
    let done = try house.run(input: lines.map { $0 + "\n" }.joined())
    #expect(done.status == 0, "\(done)")
    return house
  }

  /// On the code of before there was no vote open in a session that was not there.
  @Test func aSessionOrAVoteThatIsNotThereIsTold() throws {
    let house = try house("/vote open")
    let booth = try house.terminal(["booth", "Dai"])
    try booth.waitFor("There is no session “Dai” in")
    try booth.waitFor("Did you mean Day?")
    #expect(try booth.waitForExit() == .status(1))
    let poll = try house.terminal(["booth", "Day", "--poll", "heron"])
    try poll.waitFor("There is no secret vote “heron” in “Day”.")
    #expect(try poll.waitForExit() == .status(1))
  }
}
