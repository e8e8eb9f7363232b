import ExerciseKit
import ExerciseTesting
import Testing
import Voting

/// What comes in is not always as it should be.
@Suite struct UnusualPollTests {
  @Test(arguments: PollKind.plain)
  func `without cards there is nothing to vote on, and that is said`(kind: PollKind) throws {
    for privacy in ["open", "sealed"] {
      let harness = try kind.harness(privacy, cards: [])
      #expect(
        try harness.view().blocks.contains(
          .note("There is nothing to vote on: no cards came in.", .warning)))
      let refusal = try #require(throws: Refusal.self) {
        try harness.run(kind.action, kind.vote, as: "Ruth")
      }
      #expect(refusal.message == "There is nothing to vote on: no cards came in.")
      #expect(try harness.give() == [])
    }
  }

  @Test(arguments: PollKind.plain)
  func `a box without a ballot gives nothing`(kind: PollKind) throws {
    let harness = try kind.harness("sealed")
    harness.tell(.lot(1))
    #expect(try harness.give() == [])
    #expect(try harness.view().blocks.contains(.note("No vote was cast.", .warning)))
  }

  @Test(arguments: PollKind.plain)
  func `a card that was never there is refused, in the booth too`(kind: PollKind) throws {
    let vote = try JSONValue(
      parsing: kind.vote.text().replacing("c2", with: "c9")
        .replacing("[\"c1\"]}", with: "[\"c9\"]}"))
    for privacy in ["open", "sealed"] {
      let refusal = try #require(throws: Refusal.self) {
        try kind.harness(privacy).run(kind.action, vote, as: "Ruth")
      }
      #expect(refusal.message == "c9 is not one of the cards to vote on.")
      #expect(refusal.hint == "They are c1, c2, c3.")
    }
  }

  @Test(arguments: PollKind.plain)
  func `a hidden card is not on the paper, not in the view, and can't win`(kind: PollKind) throws {
    let harness = try kind.harness("sealed")
    try harness.change("c1") { ($0.text, $0.hidden) = ("Offending", "off topic") }
    let paper = try #require(try harness.paper())
    #expect(paper.questions[0].options.map(\.id) == ["c2", "c3"])
    #expect(try !harness.seen().contains("Offending"))
    // A ballot that was cast before the card was hidden still counts for the others.
    try harness.run(kind.action, kind.vote)
    harness.tell(.lot(1))
    #expect(try !harness.seen().contains("Offending"))
    #expect(try !harness.give().contains("c1"))
  }

  @Test(arguments: PollKind.plain)
  func `hostile text is passed on as text, and cards may be called alike`(kind: PollKind) throws {
    let texts = ["\u{1B}[2J\u{202E}\n# no", "<script>", "<script>"]
    let harness = try kind.harness("sealed", cards: texts, people: ["\u{1B}]0;x\u{7}"])
    let paper = try #require(try harness.paper())
    #expect(paper.questions[0].options.map(\.text) == texts)
    let again = try Paper(json: paper.json, path: "paper")
    #expect(again == paper)
    try harness.run(kind.action, kind.vote)
    harness.tell(.lot(1))
    for audience in Audience.allCases {
      let view = try harness.view(for: audience)
      #expect(try View(json: view.json, path: "view") == view)
    }
  }

  @Test(arguments: PollKind.plain)
  func `a card that is gone takes its votes along`(kind: PollKind) throws {
    let harness = try kind.harness("open")
    try harness.run(kind.action, kind.vote, as: "Ruth")
    try harness.remove("c1")
    try harness.run("reveal")
    #expect(try !harness.give().contains("c1"))
  }
}

/// In an open poll, too, a result that was revealed stays as the room saw it.
@Suite struct RevealedPollTests {
  @Test(arguments: PollKind.plain)
  func `cards that are edited, hidden or gone later change nothing`(kind: PollKind) throws {
    let harness = try kind.harness("open")
    try harness.run(kind.action, kind.vote, as: "Ruth")
    try harness.run("reveal")
    let (shown, given) = (try harness.view().blocks, try harness.give())
    try harness.change("c1") { $0.text = "Other words" }
    try harness.change("c2") { $0.hidden = "twice" }
    try harness.remove("c3")
    let now = try harness.view().blocks
    #expect(Array(now.prefix(shown.count)) == shown)
    #expect(
      now.last
        == .list(
          ["c1 now reads: Other words", "c2 is hidden: twice", "c3 is no longer on the board."],
          ordered: false))
    // What is gone can't go on.
    #expect(try harness.give() == given.filter { $0 != "c3" })
    try harness.reopen(from: harness.state())
    #expect(try harness.view().blocks == now)
  }

  @Test(arguments: PollKind.plain)
  func `words that were changed while people voted are not declared chosen`(
    kind: PollKind
  ) throws {
    let harness = try kind.harness("open")
    try harness.run(kind.action, kind.vote, as: "Ruth")
    try harness.change("c1") { $0.text = "Other words" }
    let refusal = try #require(throws: Refusal.self) { try harness.run("reveal") }
    #expect(refusal.message == "c1 read “Guide” when people voted, and reads “Other words” now.")
    // Both ways out work.
    try harness.change("c1") { $0.text = "Guide" }
    try harness.run("reveal")
    try harness.run("reopen")
    try harness.run(kind.action, kind.vote, as: "Roger")
    try harness.change("c1") { $0.text = "Other words" }
    try harness.run("reopen")
    try harness.run("reveal")
  }

  @Test func `a card that was hidden while people voted is named`() throws {
    let kind = PollKind.plain[0]
    let harness = try kind.harness("open")
    try harness.run(kind.action, kind.vote, as: "Ruth")
    try harness.change("c1") { $0.hidden = "twice" }
    let revealed = try harness.run("reveal")
    #expect(revealed.notice == "The count is revealed. Not counted, since hidden: c1.")
  }
}
