import ExerciseProtocol
import Rendering
import Testing

@Suite("Untrusted text made inert")
struct NeutralisedTests {
  @Test(arguments: [
    ("\u{0}", "\\u{0}"), ("\u{7}", "\\u{7}"), ("\u{1B}]52;c;x\u{7}", "\\u{1B}]52;c;x\\u{7}"),
    ("\u{1B}[31mred", "\\u{1B}[31mred"), ("\u{8}", "\\u{8}"), ("\u{7F}", "\\u{7F}"),
    ("\u{9B}31m", "\\u{9B}31m"), ("\u{85}", "\\u{85}"), ("\u{61C}", "\\u{61C}"),
    ("\u{200E}\u{200F}", "\\u{200E}\\u{200F}"), ("a\u{202E}b", "a\\u{202E}b"),
    ("\u{2066}x\u{2069}", "\\u{2066}x\\u{2069}"), ("\u{2028}\u{2029}", "\\u{2028}\\u{2029}"),
    ("\u{FEFF}", "\\u{FEFF}"), ("\u{E0001}\u{E007F}", "\\u{E0001}\\u{E007F}"),
  ])
  func showsWhatCouldTakeOver(text: String, shown: String) {
    #expect(neutralised(text) == shown)
    #expect(neutralised(text, keepingLineBreaks: true) == shown)
  }

  @Test(arguments: [
    "", "plain ASCII ~", "Café, naïve", "日本語", "שלום", "👩‍👩‍👧 ❤️ 👍🏽 🇬🇧 1️⃣", "نرم\u{200C}افزار",
    "a\u{A0}b", "\\u{1B}",
  ])
  func leavesWritingAsItIs(text: String) {
    #expect(neutralised(text) == text)
  }

  private static let tagsOfWales = "\u{E0067}\u{E0062}\u{E0077}\u{E006C}\u{E0073}"

  @Test(
    "Flags of tags are pictures of two columns", arguments: ["gbwls", "gbsct", "gbeng", "usca"])
  func flags(region: String) {
    let tags = region.unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xE0000) }
    var flag = String.UnicodeScalarView("\u{1F3F4}".unicodeScalars)
    flag.append(contentsOf: tags + ["\u{E007F}"])
    let text = "a\(String(flag))b"
    #expect(neutralised(text) == text)
    #expect(neutralised(text, keepingLineBreaks: true) == text)
    #expect(neutralised(bytes: text.utf8) == text)
    #expect(columns(of: text) == 4)
    #expect(String(flag).wrapped(to: 2) == [String(flag)])
  }

  /// What is hidden in tags, or would hide there, is shown.
  @Test(arguments: [
    // No end, no flag before it, another sign before it, too short, too long, no country.
    "\u{1F3F4}\(tagsOfWales)", "\(tagsOfWales)\u{E007F}", "\u{1F600}\(tagsOfWales)\u{E007F}",
    "\u{1F3F4}\u{E0067}\u{E0062}\u{E007F}", "\u{1F3F4}\u{E007F}",
    "\u{1F3F4}\(tagsOfWales)\(tagsOfWales)\u{E007F}", "\u{1F3F4}\u{E0031}\(tagsOfWales)\u{E007F}",
    "\u{1F3F4}\u{E0041}\u{E0042}\u{E0043}\u{E007F}", "\u{1F3F4}x\(tagsOfWales)\u{E007F}",
    "\u{1F3F4}\(tagsOfWales)\n\u{E007F}", "\u{1F3F4}\(tagsOfWales)\r\u{E007F}",
  ])
  func hiddenTags(text: String) {
    for shown in [
      neutralised(text), neutralised(text, keepingLineBreaks: true), neutralised(bytes: text.utf8),
    ] {
      #expect(!shown.unicodeScalars.contains { 0xE0000...0xE007F ~= $0.value })
      #expect(shown.contains("\\u{E00"))
    }
  }

  @Test(
    "Pictures and scripts take the columns that terminals give them",
    arguments: [
      ("👨‍👩‍👧‍👦", 2), ("1️⃣", 2), ("👍🏽", 2), ("☝🏿", 2), ("❤️", 2), ("❤︎", 1), ("🇨🇾", 2),
      ("\u{1112}\u{1161}\u{11AB}", 2), ("한", 2), ("क्ष", 2), ("நி", 2), ("🏳️‍🌈", 2), ("🏴‍☠️", 2),
      ("🏴", 2), ("é", 1), ("e\u{301}", 1), ("\u{1F3F4}\(tagsOfWales)\u{E007F}", 2),
    ])
  func widths(text: String, width: Int) {
    #expect(neutralised(text) == text)
    #expect(columns(of: text) == width)
  }

  @Test(arguments: [
    ("a\nb", "a b", "a\nb"), ("a\r\nb", "a b", "a\nb"), ("a\rb", "a\\u{D}b", "a\\u{D}b"),
    ("a\r", "a\\u{D}", "a\\u{D}"), ("\r\r\n", "\\u{D} ", "\\u{D}\n"), ("a\tb", "a b", "a b"),
  ])
  func spacesAndLineBreaks(text: String, inOneLine: String, inLines: String) {
    #expect(neutralised(text) == inOneLine)
    #expect(neutralised(text, keepingLineBreaks: true) == inLines)
  }

  @Test(arguments: [
    ([0x61, 0xFF, 0x62], "a\\x{FF}b"), ([0xC3, 0xA9], "é"), ([0xC3], "\\x{C3}"),
    ([0xE2, 0x82, 0x41], "\\x{E2}\\x{82}A"), ([0xC0, 0x80], "\\x{C0}\\x{80}"),
    ([0xED, 0xA0, 0x80], "\\x{ED}\\x{A0}\\x{80}"), ([0x1B, 0x5B], "\\u{1B}["),
    ([0xC2, 0x9B], "\\u{9B}"), ([0x0D, 0xFF], "\\u{D}\\x{FF}"), ([], ""),
  ])
  func bytesThatAreNoText(bytes: [UInt8], shown: String) {
    #expect(neutralised(bytes: bytes) == shown)
  }

  @Test("bytes of valid text give what the text gives")
  func bytesAndText() {
    var random = Chance(seed: 7)
    for _ in 0..<300 {
      let text = RandomView.text(&random)
      #expect(neutralised(bytes: text.utf8) == neutralised(text))
      let kept = neutralised(bytes: text.utf8, keepingLineBreaks: true)
      #expect(kept == neutralised(text, keepingLineBreaks: true))
    }
  }
}
