import ExerciseProtocol
import Testing

@Suite struct JSONReaderTests {
  private let card: JSONReader

  init() throws {
    card = JSONReader(
      try JSONValue(
        parsing: """
          {"id": "c1", "dots": 2, "share": 0.5, "open": true, "author": null, "tags": ["a", 7],
           "replies": [{"id": "c2"}, {"id": 3}], "attributes": {"url": "x", "n": 1}}
          """), path: "card")
  }

  @Test func `what is there is read`() throws {
    #expect(try card.string("id") == "c1")
    #expect(try card.integer("dots") == 2)
    #expect(try card.required("dots").number() == 2)
    #expect(try card.required("share").number() == 0.5)
    #expect(try card.bool("open", default: false))
    #expect(try card.required("replies").elements()[1].path == "card.replies[1]")
    #expect(try card.required("attributes").members().map(\.name) == ["url", "n"])
  }

  @Test func `absent and null are the same to an optional`() throws {
    #expect(card.optional("author") == nil)
    #expect(card.optional("nothing") == nil)
    #expect(try card.bool("nothing", default: true))
    #expect(try card.strings("nothing") == [])
    #expect(try card.stringTable("nothing") == [:])
  }

  /// What is read, and the refusal of it: path, expected, found.
  typealias Refused = (
    name: String, read: @Sendable (JSONReader) throws -> Any, path: String, expected: String,
    found: String
  )

  static let refusals: [Refused] = [
    ("a member", { try $0.required("nothing") }, "card.nothing", "a value", "nothing"),
    ("a string", { try $0.string("dots") }, "card.dots", "a string", "a whole number"),
    ("a null", { try $0.string("author") }, "card.author", "a string", "null"),
    ("an integer", { try $0.integer("share") }, "card.share", "a whole number", "a number"),
    ("a number", { try $0.required("id").number() }, "card.id", "a number", "a string"),
    ("a flag", { try $0.bool("id", default: true) }, "card.id", "true or false", "a string"),
    ("strings", { try $0.strings("tags") }, "card.tags[1]", "a string", "a whole number"),
    ("no list", { try $0.strings("id") }, "card.id", "a list", "a string"),
    (
      "a table", { try $0.stringTable("attributes") }, "card.attributes.n", "a string",
      "a whole number"
    ),
    ("no table", { try $0.stringTable("tags") }, "card.tags", "an object", "a list"),
    (
      "deep down",
      { card in
        try card.list("replies") { reply throws(JSONShapeError) in try reply.string("id") }
      }, "card.replies[1].id", "a string", "a whole number"
    ),
    (
      "a member of none", { try $0.required("id").required("text") }, "card.id", "an object",
      "a string"
    ),
    (
      "a choice", { try Audience(choice: $0.required("id")) }, "card.id",
      "one of “facilitator”, “room”, “report”", "a string"
    ),
  ]

  @Test(arguments: refusals.indices)
  func `a refusal names the way to the value`(index: Int) throws {
    let refused = Self.refusals[index]
    let error = JSONShapeError(
      path: refused.path, expected: refused.expected, found: refused.found)
    #expect(throws: error, "\(refused.name)") { try refused.read(card) }
  }
}
