import ExerciseProtocol
import OrderedCollections
import Polling
import Testing
import Workshop
import WorkshopTesting

/// What a secret vote rests on stays as it is while the vote is open or waits to be counted.
@Suite("What a vote rests on")
struct RestingVoteTests {
  private func atVote(
    _ set: String = "", takes: String = "all", library: any SessionLibrary = MemoryLibrary()
  ) throws -> TestDesk {
    let desk = TestDesk(isInteractive: false, library: library)
    for line in [
      "/new Summit", "/agenda add discussion Needs", "/people add Roger White, Ruth Hyde",
      "/people add Rhona Roberts", "/start", "A guide #idea", "Training #idea", "A forum #idea",
      "/agenda add rank Choice takes=\(takes)" + set, "/agenda add discussion After",
      "/goto Choice", "/vote open entered=yes",
    ] { try desk.perform(line) }
    return desk
  }

  @Test(arguments: [
    ("/edit c2 Other words", "c2 is on the paper of “Choice” and stays as it is"),
    ("/agenda change 2 set=method=irv", "The settings of “Choice” stay as they are"),
    ("/agenda change 2 set=privacy=open", "The settings of “Choice” stay as they are"),
    ("/agenda change 2 focus=\"Which not?\"", "The question of “Choice” stays as it is"),
    ("/agenda remove 2", "“Choice” stays as it is"),
    ("/people remove Ruth", "Ruth Hyde is on the roll of “Choice” and stays on it"),
    ("/people change Ruth name=Rita", "Ruth Hyde is on the roll of “Choice” and stays on it"),
  ])
  func `is refused, with the reason and the way out`(line: String, message: String) throws {
    let desk = try atVote()
    for state in ["is open", "waits to be counted"] {
      let (before, head) = (desk.session, desk.timeline.head)
      let problem = try #require(desk.problem(line), "\(line)")
      #expect(problem.message == "\(message): its secret vote \(state).")
      #expect(problem.hint?.contains("/vote call-off") == true)
      #expect(desk.session == before && desk.timeline.head == head)
      if state == "is open" { try desk.perform("/vote close") }
    }
    try desk.perform("/vote call-off The paper is wrong")
    #expect(desk.problem(line) == nil, "after the way out it works: \(line)")
  }

