package import ExerciseProtocol
internal import Glibc
internal import Platform
internal import SystemPackage

extension PluginShelf {
  /// Installs what was staged, or puts it in the place of what was there; remembers the key of its
  /// signature.
  ///
  /// - Parameters:
  ///   - record: for `staged`, with its ``StagedPlugin/folderName``.
  ///   - previous: what was installed when it was decided; nil: nothing.
  /// - Throws: ``ShelfFault/changedMeanwhile`` where something else is installed by now.
  package func install(
    _ staged: StagedPlugin, as record: InstallRecord, over previous: InstallRecord?
  ) throws(ShelfFault) {
    try changing { place throws(ShelfFault) in
      guard try self.record(of: record.plugin, in: place) == previous else {
        throw .changedMeanwhile
      }
      if let signature = record.signature {
        var keys = try keys(in: place)
        let known = keys
        keys.note(signature.key, of: record.plugin, at: record.at)
        if keys != known { try write(keys, in: place) }
      }
      let home = try saving(record.plugin) { () throws(Errno) in
        let home = try place.subfolder(record.plugin, isNew: true)
        try calls.move(
          staged.name, in: place.folder.descriptor, to: record.folder,
          in: home.folder.descriptor)
        staged.isTaken = true
        // The files have their place before the record speaks of it.
        try home.sync(hidesTimes: false)
        try place.sync(hidesTimes: false)
        return home
      }
      try write(record, in: home)
    }
  }

  /// Switches a plugin on or off. False where it is so already.
  @discardableResult package func setEnabled(
    _ isEnabled: Bool, _ id: String
  ) throws(ShelfFault) -> Bool {
    _ = try requiredRecord(of: id)
    return try changing { place throws(ShelfFault) in
      guard var record = try record(of: id, in: place) else { throw .changedMeanwhile }
      guard record.isEnabled != isEnabled else { return false }
      record.isEnabled = isEnabled
      let home = try saving(id) { () throws(Errno) in try place.subfolder(id) }
      try write(record, in: home)
      return true
    }
  }

  /// Takes a plugin off the shelf; its key stays known. A damaged record is no hindrance.
  package func remove(_ id: String) throws(ShelfFault) {
    do throws(ShelfFault) {
      _ = try requiredRecord(of: id)
    } catch {
      switch error {
      case .damagedRecord, .newerRecord: break
      default: throw error
      }
    }
    try changing { place throws(ShelfFault) in
      try saving(id) { () throws(Errno) in
        let home = try place.subfolder(id)
        try home.remove(InstallRecord.fileName)
        // From here on it is not installed; the rest is left-overs.
        try home.sync(hidesTimes: false)
        try place.removeTree(id)
        try place.sync(hidesTimes: false)
      }
    }
  }

  package func trust(_ key: PublicKey, as name: String, at time: Timestamp) throws(ShelfFault) {
    try changeKeys { $0.trust(key, as: name, at: time) }
  }

  /// Trusts a key no more. False where no key has that name.
  package func distrust(_ name: String) throws(ShelfFault) -> Bool {
    var isKnown = false
    try changeKeys { keys in
      isKnown = keys.trusted.contains { $0.name == name }
      keys.trusted.removeAll { $0.name == name }
    }
    return isKnown
  }

  private func changeKeys(_ change: (inout KeyRing) -> Void) throws(ShelfFault) {
    try changing { place throws(ShelfFault) in
      var keys = try keys(in: place)
      change(&keys)
      try write(keys, in: place)
    }
  }

  // MARK: How things change

  private func changing<Result>(
    _ body: (DurableFolder) throws(ShelfFault) -> Result
  ) throws(ShelfFault) -> Result {
    let place = try saving("") { () throws(Errno) in try make() }
    return try locked(place) { () throws(ShelfFault) in
      let result = try body(place)
      // It is done, and what could not be tidied is tidied the next time.
      try? tidy(place)
      return result
    }
  }

  private func write(_ record: InstallRecord, in home: DurableFolder) throws(ShelfFault) {
    try replace(InstallRecord.fileName, by: PluginShelf.newRecord, record.file, in: home)
  }

  private func write(_ keys: KeyRing, in place: DurableFolder) throws(ShelfFault) {
    try replace(KeyRing.fileName, by: PluginShelf.newKeys, keys.file, in: place)
  }

  private func replace(
    _ name: String, by new: String, _ bytes: [UInt8], in folder: DurableFolder
  ) throws(ShelfFault) {
    try saving(name) { () throws(Errno) in
      try folder.replace(name, by: new, with: bytes)
    }
    do throws(Errno) {
      try folder.sync(hidesTimes: false)
    } catch {
      throw .unsure(error, path: "\(path)/\(name)")
    }
  }

  /// Removes what changes that were cut short have left: bundles that no record names, and stagings
  /// whose process is gone.
  private func tidy(_ place: DurableFolder) throws(Errno) {
    for name in try place.folder.names() {
      if name.hasPrefix(PluginShelf.staging) {
        let staging = try place.subfolder(name)
        guard (try? calls.flock(staging.folder.descriptor, LOCK_EX | LOCK_NB)) != nil else {
          continue
        }
        try place.removeTree(name)
      } else if PluginShelf.isID(name), let home = try? place.subfolder(name) {
        try tidy(home, called: name, in: place)
      }
    }
  }

  private func tidy(
    _ home: DurableFolder, called id: String, in place: DurableFolder
  ) throws(Errno) {
    let folder: String?
    do throws(ShelfFault) {
      folder = try record(of: id, in: place)?.folder
    } catch {
      // A damaged record may name any of the bundles.
      return
    }
    let leftOvers = try home.folder.names().filter { child in
      child == PluginShelf.newRecord || child.hasPrefix(PluginShelf.bundle) && child != folder
    }
    for child in leftOvers { try home.removeTree(child) }
    if !leftOvers.isEmpty { try home.sync(hidesTimes: false) }
    // What somebody else put there stays, and then so does the folder.
    if folder == nil { try? calls.removeFolder(id, in: place.folder.descriptor) }
  }
}
