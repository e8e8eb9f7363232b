internal import Glibc
internal import Platform
internal import SystemPackage

extension SessionFiles {
  /// Puts a new snapshot in the place of the old one, which stays whole until the new one is safe.
  ///
  /// `bytes` is a JSON object whose member `journal` holds the `seq` and the `hash` of the position
  /// that it stands for. What is there and is damaged, or is another session's, is set aside first.
  /// The lock is held only for the instant in which they change places; a newer one that another
  /// handle wrote meanwhile stays.
  package func writeSnapshot(_ bytes: [UInt8]) throws(StoreFailure) {
    if let isReadOnly { throw isReadOnly }
    do throws(StoreFailure) {
      try SnapshotDraft.write(bytes, in: place) { () throws(StoreFailure) in
        if snapshotSeen == nil || snapshotSeen != place.status(of: place.names.snapshot) {
          try putAside(try? place.readSnapshot())
        }
      }
      snapshotSeen = place.status(of: place.names.snapshot)
    } catch {
      throw error.ofSnapshot(place.names.snapshot)
    }
  }

  /// The snapshot's bytes, nil where there is none.
  package func readSnapshot() throws(StoreFailure) -> [UInt8]? {
    try place.readSnapshot()?.bytes
  }

  /// The snapshot as it was found when the session was opened; the second call has nothing.
  func takeOpenedSnapshot() -> [UInt8]? {
    defer { openedSnapshot = nil }
    return openedSnapshot
  }

  /// Gives a snapshot another name that does not belong to this journal, so that the next one is
  /// not written over it.
  func putAside(_ snapshot: SnapshotDocument?) throws(StoreFailure) {
    guard let snapshot else { return }
    let isOthers = snapshot.session != nil && session != nil && snapshot.session != session
    if snapshot.isNewer {
      // A later version is at the session while it is open here.
      let failure = StoreFailure.newerFormat(file: place.names.snapshot)
      isReadOnly = failure
      throw failure
    }
    guard snapshot.head == nil || isOthers else {
      snapshotSeen = place.status(of: place.names.snapshot)
      return
    }
    var count = 1
    while place.status(of: place.names.aside(ofSnapshot: count)) != nil { count += 1 }
    let name = place.names.aside(ofSnapshot: count)
    do throws(Errno) {
      try place.calls.rename(place.names.snapshot, to: name, in: place.folder.descriptor)
      try place.sync(place.folder)
    } catch {
      throw .notSaved(error, file: place.names.snapshot)
    }
    report.snapshotAside = name
    findings.append(.snapshotSetAside(isOthers: isOthers, file: name))
  }
}

extension SessionPlace {
  /// The snapshot as it is now, nil where there is none.
  func readSnapshot() throws(StoreFailure) -> SnapshotDocument? {
    let name = names.snapshot
    guard try exists(name) else { return nil }
    do throws(Errno) {
      let file = try open(name, O_RDONLY)
      return SnapshotDocument(try file.bytes(0, try file.status().size))
    } catch {
      throw .unreadable(error, file: name)
    }
  }

  /// Refuses a snapshot from which a session without a journal can't be restored.
  func requireWhole(_ snapshot: SnapshotDocument?) throws(StoreFailure) {
    guard let snapshot, snapshot.head == nil else { return }
    throw snapshot.isNewer
      ? .newerAlone(journal: names.journal, snapshot: names.snapshot)
      : .nothingWhole(names, snapshot)
  }

  /// What has the name now; nil where nothing has.
  func status(of name: String) -> OpenFile.Status? { try? folder.status(of: name) }
}

extension StoreFailure {
  /// The same where it was the snapshot that could not be written: the journal is none the worse.
  fileprivate func ofSnapshot(_ file: String) -> StoreFailure {
    switch self {
    case .notSaved(let error, _), .outcomeUnknown(let error, _), .unreadable(let error, _):
      .snapshotNotWritten(error, file: file)
    default: self
    }
  }
}
