import ExerciseKit
import ExerciseTesting
import Testing

@Suite struct RoundsTests {
  private func order(_ harness: Harness) throws -> [String] {
    let order = try harness.state().data["turns"]?["order"]
    guard case .array(let ids)? = order else { return [] }
    return ids.compactMap { id in
      harness.participants.first { $0.id.json == id }?.name
    }
  }

  @Test func `the order is drawn once, recorded, and shown`() throws {
    let harness = try activity("rounds")
    let step = try harness.run("round", seed: 7)
    let drawn = try order(harness)
    #expect(drawn.sorted() == ["Mike", "Rhona", "Roger", "Ruth"])
    #expect(step.notice == "Who are you, and how do you come into the room? \(drawn[0]), please.")
    #expect(try harness.shown().contains("Then"))
    let same = try activity("rounds")
    try same.run("round", seed: 7)
    #expect(try order(same) == drawn)
    let orders = try (1...20).map { seed in
      let other = try activity("rounds")
      try other.run("round", seed: seed)
      return try order(other)
    }
    #expect(Set(orders).count > 5)
    try harness.expectToReopen()
  }

  @Test func `each round another one is first, and nobody is always last`() throws {
    let harness = try activity("rounds", ["preset": "what-so-what-now-what"])
    var last: [String] = []
    for _ in 1...4 {
      try harness.run("round")
      last += try order(harness).suffix(1)
    }
    #expect(Set(last).count == 4)
  }

  @Test func `whoever is skipped comes back once, and then has passed`() throws {
    let harness = try activity("rounds", ["order": "roster"])
    try harness.run("round")
    #expect(try order(harness) == ["Ruth", "Roger", "Mike", "Rhona"])
    #expect(try harness.run("pass").notice == "Roger, please.")
    #expect(try harness.run("done").notice == "Mike, please.")
    #expect(try harness.run("done").notice == "Rhona, please.")
    #expect(try harness.run("done").notice == "Ruth, please.")
    #expect(try harness.run("pass").notice == "Everybody had a turn; /round goes on.")
    #expect(try harness.shown().contains("Passed: Ruth"))
    #expect(try harness.shown().contains("3 of 4 have spoken in this round."))
    #expect(try harness.refusal("done").hint == "/round begins a round.")
  }

  @Test func `the last one left may be skipped, and is asked again at once`() throws {
    let harness = try activity("rounds", people: ["Ruth"])
    try harness.run("round")
    #expect(try harness.run("pass").notice == "Ruth, please.")
    #expect(try harness.run("pass").notice == "Everybody had a turn; /round goes on.")
  }

  @Test func `a plain line is the speaker's, and @Name somebody else's`() throws {
    let harness = try activity("rounds", ["order": "roster"])
    try harness.run("say", ["text": "Welcome"])
    try harness.run("round")
    try harness.run("say", ["text": "Glad to be here #mood"])
    try harness.run("say", ["text": "Me too"], as: "Mike")
    #expect(harness.cards.map(\.author) == [nil, "p1", "p3"])
    #expect(try harness.card("c2").tags == ["mood"])
    #expect(try harness.card("c2").attributes["round"] == "1")
    #expect(try harness.give() == ["c1", "c2", "c3"])
    #expect(try harness.shown(.report).contains("Before the rounds"))
  }

  @Test func `newcomers are last in line, and who is called out of turn delays nobody`() throws {
    let harness = try activity("rounds", ["order": "roster"], people: ["Ruth", "Roger"])
    try harness.run("round")
    harness.join("Ann")
    #expect(try harness.run("call", ["person": "p3"]).notice == "Ann, please.")
    #expect(try harness.run("done").notice == "Ruth, please.")
    #expect(try harness.run("done").notice == "Roger, please.")
    #expect(try harness.run("done").notice == "Everybody had a turn; /round goes on.")
    #expect(throws: Refusal.self) { try harness.run("call", ["person": "p9"]) }
  }

  @Test func `questions of one's own take the place of the preset's, and begin again`() throws {
    let harness = try activity("rounds", ["questions": "First? | Second?", "preset": "six-hats"])
    #expect(try harness.run("round").notice?.hasPrefix("First?") == true)
    #expect(try harness.run("round").notice?.hasPrefix("Second?") == true)
    #expect(try harness.run("round").notice?.hasPrefix("First?") == true)
    #expect(try harness.run("round", ["number": 2]).notice?.hasPrefix("Second?") == true)
  }

  @Test func `facilitators are not waited for where there are others`() throws {
    let harness = try activity("rounds", people: ["Ruth", "Roger"])
    harness.tell(.participant(Participant(id: "p2", name: "Roger", role: .facilitator)))
    try harness.run("round")
    #expect(try order(harness) == ["Ruth"])
    let empty = try activity("rounds", people: [])
    #expect(try empty.refusal("round").hint == "/people add Ruth, Roger")
  }
}
