import ExerciseProtocol
import Polling
import Testing

@Suite("The schema of a poll's bundle")
struct BundleSchemaTests {
  @Test("Every member of a bundle is named in poll.schema.json, every required one is there")
  func bundles() throws {
    let schemas = try Schemas()
    for bundle in [try byName(), try byCode()] {
      let document = try JSONValue(parsing: bundle.bytes)
      #expect(schemas.faults(of: document, in: "poll.schema.json") == [])
      #expect(Audit(bundle.bytes).agrees)
    }
    #expect(
      schemas.faults(of: ["charrette-poll": 2, "balots": []], in: "poll.schema.json").count > 5)
  }

  /// With all that a bundle by names can have.
  private func byName() throws -> PollBundle {
    var sample = BoxSample()
    var terms = sample.terms
    (terms.focus, terms.isBlind, terms.quorum) = ("Where first?", true, .percentage(50))
    terms.allowsEnteredBallots = true
    terms.roll[0].weight = 3
    terms.roll[0].holdsProxiesOf = ["p4"]
    terms.paper.rule?.settings = ["tie-break": "lot"]
    terms.paper.questions.append(PaperQuestion("why", "Why?", .text(lines: 3)))
    var box = PollBox(terms, sample.secrets)
    try box.cast(
      SealedBallot(
        sealing: Ballot(sample.ballot("c1").mark, weight: 3), on: terms.paper,
        using: &sample.generator), spending: .person("p1"), by: .booth)
    for (person, mark) in [("p4", Ballot.Mark.blank), ("p2", .spoilt)] {
      try box.cast(
        SealedBallot(sealing: Ballot(mark), on: terms.paper, using: &sample.generator),
        spending: .person(ParticipantID(person)), by: .entered)
    }
    for person in ["p1", "p2"] as [ParticipantID] {
      try box.enter(sample.ballot("c2"), paper: 1, by: person)
    }
    try box.takePapers(spending: [.person("p3")], using: &sample.generator)
    try box.close()
    try box.reopen(because: "A late bus.")
    try box.close()
    let hands = HandCount(people: 2, entries: [.init(sample.ballot("c2"), count: 2)])
    return try PollBundle(of: box, words: "Môr glas", hands: hands)
  }

  private func byCode() throws -> PollBundle {
    var sample = BoxSample(codes: 3)
    var box = PollBox(sample.terms, sample.secrets)
    try box.cast(sample.sealed("c1"), spending: .code(sample.codes[0].hash(in: "a3-1")), by: .booth)
    try box.close()
    return try PollBundle(of: box, words: "x")
  }
}
