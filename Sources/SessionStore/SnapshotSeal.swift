internal import Hashing
internal import Platform

/// The digest that a snapshot carries over its own bytes, so that a flipped bit in it is noticed.
///
/// It is the second member, `"digest"`, and covers every byte after the digest's closing quote;
/// what stands before is the same in every snapshot. Whoever changes a snapshot by hand takes the
/// member out: then it is believed only where a sound journal lies beside it.
package enum SnapshotSeal {
  /// What the member holds until the digest is known.
  package static let blank = Digest.zero.description

  enum Finding: Hashable {
    /// There is none: an earlier version wrote it, or somebody took it out.
    case missing
    case holds
    case broken
  }

  private static let beginning = "{\n  \"charrette\": 1,\n  \""
  private static let member = "digest\": \""
  private static let digestCount = 64

  /// Puts the digest in the place of ``blank``.
  ///
  /// - Parameter document: an indented object whose members begin with `charrette`, 1, and
  ///   `digest`, blank.
  package static func close(_ document: inout [UInt8]) {
    let start = beginning.utf8.count + member.utf8.count
    guard document.starts(with: (beginning + member + blank + "\"").utf8) else { return }
    var digits: [UInt8] = []
    digits.appendHex(digest(of: document, after: start + digestCount + 1))
    document.replaceSubrange(start..<(start + digestCount), with: digits)
  }

  /// Line ends as another system writes them are no change: see ``ForeignText``.
  static func examine(_ document: [UInt8]) -> Finding {
    let finding = examineExactly(document)
    guard finding == .broken, let ours = ForeignText(document) else { return finding }
    return examineExactly(ours.bytes)
  }

  /// The number of the format that a snapshot of a later charrette begins with; nil where it is of
  /// ours, or begins otherwise. What its digest covers only that later one knows.
  static func laterFormat(of document: [UInt8]) -> Int? {
    let start = Array("{\"charrette\":".utf8)
    // The beginning is short; line ends and spaces may be written in any way.
    let head = document.prefix(80).filter { $0 > 0x20 }
    guard head.starts(with: start) else { return nil }
    let digits = head.dropFirst(start.count).prefix { (0x30...0x39).contains($0) }
    let end = head.dropFirst(start.count + digits.count).first
    guard end == UInt8(ascii: ",") || end == UInt8(ascii: "}"),
      let format = Int(String(decoding: digits, as: UTF8.self)), format > 1
    else { return nil }
    return format
  }

  private static func examineExactly(_ document: [UInt8]) -> Finding {
    guard document.starts(with: beginning.utf8) else {
      // One flipped bit in what is always the same must not make it one without a digest.
      let head = String(decoding: document.prefix(200), as: UTF8.self)
      return head.contains(member) ? .broken : .missing
    }
    let rest = document[beginning.utf8.count...]
    if rest.starts(with: "journal\"".utf8) { return .missing }
    let start = rest.startIndex + member.utf8.count
    let end = start + digestCount
    guard rest.starts(with: member.utf8), end < document.count, document[end] == 0x22,
      let known = Digest(String(decoding: document[start..<end], as: UTF8.self))
    else { return .broken }
    return known == digest(of: document, after: end + 1) ? .holds : .broken
  }

  private static func digest(of document: [UInt8], after start: Int) -> Digest {
    document.withUnsafeBytes { Digest.of(UnsafeRawBufferPointer(rebasing: $0[start...])) }
  }
}
