import ExerciseProtocol
import Results
import Testing
import VotingMethods

@Suite("The same ballots by other methods")
struct WhatIfTests {
  private func whatIf(_ ballots: RankedBallots, _ method: MethodID) throws -> WhatIf {
    let election = Election(ballots: .rankings(ballots))
    let request = CountRequest(method, tieBreak: TieBreak([.lot(seed: 42)]))
    let outcome = try request.tally(election)
    return WhatIf(outcome, Particulars(election), election: election, request: request)
  }

  @Test("where they differ, and why")
  func differ() throws {
    let what = try whatIf(try Votes.rankings(), .plurality)
    #expect(
      what.differing == [
        [
          .borda, .irv, .schulze, .rankedPairs, .minimax, .copeland, .kemeny, .nanson, .baldwin,
          .benham, .smithIRV, .tidemanAlternative, .coombs, .bucklin,
        ], [.twoRound],
      ])
    #expect(what.sentences.first == "No other method comes to the same result as Plurality.")
    #expect(
      what.sentences.last
        == "Two rounds would choose c5: That left c5 with 17 of 29 votes, more than half; c2 had "
        + "12."
    )
  }

  @Test("all agree")
  func agree() throws {
    var ballots = RankedBallots(candidates: Votes.ideas)
    try ballots.append([[1], [0]], count: 5)
    try ballots.append([[2], [1]], count: 2)
    let what = try whatIf(ballots, .irv)
    #expect(what.differing.isEmpty)
    #expect(what.sentences == ["All 16 methods choose c5."])
  }

  @Test("what can't be counted is told, and changes nothing")
  func fault() throws {
    let outcome = try CountRequest(.plurality, tieBreak: TieBreak([.lot(seed: 1)]))
      .tally(Election(ballots: .rankings(try Votes.rankings())))
    let what = WhatIf(outcome, methods: [.irv, .borda]) { method in
      method == .irv ? .noResult("Two are tied.") : .outcome(outcome)
    }
    #expect(what.sentences == ["Both methods choose c2."])
    guard case .table(let table) = what.blocks[1] else { return #expect(Bool(false)) }
    #expect(table.rows[1] == ["Instant runoff", "–", "Two are tied."])
  }
}
