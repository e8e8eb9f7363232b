internal import Crypto

/// A SHA-256 digest, held without allocation: a journal of 100,000 lines is full of them.
package struct Digest: Hashable, Sendable {
  /// The 32 bytes as four big-endian words.
  let words: SIMD4<UInt64>

  /// What stands before the first line of a journal: 64 zeros.
  package static let zero = Digest(words: .zero)

  /// The digest of the bytes of `parts`, one after the other.
  static func of(_ first: UnsafeRawBufferPointer, _ second: UnsafeRawBufferPointer? = nil) -> Digest
  {
    var hash = SHA256()
    hash.update(bufferPointer: first)
    if let second { hash.update(bufferPointer: second) }
    return hash.finalize().withUnsafeBytes { bytes in
      var words = SIMD4<UInt64>.zero
      for index in 0..<4 {
        words[index] = UInt64(
          bigEndian: bytes.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self))
      }
      return Digest(words: words)
    }
  }
}

extension Digest: CustomStringConvertible {
  /// 64 lower-case hexadecimal digits.
  package var description: String {
    var text: [UInt8] = []
    text.appendHex(self)
    return String(decoding: text, as: UTF8.self)
  }

  /// Reads 64 lower-case hexadecimal digits.
  package init?(_ text: String) {
    var text = text
    let words = text.withUTF8 { bytes -> SIMD4<UInt64>? in
      guard bytes.count == 64 else { return nil }
      var words = SIMD4<UInt64>.zero
      for index in 0..<4 {
        guard let word = UnsafeRawBufferPointer(bytes).hexWord(at: index * 16) else { return nil }
        words[index] = word
      }
      return words
    }
    guard let words else { return nil }
    self.init(words: words)
  }
}
