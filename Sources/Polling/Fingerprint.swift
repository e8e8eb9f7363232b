public import ExerciseProtocol
internal import Hashing
internal import Platform

/// 32 bytes of SHA-256: what a poll commits to something with. Ordered by its bytes, which is the
/// order of its 64 lower-case hexadecimal digits.
public struct Fingerprint: Hashable, Sendable {
  /// Always 32.
  public let bytes: [UInt8]

  /// Takes 32 bytes as they are; nil where there are more or fewer.
  public init?(bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  /// SHA-256 of these bytes, of nothing before them.
  public init(of bytes: [UInt8]) { self.bytes = Digest.of(bytes).bytes }

  /// SHA-256 of `purpose`'s name in UTF-8, one zero byte, and these bytes: what was hashed for one
  /// purpose is never also something hashed for another.
  init(_ purpose: Purpose, _ bytes: [UInt8]) {
    self.init(of: Array(purpose.rawValue.utf8) + [0] + bytes)
  }

  /// What something is hashed for. The names are for ever: old files are checked by them.
  enum Purpose: String {
    case ballot = "charrette ballot 1"
    case code = "charrette ballot code 1"
    case codeList = "charrette code list 1"
    case tieSecret = "charrette tie secret 1"
    case tieSeed = "charrette tie seed 1"
  }
}

extension Fingerprint: Comparable, CustomStringConvertible {
  /// Byte by byte, as numbers.
  public static func < (left: Self, right: Self) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }

  /// 64 lower-case hexadecimal digits.
  public var description: String { bytes.hexadecimal }

  /// Reads 64 lower-case hexadecimal digits.
  public init?(_ text: String) {
    guard let bytes = [UInt8](hexadecimal: text) else { return nil }
    self.init(bytes: bytes)
  }
}

extension Fingerprint: JSONRepresentable {
  public var json: JSONValue { .string(description) }

  public init(_ reader: JSONReader) throws(JSONShapeError) {
    guard let value = Fingerprint(try reader.string()) else {
      throw reader.mismatch("64 lower-case hexadecimal digits")
    }
    self = value
  }
}

extension [UInt8] {
  /// So many random bytes.
  static func random(
    _ count: Int, using generator: inout some RandomNumberGenerator
  ) -> [UInt8] {
    (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
  }
}
