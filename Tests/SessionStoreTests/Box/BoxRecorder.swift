import Glibc
import SessionStore
import SystemPackage

/// Writes down every change of folders and files, so that what a power cut would have left after
/// any of them can be rebuilt by a ``BoxDisk``. The folder that all is in is number 0.
final class BoxRecorder: BoxCalls {
  enum Step {
    case added(String, in: Int, id: Int, isFolder: Bool)
    case wrote([UInt8], file: Int)
    case truncated(file: Int)
    case synced(Int)
    case renamed(String, to: String, in: Int)
    case removed(String, in: Int)
    case acknowledged
  }

  private(set) var steps: [Step] = []
  /// What is called how in which folder.
  private var names: [Int: [String: Int]] = [:]
  private var open: [Int32: Int] = [:]
  private var count = 0
  private let system = SystemCalls()

  func acknowledge() { steps.append(.acknowledged) }

  private func id(_ descriptor: FileDescriptor) -> Int { open[descriptor.rawValue] ?? 0 }

  private func add(_ name: String, in folder: Int, isFolder: Bool) {
    count += 1
    names[folder, default: [:]][name] = count
    steps.append(.added(name, in: folder, id: count, isFolder: isFolder))
  }

  func open(
    _ name: String, in folder: FileDescriptor, flags: Int32, mode: mode_t
  ) throws(Errno) -> FileDescriptor {
    let file = try system.open(name, in: folder, flags: flags, mode: mode)
    let parent = id(folder)
    if names[parent]?[name] == nil { add(name, in: parent, isFolder: false) }
    let id = names[parent]?[name] ?? 0
    if flags & O_TRUNC != 0 { steps.append(.truncated(file: id)) }
    open[file.rawValue] = id
    return file
  }

  func write(_ bytes: UnsafeRawBufferPointer, to file: FileDescriptor) throws(Errno) -> Int {
    let count = try system.write(bytes, to: file)
    steps.append(.wrote(Array(bytes[..<count]), file: id(file)))
    return count
  }

  func fsync(_ file: FileDescriptor) throws(Errno) { steps.append(.synced(id(file))) }
  func fdatasync(_ file: FileDescriptor) throws(Errno) { try fsync(file) }

  func ftruncate(_ file: FileDescriptor, to size: Int) throws(Errno) {
    try system.ftruncate(file, to: size)
    if size == 0 { steps.append(.truncated(file: id(file))) }
  }

  func rename(_ old: String, to new: String, in folder: FileDescriptor) throws(Errno) {
    try system.rename(old, to: new, in: folder)
    let parent = id(folder)
    names[parent]?[new] = names[parent]?.removeValue(forKey: old)
    steps.append(.renamed(old, to: new, in: parent))
  }

  func flock(_ file: FileDescriptor, _ operation: Int32) throws(Errno) {
    try system.flock(file, operation)
  }

  func makeFolder(_ name: String, in folder: FileDescriptor) throws(Errno) {
    try system.makeFolder(name, in: folder)
    add(name, in: id(folder), isFolder: true)
  }

  func remove(_ name: String, in folder: FileDescriptor) throws(Errno) {
    try system.remove(name, in: folder)
    names[id(folder)]?[name] = nil
    steps.append(.removed(name, in: id(folder)))
  }

  func removeFolder(_ name: String, in folder: FileDescriptor) throws(Errno) {
    try system.removeFolder(name, in: folder)
    names[id(folder)]?[name] = nil
    steps.append(.removed(name, in: id(folder)))
  }

  func hideTimes(_ file: FileDescriptor) throws(Errno) { try system.hideTimes(file) }
}

/// A disk as the model has it. A file's bytes last from its sync on, a folder's names from the
/// folder's sync on; of what was not synced any part may have reached the disk, in any order.
struct BoxDisk {
  private var kinds: [Int: Bool] = [0: true]
  private var bytes: [Int: [UInt8]] = [:]
  private var safeBytes: [Int: [UInt8]] = [:]
  /// The names that last, and what was done to each folder since.
  private var safeNames: [Int: [String: Int]] = [:]
  private var pending: [Int: [BoxRecorder.Step]] = [:]

  mutating func apply(_ step: BoxRecorder.Step) {
    switch step {
    case .added(_, let folder, let id, let isFolder):
      kinds[id] = isFolder
      pending[folder, default: []].append(step)
    case .renamed(_, _, let folder), .removed(_, let folder):
      pending[folder, default: []].append(step)
    case .wrote(let more, let file): bytes[file, default: []] += more
    case .truncated(let file): bytes[file] = []
    case .synced(let id) where kinds[id] == true:
      safeNames[id] = names(of: id, pending[id] ?? [])
      pending[id] = nil
    case .synced(let id): safeBytes[id] = bytes[id]
    case .acknowledged: break
    }
  }

  private func names(of folder: Int, _ steps: [BoxRecorder.Step]) -> [String: Int] {
    var names = safeNames[folder] ?? [:]
    for step in steps {
      switch step {
      case .added(let name, _, let id, _): names[name] = id
      case .renamed(let old, let new, _):
        if let id = names.removeValue(forKey: old) { names[new] = id }
      case .removed(let name, _): names[name] = nil
      default: break
      }
    }
    return names
  }

  /// Every tree that may be found after a power cut: any of the changes of names that were not
  /// synced, and of the bytes that were not, all, half or nothing.
  var possibilities: [[String: [UInt8]]] {
    var choices: [[Int: [BoxRecorder.Step]]] = [[:]]
    for (folder, steps) in pending.sorted(by: { $0.key < $1.key }) {
      choices = choices.flatMap { choice in
        (0..<(1 << steps.count)).map { bits in
          var choice = choice
          choice[folder] = steps.indices.filter { bits >> $0 & 1 == 1 }.map { steps[$0] }
          return choice
        }
      }
    }
    var found: [[String: [UInt8]]] = []
    for choice in choices {
      for share in [0, 0.5, 1] {
        var tree: [String: [UInt8]] = [:]
        fill(&tree, 0, "", choice, share)
        found.append(tree)
      }
    }
    return found
  }

  private func fill(
    _ tree: inout [String: [UInt8]], _ folder: Int, _ path: String,
    _ choice: [Int: [BoxRecorder.Step]], _ share: Double
  ) {
    for (name, id) in names(of: folder, choice[folder] ?? []) {
      if kinds[id] == true {
        tree["\(path)\(name)/"] = []
        fill(&tree, id, "\(path)\(name)/", choice, share)
      } else {
        tree["\(path)\(name)"] = contents(of: id, share)
      }
    }
  }

  private func contents(of file: Int, _ share: Double) -> [UInt8] {
    let (now, safe) = (bytes[file] ?? [], safeBytes[file] ?? [])
    guard now.starts(with: safe) else { return share < 1 ? safe : now }
    return safe + now[safe.count...].prefix(Int(Double(now.count - safe.count) * share))
  }
}
