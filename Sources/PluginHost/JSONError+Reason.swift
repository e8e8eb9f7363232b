internal import ExerciseProtocol

extension JSONShapeError {
  /// One clause for the plugin's author.
  var reason: String { "\(path) should be \(expected), but is \(found)" }
}

extension JSONSyntaxError {
  /// One clause for the plugin's author.
  var reason: String { "no valid JSON: \(problem.reason) at byte \(offset)" }
}

extension JSONSyntaxError.Problem {
  fileprivate var reason: String {
    switch self {
    case .unexpectedEnd: "it ends too soon"
    case .unexpected(let byte): "byte 0x\(String(byte, radix: 16)) is out of place"
    case .trailingBytes: "more follows after its end"
    case .invalidUTF8: "invalid UTF-8"
    case .invalidEscape: "an escape that does not exist"
    case .loneSurrogate: "half of a surrogate pair"
    case .controlCharacter: "a bare control character"
    case .numberOutOfRange: "a number out of range"
    case .tooDeep(let limit): "nested more than \(limit) deep"
    case .duplicateName(let name): "the name “\(name)” twice in one object"
    case .tooMany(let name, let limit): "“\(name)” has more than \(limit.grouped) elements"
    }
  }
}

/// One clause for the plugin's author, of an error in reading a message.
func reason(of error: any Error) -> String {
  switch error {
  case let error as JSONShapeError: error.reason
  case let error as JSONSyntaxError: error.reason
  default: "\(error)"
  }
}
