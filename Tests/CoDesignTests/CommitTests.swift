import ExerciseKit
import ExerciseTesting
import Testing

@Suite struct CommitTests {
  @Test func `an action has its owner and its date from one line`() throws {
    let harness = try activity("commit", cards: ["A guide"])
    try harness.run("action", ["text": "Write the guide by 2026-12-01", "from": "c1"], as: "Ruth")
    let card = try harness.card("c2")
    #expect(card.text == "Write the guide" && card.parent == "c1" && card.tags == ["action"])
    #expect(card.attributes == ["owner": "p1", "due": "2026-12-01"])
    #expect(try harness.shown().contains("1 of 1 open action has an owner and a date."))
    #expect(try harness.give() == ["c2"])
  }

  @Test func `what came in is in sight, so that actions can be made of it`() throws {
    let harness = try activity("commit", cards: ["A guide"])
    #expect(try harness.shown().contains("c1  A guide"))
    #expect(try !harness.shown(.report).contains("Brought in"))
  }

  @Test func `what is missing is asked for, and can be said later`() throws {
    let harness = try activity("commit")
    let step = try harness.run("action", ["text": "Ask the drivers"])
    #expect(step.notice == "Who sees to it, and by when? /owner, /due")
    #expect(try harness.shown(.facilitator).contains("Ask about c1: /owner, /due"))
    #expect(try !harness.shown().contains("Ask about"))
    try harness.run("owner", ["card": ["c1"], "person": "p2"])
    try harness.run("due", ["card": ["c1"], "date": "2011-10-30"])
    #expect(try harness.shown().contains("\"Roger\",\"2011-10-30\",\"open\""))
    try harness.expectToReopen()
    #expect(throws: Refusal.self) { try harness.run("owner", ["card": ["c1"], "person": "p9"]) }
  }

  @Test func `decisions and insights stand beside the actions`() throws {
    let harness = try activity("commit")
    try harness.run("decision", ["text": "We begin with the bus"])
    try harness.run("insight", ["text": "Nobody had asked the drivers #drivers"])
    #expect(harness.cards.map(\.tags) == [["decision"], ["insight", "drivers"]])
    #expect(
      try harness.refusal("owner", ["card": ["c1"], "person": "p1"]).message
        == "c1 is not an action.")
  }

  @Test func `open actions of last time are offered: done, kept, dropped with a reason`() throws {
    let harness = try activity("commit", cards: ["Old one", "Old two", "Old three", "No action"])
    for id in ["c1", "c2", "c3"] as [CardID] {
      try harness.change(id) { card in
        card.tags = ["action"]
        card.attributes = ["owner": "p3", "due": "2011-10-01"]
      }
    }
    #expect(try harness.shown().contains("Open from before"))
    #expect(try harness.shown().contains("late"))
    try harness.run("done", ["card": ["c1"]])
    try harness.run("keep", ["card": ["c2"]])
    try harness.run("drop", ["card": ["c3"], "reason": "The office does it"])
    #expect(try harness.shown(.report).contains("dropped: The office does it"))
    #expect(try harness.give() == ["c2"])
    try harness.run("due", ["card": ["c2"], "date": "2011-11-30"])
    #expect(try harness.shown().contains("still stands"))
    try harness.expectToReopen()
  }

  @Test func `several actions are done, due, owned and dropped in one line, or none is`() throws {
    let harness = try activity("commit")
    for text in ["One", "Two", "Three"] { try harness.run("action", ["text": .string(text)]) }
    try harness.run("/owner c1 and c3 Ruth")
    try harness.run("/due c1, c3 2011-12-11")
    #expect(try harness.card("c3").attributes == ["owner": "p1", "due": "2011-12-11"])
    #expect(try harness.run("/done c1 c3").notice == "c1 and c3 are done.")
    try harness.run("decision", ["text": "We begin"])
    #expect(try harness.refusal("done", ["card": ["c2", "c4"]]).message == "c4 is not an action.")
    #expect(try harness.card("c2").attributes["status"] == nil)
    #expect(try harness.run("/keep c1").notice == "c1 still stands.")
  }

  @Test func `where no names are kept, an owner is only who is typed as one`() throws {
    let harness = try activity("commit", ["privacy": "anonymous"])
    try harness.run("action", ["text": "Ask the drivers"], as: "Ruth")
    #expect(try harness.card("c1").attributes["owner"] == nil)
    try harness.run("action", ["text": "Ask again", "owner": "p2", "due": "2011-12-01"])
    #expect(try harness.card("c2").attributes == ["owner": "p2", "due": "2011-12-01"])
  }

  @Test func `a date in the middle belongs to the words`() throws {
    let harness = try activity("commit")
    try harness.run("action", ["text": "Meet on 2026-12-01 by the lake"])
    try harness.run("action", ["text": "by 2026-12-01"])
    #expect(harness.cards.map(\.text) == ["Meet on 2026-12-01 by the lake", "by 2026-12-01"])
    #expect(try harness.refusal("action", ["text": " "]).field == "text")
  }
}
