extension JSONValue {
  /// Nesting that no honest message of ours comes near; past it a recursive reader could be made to
  /// crash.
  public static let depthLimit = 32

  /// Parses exactly one JSON text (RFC 8259).
  ///
  /// Stricter than the standard asks, on purpose: a byte order mark, invalid UTF-8, a lone
  /// surrogate, a repeated name in one object and nesting past `maximumDepth` are all refused,
  /// because each of them is read differently by different programs, and these bytes are evidence.
  public init(
    parsing bytes: some Sequence<UInt8>, maximumDepth: Int = JSONValue.depthLimit
  ) throws(JSONSyntaxError) {
    let contiguous = bytes.withContiguousStorageIfAvailable { buffer in
      JSONValue.parse(buffer, maximumDepth)
    }
    let result =
      contiguous ?? Array(bytes).withUnsafeBufferPointer { JSONValue.parse($0, maximumDepth) }
    self = try result.get()
  }

  /// Parses the JSON text in `text`.
  public init(parsing text: String) throws(JSONSyntaxError) {
    try self.init(parsing: text.utf8)
  }

  /// - Parameter most: how many elements the lists of the outermost object may have, by name. Of a
  ///   longer one no more is read than shows that it is.
  package init(parsing bytes: [UInt8], most: [String: Int]) throws(JSONSyntaxError) {
    self = try bytes.withUnsafeBufferPointer { Self.parse($0, Self.depthLimit, most) }.get()
  }

  private static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, _ maximumDepth: Int, _ most: [String: Int] = [:]
  ) -> Result<JSONValue, JSONSyntaxError> {
    Result { () throws(JSONSyntaxError) in
      var parser = JSONParser(bytes: bytes, maximumDepth: maximumDepth, most: most)
      return try parser.parseDocument()
    }
  }
}

/// A recursive-descent reader over borrowed bytes; lives for one call.
private struct JSONParser {
  let bytes: UnsafeBufferPointer<UInt8>
  let maximumDepth: Int
  var index = 0
  var depth = 0
  var most: [String: Int] = [:]
  /// Of the list that comes next, if it has one of `most`.
  var limit: (name: String, count: Int)?

  mutating func parseDocument() throws(JSONSyntaxError) -> JSONValue {
    let value = try parseValue()
    skipSpace()
    guard index == bytes.count else { throw failure(.trailingBytes) }
    return value
  }

  func failure(_ problem: JSONSyntaxError.Problem, at offset: Int? = nil) -> JSONSyntaxError {
    JSONSyntaxError(offset: offset ?? index, problem: problem)
  }

  /// What to say of the byte at `index`, or of its absence.
  func unexpected() -> JSONSyntaxError {
    index < bytes.count ? failure(.unexpected(bytes[index])) : failure(.unexpectedEnd)
  }

