import ExerciseKit
import ExerciseTesting
import Testing

@Suite struct ChainTests {
  @Test func `a plain line goes on from the newest card, /from from another`() throws {
    let harness = try activity("chain")
    #expect(try harness.shown().contains("Begin with the problem as it is felt."))
    let step = try harness.run("step", ["text": "People miss the last bus"], as: "Ruth")
    #expect(step.notice == "Why is that?")
    try harness.run("step", ["text": "It leaves at ten"])
    try harness.run("step", ["text": "The drivers' shift ends"])
    try harness.run("from", ["card": "c1"])
    try harness.run("step", ["text": "Nobody knows when it leaves"])
    try harness.run("step", ["text": "The sign is gone"])
    #expect(harness.cards.map(\.parent) == [nil, "c1", "c2", "c1", "c4"])
    #expect(try harness.give() == ["c3", "c5"])
    #expect(try harness.shown().contains("1 of 4 has added a step."))
    try harness.expectToReopen()
  }

  @Test func `what came in first is what the chain begins with`() throws {
    let harness = try activity("chain", cards: ["People miss the last bus"])
    try harness.run("step", ["text": "It leaves at ten"])
    #expect(try harness.card("c2").parent == "c1")
    #expect(try harness.shown().contains("People miss the last bus"))
  }

  @Test func `marked cards go on, the ends where none is`() throws {
    let harness = try activity("chain")
    for text in ["A", "B", "C"] { try harness.run("step", ["text": .string(text)]) }
    #expect(try harness.give() == ["c3"])
    try harness.run("mark", ["card": "c2"])
    #expect(try harness.give() == ["c2"])
    #expect(try harness.card("c2").tags == ["act-here"])
    #expect(try harness.refusal("mark", ["card": "c2"]).field == "card")
    try harness.run("unmark", ["card": "c2"])
    #expect(try harness.give() == ["c3"])
    #expect(try harness.card("c2").tags == [])
  }

  @Test func `assumptions hang on their step and carry their label`() throws {
    let harness = try activity("chain", ["preset": "theory-of-change", "pass-on": "all"])
    try harness.run("step", ["text": "Fewer people are lonely"])
    try harness.run("step", ["text": "They meet"])
    try harness.run("assume", ["card": "c2", "text": "They want to #risky"])
    #expect(try harness.card("c3").tags == ["assumption", "risky"])
    #expect(
      try harness.run("step", ["text": "There is a place"]).notice
        == "What must happen first, for this to come true?")
    #expect(try harness.card("c4").parent == "c2")
    let shown = try harness.shown(.report)
    #expect(shown.contains("Impact") && shown.contains("Outcome") && !shown.contains("Activity"))
    #expect(try harness.give() == ["c1", "c2", "c3", "c4"])
  }

  @Test func `another root begins another tree, and a very deep one is shown whole`() throws {
    let harness = try activity("chain", ["levels": "Top | Next", "question": "And why?"])
    for number in 1...40 { try harness.run("step", ["text": .string("Step \(number)")]) }
    let step = try harness.run("root", ["text": "Another"])
    #expect(step.notice == "And why?")
    #expect(try harness.card("c41").parent == nil)
    let shown = try harness.shown()
    for number in 1...40 { #expect(shown.contains("Step \(number)")) }
    #expect(shown.contains("Level 12"))
  }

  @Test func `a step on what is hidden or not there is declined`() throws {
    let harness = try activity("chain")
    try harness.run("step", ["text": "A"])
    try harness.change("c1") { $0.hidden = "off topic" }
    #expect(try harness.refusal("step", ["text": "B", "on": "c1"]).message == "c1 is hidden.")
    #expect(throws: Refusal.self) { try harness.run("step", ["text": "B", "on": "c9"]) }
    #expect(try harness.refusal("step", ["text": " "]).field == "text")
    try harness.run("step", ["text": "B"])
    #expect(try harness.card("c2").parent == nil)
  }
}
