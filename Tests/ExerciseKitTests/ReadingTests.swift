import ExerciseKit
import Testing

@Suite struct ReadingTests {
  @Test(
    arguments: [
      ("Fully agree #skills #youth", "Fully agree", ["skills", "youth"]),
      ("No tags", "No tags", []), ("#alone", "#alone", []), ("Room #12", "Room #12", []),
      ("In #the middle", "In #the middle", []), (" a  #b ", "a", ["b"]), ("", "", []),
      ("A list of tags #a,b", "A list of tags", ["a", "b"]),
    ] as [(String, String, [String])])
  func `tags at the end of a text are taken off it`(
    text: String, words: String, tags: [String]
  ) {
    #expect(text.withoutTrailingTags.words == words)
    #expect(text.withoutTrailingTags.tags == tags)
  }

  @Test(
    arguments: [
      ("Getting about, at night", "getting-about-at-night"), ("Ärzte & Pflege", "ärzte-pflege"),
      ("  2 rooms! ", "2-rooms"), ("日本語", "日本語"), ("---", nil), ("", nil),
    ] as [(String, String?)])
  func `a name becomes a tag`(name: String, tag: String?) { #expect(name.asTag == tag) }

  @Test(
    arguments: [
      ("a | b\nc", ["a", "b", "c"]), (" | \n", []), ("one", ["one"]), ("a\r\nb|", ["a", "b"]),
      ("Pains: what, and why? | Gains", ["Pains: what, and why?", "Gains"]),
    ])
  func `a setting's items are cut at bars and lines`(text: String, items: [String]) {
    #expect(text.items == items)
  }

  @Test func `blanks at the ends are no part of a text`() {
    #expect(" \t a b \n".trimmed == "a b")
    #expect(" \n".trimmed == "")
  }

  /// A bounded field of an optional type may be left out, and is bounded where it is not.
  @Test func `a bounded field may be optional`() throws {
    struct Sample: Fields {
      @Field("How many", 1...5) var points: Int?
      @Field("On what", 1...5) var scores: [CardID: Int]?
    }
    #expect(
      Sample.declaration.map(\.type) == [.integer(1...5), .points(1...5)])
    #expect(Sample.declaration.allSatisfy { !$0.isRequired })
    #expect(try Sample(filledFrom: [:]).points == nil)
    #expect(try Sample(filledFrom: ["points": 5, "scores": ["c1": 1]]).points == 5)
    #expect(throws: Refusal.self) { try Sample(filledFrom: ["points": 6]) }
    #expect(throws: Refusal.self) { try Sample(filledFrom: ["scores": ["c1": 0]]) }
  }
}
