import ExerciseKit
import ExerciseTesting
import Testing
import Voting
import VotingMethods

/// What holds for every poll, whatever is asked and however it is counted.
@Suite struct EveryPollTests {
  private static let seeds: [Int] = [1, 2, 3, 4, 5, 6]

  /// Zeros at the end of the line are no votes: see `PollCount`.
  private func goesOn(_ outcome: Outcome, _ paper: Paper, _ ballots: [Ballot]) -> [String] {
    let wanted = Set(
      ballots.flatMap { ballot -> [String] in
        guard case .answers(let answers) = ballot.mark else { return [] }
        switch answers[paper.rule?.field ?? ""] {
        case .string(let id): return [id]
        case .array(let ids):
          return ids.compactMap { if case .string(let id) = $0 { id } else { nil } }
        default: return []
        }
      })
    return outcome.winners.filter { winner in
      switch outcome.method {
      case .dots, .quadratic: outcome.stages[0].totals[winner] > .zero
      case .approval, .plurality, .sntv, .block, .seqPAV, .seqPhragmen, .equalShares:
        wanted.contains(outcome.candidates[winner].id)
      default: true
      }
    }.map { outcome.candidates[$0].id }
  }

  @Test(arguments: PollKind.all, seeds)
  func `what a secret poll gives is what its paper's rule gives`(
    kind: PollKind, seed: Int
  ) throws {
    let harness = try kind.harness("sealed", cards: ["Guide", "Training", "Time", "Trust"])
    let paper = try #require(try harness.paper())
    var random = RandomBallots(seed: seed)
    let ballots = random.ballots(Int(seed) + 1, on: paper)
    for ballot in ballots { #expect(paper.faults(in: ballot).isEmpty) }
    try harness.reveal(ballots, lot: Int(seed))
    let outcome = try HostCount(paper: paper, ballots: ballots).outcome(lot: Int(seed))
    #expect(try harness.give().map(\.rawValue) == goesOn(outcome, paper, ballots))
  }

  @Test(arguments: PollKind.plain)
  func `one card alone can be voted on`(kind: PollKind) throws {
    let harness = try kind.harness("sealed", cards: ["Guide"])
    let paper = try #require(try harness.paper())
    var random = RandomBallots(seed: 1)
    // Nobody can fight a duel alone.
    let ballots = kind.exercise == "duels" ? [] : random.ballots(3, on: paper)
    try harness.reveal(ballots, lot: 1)
    if !ballots.isEmpty {
      let outcome = try HostCount(paper: paper, ballots: ballots).outcome(lot: 1)
      #expect(try harness.give().map(\.rawValue) == goesOn(outcome, paper, ballots))
    }
    #expect(try !harness.view().blocks.isEmpty)
  }

  @Test(arguments: PollKind.plain)
  func `before the count nobody sees anything of a vote`(kind: PollKind) throws {
    let (voted, other) = (try kind.harness("open"), try kind.harness("open"))
    try voted.run(kind.action, kind.vote, as: "Ruth")
    try other.run(kind.action, Self.otherVote(kind), as: "Ruth")
    #expect(try voted.seen() == other.seen())
    #expect(try voted.give() == [])
    let text = try voted.seen()
    #expect(text.contains("1 of 3 has voted. "))
    #expect(!text.contains("Ruth") && !text.contains("bars") && !text.contains("Too dear"))
  }

  /// The same vote for other cards.
  private static func otherVote(_ kind: PollKind) throws -> JSONValue {
    let text = kind.vote.text().replacing("c1", with: "c3").replacing("Too dear", with: "Too late")
    return try JSONValue(parsing: text)
  }

  @Test(arguments: PollKind.plain)
  func `a secret vote is nobody's, and shows when the lot is drawn`(kind: PollKind) throws {
    let harness = try kind.harness("sealed")
    let before = try harness.seen()
    #expect(before.contains("This vote is secret"))
    // Even a host that tells who it was can't make the plugin keep it.
    try harness.run(kind.action, kind.vote, as: "Ruth")
    #expect(try harness.seen() == before)
    #expect(try !harness.state().data.text().contains("p1"))
    harness.tell(.lot(7))
    #expect(try harness.seen() != before)
    #expect(try harness.seen().contains("1 ballot was counted."))
  }

  @Test(arguments: PollKind.plain)
  func `a secret poll can't be revealed or opened from here`(kind: PollKind) throws {
    let harness = try kind.harness("sealed")
    for action in ["reveal", "reopen"] {
      let refusal = try #require(throws: Refusal.self) { try harness.run(action) }
      #expect(refusal.message.hasPrefix("This vote is secret"))
      #expect(refusal.hint == "/vote close")
    }
  }

  @Test(arguments: PollKind.plain)
  func `in an open poll a later vote replaces the earlier one`(kind: PollKind) throws {
    let harness = try kind.harness("open")
    let alone = try kind.harness("open")
    try harness.run(kind.action, Self.otherVote(kind), as: "Ruth")
    let again = try harness.run(kind.action, kind.vote, as: "Ruth")
    #expect(again.notice?.hasPrefix("Ruth has voted again, in place of the first time.") == true)
    try alone.run(kind.action, kind.vote, as: "Ruth")
    try harness.run("reveal")
    try alone.run("reveal")
    #expect(try harness.seen() == alone.seen())
    let late = try #require(throws: Refusal.self) {
      try harness.run(kind.action, kind.vote, as: "Mike")
    }
    #expect(late.hint == "/reopen lets people vote again.")
    try harness.run("reopen")
    #expect(try harness.give() == [])
    try harness.run(kind.action, kind.vote, as: "Mike")
  }

