import ExerciseProtocol
import Testing

/// What is JSON to us and what is not, with the byte at which that shows. Cases in the manner of
/// RFC 8259 and of the JSONTestSuite (Nicolas Seriot, “Parsing JSON is a minefield”).
@Suite struct JSONParsingTests {
  @Test(
    arguments: [
      ("null", .null), ("true", true), (" false\r\n\t", false), ("0", 0), ("-0", 0), ("-1", -1),
      ("9223372036854775807", .integer(.max)), ("-9223372036854775808", .integer(.min)),
      ("9223372036854775808", .number(9_223_372_036_854_775_808)),
      ("123456789012345678901234567890", .number(1.2345678901234568e29)),
      ("1e5", .number(100_000)), ("1E+2", .number(100)), ("-1.5e-2", .number(-0.015)),
      ("0.0", .number(0)), ("1.0", .number(1)), ("1e-400", .number(0)),
      ("\"\"", ""), (#""a\/\\\"\b\f\n\r\t""#, .string("a/\\\"\u{8}\u{C}\n\r\t")),
      (#""\u0041\u00e9\u20AC""#, "Aé€"), (#""\ud83d\ude00""#, "😀"), (#""\u0000""#, "\u{0}"),
      (#""\ufffd\ue000""#, "\u{FFFD}\u{E000}"), ("\"é日😀\u{7F}\"", "é日😀\u{7F}"),
      ("[]", []), ("[ ]", []), ("[1,[2],{}]", [1, [2], [:]]), ("{}", [:]), ("{ }", [:]),
      (#"{"a":1,"b":{"a":2}}"#, ["a": 1, "b": ["a": 2]]), (#"{"":0}"#, ["": 0]),
      (#"{"b":1,"a":2}"#, ["b": 1, "a": 2]),
    ] as [(String, JSONValue)])
  func `is read`(text: String, value: JSONValue) throws {
    #expect(try JSONValue(parsing: text) == value)
  }

  @Test(
    arguments: [
      ("", 0, .unexpectedEnd), ("  ", 2, .unexpectedEnd), ("nul", 3, .unexpectedEnd),
      ("nulll", 4, .trailingBytes), ("tRue", 1, .unexpected(0x52)), ("NaN", 0, .unexpected(0x4E)),
      ("Infinity", 0, .unexpected(0x49)), ("undefined", 0, .unexpected(0x75)),
      ("1 2", 2, .trailingBytes), ("[]]", 2, .trailingBytes), ("{}#", 2, .trailingBytes),
      ("// a\n1", 0, .unexpected(0x2F)), ("'a'", 0, .unexpected(0x27)),
      ("\u{FEFF}1", 0, .unexpected(0xEF)), ("\u{A0}1", 0, .unexpected(0xC2)),
      ("\u{C}1", 0, .unexpected(0x0C)),
    ] as [(String, Int, JSONSyntaxError.Problem)])
  func `a text that is none is refused`(
    text: String, offset: Int, problem: JSONSyntaxError.Problem
  ) {
    expect(Array(text.utf8), refusedAt: offset, problem)
  }

  @Test(
    arguments: [
      ("01", 1, .unexpected(0x31)), ("-01", 2, .unexpected(0x31)), ("00", 1, .unexpected(0x30)),
      ("+1", 0, .unexpected(0x2B)), ("-", 1, .unexpectedEnd), ("--1", 1, .unexpected(0x2D)),
      (".5", 0, .unexpected(0x2E)), ("1.", 2, .unexpectedEnd), ("1.e1", 2, .unexpected(0x65)),
      ("1e", 2, .unexpectedEnd), ("1e+", 3, .unexpectedEnd), ("1e1.5", 3, .trailingBytes),
      ("0x10", 1, .trailingBytes), ("1_000", 1, .trailingBytes), ("1a", 1, .trailingBytes),
      ("-Infinity", 1, .unexpected(0x49)), ("１", 0, .unexpected(0xEF)),
      ("1e400", 0, .numberOutOfRange), ("[-1e400]", 1, .numberOutOfRange),
    ] as [(String, Int, JSONSyntaxError.Problem)])
  func `a number that is none is refused`(
    text: String, offset: Int, problem: JSONSyntaxError.Problem
  ) {
    expect(Array(text.utf8), refusedAt: offset, problem)
  }

  @Test(
    arguments: [
      ("\"", 1, .unexpectedEnd), ("\"a", 2, .unexpectedEnd), ("\"\\", 2, .unexpectedEnd),
      ("\"a\nb\"", 2, .controlCharacter), ("\"\t\"", 1, .controlCharacter),
      ("\"\u{0}\"", 1, .controlCharacter), ("\"\\n\u{1F}\"", 3, .controlCharacter),
      (#""\x41""#, 1, .invalidEscape), (#""a\'""#, 2, .invalidEscape),
      (#""\U0041""#, 1, .invalidEscape), (#""\u00g0""#, 5, .invalidEscape),
      (#""\u004""#, 6, .invalidEscape), (#""\u00"#, 5, .unexpectedEnd),
      (#""\u+041""#, 3, .invalidEscape), (#""\ud800""#, 1, .loneSurrogate),
      (#""\udc00""#, 1, .loneSurrogate), (#""\ud800\n""#, 1, .loneSurrogate),
      (#""\ud800a""#, 1, .loneSurrogate), (#""\ud800\ud800""#, 1, .loneSurrogate),
      (#""\udc00\ud800""#, 1, .loneSurrogate), (#""ab\ud83d"#, 3, .loneSurrogate),
    ] as [(String, Int, JSONSyntaxError.Problem)])
  func `a string that is none is refused`(
    text: String, offset: Int, problem: JSONSyntaxError.Problem
  ) {
    expect(Array(text.utf8), refusedAt: offset, problem)
  }

  @Test(
    arguments: [
      ("[", 1, .unexpectedEnd), ("[1", 2, .unexpectedEnd), ("[1,", 3, .unexpectedEnd),
      ("[1,]", 3, .unexpected(0x5D)), ("[,1]", 1, .unexpected(0x2C)), ("[,]", 1, .unexpected(0x2C)),
      ("[1 2]", 3, .unexpected(0x32)), ("[1}", 2, .unexpected(0x7D)), ("]", 0, .unexpected(0x5D)),
      ("{", 1, .unexpectedEnd), (#"{"a""#, 4, .unexpectedEnd), (#"{"a":"#, 5, .unexpectedEnd),
      (#"{"a":1"#, 6, .unexpectedEnd), (#"{"a":1,}"#, 7, .unexpected(0x7D)),
      (#"{"a" 1}"#, 5, .unexpected(0x31)), ("{a:1}", 1, .unexpected(0x61)),
      ("{1:1}", 1, .unexpected(0x31)), (#"{"a":1;"b":2}"#, 6, .unexpected(0x3B)),
      (#"{,}"#, 1, .unexpected(0x2C)), (#"{"a":}"#, 5, .unexpected(0x7D)),
      (#"{"a":1,"a":1}"#, 7, .duplicateName("a")), (#"{"a":1,"\u0061":2}"#, 7, .duplicateName("a")),
      (#"[{"a":{"b":1,"b":2}}]"#, 13, .duplicateName("b")),
    ] as [(String, Int, JSONSyntaxError.Problem)])
  func `a list or an object that is none is refused`(
    text: String, offset: Int, problem: JSONSyntaxError.Problem
  ) {
    expect(Array(text.utf8), refusedAt: offset, problem)
  }

  /// The bytes of one character too few, too many, too long, or that no character has.
  static let noUTF8: [[UInt8]] = [
    [0x80], [0xFF], [0xC3], [0xE9], [0xC0, 0xAF], [0xE0, 0x80, 0xAF], [0xE2, 0x82],
    [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF0, 0x9F, 0x98], [0xFE, 0xFE],
  ]

  @Test(arguments: noUTF8)
  func `bytes that are not UTF-8 are refused wherever they stand`(bytes: [UInt8]) {
    let quote = UInt8(ascii: "\"")
    expect([quote] + bytes + [quote], refusedAt: 1, .invalidUTF8)
    expect(Array(#"["ok", ""#.utf8) + bytes + Array("\"]".utf8), refusedAt: 8, .invalidUTF8)
    expect(Array(#"{""#.utf8) + bytes + Array("\":1}".utf8), refusedAt: 2, .invalidUTF8)
    // The slow way, past an escape.
    expect(Array(#""\n"#.utf8) + bytes + [quote], refusedAt: 1, .invalidUTF8)
    expect(bytes, refusedAt: 0, .unexpected(bytes[0]))
  }

  @Test(arguments: [2, 15, 16, 17, 18, 40])
  func `a repeated name is found however many there are`(count: Int) {
    let names = (0..<count).map { "\"n\($0)\":0" }
    let text = "{\(names.joined(separator: ",")),"
    for repeated in Set([0, 1, count / 2, count - 1]) {
      expect(
        Array("\(text)\"n\(repeated)\":0}".utf8), refusedAt: text.utf8.count,
        .duplicateName("n\(repeated)"))
    }
  }

  @Test func `nesting has its limit`() throws {
    let limit = JSONValue.depthLimit
    #expect(limit == 32)
    func lists(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    func objects(_ depth: Int) -> String {
      String(repeating: #"{"a":"#, count: depth) + "1" + String(repeating: "}", count: depth)
    }
    _ = try JSONValue(parsing: lists(limit))
    _ = try JSONValue(parsing: objects(limit))
    expect(Array(lists(limit + 1).utf8), refusedAt: limit, .tooDeep(limit: limit))
    expect(Array(objects(limit + 1).utf8), refusedAt: limit * 5, .tooDeep(limit: limit))
    // Beside each other is not in each other.
    _ = try JSONValue(parsing: "[\(Array(repeating: lists(31), count: 40).joined(separator: ","))]")
    let flat = try JSONValue(parsing: Array("7".utf8), maximumDepth: 0)
    #expect(flat == 7)
    #expect(refusal(of: Array("[]".utf8), maximumDepth: 0)?.problem == .tooDeep(limit: 0))
    let flood = [UInt8](repeating: UInt8(ascii: "["), count: 1_000_000)
    expect(flood, refusedAt: limit, .tooDeep(limit: limit))
  }

  @Test func `bytes need not lie together`() throws {
    let list = try JSONValue(parsing: AnySequence(Array("[1]".utf8)))
    #expect(list == [1])
  }

  private func expect(
    _ bytes: [UInt8], refusedAt offset: Int, _ problem: JSONSyntaxError.Problem,
    at location: SourceLocation = #_sourceLocation
  ) {
    let refusal = refusal(of: bytes)
    #expect(refusal?.offset == offset, sourceLocation: location)
    #expect(refusal?.problem == problem, sourceLocation: location)
  }

  private func refusal(
    of bytes: [UInt8], maximumDepth: Int = JSONValue.depthLimit
  ) -> JSONSyntaxError? {
    do throws(JSONSyntaxError) {
      _ = try JSONValue(parsing: bytes, maximumDepth: maximumDepth)
      return nil
    } catch {
      return error
    }
  }

  /// What comes after the element that is one too many is not even looked at: here it is no JSON.
  @Test("Of a list that is too long no more is read than shows that it is")
  func mostElements() throws {
    let head = #"{"reply":"changes","notice":"x","changes":["#
    for (count, limit) in [(3, 2), (30_001, 30_000)] {
      let long = head + Array(repeating: "[1,2,3]", count: limit).joined(separator: ",") + ",#####"
      let error = #expect(throws: JSONSyntaxError.self, "\(count)") {
        try JSONValue(parsing: Array(long.utf8), most: ["changes": limit])
      }
      #expect(error?.problem == .tooMany("changes", limit: limit))
    }
    // Lists within it, others, and the same name further in have no limit.
    for text in [
      #"{"changes":[[1,2,3],2],"x":[1,2,3]}"#, #"{"x":{"changes":[1,2,3]},"changes":[]}"#,
      #"[{"changes":[1,2,3]}]"#, #"{"changes":"s","y":[1,2,3]}"#,
    ] {
      #expect(
        try JSONValue(parsing: Array(text.utf8), most: ["changes": 2]) == JSONValue(parsing: text))
    }
  }
}
