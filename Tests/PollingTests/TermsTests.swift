import ExerciseProtocol
import Polling
import Testing

@Suite struct TermsTests {
  private func faults(_ change: (inout PollTerms) -> Void) -> [TermsFault] {
    var terms = Sample(weights: [1, 1, 1, 1]).terms
    change(&terms)
    return terms.faults
  }

  @Test func `sound terms have no fault and read back as written`() throws {
    var sample = Sample(weights: [1, 20, 3], receipts: .full, quorum: .percentage(50))
    sample.terms.focus = "Where do we begin?"
    sample.terms.isBlind = true
    sample.terms.roll[0].holdsProxiesOf = ["p3"]
    #expect(sample.terms.faults == [])
    #expect(try PollTerms(json: sample.terms.json, path: "terms") == sample.terms)
    sample = Sample()
    _ = sample.useCodes(5)
    #expect(sample.terms.faults == [])
    #expect(try PollTerms(json: sample.terms.json, path: "terms") == sample.terms)
    #expect(sample.secrets.belong(to: sample.terms))
    #expect(try PollSecrets(json: sample.secrets.json, path: "secrets") == sample.secrets)
  }

  @Test func `what contradicts itself is named`() {
    #expect(faults { $0.poll = "A3" } == [.badID("A3")])
    #expect(faults { $0.poll = "../a" } == [.badID("../a")])
    #expect(faults { $0.poll = "" } == [.badID("")])
    #expect(faults { $0.roll = [] } == [.emptyRoll])
    #expect(faults { $0.roll[1].id = "p1" } == [.twiceOnRoll("p1")])
    #expect(faults { $0.roll[1].weight = 0 } == [.badWeight("p2", 0)])
    #expect(faults { $0.roll[1].weight = .max } == [.badWeight("p2", .max)])
    #expect(faults { $0.quorum = .votes(5) } == [])
    #expect(
      faults {
        $0.quorum = .votes(5)
        $0.allowsHandEntry = false
      } == [.badQuorum(.votes(5))])
    #expect(faults { $0.quorum = .percentage(101) } == [.badQuorum(.percentage(101))])
    #expect(
      faults { $0.paper.questions[0].options = [] } == [
        .tooFewOptions(field: "choice")
      ])
    #expect(
      faults { $0.paper.questions[0].form = .dots(total: .max, perOption: .max) } == [
        .unanswerable(field: "choice"), .badRule(field: "choice", method: "plurality"),
      ])
  }

  @Test func `proxies neither chain nor double`() {
    #expect(faults { $0.roll[0].holdsProxiesOf = ["p2", "p3"] } == [])
    #expect(
      faults { $0.roll[0].holdsProxiesOf = ["x"] } == [.proxyOfStranger("x", heldBy: "p1")])
    #expect(faults { $0.roll[0].holdsProxiesOf = ["p1"] } == [.proxyOfOneself("p1")])
    #expect(
      faults {
        $0.roll[0].holdsProxiesOf = ["p3"]
        $0.roll[1].holdsProxiesOf = ["p3"]
      } == [.proxyHeldTwice("p3")])
    #expect(
      faults {
        $0.roll[0].holdsProxiesOf = ["p2"]
        $0.roll[1].holdsProxiesOf = ["p3"]
      } == [.proxyChain("p2")])
  }

  @Test func `with codes there is neither weight nor proxy`() {
    var sample = Sample(weights: [1, 2])
    _ = sample.useCodes(2)
    sample.terms.roll[0].holdsProxiesOf = ["p2"]
    #expect(sample.terms.faults == [.weightWithCodes("p2"), .proxyWithCodes("p1")])
    sample.terms.identification = .codes(count: 0, digest: Fingerprint(of: []))
    #expect(sample.terms.faults.first == .badCodeCount(0))
    #expect(!sample.secrets.belong(to: sample.terms))
  }

  @Test func `whoever holds proxies casts those ballots, and the givers none`() {
    var terms = Sample(weights: [1, 2, 3, 4]).terms
    terms.roll[1].holdsProxiesOf = ["p4", "p1"]
    #expect(terms.ballots(castBy: "p2").map(\.id) == ["p2", "p1", "p4"])
    #expect(terms.ballots(castBy: "p1") == [])
    #expect(terms.ballots(castBy: "p3").map(\.id) == ["p3"])
    #expect(terms.ballots(castBy: "p9") == [])
    #expect(terms.proxyHolder(of: "p4")?.id == "p2")
    #expect(terms.votesPossible == 10 && terms.votersPossible == 4)
  }

  @Test func `every fault has a sentence`() {
    let all: [TermsFault] = [
      .badID("X"), .emptyRoll, .twiceOnRoll("p1"), .badWeight("p1", 0),
      .proxyOfStranger("p1", heldBy: "p2"), .proxyOfOneself("p1"), .proxyHeldTwice("p1"),
      .proxyChain("p1"), .weightWithCodes("p1"), .proxyWithCodes("p1"), .badCodeCount(0),
      .badQuorum(.votes(0)), .badQuorum(.percentage(0)), .badRule(field: "f", method: "m"),
      .tooFewOptions(field: "f"), .unanswerable(field: "f"),
    ]
    #expect(Set(all.map(\.message)).count == all.count)
    for fault in all { #expect(fault.message.hasSuffix("."), "\(fault)") }
  }
}
