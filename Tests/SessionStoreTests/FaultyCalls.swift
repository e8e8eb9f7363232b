import Glibc
import Platform
import SessionStore
import SystemPackage

/// The calls of the system, but for the faults that a test puts in: one a kind of call, taken up by
/// the next call of that kind. Syncs happen in name only: nobody pulls the plug on a test.
final class FaultyCalls: FileSystemCalls {
  enum Fault {
    case error(Errno)
    /// Only so many bytes are written.
    case short(Int)
  }

  var writes: [Fault] = []
  var syncs: [Errno] = []
  /// How many syncs succeed before the first of `syncs`.
  var passingSyncs = 0
  var dataSyncs: [Errno] = []
  var truncations: [Errno] = []
  var renames: [Errno] = []
  var locks: [Errno] = []
  /// Faults of opening with `O_CREAT`, after so many that succeed.
  var creations: [Errno] = []
  var passingCreations = 0
  /// How long would have been waited; no test waits.
  private(set) var waited = 0
  /// What is done when a lock was waited for so long.
  var whenWaited: (Int) -> Void = { _ in }
  /// The calls that put a file in the place of another, in their order.
  private(set) var order: [String] = []
  /// What somebody else does just before a write.
  var beforeWrite: () -> Void = {}
  /// Whether files can be opened for reading only.
  var deniesWriting = false
  private let system = SystemCalls()

  func open(
    _ name: String, in folder: FileDescriptor, flags: Int32, permissions: FilePermissions
  ) throws(Errno) -> FileDescriptor {
    if deniesWriting && flags & (O_RDWR | O_WRONLY) != 0 { throw .readOnlyFileSystem }
    if flags & O_CREAT != 0 {
      if passingCreations > 0 {
        passingCreations -= 1
      } else if !creations.isEmpty {
        throw creations.removeFirst()
      }
    }
    return try system.open(name, in: folder, flags: flags, permissions: permissions)
  }

  func write(_ bytes: UnsafeRawBufferPointer, to file: FileDescriptor) throws(Errno) -> Int {
    beforeWrite()
    switch writes.isEmpty ? nil : writes.removeFirst() {
    case .error(let error): throw error
    case .short(let count):
      return try system.write(UnsafeRawBufferPointer(rebasing: bytes[..<count]), to: file)
    case nil: return try system.write(bytes, to: file)
    }
  }

  func pause(milliseconds: Int) {
    waited += milliseconds
    whenWaited(waited)
  }

  func fsync(_ file: FileDescriptor) throws(Errno) {
    order.append("sync")
    if passingSyncs > 0 {
      passingSyncs -= 1
    } else if !syncs.isEmpty {
      throw syncs.removeFirst()
    }
  }

  func fdatasync(_ file: FileDescriptor) throws(Errno) {
    if !dataSyncs.isEmpty { throw dataSyncs.removeFirst() }
  }

  func ftruncate(_ file: FileDescriptor, to size: Int) throws(Errno) {
    if !truncations.isEmpty { throw truncations.removeFirst() }
    try system.ftruncate(file, to: size)
  }

  func rename(_ old: String, to new: String, in folder: FileDescriptor) throws(Errno) {
    order.append("rename")
    if !renames.isEmpty { throw renames.removeFirst() }
    try system.rename(old, to: new, in: folder)
  }

  func remove(_ name: String, in folder: FileDescriptor) throws(Errno) {
    try system.remove(name, in: folder)
  }

  func flock(_ file: FileDescriptor, _ operation: Int32) throws(Errno) {
    order.append(operation == LOCK_UN ? "unlock" : "lock")
    if !locks.isEmpty { throw locks.removeFirst() }
    try system.flock(file, operation)
  }
}
