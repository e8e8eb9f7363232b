internal import Platform
internal import SystemPackage

extension SessionFiles {
  /// What others appended since ``head``, without the lock: whoever is stopped with it in hand
  /// keeps nobody from reading. Only whole steps are taken, and nothing is put in order.
  ///
  /// - Returns: nil where only the lock can tell, because the journal was replaced or became
  ///   shorter, or does not end in a whole step.
  package func peek() throws(StoreFailure) -> [JournalEntry]? {
    guard isReadOnly == nil, let now = try? place.folder.status(of: place.names.journal),
      now.isSameFile(as: identity), now.size >= end
    else { return nil }
    if now.size == end { return now == seen ? [] : nil }
    let tail = try bytes(end, now.size)
    let scan = JournalScan(tail, after: head)
    guard scan.ending == .clean else { return nil }
    take(scan, of: tail)
    // Whether it still begins with all that is held is looked at before anything is added to it.
    (seen, mustCompare) = (now, true)
    return scan.entries
  }
}
