internal import CNettle
internal import Platform
package import SystemPackage

/// A SHA-256 digest, held without allocation: a journal of 100,000 lines is full of them.
package struct Digest: Hashable, Sendable {
  /// The 32 bytes as four big-endian words.
  package let words: SIMD4<UInt64>

  /// What stands before the first line of a journal: 64 zeros.
  package static let zero = Digest(words: .zero)

  /// The digest of the bytes of `parts`, one after the other.
  package static func of(
    _ first: UnsafeRawBufferPointer, _ second: UnsafeRawBufferPointer? = nil
  ) -> Digest {
    var hash = RunningDigest()
    hash.update(first)
    if let second { hash.update(second) }
    return hash.finish()
  }

  package static func of(_ bytes: [UInt8]) -> Digest { bytes.withUnsafeBytes { Digest.of($0) } }

  /// The digest of a plain file's bytes.
  package static func ofFile(_ path: String) throws(Errno) -> Digest {
    var hash = RunningDigest()
    try OpenFile.reading(path).forEachPiece { (piece) throws(Errno) in hash.update(piece) }
    return hash.finish()
  }

  package init(words: SIMD4<UInt64>) { self.words = words }

  /// The 32 bytes.
  package var bytes: [UInt8] {
    (0..<4).flatMap { index in withUnsafeBytes(of: words[index].bigEndian, Array.init) }
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

/// A digest of bytes that come piece by piece, and how many they were.
package struct RunningDigest {
  private var state = sha256_ctx()
  package private(set) var length = 0

  package init() { nettle_sha256_init(&state) }

  package mutating func update(_ bytes: UnsafeRawBufferPointer) {
    nettle_sha256_update(
      &state, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self))
    length += bytes.count
  }

  /// Of all that came so far.
  package func finish() -> Digest {
    // Nettle begins anew once it has told a digest: a copy of the state does.
    var copy = state
    return withUnsafeTemporaryAllocation(byteCount: 32, alignment: 8) { bytes in
      nettle_sha256_digest(&copy, 32, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self))
      var words = SIMD4<UInt64>.zero
      for index in 0..<4 {
        words[index] = UInt64(bigEndian: bytes.load(fromByteOffset: index * 8, as: UInt64.self))
      }
      return Digest(words: words)
    }
  }
}

extension [UInt8] {
  /// Appends the 64 lower-case hexadecimal digits of a digest.
  package mutating func appendHex(_ digest: Digest) {
    for index in 0..<4 { appendHex(digest.words[index]) }
  }
}
