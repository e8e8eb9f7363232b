internal import Glibc
package import SystemPackage

extension SessionFiles {
  /// Saves a copy of the session under another name or in another folder: every event that can be
  /// verified, and the snapshot where it belongs to them. Works on a read-only handle too: it is
  /// the way on from a failing disk or a damaged journal.
  ///
  /// This handle stays with the old files; open the copy to go on there.
  package func saveAs(
    _ name: String, in folder: FilePath, calls: any FileSystemCalls = SystemCalls()
  ) throws(StoreFailure) {
    try SessionFolder.validate(name)
    let copy = try place.locked { () throws(StoreFailure) in try verifiedCopy() }
    let target = try SessionPlace(name, in: folder, isNew: true, calls: calls)
    try target.locked { () throws(StoreFailure) in
      if try target.holdsSession { throw .alreadyExists(name: name) }
      try target.replace(target.names.journal, with: copy.journal)
      if let snapshot = copy.snapshot {
        try target.replace(target.names.snapshot, with: [snapshot[...]])
      }
    }
  }

  /// What is on disk now, under whichever file has the name, up to its last verified step.
  private func verifiedCopy() throws(StoreFailure) -> (
    journal: [ArraySlice<UInt8>], snapshot: [UInt8]?
  ) {
    let bytes = try currentBytes()
    let scan = JournalScan(bytes, after: .start)
    if let damage = contradiction(of: head, in: scan) { throw .damaged(damage) }
    let newline: [UInt8] = scan.ending == .newlineMissing ? [0x0A] : []
    let snapshot = try? readSnapshot()
    let known = snapshot.flatMap(JournalHead.init(inSnapshot:))
    // With no event left to read, the snapshot is all there is.
    let belongs =
      scan.entries.isEmpty || known.map { contradiction(of: $0, in: scan) == nil } ?? false
    return ([bytes[..<scan.end], newline[...]], belongs ? snapshot : nil)
  }

  private func currentBytes() throws(StoreFailure) -> [UInt8] {
    do throws(Errno) {
      // Deleted by somebody: this handle still has it.
      let file = (try? place.open(place.names.journal, O_RDONLY)) ?? journal
      return try file.bytes(0, try file.status().size)
    } catch {
      throw .unreadable(error, file: place.names.journal)
    }
  }
}
