/// A disk as the model has it. A file's bytes last from its sync on, a folder's names from the
/// folder's sync on; of what was not synced any part may have reached the disk, in any order.
package struct FolderDisk {
  private var kinds: [Int: Bool] = [0: true]
  private var bytes: [Int: [UInt8]] = [:]
  private var safeBytes: [Int: [UInt8]] = [:]
  /// The names that last, and what was done to each folder since.
  private var safeNames: [Int: [String: Int]] = [:]
  private var pending: [Int: [FolderRecorder.Step]] = [:]

  package init() {}

  package mutating func apply(_ step: FolderRecorder.Step) {
    switch step {
    case .added(_, let folder, let id, let isFolder):
      kinds[id] = isFolder
      pending[folder, default: []].append(step)
    case .renamed(_, _, let folder), .removed(_, let folder):
      pending[folder, default: []].append(step)
    case .wrote(let more, let file): bytes[file, default: []] += more
    case .truncated(let file): bytes[file] = []
    case .synced(let id) where kinds[id] == true:
      // Of a folder that is gone for ever, nothing is left to be told apart.
      for case .removed(let name, _) in pending[id] ?? [] {
        if let gone = names(of: id, (pending[id] ?? []).filter(\.isAddition))[name] {
          pending[gone] = nil
        }
      }
      safeNames[id] = names(of: id, pending[id] ?? [])
      pending[id] = nil
    case .synced(let id): safeBytes[id] = bytes[id]
    case .acknowledged: break
    }
  }

  private func names(of folder: Int, _ steps: [FolderRecorder.Step]) -> [String: Int] {
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
  package var possibilities: [[String: [UInt8]]] {
    var choices: [[Int: [FolderRecorder.Step]]] = [[:]]
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
    _ choice: [Int: [FolderRecorder.Step]], _ share: Double
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
