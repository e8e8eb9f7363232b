/// A text that an editor, git or a sync tool wrote in the manner of another system: with a byte
/// order mark before it, or with carriage returns before its newlines. Neither is ever in a file of
/// ours, so that without them it is what was written, to the byte.
struct ForeignText {
  let bytes: [UInt8]
  let hasMark: Bool
  let hasReturns: Bool

  /// Nil where `text` has neither.
  init?(_ text: [UInt8]) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    hasMark = text.starts(with: mark)
    let rest = hasMark ? text[mark.count...] : text[...]
    var bytes: [UInt8] = []
    bytes.reserveCapacity(rest.count)
    for byte in rest {
      if byte == 0x0A, bytes.last == 0x0D { bytes.removeLast() }
      bytes.append(byte)
    }
    hasReturns = bytes.count < rest.count
    self.bytes = bytes
    if !hasMark && !hasReturns { return nil }
  }

  var problem: JournalDamage.Problem { hasReturns ? .foreignLineEnds : .byteOrderMark }
}
