import Glibc
package import SystemPackage

/// The system calls through which anything is changed on disk.
///
/// Each does what the call of that name does, once: who calls decides what an interruption or a
/// short write means. Tests put faults in here, or write down every call to rebuild what a power
/// cut would have left. File names are relative to `folder`, an open folder.
package protocol FileSystemCalls {
  func open(
    _ name: String, in folder: FileDescriptor, flags: Int32, permissions: FilePermissions
  ) throws(Errno) -> FileDescriptor
  /// How many bytes were written: at times fewer than asked.
  func write(_ bytes: UnsafeRawBufferPointer, to file: FileDescriptor) throws(Errno) -> Int
  /// Waits until a file, or a folder's names, are on disk.
  func fsync(_ file: FileDescriptor) throws(Errno)
  /// Waits until a file's bytes and its size are on disk.
  func fdatasync(_ file: FileDescriptor) throws(Errno)
  func ftruncate(_ file: FileDescriptor, to size: Int) throws(Errno)
  func rename(_ old: String, to new: String, in folder: FileDescriptor) throws(Errno)
  /// Removes a file.
  func remove(_ name: String, in folder: FileDescriptor) throws(Errno)
  /// `LOCK_EX | LOCK_NB` or `LOCK_UN`, on a lock that belongs to the open file, not to the process.
  func flock(_ file: FileDescriptor, _ operation: Int32) throws(Errno)
  /// Lets so much time pass before a lock is tried again; in tests, none.
  func pause(milliseconds: Int)
}

extension FileSystemCalls {
  package func pause(milliseconds: Int) { usleep(UInt32(milliseconds * 1000)) }
}

/// The calls of the system itself.
package struct SystemCalls: FileSystemCalls {
  package init() {}

  package func open(
    _ name: String, in folder: FileDescriptor, flags: Int32, permissions: FilePermissions
  ) throws(Errno) -> FileDescriptor {
    FileDescriptor(
      rawValue: try checked(
        Glibc.openat(folder.rawValue, name, flags | O_CLOEXEC, permissions.rawValue)))
  }

  package func write(
    _ bytes: UnsafeRawBufferPointer, to file: FileDescriptor
  ) throws(Errno) -> Int {
    try checked(Glibc.write(file.rawValue, bytes.baseAddress, bytes.count))
  }

  package func fsync(_ file: FileDescriptor) throws(Errno) {
    _ = try checked(Glibc.fsync(file.rawValue))
  }

  package func fdatasync(_ file: FileDescriptor) throws(Errno) {
    _ = try checked(Glibc.fdatasync(file.rawValue))
  }

  package func ftruncate(_ file: FileDescriptor, to size: Int) throws(Errno) {
    _ = try checked(Glibc.ftruncate(file.rawValue, size))
  }

  package func rename(
    _ old: String, to new: String, in folder: FileDescriptor
  ) throws(Errno) {
    _ = try checked(Glibc.renameat(folder.rawValue, old, folder.rawValue, new))
  }

  package func remove(_ name: String, in folder: FileDescriptor) throws(Errno) {
    _ = try checked(Glibc.unlinkat(folder.rawValue, name, 0))
  }

  package func flock(_ file: FileDescriptor, _ operation: Int32) throws(Errno) {
    _ = try checked(systemLock(file.rawValue, operation))
  }
}

/// `flock`, which inside ``SystemCalls`` would be its own method, and elsewhere is a type too.
private func systemLock(_ file: Int32, _ operation: Int32) -> Int32 { flock(file, operation) }

/// `result`, or what `errno` says where it is negative.
package func checked<Result: SignedInteger>(_ result: Result) throws(Errno) -> Result {
  guard result >= 0 else { throw Errno(rawValue: errno) }
  return result
}

/// Does `call` again for as long as a signal interrupts it.
package func uninterrupted<Result>(_ call: () throws(Errno) -> Result) throws(Errno) -> Result {
  while true {
    do throws(Errno) {
      return try call()
    } catch {
      guard error == .interrupted else { throw error }
    }
  }
}

extension FileSystemCalls {
  /// Writes all of `bytes`, however many calls that takes.
  package func writeAll(_ bytes: UnsafeRawBufferPointer, to file: FileDescriptor) throws(Errno) {
    var rest = bytes
    while !rest.isEmpty {
      let count = try uninterrupted { () throws(Errno) in try write(rest, to: file) }
      guard count > 0 else { throw .ioError }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
  }
}
