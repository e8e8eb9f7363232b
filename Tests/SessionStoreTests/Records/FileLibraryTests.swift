import ExerciseProtocol
import OrderedCollections
import SessionStore
import SystemPackage
import Testing
import Workshop
import WorkshopTesting

/// Sessions in a real folder, behind the ports that the workshop knows.
@Suite("A folder of sessions")
struct FileLibraryTests {
  private func library(_ folder: Desk, _ origin: UInt64 = 7) -> FileSessionLibrary {
    FileSessionLibrary(folder: folder.path, origin: Origin(origin))
  }

  /// A desk with a session “Random” of this many lines, saved.
  private func desk(_ folder: Desk, seed: Int = 1, lines: Int = 60) throws -> TestDesk {
    let desk = TestDesk(library: library(folder))
    for line in RandomWorkshop.beginning { try desk.perform(line) }
    var workshop = RandomWorkshop(seed: seed)
    for _ in 0..<lines { _ = desk.problem(workshop.line()) }
    try desk.desk.live?.saveSnapshot()
    return desk
  }

  private func opened(_ folder: Desk) throws -> (desk: TestDesk, notices: JSONValue?) {
    let desk = TestDesk(library: library(folder, 9))
    let result = try desk.result("/open Random")
    return (desk, result?["notices"])
  }

  @Test("A session is created once, listed, opened and copied")
  func basics() throws {
    let folder = try Desk()
    let desk = try desk(folder)
    #expect(throws: Problem.self) { try library(folder).create("Random") }
    #expect(throws: Problem.self) { try library(folder).open("Nowhere") }
    #expect(throws: Problem.self) { try library(folder).create("../Random") }
    #expect(try library(folder).list().map(\.name) == ["Random"])
    let (other, notices) = try opened(folder)
    #expect(other.session == desk.session && notices == nil)
    try other.perform("/save-as Copy")
    #expect(other.session == desk.session)
    #expect(other.desk.live?.log.name == "Copy")
    try other.perform("/people add Carrie Copied")
    #expect(Set(try library(folder).list().map(\.name)) == ["Random", "Copy"])
    #expect(try opened(folder).desk.session == desk.session)
  }

  @Test(
    "From its snapshot alone a session is what it was, and goes on",
    arguments: 0..<8 as Range<Int>)
  func snapshotAlone(_ seed: Int) throws {
    let folder = try Desk()
    let desk = try desk(folder, seed: seed)
    folder.remove("Random.journal.jsonl")
    let (other, notices) = try opened(folder)
    #expect(other.session == desk.session)
    guard case .array(let notices)? = notices else {
      Issue.record("nothing was noticed")
      return
    }
    #expect(notices.count == 1)
    for line in ["/goto 1", "/people add Sam Body", "/undo", "/redo"] { try other.perform(line) }
    if other.session.current != nil { try other.perform("/show") }
    #expect(try opened(folder).desk.session == other.session)
    #expect(try opened(folder).notices == nil)
  }

  @Test("A session too large for one line of the journal is restored card by card")
  func largeSnapshotAlone() throws {
    let folder = try Desk()
    let text = String(repeating: "x", count: 60_000)
    let exercises = TestExercises()
    exercises.install(.scripted()) { _ in
      .changes((0..<30).map { .addCard(CardDraft(text, parent: $0 == 0 ? nil : .draft(0))) })
    }
    let desk = TestDesk(library: library(folder), exercises: exercises)
    for line in ["/new Random", "/agenda add scripted", "/start"] { try desk.perform(line) }
    for _ in 0..<5 { try desk.perform("/go") }
    try desk.desk.live?.saveSnapshot()
    folder.remove("Random.journal.jsonl")
    #expect(try opened(folder).desk.session == desk.session)
    #expect(try opened(folder).desk.session == desk.session)
  }

