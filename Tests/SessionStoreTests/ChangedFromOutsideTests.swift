import Glibc
import SessionStore
import SystemPackage
import Testing

/// Sync tools and editors know no lock: what they do to a journal while it is open is noticed
/// before the next line is acknowledged, and what the host holds is not lost.
@Suite("A journal that is changed from outside while it is open")
struct ChangedFromOutsideTests {
  private let texts = (1...3).map { draft($0) }.texts
  private let journal = "workshop.journal.jsonl"

  /// Three events, two of them written here and one by somebody else.
  private func opened(_ desk: Desk, _ calls: FaultyCalls = FaultyCalls()) throws -> SessionFiles {
    try desk.create(calls: FaultyCalls()).add(draft(1))
    let files = try desk.open(calls: calls).files
    for number in 2...3 { try files.add(draft(number)) }
    return files
  }

  /// The next line is refused, the file is left as it is, and a copy holds all that was held.
  private func expectHeld(_ files: SessionFiles, _ desk: Desk, _ what: Comment) throws {
    let before = try desk.read()
    #expect(throws: StoreFailure.self, what) { try files.add(draft(4)) }
    guard case .changedFromOutside(let damage, 3)? = files.isReadOnly else {
      Issue.record("\(what): \(String(describing: files.isReadOnly))")
      return
    }
    #expect(files.isReadOnly?.wording.what.contains("All 3 events") == true, what)
    #expect(damage.file == journal)
    #expect(try desk.read() == before, what)
    // As the hint says.
    try files.saveAs("copy", in: desk.path)
    let (copy, entries, report) = try desk.open("copy")
    #expect(entries.texts == texts && report == RecoveryReport(), what)
    try copy.add(draft(4))
  }

  @Test("An edit that keeps the size is noticed, at any byte and at once", arguments: 0..<12)
  func sameSize(place: Int) throws {
    let desk = try Desk()
    let files = try opened(desk)
    var bytes = try desk.read()
    bytes[bytes.count * place / 12] ^= 1
    try overwrite(desk, bytes)
    try expectHeld(files, desk, "byte \(place)/12")
  }

  @Test("So is one where an editor keeps the times")
  func sameTimes() throws {
    let desk = try Desk()
    let files = try opened(desk)
    var status = stat()
    stat(desk.path.appending(journal).string, &status)
    var bytes = try desk.read()
    bytes[bytes.count - 20] ^= 1
    try overwrite(desk, bytes)
    let times = [status.st_atim, status.st_mtim]
    utimensat(AT_FDCWD, desk.path.appending(journal).string, times, 0)
    try expectHeld(files, desk, "times")
  }

  @Test("Cut short: to nothing, in the middle of a line, and at the end of one")
  func cutShort() throws {
    for kind in 0..<3 {
      let desk = try Desk()
      let files = try opened(desk)
      let whole = try desk.read()
      let ends = whole.indices.filter { whole[$0] == 0x0A }
      let count = [0, whole.count / 2, ends[1] + 1][kind]
      #expect(truncate(desk.path.appending(journal).string, count) == 0)
      try expectHeld(files, desk, "\(count) bytes")
    }
  }

  @Test("Replaced by a shorter one, by another session's, and by nonsense", arguments: 0..<4)
  func replaced(kind: Int) throws {
    let (desk, other) = (try Desk(), try Desk())
    let files = try opened(desk)
    let whole = try desk.read()
    let others = try other.create(calls: FaultyCalls())
    for number in 1...(kind == 1 ? 2 : 6) { try others.add(draft(number, text: "theirs")) }
    let bytes: [UInt8]
    switch kind {
    case 0: bytes = Array(whole.split(separator: 0x0A)[0] + [0x0A])
    case 1, 2: bytes = try other.read()
    default: bytes = Array("nonsense\n".utf8)
    }
    try desk.write(bytes, to: "new")
    #expect(
      rename(desk.path.appending("new").string, desk.path.appending(journal).string) == 0)
    // Nothing of another session is handed out either.
    let news = try? files.catchUp()
    #expect(news == nil)
    try expectHeld(files, desk, "kind \(kind)")
  }

  @Test("Replaced by a copy that holds as much or more, it is taken up")
  func replacedByTheSame() throws {
    let desk = try Desk()
    let files = try opened(desk)
    for _ in 0..<2 {
      try desk.write(try desk.read(), to: "new")
      #expect(
        rename(desk.path.appending("new").string, desk.path.appending(journal).string) == 0)
      try files.add(draft(4))
    }
    #expect(try desk.open().entries.count == 5)
    // Touched, and rewritten with the same bytes.
    try overwrite(desk, try desk.read())
    try files.add(draft(5))
    #expect(try desk.open().report == RecoveryReport())
  }

  @Test("Moved away it can be put back, or all of it saved elsewhere")
  func gone() throws {
    let desk = try Desk()
    let files = try opened(desk)
    let (path, away) = (desk.path.appending(journal).string, desk.path.appending("away").string)
    #expect(rename(path, away) == 0)
    #expect(throws: StoreFailure.journalGone(file: journal, held: 3)) { try files.add(draft(4)) }
    try files.saveAs("copy", in: desk.path)
    #expect(try desk.open("copy").entries.texts == texts)
    #expect(rename(away, path) == 0)
    try files.add(draft(4))
    #expect(try desk.open().entries.count == 4)
  }

  @Test("What another host erased is not brought back by a copy")
  func erased() throws {
    let desk = try Desk()
    let files = try opened(desk)
    _ = try desk.open().files.erase(seq: 2)
    #expect(try files.catchUp().isEmpty)
    #expect(truncate(desk.path.appending(journal).string, 10) == 0)
    #expect(throws: StoreFailure.self) { try files.add(draft(4)) }
    try files.saveAs("copy", in: desk.path)
    #expect(try desk.open("copy").entries.texts == [texts[0], "erased", texts[2]])
  }

  @Test("A line that something else wrote into while ours was written is not acknowledged")
  func writtenMeanwhile() throws {
    let desk = try Desk()
    let calls = FaultyCalls()
    let files = try opened(desk, calls)
    calls.beforeWrite = {
      let file = open(desk.path.appending(self.journal).string, O_WRONLY | O_APPEND)
      _ = write(file, "x", 1)
      close(file)
    }
    #expect(throws: StoreFailure.self) { try files.add(draft(4)) }
    calls.beforeWrite = {}
    try files.saveAs("copy", in: desk.path)
    #expect(try desk.open("copy").entries.texts == texts)
  }

  @Test("A torn end that a living host finds is told once, with what was set aside")
  func tornEnd() throws {
    let desk = try Desk()
    let files = try opened(desk)
    try desk.append(#"{"seq":4,"#.utf8)
    try files.add(draft(4))
    #expect(files.report.setAside.map(\.byteCount) == [9])
    #expect(try desk.open().entries.texts == texts + [draft(4)].texts)
  }

  /// In place, as rsync --inplace and many editors do it: the same file, other bytes.
  private func overwrite(_ desk: Desk, _ bytes: [UInt8]) throws {
    let file = try FileDescriptor.open(desk.path.appending(journal), .writeOnly)
    defer { try? file.close() }
    _ = try file.writeAll(bytes)
  }
}
