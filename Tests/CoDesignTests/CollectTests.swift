import ExerciseKit
import ExerciseTesting
import Testing

@Suite struct CollectTests {
  @Test func `a line is an idea, a paste is as many as it has lines`() throws {
    let harness = try activity("collect")
    let step = try harness.run(
      "idea", ["text": "Night bus #buses\n\n  A roof  \n#only"], as: "Ruth")
    #expect(step.cards == ["c1", "c2", "c3"])
    #expect(harness.cards.map(\.text) == ["Night bus", "A roof", "#only"])
    #expect(try harness.card("c1").tags == ["buses"])
    #expect(harness.cards.allSatisfy { $0.author == "p1" })
    #expect(try harness.give() == ["c1", "c2", "c3"])
    #expect(try harness.refusal("idea", ["text": " \n "]).hint == "Type the idea.")
  }

  @Test func `how many have contributed is told, and to the facilitator who has not`() throws {
    let harness = try activity("collect")
    try harness.run("idea", ["text": "One"], as: "Ruth")
    try harness.run("idea", ["text": "Two"], as: "Ruth")
    #expect(try harness.shown().contains("1 of 4 has contributed."))
    #expect(try !harness.shown().contains("Not yet"))
    #expect(try harness.shown(.facilitator).contains("Not yet: Roger, Mike and Rhona"))
  }

  @Test func `anonymous, ideas are counted and nobody is named`() throws {
    let harness = try activity("collect", ["privacy": "anonymous"])
    try harness.run("idea", ["text": "One"], as: "Ruth")
    #expect(try harness.card("c1").author == nil)
    #expect(try harness.shown(.facilitator).contains("1 contribution so far. No names are kept."))
    #expect(try !harness.state().data.text().contains("p1"))
  }

  @Test func `sealed, the paper asks once for any number of ideas`() throws {
    let harness = try activity("collect", ["privacy": "sealed"], focus: "What would help?")
    let paper = try #require(try harness.paper())
    #expect(paper.questions.map(\.prompt) == ["What would help? One idea a line."])
    #expect(try harness.shown().contains("sealed until the box is opened"))
    try harness.reveal(
      [
        Ballot(.answers(["text": "One\nTwo"])), Ballot(.blank), Ballot(.answers(["text": "Three"])),
      ],
      lot: 5)
    #expect(harness.cards.map(\.text) == ["One", "Two", "Three"])
  }

  @Test func `merging keeps both sources, and can be taken back`() throws {
    let harness = try activity("collect")
    try harness.run("idea", ["text": "Buses are late"], as: "Ruth")
    try harness.run("idea", ["text": "Late buses"], as: "Roger")
    try harness.run("idea", ["text": "A roof"], as: "Mike")
    try harness.run("merge", ["cards": ["c1", "c2"], "text": "Buses are late at night"])
    #expect(try harness.give() == ["c1", "c3"])
    #expect(try harness.card("c2").hidden == "merged into c1")
    for audience in Audience.allCases {
      #expect(try harness.shown(audience).contains("also c2 “Late buses” (Roger)"))
    }
    try harness.expectToReopen()
    try harness.run("split", ["card": "c2"])
    #expect(try harness.give() == ["c1", "c2", "c3"])
    #expect(try !harness.shown().contains("also c2"))
    #expect(try harness.refusal("merge", ["cards": ["c1", "c1"]]).field == "cards")
    #expect(try harness.refusal("split", ["card": "c3"]).field == "card")
  }

  @Test func `in rounds the turn goes on with the idea, and whoever passes comes back`() throws {
    let harness = try activity("collect", ["mode": "rounds"], people: ["Ruth", "Roger"])
    let first = try #require(try harness.run("round", seed: 1).notice)
    let (one, two) = first.contains("Ruth") ? ("Ruth", "Roger") : ("Roger", "Ruth")
    #expect(first.hasPrefix("Round 1. \(one) begins. Say: “One idea each."))
    #expect(try harness.run("pass").notice == "Next: \(two).")
    #expect(try harness.shown().contains("Comes back"))
    #expect(try harness.run("idea", ["text": "A"], as: two).notice == "Next: \(one).")
    #expect(try harness.run("idea", ["text": "B"], as: one).notice == "The round is over.")
    #expect(try harness.run("round").notice?.hasPrefix("Round 2. \(two) begins.") == true)
    try harness.expectToReopen()
  }

