import Glibc
import Platform
import SessionStore
import SystemPackage
import Testing

/// A lock that somebody does not let go of. No test waits: time passes in name only.
@Suite("A lock that is held", .timeLimit(.minutes(1)))
struct HeldLockTests {
  /// Holds the session's lock until it is let go of.
  private final class Hold {
    private let file: FileDescriptor

    init(_ desk: Desk, _ name: String = ".workshop.lock") throws {
      file = try FileDescriptor.open(
        desk.path.appending(name), .readWrite, options: .closeOnExec)
      guard flock(file.rawValue, LOCK_EX | LOCK_NB) == 0 else { throw Errno(rawValue: errno) }
    }

    func letGo() { try? file.close() }
  }

  private func busy(_ error: StoreFailure?) -> LockHolder? {
    if case .busy(let holder, _)? = error { holder } else { nil }
  }

  private func desk() throws -> Desk {
    let desk = try Desk()
    try desk.create().add(draft(1), draft(2))
    return desk
  }

  @Test("An append says who has it, after so long and no longer, and the next one is done")
  func append() throws {
    let desk = try desk()
    let calls = FaultyCalls()
    let (files, _, _) = try SessionFiles.open(
      "workshop", in: desk.path, origin: Origin(8), calls: calls, patience: .prompt)
    let hold = try Hold(desk)
    let before = try desk.read()
    let holder = busy(#expect(throws: StoreFailure.self) { try files.add(draft(3)) })
    #expect(holder?.process == Int(getpid()))
    #expect(holder?.name.isEmpty == false)
    #expect(holder?.isStopped == false)
    #expect((1000...1100).contains(calls.waited), "\(calls.waited)")
    #expect(try desk.read() == before)
    #expect(files.isReadOnly == nil)
    hold.letGo()
    try files.add(draft(3))
    #expect(try desk.open().entries.count == 3)
  }

  @Test("Who lets go in time keeps nobody")
  func inTime() throws {
    let desk = try desk()
    let calls = FaultyCalls()
    let (files, _, _) = try desk.open(calls: calls)
    let hold = try Hold(desk)
    calls.whenWaited = { if $0 >= 9000 { hold.letGo() } }
    try files.add(draft(3))
    #expect((9000...9100).contains(calls.waited))
  }

  @Test("It is opened and read all the same, and says so; nothing is put in order meanwhile")
  func reading() throws {
    let desk = try desk()
    try desk.append(Array(#"{"seq":3,"id":"#.utf8))
    let bytes = try desk.read()
    let hold = try Hold(desk)
    let calls = FaultyCalls()
    let (files, entries, report) = try desk.open(calls: calls)
    #expect(entries.texts == [draft(1), draft(2)].texts)
    #expect(report.busy?.process == Int(getpid()))
    #expect(report.damage == nil && report.setAside.isEmpty && files.isReadOnly == nil)
    #expect(report.wording(of: "workshop").first?.what.contains("It can be read here") == true)
    #expect(try desk.read() == bytes)
    // A copy is a way out, too.
    try files.saveAs("copy", in: desk.path)
    #expect(try desk.open("copy").entries == entries)
    hold.letGo()
    try files.add(draft(3))
    #expect(files.report.setAside.map(\.byteCount) == [14])
    #expect(try desk.open().entries.count == 3)
  }

  @Test("What others added is read without the lock, whole steps alone")
  func peeking() throws {
    let desk = try desk()
    let (here, _, _) = try desk.open()
    let (there, _, _) = try desk.open()
    try there.add(draft(3))
    let hold = try Hold(desk)
    #expect(try here.peek()?.texts == [draft(3)].texts)
    #expect(try here.peek()?.isEmpty == true)
    try desk.append(Array("{".utf8))
    #expect(try here.peek() == nil)
    hold.letGo()
    #expect(try here.catchUp().isEmpty)
    #expect(here.report.setAside.map(\.byteCount) == [1])
  }

  @Test("A process that was stopped with the lock in hand is named as stopped, and waited for less")
  func stopped() throws {
    let desk = try desk()
    let calls = FaultyCalls()
    let (files, _, _) = try desk.open(calls: calls)
    let child = try Child(
      "append-events", [desk.path.string, "workshop", "\(Origin(3))", "1", "stop"])
    try #require(child.waitUntilStopped())
    // What it has written already is there to be read.
    #expect(try files.peek()?.texts == [#"{"n":1}"#])
    let holder = busy(#expect(throws: StoreFailure.self) { try files.add(draft(3)) })
    #expect(holder?.process == Int(child.pid))
    #expect(holder?.name == "append-events")
    #expect(holder?.isStopped == true)
    #expect(holder?.seconds != nil)
    #expect((300...400).contains(calls.waited), "\(calls.waited)")
    let hint = holder?.hint(again: "go on") ?? ""
    #expect(hint.contains("kill -CONT \(child.pid)") && hint.contains("kill -KILL \(child.pid)"))
    kill(child.pid, SIGCONT)
    #expect(child.wait() == 0)
    try files.add(draft(3))
    let texts = [draft(1), draft(2)].texts + [#"{"n":1}"#] + [draft(3)].texts
    #expect(try desk.open().entries.texts == texts)
  }

  @Test("One that was stopped and is killed leaves the lock, and a line that was not acknowledged")
  func killed() throws {
    let desk = try desk()
    let (files, _, _) = try desk.open()
    let child = try Child(
      "append-events", [desk.path.string, "workshop", "\(Origin(3))", "1", "stop"])
    try #require(child.waitUntilStopped())
    kill(child.pid, SIGKILL)
    #expect(child.wait() & 0x7F == SIGKILL)
    #expect(try files.catchUp().texts == [#"{"n":1}"#])
    try files.add(draft(3))
  }

  @Test("A snapshot is written and synced before the lock is asked for; in it there is one rename")
  func snapshotOrder() throws {
    let desk = try desk()
    let calls = FaultyCalls()
    let (files, _, _) = try desk.open(calls: calls)
    let start = calls.order.count
    try files.writeSnapshot(snapshot(at: files.head))
    // The first lock is the draft's own.
    #expect(
      calls.order[start...] == ["lock", "sync", "lock", "rename", "unlock", "sync"])
  }

  @Test("A snapshot does not take the place of a newer one, nor of one that is being written")
  func snapshots() throws {
    let desk = try desk()
    let (files, _, _) = try desk.open()
    let old = snapshot(at: files.head)
    try files.add(draft(3))
    let new = snapshot(at: files.head)
    try files.writeSnapshot(new)
    try files.writeSnapshot(old)
    #expect(try files.readSnapshot() == new)
    #expect(!desk.files.contains(".workshop.json.new"))

    try desk.write(Array("half of it".utf8), to: ".workshop.json.new")
    let hold = try Hold(desk, ".workshop.json.new")
    #expect(busy(#expect(throws: StoreFailure.self) { try files.writeSnapshot(new) }) != nil)
    #expect(try desk.read(".workshop.json.new") == Array("half of it".utf8))
    // What a crash left is nobody's.
    hold.letGo()
    try files.writeSnapshot(new)
    #expect(!desk.files.contains(".workshop.json.new"))
  }

  @Test("A draft never follows a link, nor is written into a second name of another file")
  func drafts() throws {
    let desk = try desk()
    let (files, _, _) = try desk.open()
    try desk.write(Array("mine".utf8), to: "other")
    for make in [symlink, link] {
      #expect(
        make(desk.path.appending("other").string, desk.path.appending(".workshop.json.new").string)
          == 0)
      try files.writeSnapshot(snapshot(at: files.head))
      #expect(try desk.read("other") == Array("mine".utf8))
    }
    #expect(try files.readSnapshot() == snapshot(at: files.head))
  }
}
