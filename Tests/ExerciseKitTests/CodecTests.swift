import ExerciseKit
import Foundation
import Testing

/// What an author's types become in a state and in events, held against what Foundation's encoder
/// makes of them: journals of before were written by that.
@Suite("Authors' types as JSON")
struct CodecTests {
  enum Kind: String, Codable { case open, closed }

  enum Choice: Codable, Equatable {
    case none
    case card(String)
    case several([Int], why: String?)
  }

  class Base: Codable {
    var own = 1
  }

  final class Derived: Base {
    var more = "more"
    private enum Keys: CodingKey { case more }
    override func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Keys.self)
      try container.encode(more, forKey: .more)
      try super.encode(to: container.superEncoder())
    }
    required init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Keys.self)
      more = try container.decode(String.self, forKey: .more)
      try super.init(from: container.superDecoder())
    }
    override init() { super.init() }
  }

  struct Nested: Codable, Equatable {
    var numbers = [Int8(-128), 127]
    var big = UInt64(Int64.max)
    var whole = 3.0
    var part = 0.1
    var small = Float(0.1)
    var minus = -0.0
    var large = 1e15
    var missing: Int?
    var empty: [String?] = [nil, "a\u{2028}\"\\/é"]
    var kinds = [Kind.open: 1, .closed: 2]
    var names = ["p10": 1, "p2": 2, "P1": 3, "é": 4, "e": 5, "": 6]
    var indexed = [10: "ten", 2: "two"]
    var choices = [Choice.none, .card("c1"), .several([1], why: nil), .several([], why: "so")]
    var pairs = Set([1])
    var at = Date(timeIntervalSinceReferenceDate: 12.5)
    var nothing = Empty()
  }

  struct Empty: Codable, Equatable {}

  private static func foundation(_ value: some Encodable) throws -> JSONValue {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try JSONValue(parsing: [UInt8](encoder.encode(value)))
  }

  @Test("They are what Foundation makes of them, and come back the same")
  func asFoundation() throws {
    let value = Nested()
    let ours = try JSONValue(encoding: value)
    #expect(ours == (try Self.foundation(value)))
    #expect(try ours.decoded(Nested.self, what: "it") == value)
    let read = try JSONValue(parsing: ours.serialized())
    #expect(try read.decoded(Nested.self, what: "it") == value)
  }

  @Test("A superclass's part has its own place")
  func classes() throws {
    let value = Derived()
    value.own = 7
    let ours = try JSONValue(encoding: value)
    #expect(ours == (try Self.foundation(value)))
    let back = try ours.decoded(Derived.self, what: "it")
    #expect((back.own, back.more) == (7, "more"))
  }

  @Test("One value alone has a form too")
  func alone() throws {
    #expect(try JSONValue(encoding: "a") == "a")
    #expect(try JSONValue(encoding: 2.5) == .number(2.5))
    #expect(try JSONValue(encoding: Int?.none) == .null)
    #expect(try JSONValue(encoding: Empty()) == [:])
    #expect(try JSONValue(encoding: [Empty()]) == [[:]])
    #expect(try JSONValue.null.decoded(Int?.self, what: "it") == nil)
    #expect(try JSONValue.integer(4).decoded(Double.self, what: "it") == 4)
    #expect(try JSONValue.number(4).decoded(Int.self, what: "it") == 4)
  }

  @Test("Ten thousand members take no time that is felt")
  func many() throws {
    let value = Dictionary(uniqueKeysWithValues: (0..<10_000).map { ("p\($0)", [$0]) })
    let ours = try JSONValue(encoding: value)
    #expect(try ours.decoded([String: [Int]].self, what: "it") == value)
  }

  private static func words(_ body: () throws(KitFault) -> Void) -> String {
    do throws(KitFault) {
      try body()
      return ""
    } catch {
      return error.message
    }
  }

  @Test("What has no form, and what can't be read, is told")
  func faults() {
    #expect(
      Self.words { () throws(KitFault) in _ = try JSONValue(encoding: [Double.infinity]) }
        .contains("JSON has no such number"))
    #expect(
      Self.words { () throws(KitFault) in _ = try JSONValue(encoding: UInt64.max) }
        .contains("it is beyond 64 bits with a sign"))
    let cases: [(JSONValue, String)] = [
      ([:], "“big” is missing"), ([], "an object is expected, and a list is there"),
    ]
    for (json, words) in cases {
      let told = Self.words { () throws(KitFault) in
        _ = try json.decoded(Big.self, what: "the saved state")
      }
      #expect(told.hasPrefix("this can't be read as the saved state: "))
      #expect(told.contains(words), "\(told)")
    }
    for (json, words) in [
      (["big": 300], "a whole number from 0 to 255 is expected"),
      (["big": "7"], "a whole number is expected, and a string is there"),
      (["big": .number(1.5)], "a whole number from 0 to 255 is expected"),
      (["big": .null], "a whole number is expected, and null is there"),
    ] as [(JSONValue, String)] {
      let told = Self.words { () throws(KitFault) in
        _ = try json.decoded(Big.self, what: "it")
      }
      #expect(told.contains(words), "\(told)")
    }
  }

  struct Big: Codable {
    var big: UInt8
  }
}
