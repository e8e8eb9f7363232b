/// Why some bytes are not the JSON we accept, and at which byte.
public struct JSONSyntaxError: Error, Hashable, Sendable {
  /// Counted from 0, in bytes.
  public var offset: Int
  public var problem: Problem

  /// What is wrong with the byte, or from there on.
  public enum Problem: Hashable, Sendable {
    case unexpectedEnd
    case unexpected(UInt8)
    case trailingBytes
    case invalidUTF8
    case invalidEscape
    case loneSurrogate
    case controlCharacter
    case numberOutOfRange
    case tooDeep(limit: Int)
    case duplicateName(String)
    /// The list of that name has more elements than are taken.
    case tooMany(String, limit: Int)
  }
}
