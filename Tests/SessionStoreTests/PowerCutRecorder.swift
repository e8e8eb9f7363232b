import Glibc
import Platform
import SessionStore
import SystemPackage

/// Writes down every change that goes to disk, so that what a power cut would have left after any
/// of them can be rebuilt.
///
/// The model: a file's bytes last from its sync on, a name from the folder's sync on. Of what was
/// not synced, anything from nothing to all may have reached the disk.
final class PowerCutRecorder: FileSystemCalls {
  enum Step {
    case named(String, file: Int)
    case wrote([UInt8], file: Int)
    case truncated(Int, file: Int)
    case synced(file: Int)
    case syncedFolder
    case renamed(String, to: String)
    case removed(String)
    /// The store told its caller that the work is done: from here on it must last.
    case acknowledged
  }

  private(set) var steps: [Step] = []
  private var files: [Int32: Int] = [:]
  private var names: [String: Int] = [:]
  private var fileCount = 0
  private let system = SystemCalls()

  func acknowledge() { steps.append(.acknowledged) }

  /// Starts with what `desk` holds, all of it safely on disk.
  func begin(with desk: Desk) throws {
    for name in desk.files {
      add(name)
      steps.append(.wrote(try desk.read(name), file: fileCount))
      steps.append(.synced(file: fileCount))
    }
    steps.append(.syncedFolder)
  }

  private func add(_ name: String) {
    fileCount += 1
    names[name] = fileCount
    steps.append(.named(name, file: fileCount))
  }

  func open(
    _ name: String, in folder: FileDescriptor, flags: Int32, permissions: FilePermissions
  ) throws(Errno) -> FileDescriptor {
    let file = try system.open(name, in: folder, flags: flags, permissions: permissions)
    // What had the name before was removed: nothing else lets a new file be made there.
    if names[name] == nil || flags & O_EXCL != 0 { add(name) }
    if flags & O_TRUNC != 0 { steps.append(.truncated(0, file: names[name] ?? 0)) }
    files[file.rawValue] = names[name]
    files[folder.rawValue] = nil
    return file
  }

  func write(_ bytes: UnsafeRawBufferPointer, to file: FileDescriptor) throws(Errno) -> Int {
    let count = try system.write(bytes, to: file)
    steps.append(.wrote(Array(bytes[..<count]), file: files[file.rawValue] ?? 0))
    return count
  }

  func fsync(_ file: FileDescriptor) throws(Errno) {
    steps.append(files[file.rawValue].map { .synced(file: $0) } ?? .syncedFolder)
  }

  func fdatasync(_ file: FileDescriptor) throws(Errno) { try fsync(file) }

  func ftruncate(_ file: FileDescriptor, to size: Int) throws(Errno) {
    try system.ftruncate(file, to: size)
    steps.append(.truncated(size, file: files[file.rawValue] ?? 0))
  }

  func rename(_ old: String, to new: String, in folder: FileDescriptor) throws(Errno) {
    try system.rename(old, to: new, in: folder)
    names[new] = names.removeValue(forKey: old)
    steps.append(.renamed(old, to: new))
  }

  func remove(_ name: String, in folder: FileDescriptor) throws(Errno) {
    try system.remove(name, in: folder)
    names[name] = nil
    steps.append(.removed(name))
  }

  func flock(_ file: FileDescriptor, _ operation: Int32) throws(Errno) {
    try system.flock(file, operation)
  }
}
