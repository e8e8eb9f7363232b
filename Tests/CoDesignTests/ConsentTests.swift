import ExerciseKit
import ExerciseTesting
import Testing

@Suite struct ConsentTests {
  private static let proposal = "A night bus for three months"

  private func round(_ settings: JSONValue = [:]) throws -> Harness {
    let harness = try activity("consent", settings, cards: [Self.proposal])
    try harness.run("propose", ["card": "c1"])
    return harness
  }

  private func say(_ harness: Harness, _ text: String, _ person: String) throws {
    try harness.run("say", ["text": .string(text)], as: person)
  }

  @Test func `the whole round, from the proposal to the decision with its review date`() throws {
    let harness = try round()
    try say(harness, "Who pays for it?", "Ruth")
    #expect(try harness.card("c2").tags == ["question"])
    #expect(try harness.run("phase").notice?.contains("what do you think of it?") == true)
    try say(harness, "I like it", "Roger")
    try harness.run("phase")
    try say(harness, "Fridays only?", "Mike")
    #expect(try harness.card("c4").tags == ["suggestion"])
    try harness.run("phase")
    try say(harness, "objection Nobody pays for it", "Ruth")
    try say(harness, "consent", "Roger")
    try say(harness, "Concern: it takes long", "Mike")
    #expect(try harness.card("c5").tags == ["objection"])
    #expect(try harness.card("c6").tags == ["concern"])
    #expect(try harness.shown().contains("3 of 4 have answered."))
    #expect(
      try harness.refusal("decide", ["review": "2027-03-01"]).message
        == "1 objection stands in the way.")
    try harness.run("phase")
    try harness.run("amend", ["text": "A night bus for three months, paid by the county"])
    try harness.run("resolve", ["card": "c5", "how": "The county pays"])
    try harness.expectToReopen()
    for person in ["Ruth", "Roger", "Mike"] { try say(harness, "consent", person) }
    #expect(try harness.shown().contains("As it stands, the proposal passes."))
    try harness.run("decide", ["review": "2027-03-01"])
    let decision = try harness.card("c7")
    #expect(decision.text == "A night bus for three months, paid by the county")
    #expect(decision.tags == ["decision"] && decision.parent == "c1")
    #expect(decision.attributes["review"] == "2027-03-01")
    #expect(try harness.give() == ["c7"])
    let report = try harness.shown(.report)
    for word in ["Decided: ", "2027-03-01", "Taken in: The county pays", "Who pays for it?"] {
      #expect(report.contains(word))
    }
  }

  @Test func `an objection withdrawn is none, and every phase can be gone back to`() throws {
    let harness = try round()
    try harness.run("phase", ["phase": "objections"])
    try say(harness, "objection", "Ruth")
    #expect(try harness.card("c2").text.hasPrefix("An objection;"))
    try harness.run("phase", ["phase": "reactions"])
    try harness.run("phase", ["phase": "objections"])
    try say(harness, "ok", "Ruth")
    try harness.run("decide", ["review": "2027-03-01"])
    #expect(try harness.give().count == 1)
    try harness.run("propose", ["text": "Another thing"])
    #expect(try harness.shown().contains("Another thing"))
    #expect(try harness.shown().contains("Decided: \(Self.proposal)"))
  }

  @Test(arguments: [
    ("consents", 2), ("I consent", 2), ("agreed", 2), ("fine by me", 2), ("I'm happy", 2),
    ("I’m happy with that", 2), ("is happy", 2), ("I can live with it", 2),
    ("can live with that", 2), ("no objection", 2), ("has no objection", 2),
    ("I have no objections", 2), ("doesn't object", 2), ("I do not object", 2), ("OK by me", 2),
    ("I withdraw my objection", 2), ("no longer objects", 2), ("Yes, let's do it", 2),
    ("stand aside", 1), ("I stand aside", 1), ("stands aside", 1), ("fine by me, but the noise", 1),
    ("agreed, as long as it is paid", 1), ("I have a concern: noise", 1),
    ("object", 0), ("objects", 0), ("I object", 0), ("I'm not happy", 0), ("not fine", 0),
    ("I don't agree", 0), ("I can't live with it", 0), ("has an objection: cost", 0),
    ("disagrees", 0), ("block", 0),
  ]) func `an answer is taken in people's own words`(words: String, grade: Int) throws {
    let harness = try round()
    try harness.run("phase", ["phase": "objections"])
    try say(harness, words, "Ruth")
    let bars = try harness.bars()
    #expect(bars == (0...2).reversed().map { "\(Self.steps[$0]): \($0 == grade ? 1 : 0)" })
  }

  private static let steps = ["Objection", "Consent, with a concern", "Consent"]

  @Test func `what is no answer is refused, with what can be said`() throws {
    let harness = try round()
    try harness.run("phase", ["phase": "objections"])
    let refusal = try harness.refusal("say", ["text": "who pays"], as: "Ruth")
    #expect(refusal.message == "That does not answer the test.")
    #expect(refusal.hint?.isEmpty == false)
  }

  @Test func `a mistaken objection leaves the wall and the report once its person consents`() throws
  {
    let harness = try round()
    try harness.run("phase", ["phase": "objections"])
    try say(harness, "objection Nobody pays for it", "Ruth")
    try say(harness, "concern: noise", "Roger")
    try say(harness, "consent", "Ruth")
    for audience in [Audience.room, .report, .facilitator] {
      #expect(try !harness.shown(audience).contains("Nobody pays for it"))
      #expect(try harness.shown(audience).contains("noise"))
    }
    #expect(try harness.card("c2").text == "Nobody pays for it")
    try harness.expectToReopen()
    // The other way, and again.
    try say(harness, "object: too dear", "Roger")
    #expect(try harness.shown(.room).contains("too dear"))
    #expect(try !harness.shown(.room).contains("noise"))
    try say(harness, "objection: far too dear", "Roger")
    #expect(try !harness.shown(.room).contains("  too dear"))
    #expect(try harness.shown(.room).contains("far too dear"))
    // What was said to another wording stays.
    try harness.run("amend", ["text": "A night bus for two months"])
    try say(harness, "consent", "Roger")
    #expect(try harness.shown(.report).contains("far too dear"))
  }

  @Test func `fist to five passes with threes and more, unless a fist is shown`() throws {
    let harness = try round(["method": "fist-to-five"])
    try harness.run("phase", ["phase": "objections"])
    try say(harness, "5", "Ruth")
    try say(harness, "2 I doubt the price", "Roger")
    #expect(try harness.card("c2").tags == ["concern"])
    #expect(
      try harness.refusal("decide", ["review": "2027-03-01"]).message
        == "1 of 2 supports it, and all must.")
    try say(harness, "3", "Roger")
    try harness.run("decide", ["review": "2027-03-01"])
    let half = try round(["method": "fist-to-five", "support": 50])
    try half.run("phase", ["phase": "objections"])
    try say(half, "5", "Ruth")
    try say(half, "1", "Roger")
    try half.run("decide", ["review": "2027-03-01"])
    try half.run("phase", ["phase": "objections"])
    try say(half, "0", "Roger")
    #expect(
      try half.refusal("decide", ["review": "2027-03-01"]).message
        == "1 objection stands in the way.")
  }

  @Test func `gradients have eight steps, and three quarters must support`() throws {
    let harness = try round(["method": "gradients", "quorum": 3])
    try harness.run("phase", ["phase": "objections"])
    for (person, grade) in [("Ruth", "8"), ("Roger", "6 later")] { try say(harness, grade, person) }
    #expect(
      try harness.refusal("decide", ["review": "2027-03-01"]).message
        == "2 of the 3 who are needed answered.")
    try say(harness, "7", "Mike")
    try say(harness, "4", "Rhona")
    #expect(try harness.bars().count == 8)
    try harness.run("decide", ["review": "2027-03-01"])
  }

  @Test func `sealed, grade and reason come from the booth`() throws {
    let harness = try round(["privacy": "sealed", "method": "fist-to-five"])
    let paper = try #require(try harness.paper())
    #expect(paper.questions.map(\.prompt)[0] == Self.proposal)
    try harness.run("words", ["text": "Who pays?"], as: "Ruth")
    try harness.reveal(
      [Ballot(.answers(["grade": 4])), Ballot(.answers(["grade": 0, "text": "Too dear"]))], lot: 1)
    #expect(harness.cards.filter { $0.tags == ["objection"] }.map(\.text) == ["Too dear"])
    #expect(try harness.bars().last == "0  Fist: I block it: 1")
  }

  @Test func `a first plain line is the proposal`() throws {
    let harness = try activity("consent")
    try say(harness, "We meet on Mondays", "Ruth")
    #expect(try harness.shown().contains("We meet on Mondays"))
    let empty = try activity("consent")
    for action in ["phase", "amend", "decide"] {
      let fields: JSONValue =
        action == "amend"
        ? ["text": "A"]
        : action == "decide" ? ["review": "2027-03-01"] : [:]
      #expect(try empty.refusal(action, fields).message == "There is no proposal yet.")
    }
  }

  @Test(arguments: [("consent", "perhaps"), ("fist-to-five", "6"), ("gradients", "0 never")])
  func `what does not answer the test is told how it is answered`(
    method: String, line: String
  ) throws {
    let harness = try round(["method": .string(method)])
    try harness.run("phase", ["phase": "objections"])
    let refusal = try harness.refusal("say", ["text": .string(line)], as: "Ruth")
    #expect(refusal.message == "That does not answer the test.")
    #expect(refusal.hint?.hasPrefix("@Ruth") == true)
  }
}
