import Glibc
import SessionStore
import SystemPackage
import Testing

@Suite("Saving under another name")
struct SaveAsTests {
  @Test("The copy holds the same events and the same snapshot")
  func copy() throws {
    let desk = try Desk()
    let files = try desk.create()
    try files.add(draft(1), draft(2))
    try files.writeSnapshot(snapshot(at: files.head))
    let folder = desk.path.appending("copies")
    try files.saveAs("copy", in: folder)
    let (copy, entries, report) = try SessionFiles.open("copy", in: folder, origin: Origin(9))
    #expect(entries == (try desk.open().entries))
    #expect(report == RecoveryReport(snapshot: .at(files.head)))
    try copy.add(draft(3))
    #expect(try desk.open().entries.count == 2)
    for file in ["copy.json", "copy.journal.jsonl", ".copy.lock"] { desk.remove("copies/\(file)") }
    #expect(rmdir(folder.string) == 0)
  }

  @Test("A copy never takes the place of a session")
  func existing() throws {
    let desk = try Desk()
    let files = try desk.create()
    try files.add(draft(1))
    try desk.create("other").add(draft(2))
    for name in ["workshop", "other"] {
      #expect(throws: StoreFailure.alreadyExists(name: name)) {
        try files.saveAs(name, in: desk.path)
      }
    }
    #expect(try desk.open("other").entries.texts == [draft(2)].texts)
  }

  @Test("From a damaged journal the copy keeps what can be read")
  func damaged() throws {
    let desk = try Desk()
    let files = try desk.create()
    try files.add(draft(1))
    try files.writeSnapshot(snapshot(at: files.head))
    try files.add(draft(2))
    try files.writeSnapshot(snapshot(at: files.head))
    try desk.append("garbage\n".utf8)
    let (broken, _, _) = try desk.open()
    #expect(broken.isReadOnly != nil)
    try broken.saveAs("copy", in: desk.path)
    let (_, entries, report) = try desk.open("copy")
    #expect(entries.count == 2 && report == RecoveryReport(snapshot: .at(files.head)))
  }

  @Test("A snapshot that is ahead of what could be copied stays behind")
  func snapshotAhead() throws {
    let desk = try Desk()
    let files = try desk.create()
    try files.add(draft(1))
    let one = try desk.read()
    try files.add(draft(2))
    try files.writeSnapshot(snapshot(at: files.head))
    try desk.write(one)
    try desk.open().files.saveAs("copy", in: desk.path)
    #expect(try desk.open("copy").report == RecoveryReport())
  }

  @Test("With the journal lost, the snapshot is what the copy holds")
  func journalMissing() throws {
    let desk = try Desk()
    let files = try desk.create()
    try files.add(draft(1))
    try files.writeSnapshot(snapshot(at: files.head))
    desk.remove("workshop.journal.jsonl")
    try desk.open().files.saveAs("copy", in: desk.path)
    let expected = RecoveryReport(snapshot: .at(files.head), journalMissing: true)
    #expect(try desk.open("copy").report == expected)
  }
}
