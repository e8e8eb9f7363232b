import Testing
import YAML

@Suite("YAML, as nodes with their lines")
struct YAMLNodeTests {
  @Test("Texts are as they are meant, and it is known whether they were quoted")
  func scalars() throws {
    let root = try YAMLNode(
      parsing: """
        plain: 20
        quoted: "20\\n\\u00e9"
        single: 'it''s'
        block: |
          one
          two
        nothing:
        """)
    #expect(root["plain"]?.scalar == .init(text: "20", isPlain: true))
    #expect(root["quoted"]?.scalar == .init(text: "20\né", isPlain: false))
    #expect(root["single"]?.text == "it's")
    #expect(root["block"]?.scalar == .init(text: "one\ntwo\n", isPlain: false))
    #expect(root["nothing"]?.scalar == .init(text: "", isPlain: true))
    #expect(root["other"] == nil && root["plain"]?["x"] == nil)
  }

  @Test("Lists and mappings keep their order, and each its line")
  func lines() throws {
    let root = try YAMLNode(parsing: "\u{FEFF}# Remark\nb:\n- x\n- {k: v}\na: [1,\n  2]\n")
    #expect(root.mapping?.map(\.key.text) == ["b", "a"])
    #expect(root.mapping?.map(\.key.line) == [2, 5])
    #expect(root["b"]?.sequence?.map(\.line) == [3, 4])
    #expect(root["b"]?.sequence?[1]["k"]?.text == "v")
    #expect(root["a"]?.sequence?.map(\.line) == [5, 6])
  }

  @Test(
    "What is no YAML that is taken is told with its line",
    arguments: [
      ("", 1, YAMLFault.Reason.empty), ("# remark\n", 1, .empty), ("\"\"", 1, .empty),
      ("a: 1\n---\nb: 2", 2, .secondDocument),
      ("a:\n  - &x 1", 2, .shared), ("a: &x [1]", 1, .shared), ("a: &x {b: c}", 1, .shared),
      ("- 1\n- *x", 2, .shared), ("*x : 1", 1, .shared),
      ("a: 1\n\"a\": 2", 2, .repeated("a")), ("b: {a: 1, a: 2}", 1, .repeated("a")),
      ("? [a]\n: b", 1, .keyIsNoText), ("{a: b}: c", 1, .keyIsNoText),
      ("a: \"b\n", 2, .syntax("found unexpected end of stream")),
      ("a: 1\nb: \u{1}", 2, .syntax("control characters are not allowed")),
      ("a: b: c", 1, .syntax("mapping values are not allowed in this context")),
    ])
  func faults(_ text: String, _ line: Int, _ reason: YAMLFault.Reason) {
    #expect(throws: YAMLFault(line: line, reason: reason)) { try YAMLNode(parsing: text) }
  }

  @Test("Depth ends at its limit, however it is written", arguments: ["[", "- ", "{a: ", "? "])
  func depth(_ opening: String) {
    let text = String(repeating: opening, count: 60_000)
    #expect(throws: YAMLFault.self) { try YAMLNode(parsing: text) }
  }

  @Test("As deep as the limit is taken")
  func deepest() throws {
    let limit = YAMLNode.depthLimit
    let text = { String(repeating: "[", count: $0) + String(repeating: "]", count: $0) }
    #expect(throws: Never.self) { try YAMLNode(parsing: text(limit)) }
    #expect(throws: YAMLFault(line: 1, reason: .tooDeep)) { try YAMLNode(parsing: text(limit + 1)) }
  }
}
