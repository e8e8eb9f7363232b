internal import ExerciseProtocol
internal import Hashing

/// One line of the journal, taken apart but not yet believed.
///
/// The written grammar is `Schemas/journal-line.schema.json`. The order of the members is part of
/// the format, because the hash is taken over the exact bytes:
///  - `digest` is SHA-256 of the salt's 16 raw bytes and the exact bytes of the event;
///  - `hash` is SHA-256 of the line from its `{` up to but excluding `,"hash"`;
///  - `prev` is the hash of the line before, 64 zeros on the first.
///
/// So salt and event can be erased later, both to `null`, and the chain still verifies.
struct JournalLine {
  var seq = 0
  var id = EventID(high: 0, low: 0)
  var at = Timestamp(milliseconds: 0)
  var origin = Origin(0)
  var step = 0
  var left = 0
  var prev = Digest.zero
  var digest = Digest.zero
  var hash = Digest.zero
  /// How many bytes from the line's start the hash covers.
  var hashedCount = 0
  var salt: (UInt64, UInt64) = (0, 0)
  /// Where in the line the event's JSON lies; nil where it was erased.
  var event: Range<Int>?

  /// Whether the line stands for an event that was lost, in a copy of a damaged journal: of one
  /// that was erased the digest stays.
  var isLost: Bool { event == nil && digest == .zero }

  /// Far more than an honest event needs; past it a reader could be made to run out of memory.
  static let lengthLimit = 8 << 20
}

/// The members of a line and how each begins, in the order in which they are written.
enum JournalMember {
  static let seq: StaticString = #"{"seq":"#
  static let id: StaticString = #","id":""#
  static let at: StaticString = #"","at":""#
  static let origin: StaticString = #"","origin":""#
  static let step: StaticString = #"","step":"#
  static let left: StaticString = #","left":"#
  static let prev: StaticString = #","prev":""#
  static let digest: StaticString = #"","digest":""#
  /// The hash covers the line up to the comma that this follows.
  static let endOfHashed: StaticString = #"""#
  static let hash: StaticString = #","hash":""#
  static let salt: StaticString = #"","salt":"#
  static let quote: StaticString = #"""#
  static let event: StaticString = #"","event":"#
  static let erased: StaticString = #"null,"event":null}"#
}
