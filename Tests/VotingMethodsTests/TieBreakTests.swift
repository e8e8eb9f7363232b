import Testing
import VotingMethods

@Suite("Ties")
struct TieBreakTests {
  /// Seed 42 gives 13679457532755275413, 2949826092126892291, 5139283748462763858 (the reference
  /// implementation of SplitMix64 by Vigna). Modulo 4, 3 and 2: 1, 1, 0.
  @Test("A lot can be drawn by hand")
  func lot() {
    // 0 1 2 3, places 3 and 1 change: 0 3 2 1; places 2 and 1: 0 2 3 1; places 1 and 0: 2 0 3 1.
    #expect(Lot(seed: 42, candidates: 4).order == [2, 0, 3, 1])
  }

  @Test(
    "A tie for exclusion goes by the prior stage, then by lot; without a rule there's no result")
  func rules() throws {
    // 2 and 3 tie at stage two; they had 3 and 4 votes before.
    var ballots = RankedBallots(candidates: Candidate.numbered(["A", "B", "C", "D"]))
    try ballots.append([[0]], count: 6)
    try ballots.append([[1], [0]], count: 3)
    try ballots.append([[2], [0]], count: 4)
    try ballots.append([[3], [1]], count: 1)
    let outcome = try ScottishSTV(seats: 1, tieBreak: TieBreak([.priorStage])).tally(ballots)
    #expect(outcome.stages.map(\.excluded) == [[], [3], [1]])
    #expect(
      outcome.ties == [
        Tie(
          question: .exclusion, stage: 2, candidates: [1, 2], chosen: [1],
          resolution: .priorStage(0))
      ])
    let lot = try ScottishSTV(seats: 1, tieBreak: TieBreak([.lot(seed: 42)])).tally(ballots)
    #expect(lot.ties.first?.resolution == .lot(seed: 42))
    #expect(lot.ties.first?.chosen == [1])
    #expect(throws: TallyFault.self) { try ScottishSTV(seats: 1, tieBreak: .none).tally(ballots) }
  }
}
