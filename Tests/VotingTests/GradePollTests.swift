import ExerciseKit
import ExerciseTesting
import Testing
import Voting
import VotingMethods

@Suite struct GradePollTests {
  private func poll(_ settings: JSONValue, privacy: String = "sealed") throws -> Harness {
    try PollKind("grade", settings, vote: [:]).harness(privacy)
  }

  @Test(
    arguments: [
      ("bad, fair,  very   good ", ["bad", "fair", "very good"]),
      ("bad,,bad,\ngood", ["bad", "good"]), ("fine", ["no", "yes"]), ("", ["no", "yes"]),
    ])
  func `the grades are what is between the commas`(text: String, names: [String]) throws {
    let harness = try poll(["grades": .string(text)])
    #expect(try harness.paper()?.questions.map(\.form) == [.grade(names)])
    let legend = View.Block.facts(names.enumerated().map { View.Fact("\($0)", $1) })
    #expect(try harness.view().blocks.contains(legend))
  }

  @Test(arguments: [MethodID.majorityJudgment, .majorityJudgmentGauge])
  func `grades are counted as the method's own type counts them`(method: MethodID) throws {
    var ballots = ScoreBallots(candidates: Candidate.numbered(["1", "2", "3"]), range: 0...5)
    let harness = try poll(["method": .string(method.rawValue)])
    for vote in [[5, 1, 3], [0, 4, 4], [2, 3, 5], [3, 3, 3]] {
      try ballots.append(vote)
      let grades = vote.enumerated().map { JSONValue.Member("c\($0 + 1)", .integer($1)) }
      try harness.run("grade", ["grades": .object(grades)])
    }
    harness.tell(.lot(5))
    let rules = TieBreak([.lot(seed: 5)])
    let outcome =
      method == .majorityJudgment
      ? try MajorityJudgment(tieBreak: rules).tally(ballots)
      : try MajorityJudgmentGauge(tieBreak: rules).tally(ballots)
    #expect(try harness.give() == outcome.winners.map { CardID("c\($0 + 1)") })
    #expect(try harness.seen().contains("good"))
  }

  @Test func `a grade that there isn't is refused`() throws {
    let refusal = try #require(throws: Refusal.self) {
      try self.poll(["grades": "no,yes"], privacy: "open")
        .run("grade", ["grades": ["c2": 2]], as: "Ruth")
    }
    #expect(refusal.message == "c2 has 2; it may have 0 to 1.")
  }
}
