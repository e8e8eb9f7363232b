import Testing
import VotingMethods

@Suite("Points to spread")
struct SpreadTests {
  private func ballots(_ rows: [[Int?]]) throws -> ScoreBallots {
    var ballots = ScoreBallots(candidates: Candidate.numbered(["A", "B", "C"]), range: -10...10)
    for row in rows { try ballots.append(row) }
    return ballots
  }

  @Test("Quadratic votes: nine against cost eighty-one")
  func quadratic() throws {
    let outcome = try Quadratic(credits: 100).tally(
      ballots([[9, -4, nil], [-1, 7, 7], [nil, 6, 8]]))
    #expect(outcome.stages[0].totals == [8, 9, 15])
    #expect(outcome.winners == [2])
    #expect(Quadratic.cost(of: -9) == 81)
    #expect(throws: TallyFault.tooManyVotes(ballot: 1)) {
      try Quadratic(credits: 100).tally(ballots([[1, 1, 1], [9, 4, 2]]))
    }
  }

  @Test("Dots as an outcome, with its tie")
  func dots() throws {
    let method = Dots(perVoter: 3, perOption: 2)
    let outcome = try method.tally(ballots([[2, 1, nil], [nil, 1, 0]]))
    #expect(outcome.ranking == [[0, 1], [2]])
    #expect(outcome.winners == [0, 1])
    #expect(outcome.ties.map(\.resolution) == [.unbroken])
    #expect(throws: TallyFault.tooManyVotes(ballot: 0)) {
      try method.tally(ballots([[3, nil, nil]]))
    }
    #expect(throws: TallyFault.tooManyVotes(ballot: 0)) {
      try method.tally(ballots([[-1, nil, nil]]))
    }
  }
}
