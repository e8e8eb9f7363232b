import Testing
import VotingMethods

@Suite("Comparing in pairs")
struct PairwiseTests {
  /// The definition, ballot by ballot and pair by pair.
  private func byDefinition(_ ballots: RankedBallots) -> [[Int]] {
    let count = ballots.candidates.count
    var matrix = Array(repeating: Array(repeating: 0, count: count), count: count)
    for ballot in ballots.counts.indices {
      var rank = Array(repeating: Int.max, count: count)
      for (place, tied) in ballots.ranking(ballot).enumerated() {
        for candidate in tied { rank[candidate] = place }
      }
      for one in 0..<count {
        for other in 0..<count where rank[one] < rank[other] {
          matrix[one][other] += ballots.counts[ballot]
        }
      }
    }
    return matrix
  }

  private func rows(_ matrix: PairwiseMatrix) -> [[Int]] {
    (0..<matrix.count).map { row in (0..<matrix.count).map { matrix[row, $0] } }
  }

  @Test("As defined, on small elections full of equal ranks and of gaps")
  func small() throws {
    for election in RandomElections(seed: 71, count: 3000) {
      let ballots = try election.ranked()
      #expect(rows(PairwiseMatrix(ballots)) == byDefinition(ballots), "\(election.ballots)")
    }
  }

  @Test("As defined, whatever the number of ballots and of the voters who cast them")
  func blocks() throws {
    let ballots = Array(RandomElections(seed: 72, count: 400)).flatMap(\.ballots)
    let weights = [1, 0, 2, 1 << 40, 255, 65_536, 99_999]
    for length in [0, 1, 2, 239, 240, 241, 480, 481, 1111] {
      for weighted in [false, true] {
        var election = RankedBallots(candidates: Candidate.numbered(["A", "B", "C", "D", "E"]))
        for (place, ballot) in ballots.prefix(length).enumerated() {
          try election.append(ballot, count: weighted ? weights[place % weights.count] : 1)
        }
        let matrix = PairwiseMatrix(election)
        #expect(rows(matrix) == byDefinition(election), "\(length) ballots")
        #expect(matrix.voters == election.voters)
      }
    }
  }

  @Test("More candidates than fit in a byte")
  func many() throws {
    let names = (1...300).map { "C\($0)" }
    var election = RankedBallots(candidates: Candidate.numbered(names))
    try election.append((0..<300).map { [$0] }, count: 3)
    try election.append((0..<300).reversed().map { [$0] }, count: 2)
    try election.append([[299], [0, 150]])
    let matrix = PairwiseMatrix(election)
    #expect(matrix[0, 299] == 3)
    #expect(matrix[299, 0] == 3)
    #expect(rows(matrix) == byDefinition(election))
  }

  @Test("Every method gives the same from the matrix alone as from the ballots")
  func methods() throws {
    let lot = TieBreak([.lot(seed: 3)])
    let methods: [any PairwiseMethod] = [
      Schulze(tieBreak: lot), RankedPairs(tieBreak: lot), Minimax(tieBreak: lot),
      Copeland(tieBreak: lot), SmithSet(), Borda(tieBreak: lot),
    ]
    for election in RandomElections(seed: 73, count: 300) {
      let ballots = try election.ranked()
      for method in methods {
        let fromMatrix = try method.tally(
          PairwiseMatrix(ballots), candidates: ballots.candidates)
        #expect(try fromMatrix == method.tally(ballots))
      }
    }
    let nobody = PairwiseMatrix(RankedBallots(candidates: []))
    #expect(throws: TallyFault.noCandidates) { try Schulze().tally(nobody, candidates: []) }
  }
}
