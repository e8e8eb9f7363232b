import ExerciseKit
import ExerciseTesting
import Testing

@Suite struct SurveyTests {
  private static let questions: JSONValue =
    "Likert: It was worth it | Choice: How did you hear? = Letter / Friend / Web | Text: What else?"

  private func survey(_ settings: JSONValue = ["privacy": "open"]) throws -> Harness {
    guard case .object(let members) = settings else { return try activity("survey") }
    return try activity("survey", .object(members + [.init("questions", Self.questions)]))
  }

  @Test func `bars and spread tell what was answered`() throws {
    let harness = try survey()
    for (person, step) in [("Ruth", "5"), ("Roger", "fully"), ("Mike", "2"), ("Rhona", "4")] {
      try harness.run("answer", ["text": .string(step)], as: person)
    }
    #expect(try harness.shown().contains("4 of 4 have answered question 1."))
    try harness.run("reveal")
    #expect(
      try harness.bars().prefix(5) == [
        "1  Not at all: 0", "2  Rather not: 1", "3  In between: 0", "4  Rather: 1", "5  Fully: 2",
      ])
    #expect(
      try harness.shown().contains(
        "Middle 4.5, half of the answers from 3 to 5, mean 4."))
    try harness.expectToReopen()
  }

  @Test func `questions are opened one after the other, and answered in kind`() throws {
    let harness = try survey()
    #expect(try harness.run("question").notice == "How did you hear?")
    try harness.run("answer", ["text": "fri"], as: "Ruth")
    try harness.run("answer", ["text": "Web"], as: "Ruth")
    #expect(try harness.run("question").notice == "What else?")
    try harness.run("answer", ["text": "More breaks"], as: "Ruth")
    #expect(try harness.card("c1").attributes["question"] == "3")
    #expect(try harness.refusal("question").hint == "They are 1 to 3.")
    try harness.run("reveal")
    #expect(try harness.bars().suffix(3) == ["1  Letter: 0", "2  Friend: 0", "3  Web: 1"])
    #expect(try harness.give() == ["c1"])
    try harness.run("question", ["number": 1])
    #expect(
      try harness.refusal("answer", ["text": "perhaps"], as: "Ruth").hint
        == "They are 1 Not at all, 2 Rather not, 3 In between, 4 Rather, 5 Fully.")
  }

  @Test func `nothing is seen on the wall before the reveal, and all in the report`() throws {
    let shown = try ["1", "5"].map { step in
      let harness = try survey()
      try harness.run("answer", ["text": .string(step)], as: "Ruth")
      return try harness.shown()
    }
    #expect(shown[0] == shown[1])
    let harness = try survey()
    try harness.run("answer", ["text": "5"], as: "Ruth")
    #expect(try harness.shown(.report).contains("1 answer."))
    try harness.run("reveal")
    try harness.run("cover")
    #expect(try harness.bars() == [])
  }

  @Test func `anonymous unless said otherwise: answers add up and nobody is named`() throws {
    let harness = try survey([:])
    for step in ["4", "5"] { try harness.run("answer", ["text": .string(step)], as: "Ruth") }
    #expect(try harness.shown().contains("2 contributions so far. No names are kept."))
    #expect(try !harness.state().data.text().contains("p1"))
  }

  @Test func `sealed, one paper asks everything`() throws {
    let harness = try survey(["privacy": "sealed"])
    let paper = try #require(try harness.paper())
    #expect(paper.questions.map(\.field) == ["q1", "q2", "q3"])
    let sheets = [
      Ballot(.answers(["q1": "5", "q2": "1", "q3": "Thanks"])), Ballot(.answers(["q1": "3"])),
      Ballot(.blank),
    ]
    #expect(sheets.allSatisfy { paper.faults(in: $0).isEmpty })
    try harness.reveal(sheets, lot: 4)
    #expect(try harness.shown().contains("Middle 4, half of the answers from 3 to 5, mean 4."))
    #expect(harness.cards.map(\.text) == ["Thanks"])
  }

  @Test func `steps of one's own, and questions that are none of the kinds`() throws {
    let harness = try activity(
      "survey",
      ["questions": "Likert: Good? | Choice: One = only | Why: not?", "steps": "no | yes"])
    try harness.run("reveal")
    #expect(try harness.bars() == ["1  no: 0", "2  yes: 0"])
    #expect(try harness.shown().contains("Why: not?"))
    let none = try activity("survey", ["questions": " | "])
    #expect(try none.shown().contains("has none"))
    #expect(try none.refusal("answer", ["text": "5"]).message == "There is no question 1.")
  }
}
