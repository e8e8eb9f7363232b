import ExerciseKit
import ExerciseTesting
import TestSupport
import Testing
import Voting

/// Lines in a test, read as the host reads them.
@Suite struct HarnessLineTests {
  private func harness() throws -> Harness {
    try Harness(
      Voting.plugin, exercise: "dot-voting", settings: ["dots": 5], cards: ["Guide", "Training"],
      people: ["Ruth", "Roger White"])
  }

  @Test(arguments: ["dots c1=2 c2", "/dots @Ruth c1=2 2", "dots @ruth c1 c1 c2"])
  func `a line is what its fields are`(line: String) throws {
    let harness = try harness()
    try harness.run(line, as: line.contains("@") ? nil : "Ruth")
    #expect(try harness.state().data["ballots"]?["p1"] == ["c1": 2, "c2": 1])
  }

  @Test(arguments: [
    ("dots c7", "There is no card c7.", "The latest is c2; /cards lists them."),
    ("dots c1=101", "c1 can't be 101: it goes from 0 to 100.", "For example: /dots @Ruth c3=2 c7"),
    ("dots c1=many", "“many” is not a whole number.", "For example: /dots @Ruth c3=2 c7"),
    ("dots", "“who” and “dots” are missing.", "For example: /dots @Ruth c3=2 c7"),
    ("dots @Rudh c1", "Nobody here is called “Rudh”.", "Did you mean Ruth?"),
    ("dots @Ruth c1=3", "c1 has 3 dots; one card may have 2.", "Spread the others."),
  ])
  func `what is wrong with a line is told as the host tells it`(
    line: String, message: String, hint: String
  ) throws {
    let harness = try harness()
    let refusal = try #require(throws: Refusal.self) { try harness.run(line) }
    #expect(refusal.message == message)
    #expect(refusal.hint?.hasPrefix(hint) == true, "\(refusal.hint ?? "no hint")")
    #expect(try harness.state().data["ballots"] == [:])
  }

  @Test func `a plain line is what people say, and a newcomer joins with it`() throws {
    let harness = try Harness(Voting.plugin, exercise: "dot-voting", cards: ["Guide"])
    let step = try harness.enter("@Carrie c1")
    #expect(harness.participants.map(\.name) == ["Carrie"])
    #expect(step.occurrences.contains(.participant(harness.participants[0])))
    #expect(throws: Refusal.self) { try harness.enter("@Mike c1=101") }
    #expect(throws: Refusal.self) { try harness.enter("@Mike c1=20") }
    #expect(harness.participants.map(\.name) == ["Carrie"])
  }

  @Test func `the transcript holds lines, words, refusals and views`() throws {
    let harness = try harness()
    try harness.run("dots c1=2 c2", as: "Ruth")
    _ = try? harness.run("dots c9", as: "Ruth")
    try harness.show()
    #expect(
      harness.transcript.hasPrefix(
        """
        › /dots c1=2 c2  (Ruth)
        ✓ Ruth has voted. 2 dots not used.
        › /dots c9  (Ruth)
        Failed: There is no card c9.
        Hint: The latest is c2; /cards lists them. For example: /dots
        """))
    #expect(harness.transcript.contains("› /show\n"))
  }

  /// The same lines to the exercise itself and to the library as it is built.
  @Test func `through the real runner everything is the same`() throws {
    let program = try #require(BuildProducts.program("exercise-runner"))
    let library = try #require(BuildProducts.library("charrette-voting"))
    let process = try PluginProcess(library: library, runner: program)
    let there = try Harness(
      exercise: "dot-voting", settings: ["dots": 5], cards: ["Guide", "Training"],
      people: ["Ruth", "Roger White"], asking: process.answer)
    let here = try harness()
    for harness in [here, there] {
      try harness.enter("@Ruth c1=2 c2")
      #expect(throws: Refusal.self) { try harness.enter("@Roger White c1=9") }
      try harness.enter("/reveal")
      try harness.show(for: .report)
    }
    #expect(here.transcript == there.transcript)
    #expect(try here.state() == there.state())
  }

  @Test func `a library that can't be run says why`() throws {
    let program = try #require(BuildProducts.program("exercise-runner"))
    #expect(throws: HarnessFailure.self) {
      try PluginProcess(library: "/nowhere/lib.so", runner: program)
    }
    #expect(throws: HarnessFailure.self) {
      try PluginProcess(library: "/nowhere/lib.so", runner: "/nowhere/runner")
    }
  }
}
