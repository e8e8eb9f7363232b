import ExerciseProtocol
import Hashing
import SessionStore
import Testing

@Suite("The snapshot beside the journal")
struct SnapshotTests {
  @Test("A snapshot comes back as it was written, and its place in the journal is checked")
  func roundTrip() throws {
    let desk = try Desk()
    let files = try desk.create()
    try files.add(draft(1))
    let bytes = snapshot(at: files.head)
    try files.writeSnapshot(bytes)
    let head = files.head
    try files.add(draft(2))
    let (again, _, report) = try desk.open()
    #expect(try again.readSnapshot() == bytes)
    #expect(report == RecoveryReport(snapshot: .at(head)))
    #expect(!desk.files.contains { $0.hasSuffix(".new") })
  }

  @Test("A snapshot ahead of the journal means that lines are missing")
  func ahead() throws {
    let desk = try Desk()
    let files = try desk.create()
    try files.add(draft(1))
    let one = try desk.read()
    try files.add(draft(2))
    try files.writeSnapshot(snapshot(at: files.head))
    try desk.write(one)
    let (again, entries, report) = try desk.open()
    #expect(entries.count == 1)
    #expect(
      report.damage
        == JournalDamage(
          file: "workshop.journal.jsonl", line: 2, problem: .linesMissing(upTo: 2), readable: 1))
    #expect(again.isReadOnly != nil)
  }

  @Test("A snapshot of another history is noticed")
  func otherHistory() throws {
    let desk = try Desk()
    let files = try desk.create()
    try files.add(draft(1))
    try files.writeSnapshot(snapshot(at: JournalHead(seq: 1, hash: .zero)))
    #expect(try desk.open().report.damage?.problem == .otherHistory(seq: 1))
  }

  @Test("Without its snapshot, or with one that cannot be read, a session opens from its journal")
  func missing() throws {
    let desk = try Desk()
    let files = try desk.create()
    try files.add(draft(1))
    #expect(try desk.open().report.snapshot == .missing)
    let good = snapshot(at: files.head)
    let damaged = [[], Array("[]".utf8), good.dropLast(), good + good, Array("{\"a\":\"".utf8)]
    for (index, bytes) in damaged.enumerated() {
      try desk.write(bytes, to: "workshop.json")
      let (again, entries, report) = try desk.open()
      // It is never written over: it gets a name of its own first.
      let aside = "workshop.json.aside-\(index + 1)"
      #expect(report == RecoveryReport(snapshot: .unreadable, snapshotAside: aside))
      #expect(try desk.read(aside) == Array(bytes))
      #expect(entries.count == 1 && again.isReadOnly == nil)
      #expect(try desk.open().report == RecoveryReport())
    }
  }

  @Test("A digest that an earlier version wrote holds for ever; without it nothing is proven")
  func goldenDigest() throws {
    let hash = String(repeating: "ab", count: 32)
    let golden = """
      {
        "charrette": 1,
        "digest": "f8ab1a7711dbe8be7be461fab7687704678230b710a7e64fc2563c19ff34dabf",
        "journal": {
          "seq": 1,
          "hash": "\(hash)"
        },
        "title": "tŷ"
      }

      """
    let desk = try Desk()
    let returns = golden.replacing("\n", with: "\r\n")
    let head = JournalHead(seq: 1, hash: try #require(Digest(hash)))
    for (text, isProven) in [
      (golden, true), (returns, true), (golden.replacing(/\ \ "digest": .*\n/, with: ""), false),
    ] {
      try desk.write(text.utf8, to: "workshop.json")
      let report = try desk.open().report
      #expect(report.snapshot == .at(head) && report.journalMissing)
      #expect(report.isSnapshotProven == isProven)
      desk.remove("workshop.journal.jsonl")
    }
    var bytes = Array(golden.utf8)
    for index in bytes.indices {
      bytes[index] ^= 2
      try desk.write(bytes, to: "workshop.json")
      #expect(throws: StoreFailure.self, "byte \(index)") { try desk.open() }
      bytes[index] ^= 2
    }
    #expect(!desk.files.contains("workshop.journal.jsonl"))
  }

  @Test("Of a newer version's snapshot alone nothing is opened, made or written over")
  func newerAlone() throws {
    let desk = try Desk()
    let text = "{\n  \"charrette\": 3,\n  \"digest\": \"\(String(repeating: "c", count: 64))\"\n}\n"
    try desk.write(text.utf8, to: "workshop.json")
    let failure = StoreFailure.newerAlone(
      journal: "workshop.journal.jsonl", snapshot: "workshop.json")
    #expect(throws: failure) { try desk.open() }
    #expect(try desk.read("workshop.json") == Array(text.utf8))
    #expect(!desk.files.contains("workshop.journal.jsonl"))
    #expect(failure.wording.what.contains("was made by a newer charrette"))
  }

  @Test("A snapshot that a newer version writes while the session is open is not written over")
  func newerMeanwhile() throws {
    let desk = try Desk()
    let files = try desk.create()
    try files.add(draft(1))
    try desk.write("{\"charrette\": 2}".utf8, to: "workshop.json")
    let failure = StoreFailure.newerFormat(file: "workshop.json")
    #expect(throws: failure) { try files.writeSnapshot(snapshot(at: files.head)) }
    #expect(try desk.read("workshop.json") == Array("{\"charrette\": 2}".utf8))
    #expect(files.isReadOnly == failure)
  }

  @Test("A snapshot that was damaged while the session was open is set aside before the next one")
  func damagedWhileOpen() throws {
    let desk = try Desk()
    let files = try desk.create()
    try files.add(draft(1))
    try files.writeSnapshot(snapshot(at: files.head))
    try desk.write("{".utf8, to: "workshop.json")
    try files.writeSnapshot(snapshot(at: files.head))
    #expect(try desk.read("workshop.json.aside-1") == Array("{".utf8))
    #expect(try desk.read("workshop.json") == snapshot(at: files.head))
  }

  @Test("Without its journal a session goes on after its snapshot", arguments: [true, false])
  func journalMissing(isEmpty: Bool) throws {
    let desk = try Desk()
    let files = try desk.create()
    try files.add(draft(1), draft(2))
    try files.writeSnapshot(snapshot(at: files.head))
    let head = files.head
    if isEmpty { try desk.write([]) } else { desk.remove("workshop.journal.jsonl") }

    let (again, entries, report) = try desk.open()
    #expect(entries.isEmpty)
    #expect(report == RecoveryReport(snapshot: .at(head), journalMissing: true))
    #expect(try again.readSnapshot() == snapshot(at: head))
    let restored = try again.add(draft(3))
    #expect(restored.map(\.seq) == [3])

    let (third, entriesNow, reportNow) = try desk.open()
    #expect(entriesNow == restored)
    #expect(reportNow == RecoveryReport(snapshot: .at(head)))
    try third.writeSnapshot(snapshot(at: third.head))
    try third.add(draft(4))
    #expect(try again.catchUp().map(\.seq) == [4])
    #expect(try desk.open().report == RecoveryReport(snapshot: .at(restored[0].head)))
  }

  @Test("A new session's snapshot, from before its first event, is no sign of loss")
  func beforeFirstEvent() throws {
    let desk = try Desk()
    let files = try desk.create()
    try files.writeSnapshot(snapshot(at: .start))
    let (again, _, report) = try desk.open()
    #expect(report == RecoveryReport(snapshot: .at(.start)))
    #expect(again.head == .start)
  }
}
