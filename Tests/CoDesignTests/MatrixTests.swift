import ExerciseKit
import ExerciseTesting
import Testing

@Suite struct MatrixTests {
  private func matrix(_ settings: JSONValue = [:]) throws -> Harness {
    try activity("matrix", settings, cards: ["Night bus", "A roof", "Bus lanes"])
  }

  private func points(_ harness: Harness) throws -> [String] {
    for case .matrix(let matrix) in try harness.view().blocks {
      return matrix.points.map { "\($0.label) \($0.x) \($0.y)" }
    }
    return []
  }

  @Test func `the room places cards, several in a line, and moves them`() throws {
    let harness = try matrix()
    try harness.run("place", ["at": "c1 7 2; c2 c3 1 9"], as: "Ruth")
    #expect(try points(harness) == ["c2 0.1 0.9", "c3 0.1 0.9", "c1 0.7 0.2"])
    try harness.run("place", ["at": "c1 3 8"], as: "Roger")
    #expect(try points(harness).contains("c1 0.3 0.8"))
    #expect(try harness.shown().contains("3 of 3 cards placed."))
    #expect(try harness.give() == ["c2", "c3", "c1"])
    try harness.expectToReopen()
  }

  @Test func `placed by everybody, the middle is shown with its spread`() throws {
    let harness = try matrix(["placed-by": "everybody"])
    try harness.run("place", ["at": "c1 2 9"], as: "Ruth")
    try harness.run("place", ["at": "c1 9 8"], as: "Roger")
    #expect(try points(harness) == ["c1 0.55 0.85"])
    #expect(try harness.shown().contains("5.5 (2 to 9)"))
    #expect(try harness.shown().contains("2 of 4 have placed cards."))
    #expect(try harness.shown(.facilitator).contains("Far apart: c1."))
    try harness.run("place", ["at": "c1 3 8"], as: "Roger")
    #expect(try points(harness) == ["c1 0.25 0.85"])
    try harness.run("settle", ["card": "c1", "across": 4, "up": 8])
    #expect(try points(harness) == ["c1 0.4 0.8"])
    #expect(try harness.shown().contains("4, settled (2 to 3)"))
    try harness.run("clear", ["cards": ["c1"]])
    #expect(try points(harness) == [])
    #expect(try harness.shown().contains("Not placed"))
  }

  @Test func `a card with one number of the two is refused, and nothing is placed`() throws {
    let harness = try matrix()
    let refused = try harness.refusal("place", ["across": ["c1": 3, "c2": 4], "up": ["c1": 3]])
    #expect(refused.message == "c2 has one number of the two.")
    #expect(try points(harness) == [])
  }

  @Test func `anonymous, each placement is one more voice`() throws {
    let harness = try matrix(["placed-by": "everybody", "privacy": "anonymous"])
    try harness.run("place", ["at": "c1 0 10"], as: "Ruth")
    try harness.run("place", ["at": "c1 10 10"], as: "Ruth")
    #expect(try points(harness) == ["c1 0.5 1.0"])
    #expect(try !harness.state().data.text().contains("p1"))
  }

  @Test func `sealed, the paper asks for every card on both axes`() throws {
    let harness = try matrix(["placed-by": "everybody", "privacy": "sealed"])
    let paper = try #require(try harness.paper())
    #expect(paper.questions.map(\.field) == ["across", "up"])
    #expect(paper.questions[0].prompt == "Effort: 0 is “little”, 10 is “much”")
    let sheets = [2, 4].map { across in
      Ballot(.answers(["across": ["c1": .integer(across)], "up": ["c1": 10, "c2": 3]]))
    }
    #expect(sheets.allSatisfy { paper.faults(in: $0).isEmpty })
    try harness.reveal(sheets, lot: 1)
    #expect(try points(harness) == ["c1 0.3 1.0"])
  }

  @Test func `quadrants have names, become tags, and one of them may go on`() throws {
    let harness = try matrix(["pass-on": "upper-left"])
    try harness.run("place", ["at": "c1 2 9; c2 8 8; c3 1 1"])
    try harness.run("label")
    #expect(
      try ["c1", "c2", "c3"].map { try harness.card(CardID($0)).tags } == [
        ["quick-wins"], ["big-projects"], ["fill-ins"],
      ])
    #expect(try harness.give() == ["c1"])
    try harness.run("place", ["at": "c1 9 9"])
    try harness.run("label")
    #expect(try harness.card("c1").tags == ["big-projects"])
  }

  @Test func `axes and quadrants of one's own`() throws {
    let harness = try matrix([
      "across": "Cost | cheap | dear", "up": "Joy", "quadrants": "Do it | Think | Perhaps | No",
    ])
    try harness.run("place", ["at": "c1 2 9"])
    let shown = try harness.shown()
    for word in ["Cost", "cheap", "Joy", "low", "Do it"] { #expect(shown.contains(word)) }
  }

  @Test(
    arguments: [
      ("c1", "“c1” does not place a card."), ("c1 7", "“c1 7” does not place a card."),
      ("c1 11 2", "Both numbers go from 0 to 10."), ("c9 1 1", "There is no card c9 here."),
      (" ", "No card is placed by that."),
    ])
  func `what does not place a card is told`(line: String, message: String) throws {
    #expect(try matrix().refusal("place", ["at": .string(line)]).message == message)
  }
}
