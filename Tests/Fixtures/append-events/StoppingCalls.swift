import Glibc
import Platform
import SessionStore
import SystemPackage

/// The calls of the system; before a file's bytes are confirmed the process stops itself, until
/// somebody lets it go on.
struct StoppingCalls: FileSystemCalls {
  private let system = SystemCalls()

  func open(
    _ name: String, in folder: FileDescriptor, flags: Int32, permissions: FilePermissions
  ) throws(Errno) -> FileDescriptor {
    try system.open(name, in: folder, flags: flags, permissions: permissions)
  }

  func write(_ bytes: UnsafeRawBufferPointer, to file: FileDescriptor) throws(Errno) -> Int {
    try system.write(bytes, to: file)
  }

  func fsync(_ file: FileDescriptor) throws(Errno) { try system.fsync(file) }

  func fdatasync(_ file: FileDescriptor) throws(Errno) {
    kill(getpid(), SIGSTOP)
    try system.fdatasync(file)
  }

  func ftruncate(_ file: FileDescriptor, to size: Int) throws(Errno) {
    try system.ftruncate(file, to: size)
  }

  func rename(_ old: String, to new: String, in folder: FileDescriptor) throws(Errno) {
    try system.rename(old, to: new, in: folder)
  }

  func remove(_ name: String, in folder: FileDescriptor) throws(Errno) {
    try system.remove(name, in: folder)
  }

  func flock(_ file: FileDescriptor, _ operation: Int32) throws(Errno) {
    try system.flock(file, operation)
  }
}
