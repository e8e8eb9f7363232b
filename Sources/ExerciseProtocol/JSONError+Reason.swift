/// The words for what is wrong with JSON: the one place for all readers of files and messages.
extension JSONShapeError {
  /// What is wrong and where, as one clause.
  package var reason: String { "\(path) should be \(expected), but is \(found)" }
}

extension JSONSyntaxError {
  /// What is wrong and where, as one clause.
  public var reason: String { "no valid JSON: \(problem.reason) at byte \(offset)" }
}

extension JSONSyntaxError.Problem {
  /// What is wrong, as one clause.
  public var reason: String {
    switch self {
    case .unexpectedEnd: "it ends too early"
    case .unexpected(let byte) where (0x21...0x7E).contains(byte):
      "“\(Character(Unicode.Scalar(byte)))” is out of place"
    case .unexpected(let byte): "byte 0x\(String(byte, radix: 16)) is out of place"
    case .trailingBytes: "more follows after its end"
    case .invalidUTF8: "invalid UTF-8"
    case .invalidEscape: "an escape that does not exist"
    case .loneSurrogate: "half of a surrogate pair"
    case .controlCharacter: "a bare control character"
    case .numberOutOfRange: "a number out of range"
    case .tooDeep(let limit): "nested more than \(limit) deep"
    case .duplicateName(let name): "the name “\(name)” twice in one object"
    case .tooMany(let name, let limit): "“\(name)” has more than \(limit) elements"
    }
  }
}
