internal import Glibc
internal import Platform
internal import SystemPackage

/// How a handle notices what became of its journal while it was open: that others appended to it,
/// and that something else was at it which knows no lock.
extension SessionFiles {
  /// Reads and verifies what is new in the journal, under the lock.
  ///
  /// Whether anything happened at all is seen by the file's status and by the system's notices of
  /// changes: the status alone can be the same after two changes within a few milliseconds. If
  /// something did, the file must still begin with all that this handle holds.
  func refresh() throws(StoreFailure) -> [JournalEntry] {
    let now = try statusNow()
    let isSuspect = mustCompare || watch?.hasNotices != false
    if !isSuspect, now == seen, now.size == end { return [] }
    guard now.isSameFile(as: identity), now.size >= end, try holdsStill() else {
      return try reread(after: head)
    }
    (seen, mustCompare) = (now, false)
    if now.size == end { return [] }
    let tail = try bytes(end, now.size)
    let scan = JournalScan(tail, after: head)
    let damage = damage(in: scan, after: lines)
    take(scan, of: tail)
    if let damage { return try stop(scan.entries, damage) }
    return try settled(scan.entries, scan.ending)
  }

  /// Opens the journal anew, because it is not the one that was known or because the caller is
  /// further behind than this handle, and reads what follows `position`.
  ///
  /// It is taken up only if it holds all that this handle knows: a shorter one, or another
  /// session's, is not believed. What was read before stays held.
  func reread(after position: JournalHead) throws(StoreFailure) -> [JournalEntry] {
    try lockNamedJournal()
    let now = try statusNow()
    let bytes = try bytes(0, now.size)
    let scan = JournalScan(bytes, after: .start)
    let damage = damage(in: scan, after: 0)
    if let lost = contradiction(of: head, in: scan) {
      throw changedFromOutside(scan.head.seq < head.seq ? damage ?? lost : lost)
    }
    (seen, mustCompare, end, lines) = (now, false, 0, 0)
    held = HeldJournal()
    take(scan, of: bytes)
    let news = Array(scan.entries.drop { $0.seq <= position.seq })
    if let damage { return try stop(news, damage) }
    return try settled(news, scan.ending)
  }

  /// Looks whether the journal ends where this handle's last write ended, and remembers how it is.
  func checkEnd(_ expected: Int) throws(StoreFailure) {
    do throws(Errno) {
      let now = try journal.status()
      (seen, mustCompare) = (now, false)
      if now.size == expected { return }
    } catch {
      throw unconfirmed(error)
    }
    throw changedFromOutside(
      damage(.writtenMeanwhile, line: lines + 1, readable: lines))
  }

  /// Turns read-only, because the journal is not what it was any more.
  private func changedFromOutside(_ damage: JournalDamage) -> StoreFailure {
    report.damage = damage
    let failure = StoreFailure.changedFromOutside(damage, held: lines)
    isReadOnly = failure
    return failure
  }

  private func holdsStill() throws(StoreFailure) -> Bool {
    do throws(Errno) {
      return try held.isBeginning(of: journal)
    } catch {
      throw .unreadable(error, file: place.names.journal)
    }
  }

  /// What has the journal's name now.
  func statusNow() throws(StoreFailure) -> OpenFile.Status {
    do throws(Errno) {
      return try place.folder.status(of: place.names.journal)
    } catch {
      throw error == .noSuchFileOrDirectory
        ? .journalGone(file: place.names.journal, held: lines)
        : .notSaved(error, file: place.names.journal)
    }
  }
}
