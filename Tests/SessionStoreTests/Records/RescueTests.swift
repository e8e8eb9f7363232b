import ExerciseProtocol
import Hashing
import OrderedCollections
import SessionStore
import SystemPackage
import Testing
import Workshop
import WorkshopTesting

/// Sessions whose files are not as they were written: what is shown of them, and that the way on
/// which the hint names leads to a session that is sound.
@Suite("Rescuing a session")
struct RescueTests {
  private static let journal = "Random.journal.jsonl"
  private static let snapshot = "Random.json"

  private func library(_ folder: Desk) -> FileSessionLibrary {
    FileSessionLibrary(folder: folder.path, origin: Origin(7))
  }

  /// A discussion of `count` cards, each a reply to c1 where `areReplies`; saved.
  private func desk(_ folder: Desk, cards count: Int, areReplies: Bool = false) throws -> TestDesk {
    let desk = TestDesk(library: library(folder))
    for line in RandomWorkshop.beginning { try desk.perform(line) }
    for number in 1...count {
      try desk.perform((areReplies && number > 1 ? ">c1 " : "") + "Thought \(number)")
    }
    try desk.desk.live?.saveSnapshot()
    return desk
  }

  private func opened(_ folder: Desk) throws -> (desk: TestDesk, notices: String) {
    let desk = TestDesk(library: library(folder))
    let result = try desk.result("/open Random")
    return (desk, result?["notices"]?.text() ?? "")
  }

  /// Flips a bit in the words of a card, in the journal.
  private func damage(_ folder: Desk, _ words: String) throws {
    var bytes = try folder.read(Self.journal)
    let text = String(decoding: bytes, as: UTF8.self)
    let place = try #require(text.firstRange(of: "\"text\":\"\(words)\""))
    bytes[text.utf8.distance(from: text.startIndex, to: place.lowerBound) + 9] ^= 1
    try folder.write(bytes, to: Self.journal)
  }

  /// What the hint says leads on: a copy that opens without a word and takes the next line.
  private func expectSound(_ desk: TestDesk, _ folder: Desk, _ session: Session) throws -> String {
    let copied = try desk.result("/save-as Copy")?["notices"]?.text() ?? ""
    try desk.perform("One more")
    let other = TestDesk(library: library(folder))
    _ = try other.perform("/open Copy")
    let log = try #require(other.desk.live?.log as? FileSessionLog)
    #expect(log.readOnly == nil && log.files.report.damage == nil)
    var board = other.session.board
    #expect(board.removeLast().value.text == "One more")
    #expect(board == session.board && other.session.roster == session.roster)
    #expect(other.session.agenda.keys == session.agenda.keys)
    return copied
  }

  @Test("With an intact snapshot at or after the damage nothing is missing", arguments: [0, 3])
  func fromTheSnapshot(later: Int) throws {
    let folder = try Desk()
    let desk = try desk(folder, cards: 30)
    for number in 0..<later { try desk.perform("Later \(number)") }
    let session = desk.session
    try damage(folder, "Thought 7")
    let before = (try folder.read(Self.journal), try folder.read(Self.snapshot))
    let (other, notices) = try opened(folder)
    #expect(other.session.board == session.board && other.session.roster == session.roster)
    #expect(notices.contains("opened from its snapshot, which is intact"))
    #expect(other.problem("One more")?.message.contains("for reading only") == true)
    #expect(other.timeline.passedOver.isEmpty)
    #expect(try other.result("/log 100")?.text().contains("c3") == true)
    _ = try expectSound(other, folder, session)
    // What led to a restored session can't be taken back; what comes after it can.
    try other.perform("/undo")
    #expect(other.problem("/undo")?.message == "There is nothing to undo.")
    #expect(other.problem("/undo 4")?.message.contains("can't be undone") == true)
    #expect(other.session.board == session.board)
    #expect(try folder.read(Self.journal) == before.0 && folder.read(Self.snapshot) == before.1)
  }

