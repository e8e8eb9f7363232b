internal import Glibc
package import Platform
internal import SystemPackage

extension SessionFiles {
  /// Appends the events of one command as one step: all of them or none, synced before this
  /// returns. `position` is the one that the drafts were decided upon.
  package func append(
    _ drafts: [EventDraft], after position: JournalHead, waiting patience: LockPatience? = nil
  ) throws(StoreFailure) -> AppendResult {
    if let isReadOnly { throw isReadOnly }
    return try locked(waiting: patience) { () throws(StoreFailure) in
      let before = head
      let news = try refresh()
      if position != before { return .behind(try reread(after: position)) }
      if !news.isEmpty { return .behind(news) }
      if drafts.isEmpty { return .appended([]) }
      return .appended(try write(drafts))
    }
  }

  /// What others appended since ``head``; call when ``changes`` becomes readable.
  ///
  /// Where that ends in damage, what is before it is handed out first and ``isReadOnly`` is set.
  package func catchUp() throws(StoreFailure) -> [JournalEntry] {
    if let isReadOnly { throw isReadOnly }
    return try locked { () throws(StoreFailure) in try refresh() }
  }

  private func write(_ drafts: [EventDraft]) throws(StoreFailure) -> [JournalEntry] {
    try writer.write(drafts, after: head, origin: origin)
    do throws(Errno) {
      try place.write(writer.bytes[...], to: journal)
    } catch {
      try takeBack(because: error)
    }
    // Nobody else can have appended since the lock was taken: all notices are of this write.
    watch?.drain()
    try checkEnd(end + writer.bytes.count)
    do throws(Errno) {
      try place.syncData(journal)
    } catch {
      throw unconfirmed(error)
    }
    end += writer.bytes.count
    held.append(writer.bytes[...])
    lines += drafts.count
    head = writer.entries.last?.head ?? head
    return writer.entries
  }

  /// Removes what was written of a step after all, so that the next one follows a whole line; and
  /// waits until that is on disk, so that a power cut does not bring it back.
  private func takeBack(because error: Errno) throws(StoreFailure) -> Never {
    // Where nothing was written there is nothing to take back, and whatever refused the one (a file
    // that is protected, say) would refuse the other.
    if let now = try? journal.status(), now.size == end {
      throw .notSaved(error, file: place.names.journal)
    }
    do throws(Errno) {
      try uninterrupted { () throws(Errno) in
        try place.calls.ftruncate(journal.descriptor, to: end)
      }
      try place.syncData(journal)
    } catch {
      throw unconfirmed(error)
    }
    throw .notSaved(error, file: place.names.journal)
  }

  /// Turns read-only, because nobody knows what of the last write is on disk.
  func unconfirmed(_ error: Errno) -> StoreFailure {
    let failure = StoreFailure.outcomeUnknown(error, file: place.names.journal)
    isReadOnly = failure
    return failure
  }

  /// Puts the journal's end in order. Where that fails the events before it are still handed out;
  /// the next call tries again and has nothing but the failure to tell.
  func settled(
    _ entries: [JournalEntry], _ ending: JournalScan.Ending
  ) throws(StoreFailure) -> [JournalEntry] {
    do throws(StoreFailure) {
      try settle(ending)
      seen = try? journal.status()
    } catch {
      if entries.isEmpty { throw error }
    }
    return entries
  }

  /// Turns read-only; hands out what was still readable, or says why there is nothing.
  func stop(
    _ entries: [JournalEntry], _ damage: JournalDamage
  ) throws(StoreFailure) -> [JournalEntry] {
    found(damage)
    guard !entries.isEmpty else { throw .damaged(damage) }
    return entries
  }
}
