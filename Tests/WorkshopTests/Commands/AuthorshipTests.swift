import ExerciseProtocol
import OrderedCollections
import Testing
import Workshop
import WorkshopTesting

@Suite("/by, /delete and /merge")
struct AuthorshipTests {
  private func desk(_ lines: String..., isInteractive: Bool = false) throws -> TestDesk {
    let desk = try TestDesk.inDiscussion(isInteractive: isInteractive)
    for line in lines { try desk.perform(line) }
    return desk
  }

  private func author(_ card: CardID, _ desk: TestDesk) -> String? {
    desk.session.name(of: desk.session.board[card]?.author)
  }

  @Test("Who said it can be set right: somebody here, somebody new, nobody; also of a reply")
  func by() throws {
    let desk = try desk("@Ruth one", ">c1 @Roger two")
    #expect(try desk.perform("/by c2 Ruth Hyde").view.plainText.contains("c2 is by Ruth Hyde"))
    #expect(author("c2", desk) == "Ruth Hyde" && desk.session.board["c2"]?.parent == "c1")
    try desk.perform("/by c1 @Sarah Hughes")
    #expect(author("c1", desk) == "Sarah Hughes")
    try desk.perform("/by c1-c2 nobody")
    #expect(author("c1", desk) == nil && author("c2", desk) == nil)
    try desk.perform("/undo")
    #expect(author("c1", desk) == "Sarah Hughes" && author("c2", desk) == "Ruth Hyde")
    #expect(try desk.events(of: "/by c2 ruth hyde").isEmpty)
    #expect(desk.problem("/by c2 Ruht Hyde")?.hint?.contains("Ruth Hyde") == true)
    #expect(desk.problem("/by c2 Ruth, nobody")?.isUsage == true)
    #expect(desk.problem("/by c9 Ruth")?.message == "There is no card c9.")
  }

  @Test("Where no names are kept, none is given")
  func secrecy() throws {
    let desk = TestDesk(isInteractive: false)
    for line in [
      "/new Day", "/agenda add discussion Talk set=anonymous=yes", "/people add Ruth", "/start",
      "one",
    ] { try desk.perform(line) }
    #expect(desk.problem("/by c1 Ruth")?.message.hasPrefix("No names are kept in “Talk”") == true)
  }

  @Test("/edit says that it is for words; tags at their end are put on the card")
  func edit() throws {
    let desk = try desk("@Ruth one")
    let problem = desk.problem("/edit c1 @Roger two")
    #expect(problem?.hint?.contains("/by c1 Roger White") == true)
    #expect(desk.session.board["c1"]?.text == "one")
    try desk.perform(#"/edit c1 \@Roger two #Idea"#)
    #expect(desk.session.board["c1"]?.text == "@Roger two")
    #expect(desk.session.board["c1"]?.tags == ["idea"])
  }

  @Test("A deleted card is gone everywhere, and comes back by /undo; its label is not given again")
  func delete() throws {
    let desk = try desk("one", "two", "/next")
    #expect(try desk.events(of: "/delete c1") == [.cardRemoved("c1")])
    #expect(desk.session.board.keys.elements == ["c2"])
    #expect(desk.session.agenda["a2"]?.taken == ["c2"])
    #expect(try !desk.perform("/show").view.plainText.contains("c1"))
    #expect(desk.problem("@Ruth c1")?.message == "There is no card c1.")
    try desk.perform("/undo")
    #expect(desk.session.board.keys.elements == ["c1", "c2"])
    #expect(try desk.perform("/show").view.plainText.contains("c1"))
    try desk.perform("/redo")
    try desk.perform("/back")
    try desk.perform("three")
    #expect(desk.session.board.keys.elements == ["c2", "c3"])
  }

  @Test("What was answered, voted on or decided stays, and it is said why")
  func stays() throws {
    let desk = try desk("one", ">c1 two", "three", "/outcome decision c3")
    #expect(desk.problem("/delete c1")?.message == "c1 was answered by c2 and stays.")
    #expect(desk.problem("/delete c1")?.hint == "/delete c1 c2 takes the answer away too.")
    #expect(desk.problem("/delete c3")?.message.hasPrefix("c3 stays: the decision “three”") == true)
    for line in ["/next", "@Ruth c1"] { try desk.perform(line) }
    for line in ["/delete c1 c2", "/merge c3 c1"] {
      #expect(
        desk.problem(line)?.message == "c1 stays as it is: people voted on it in “Choice”.",
        "\(line)")
    }
    #expect(try desk.events(of: "/delete c2") == [.cardRemoved("c2")])
  }

