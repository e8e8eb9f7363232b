import ExerciseProtocol
import OrderedCollections
import Testing
import Workshop
import WorkshopTesting

@Suite("/start, /next, /back and /goto")
struct StartTests {
  @Test("The room goes through the agenda and back; nothing is lost")
  func through() throws {
    let desk = try TestDesk.inDiscussion()
    for line in ["@Roger one", "@Ruth two"] { try desk.perform(line) }
    #expect(try desk.events(of: "/next") == [.started("a2", taken: ["c1", "c2"])])
    try desk.perform("@Ruth c1 c2")
    #expect(try desk.events(of: "/back") == [.started("a1", taken: [])])
    let board = desk.session.board
    try desk.perform("@Rhona three")
    #expect(try desk.events(of: "/goto Cho") == [.started("a2", taken: ["c1", "c2", "c3"])])
    #expect(Array(desk.session.agenda["a2"]?.taken ?? []) == ["c1", "c2", "c3"])
    #expect(desk.session.board.count == board.count + 1)
    // Ruth's dots are still there.
    #expect(try desk.perform("/show").view.plainText.contains("1 of 3 has voted"))
    try desk.perform("/reveal")
    #expect(try desk.perform("/show").view.plainText.contains("c1 one: 1 dot"))
  }

  @Test("What is there already stays taken, also when it is given no more")
  func takenStays() throws {
    let desk = try TestDesk.inDiscussion()
    for line in ["one", "two", "/next", "/back", "/hide c1 off topic", "/next"] {
      try desk.perform(line)
    }
    #expect(Array(desk.session.agenda["a2"]?.taken ?? []) == ["c1", "c2"])
    #expect(!(try desk.perform("/show").view.plainText.contains("c1")))
  }

  @Test(
    "An activity takes what its agenda says",
    arguments: [
      ("previous", ["c3"]), ("all", ["c1", "c2", "c3"]), ("nothing", []), ("#a", ["c1", "c3"]),
    ] as [(String, [CardID])])
  func intake(_ takes: String, _ cards: [CardID]) throws {
    let desk = TestDesk()
    for line in [
      "/new Intake", "/agenda add discussion One", "/agenda add discussion Two takes=nothing",
      "/agenda add discussion Three takes=\(takes)", "/start", "first #a", "second", "/next",
      "third #a", "/next",
    ] { try desk.perform(line) }
    #expect(Array(desk.session.agenda["a3"]?.taken ?? []) == cards)
  }

  @Test("After the last activity the agenda closes; /back returns, /start has nothing left")
  func end() throws {
    let desk = try TestDesk.inDiscussion()
    try desk.perform("/next")
    #expect(try desk.events(of: "/next") == [.stopped])
    #expect(desk.session.current == nil)
    #expect(desk.problem("/start")?.message == "“Choice” is the last activity on the agenda.")
    #expect(desk.problem("/next")?.message == "“Choice” is the last activity on the agenda.")
    #expect(try desk.events(of: "/back") == [.started("a2", taken: [])])
  }

  @Test("Starting where we are shows it again and changes nothing")
  func again() throws {
    let desk = try TestDesk.inDiscussion()
    #expect(try desk.events(of: "/start") == [])
    let result = try desk.result("/start 1")
    #expect(result?["activity"] == "a1")
  }

  @Test("The introduction says where we are, and what the facilitator does and says")
  func introduction() throws {
    let desk = try TestDesk.inDiscussion()
    let text = try desk.perform("/start").view.plainText
    #expect(text.contains("Needs"))
    #expect(text.contains("Read the question out"))
  }

  @Test("What can't be turned to is refused with the way on")
  func refusals() throws {
    let empty = TestDesk()
    #expect(empty.problem("/start")?.message == "No session is open.")
    try empty.perform("/new Empty")
    for line in ["/start", "/next", "/back"] {
      #expect(empty.problem(line)?.message == "The agenda is empty.")
    }
    let desk = try TestDesk.inDiscussion()
    #expect(desk.problem("/back")?.message == "“Needs” is the first activity on the agenda.")
    #expect(
      desk.told("/goto 3") == [
        "There is no activity “3” on the agenda.",
        "Hint: They are numbered 1 to 2; /agenda lists them.",
      ])
    for line in ["/goto 0", "/goto -1", "/goto a9", "/goto Nowhere"] {
      #expect(desk.problem(line)?.message.hasPrefix("There is no activity") == true)
    }
    #expect(desk.session.current == "a1")
  }

  @Test("Turning somewhere writes the document that people read")
  func snapshot() throws {
    let library = MemoryLibrary()
    let desk = TestDesk(library: library)
    for line in ["/new Saved", "/agenda add discussion One", "/start"] { try desk.perform(line) }
    #expect(library.journals["Saved"]?.snapshot?.timeline.head == desk.timeline.head)
  }
}
