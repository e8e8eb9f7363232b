internal import Glibc
internal import SystemPackage

extension SessionFiles {
  /// Erases what event `seq` says, for ever: event and salt become `null`, and the chain still
  /// verifies. Returns what others appended meanwhile, as ``catchUp()`` does.
  ///
  /// The journal is written anew and takes the old one's place in one instant. Other handles notice
  /// at their next call; what they hold in memory is theirs to forget. So that they learn of it,
  /// append an event that says so. Snapshots and files set aside are the caller's to look at.
  package func erase(seq: Int) throws(StoreFailure) -> [JournalEntry] {
    if let isReadOnly { throw isReadOnly }
    return try locked { () throws(StoreFailure) in
      let news = try refresh()
      if isReadOnly != nil { return news }
      let bytes = try bytes(0, end)
      let entries = JournalScan(bytes, after: .start).entries
      guard let first = entries.first, seq >= first.seq, seq - first.seq < entries.count else {
        throw .noSuchEvent(seq: seq)
      }
      guard let payload = entries[seq - first.seq].payload else { return news }
      try replaceJournal(with: erased(payload, from: bytes))
      return news
    }
  }

  /// The parts of `bytes` before and after an event and its salt, and `null` for both between.
  private func erased(_ payload: ArraySlice<UInt8>, from bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    let saltLength = 32
    let salt =
      payload.startIndex - JournalMember.event.utf8CodeUnitCount - saltLength
      - JournalMember.quote.utf8CodeUnitCount
    let erased = JournalMember.erased
    let nulls = Array(
      UnsafeBufferPointer(start: erased.utf8Start, count: erased.utf8CodeUnitCount))
    return [bytes[..<salt], nulls[...], bytes[(payload.endIndex + 1)...]]
  }

  private func replaceJournal(with parts: [ArraySlice<UInt8>]) throws(StoreFailure) {
    let name = place.names.journal
    do throws(StoreFailure) {
      try place.replace(name, with: parts)
    } catch {
      if case .outcomeUnknown = error { isReadOnly = error }
      throw error
    }
    // The same events as before: the position stays, only the bytes moved.
    _ = try reread(after: head)
  }
}