  @Test("Without one, the one event is passed over, and what builds on it is named")
  func passedOver() throws {
    let folder = try Desk()
    let desk = try desk(folder, cards: 40, areReplies: true)
    folder.remove(Self.snapshot)
    try damage(folder, "Thought 7")
    let (other, notices) = try opened(folder)
    #expect(other.session.board.count == 39 && other.session.board["c7"] == nil)
    let step =
      desk.timeline.events.first { entry in
        if case .cardAdded(let card) = entry.event { card.id == "c7" } else { false }
      }?.sequence ?? 0
    #expect(notices.contains("Event \(step) is passed over"))
    let copied = try expectSound(other, folder, other.session)
    #expect(copied.contains("The copy lacks event \(step) of “Random”"))

    try damage(folder, "Thought 1")
    let (third, more) = try opened(folder)
    #expect(third.session.board.isEmpty)
    #expect(more.contains("the card c1, which is not there; its card c2, “Thought 2”, is missing."))
    #expect(more.contains("35 more events that build on what is missing were passed over too."))
  }

  @Test("A snapshot from before the damage does not hide what came since")
  func snapshotTooOld() throws {
    let folder = try Desk()
    let desk = try desk(folder, cards: 5)
    for number in 6...9 { try desk.perform("Thought \(number)") }
    try damage(folder, "Thought 7")
    let (other, notices) = try opened(folder)
    #expect(other.session.board.keys.elements == ["c1", "c2", "c3", "c4", "c5", "c6", "c8", "c9"])
    #expect(notices.contains("is passed over"))
  }

  @Test("A snapshot in which a bit flipped stands in for nothing, and is never written over")
  func damagedSnapshot() throws {
    let folder = try Desk()
    _ = try desk(folder, cards: 12)
    let whole = try folder.read(Self.snapshot)
    let journal = try folder.read(Self.journal)
    var count = 0
    for place in stride(from: 0, to: whole.count, by: max(1, whole.count / 90)) {
      var changed = whole
      changed[place] ^= 1 << UInt8(place % 7)
      try folder.write(changed, to: Self.snapshot)
      try folder.write(journal, to: Self.journal)
      try damage(folder, "Thought 7")
      #expect(try opened(folder).desk.session.board["c7"] == nil, "byte \(place)")
      // Beside a sound journal it is set aside, and told.
      try folder.write(journal, to: Self.journal)
      let (other, notices) = try opened(folder)
      count += 1
      #expect(other.session.board.count == 12)
      #expect(notices.contains("It is called Random.json.aside-\(count) now."), "byte \(place)")
      #expect(try folder.read("Random.json.aside-\(count)") == changed)
      // With the journal lost nothing is begun over it.
      try folder.write(changed, to: Self.snapshot)
      folder.remove(Self.journal)
      let problem = TestDesk(library: library(folder)).problem("/open Random")
      #expect(problem?.message.contains("is damaged: its digest does not hold.") == true)
      #expect(!folder.files.contains(Self.journal), "byte \(place)")
      #expect(try folder.read(Self.snapshot) == changed)
    }
  }

  @Test("A snapshot of an earlier version, without a digest, restores with a warning")
  func withoutDigest() throws {
    let folder = try Desk()
    let desk = try desk(folder, cards: 3)
    let text = String(decoding: try folder.read(Self.snapshot), as: UTF8.self)
    let old = try #require(try Regex(#"  "digest": "[0-9a-f]{64}",\n"#).firstMatch(in: text))
    try folder.write(text.replacing(text[old.range], with: "").utf8, to: Self.snapshot)
    #expect(try opened(folder).notices == "")
    folder.remove(Self.journal)
    let (other, notices) = try opened(folder)
    #expect(notices.contains("can't be proven: it carries no digest."))
    #expect(other.session == desk.session)
    try other.perform("One more")
  }

  @Test("A snapshot of another session does not make a sound journal read-only")
  func anotherSession() throws {
    let (folder, elsewhere) = (try Desk(), try Desk())
    let desk = try desk(folder, cards: 3)
    _ = try self.desk(elsewhere, cards: 50)
    let theirs = try elsewhere.read(Self.snapshot)
    try folder.write(theirs, to: Self.snapshot)
    let (other, notices) = try opened(folder)
    #expect(notices.contains("was the snapshot of another session. It is called"))
    #expect(try folder.read("Random.json.aside-1") == theirs)
    #expect(other.session.board == desk.session.board)
    try other.perform("One more")
    try other.desk.live?.saveSnapshot()
    #expect(try opened(folder).notices == "")
  }

