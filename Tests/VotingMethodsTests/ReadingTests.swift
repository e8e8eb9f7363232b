import Testing
import VotingMethods

@Suite("Reading BLT")
struct BLTTests {
  private func read(_ text: String) throws(ReadingFault) -> BLT {
    try BLT(reading: [UInt8](text.utf8))
  }

  @Test("Comments, withdrawn candidates, equal ranks, skipped preferences and quotes")
  func everything() throws {
    let election = try read(
      #"""
      # An election
      4 2   # four candidates, two seats
      -3
      12 1 4 2 0
      3 3 2=4 0   # of whom the first withdrew
      2 - 3=1=2 0
      1 0
      0
      "Ada" "Ben \"B\" Bo"
      "Cleo" "Dan"
      "The title"
      """#)
    #expect(election.title == "The title")
    #expect(election.seats == 2)
    #expect(election.withdrawn == [Candidate(id: "3", name: "Cleo")])
    #expect(election.ballots.candidates.map(\.id) == ["1", "2", "4"])
    #expect(election.ballots.candidates[1].name == #"Ben "B" Bo"#)
    #expect(election.ballots.counts == [12, 3, 2, 1])
    let rankings = (0..<4).map(election.ballots.ranking)
    #expect(rankings == [[[0], [2], [1]], [[1, 2]], [[0, 1]], []])
  }

  @Test(
    "A malformed file is told by line and what was expected",
    arguments: [
      ("", 1, ReadingFault.Expectation.candidatesAndSeats),
      ("x 2", 1, .candidatesAndSeats),
      ("2 1\n1 3 0\n0", 2, .candidateNumber(most: 2)),
      ("2 1\n-5\n", 2, .candidateNumber(most: 2)),
      ("2 1\n1 1 1 0\n0", 2, .decision(.repeats)),
      ("2 1\n1 1 \n\"A\"", 2, .endOfBallot),
      ("2 1\n1 1 0\n\"A\" \"B\"", 3, .ballotCount),
      ("2 1\n1 1 0\n0\n\"A\"\n", 5, .quotedName),
      ("2 1\n0\n\"A\" \"B\" \"T\"\n7", 4, .endOfFile),
      ("2 1\n9999999999999 1 0\n0", 2, .smallerNumber),
      ("2 1\n999999999999 1 0\n1 2 0\n1 1 0\n0", 4, .fewerVoters),
    ])
  func faults(_ text: String, _ line: Int, _ expected: ReadingFault.Expectation) {
    let fault = #expect(throws: ReadingFault.self) { try read(text) }
    #expect(fault?.line == line)
    #expect(fault?.expected == expected)
  }

  @Test("A fault reads well")
  func wording() {
    let fault = #expect(throws: ReadingFault.self) { try read("2 1\n1 one 0\n0") }
    #expect(
      "\(fault, default: "")"
        == "line 2: expected 0 at the end of the ballot, on the same line, found “one”")
    #expect(fault?.position == 3)
  }
}

@Suite("Reading PrefLib")
struct PrefLibTests {
  private let head = """
    # FILE NAME: 00001-00000001.toi
    # TITLE: Dublin
    # DATA TYPE: toi
    # NUMBER ALTERNATIVES: 3
    # NUMBER VOTERS: 15
    # ALTERNATIVE NAME 1: Ada
    # ALTERNATIVE NAME 2: Ben: the second
    # ALTERNATIVE NAME 3: Cleo

    """

  private func read(_ text: String) throws(ReadingFault) -> PrefLib {
    try PrefLib(reading: [UInt8](text.utf8))
  }

  @Test("Orders with ties, incomplete")
  func orders() throws {
    let file = try read(head + "9: 1,2,3\n5: {2,3},1\r\n1: {1}, {2 , 3}\n")
    #expect(file.title == "Dublin")
    #expect(file.order == .toi)
    #expect(file.ballots.candidates.map(\.name) == ["Ada", "Ben: the second", "Cleo"])
    #expect(file.ballots.counts == [9, 5, 1])
    let rankings = (0..<3).map(file.ballots.ranking)
    #expect(rankings == [[[0], [1], [2]], [[1, 2], [0]], [[0], [1, 2]]])
  }

  @Test(
    "A malformed file is told by line and what was expected",
    arguments: [
      ("15 1,2,3", 9, ReadingFault.Expectation.colon),
      ("14: 1,2,3", 9, .votersInAll(15)),
      ("15: 1,4", 9, .candidateNumber(most: 3)),
      ("15: 1,1", 9, .decision(.repeats)),
      ("15: {1,2", 9, .closingBrace),
      ("15: 1 2", 9, .candidateNumber(most: 3)),
      ("x", 9, .ballotCount),
    ])
  func faults(_ text: String, _ line: Int, _ expected: ReadingFault.Expectation) {
    let fault = #expect(throws: ReadingFault.self) { try read(head + text) }
    #expect(fault?.line == line)
    #expect(fault?.expected == expected)
  }

  @Test("The type binds: strict and complete")
  func types() {
    func expectation(_ type: String, _ ballot: String) -> ReadingFault.Expectation? {
      let text = head.split(separator: "\n").map {
        $0.hasPrefix("# DATA") ? "# DATA TYPE: \(type)" : String($0)
      }.joined(separator: "\n")
      return #expect(throws: ReadingFault.self) { try read(text + "\n15: \(ballot)") }?.expected
    }
    #expect(expectation("soi", "{1,2}") == .noEqualRanks)
    #expect(expectation("soc", "1,2") == .completeRanking)
    #expect(expectation("toc", "{1,2}") == .completeRanking)
    #expect(expectation("cat", "1") == .header("DATA TYPE"))
  }
}
