import ExerciseKit
import ExerciseTesting
import Testing
import Voting
import VotingMethods

@Suite struct DuelPollTests {
  private func poll(_ settings: JSONValue, privacy: String = "sealed") throws -> Harness {
    try PollKind("duels", settings, vote: [:]).harness(privacy)
  }

  @Test(arguments: [(10, 3), (2, 2)])
  func `nobody is asked about more pairs than there are`(pairs: Int, asked: Int) throws {
    let paper = try #require(try poll(["pairs": .integer(pairs), "winners": 9]).paper())
    #expect(paper.questions.map(\.form) == [.duels(asked)])
    #expect(paper.rule == CountingRule("pairwise-survey", of: "duels", seats: 3))
  }

  @Test func `duels are counted as the method's own type counts them`() throws {
    var ballots = DuelBallots(candidates: Candidate.numbered(["1", "2", "3"]))
    let harness = try poll(["winners": 2])
    for (better, worse) in [(0, 1), (2, 1), (2, 0), (1, 0)] {
      try ballots.append(better, over: worse)
      try harness.run("prefer", ["duels": [[.string("c\(better + 1)"), .string("c\(worse + 1)")]]])
    }
    harness.tell(.lot(5))
    let outcome = try PairwiseSurvey(seats: 2, tieBreak: TieBreak([.lot(seed: 5)])).tally(ballots)
    #expect(try harness.give() == outcome.winners.map { CardID("c\($0 + 1)") })
  }

  @Test func `a pair is answered once, and is of two`() throws {
    let harness = try poll([:], privacy: "open")
    for duels in [[["c1", "c1"]], [["c1", "c2"], ["c2", "c1"]]] as [JSONValue] {
      #expect(throws: Refusal.self) { try harness.run("prefer", ["duels": duels], as: "Ruth") }
    }
  }
}
