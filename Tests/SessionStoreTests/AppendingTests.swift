import ExerciseProtocol
import Glibc
import Hashing
import SessionStore
import SystemPackage
import Testing

@Suite("Appending to a session")
struct AppendingTests {
  @Test("What was appended is there when the session is opened again")
  func roundTrip() throws {
    let desk = try Desk()
    let files = try desk.create()
    let first = try files.add(draft(1))
    let step = try files.add(draft(2), draft(3), draft(4))
    #expect(step.map(\.step) == [2, 2, 2])
    #expect(step.map(\.left) == [2, 1, 0])

    let (again, entries, report) = try desk.open()
    #expect(entries == first + step)
    #expect(entries.texts == [draft(1), draft(2), draft(3), draft(4)].texts)
    #expect(entries.map(\.at) == (1...4).map { draft($0).at })
    #expect(Set(entries.map(\.origin)) == [Origin(7)])
    #expect(Set(entries.map(\.id)).count == 4)
    #expect(again.head == files.head)
    #expect(report == RecoveryReport())
    #expect(again.isReadOnly == nil)
  }

  @Test("The line has the form that the format promises")
  func exactForm() throws {
    let desk = try Desk()
    let entry = try #require(try desk.create().add(draft(1)).first)
    let line = String(decoding: try desk.read(), as: UTF8.self)
    let zeros = String(repeating: "0", count: 64)
    #expect(
      line.hasPrefix(
        #"{"seq":1,"id":"\#(entry.id)","at":"\#(entry.at)","origin":"0000000000000007","#
          + #""step":1,"left":0,"prev":"\#(zeros)","digest":""#))
    #expect(line.contains(#","hash":"\#(entry.hash)","salt":""#))
    #expect(line.hasSuffix(#","event":\#([draft(1)].texts[0])}"# + "\n"))
    #expect(EventID("\(entry.id)") == entry.id)
    #expect(Digest("\(entry.hash)") == entry.hash)
  }

  @Test("Whoever is behind is handed what it missed, and nothing is written")
  func behind() throws {
    let desk = try Desk()
    let one = try desk.create()
    let (two, _, _) = try desk.open()
    let start = two.head
    let added = try one.add(draft(1))
    let before = try desk.read()
    #expect(try two.append([draft(2)], after: two.head) == .behind(added))
    #expect(try desk.read() == before)
    #expect(try two.append([draft(2)], after: start) == .behind(added))
    try two.add(draft(2))
    #expect(try one.catchUp().texts == [draft(2)].texts)
    #expect(try one.catchUp().isEmpty)
  }

  @Test("A session is never made over another one")
  func existing() throws {
    let desk = try Desk()
    try desk.create().add(draft(1))
    let before = try desk.read()
    #expect(throws: StoreFailure.alreadyExists(name: "workshop")) { try desk.create() }
    #expect(try desk.read() == before)
    try desk.write("{}".utf8, to: "other.json")
    #expect(throws: StoreFailure.alreadyExists(name: "other")) { try desk.create("other") }
    #expect(throws: StoreFailure.notFound(name: "none")) { try desk.open("none") }
    #expect(!desk.files.contains(".none.lock"))
  }

  @Test("Files are for their owner's eyes only, and folders are made so")
  func modes() throws {
    let desk = try Desk()
    let folder = desk.path.appending("a").appending("b")
    let files = try SessionFiles.create("workshop", in: folder, origin: Origin(1))
    try files.writeSnapshot(snapshot(at: files.head))
    for (file, mode): (FilePath, mode_t) in [
      (folder.appending("workshop.journal.jsonl"), 0o600),
      (folder.appending("workshop.json"), 0o600),
      (folder.appending(".workshop.lock"), 0o600), (folder, 0o700),
      (folder.removingLastComponent(), 0o700),
    ] {
      var status = stat()
      #expect(stat(file.string, &status) == 0)
      #expect(status.st_mode & 0o777 == mode)
      if mode == 0o600 { unlink(file.string) }
    }
    rmdir(folder.string)
    rmdir(folder.removingLastComponent().string)
  }

  @Test(
    "What could not be read again is refused before anything is written",
    arguments: [
      (EventDraft(payload: Array("{\n}".utf8), at: draft(1).at), .notOneLineOfJSON),
      (EventDraft(payload: [], at: draft(1).at), .notOneLineOfJSON),
      (EventDraft(payload: Array("null".utf8), at: draft(1).at), .notOneLineOfJSON),
      (EventDraft(payload: [0x7B, 0xFF, 0x7D], at: draft(1).at), .notOneLineOfJSON),
      (draft(1, text: String(repeating: "a", count: 8 << 20)), .tooLong),
      (
        EventDraft(payload: draft(1).payload, at: Timestamp(milliseconds: .max / 2)),
        .timeOutOfRange
      ),
    ] as [(EventDraft, StoreFailure.DraftProblem)])
  func refused(bad: EventDraft, problem: StoreFailure.DraftProblem) throws {
    let desk = try Desk()
    let files = try desk.create()
    #expect(throws: StoreFailure.draftRefused(problem)) { try files.add(draft(1), bad) }
    #expect(try desk.read().isEmpty)
    try files.add(draft(1))
  }

  @Test("Another handle is woken by an append, and not by its own")
  func waking() throws {
    let desk = try Desk()
    let one = try desk.create()
    let (two, _, _) = try desk.open()
    let changes = try #require(two.changes)
    #expect(!isReadable(changes, milliseconds: 0))
    try one.add(draft(1))
    #expect(isReadable(changes, milliseconds: 10_000))
    two.drainChanges()
    #expect(!isReadable(changes, milliseconds: 0))
    #expect(try two.catchUp().count == 1)
    try two.add(draft(2))
    #expect(!isReadable(changes, milliseconds: 0))
  }
}

/// Whether there is something to read within the time given.
func isReadable(_ descriptor: FileDescriptor, milliseconds: Int32) -> Bool {
  var poll = pollfd(fd: descriptor.rawValue, events: Int16(POLLIN), revents: 0)
  return Glibc.poll(&poll, 1, milliseconds) == 1
}
