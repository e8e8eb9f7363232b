import Results
import Testing
import VotingMethods

@Suite("Why the winner won, in words")
struct ExplanationTests {
  private func ranked(_ ids: [String], _ ballots: [(Int, [Int])]) throws -> RankedBallots {
    var result = RankedBallots(candidates: ids.map { Candidate(id: $0, name: $0) })
    for (count, order) in ballots { try result.append(order.map { [$0] }, count: count) }
    return result
  }

  @Test("Who beats everybody is told with the closest contest")
  func condorcet() throws {
    let ballots = try ranked(
      ["A", "B", "C"], [(8, [0, 2, 1]), (6, [1, 2, 0]), (12, [1, 0, 2])])
    let outcome = try Schulze().tally(ballots)
    #expect(
      Explanation.of(outcome, Particulars(noun: .init("idea", "ideas"))) == [
        "B is chosen.",
        "B beats every other idea one to one; closest are A, 18 to 8; C, 18 to 8.",
      ])
  }

  @Test("A lot is told with its seed, a tie left open with what is left to do")
  func ties() throws {
    let ballots = try ranked(["c2", "c5"], [(2, [0]), (2, [1])])
    let drawn = try Plurality(tieBreak: TieBreak([.lot(seed: 42)])).tally(ballots)
    let first = try #require(drawn.winners.first)
    #expect(
      Explanation(drawn).ties == [
        "c2 and c5 had equally many first preferences; the lot drawn from seed 42 put "
          + "\(["c2", "c5"][first]) first."
      ])
    let open = Explanation(try Plurality().tally(ballots))
    #expect(open.headline == "c2 and c5 are tied for the first place.")
    #expect(
      open.ties == [
        "c2 and c5 had equally many first preferences; nobody broke this tie: the room has to."
      ])
  }
}
