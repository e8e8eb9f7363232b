import Glibc
import Platform
import SessionStore
import SystemPackage
import Testing

@Suite("Faults of the disk")
struct FaultTests {
  private let journal = "workshop.journal.jsonl"

  @Test(
    "A write that fails is taken back, says so, and can be tried again",
    arguments: [Errno.noSpace, .diskQuotaExceeded, .fileTooLarge, .ioError], [0, 1, 300, 700])
  func failedWrite(error: Errno, written: Int) throws {
    let desk = try Desk()
    let calls = FaultyCalls()
    let files = try desk.create(calls: calls)
    try files.add(draft(1))
    let before = try desk.read()
    calls.writes = written == 0 ? [.error(error)] : [.short(written), .error(error)]
    #expect(throws: StoreFailure.notSaved(error, file: journal)) {
      try files.add(draft(2), draft(3))
    }
    #expect(try desk.read() == before)
    #expect(files.isReadOnly == nil)
    #expect(try files.add(draft(2)).map(\.seq) == [2])
    #expect(try desk.open().report == RecoveryReport())
  }

  @Test("Interruptions and short writes alone are no failure")
  func interruptions() throws {
    let desk = try Desk()
    let calls = FaultyCalls()
    let files = try desk.create(calls: calls)
    calls.locks = [.interrupted, .interrupted]
    calls.writes = [.error(.interrupted), .short(10), .error(.interrupted), .short(1)]
    calls.dataSyncs = [.interrupted]
    try files.add(draft(1))
    calls.syncs = [.interrupted]
    try files.writeSnapshot(snapshot(at: files.head))
    #expect(try desk.open().entries.count == 1)
  }

  @Test("A sync that fails is not asked again: the session turns read-only")
  func failedSync() throws {
    let desk = try Desk()
    let calls = FaultyCalls()
    let files = try desk.create(calls: calls)
    try files.add(draft(1))
    calls.dataSyncs = [.ioError]
    let failure = StoreFailure.outcomeUnknown(.ioError, file: journal)
    #expect(throws: failure) { try files.add(draft(2)) }
    #expect(files.isReadOnly == failure)
    #expect(throws: failure) { try files.add(draft(2)) }
    #expect(throws: failure) { try files.catchUp() }
    #expect(throws: failure) { try files.writeSnapshot([]) }
    #expect(throws: failure) { try files.erase(seq: 1) }
    // The person was told to type it again: the copy ends before it.
    #expect(failure.wording.hint.contains("the copy ends before it"))
    try files.saveAs("elsewhere", in: desk.path)
    let (copy, entries, report) = try desk.open("elsewhere")
    #expect(entries.texts == [draft(1)].texts && report == RecoveryReport())
    try copy.add(draft(2))
    #expect(try desk.open("elsewhere").entries.texts == [draft(1), draft(2)].texts)
  }

  @Test("What is taken back is gone from the disk too, or the session turns read-only")
  func takenBack() throws {
    let desk = try Desk()
    let calls = FaultyCalls()
    let files = try desk.create(calls: calls)
    try files.add(draft(1))
    calls.writes = [.short(5), .error(.noSpace)]
    calls.dataSyncs = [.ioError]
    #expect(throws: StoreFailure.outcomeUnknown(.ioError, file: journal)) {
      try files.add(draft(2))
    }
    #expect(files.isReadOnly != nil)
  }

  @Test("A copy, or a beginning, that can't be written leaves no name that is taken")
  func nameStaysFree() throws {
    let desk = try Desk()
    let files = try desk.create()
    try files.add(draft(1))
    try files.writeSnapshot(snapshot(at: files.head))
    for fault in 0..<5 {
      let calls = FaultyCalls()
      switch fault {
      case 0: calls.writes = [.error(.noSpace)]
      case 1: calls.syncs = [.ioError]
      case 2: calls.renames = [.noSpace]
      // The folder, after the journal has its name; then the snapshot after that.
      case 3: calls.passingSyncs = 1
      default: calls.passingSyncs = 2
      }
      if fault > 2 { calls.syncs = [.ioError] }
      #expect(throws: StoreFailure.self) { try files.saveAs("copy", in: desk.path, calls: calls) }
      #expect(!desk.files.contains { $0.contains("copy") || $0.hasSuffix(".new") })
    }
    // Nor a folder that was made for it.
    let calls = FaultyCalls()
    calls.syncs = [.ioError]
    let folder = desk.path.appending("stick").appending("inner")
    #expect(throws: StoreFailure.self) { try files.saveAs("copy", in: folder, calls: calls) }
    #expect(!desk.files.contains("stick"))
    try files.saveAs("copy", in: desk.path)

    for isSync in [false, true] {
      let calls = FaultyCalls()
      let begun = try desk.create("begun", calls: calls)
      if isSync { calls.dataSyncs = [.ioError] } else { calls.writes = [.error(.noSpace)] }
      #expect(throws: StoreFailure.self) { try begun.add(draft(1)) }
      begun.discard()
      #expect(!desk.files.contains { $0.contains("begun") })
    }
    for fault in 0..<3 {
      let calls = FaultyCalls()
      switch fault {
      case 0: calls.creations = [.noSpace]
      // The lock is there, and then the disk is full.
      case 1: calls.passingCreations = 1
      default: calls.syncs = [.ioError]
      }
      if fault == 1 { calls.creations = [.noSpace] }
      let error = #expect(throws: StoreFailure.self) { try desk.create("begun", calls: calls) }
      guard case .notSaved? = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(!desk.files.contains { $0.contains("begun") })
    }
    // What somebody else's session left in use stays.
    #expect(throws: StoreFailure.alreadyExists(name: "copy")) { try desk.create("copy") }
    #expect(desk.files.contains(".copy.lock"))
    let begun = try desk.create("begun")
    try begun.add(draft(1))
    begun.discard()
    #expect(try desk.open("begun").entries.count == 1)
  }

  @Test("Where a torn write cannot even be taken back, the session turns read-only")
  func failedTruncation() throws {
    let desk = try Desk()
    let calls = FaultyCalls()
    let files = try desk.create(calls: calls)
    try files.add(draft(1))
    (calls.writes, calls.truncations) = ([.short(5), .error(.ioError)], [.ioError])
    let failure = StoreFailure.outcomeUnknown(.ioError, file: journal)
    #expect(throws: failure) { try files.add(draft(2)) }
    #expect(files.isReadOnly == failure)
    let (_, entries, report) = try desk.open()
    #expect(entries.count == 1 && report.setAside.map(\.byteCount) == [5])
  }

  @Test(
    "A file that may not be changed any more is no disk that did not confirm",
    arguments: [Errno.notPermitted, .permissionDenied, .readOnlyFileSystem, .noLocks])
  func protected(error: Errno) throws {
    let desk = try Desk()
    let calls = FaultyCalls()
    let files = try desk.create(calls: calls)
    try files.add(draft(1))
    // Whatever refuses to write refuses to cut too.
    (calls.writes, calls.truncations) = ([.error(error)], [error])
    let failure = StoreFailure.notSaved(error, file: journal)
    #expect(throws: failure) { try files.add(draft(2)) }
    #expect(failure.wording.what.contains(error.words) && files.isReadOnly == nil)
    calls.truncations = []
    try files.add(draft(2))
    #expect(try desk.open().entries.count == 2)
    // An end that can't be mended is as whole as it was, too.
    let whole = try desk.read()
    try desk.write(whole.dropLast() + [0])
    calls.truncations = [error]
    let (again, entries, report) = try desk.open(calls: calls)
    #expect(entries.count == 2 && !report.newlineAdded)
    #expect(again.isReadOnly == .notWritable(error, file: journal))
    let (mended, _, told) = try desk.open()
    #expect(told.newlineAdded && told.emptyBytes == 1)
    try mended.add(draft(3))
    #expect(try desk.open().entries.count == 3)
  }

  @Test("What protects a file is said in words, with what takes it off")
  func protectedWords() {
    let (what, hint) = StoreFailure.notSaved(.notPermitted, file: journal).wording
    #expect(what == "NOT saved: it is protected against changes (\(journal)).")
    #expect(hint.contains("chattr -i") && hint.contains("/save-as NAME in=FOLDER"))
  }

  @Test("On opening nothing is called “NOT saved”, and on a full disk there is something to read")
  func opening() throws {
    let desk = try Desk()
    try desk.create().add(draft(1))
    let calls = FaultyCalls()
    calls.locks = [.noLocks]
    let failure = StoreFailure.notOpened(.noLocks, file: ".workshop.lock")
    #expect(throws: failure) { try desk.open(calls: calls) }
    #expect(!failure.wording.what.contains("NOT saved"))
    desk.remove(".workshop.lock")
    calls.creations = [.noSpace]
    let (files, entries, _) = try desk.open(calls: calls)
    #expect(entries.count == 1)
    #expect(files.isReadOnly == .notWritable(.noSpace, file: ".workshop.lock"))
  }

  @Test("A snapshot that cannot be written leaves the old one whole")
  func failedSnapshot() throws {
    let desk = try Desk()
    let calls = FaultyCalls()
    let files = try desk.create(calls: calls)
    try files.add(draft(1))
    let old = snapshot(at: files.head)
    try files.writeSnapshot(old)
    try files.add(draft(2))
    let failure = StoreFailure.snapshotNotWritten(.noSpace, file: "workshop.json")
    #expect(failure.wording.what.contains("What was said is safe in the journal."))
    #expect(!failure.wording.hint.contains("type the line again"))
    for fault in 0..<3 {
      switch fault {
      case 0: calls.writes = [.short(3), .error(.noSpace)]
      case 1: calls.syncs = [.noSpace]
      default: calls.renames = [.noSpace]
      }
      #expect(throws: failure) { try files.writeSnapshot(snapshot(at: files.head)) }
      #expect(try desk.read("workshop.json") == old)
      // Not even the draft is left, which would take the last space.
      #expect(!desk.files.contains { $0.hasSuffix(".new") })
    }
    // Nor does one that somebody left stand in the way, or lead elsewhere.
    try desk.write("nobody's".utf8, to: "elsewhere")
    #expect(
      symlink(
        desk.path.appending("elsewhere").string, desk.path.appending(".workshop.json.new").string)
        == 0)
    try files.writeSnapshot(snapshot(at: files.head))
    #expect(try desk.read("elsewhere") == Array("nobody's".utf8))
  }

  @Test("A torn tail that cannot be set aside is left alone, until there is room for it")
  func failedRecovery() throws {
    let desk = try Desk()
    try desk.create().add(draft(1))
    try desk.append("{".utf8)
    let torn = try desk.read()
    let calls = FaultyCalls()
    calls.writes = [.error(.noSpace), .error(.noSpace)]
    let (files, entries, report) = try desk.open(calls: calls)
    #expect(entries.count == 1 && report.setAside.isEmpty)
    #expect(throws: StoreFailure.notSaved(.noSpace, file: journal)) { try files.add(draft(2)) }
    #expect(try desk.read() == torn)
    // As the hint says: with some space free, the line is typed again.
    try files.add(draft(2))
    #expect(files.report.setAside.map(\.byteCount) == [1])
    #expect(try desk.open().entries.count == 2)
  }

  @Test("Where nothing may be written, a session can be read and copied")
  func readOnlyPlace() throws {
    let desk = try Desk()
    try desk.create().add(draft(1))
    let calls = FaultyCalls()
    calls.deniesWriting = true
    let (files, entries, report) = try desk.open(calls: calls)
    #expect(entries.count == 1 && report == RecoveryReport())
    let failure = StoreFailure.notWritable(.readOnlyFileSystem, file: journal)
    #expect(files.isReadOnly == failure)
    #expect(throws: failure) { try files.add(draft(2)) }
    try files.saveAs("copy", in: desk.path)
    #expect(try desk.open("copy").entries == entries)
  }

  @Test("An open handle hands out what is whole even when the tail after it cannot be set aside")
  func failedRecoveryWhileOpen() throws {
    let desk = try Desk()
    let one = try desk.create()
    let calls = FaultyCalls()
    let (two, _, _) = try desk.open(calls: calls)
    try one.add(draft(1))
    try desk.append("{".utf8)
    calls.writes = [.error(.noSpace), .error(.noSpace)]
    #expect(try two.catchUp().count == 1)
    #expect(throws: StoreFailure.notSaved(.noSpace, file: journal)) { try two.catchUp() }
    try two.add(draft(2))
    #expect(two.report.setAside.count == 1)
  }
}
