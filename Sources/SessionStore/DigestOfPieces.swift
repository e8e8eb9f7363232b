internal import Crypto

/// The SHA-256 digest of something that is read piece by piece, and how long it is.
package struct DigestOfPieces {
  private var hash = SHA256()
  /// How many bytes there were so far.
  package private(set) var length = 0

  package init() {}

  package mutating func take(_ piece: [UInt8]) {
    hash.update(data: piece)
    length += piece.count
  }

  /// 64 lower-case hexadecimal digits, of all that was taken so far.
  package var text: String {
    var digits: [UInt8] = []
    for byte in hash.finalize() { digits.appendHex(UInt64(byte), digits: 2) }
    return String(decoding: digits, as: UTF8.self)
  }
}