  mutating func skipSpace() {
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x09, 0x0A, 0x0D: index += 1
      default: return
      }
    }
  }

  mutating func parseValue() throws(JSONSyntaxError) -> JSONValue {
    skipSpace()
    guard index < bytes.count else { throw failure(.unexpectedEnd) }
    switch bytes[index] {
    case UInt8(ascii: "{"):
      return try nested { parser throws(JSONSyntaxError) in
        .object(try parser.parseMembers())
      }
    case UInt8(ascii: "["):
      return try nested { parser throws(JSONSyntaxError) in
        .array(try parser.parseElements())
      }
    case UInt8(ascii: "\""): return .string(try parseString())
    case UInt8(ascii: "t"): return try parseWord("true", .bool(true))
    case UInt8(ascii: "f"): return try parseWord("false", .bool(false))
    case UInt8(ascii: "n"): return try parseWord("null", .null)
    default: return try parseNumber()
    }
  }

  mutating func nested(
    _ body: (inout JSONParser) throws(JSONSyntaxError) -> JSONValue
  ) throws(JSONSyntaxError) -> JSONValue {
    guard depth < maximumDepth else { throw failure(.tooDeep(limit: maximumDepth)) }
    depth += 1
    index += 1
    let value = try body(&self)
    depth -= 1
    return value
  }

  /// True, and past it, where the next byte after white space is `byte`.
  mutating func accept(_ byte: UInt8) -> Bool {
    skipSpace()
    guard index < bytes.count, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  mutating func parseElements() throws(JSONSyntaxError) -> [JSONValue] {
    var elements: [JSONValue] = []
    let limit = limit
    self.limit = nil
    if accept(UInt8(ascii: "]")) { return elements }
    while true {
      if let limit, elements.count == limit.count {
        throw failure(.tooMany(limit.name, limit: limit.count))
      }
      elements.append(try parseValue())
      if accept(UInt8(ascii: "]")) { return elements }
      guard accept(UInt8(ascii: ",")) else { throw unexpected() }
    }
  }

  mutating func parseMembers() throws(JSONSyntaxError) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = []
    // Few names are found faster by looking; many could be a denial of service, so they get a set.
    var names: Set<String> = []
    if accept(UInt8(ascii: "}")) { return members }
    while true {
      skipSpace()
      let start = index
      guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { throw unexpected() }
      let name = try parseString()
      if members.count == 16 { names = Set(members.map(\.name)) }
      let isNew =
        members.count < 16
        ? !members.contains { $0.name == name } : names.insert(name).inserted
      guard isNew else { throw failure(.duplicateName(name), at: start) }
      guard accept(UInt8(ascii: ":")) else { throw unexpected() }
      limit = depth == 1 ? most[name].map { (name, $0) } : nil
      members.append(.init(name, try parseValue()))
      if accept(UInt8(ascii: "}")) { return members }
      guard accept(UInt8(ascii: ",")) else { throw unexpected() }
    }
  }

  mutating func parseWord(
    _ word: StaticString, _ value: JSONValue
  ) throws(JSONSyntaxError) -> JSONValue {
    for offset in 0..<word.utf8CodeUnitCount {
      guard index < bytes.count, bytes[index] == word.utf8Start[offset] else {
        throw unexpected()
      }
      index += 1
    }
    return value
  }

  mutating func parseNumber() throws(JSONSyntaxError) -> JSONValue {
    let start = index
    if index < bytes.count, bytes[index] == UInt8(ascii: "-") { index += 1 }
    let firstDigit = index
    try skipDigits()
    // RFC 8259: no leading zeros.
    if index - firstDigit > 1, bytes[firstDigit] == UInt8(ascii: "0") {
      throw failure(.unexpected(bytes[firstDigit + 1]), at: firstDigit + 1)
    }
    var isInteger = true
    if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
      isInteger = false
      index += 1
      try skipDigits()
    }
    if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
      isInteger = false
      index += 1
      if index < bytes.count, bytes[index] == 0x2B || bytes[index] == 0x2D { index += 1 }
      try skipDigits()
    }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    if isInteger, let integer = Int(text) { return .integer(integer) }
    guard let number = Double(text), number.isFinite else {
      throw failure(.numberOutOfRange, at: start)
    }
    return .number(number)
  }

  mutating func skipDigits() throws(JSONSyntaxError) {
    let start = index
    while index < bytes.count, (0x30...0x39).contains(bytes[index]) { index += 1 }
    guard index > start else { throw unexpected() }
  }

  mutating func parseString() throws(JSONSyntaxError) -> String {
    index += 1
    let start = index
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""):
        let text = try string(in: start..<index)
        index += 1
        return text
      case UInt8(ascii: "\\"): return try parseEscapedString(from: start)
      case 0..<0x20: throw failure(.controlCharacter)
      default: index += 1
      }
    }
    throw failure(.unexpectedEnd)
  }

  func string(in range: Range<Int>) throws(JSONSyntaxError) -> String {
    let piece = UnsafeBufferPointer(rebasing: bytes[range])
    // ASCII is valid as it stands, and checking in general costs several times the copy.
    if piece.allSatisfy({ $0 < 0x80 }) { return String(decoding: piece, as: UTF8.self) }
    guard let text = String(validating: piece, as: UTF8.self) else {
      throw failure(.invalidUTF8, at: range.lowerBound)
    }
    return text
  }

  /// The slow way, for the strings that hold an escape: bytes are gathered, then validated once.
  mutating func parseEscapedString(from start: Int) throws(JSONSyntaxError) -> String {
    var text = Array(bytes[start..<index])
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "\""):
        guard let string = String(validating: text, as: UTF8.self) else {
          throw failure(.invalidUTF8, at: start)
        }
        index += 1
        return string
      case UInt8(ascii: "\\"):
        let scalar = try parseEscape()
        text.append(contentsOf: String(Character(scalar)).utf8)
      case 0..<0x20: throw failure(.controlCharacter)
      default:
        text.append(byte)
        index += 1
      }
    }
    throw failure(.unexpectedEnd)
  }

  mutating func parseEscape() throws(JSONSyntaxError) -> Unicode.Scalar {
    let start = index
    index += 1
    guard index < bytes.count else { throw failure(.unexpectedEnd) }
    let letter = bytes[index]
    index += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try parseUnicodeEscape(from: start)
    default: throw failure(.invalidEscape, at: start)
    }
  }

  mutating func parseUnicodeEscape(from start: Int) throws(JSONSyntaxError) -> Unicode.Scalar {
    let high = try parseFourHexDigits()
    if let scalar = Unicode.Scalar(high) { return scalar }
    guard high < 0xDC00, index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\\"),
      bytes[index + 1] == UInt8(ascii: "u")
    else { throw failure(.loneSurrogate, at: start) }
    index += 2
    let low = try parseFourHexDigits()
    guard (0xDC00...0xDFFF).contains(low),
      let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
    else { throw failure(.loneSurrogate, at: start) }
    return scalar
  }

  mutating func parseFourHexDigits() throws(JSONSyntaxError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard index < bytes.count else { throw failure(.unexpectedEnd) }
      guard let digit = Character(Unicode.Scalar(bytes[index])).hexDigitValue,
        bytes[index] < 0x80
      else { throw failure(.invalidEscape) }
      value = value << 4 | UInt32(digit)
      index += 1
    }
    return value
  }
}
