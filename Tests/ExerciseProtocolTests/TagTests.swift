import ExerciseProtocol
import Testing

@Suite("Tags")
struct TagTests {
  @Test(
    "All at the end count, in small letters; punctuation ends them",
    arguments: [
      ("Ask them #idea.", "Ask them", ["idea"]), ("Ask them #Idea", "Ask them", ["idea"]),
      ("Ask #idea #🎉", "Ask", ["idea", "🎉"]), ("Ask #to_do", "Ask", ["to_do"]),
      ("Ask #to-do", "Ask", ["to-do"]), ("Ask (#idea)", "Ask", ["idea"]),
      ("Ask #idea, #young!", "Ask", ["idea", "young"]),
      ("Ask #idea#young", "Ask", ["idea", "young"]),
      ("Ask #Idea #idea", "Ask", ["idea"]), ("Ask #syniad-dŵr", "Ask", ["syniad-dŵr"]),
      ("Ask #アイデア", "Ask", ["アイデア"]), ("Ask #2026plan", "Ask", ["2026plan"]),
      ("“Ask #idea”", "“Ask”", ["idea"]), ("Ask #idea #12", "Ask #12", ["idea"]),
      ("See #12", "See #12", []), ("I like C#", "I like C#", []), ("A #", "A #", []),
      ("A ##", "A ##", []), ("Go to https://x.org/#anchor", "Go to https://x.org/#anchor", []),
      ("#idea alone", "#idea alone", []), ("#idea", "#idea", []), ("Not \\#idea", "Not #idea", []),
      ("Two  blanks", "Two  blanks", []),
    ] as [(String, String, [String])])
  func atEnd(_ text: String, _ words: String, _ tags: [String]) {
    let read = Tag.atEnd(of: text)
    #expect(read.words == words)
    #expect(read.tags == tags)
  }

  @Test("What has the sign and can be none is named")
  func notTags() {
    #expect(Tag.atEnd(of: "See #12 #idea #a.b").notTags == ["#12", "#a.b"])
    #expect(Tag.atEnd(of: "I like C#").notTags.isEmpty)
  }

  @Test("Tags of before, with capitals or in another Unicode form, are the same tags")
  func same() {
    let card = Card(
      id: "c1", text: "", activity: "a1", at: Timestamp(milliseconds: 0),
      tags: ["Idea", "cafe\u{301}"])
    #expect(card.isTagged("idea") && card.isTagged("café") && !card.isTagged("ideas"))
    #expect(card.tags.changed(adding: ["idea", "new"], removing: ["Café"]) == ["Idea", "new"])
  }
}
