import ExerciseProtocol
import Testing
import VotingMethods

@Suite("Pairwise surveys")
struct PairwiseSurveyTests {
  private let names = Candidate.numbered(["Trees", "Benches", "Fountain", "New"])

  /// Hand-made: the trees win 9 of 10, the fountain its only duel, the new idea met nobody.
  private func survey() throws -> DuelBallots {
    var ballots = DuelBallots(candidates: names)
    try ballots.append(0, over: 1, count: 9)
    try ballots.append(1, over: 0)
    try ballots.append(2, over: 1)
    try ballots.append(0, over: 2, isUndecided: true, count: 4)
    return ballots
  }

  @Test("Shares by Laplace's rule, duels and undecided ones")
  func shares() throws {
    let outcome = try PairwiseSurvey().tally(try survey())
    // 10/12; 2/13; 2/3; 1/2
    #expect(
      outcome.stages[0].totals == [
        Rational(5, over: 6), Rational(2, over: 13), Rational(2, over: 3), Rational(1, over: 2),
      ])
    #expect(outcome.winners == [0])
    #expect(outcome.ranking == [[0], [2], [3], [1]])
    #expect(
      outcome.pairwise == [[0, 9, 0, 0], [1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 0, 0]])
    let duels = try #require(outcome.duels)
    #expect((duels.decided, duels.undecided) == (11, 4))
    #expect(duels.decidedByCandidate == [10, 11, 1, 0])
    #expect(duels.undecidedByCandidate == [4, 0, 4, 0])
  }

  @Test("Equal shares are a tie")
  func ties() throws {
    var ballots = DuelBallots(candidates: names)
    try ballots.append(0, over: 1)
    try ballots.append(2, over: 3)
    let outcome = try PairwiseSurvey().tally(ballots)
    #expect(outcome.winners == [0, 2])
    #expect(outcome.ties.map(\.resolution) == [.unbroken])
    let drawn = try PairwiseSurvey(tieBreak: TieBreak([.lot(seed: 1)])).tally(ballots)
    #expect(drawn.winners.count == 1)
  }

  @Test("Nobody is favoured for their place in the list, nor a duel for its place in the row")
  func neutrality() throws {
    var generator = Chance(seed: 4)
    for _ in 0..<200 {
      var (one, other) = (DuelBallots(candidates: names), DuelBallots(candidates: names))
      var duels: [(Int, Int, Bool)] = []
      for _ in 0..<generator.below(20) {
        let first = generator.below(4)
        duels.append((first, (first + 1 + generator.below(3)) % 4, generator.below(5) == 0))
      }
      for (winner, loser, isUndecided) in duels {
        try one.append(winner, over: loser, isUndecided: isUndecided)
      }
      for (winner, loser, isUndecided) in duels.reversed() {
        try other.append((winner + 1) % 4, over: (loser + 1) % 4, isUndecided: isUndecided)
      }
      let (here, there) = (
        try PairwiseSurvey().tally(one), try PairwiseSurvey().tally(other)
      )
      #expect(here.ranking.map { Set($0.map { ($0 + 1) % 4 }) } == there.ranking.map(Set.init))
    }
  }

  @Test("A duel with oneself or somebody unknown is refused")
  func faults() {
    var ballots = DuelBallots(candidates: names)
    #expect(throws: RankedBallots.Fault.rankedTwice(1)) { try ballots.append(1, over: 1) }
    #expect(throws: RankedBallots.Fault.unknownCandidate(4)) { try ballots.append(4, over: 1) }
    #expect(throws: RankedBallots.Fault.negativeCount(-1)) {
      try ballots.append(0, over: 1, count: -1)
    }
  }
}

extension Chance {
  mutating func below(_ bound: Int) -> Int { .random(in: 0..<bound, using: &self) }
}
