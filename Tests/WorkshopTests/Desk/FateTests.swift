import ExerciseProtocol
import Testing
import Workshop
import WorkshopTesting

/// Where a plugin fails, whoever typed the line is told whether to type it again.
@Suite("What became of a line on whose way a plugin failed")
struct FateTests {
  private static let crash = PluginFailure(plugin: "comments", kind: .crashed(signal: 11))

  @Test(
    "It was not kept, or not carried out",
    arguments: [
      ("What somebody said", "This line was not kept: type it again."),
      ("/vote open", "This line was not carried out: type it again."),
    ], [true, false])
  func notKept(_ expected: (line: String, fate: String), isInteractive: Bool) throws {
    let desk = try TestDesk.inDiscussion(isInteractive: isInteractive)
    if expected.line.hasPrefix("/vote") {
      for line in ["One", "Two", "/agenda add choose Choice takes=all", "/goto 3"] {
        try desk.perform(line)
      }
    }
    let before = desk.events
    desk.exercises.failure = Self.crash
    let problem = desk.problem(expected.line)
    #expect(problem?.message == "The plugin “comments” stopped unexpectedly (signal 11).")
    #expect(problem?.hint == "\(expected.fate) The plugin starts again with your next line.")
    #expect(desk.events == before)
    try desk.perform(expected.line)
  }

  @Test("What only shows goes on without the plugin, and so does what is kept by then")
  func kept() throws {
    let desk = try TestDesk.inDiscussion()
    desk.exercises.failsView = Self.crash
    try desk.perform("/show")
    desk.exercises.failsView = Self.crash
    try desk.perform("/goto 2")
    #expect(desk.session.current == "a2")
  }

  @Test("The hint to switch it on again comes with it")
  func disabled() throws {
    let desk = try TestDesk.inDiscussion()
    desk.exercises.failure = PluginFailure(plugin: "comments", kind: .disabled(failures: 3))
    #expect(
      desk.problem("What somebody said")?.hint
        == "This line was not kept: type it again. “/plugins enable comments” tries it again.")
  }
}
