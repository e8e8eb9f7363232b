import Glibc
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
    _ name: String, in folder: FileDescriptor, flags: Int32, mode: mode_t
  ) throws(Errno) -> FileDescriptor {
    let file = try system.open(name, in: folder, flags: flags, mode: mode)
    if names[name] == nil { add(name) }
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

  func flock(_ file: FileDescriptor, _ operation: Int32) throws(Errno) {
    try system.flock(file, operation)
  }
}

/// A disk as the model has it: what programs see, and what is safe.
struct ModelDisk {
  private var names: [String: Int] = [:]
  private var safeNames: [String: Int] = [:]
  private var bytes: [Int: [UInt8]] = [:]
  private var safeBytes: [Int: [UInt8]] = [:]

  mutating func apply(_ step: PowerCutRecorder.Step) {
    switch step {
    case .named(let name, let file): names[name] = file
    case .wrote(let more, let file): bytes[file, default: []] += more
    case .truncated(let size, let file): bytes[file] = Array((bytes[file] ?? []).prefix(size))
    case .synced(let file): safeBytes[file] = bytes[file]
    case .syncedFolder: safeNames = names
    case .renamed(let old, let new): names[new] = names.removeValue(forKey: old)
    case .acknowledged: break
    }
  }

  /// What may be found after a power cut: all or nothing of the names that were not synced, and of
  /// the bytes that were not, all, nothing, or some beginning.
  var possibilities: [[String: [UInt8]]] {
    var found: [[String: [UInt8]]] = []
    for names in [names, safeNames] {
      for share in [0, 0.3, 0.7, 1] {
        found.append(names.mapValues { contents(of: $0, share: share) })
      }
    }
    return found
  }

  private func contents(of file: Int, share: Double) -> [UInt8] {
    let (now, safe) = (bytes[file] ?? [], safeBytes[file] ?? [])
    if now.starts(with: safe) {
      return safe + now[safe.count...].prefix(Int(Double(now.count - safe.count) * share))
    }
    return share < 1 ? safe : now
  }
}