  @Test(arguments: ["/hide c2 twice", "/undo 8", "/undo", "/redo"])
  func `is refused from elsewhere and for steps of before`(line: String) throws {
    let desk = try atVote()
    try desk.perform("/goto 1")
    let paper = try #require(desk.session.polls.values.last).terms.paper
    let before = paper.questions[0].options.map { desk.session.board[CardID($0.id)] }
    let problem = desk.problem(line)
    if line != "/undo", line != "/redo" {
      #expect(problem != nil)
      #expect(
        line.hasPrefix("/undo") || problem?.hint?.hasPrefix("/goto 2 first.") == true,
        "\(String(describing: problem))")
    }
    let after = paper.questions[0].options.map { desk.session.board[CardID($0.id)] }
    #expect(before == after && desk.session.polls.values.last?.phase == .open)
  }

  @Test func `a step that brought a candidate can't be undone, nor the opening`() throws {
    let desk = try atVote()
    let card = try #require(
      desk.timeline.events.first { if case .cardAdded = $0.event { true } else { false } })
    #expect(
      desk.problem("/undo \(card.step)")?.message
        == "c1 is on the paper of “Choice” and stays: its secret vote is open.")
    let opened = desk.timeline.head
    #expect(
      desk.problem("/undo \(opened)")?.message
        == "Step \(opened) is part of a secret vote and can't be undone: people relied on it.")
  }

  @Test func `a card that comes with the tag later is not among those that are voted on`() throws {
    let desk = try atVote(takes: "#idea")
    for line in ["/goto Needs", "A bridge #idea", "/goto Choice"] { try desk.perform(line) }
    #expect(desk.session.currentActivity?.taken == ["c1", "c2", "c3"])
    #expect(try !desk.perform("/show").view.plainText.contains("A bridge"))
    try desk.perform("/vote call-off A bridge is missing")
    for line in ["/goto Needs", "/goto Choice"] { try desk.perform(line) }
    #expect(try desk.perform("/show").view.plainText.contains("A bridge"))
  }

  @Test func `what can't be undone for a vote is not sent to a step that can't be either`() throws {
    let desk = try atVote()
    for line in ["/vote cast Ruth: c2", "/vote close", "/vote count a"] { try desk.perform(line) }
    let planned = try #require(
      desk.timeline.events.first {
        if case .planned(let plan, _) = $0.event { plan.title == "Choice" } else { false }
      })
    try desk.perform("/undo")
    try desk.perform("/undo")
    let problem = try #require(desk.problem("/undo \(planned.step)"))
    #expect(problem.message.contains("builds on it"))
    #expect(problem.hint?.contains(" first.") == false, "\(problem)")
  }

  @Test func `what is published can't be asked for otherwise`() throws {
    let desk = try atVote()
    for option in ["quorum=2", "paper=yes", "by=names", "receipts=full"] {
      let problem = try #require(desk.problem("/vote open \(option)"))
      #expect(problem.message.hasPrefix("The vote is open, and its terms are published"))
    }
    let told = try desk.perform("/vote open").view.plainText
    #expect(told.contains("The booth is open. 0 of 3 have voted."))
  }

  @Test(arguments: ["/vote close", "/vote cast Ruth: c1", "/vote count a", "/vote call-off no"])
  func `where no vote can be the hint does not open one`(line: String) throws {
    let desk = try atVote()
    try desk.perform("/goto Needs")
    #expect(desk.problem(line)?.message == "“Needs” is not a secret vote.")
  }

  @Test func `an undone edit of a candidate is not brought back`() throws {
    let desk = TestDesk(isInteractive: false)
    for line in [
      "/new Summit", "/agenda add discussion Needs", "/people add Roger White, Ruth Hyde",
      "/start", "A guide", "Training", "/edit c2 Courses", "/undo", "/agenda add rank Choice",
      "/next", "/vote open entered=yes",
    ] { try desk.perform(line) }
    #expect(
      desk.problem("/redo")?.message
        == "c2 is on the paper of “Choice” and stays as it is: its secret vote is open.")
  }

  @Test func `the tag that took a card in stays; other tags are free`() throws {
    let desk = try atVote(takes: "#idea")
    #expect(
      desk.problem("/tag c2 -idea")?.message
        == "c2 was taken into “Choice” by its tag and keeps it: its secret vote is open.")
    try desk.perform("/tag c2 young")
    #expect(desk.session.board["c2"]?.tags == ["idea", "young"])
  }

  @Test func `everything else is free`() throws {
    let desk = try atVote()
    for line in [
      "/goto 1", "Another idea", ">c1 A reply", "/edit c4 Other words", "/hide c4 twice",
      "/tag c1 young", "/agenda change 1 minutes=20", "/agenda change 2 minutes=5",
      "/agenda change 2 title=\"The choice\"", "/people add Mike", "/people remove Mike",
      "/time +5", "/outcome insight We listen",
    ] { #expect(desk.problem(line) == nil, "\(line): \(desk.told(line))") }
  }

  @Test func `it holds for a change that another terminal was quicker than`() throws {
    let library = MemoryLibrary()
    let desk = try atVote(library: library)
    try desk.perform("/vote call-off Once more")
    let other = TestDesk(isInteractive: false, library: library)
    try other.perform("/open Summit")
    try desk.perform("/vote open entered=yes")
    // The other terminal has not seen the opening yet.
    #expect(
      other.problem("/edit c2 Other words")?.message
        == "c2 is on the paper of “Choice” and stays as it is: its secret vote is open.")
  }

  @Test func `a vote does not open on a paper that was changed meanwhile`() throws {
    let library = MemoryLibrary()
    let desk = try atVote(library: library)
    try desk.perform("/vote call-off Once more")
    let other = TestDesk(isInteractive: false, library: library)
    try other.perform("/open Summit")
    try other.perform("/edit c2 Other words")
    #expect(
      desk.problem("/vote open entered=yes")?.message.hasPrefix(
        "Something that is voted on was changed")
        == true)
    try desk.perform("/vote open entered=yes")
    let terms = try #require(desk.session.polls.values.last).terms
    #expect(terms.paper.questions[0].options.map(\.text).contains("Other words"))
  }

  @Test func `a count that was overtaken by a reopening is none`() throws {
    let library = MemoryLibrary()
    let desk = try atVote(library: library)
    for line in ["/vote cast Ruth: c1", "/vote close"] { try desk.perform(line) }
    let other = TestDesk(isInteractive: false, library: library)
    try other.perform("/open Summit")
    try other.perform("/vote reopen Roger was late")
    #expect(desk.problem("/vote count x") != nil)
    #expect(other.session.polls.values.last?.phase == .open)
  }

  @Test func `what was counted can't be removed with its activity`() throws {
    let desk = try atVote()
    for line in ["/vote close", "/vote count x"] { try desk.perform(line) }
    #expect(
      desk.problem("/agenda remove 2")?.message
        == "“Choice” holds a vote that was counted, and can't be removed.")
  }

  @Test func `a vote whose box is gone can be called off`() throws {
    let library = MemoryLibrary()
    let desk = try atVote(library: library)
    try desk.perform("/save-as Copy")
    #expect(desk.problem("/edit c2 Other words") != nil)
    let response = try desk.perform("/vote call-off The box is not here")
    #expect(response.view.plainText.contains("The vote is called off"))
    #expect(desk.problem("/edit c2 Other words") == nil)
  }
}
