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
    try files.saveAs("elsewhere", in: desk.path)
    #expect(try desk.open("elsewhere").entries.texts.first == [draft(1)].texts[0])
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

  @Test("A snapshot that cannot be written leaves the old one whole")
  func failedSnapshot() throws {
    let desk = try Desk()
    let calls = FaultyCalls()
    let files = try desk.create(calls: calls)
    try files.add(draft(1))
    let old = snapshot(at: files.head)
    try files.writeSnapshot(old)
    try files.add(draft(2))
    let failure = StoreFailure.notSaved(.noSpace, file: "workshop.json")
    for fault in 0..<3 {
      switch fault {
      case 0: calls.writes = [.short(3), .error(.noSpace)]
      case 1: calls.syncs = [.noSpace]
      default: calls.renames = [.noSpace]
      }
      #expect(throws: failure) { try files.writeSnapshot(snapshot(at: files.head)) }
      #expect(try desk.read("workshop.json") == old)
    }
    try files.writeSnapshot(snapshot(at: files.head))
  }

  @Test("A torn tail that cannot be set aside is left alone, and the session is read-only")
  func failedRecovery() throws {
    let desk = try Desk()
    try desk.create().add(draft(1))
    try desk.append("{".utf8)
    let torn = try desk.read()
    let calls = FaultyCalls()
    calls.writes = [.error(.noSpace)]
    let (files, entries, report) = try desk.open(calls: calls)
    #expect(entries.count == 1 && report.setAside.isEmpty)
    #expect(files.isReadOnly == .notSaved(.noSpace, file: journal))
    #expect(try desk.read() == torn)
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
