import ExerciseProtocol
import Rendering
import Testing

@Suite("Columns of a terminal")
struct ColumnsTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("\u{301}", 0), ("日本", 4), ("ｶﾅ", 2),
    ("ＡＢ", 4), ("한국", 4), ("\u{1112}\u{1161}\u{11AB}", 2),
    ("👍", 2), ("👍🏽", 2), ("👩‍👩‍👧", 2),
    ("❤", 1), ("❤️", 2), ("❤️‍🔥", 2), ("🇬🇧", 2), ("🇬", 1), ("1️⃣", 2), ("#", 1), ("☝🏻", 2), ("©", 1),
    ("©️", 2), ("\u{200B}", 0), ("a\u{200D}", 1), ("\u{7}", 0), ("…", 1), ("─", 1), ("“x”", 3),
    ("क्षि", 3), ("\u{3000}", 2), ("\u{1FAE8}", 2), ("\u{20000}", 2), ("﷽", 1), ("\u{AD}", 1),
  ])
  func width(text: String, expected: Int) {
    #expect(columns(of: text) == expected)
    #expect(columns(of: "ab" + " " + text) == 3 + expected)
  }

  @Test(arguments: [
    ("abcdef", 6, "abcdef"), ("abcdef", 5, "abcd…"), ("日本語", 5, "日本…"), ("日本語", 4, "日…"),
    ("👩‍👩‍👧👩‍👩‍👧", 3, "👩‍👩‍👧…"), ("ab", 1, "…"), ("ab", 0, ""), ("", 0, ""),
  ])
  func truncates(text: String, width: Int, expected: String) {
    #expect(text.truncated(to: width) == expected)
  }

  @Test func pads() {
    #expect("日本".padded(to: 6) == "日本  ")
    #expect("12".padded(to: 4, atStart: true) == "  12")
    #expect("longer".padded(to: 3) == "longer")
  }

  @Test(arguments: [
    ("one two three", 7, ["one two", "three"]),
    ("one two three", 9, ["one two", "  three"]),
    ("a\nb", 5, ["a", "b"]),
    ("a\n\nb\n\n", 5, ["a", "", "b"]),
    ("", 5, [""]),
    ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
    ("go abcdefghij", 5, ["go", "abcde", "fghij"]),
    ("日本語の文", 5, ["日本", "語の", "文"]),
    ("is 日本語 ok", 6, ["is 日", "本語", "ok"]),
    ("👩‍👩‍👧👩‍👩‍👧", 2, ["👩‍👩‍👧", "👩‍👩‍👧"]),
    ("e\u{301}e\u{301}e\u{301}", 2, ["e\u{301}e\u{301}", "e\u{301}"]),
    ("   indented text", 12, ["   indented", "text"]),
    ("日", 1, ["日"]),
  ])
  func wraps(text: String, width: Int, expected: [String]) {
    let indent = width == 9 ? 2 : 0
    #expect(text.wrapped(to: width, indent: indent) == expected)
  }

  @Test("wrapping loses nothing but spaces and never widens a line")
  func wrapsAnything() {
    var random = Chance(seed: 11)
    for _ in 0..<300 {
      let text = neutralised(RandomView.text(&random))
      let lines = text.wrapped(to: 10, indent: 2)
      #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
      for line in lines {
        #expect(columns(of: line) <= 10 || line.drop { $0 == " " }.count == 1)
      }
    }
  }
}
