import ExerciseProtocol
import OrderedCollections
import Testing
import Workshop
import WorkshopTesting

/// Which cards a step takes in, whatever stands between it and where they come from.
@Suite("The supply of a step")
struct SupplyTests {
  /// Ideas with three cards, and a vote after them.
  private func ideas(isInteractive: Bool = true) throws -> TestDesk {
    let desk = TestDesk(isInteractive: isInteractive)
    for line in [
      "/new Day", "/agenda add discussion Ideas minutes=10", "/agenda add dot-voting Vote",
      "/people add Ruth, Roger", "/start", "one", "two", "three",
    ] { try desk.perform(line) }
    return desk
  }

  private func taken(_ desk: TestDesk, _ id: ActivityID) -> [CardID] {
    Array(desk.session.agenda[id]?.taken ?? [])
  }

  @Test(
    "A break or a check-in between does not empty the vote",
    arguments: [
      "/agenda add discussion Tea break at=2", "/agenda add discussion \"Check-in\" at=2",
      "/agenda add break Lunch minutes=45 at=2", "/agenda add discussion Biscuits aside=yes at=2",
      "/agenda add discussion Coffee at=2", "/agenda add discussion Energiser at=2",
    ])
  func between(_ line: String) throws {
    let desk = try ideas()
    let told = try desk.perform(line).view.plainText
    #expect(told.contains("3. Vote still takes the 3 cards of 1. Ideas."), "\(told)")
    try desk.perform("/next")
    if !line.contains("add break") { try desk.perform("Are the biscuits fair trade?") }
    try desk.perform("/next")
    #expect(taken(desk, "a2") == ["c1", "c2", "c3"])
  }

  @Test(
    "What only sounds like a break is none",
    arguments: [
      "discussion Where does it break", "discussion Break down the problem", "dot-voting Lunch",
      "discussion Tea rooms: ideas", "discussion What warms up a room",
    ])
  func noBreak(_ typed: String) throws {
    let desk = try ideas()
    try desk.perform("/agenda add \(typed) at=2")
    #expect(desk.session.agenda["a3"]?.plan.aside == false)
    #expect(desk.session.agenda["a3"]?.plan.takes == .previous)
  }

  @Test("A step in which nobody said anything lets cards pass")
  func silent() throws {
    let desk = try ideas()
    for line in ["/agenda add discussion Anything else at=2", "/next"] { try desk.perform(line) }
    let told = try desk.perform("/next").view.plainText
    #expect(taken(desk, "a2") == ["c1", "c2", "c3"])
    #expect(told.contains("All 3 cards of 1. Ideas go on."))
  }

  @Test("Any other step between is told with the way back, and that way works")
  func told() throws {
    let desk = try ideas()
    let told = try desk.perform("/agenda add discussion More at=2").view.plainText
    #expect(
      told.contains(
        "3. Vote now takes what 2. More gives, no longer the 3 cards of 1. Ideas."), "\(told)")
    #expect(told.contains("/agenda change 3 takes=1 has it take from there as before."))
    let back = try desk.perform("/agenda change 3 takes=1").view.plainText
    #expect(back.contains("3. Vote now takes the 3 cards of 1. Ideas"), "\(back)")
    for line in ["/next", "four", "/next"] { try desk.perform(line) }
    #expect(taken(desk, "a2") == ["c1", "c2", "c3"])
  }

  @Test("A name in takes is kept by id: a move changes nothing")
  func moves() throws {
    let desk = try ideas()
    for line in ["/agenda change 2 takes=\"Ideas\"", "/agenda add discussion Talk at=2"] {
      try desk.perform(line)
    }
    #expect(desk.session.agenda["a2"]?.plan.takes == .activities(["a1"]))
    try desk.perform("/agenda move 2 1")
    for line in ["/goto 1", "said", "/goto Vote"] { try desk.perform(line) }
    #expect(taken(desk, "a2") == ["c1", "c2", "c3"])
    #expect(
      try desk.perform("/agenda").view.plainText.contains("3. Vote takes from 2. Ideas."))
    let late = try desk.perform("/agenda add dot-voting Second takes=1,2").view.plainText
    #expect(desk.session.agenda["a4"]?.plan.takes == .activities(["a3", "a1"]), "\(late)")
  }

  @Test("That a named source comes after now is told")
  func late() throws {
    let desk = try ideas()
    for line in ["/agenda change 2 takes=1", "/agenda add discussion Talk"] {
      try desk.perform(line)
    }
    let told = try desk.perform("/agenda move 1 3").view.plainText
    #expect(told.contains("1. Vote takes from 3. Ideas, which now comes after it."), "\(told)")
  }

  @Test("Moving and removing say what they change")
  func removing() throws {
    let desk = TestDesk()
    for line in [
      "/new Plan", "/agenda add discussion One", "/agenda add discussion Two",
      "/agenda add dot-voting Vote",
    ] { try desk.perform(line) }
    #expect(
      try desk.perform("/agenda remove 2").view.plainText
        .contains("2. Vote now takes what 1. One gives."))
    try desk.perform("/undo")
    let moved = try desk.perform("/agenda move 1 2").view.plainText
    #expect(moved.contains("3. Vote now takes what 2. One gives, no longer what 1. Two gives."))
    #expect(!moved.contains("1. Two now takes no cards"), "nothing comes before it: \(moved)")
  }

  @Test(
    "What can't give is refused, with what can",
    arguments: [
      ("/agenda change 2 takes=3", "3. Tea is a break and gives no cards."),
      ("/agenda change 1 takes=2", "2. Vote comes after it, and so has no cards to give it."),
      ("/agenda change 2 takes=2", "2. Vote can't take from itself."),
      ("/agenda change 2 takes=\"Ideas, Nowhere\"", "“Nowhere” does not say which cards come in."),
    ])
  func refused(_ line: String, _ message: String) throws {
    let desk = try ideas(isInteractive: false)
    try desk.perform("/agenda add break Tea")
    #expect(desk.problem(line)?.message == message)
    #expect(desk.problem(line)?.hint?.isEmpty == false)
  }

  @Test("A step that another one names can't be removed before that is changed")
  func named() throws {
    let desk = TestDesk()
    for line in [
      "/new Plan", "/agenda add discussion One", "/agenda add discussion Two",
      "/agenda add dot-voting Vote takes=One",
    ] { try desk.perform(line) }
    let problem = desk.problem("/agenda remove 1")
    #expect(problem?.message == "3. Vote takes its cards from “One”.")
    try desk.perform("/agenda change 3 takes=previous")
    try desk.perform("/agenda remove 1")
    #expect(desk.session.agenda.count == 2)
  }

  @Test("Open actions that are brought in between do not empty the vote either")
  func carried() throws {
    let exercises = TestExercises()
    var commit = ExerciseDescription.scripted()
    commit.id = "commit"
    exercises.install(commit) { _ in .changes([]) }
    let desk = TestDesk(exercises: exercises)
    for line in [
      "/new Monday series=x", "/agenda add discussion", "/start", "/outcome action Do it",
      "/new Day series=x", "/agenda add discussion Ideas", "/agenda add dot-voting Vote", "/start",
      "one", "/carry", "/next", "/next",
    ] { try desk.perform(line) }
    #expect(desk.session.currentActivity?.plan.title == "Vote")
    #expect(desk.session.currentActivity?.taken == ["c1"])
  }
}

