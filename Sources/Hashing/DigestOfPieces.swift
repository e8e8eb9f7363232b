/// The SHA-256 digest of something that is read piece by piece, and how long it is.
package struct DigestOfPieces {
  private var hash = RunningDigest()
  /// How many bytes there were so far.
  package private(set) var length = 0

  package init() {}

  package mutating func take(_ piece: [UInt8]) {
    piece.withUnsafeBytes { hash.update($0) }
    length += piece.count
  }

  /// 64 lower-case hexadecimal digits, of all that was taken so far.
  package var text: String { hash.finish().description }
}
