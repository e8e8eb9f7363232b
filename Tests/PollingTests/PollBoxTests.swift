import ExerciseProtocol
import Polling
import Testing

@Suite struct PollBoxTests {
  private func refusal(_ body: () throws(BoxRefusal) -> Void) -> BoxRefusal? {
    do throws(BoxRefusal) {
      try body()
      return nil
    } catch {
      return error
    }
  }

  @Test func `each name and each code casts once`() throws {
    var sample = Sample()
    var box = sample.box
    try box.cast(sample.sealed("c1"), spending: .person("p1"), by: .booth)
    #expect(box.turnout == Turnout(cast: 1, possible: 3))
    var more = sample.sealed("c1")
    for (voter, expected) in [
      (Voter.person("p1"), BoxRefusal.alreadyUsed), (.person("p9"), .unknownVoter),
      (.code(Fingerprint(of: [])), .unknownVoter),
    ] {
      let before = box
      #expect(box.refusal(of: voter) == expected)
      #expect(
        refusal { () throws(BoxRefusal) in try box.cast(more, spending: voter, by: .booth) }
          == expected)
      #expect(box == before)
    }
    let codes = sample.useCodes(2)
    box = sample.box
    more = sample.sealed("c2")
    let voter = Voter.code(codes[0].hash(in: "a3-1"))
    try box.cast(more, spending: voter, by: .booth)
    #expect(box.refusal(of: voter) == .alreadyUsed)
    #expect(box.refusal(of: .code(codes[0].hash(in: "a3-2"))) == .unknownVoter)
    #expect(box.refusal(of: .person("p1")) == .unknownVoter)
  }

  @Test func `a ballot must be valid, canonical and of the published weight`() throws {
    var sample = Sample(weights: [1, 5])
    var box = sample.box
    let wrong = sample.sealed("c9")
    let light = sample.sealed("c1")
    #expect(
      refusal { () throws(BoxRefusal) in try box.cast(wrong, spending: .person("p1"), by: .booth) }
        == .invalidBallot([.init("choice", .unknownOption("c9"))]))
    #expect(
      refusal { () throws(BoxRefusal) in try box.cast(light, spending: .person("p2"), by: .booth) }
        == .wrongWeight(1, published: 5))
    try box.cast(sample.sealed("c1", weight: 5), spending: .person("p2"), by: .booth)
    let question = PaperQuestion("q", "Which?", .chooseSome(1...2), options: Sample.options)
    var other = Sample(question, rule: CountingRule("approval", of: "q"))
    box = other.box
    let odd = try #require(
      SealedBallot(
        Ballot(.answers(["q": ["c2", "c1"]])), nonce: other.sealed(["c1"]).nonce))
    #expect(
      refusal { () throws(BoxRefusal) in try box.cast(odd, spending: .person("p1"), by: .booth) }
        == .notCanonical)
    #expect(box.contents == BoxContents())
  }

  @Test func `what is in the box doesn't depend on the order of casting`() throws {
    var sample = Sample(weights: [1, 1, 1, 1])
    let ballots = ["c1", "c2", "c1", "c3"].map { sample.sealed(.string($0)) }
    let voters = (1...4).map { Voter.person(ParticipantID("p\($0)")) }
    var results: Set<PollBox> = []
    for order in [[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1]] {
      var box = sample.box
      // Ballots in one order, voters in another: nothing ties the two.
      for (ballot, voter) in zip(order, order.reversed()) {
        try box.cast(ballots[ballot], spending: voters[voter], by: .booth)
      }
      results.insert(box)
    }
    #expect(results.count == 1)
    #expect(results.first?.contents.commitments == ballots.map(\.commitment).sorted())
  }

  @Test func `a poll is opened, closed, perhaps opened again, counted and emptied`() throws {
    var sample = Sample()
    var box = sample.box
    let ballot = sample.sealed("c1")
    #expect(refusal { () throws(BoxRefusal) in _ = try box.opened() } == .stillOpen)
    #expect(refusal { () throws(BoxRefusal) in try box.empty() } == .stillOpen)
    #expect(refusal { () throws(BoxRefusal) in try box.reopen(because: "x") } == .stillOpen)
    try box.close()
    #expect(
      refusal { () throws(BoxRefusal) in try box.cast(ballot, spending: .person("p1"), by: .booth) }
        == .closed)
    #expect(refusal { () throws(BoxRefusal) in try box.close() } == .closed)
    try box.reopen(because: "Two people came late.")
    try box.cast(ballot, spending: .person("p1"), by: .booth)
    try box.close()
    #expect(box.reopenings == ["Two people came late."])
    try box.empty()
    #expect(box.contents == BoxContents() && box.secrets == nil)
    #expect(refusal { () throws(BoxRefusal) in try box.reopen(because: "x") } == .emptied)
    #expect(refusal { () throws(BoxRefusal) in _ = try box.opened() } == .emptied)
    #expect(box.refusal(of: .person("p2")) == .closed)
  }
}
