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
    case .removed(let name): names[name] = nil
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
