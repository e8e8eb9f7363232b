import ExerciseKit
import ExerciseTesting
import Testing
import Voting

/// The harness plays the host: what it lets pass, and what it makes of changes.
@Suite struct HarnessTests {
  private func harness() throws -> Harness {
    try Harness(
      Voting.plugin, exercise: "dot-voting", settings: ["dots": 5], cards: ["Guide", "Training"],
      people: ["Ruth", "Roger"])
  }

  @Test func `an action's changes come true and its word is told`() throws {
    let harness = try harness()
    let step = try harness.run("dots", ["dots": ["c1": 2]], as: "Ruth")
    #expect(step.changes.count == 1)
    #expect(step.notice == "Ruth has voted. 3 dots not used.")
    #expect(try harness.state().data["ballots"]?["p1"]?["c1"] == 2)
  }

  @Test func `the clock moves with each action, and by itself when asked`() throws {
    let harness = try harness()
    try harness.run("dots", ["dots": ["c1": 1]], as: "Ruth")
    harness.wait(seconds: 60)
    #expect(harness.now.seconds(since: Harness.start) == 61)
  }

  @Test func `mistakes of a test are told as such`() throws {
    let harness = try harness()
    #expect(throws: HarnessFailure.unknownAction("dance")) { try harness.run("dance") }
    #expect(throws: HarnessFailure.unknownField("dot", of: "dots")) {
      try harness.run("dots", ["dot": [:]], as: "Ruth")
    }
    #expect(throws: HarnessFailure.unknownPerson("Eve")) {
      try harness.run("dots", ["dots": [:]], as: "Eve")
    }
    #expect(throws: HarnessFailure.nobodyNamed(action: "dots")) {
      try harness.run("dots", ["dots": [:]])
    }
    #expect(throws: HarnessFailure.unknownCard("c9")) { try harness.change("c9") { _ in } }
    #expect(throws: HarnessFailure.unknownExercise("quiz")) {
      try Harness(Voting.plugin, exercise: "quiz")
    }
    #expect(throws: HarnessFailure.unknownField("dot", of: "dot-voting")) {
      try Harness(Voting.plugin, exercise: "dot-voting", settings: ["dot": 5])
    }
  }

  @Test func `settings that the exercise can't take are refused`() {
    #expect(throws: Refusal.self) {
      try Harness(Voting.plugin, exercise: "dot-voting", settings: ["dots": 0])
    }
  }

  @Test func `opened anew, it is as it was`() throws {
    let harness = try harness()
    try harness.run("dots", ["dots": ["c1": 2, "c2": 1]], as: "Ruth")
    try harness.run("reveal")
    let view = try harness.view(for: .report)
    try harness.reopen(from: harness.state())
    #expect(try harness.view(for: .report) == view)
    try harness.reopen()
    #expect(try harness.view(for: .report) == view)
  }

  @Test func `people join, cards change and go`() throws {
    let harness = try harness()
    harness.join("Mike")
    try harness.change("c2") { $0.text = "Courses" }
    try harness.remove("c1")
    #expect(harness.participants.map(\.name) == ["Ruth", "Roger", "Mike"])
    #expect(harness.cards.map(\.text) == ["Courses"])
    #expect(throws: Refusal.self) { try harness.run("dots", ["dots": ["c1": 1]], as: "Mike") }
    try harness.run("dots", ["dots": ["c2": 1]], as: "Mike")
  }

  @Test(arguments: HarnessFailure.samples)
  func `a failure is worded as a sentence`(failure: HarnessFailure) {
    #expect(failure.description.hasSuffix(".") || failure.description.contains(": "))
  }
}

extension HarnessFailure {
  fileprivate static let samples: [HarnessFailure] = [
    .unknownDraft(3), .tooLong(bytes: 9, limit: 8), .fault("no"), .garbage("no"),
    .unexpectedReply("done", to: "give"),
  ]
}
