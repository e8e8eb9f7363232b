internal import Glibc
internal import SystemPackage

extension SessionFiles {
  /// Appends the events of one command as one step: all of them or none, synced before this
  /// returns. `position` is the one that the drafts were decided upon.
  package func append(
    _ drafts: [EventDraft], after position: JournalHead
  ) throws(StoreFailure) -> AppendResult {
    if let isReadOnly { throw isReadOnly }
    return try place.locked { () throws(StoreFailure) in
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
    return try place.locked { () throws(StoreFailure) in try refresh() }
  }

  private func write(_ drafts: [EventDraft]) throws(StoreFailure) -> [JournalEntry] {
    try writer.write(drafts, after: head, origin: origin)
    do throws(Errno) {
      try place.write(writer.bytes[...], to: journal)
    } catch {
      try takeBack(because: error)
    }
    do throws(Errno) {
      try place.syncData(journal)
    } catch {
      let failure = StoreFailure.outcomeUnknown(error, file: place.names.journal)
      isReadOnly = failure
      throw failure
    }
    end += writer.bytes.count
    lines += drafts.count
    head = writer.entries.last?.head ?? head
    // Nobody else can have appended since the lock was taken: all notices are of this write.
    watch?.drain()
    return writer.entries
  }

  /// Removes what was written of a step after all, so that the next one follows a whole line.
  private func takeBack(because error: Errno) throws(StoreFailure) -> Never {
    let file = place.names.journal
    do throws(Errno) {
      try uninterrupted { () throws(Errno) in
        try place.calls.ftruncate(journal.descriptor, to: end)
      }
    } catch {
      isReadOnly = .outcomeUnknown(error, file: file)
      throw .outcomeUnknown(error, file: file)
    }
    throw .notSaved(error, file: file)
  }

  /// Reads and verifies what is new in the journal, under the lock.
  func refresh() throws(StoreFailure) -> [JournalEntry] {
    let now = try statusNow()
    guard (now.device, now.inode) == (identity.device, identity.inode) else {
      return try reread(after: head)
    }
    if now.size == end { return [] }
    guard now.size > end else {
      return try stop([], damage(.linesMissing(upTo: head.seq), line: lines + 1, readable: lines))
    }
    let scan = JournalScan(try bytes(end, now.size), after: head)
    let damage = damage(in: scan)
    take(scan)
    if let damage { return try stop(scan.entries, damage) }
    return try settled(scan.entries, scan.ending)
  }

  /// Opens the journal anew, because it was replaced or because the caller is further behind than
  /// this handle, and reads what follows `position`.
  func reread(after position: JournalHead) throws(StoreFailure) -> [JournalEntry] {
    do throws(Errno) {
      journal = try place.open(place.names.journal, O_RDWR | O_APPEND)
      identity = try journal.status()
      watch?.follow(journal)
    } catch {
      throw .unreadable(error, file: place.names.journal)
    }
    (end, lines) = (0, 0)
    let scan = JournalScan(try bytes(0, identity.size), after: .start)
    let damage = damage(in: scan) ?? contradiction(of: position, in: scan)
    take(scan)
    let news = Array(scan.entries.drop { $0.seq <= position.seq })
    if let damage { return try stop(news, damage) }
    return try settled(news, scan.ending)
  }

  /// Puts the journal's end in order. Where that fails the events before it are still handed out;
  /// the next call tries again and has nothing but the failure to tell.
  private func settled(
    _ entries: [JournalEntry], _ ending: JournalScan.Ending
  ) throws(StoreFailure) -> [JournalEntry] {
    do throws(StoreFailure) {
      try settle(ending)
    } catch {
      if entries.isEmpty { throw error }
    }
    return entries
  }

  private func statusNow() throws(StoreFailure) -> OpenFile.Status {
    do throws(Errno) {
      return try place.folder.status(of: place.names.journal)
    } catch {
      throw .notSaved(error, file: place.names.journal)
    }
  }

  /// Turns read-only; hands out what was still readable, or says why there is nothing.
  private func stop(
    _ entries: [JournalEntry], _ damage: JournalDamage
  ) throws(StoreFailure) -> [JournalEntry] {
    found(damage)
    guard !entries.isEmpty else { throw .damaged(damage) }
    return entries
  }
}