  @Test func `in rounds a line without a name is the speaker's`() throws {
    let harness = try activity("collect", ["mode": "rounds"], people: ["Ruth", "Roger"])
    let first = try #require(try harness.run("round", seed: 1).notice)
    let (one, two) = first.contains("Ruth") ? ("Ruth", "Roger") : ("Roger", "Ruth")
    #expect(try harness.run("idea", ["text": "A"]).notice == "Next: \(two).")
    let author = try harness.card("c1").author
    #expect(harness.participants.first { $0.id == author }?.name == one)
    #expect(try harness.run("idea", ["text": "B"], as: one).notice == nil)
    #expect(try harness.shown().contains("A turn is about 60 seconds."))
  }

  @Test(arguments: ["anonymous", "sealed"])
  func `where no names are kept nobody takes turns`(privacy: String) throws {
    let harness = try activity("collect", ["mode": "rounds", "privacy": .string(privacy)])
    #expect(try harness.refusal("round").message.hasPrefix("Where no names are kept"))
    let alone = try activity("collect", ["mode": "rounds"], people: [])
    #expect(try alone.refusal("round").message == "Nobody is on the roster yet.")
  }

  /// 6-3-5: in each round each sheet is in front of somebody, and everybody has each sheet once.
  @Test func `sheets go round, and everybody writes on each`() throws {
    let people = ["Ruth", "Roger", "Mike", "Rhona", "Ann", "Bob"]
    let harness = try activity("collect", ["mode": "pass-it-on"], people: people)
    for round in 1...6 {
      let notice = try #require(try harness.run("round").notice)
      #expect(notice.hasPrefix("Round \(round):"))
      for person in people {
        try harness.run("idea", ["text": .string("\(person) \(round)")], as: person)
      }
      #expect(try harness.shown().contains("6 of 6 have contributed in this round."))
    }
    #expect(try harness.run("round").notice?.contains("every sheet has been everywhere") == true)
    let sheets = Dictionary(grouping: harness.cards) { $0.attributes["sheet"] ?? "none" }
    #expect(sheets.keys.sorted() == (1...6).map(String.init))
    for cards in sheets.values { #expect(Set(cards.map(\.author)).count == 6) }
    try harness.expectToReopen()
  }

  @Test func `without names it is not kept who has which sheet`() throws {
    let harness = try activity("collect", ["mode": "pass-it-on", "privacy": "anonymous"])
    try harness.run("round")
    try harness.run("idea", ["text": "A"], as: "Ruth")
    #expect(try harness.card("c1").attributes == [:])
    #expect(try harness.shown().contains("not kept either who has which sheet"))
  }

  @Test func `1-2-4-All has its own times, and nobody is left alone in a pair`() throws {
    let harness = try activity(
      "collect", ["mode": "1-2-4-all", "step-minutes": "2 3"],
      people: ["Ruth", "Roger", "Mike", "Rhona", "Ann"])
    #expect(try harness.run("round").notice?.contains("2 minutes: alone, in silence.") == true)
    harness.wait(seconds: 300)
    let pairing = try #require(try harness.run("round").notice)
    #expect(pairing.hasPrefix("That took 5 minutes, of 2. Step 2, 3 minutes: in pairs."))
    guard case .list(let pairs, true)? = try harness.view().blocks.dropFirst(2).first else {
      Issue.record("no pairs")
      return
    }
    #expect(pairs.count == 2 && pairs.allSatisfy { $0.contains(" and ") })
    #expect(try harness.run("round").notice?.contains("in fours. What is alike") == true)
    #expect(try harness.run("round").notice?.contains("5 minutes") == true)
    #expect(try harness.refusal("round").hint == "/round 1 begins again.")
    #expect(try harness.run("round", ["number": 2]).notice?.contains("Step 2") == true)
  }

  @Test func `an idea builds on another, and none on one that is not there`() throws {
    let harness = try activity("collect", cards: ["From before"])
    try harness.run("idea", ["text": "More of it", "on": "c1"], as: "Ruth")
    try harness.run("idea", ["text": "And more", "on": "c2"], as: "Ruth")
    #expect(try harness.card("c3").parent == "c2")
    #expect(throws: Refusal.self) { try harness.run("idea", ["text": "A", "on": "c9"]) }
    #expect(try harness.give() == ["c2", "c3"])
    #expect(try harness.refusal("round").message.hasPrefix("In solo mode"))
  }

  @Test func `what came in goes on too where that is set`() throws {
    let harness = try activity("collect", ["pass-on-taken": true], cards: ["From before"])
    try harness.run("idea", ["text": "New"])
    #expect(try harness.give() == ["c1", "c2"])
  }
}
