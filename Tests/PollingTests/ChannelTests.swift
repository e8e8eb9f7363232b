import ExerciseProtocol
import Polling
import Testing

/// A ballot comes by a way that the terms have, and how many came by each is told.
@Suite struct ChannelTests {
  private func refusal(_ body: () throws(BoxRefusal) -> Void) -> BoxRefusal? {
    do throws(BoxRefusal) {
      try body()
      return nil
    } catch {
      return error
    }
  }

  /// A closed box: Person 1 from the booth, Person 2 entered, Person 3 from paper.
  private func mixed() throws -> PollBox {
    var sample = Sample()
    sample.terms.allowsEnteredBallots = true
    var box = sample.box
    try box.cast(sample.sealed("c1"), spending: .person("p1"), by: .booth)
    try box.cast(sample.sealed("c2"), spending: .person("p2"), by: .entered)
    let paper = Ballot(.answers(["choice": "c1"]))
    for person in ["p1", "p2"] as [ParticipantID] { try box.enter(paper, paper: 1, by: person) }
    try box.takePapers(spending: [.person("p3")], using: &sample.generator)
    try box.close()
    return box
  }

  @Test(arguments: BallotChannel.allCases)
  func `only the ways of the terms lead into the box`(channel: BallotChannel) throws {
    var sample = Sample()
    sample.terms.allowsHandEntry = false
    let ballot = sample.sealed("c1")
    var box = sample.box
    let before = box
    let found = refusal { () throws(BoxRefusal) in
      try box.cast(ballot, spending: .person("p1"), by: channel)
    }
    #expect(found == (channel == .booth ? nil : .notByThisWay(channel)))
    #expect((box == before) == (channel != .booth))
  }

  @Test func `paper comes by double entry alone, even where the terms have it`() throws {
    var sample = Sample()
    let ballot = sample.sealed("c1")
    var box = sample.box
    #expect(box.terms.allows(.paper))
    #expect(
      refusal { () throws(BoxRefusal) in
        try box.cast(ballot, spending: .person("p1"), by: .paper)
      } == .notByThisWay(.paper))
  }

  @Test func `each way is counted, in the box and in the bundle`() throws {
    let box = try mixed()
    #expect(try box.opened().channels == ChannelCounts(booth: 1, paper: 1, entered: 1))
    let bundle = try PollBundle(of: box, words: "Môr glas")
    #expect((bundle.papers, bundle.entered, bundle.ballots.count) == (1, 1, 3))
    #expect(try PollBundle(reading: bundle.bytes) == bundle)
    let audit = Audit(bundle.bytes)
    #expect(audit.agrees, "\(audit.discrepancies)")
    #expect(audit.remarks.contains(.entered(1)) && audit.remarks.contains(.papers(1)))
    #expect(
      audit.remarks.map(\.message).contains {
        $0.hasPrefix("1 ballot was entered by the facilitator")
      })
    // Nothing beside a ballot tells how it came.
    for opened in bundle.ballots {
      let text = opened.json.text()
      #expect(!text.contains("entered") && !text.contains("paper"))
    }
  }

  @Test func `where none was entered but could have been, the bundle says none`() throws {
    var sample = Sample()
    #expect(try sample.bundle(["c1"]).bytes.text?.contains("\"entered\"") == false)
    sample.terms.allowsEnteredBallots = true
    #expect(try sample.bundle(["c1"]).bytes.text?.contains("\"entered\": 0") == true)
  }

  @Test func `a bundle that tells other ways than can be does not agree`() throws {
    let right = try PollBundle(of: mixed(), words: "x")
    func kinds(_ change: (inout PollBundle) -> Void) -> Set<String> {
      var bundle = right
      change(&bundle)
      return Set(Audit(bundle.bytes).discrepancies.map(\.kind))
    }
    #expect(kinds { $0.entered = 3 } == ["channels"])
    #expect(kinds { $0.entered = -1 } == ["channels"])
    #expect(kinds { $0.entered = .max } == ["channels"])
    #expect(kinds { $0.terms.allowsEnteredBallots = false } == ["entered"])
  }
}

extension [UInt8] {
  fileprivate var text: String? { String(validating: self, as: UTF8.self) }
}
