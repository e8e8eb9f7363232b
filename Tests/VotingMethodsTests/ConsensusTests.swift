import Testing
import VotingMethods

@Suite("Consensus")
struct ConsensusTests {
  private func ballots(_ scale: ClosedRange<Int>, _ rows: [[Int?]]) throws -> ScoreBallots {
    let names = (rows.first ?? []).indices.map { "P\($0)" }
    var ballots = ScoreBallots(candidates: Candidate.numbered(names), range: scale)
    for row in rows { try ballots.append(row) }
    return ballots
  }

  @Test("Fist to five: support, a fist, and too few who say anything")
  func fist() throws {
    let ballots = try ballots(
      0...5, [[3, 5, 4, 2], [4, 5, nil, 3], [5, 0, nil, 5], [3, 5, nil, 5]])
    let outcome = try FistToFive(quorum: 2, share: Rational(3, over: 4)).tally(ballots)
    #expect(outcome.winners == [0, 3])
    #expect(outcome.stages.map(\.excluded) == [[2], [], [1]])
    #expect(outcome.stages[0].totals == [4, 4, 1, 4])
    #expect(outcome.stages[1].totals == [1, Rational(3, over: 4), 1, Rational(3, over: 4)])
    #expect(outcome.stages[2].totals == [0, 1, 0, 0])
    let open = FistToFive(share: Rational(3, over: 4), fistBlocks: false)
    #expect(try open.tally(ballots).winners == [0, 1, 2, 3])
    #expect(try FistToFive().tally(ballots).winners == [0, 2])
  }

  @Test("Gradients: no opinion weighs on the support, an abstention doesn't; a veto stops")
  func gradients() throws {
    let ballots = try ballots(
      1...8, [[8, 8, 8], [7, 7, 7], [6, 6, 6], [5, nil, 6], [5, nil, 1]])
    let outcome = try Gradients().tally(ballots)
    #expect(outcome.winners == [1])
    #expect(outcome.stages[1].totals.map(\.description) == ["0.6", "1", "0.8"])
    #expect(outcome.stages.map(\.excluded) == [[], [0], [2]])
  }

  @Test("Consent: a concern stops nothing, an objection does, silence of all is none")
  func consent() throws {
    let ballots = try ballots(0...2, [[2, 2, nil], [1, 0, nil], [1, 2, nil]])
    let outcome = try Consent().tally(ballots)
    #expect(outcome.winners == [0])
    #expect(outcome.stages.map(\.excluded) == [[2], [], [1]])
    #expect(try Consent(quorum: 4).tally(ballots).winners.isEmpty)
    #expect(throws: TallyFault.scale(0...2, expected: 0...5)) { try FistToFive().tally(ballots) }
  }
}
