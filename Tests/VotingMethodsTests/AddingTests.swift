import Testing
import VotingMethods

@Suite("Several files of one election")
struct AddingTests {
  private func read(_ text: String, for method: MethodID? = nil) throws -> Election {
    try BallotFile(for: method).read([UInt8](text.utf8), name: "x.csv")
  }

  private static let first = "3 2\n5 1 2 0\n1 0\n0\nAda\nBo\nCy\nTown\n"

  @Test("Ballots are added, whatever order the candidates stand in")
  func rankings() throws {
    var sum = try read(Self.first)
    try sum.add(
      read("3 2\n2 1=2 0\n1.5 3 0\n0\nBo\nCy\nAda\nTown\n"), called: "b.blt", to: "a.blt")
    guard case .rankings(let ballots) = sum.ballots else { return #expect(Bool(false)) }
    #expect(ballots.counts == [50, 10, 20, 15])
    #expect((0..<4).map(ballots.ranking) == [[[0], [1]], [], [[1, 2]], [[0]]])
    #expect(
      sum.reading?.parts.map(\.words) == [
        "a.blt: 6 read, 5 valid, 1 blank", "b.blt: 2 read, 2 valid",
      ])
    let stage = try #require(try CountRequest(.plurality).tally(read(Self.first)).stages.first)
    #expect(stage.totals[0] == 5)
  }

  @Test("Every kind of ballots is added")
  func kinds() throws {
    for (method, one, other, totals) in [
      (MethodID.approval, "A,B\n1,0\n1,1\n", "B,A\n1,0\n", [2, 2] as [Rational]),
      (.score, "A,B\n5,0.5\n", "B,A\n3,1\n", [6, Rational(7, over: 2)]),
      (.plurality, "1st choice,2nd choice\nA,B\n", "1st choice,2nd choice\nC,A\nA,\n", [2, 0, 1]),
      (.sainteLague, "party,votes\nA,5\nB,2\n", "party,votes\nB,4\nC,1\n", [5, 6, 1]),
    ] {
      var sum = try read(one, for: method)
      try sum.add(read(other, for: method), called: "b", to: "a")
      #expect(try CountRequest(method).tally(sum).stages[0].totals == totals, "\(method)")
    }
  }

  @Test("What does not belong together is refused by its name")
  func faults() throws {
    for (other, fault) in [
      ("3 2\n1 1 0\n0\nAda\nBob\nCy\nTown\n", AddingFault.unknown("Bob")),
      ("2 2\n1 1 0\n0\nAda\nCy\n\"Town\"\n", .missing("Bo")),
      ("3 1\n1 1 0\n0\nAda\nBo\nCy\nTown\n", .seats(2, 1)),
      ("3 2\n1 1 0\n0\nAda\nBo\nCy\nCity\n", .titles("Town", "City")),
      ("3 2\n-3\n1 1 0\n0\nAda\nBo\nCy\nTown\n", .withdrawn("Cy")),
      ("4 2\n1 1 0\n0\nAda\nBo\nBo\nCy\nTown\n", .namesakes("Bo")),
      ("3 2\n999999999999 1 0\n0\nAda\nBo\nCy\nTown\n", .tooMany),
    ] {
      var sum = try read(Self.first)
      let file = try read(other)
      #expect(Self.refusal(of: file, by: &sum) == fault)
      #expect(!fault.message.isEmpty && !fault.hint.isEmpty)
    }
    var sum = try read(Self.first)
    let scores = try read("Ada,Bo,Cy\n1,2,3\n", for: .score)
    #expect(Self.refusal(of: scores, by: &sum) == .kinds(.rankings, .scores))
  }

  private static func refusal(of file: Election, by sum: inout Election) -> AddingFault? {
    do throws(AddingFault) {
      try sum.add(file, called: "b", to: "a")
      return nil
    } catch { return error }
  }
}
