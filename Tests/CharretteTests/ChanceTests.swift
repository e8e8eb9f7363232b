import TerminalTesting
import Testing

/// Chance in a script: drawn anew at a terminal, the same each time on a virtual clock.
@Suite struct ChanceTests {
  private static let script = """
    /new Day
    /people add Ruth, Roger, Mike, Rhona, Ann, Bob, Eve, Dan, Liz, Tom
    /agenda add rounds Check-in
    /start
    /round
    /show

    """

  private func shown(_ options: [String]) throws -> String {
    let house = try House()
    try house.folder.write(Self.script, to: "walk")
    let done = try house.run(["run", house.folder["walk"]] + options)
    #expect(done.status == 0, "\(done)")
    return done.text
  }

  @Test func aScriptOnAVirtualClockDrawsTheSameEachTime() throws {
    let clock = ["--clock", "2011-10-12T09:30:00Z"]
    let first = try shown(clock)
    #expect(first.contains("Eve"))
    #expect(try shown(clock) == first)
    #expect(try shown(["--clock", "2011-10-12T09:31:00Z"]) != first)
  }

  /// Ten people have 3,628,800 orders; three times the same one is no chance.
  @Test func withoutOneItDrawsAnew() throws {
    #expect(Set(try (1...3).map { _ in try shown([]) }).count > 1)
  }
}
