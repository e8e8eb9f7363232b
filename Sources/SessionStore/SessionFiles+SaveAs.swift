internal import Glibc
package import Platform
package import SystemPackage

extension SessionFiles {
  /// Saves a copy of the session under another name or in another folder: every event that can be
  /// verified, and the snapshot where it belongs to them. Works on a read-only handle too: it is
  /// the way on from a failing disk, a damaged journal, or one that was changed from outside.
  ///
  /// The copy is sound whatever became of the original: what was held here is written where the
  /// file does not hold it any more; and a line that the disk did not confirm is not in it, because
  /// whoever typed it was told that it is not kept.
  ///
  /// This handle stays with the old files; open the copy to go on there.
  ///
  /// - Returns: the numbers of the events that the copy lacks, which are lost.
  @discardableResult
  package func saveAs(
    _ name: String, in folder: FilePath, calls: any FileSystemCalls = SystemCalls()
  ) throws(StoreFailure) -> [Int] {
    try SessionFolder.validate(name)
    // Where it can't be locked any more, or not now, what is held here is no less true.
    let current = try? place.locked { () throws(StoreFailure) in currentCopy() }
    let copy = current ?? heldCopy
    let target = try SessionPlace(
      name, in: folder, isNew: true, calls: calls, patience: place.patience)
    try target.begin { () throws(StoreFailure) in try target.place(copy) }
    return copy.lost
  }

  fileprivate struct Copy {
    var journal: [ArraySlice<UInt8>]
    var snapshot: [UInt8]?
    var lost: [Int] = []
  }

  /// What is on disk now, under whichever file has the name, up to its last verified step: what
  /// others appended or erased is in it. Nil where that is not all that this handle knows, or more
  /// than it may tell.
  private func currentCopy() -> Copy? {
    if case .outcomeUnknown = isReadOnly { return nil }
    guard let file = try? place.open(place.names.journal, O_RDONLY),
      let bytes = try? file.bytes(0, file.status().size)
    else { return nil }
    let scan = JournalScan(bytes, after: .start)
    guard contradiction(of: head, in: scan) == nil, !(isHeldDamaged && scan.isCutShort) else {
      return nil
    }
    let newline: [UInt8] = scan.ending == .newlineMissing ? [0x0A] : []
    let snapshot = try? place.readSnapshot()
    // With no event left to read, the snapshot is all there is.
    let isAll = scan.entries.isEmpty
    let belongs = snapshot?.head.map { isAll || contradiction(of: $0, in: scan) == nil } ?? false
    let isOthers = session != nil && snapshot?.session != nil && snapshot?.session != session
    return Copy(
      journal: [bytes[..<scan.end], newline[...]],
      snapshot: belongs && !isOthers ? snapshot?.bytes : nil)
  }

  private var heldCopy: Copy {
    guard isHeldDamaged else { return Copy(journal: held.parts) }
    let repair = JournalRepair(held.bytes)
    var copy = Copy(journal: [repair.bytes[...]], lost: repair.lost)
    if repair.lost.isEmpty, report.snapshot != .ofAnotherSession,
      let snapshot = try? place.readSnapshot(), let known = snapshot.head,
      contradiction(of: known, in: JournalScan(repair.bytes, after: .start)) == nil
    {
      copy.snapshot = snapshot.bytes
    }
    return copy
  }
}

extension SessionPlace {
  /// Writes a copy where there is no session yet: whole, or nothing that takes the name.
  fileprivate func place(_ copy: SessionFiles.Copy) throws(StoreFailure) {
    do throws(StoreFailure) {
      try replace(names.journal, with: copy.journal)
      // With events in the journal it can be lost without loss, and is written again.
      if let snapshot = copy.snapshot { try replace(names.snapshot, with: [snapshot[...]]) }
    } catch {
      guard case .outcomeUnknown(let cause, let file) = error else { throw error }
      throw .notSaved(cause, file: file)
    }
  }
}

extension SessionFiles {
  /// Takes a copy away that could not be finished.
  func withdraw() {
    _ = try? locked { () throws(StoreFailure) in place.removeAll() }
    place.removeMadeFolders()
  }

  /// Takes a session away that never began, because its first event could not be written; so that
  /// its name is free. What anybody else put there stays.
  package func discard() {
    _ = try? locked { () throws(StoreFailure) in
      guard head == .start, try statusNow().isSameFile(as: identity),
        try statusNow().size <= writer.bytes.count, try !place.exists(place.names.snapshot)
      else { return }
      place.removeAll()
      try place.syncFolder(for: place.names.journal)
    }
    place.removeMadeFolders()
  }
}