/// Leaving what is not decided.
@Suite("/next out of a vote")
struct LeavingTests {
  private func vote(isInteractive: Bool) throws -> TestDesk {
    let desk = TestDesk(isInteractive: isInteractive)
    for line in [
      "/new Day", "/agenda add discussion Ideas", "/agenda add dot-voting Vote set=winners=1",
      "/agenda add discussion After", "/people add Ruth, Roger", "/start", "one", "two", "/next",
      "@Ruth c2 c2", "@Roger c2 c1",
    ] { try desk.perform(line) }
    return desk
  }

  @Test("That nobody revealed asks; no stays, yes goes on")
  func asks() throws {
    let desk = try vote(isInteractive: true)
    let response = try desk.perform("/next")
    #expect(response.view.plainText.contains("“Vote” was not revealed"))
    guard case .ask(var form) = response.next else {
      Issue.record("nothing was asked")
      return
    }
    #expect(desk.session.current == "a2")
    var no = form
    try no.answer("no", at: desk.desk)
    #expect(try desk.desk.carryOut(no.invocation).view.plainText.contains("We stay at “Vote”."))
    #expect(desk.session.current == "a2")
    try form.answer("yes", at: desk.desk)
    let gone = try desk.desk.carryOut(form.invocation).view.plainText
    #expect(desk.session.current == "a3")
    #expect(gone.contains("None of the 2 cards of 2. Vote goes on."), "\(gone)")
  }

  @Test("A script is refused with the line that goes on", arguments: ["/next", "/goto 3"])
  func script(_ line: String) throws {
    let desk = try vote(isInteractive: false)
    let hint = try #require(desk.problem(line)?.hint)
    #expect(hint.contains("/reveal"))
    let way = line == "/next" ? "/next anyway=yes" : "/goto 3 anyway=yes"
    #expect(hint.contains(way))
    #expect(desk.problem("/back") == nil && desk.problem("/next") == nil)
    try desk.perform(way)
    #expect(desk.session.current == "a3")
  }

  @Test("Once it is revealed nobody asks, and what goes on and what does not is told")
  func told() throws {
    let desk = try vote(isInteractive: false)
    try desk.perform("/reveal")
    let told = try desk.perform("/next").view.plainText
    #expect(told.contains("1 of 2 cards of 2. Vote goes on; c1 stays there."), "\(told)")
    #expect(Array(desk.session.agenda["a3"]?.taken ?? []) == ["c2"])
  }

  @Test("Where there is nothing to vote on, there is nothing to ask")
  func empty() throws {
    let desk = try TestDesk.inDiscussion(isInteractive: false)
    for line in ["/next", "/next"] { try desk.perform(line) }
    #expect(desk.session.current == nil)
  }

  @Test("A secret vote that is open or closed, or was never opened, asks as well")
  func secret() throws {
    let desk = TestDesk(isInteractive: false)
    for line in [
      "/new Day", "/agenda add discussion Ideas",
      "/agenda add dot-voting Vote set=privacy=sealed", "/agenda add discussion After",
      "/people add Ruth, Roger", "/start", "one", "two", "/next",
    ] { try desk.perform(line) }
    #expect(desk.problem("/next")?.message.contains("its box was never opened") == true)
    try desk.perform("/vote open")
    #expect(desk.problem("/next")?.message.contains("is open, and nothing of it") == true)
    try desk.perform("/vote close")
    #expect(desk.problem("/next")?.message.contains("is closed and not counted") == true)
  }
}
