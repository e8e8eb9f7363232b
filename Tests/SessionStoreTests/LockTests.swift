import Glibc
import Platform
import SessionStore
import SystemPackage
import Testing

@Suite("The file that is locked")
struct LockTests {
  private static let lock = ".workshop.lock"

  /// What somebody does to the lock file, after each line that one host acknowledged.
  @Test(
    "Two processes lose nothing and number nothing twice while a third removes what they lock",
    arguments: [true, false])
  func removedWhileOthersAppend(isReplaced: Bool) throws {
    let desk = try Desk()
    let here = try desk.create()
    let origins = [Origin(1), Origin(2)]
    let children = try origins.map {
      try Child("append-events", [desk.path.string, "workshop", "\($0)", "300"])
    }
    var acknowledged: [[String]] = [[], []]
    while let line = try children[0].nextLine() {
      acknowledged[0].append(line)
      desk.remove(Self.lock)
      if isReplaced { try desk.write([], to: Self.lock) }
    }
    acknowledged[1] = try children[1].lines()
    for child in children { #expect(child.wait() == 0) }

    let (_, entries, report) = try desk.open()
    #expect(report == RecoveryReport())
    #expect(entries.map(\.seq) == Array(1...600))
    for (origin, seqs) in zip(origins, acknowledged) {
      #expect(entries.filter { $0.origin == origin }.map { "\($0.seq)" } == seqs)
    }
    #expect(try here.catchUp() == entries)
    try here.add(draft(1))
  }

  @Test("A host that has the old lock file open locks the new one before it writes")
  func removedBetween() throws {
    let desk = try Desk()
    let calls = LockCalls()
    let one = try desk.create(calls: calls)
    try one.add(draft(1))
    desk.remove(Self.lock)
    let two = try desk.open().files
    try two.add(draft(2))
    calls.locked = []
    guard case .behind = try one.append([draft(3)], after: one.head) else {
      Issue.record("it did not see what came before")
      return
    }
    let named = try FileDescriptor.open(desk.path.appending(Self.lock), .readOnly)
    defer { try? named.close() }
    #expect(calls.locked.contains(inode(named)))
    try one.add(draft(3))
    #expect(try desk.open().entries.map(\.seq) == [1, 2, 3])
  }

  @Test("What is removed again and again is told, and nothing is written without a lock")
  func removedForEver() throws {
    let desk = try Desk()
    let calls = LockCalls()
    let files = try desk.create(calls: calls)
    try files.add(draft(1))
    let before = try desk.read()
    calls.beforeLock = { desk.remove(Self.lock) }
    #expect(throws: StoreFailure.keepsLosingName(file: Self.lock)) { try files.add(draft(2)) }
    #expect(try desk.read() == before)
    // As the hint says: once that stops, the line can be typed again.
    calls.beforeLock = {}
    try files.add(draft(2))
    // And the copy does not depend on it.
    calls.beforeLock = { desk.remove(Self.lock) }
    try files.saveAs("copy", in: desk.path)
    #expect(try desk.open("copy").entries.count == 2)
  }

  private func inode(_ file: FileDescriptor) -> UInt {
    var status = stat()
    fstat(file.rawValue, &status)
    return status.st_ino
  }

  /// Writes down what is locked, and lets somebody else do something just before.
  private final class LockCalls: FileSystemCalls {
    var beforeLock: () -> Void = {}
    var locked: [UInt] = []
    private let faulty = FaultyCalls()

    func open(
      _ name: String, in folder: FileDescriptor, flags: Int32, permissions: FilePermissions
    ) throws(Errno) -> FileDescriptor {
      try faulty.open(name, in: folder, flags: flags, permissions: permissions)
    }
    func write(_ bytes: UnsafeRawBufferPointer, to file: FileDescriptor) throws(Errno) -> Int {
      try faulty.write(bytes, to: file)
    }
    func fsync(_ file: FileDescriptor) throws(Errno) {}
    func fdatasync(_ file: FileDescriptor) throws(Errno) {}
    func ftruncate(_ file: FileDescriptor, to size: Int) throws(Errno) {
      try faulty.ftruncate(file, to: size)
    }
    func rename(_ old: String, to new: String, in folder: FileDescriptor) throws(Errno) {
      try faulty.rename(old, to: new, in: folder)
    }
    func remove(_ name: String, in folder: FileDescriptor) throws(Errno) {
      try faulty.remove(name, in: folder)
    }
    func flock(_ file: FileDescriptor, _ operation: Int32) throws(Errno) {
      if operation & LOCK_EX != 0 {
        beforeLock()
        var status = stat()
        if fstat(file.rawValue, &status) == 0 { locked.append(status.st_ino) }
      }
      try faulty.flock(file, operation)
    }
  }
}