  @Test("A torn end is set aside and told; what was acknowledged is there")
  func torn() throws {
    let folder = try Desk()
    let desk = try desk(folder)
    try folder.write(
      try folder.read("Random.journal.jsonl") + Array(#"{"seq":"#.utf8), to: "Random.journal.jsonl")
    let (other, notices) = try opened(folder)
    #expect(other.session == desk.session)
    #expect(notices?.text().contains("interrupted before it was saved") == true)
    #expect(try opened(folder).notices == nil)
  }

  @Test("Two terminals hold one session: whoever is behind decides again")
  func twoTerminals() throws {
    let folder = try Desk()
    for seed in 0..<6 as Range<Int> {
      for file in folder.files { folder.remove(file) }
      let desks = [try desk(folder, seed: seed, lines: 5), try opened(folder).desk]
      var workshop = RandomWorkshop(seed: seed &+ 100)
      var generator = Chance(seed: seed)
      for _ in 0..<60 {
        _ = desks[Int.random(in: 0...1, using: &generator)].problem(workshop.line())
      }
      for desk in desks { _ = try desk.desk.live?.catchUp() }
      #expect(desks[0].session == desks[1].session)
      #expect(try opened(folder).desk.session == desks[0].session)
    }
  }

  @Test("An append upon an old session comes back with what it missed")
  func behind() throws {
    let folder = try Desk()
    let log = try library(folder).create("Random")
    let other = try library(folder).open("Random").log
    _ = try log.append([.created(id: "1", title: "x")], at: RichSession.at, after: 0)
    guard case .behind(let events) = try other.append([.paused], at: RichSession.at, after: 0)
    else { throw UnexpectedlyBehind() }
    #expect(events.map(\.event) == [.created(id: "1", title: "x")])
    guard case .done = try other.append([.titled("y")], at: RichSession.at, after: 1) else {
      throw UnexpectedlyBehind()
    }
    #expect(try log.catchUp().map(\.event) == [.titled("y")])
  }

  @Test("An event of an unknown type is named; nothing is decided upon a session that lacks it")
  func unknownEvent() throws {
    let folder = try Desk()
    let desk = try desk(folder)
    let (files, entries, _) = try folder.open("Random")
    let draft = EventDraft(payload: Array(#"{"type":"session.juggled"}"#.utf8), at: RichSession.at)
    _ = try files.append([draft], after: files.head)
    let message = "Event \(entries.count + 1) of this session can't be read: "
    #expect(
      TestDesk(library: library(folder)).problem("/open Random")?.message.hasPrefix(message) == true
    )
    for _ in 0..<2 {
      #expect(desk.problem("/people add Zoe")?.message.hasPrefix(message) == true)
      #expect(throws: Problem.self) { try desk.desk.live?.catchUp() }
    }
    #expect(try folder.open("Random").entries.count == entries.count + 1)
  }

  @Test("An erased event has no effect, and what built on it is passed over")
  func erased() throws {
    let folder = try Desk()
    let desk = TestDesk(library: library(folder))
    for line in RandomWorkshop.beginning + ["one", ">c1 two", "three"] { try desk.perform(line) }
    let first = desk.timeline.events.first { entry in
      if case .cardAdded(let card) = entry.event { card.id == "c1" } else { false }
    }
    _ = try folder.open("Random").files.erase(seq: first?.sequence ?? 0)
    let (other, notices) = try opened(folder)
    #expect(other.session.board.keys.elements == ["c3"])
    #expect(other.timeline.passedOver.count == 1)
    #expect(notices?.text().contains("the card c1, which is not there") == true)
    try other.perform("four")
    #expect(other.session.board.keys.elements == ["c3", "c4"])
  }

  @Test("A journal that is no UTF-8 is damage: read up to there, and read only")
  func notUTF8() throws {
    let folder = try Desk()
    let desk = try desk(folder, lines: 0)
    try desk.perform("Hello")
    var bytes = try folder.read("Random.journal.jsonl")
    let place = bytes.lastIndex(of: UInt8(ascii: "H")) ?? 0
    bytes[place] = 0xFF
    try folder.write(bytes, to: "Random.journal.jsonl")
    folder.remove("Random.json")
    let (other, notices) = try opened(folder)
    #expect(other.session.board.isEmpty)
    #expect(notices?.text().contains("for reading only") == true)
    #expect(other.problem("Hello") != nil)
    try other.perform("/save-as Saved")
    try other.perform("Hello")
  }

  @Test("Folded states are taken from the snapshot where nothing came after it")
  func states() throws {
    let folder = try Desk()
    let desk = TestDesk(library: library(folder))
    for line in RandomWorkshop.beginning + ["one", "/next"] { try desk.perform(line) }
    for _ in 0..<70 { try desk.perform("@Ruth c1") }
    for line in ["/undo", "/redo"] { try desk.perform(line) }
    try desk.desk.live?.saveSnapshot()
    let (other, _) = try opened(folder)
    #expect(try other.perform("/show").view == desk.perform("/show").view)
    #expect(other.exercises.opened.last?.state != nil)
    #expect(other.exercises.opened.last?.events.isEmpty == true)
  }
}
