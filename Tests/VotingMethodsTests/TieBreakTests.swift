import ExerciseProtocol
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
    // The Order itself declares the prior stage.
    let outcome = try ScottishSTV(seats: 1, tieBreak: .none).tally(ballots)
    #expect(outcome.stages.map(\.excluded) == [[], [3], [1]])
    #expect(
      outcome.ties == [
        Tie(
          question: .exclusion, stage: 2, candidates: [1, 2], chosen: [1],
          resolution: .priorStage(0))
      ])
    let byLot = TieBreak([.lot(seed: 42)])
    let drawn = try InstantRunoff(tieBreak: byLot).tally(ballots)
    #expect(drawn.ties.first?.resolution == .lot(seed: 42))
    #expect(drawn.ties.first?.chosen == [1])
    #expect(throws: TallyFault.self) { try InstantRunoff(tieBreak: .none).tally(ballots) }
  }

  private func rankings(_ lines: [(Int, [Int])], of count: Int) throws -> Election {
    let names = ["A", "B", "C", "D", "E", "F", "G", "H"]
    var ballots = RankedBallots(candidates: Candidate.numbered(Array(names.prefix(count))))
    for (voters, order) in lines { try ballots.append(order.map { [$0] }, count: voters) }
    return Election(ballots: .rankings(ballots))
  }

  @Test("A tie that decides nothing is told, and ends no count")
  func immaterial() throws {
    let election = try rankings(
      [(4, [0, 1]), (3, [1, 0]), (1, [2, 0]), (1, [3, 0])], of: 4)
    let outcome = try CountRequest(.irv).tally(election)
    #expect(outcome.winners == [0])
    #expect(
      outcome.ties == [
        Tie(
          question: .exclusion, stage: 0, candidates: [2, 3], chosen: [2], resolution: .immaterial)
      ])
    // The same with everybody's preferences the other way round: then it does decide.
    let open = try rankings([(4, [0]), (4, [1]), (1, [2, 0]), (1, [3, 1])], of: 4)
    #expect(throws: CountFault.self) { try CountRequest(.irv).tally(open) }
  }

  /// Where everybody may go on or not, and the same one wins whoever does.
  @Test("Who goes on to the second round may be immaterial")
  func secondRound() throws {
    let election = try rankings([(4, [0]), (2, [1, 0]), (2, [2, 0])], of: 3)
    let outcome = try CountRequest(.twoRound).tally(election)
    #expect(outcome.winners == [0])
    #expect(outcome.ties.map(\.resolution) == [.immaterial])
  }

  @Test("What is immaterial no lot changes")
  func byLots() throws {
    var generator = Chance(seed: 7)
    var kinds: Set<Bool> = []
    for _ in 0..<60 {
      let lines = (0..<6).map { _ in
        let order = Array(0..<4).shuffled(using: &generator)
        return (1, Array(order.prefix(Int.random(in: 1...4, using: &generator))))
      }
      let election = try rankings(lines, of: 4)
      guard let outcome = try? CountRequest(.irv).tally(election) else {
        kinds.insert(false)
        continue
      }
      guard outcome.ties.contains(where: { $0.resolution == .immaterial }) else { continue }
      kinds.insert(true)
      for lot in UInt64(0)..<40 {
        let drawn = CountRequest(.irv, tieBreak: TieBreak([.lot(seed: lot)]))
        #expect(try drawn.tally(election).winners == outcome.winners)
      }
    }
    #expect(kinds == [true, false])
  }
}