  @Test("A card that stands for another stays until the other is named, or stands by itself")
  func standsForAnother() throws {
    let desk = try desk("one", "two", "three", "/merge c1 c2")
    let problem = desk.problem("/delete c1 c3")
    #expect(problem?.message == "c1 stands for c2 too, and stays.")
    #expect(
      problem?.hint == "/delete c1 c2 c3 takes it away too; after /unhide c2 that one stands by "
        + "itself.")
    #expect(try desk.events(of: "/delete c1 c2") == [.cardRemoved("c1"), .cardRemoved("c2")])
    for line in ["/undo", "/unhide c2", "/delete c1"] { try desk.perform(line) }
    #expect(desk.session.board["c2"]?.hidden == nil && desk.session.board["c1"] == nil)
  }

  @Test("Cards that say the same are put together anywhere; both sources are kept")
  func merge() throws {
    let desk = try desk("@Ruth Late buses #idea", "@Roger Buses are late #young", "/next")
    try desk.perform("/merge c1 c2 Buses are late in the evening")
    let card = try #require(desk.session.board["c1"])
    #expect(card.text == "Buses are late in the evening" && card.sources == ["c2"])
    #expect(card.tags == ["idea", "young"] && author("c1", desk) == "Ruth Hyde")
    #expect(desk.session.board["c2"]?.hidden == "merged into c1")
    let shown = try desk.perform("/show").view.plainText
    #expect(shown.contains("also c2 “Buses are late” (Roger White)"))
    #expect(desk.problem("/merge c1")?.message == "Merging takes two cards or more.")
    #expect(desk.problem("/merge c1 c2")?.message == "c2 is hidden.")
    try desk.perform("/undo")
    #expect(desk.session.board["c2"]?.hidden == nil && desk.session.board["c1"]?.sources == [])
  }

  @Test("A step is undone by its card; what builds on it goes too, as one step, if that is wanted")
  func undoTogether() throws {
    let desk = try desk("one", ">c1 two", "/edit c1 more words", "three")
    let before = desk.session
    let problem = desk.problem("/undo c1")
    #expect(problem?.message.contains("c2  in reply to c1  “two”") == true)
    #expect(problem?.message.contains("c1 has new words  “more words”") == true)
    #expect(problem?.hint?.contains("all=yes takes all 3 back together") == true)
    #expect(try desk.events(of: "/undo c1 all=yes").count == 3)
    #expect(desk.session.board.keys.elements == ["c3"])
    try desk.perform("/redo")
    #expect(desk.session == before)
    let prompt = try self.desk("one", ">c1 two", isInteractive: true)
    guard case .ask(var form) = try prompt.perform("/undo c1").next else {
      Issue.record("not asked")
      return
    }
    try form.answer("yes", at: prompt.desk)
    _ = try prompt.desk.carryOut(form.invocation)
    #expect(prompt.session.board.isEmpty)
  }

  @Test("The log tells who, what and which words, in the room's time")
  func log() throws {
    let desk = try desk("@Ruth The last bus leaves at nine", "/next", "@Roger c1")
    let text = try desk.perform("/log").view.plainText
    #expect(text.contains("c1  Ruth Hyde  “The last bus leaves at nine”"))
    #expect(text.contains("in “Choice”") && text.contains("Roger White") && text.contains("UTC"))
  }
}
