import ExerciseProtocol
import Glibc
import TerminalTesting
import Testing

/// That the time of a step is up is told once, wherever lines come from; on a terminal with the
/// bell.
@Suite struct TimeUpTests {
  private static let script = """
    /new Day
    /agenda add discussion Talk minutes=2
    /start
    one
    two
    three
    four
    """

  private static let told = "Time is up: “Talk” has had its 2:00."

  @Test func aScriptTellsItOnce() throws {
    let house = try House()
    try house.folder.write(Self.script + "\n", to: "walk")
    let clock = ["--clock", "2026-11-30T09:30:00Z"]
    let done = try house.run(["run", house.folder["walk"], "--linear"] + clock)
    #expect(done.status == 0, "\(done)")
    #expect(done.text.split(separator: Self.told).count == 2, "\(done.text)")
    #expect(!done.text.contains("\u{7}"))
  }

  @Test func aProgramReadsItApart() throws {
    let house = try House()
    try house.folder.write(Self.script + "\n", to: "walk")
    let done = try house.run(
      ["run", house.folder["walk"], "--json", "--clock", "2026-11-30T09:30:00Z"])
    #expect(done.status == 0, "\(done)")
    #expect(!done.text.contains("Time is up"))
    #expect(done.errorText.contains(Self.told), "\(done)")
  }

  /// A step of a minute that was over a short while ago.
  private func over(_ house: House) throws {
    try house.folder.write(
      "/new Day\n/agenda add discussion Talk minutes=1\n/start\n", to: "walk")
    let begun = Timestamp(milliseconds: (time(nil) - 270) * 1000)
    let done = try house.run(["run", house.folder["walk"], "--clock", "\(begun)"])
    #expect(done.status == 0, "\(done)")
  }

  @Test(arguments: [["Day"], ["Day", "--linear"]])
  func aLineAndTheBellOnEveryScreen(arguments: [String]) throws {
    let house = try House()
    try over(house)
    let terminal = try house.terminal(arguments)
    try terminal.waitFor("Time is up: “Talk” has had its 1:00.")
    // The clock in the prompt runs on, so that it never stands still.
    try terminal.send("still talking\r")
    try terminal.waitFor("c1")
    #expect(terminal.screen.bells == 1)
    try terminal.send("/time mute\r")
    try terminal.waitFor("The bell of this terminal is mute")
  }

  @Test func withNobodyThereNothingRings() throws {
    let house = try House()
    try over(house)
    let done = try house.run(["Day"], input: "one\n")
    #expect(done.text.contains("Time is up") && !done.text.contains("\u{7}"), "\(done)")
  }

  @Test func theWallSaysItAcrossTheScreen() throws {
    let house = try House()
    try over(house)
    let wall = try house.terminal(["show", "Day"])
    try wall.waitFor("TIME IS UP")
    let line = try #require(wall.screen.lines.first { $0.contains("TIME IS UP") })
    #expect(line.hasPrefix("     "), "it stands in the middle: \(line)")
    try wall.send("q")
    _ = try wall.waitForExit()
  }
}
