import ExerciseKit
import ExerciseTesting
import Testing

@Suite struct CrowdScoringTests {
  @Test func `once the scores are shown no more cards are dealt, and none is forgotten`() throws {
    let harness = try activity("crowd-scoring", cards: ["One", "Two"])
    try harness.run("score", ["scores": ["c1": 3]], as: "Ruth")
    try harness.run("reveal")
    #expect(try harness.refusal("pass").hint == "/cover lets people score again.")
    #expect(try harness.view().blocks.contains(.list(["c2  Two"], ordered: false)))
    try harness.run("cover")
    try harness.run("pass")
  }

  private static let people = (1...6).map { "Person \($0)" }

  private func scoring(
    _ settings: JSONValue = [:], cards: Int = 6
  ) throws -> Harness {
    let harness = try activity("crowd-scoring", settings, people: Self.people)
    for index in 0..<cards {
      try harness.run(
        "write", ["text": .string("Idea \(index + 1)")],
        as: Self.people[index % Self.people.count])
    }
    return harness
  }

  private func hands(_ harness: Harness) throws -> [String: String] {
    guard case .object(let members)? = try harness.state().data["hands"] else { return [:] }
    return Dictionary(
      uniqueKeysWithValues: members.map { member in
        if case .string(let card) = member.value { (member.name, card) } else { (member.name, "") }
      })
  }

  @Test func `in five passes nobody has their own card, nor one twice`() throws {
    let harness = try scoring()
    var seen: [String: [String]] = [:]
    for pass in 1...5 {
      try harness.run("pass")
      let hands = try hands(harness)
      #expect(Set(hands.values).count == 6, "pass \(pass): each card is in one hand")
      for (person, card) in hands {
        #expect(seen[person]?.contains(card) != true)
        seen[person, default: []].append(card)
      }
    }
    // The last of five may leave one with what they wrote; all others never had their own.
    let own = seen.filter { person, cards in cards.contains("c\(person.dropFirst())") }
    #expect(own.count <= 1)
    #expect(try harness.refusal("pass").hint == "/reveal shows the result.")
    try harness.expectToReopen()
  }

  @Test func `what was dealt is what was recorded, whatever chance would say now`() throws {
    let harness = try scoring()
    try harness.run("pass", seed: 3)
    let dealt = try hands(harness)
    try harness.reopen()
    #expect(try hands(harness) == dealt)
    let other = try scoring()
    try other.run("pass", seed: 3)
    #expect(try hands(other) == dealt)
  }

  @Test func `no score is seen before the reveal, whatever is given`() throws {
    var shown: Set<[String]> = []
    for points in [1, 5] {
      let harness = try scoring()
      try harness.run("pass", seed: 1)
      for person in Self.people {
        try harness.run("score", ["points": .integer(points)], as: person)
      }
      #expect(try harness.give() == [])
      shown.insert(try Audience.allCases.map { try harness.shown($0) })
    }
    #expect(shown.count == 1)
  }

  @Test func `the most are read out, and ties with the last go along`() throws {
    let harness = try scoring(["top": 1], cards: 3)
    try harness.run("score", ["scores": ["c1": 5, "c2": 3]], as: "Person 4")
    try harness.run("score", ["scores": ["c1": 4, "c2": 5, "c3": 1]], as: "Person 5")
    #expect(try harness.shown().contains("2 of 6 have scored."))
    try harness.run("reveal")
    #expect(
      try harness.bars() == [
        "c1  Idea 1: 4.5 (9 points in 2 scores) ✓", "c2  Idea 2: 4 (8 points in 2 scores)",
        "c3  Idea 3: 1 (1 point in 1 score)",
      ])
    #expect(try harness.give() == ["c1"])
    #expect(
      try harness.refusal("score", ["points": 3], as: "Person 1").hint
        == "/cover lets people score again.")
    try harness.run("cover")
    try harness.run("score", ["scores": ["c2": 5]], as: "Person 4")
    try harness.run("score", ["scores": ["c1": 5]], as: "Person 5")
    try harness.run("reveal")
    #expect(try harness.give() == ["c1", "c2"])
  }

  @Test func `readiness is told of each pass`() throws {
    let harness = try scoring()
    try harness.run("pass")
    try harness.run("score", ["points": 3], as: "Person 1")
    #expect(try harness.shown().contains("1 of 6 has scored in this pass."))
    try harness.run("pass")
    #expect(try harness.shown().contains("0 of 6 have scored in this pass."))
  }

  @Test func `anonymous, cards are named and none is dealt`() throws {
    let harness = try scoring(["privacy": "anonymous"])
    #expect(try harness.refusal("pass").message.contains("nobody can be dealt"))
    #expect(
      try harness.refusal("score", ["points": 3], as: "Person 1").hint?.contains("c3=4") == true)
    try harness.run("score", ["scores": ["c2": 5]], as: "Person 1")
    #expect(try !harness.state().data.text().contains("p1"))
  }

  @Test func `sealed, everybody scores all cards in the booth`() throws {
    let harness = try scoring(["privacy": "sealed", "top": 1], cards: 2)
    let paper = try #require(try harness.paper())
    #expect(paper.questions[0].options.map(\.id) == ["c1", "c2"])
    try harness.reveal(
      [Ballot(.answers(["scores": ["c1": 2, "c2": 5]])), Ballot(.answers(["scores": ["c1": 3]]))],
      lot: 9)
    #expect(try harness.give() == ["c2"])
  }

  @Test func `fewer cards than people are read by several`() throws {
    let harness = try scoring(cards: 2)
    try harness.run("pass")
    #expect(Set(try hands(harness).values) == ["c1", "c2"])
    #expect(try hands(harness).count == 6)
    #expect(try activity("crowd-scoring").refusal("pass").message == "There are no cards to pass.")
  }
}