  @Test(arguments: PollKind.plain)
  func `open and secret, the same votes give the same result`(kind: PollKind) throws {
    let (open, sealed) = (try kind.harness("open"), try kind.harness("sealed"))
    let votes = [kind.vote, try Self.otherVote(kind), kind.vote]
    for (person, vote) in zip(["Ruth", "Roger", "Mike"], votes) {
      try open.run(kind.action, vote, as: person)
      try sealed.run(kind.action, vote)
    }
    try open.run("reveal", ["lot": 7])
    sealed.tell(.lot(7))
    #expect(try open.give() == sealed.give())
    #expect(try open.bars() == sealed.bars())
  }

  @Test(arguments: PollKind.plain)
  func `a box that is opened again holds all ballots, once`(kind: PollKind) throws {
    let (twice, once) = (try kind.harness("sealed"), try kind.harness("sealed"))
    let votes = [kind.vote, try Self.otherVote(kind)]
    for vote in votes { try twice.run(kind.action, vote) }
    twice.tell(.lot(7))
    for vote in votes + [kind.vote] { try twice.run(kind.action, vote) }
    twice.tell(.lot(8))
    for vote in votes + [kind.vote] { try once.run(kind.action, vote) }
    once.tell(.lot(8))
    #expect(try twice.seen() == once.seen())
    #expect(try twice.lastWords().hasPrefix("3 ballots were counted."))
  }

  @Test(arguments: PollKind.plain)
  func `a weight counts as so many ballots`(kind: PollKind) throws {
    let (heavy, many) = (try kind.harness("sealed"), try kind.harness("sealed"))
    try heavy.run(kind.action, kind.vote, weight: 3)
    for _ in 0..<3 { try many.run(kind.action, kind.vote) }
    for harness in [heavy, many] {
      try harness.run(kind.action, Self.otherVote(kind))
      harness.tell(.lot(3))
    }
    #expect(try heavy.give() == many.give())
    #expect(try heavy.bars() == many.bars())
    #expect(try heavy.lastWords().hasPrefix("2 ballots were counted, for 4 votes."))
  }

  @Test(arguments: PollKind.plain)
  func `opened anew, from its state or its events, it is as it was`(kind: PollKind) throws {
    for privacy in ["open", "sealed"] {
      let harness = try kind.harness(privacy)
      try harness.run(kind.action, kind.vote, as: "Ruth")
      if privacy == "open" { try harness.run("reveal") } else { harness.tell(.lot(1)) }
      let seen = try harness.seen()
      try harness.reopen(from: harness.state())
      #expect(try harness.seen() == seen)
      try harness.reopen()
      #expect(try harness.seen() == seen)
    }
  }
}
