import Glibc
import Platform
package import SystemPackage

/// Writes down every change of folders and files, so that what a power cut would have left after
/// any of them can be rebuilt by a ``FolderDisk``. The folder that all is in is number 0;
/// it is opened by its path.
package final class FolderRecorder: FolderCalls {
  package enum Step {
    case added(String, in: Int, id: Int, isFolder: Bool)
    case wrote([UInt8], file: Int)
    case truncated(file: Int)
    case synced(Int)
    case renamed(String, to: String, in: Int)
    case removed(String, in: Int)
    case acknowledged
  }

  package private(set) var steps: [Step] = []
  /// What is called how in which folder.
  private var names: [Int: [String: Int]] = [:]
  private var open: [Int32: Int] = [:]
  private var count = 0
  private let system = SystemCalls()

  package init() {}

  package func acknowledge() { steps.append(.acknowledged) }

  private func id(_ descriptor: FileDescriptor) -> Int { open[descriptor.rawValue] ?? 0 }

  private func add(_ name: String, in folder: Int, isFolder: Bool) {
    count += 1
    names[folder, default: [:]][name] = count
    steps.append(.added(name, in: folder, id: count, isFolder: isFolder))
  }

  package func open(
    _ name: String, in folder: FileDescriptor, flags: Int32, permissions: FilePermissions
  ) throws(Errno) -> FileDescriptor {
    let file = try system.open(name, in: folder, flags: flags, permissions: permissions)
    if folder.rawValue == AT_FDCWD {
      open[file.rawValue] = 0
      return file
    }
    let parent = id(folder)
    if names[parent]?[name] == nil { add(name, in: parent, isFolder: false) }
    let id = names[parent]?[name] ?? 0
    if flags & O_TRUNC != 0 { steps.append(.truncated(file: id)) }
    open[file.rawValue] = id
    return file
  }

  package func write(_ bytes: UnsafeRawBufferPointer, to file: FileDescriptor) throws(Errno) -> Int
  {
    let count = try system.write(bytes, to: file)
    steps.append(.wrote(Array(bytes[..<count]), file: id(file)))
    return count
  }

  package func fsync(_ file: FileDescriptor) throws(Errno) { steps.append(.synced(id(file))) }
  package func fdatasync(_ file: FileDescriptor) throws(Errno) { try fsync(file) }

  package func ftruncate(_ file: FileDescriptor, to size: Int) throws(Errno) {
    try system.ftruncate(file, to: size)
    if size == 0 { steps.append(.truncated(file: id(file))) }
  }

  package func rename(_ old: String, to new: String, in folder: FileDescriptor) throws(Errno) {
    try system.rename(old, to: new, in: folder)
    let parent = id(folder)
    let id = names[parent]?.removeValue(forKey: old)
    names[parent]?[new] = id
    steps.append(.renamed(old, to: new, in: parent))
  }

  /// A move, which may reach the one folder of the disk and not the other.
  package func move(
    _ name: String, in folder: FileDescriptor, to new: String, in other: FileDescriptor
  ) throws(Errno) {
    guard renameat(folder.rawValue, name, other.rawValue, new) == 0 else {
      throw Errno(rawValue: errno)
    }
    let (from, to) = (id(folder), id(other))
    guard let moved = names[from]?.removeValue(forKey: name) else { return }
    names[to, default: [:]][new] = moved
    steps.append(.removed(name, in: from))
    steps.append(.added(new, in: to, id: moved, isFolder: true))
  }

  package func flock(_ file: FileDescriptor, _ operation: Int32) throws(Errno) {
    try system.flock(file, operation)
  }

  package func makeFolder(_ name: String, in folder: FileDescriptor) throws(Errno) {
    try system.makeFolder(name, in: folder)
    add(name, in: id(folder), isFolder: true)
  }

  package func remove(_ name: String, in folder: FileDescriptor) throws(Errno) {
    try system.remove(name, in: folder)
    names[id(folder)]?[name] = nil
    steps.append(.removed(name, in: id(folder)))
  }

  package func removeFolder(_ name: String, in folder: FileDescriptor) throws(Errno) {
    try system.removeFolder(name, in: folder)
    names[id(folder)]?[name] = nil
    steps.append(.removed(name, in: id(folder)))
  }

  package func hideTimes(_ file: FileDescriptor) throws(Errno) { try system.hideTimes(file) }
}

extension FolderRecorder.Step {
  var isAddition: Bool { if case .added = self { true } else { false } }
}
