import ExerciseKit
import ExerciseTesting
import Testing
import Voting
import VotingMethods

@Suite struct QuadraticPollTests {
  private func poll(_ settings: JSONValue, privacy: String = "sealed") throws -> Harness {
    try PollKind("quadratic", settings, vote: [:]).harness(privacy)
  }

  @Test func `the paper has the credits`() throws {
    let paper = try #require(try poll(["credits": 9, "winners": 2]).paper())
    #expect(paper.questions.map(\.form) == [.credits(9)])
    #expect(
      paper.rule == CountingRule("quadratic", of: "votes", seats: 2, settings: ["credits": "9"]))
  }

  @Test func `votes are counted as the method's own type counts them`() throws {
    var ballots = ScoreBallots(candidates: Candidate.numbered(["1", "2", "3"]), range: -5...5)
    let harness = try poll(["winners": 2])
    for vote in [[3, -4, 0], [0, 4, 3], [1, 1, 1]] {
      try ballots.append(vote)
      let votes = vote.enumerated().map { JSONValue.Member("c\($0 + 1)", .integer($1)) }
      try harness.run("spend", ["votes": .object(votes)])
    }
    harness.tell(.lot(5))
    let outcome = try Quadratic(credits: 25, seats: 2, tieBreak: TieBreak([.lot(seed: 5)]))
      .tally(ballots)
    #expect(try harness.give() == outcome.winners.map { CardID("c\($0 + 1)") })
  }

  @Test func `the price is the square, and what is left is told`() throws {
    let harness = try poll(["credits": 9], privacy: "open")
    let refusal = try #require(throws: Refusal.self) {
      try harness.run("spend", ["votes": ["c1": 3, "c2": -2]], as: "Ruth")
    }
    #expect(
      refusal
        == Refusal(
          "That is 13 credits, and there are 9.", field: "votes", hint: "Take 4 credits away."))
    #expect(throws: Refusal.self) { try harness.run("spend", ["votes": ["c1": 4]], as: "Ruth") }
    let left = try harness.run("spend", ["votes": ["c1": 2, "c2": -2]], as: "Ruth")
    #expect(left.notice == "Ruth has voted. 1 credit not spent.")
    let none = try harness.run("spend", ["votes": ["c1": -3]], as: "Ruth")
    #expect(none.notice?.hasSuffix("All credits are spent.") == true)
  }

  @Test func `a card with no more votes for it than against does not go on`() throws {
    let harness = try poll(["winners": 3])
    try harness.run("spend", ["votes": ["c1": 2, "c2": -1]])
    harness.tell(.lot(5))
    #expect(try harness.give() == ["c1"])
  }
}
