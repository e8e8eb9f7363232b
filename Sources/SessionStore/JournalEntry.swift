package import ExerciseProtocol
package import Hashing

/// A position in a journal: after how many events, and the hash of the last of them.
///
/// The caller keeps it with the state that it folded, and hands it back with every append.
package struct JournalHead: Hashable, Sendable {
  package var seq: Int
  package var hash: Digest

  package init(seq: Int, hash: Digest) {
    self.seq = seq
    self.hash = hash
  }

  /// Before the first event of a new session.
  package static let start = JournalHead(seq: 0, hash: .zero)
}

/// One event as it stands in the journal: who wrote it when, and the bytes that only the caller
/// understands.
package struct JournalEntry: Hashable, Sendable {
  /// Counted from 1, without gaps.
  package var seq: Int
  package var id: EventID
  package var at: Timestamp
  package var origin: Origin
  /// The `seq` of the first event of the same command. Steps are kept whole or not at all.
  package var step: Int
  /// How many events of the step follow this one.
  package var left: Int
  /// What the line after this one names as its `prev`.
  package var hash: Digest
  /// The event's JSON, a slice of one large buffer; nil where it has been erased, or `isLost`.
  package var payload: ArraySlice<UInt8>?
  /// Whether the event was there and can't be read any more: nobody erased it.
  package var isLost = false

  /// The position after this event.
  package var head: JournalHead { JournalHead(seq: seq, hash: hash) }
}

/// One event to be appended.
package struct EventDraft: Hashable, Sendable {
  /// A JSON object in UTF-8, on one line. It is written as it is, to the byte.
  package var payload: [UInt8]
  package var at: Timestamp

  package init(payload: [UInt8], at: Timestamp) {
    self.payload = payload
    self.at = at
  }
}

/// What became of an append.
package enum AppendResult: Hashable, Sendable {
  /// The events are on disk and synced: they are true now.
  case appended([JournalEntry])
  /// Others appended meanwhile: here is what. Nothing was written; decide again.
  case behind([JournalEntry])
}
