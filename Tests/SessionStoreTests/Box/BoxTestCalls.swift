import Glibc
import Platform
import SessionStore
import SystemPackage

/// The calls of the system, but syncs happen in name only: nobody pulls the plug on a test. Any one
/// call, counted from 1, can be made to fail, and writes can be short.
final class QuickCalls: FolderCalls {
  /// Which call fails, and how; nil for none.
  var fault: (call: Int, error: Errno)?
  /// How much one write writes at most.
  var longestWrite = Int.max
  /// Only calls that a signal can interrupt are counted.
  var countsInterruptible = false
  private(set) var count = 0
  private let system = SystemCalls()

  private func step(isInterruptible: Bool = false) throws(Errno) {
    if countsInterruptible, !isInterruptible { return }
    count += 1
    if let fault, fault.call == count { throw fault.error }
  }

  func open(
    _ name: String, in folder: FileDescriptor, flags: Int32, permissions: FilePermissions
  ) throws(Errno) -> FileDescriptor {
    try step(isInterruptible: true)
    return try system.open(name, in: folder, flags: flags, permissions: permissions)
  }

  func write(_ bytes: UnsafeRawBufferPointer, to file: FileDescriptor) throws(Errno) -> Int {
    try step(isInterruptible: true)
    return try system.write(
      UnsafeRawBufferPointer(rebasing: bytes.prefix(longestWrite)), to: file)
  }

  func fsync(_ file: FileDescriptor) throws(Errno) { try step(isInterruptible: true) }
  func fdatasync(_ file: FileDescriptor) throws(Errno) { try step(isInterruptible: true) }

  func ftruncate(_ file: FileDescriptor, to size: Int) throws(Errno) {
    try step()
    try system.ftruncate(file, to: size)
  }

  func rename(_ old: String, to new: String, in folder: FileDescriptor) throws(Errno) {
    try step()
    try system.rename(old, to: new, in: folder)
  }

  func flock(_ file: FileDescriptor, _ operation: Int32) throws(Errno) {
    if operation & LOCK_EX != 0 { try step(isInterruptible: true) }
    try system.flock(file, operation)
  }

  func pause(milliseconds: Int) {}

  func makeFolder(_ name: String, in folder: FileDescriptor) throws(Errno) {
    try step()
    try system.makeFolder(name, in: folder)
  }

  func remove(_ name: String, in folder: FileDescriptor) throws(Errno) {
    try step()
    try system.remove(name, in: folder)
  }

  func removeFolder(_ name: String, in folder: FileDescriptor) throws(Errno) {
    try step()
    try system.removeFolder(name, in: folder)
  }

  func hideTimes(_ file: FileDescriptor) throws(Errno) {
    try step()
    try system.hideTimes(file)
  }

  func move(
    _ name: String, in folder: FileDescriptor, to new: String, in other: FileDescriptor
  ) throws(Errno) {
    try step()
    try system.move(name, in: folder, to: new, in: other)
  }
}
