import ExerciseKit
import ExerciseTesting
import Testing
import Voting
import VotingMethods

@Suite struct OpinionPollTests {
  private func poll(_ settings: JSONValue, privacy: String = "sealed") throws -> Harness {
    try PollKind("opinions", settings, vote: [:]).harness(privacy)
  }

  @Test func `the paper asks to agree, pass or disagree`() throws {
    let paper = try #require(try poll(["groups": 2, "answers-needed": 3]).paper())
    #expect(paper.questions.map(\.form) == [.grade(["disagree", "pass", "agree"])])
    #expect(
      paper.rule
        == CountingRule(
          "opinion-groups", of: "answers", settings: ["groups": "2", "answers-needed": "3"]))
    #expect(try poll([:]).paper()?.rule?.settings == [:])
  }

  @Test func `answers are counted as the method's own type counts them`() throws {
    var ballots = OpinionBallots(candidates: Candidate.numbered(["1", "2", "3"]))
    let harness = try poll(["groups": 2])
    let rows = [[2, 2, 0], [2, 2, 0], [2, 0, 2], [2, 0, 2], [2, 1, 1]]
    for row in rows {
      try ballots.append(row.map { .init(rawValue: Int8($0 - 1)) })
      let answers = row.enumerated().map { JSONValue.Member("c\($0 + 1)", .integer($1)) }
      try harness.run("answer", ["answers": .object(answers)])
    }
    harness.tell(.lot(5))
    let outcome = try OpinionGroups(groups: 2).tally(ballots)
    #expect(outcome.winners == [0])
    #expect(try harness.give() == ["c1"])
    #expect(outcome.groups?.groups.count == 2)
  }
}
