import ExerciseKit
import ExerciseTesting
import Testing
import Voting
import VotingMethods

@Suite struct AgreePollTests {
  private func poll(
    _ settings: JSONValue, privacy: String = "sealed", cards: [String] = ["Open on Fridays"]
  ) throws -> Harness {
    try PollKind("agree", settings, vote: [:]).harness(privacy, cards: cards)
  }

  @Test(arguments: [("fist-to-five", 0...5), ("gradients", 1...8), ("consent", 0...2)])
  func `one proposal is answered on a scale, several one beside the other`(
    method: String, range: ClosedRange<Int>
  ) throws {
    let one = try #require(try poll(["method": .string(method)]).paper())
    guard case .scale(let steps) = one.questions[0].form else {
      Issue.record("no scale")
      return
    }
    #expect(steps.map(\.value) == Array(range))
    #expect(one.questions[0].options.map(\.id) == ["c1"])
    #expect(one.questions.map(\.field) == ["answers", "reason"])
    #expect(one.questions[1].form == .text(lines: 4) && !one.questions[1].isRequired)
    let two = try #require(
      try poll(["method": .string(method)], cards: ["Fridays", "Sundays"]).paper())
    #expect(two.questions[0].form == .grade(steps.map(\.label), from: range.lowerBound))
    #expect(two.questions[0].pointsAllowed == range)
  }

  @Test func `the rule has the hurdles`() throws {
    let settings: JSONValue = ["quorum": 3, "share": 90, "support": 7, "fist-blocks": false]
    func rule(_ method: String) throws -> [String: String]? {
      guard case .object(let members) = settings else { return nil }
      return try poll(.object(members + [.init("method", .string(method))])).paper()?.rule?.settings
    }
    #expect(
      try rule("fist-to-five") == ["quorum": "3", "share": "90%", "fist-blocks": "no"])
    #expect(try rule("gradients") == ["quorum": "3", "share": "90%", "support": "7"])
    #expect(try rule("consent") == ["quorum": "3"])
  }

  @Test(
    arguments: [
      ("fist-to-five", [5, 4, 3], true), ("fist-to-five", [5, 5, 5, 5, 0], false),
      ("fist-to-five", [3, 3, 1], false), ("gradients", [8, 6, 6, 2], true),
      ("gradients", [8, 8, 8, 8, 1], false), ("consent", [2, 1, 1], true),
      ("consent", [2, 2, 0], false),
    ])
  func `a proposal stands if it passes the test`(
    method: String, answers: [Int], stands: Bool
  ) throws {
    let harness = try poll(["method": .string(method)])
    try harness.reveal(
      answers.map { Ballot(.answers(["answers": .integer($0)])) }, lot: 1)
    #expect(try harness.give() == (stands ? ["c1"] : []))
    #expect(
      try harness.lastWords().hasSuffix(
        stands ? "goes on to the next activity." : "Nothing goes on to the next activity."))
  }

  @Test func `abstaining is neither an answer nor the middle of the scale`() throws {
    func result(_ answers: [JSONValue], quorum: Int) throws -> [CardID] {
      let harness = try poll(["method": "gradients", "quorum": .integer(quorum)])
      for answer in answers { try harness.run("agree", ["answers": answer]) }
      harness.tell(.lot(1))
      return try harness.give()
    }
    #expect(try result([["c1": 8], [:], [:]], quorum: 1) == ["c1"])
    #expect(try result([["c1": 8], [:], [:]], quorum: 2) == [])
    // No opinion, which is 5, counts for the quorum, and not as support.
    #expect(try result([["c1": 8], ["c1": 5]], quorum: 2) == [])
    #expect(try result([["c1": 8], ["c1": 8], ["c1": 8], ["c1": 5]], quorum: 4) == ["c1"])
  }

  private func reasons(_ harness: Harness) throws -> [String] {
    let blocks = try harness.view().blocks
    guard let place = blocks.firstIndex(of: .heading("Reasons", level: 3)),
      case .list(let items, _) = blocks[place + 1]
    else { return [] }
    return items
  }

  @Test func `reasons show with the result, the lowest answers first, without names`() throws {
    let harness = try poll([:])
    let votes: [(Int, JSONValue)] = [
      (5, "Long overdue"), (0, "Who pays?\n \u{1B}[2J"), (3, ""), (0, "Not safe"),
    ]
    try harness.reveal(
      votes.map { Ballot(.answers(["answers": .integer($0), "reason": $1])) }, lot: 1)
    #expect(
      try reasons(harness) == [
        "c1 0: Not safe", "c1 0: Who pays? \u{1B}[2J", "c1 5: Long overdue",
      ])
  }

  @Test func `in an open poll reasons have names`() throws {
    let harness = try poll([:], privacy: "open", cards: ["Fridays", "Sundays"])
    try harness.run("agree", ["answers": ["c1": 4, "c2": 1], "reason": "Too dear"], as: "Ruth")
    #expect(try !harness.seen().contains("Too dear"))
    try harness.run("reveal")
    #expect(try reasons(harness) == ["Ruth, c1 4, c2 1: Too dear"])
  }
}
