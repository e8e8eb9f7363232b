import ExerciseProtocol
import OrderedCollections
import Testing
import Workshop
import WorkshopTesting

/// Several people before what was said: none of them is lost, and none stays in the words untold.
@Suite("Several authors of a line")
struct AuthorsTests {
  private static let roster =
    "Dafydd Pugh, Jo, Zoë Ito, Ben Ash, Ann, Sean O'Brien, Liz Tanner, Tom Orr"

  private func desk(isInteractive: Bool = false) throws -> TestDesk {
    let desk = TestDesk(isInteractive: isInteractive)
    for line in ["/new Day", "/agenda add discussion Talk", "/people add \(Self.roster)", "/start"]
    { try desk.perform(line) }
    try desk.perform("a first card")
    return desk
  }

  private func names(_ card: CardID, _ desk: TestDesk) -> String? {
    desk.session.board[card].flatMap { desk.session.names(ofAuthors: $0) }
  }

  @Test(
    "All are its authors, the first of them its author, and it is told",
    arguments: [
      ("@Dafydd Pugh and @Jo: we agree", "Dafydd Pugh and Jo", "we agree"),
      ("@Liz, @Tom: we agree", "Liz Tanner and Tom Orr", "we agree"),
      ("@Liz @Tom: we agree", "Liz Tanner and Tom Orr", "we agree"),
      ("@Zoë & Ben: we agree", "Zoë Ito and Ben Ash", "we agree"),
      ("@Zoë & Ben we agree", "Zoë Ito and Ben Ash", "we agree"),
      ("@Zoë+Ben: we agree", "Zoë Ito and Ben Ash", "we agree"),
      ("@Zoë/Ben we agree", "Zoë Ito and Ben Ash", "we agree"),
      ("@Ben, Ann, Zoë: we agree", "Ben Ash, Ann and Zoë Ito", "we agree"),
      ("@Ben, Ann and Zoë: we agree", "Ben Ash, Ann and Zoë Ito", "we agree"),
      ("@Ben's and Ann's idea", "Ben Ash and Ann", "idea"),
      ("@Ben and Ann – we agree", "Ben Ash and Ann", "we agree"),
      ("@Ben and Ann, we agree", "Ben Ash and Ann", "we agree"),
      ("@O’Brien and Ben >c1 we agree", "Sean O'Brien and Ben Ash", "we agree"),
      (">c1 @O’Brien and Ben: we agree", "Sean O'Brien and Ben Ash", "we agree"),
      ("@Ben a @Ann: we agree", "Ben Ash and Ann", "we agree"),
      ("@all and @Ann: we agree", "Ann", "we agree"),
      ("@Mia Noor and @Ann: we agree", "Mia Noor and Ann", "we agree"),
      ("@Ann and @Kim: we agree", "Ann and Kim", "we agree"),
      // One person's, who names another.
      ("@Ben, Ann said so", "Ben Ash", "Ann said so"),
      ("@Ben: Ann: said so", "Ben Ash", "Ann: said so"),
      ("@Ben a good idea", "Ben Ash", "a good idea"),
    ])
  func authors(_ line: String, _ authors: String, _ text: String) throws {
    let desk = try desk()
    let told = try desk.perform(line).view.plainText
    let card = try #require(desk.session.board["c2"])
    #expect(names("c2", desk) == authors && card.text == text)
    #expect(told.contains("c2  \(authors)"))
    #expect(card.author == card.authors.first)
    #expect(try desk.perform("/show").view.plainText.contains(authors))
    #expect(try desk.perform("/show c2").view.plainText.contains(authors))
  }

  @Test(
    "What reads like a second name and is not taken for one is told",
    arguments: ["@Ben and Ann think so", "@Ben and Kim: we think so", "@Ben and @Ann's idea"])
  func told(_ line: String) throws {
    let desk = try desk()
    let told = try desk.perform(line).view.plainText
    #expect(told.contains("stays in the words") || names("c2", desk) == "Ben Ash and Ann")
  }

  @Test("A vote is one person's: two are refused, and nothing happens")
  func votes() throws {
    let desk = try TestDesk.inDiscussion(isInteractive: false)
    for line in ["one", "/next"] { try desk.perform(line) }
    let before = desk.events
    let problem = desk.problem("@Ruth and Roger: c1")
    #expect(
      problem?.message
        == "This is one person's at a time, and Ruth Hyde and Roger White are 2.")
    #expect(problem?.hint == "Type it once for each of them: @Ruth Hyde …")
    #expect(desk.events == before)
  }

  @Test("Whose a card is can be said of several, and of one again")
  func by() throws {
    let desk = try desk()
    #expect(
      try desk.perform("/by c1 Liz and Tom").view.plainText
        .contains("c1 is by Liz Tanner and Tom Orr"))
    #expect(names("c1", desk) == "Liz Tanner and Tom Orr")
    #expect(try desk.events(of: "/by c1 Liz, Tom").isEmpty)
    try desk.perform("/by c1 Tom")
    #expect(names("c1", desk) == "Tom Orr" && desk.session.board["c1"]?.attributes == [:])
    try desk.perform("/undo")
    #expect(names("c1", desk) == "Liz Tanner and Tom Orr")
    #expect(try desk.perform("/cards @Tom").view.plainText.contains("c1"))
    #expect(desk.problem("/by c1 Liz and all")?.message == "“all” is nobody's name.")
  }

  @Test("Where no names are kept, none is")
  func anonymous() throws {
    let desk = TestDesk(isInteractive: false)
    for line in [
      "/new Day", "/agenda add discussion Talk set=anonymous=yes", "/people add Ruth, Tom",
      "/start",
    ] { try desk.perform(line) }
    try desk.perform("@Ruth and @Tom: one")
    #expect(desk.session.board["c1"]?.authors == [])
    #expect(desk.session.board["c1"]?.attributes["authors"] == nil)
    #expect(desk.session.board["c1"]?.text == "one")
  }

  @Test("What is parked is its person's, whoever that is; the name is no part of the words")
  func park() throws {
    let desk = try desk()
    for (line, name, text) in [
      ("/park @Tom: What about Sundays?", "Tom Orr", "What about Sundays?"),
      ("/park @Kim What about Sundays?", "Kim", "What about Sundays?"),
      ("/park @zoë, What about Sundays?", "Zoë Ito", "What about Sundays?"),
    ] {
      try desk.perform(line)
      guard case .aside(.parked(let words, let person, _))? = desk.events.last else {
        Issue.record("nothing was parked")
        return
      }
      #expect(words == text && desk.session.name(of: person) == name)
    }
    #expect(desk.problem("/park @Tom")?.message == "Nothing was said.")
    #expect(desk.problem("/park @Ben and @Tom: Sundays")?.message.contains("2 are named") == true)
  }
}
