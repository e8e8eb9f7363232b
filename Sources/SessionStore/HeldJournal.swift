internal import Glibc
internal import Platform
internal import SystemPackage

/// The bytes of a journal as this handle read and verified them, or wrote them: what is true, also
/// where a sync tool or an editor puts something else in the file's place.
struct HeldJournal {
  /// What was read when the journal was opened; of it the first `baseCount` bytes.
  private let base: [UInt8]
  private let baseCount: Int
  /// What came since.
  private var added: [UInt8] = []

  /// The first `count` of `bytes`. They are shared with whoever else holds them, not copied.
  init(_ bytes: [UInt8] = [], count: Int = 0) { (base, baseCount) = (bytes, count) }

  mutating func append(_ bytes: ArraySlice<UInt8>) { added += bytes }

  var count: Int { baseCount + added.count }
  var parts: [ArraySlice<UInt8>] { [base[..<baseCount], added[...]] }
  /// All in one piece.
  var bytes: [UInt8] { added.isEmpty && baseCount == base.count ? base : parts.flatMap { $0 } }

  /// Whether `file` begins with these bytes.
  func isBeginning(of file: OpenFile) throws(Errno) -> Bool {
    var offset = 0
    for part in parts {
      var index = part.startIndex
      while index < part.endIndex {
        let piece = part[index..<min(part.endIndex, index + Self.pieceLength)]
        let found = try file.bytes(offset, offset + piece.count)
        guard found.count == piece.count, piece.isEqual(to: found) else { return false }
        index += piece.count
        offset += piece.count
      }
    }
    return true
  }

  private static let pieceLength = 256 * 1024
}

extension ArraySlice<UInt8> {
  /// Byte by byte, at the speed of memory.
  fileprivate func isEqual(to other: [UInt8]) -> Bool {
    withUnsafeBytes { mine in
      other.withUnsafeBytes { theirs in
        guard mine.count == theirs.count else { return false }
        guard let mine = mine.baseAddress, let start = theirs.baseAddress else { return true }
        return memcmp(mine, start, theirs.count) == 0
      }
    }
  }
}
