import ExerciseKit
import ExerciseTesting
import Testing
import Voting
import VotingMethods

@Suite struct ScorePollTests {
  private func poll(_ settings: JSONValue, privacy: String = "sealed") throws -> Harness {
    try PollKind("score", settings, vote: [:]).harness(privacy)
  }

  @Test(
    arguments: [
      ("score", -2, 2, -2...2), ("score", 9, 1, 1...9), ("star", 1, 10, 0...5),
      ("score-mean", 0, 0, 0...0),
    ])
  func `the paper has the range, but star has its own`(
    method: String, lowest: Int, highest: Int, range: ClosedRange<Int>
  ) throws {
    let harness = try poll([
      "method": .string(method), "lowest": .integer(lowest), "highest": .integer(highest),
      "quorum": 2,
    ])
    let paper = try #require(try harness.paper())
    #expect(paper.questions.map(\.form) == [.score(range)])
    #expect(paper.rule?.settings == (method == "score-mean" ? ["quorum": "2"] : [:]))
  }

  @Test(arguments: [MethodID.score, .scoreMean, .star])
  func `points are counted as the method's own type counts them`(method: MethodID) throws {
    var ballots = ScoreBallots(candidates: Candidate.numbered(["1", "2", "3"]), range: 0...5)
    let harness = try poll(["method": .string(method.rawValue)])
    for vote in [[5, 1, nil], [0, 4, 4], [2, 3, 5]] as [[Int?]] {
      try ballots.append(vote)
      let points = vote.enumerated().compactMap { index, points in
        points.map { JSONValue.Member("c\(index + 1)", .integer($0)) }
      }
      try harness.run("score", ["points": .object(points)])
    }
    harness.tell(.lot(5))
    let rules = TieBreak([.lot(seed: 5)])
    let outcome =
      switch method {
      case .score: try Score(tieBreak: rules).tally(ballots)
      case .scoreMean: try ScoreMean(tieBreak: rules).tally(ballots)
      default: try Star(tieBreak: rules).tally(ballots)
      }
    #expect(try harness.give() == outcome.winners.map { CardID("c\($0 + 1)") })
  }

  @Test(
    arguments: [
      ("score", 0, 0), ("score-mean", 0, 0), ("star", 0, 0), ("score", -5, 0), ("score", -5, -5),
    ])
  func `in an open vote too, nobody is chosen whom nobody is for`(
    method: String, lowest: Int, points: Int
  ) throws {
    let settings: JSONValue = ["method": .string(method), "lowest": .integer(lowest)]
    let harness = try poll(settings, privacy: "open")
    for name in ["Ruth", "Roger", "Mike"] {
      let given: JSONValue = [
        "c1": .integer(points), "c2": .integer(points), "c3": .integer(points),
      ]
      try harness.run("score", ["points": given], as: name)
    }
    try harness.run("reveal", ["lot": 5])
    #expect(try harness.give().isEmpty)
    #expect(try harness.seen().contains("No ballot says anything for any of the cards"))
  }

  @Test func `points out of the range are refused`() throws {
    let refusal = try #require(throws: Refusal.self) {
      try self.poll([:], privacy: "open").run("score", ["points": ["c2": 6]], as: "Ruth")
    }
    #expect(
      refusal
        == Refusal(
          "c2 has 6; it may have 0 to 5.", field: "points", hint: "Give it a number from 0 to 5."))
  }
}
