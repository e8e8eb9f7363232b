import ExerciseProtocol
import Polling
import Testing

@Suite struct PaperEntriesTests {
  private func ballot(_ choice: String) -> Ballot {
    Ballot(.answers(["choice": .string(choice)]))
  }

  private func fault(_ body: () throws(EntryFault) -> Void) -> EntryFault? {
    do throws(EntryFault) {
      try body()
      return nil
    } catch {
      return error
    }
  }

  @Test func `two people who agree, two who differ, and one who waits`() throws {
    var entries = PaperEntries()
    try entries.enter(ballot("c1"), paper: 1, by: "p1")
    try entries.enter(ballot("c2"), paper: 2, by: "p1")
    try entries.enter(ballot("c3"), paper: 3, by: "p1")
    try entries.enter(ballot("c1"), paper: 1, by: "p2")
    try entries.enter(ballot("c1"), paper: 2, by: "p2")
    #expect(entries.agreed.map(\.number) == [1])
    #expect(entries.waiting == [3])
    let difference = try #require(entries.differing.first)
    #expect(difference.number == 2 && difference.fields == ["choice"])
    #expect(difference.readings.map(\.person) == ["p1", "p2"])
    #expect(difference.readings.map(\.ballot) == [ballot("c2"), ballot("c1")])
    #expect(try PaperEntries(json: entries.json, path: "entries") == entries)
    try entries.enter(ballot("c1"), paper: 2, by: "p1")
    #expect(entries.agreed.map(\.number) == [1, 2] && entries.differing.isEmpty)
  }

  @Test func `the second reading is somebody else's, and a third decides nothing`() throws {
    var entries = PaperEntries()
    let (one, other) = (ballot("c1"), ballot("c2"))
    try entries.enter(one, paper: 7, by: "p1")
    #expect(
      fault { () throws(EntryFault) in try entries.enter(one, paper: 7, by: "p1") }
        == .samePerson(7, "p1"))
    try entries.enter(other, paper: 7, by: "p2")
    #expect(
      fault { () throws(EntryFault) in try entries.enter(one, paper: 7, by: "p3") }
        == .thirdPerson(7, "p3"))
    try entries.enter(one, paper: 7, by: "p2")
    #expect(
      fault { () throws(EntryFault) in try entries.enter(other, paper: 7, by: "p2") }
        == .alreadyAgreed(7))
    #expect(
      fault { () throws(EntryFault) in try entries.enter(one, paper: 0, by: "p1") }
        == .badNumber(0))
  }

  @Test func `a blank paper and a spoilt one differ as a whole`() throws {
    var entries = PaperEntries()
    try entries.enter(Ballot(.blank), paper: 1, by: "p1")
    try entries.enter(Ballot(.spoilt), paper: 1, by: "p2")
    #expect(entries.differing.map(\.fields) == [[]])
  }

  @Test func `papers that agree go into the box, each for a name that is ticked`() throws {
    var sample = Sample(weights: [1, 1, 2])
    var box = sample.box
    try box.enter(ballot("c1"), paper: 1, by: "p1")
    try box.enter(ballot("c1"), paper: 1, by: "p2")
    try box.enter(ballot("c2"), paper: 2, by: "p1")
    for (voters, expected) in [
      ([], BoxRefusal.voterCount(0, papers: 1)), ([.person("p9")], .unknownVoter),
      ([.person("p3")], .wrongWeight(1, published: 2)),
      ([.person("p1"), .person("p1")], .voterCount(2, papers: 1)),
    ] as [([Voter], BoxRefusal)] {
      let before = box
      #expect(throws: expected) { try box.takePapers(spending: voters, using: &sample.generator) }
      #expect(box == before)
    }
    #expect(try box.takePapers(spending: [.person("p2")], using: &sample.generator) == 1)
    #expect(box.contents.used == [.person("p2")] && box.contents.papers == 1)
    #expect(box.entries.waiting == [2] && box.entries.done == [1])
    #expect(throws: BoxRefusal.entry(.alreadyInTheBox(1))) {
      try box.enter(ballot("c1"), paper: 1, by: "p3")
    }
    try box.close()
    #expect(Audit(try PollBundle(of: box, words: "x").bytes).discrepancies == [])
  }

  @Test func `with codes, papers count for themselves`() throws {
    var sample = Sample()
    _ = sample.useCodes(2)
    var box = sample.box
    for person in ["p1", "p2"] as [ParticipantID] {
      try box.enter(ballot("c1"), paper: 1, by: person)
    }
    #expect(try box.takePapers(spending: [], using: &sample.generator) == 1)
    try box.close()
    let audit = Audit(try PollBundle(of: box, words: "x").bytes)
    #expect(audit.discrepancies == [])
    #expect(audit.remarks == [.papers(1)])
  }

  @Test func `nothing is entered where the terms don't allow it, or against the paper`() {
    var sample = Sample()
    var box = sample.box
    #expect(throws: BoxRefusal.invalidBallot([.init("choice", .unknownOption("c9"))])) {
      try box.enter(ballot("c9"), paper: 1, by: "p1")
    }
    sample.terms.allowsHandEntry = false
    box = sample.box
    #expect(throws: BoxRefusal.noHandEntry) { try box.enter(ballot("c1"), paper: 1, by: "p1") }
  }
}