  @Test("A journal without one event is told of: it may be all that is left of many")
  func emptyJournal() throws {
    let folder = try Desk()
    _ = try desk(folder, cards: 3)
    folder.remove(Self.snapshot)
    try folder.write([], to: Self.journal)
    #expect(try opened(folder).notices.contains("There is no event in Random.journal.jsonl."))
  }

  /// What /log says of each step.
  private func log(_ desk: TestDesk) throws -> String { try desk.result("/log 99")?.text() ?? "" }

  @Test("/log tells what can't be read from what was erased, in the copy too")
  func unreadableIsNotErased() throws {
    let folder = try Desk()
    _ = try desk(folder, cards: 4)
    folder.remove(Self.snapshot)
    try damage(folder, "Thought 2")
    let (damaged, _) = try opened(folder)
    #expect(try log(damaged).contains("What happened here can't be read any more"))
    #expect(try !log(damaged).contains("Erased"))
    try damaged.perform("/save-as Copy")
    let files = try folder.open("Copy").files
    let last = files.head.seq
    _ = try files.erase(seq: last)
    let copy = TestDesk(library: library(folder))
    _ = try copy.perform("/open Copy")
    let said = try log(copy)
    #expect(said.contains("What happened here can't be read any more") && said.contains("Erased"))
    #expect(copy.session.board.count == 2)
  }

  enum Newer: CaseIterable {
    case journal, snapshot
    /// With a digest that this version can or can't check: what it covers is that version's matter.
    case sealed, otherwiseSealed
  }

  @Test("A newer version's session is read and not written", arguments: Newer.allCases)
  func newerFormat(of newer: Newer) throws {
    let folder = try Desk()
    if newer == .journal {
      let files = try folder.create("Random")
      try files.add(
        EventDraft(
          payload: Array(
            #"{"type":"session.created","format":2,"id":"ab","title":"Tomorrow"}"#.utf8),
          at: RichSession.at))
    } else {
      _ = try desk(folder, cards: 2)
      let text = String(decoding: try folder.read(Self.snapshot), as: UTF8.self)
      var changed = text.replacing(#""charrette": 1,"#, with: #""charrette": 12,"#)
      switch newer {
      case .snapshot: changed.replace(#""digest""#, with: #""sum""#)
      case .otherwiseSealed: changed.replace(#""digest": ""#, with: #""digest": "0"#)
      default: break
      }
      try folder.write(changed.utf8, to: Self.snapshot)
    }
    let before = try folder.read(Self.journal)
    let snapshot = newer == .journal ? nil : try folder.read(Self.snapshot)
    let (other, notices) = try opened(folder)
    #expect(notices.contains("was made by a newer charrette"))
    #expect(!notices.contains("damaged"), "\(notices)")
    if newer != .journal { #expect(other.session.board.count == 2) }
    #expect(
      SessionInspection("Random", in: folder.path).findings.contains {
        if case .newerFormat = $0 { true } else { false }
      })
    defer {
      if let snapshot { #expect((try? folder.read(Self.snapshot)) == snapshot) }
      #expect(!folder.files.contains { $0.contains("aside") })
    }
    #expect(other.problem("/people add Zoe")?.message.contains("for reading only") == true)
    try other.desk.live?.saveSnapshot()
    #expect(try folder.read(Self.journal) == before)
  }

  @Test("A torn end that a living terminal finds is told with its next line, once")
  func tornEnd() throws {
    let folder = try Desk()
    let desk = try desk(folder, cards: 2)
    try folder.write(try folder.read(Self.journal) + Array("{\"se".utf8), to: Self.journal)
    let response = try desk.perform("One more")
    #expect(response.view.plainText.contains("Its 4 bytes were set aside in Random.journal.aside-"))
    #expect(response.result?["notices"] != nil || response.result == nil)
    #expect(try !desk.perform("And more").view.plainText.contains("set aside"))
  }

  @Test("Where a session's beginning can't be written, its name stays free")
  func beginningRefused() throws {
    let folder = try Desk()
    let desk = TestDesk(library: library(folder))
    let title = String(repeating: "x", count: 9 << 20)
    #expect(desk.problem("/new Big title=\"\(title)\"") != nil)
    #expect(!folder.files.contains { $0.hasPrefix("Big") })
    try desk.perform("/new Big")
  }
}
