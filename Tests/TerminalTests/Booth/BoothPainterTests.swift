import Rendering
import Terminal
import Testing

@Suite struct BoothPainterTests {
  static let sizes = [(80, 24), (120, 40), (40, 12)]

  private func painter(
    _ size: (Int, Int), colour: Bool = false, unicode: Bool = true
  ) -> BoothPainter {
    BoothPainter(
      columns: size.0, rows: size.1,
      style: TerminalStyle(columns: size.0, usesColour: colour, usesUnicode: unicode))
  }

  private func page(_ options: Int, text: (Int) -> String = { "Option \($0)" }) -> BoothPage {
    var page = BoothPage()
    page.heading = "Town square"
    page.place = "Question 1 of 2"
    page.blocks = [.text("Which of these?", .title), .blank]
    page.rows = (1...options).map { BoothRow(text($0), mark: "[ ]", label: "\($0).") }
    page.standing = "Choose up to 2."
    page.entry = .init(label: "Or type a number:", text: "12")
    page.keys = ["↑ ↓ move", "Space chooses", "Enter goes on", "? help"]
    return page
  }

  @Test(arguments: sizes)
  func everythingFitsWhateverTheTextsAre(size: (Int, Int)) {
    let wild = "日本語 👩\u{200D}👩\u{200D}👧 " + String(repeating: "long", count: 60)
    var page = page(30) { "\($0) \(wild)" }
    page.focus = 20
    page.notice = wild
    page.heading = wild
    page.blocks = [.text(String(repeating: "A very long question. ", count: 80), .title)]
    let picture = painter(size).picture(of: page)
    #expect(picture.lines.count == size.1)
    for line in picture.lines { #expect(columns(of: line) <= size.0, "\(line)") }
    #expect(picture.lines.contains { $0.contains("> [ ]") && $0.contains("21. ") })
    #expect(picture.lines.contains { $0.contains("? help") })
    #expect(picture.cursor != nil)
  }

  @Test(arguments: sizes)
  func aLongListScrollsAndSaysWhereItIs(size: (Int, Int)) {
    var page = page(30)
    var seen: Set<Int> = []
    for focus in 0..<30 {
      page.focus = focus
      let lines = painter(size).picture(of: page).lines
      #expect(lines.contains { $0.contains("> [ ] ") && $0.contains(" Option \(focus + 1)") })
      for number in 1...30 where lines.contains(where: { $0.hasSuffix(" Option \(number)") }) {
        seen.insert(number)
      }
      if size.1 < 40 { #expect(lines.contains { $0.contains(" of 30; ") }) }
    }
    #expect(seen.count == 30)
  }

  @Test func hostileTextsAreInert() {
    var page = page(2) { "evil\u{1B}]52;c;ZXZpbA==\u{7}\u{202E}\($0)" }
    page.heading = "\u{1B}[2J"
    page.notice = "\u{9B}31m"
    page.blocks.append(.text("\u{2066}\u{1B}c", nil))
    let text = painter((80, 24)).picture(of: page).lines.joined(separator: "\n")
    for scalar in text.unicodeScalars {
      #expect(scalar == "\n" || scalar.value >= 0x20 && scalar.value != 0x7F)
      #expect(![0x9B, 0x202E, 0x2066].contains(scalar.value))
    }
    #expect(text.contains(#"evil\u{1B}]52;c;ZXZpbA==\u{7}\u{202E}1"#))
  }

  @Test func withoutColourOrUnicodeEverySignIsThere() {
    var page = page(3)
    page.rows[1].mark = "[x]"
    page.focus = 2
    page.notice = "No more."
    let lines = painter((80, 24), unicode: false).picture(of: page).lines
    #expect(lines.allSatisfy { $0.utf8.allSatisfy { 0x20..<0x7F ~= $0 } }, "\(lines)")
    for sign in ["[x] 2.", "> [ ] 3.", "! No more."] {
      #expect(lines.contains { $0.contains(sign) }, "\(sign)")
    }
  }

  @Test func aSmallWindowAsksForMoreRoom() {
    for size in [(39, 24), (80, 11), (10, 3)] {
      let picture = painter(size).picture(of: page(3))
      #expect(picture.lines.count <= size.1)
      #expect(picture.lines.joined(separator: " ").contains("larger") || size.1 < 4)
      #expect(!painter(size).isLargeEnough)
    }
  }

  @Test func theCursorStandsWhereTheNextCharacterGoes() {
    var page = page(1)
    page.sheet = .init(
      lines: [Array("日本"), Array(String(repeating: "x", count: 100))], line: 1, column: 100)
    page.entry = nil
    let picture = painter((80, 24)).picture(of: page)
    let cursor = picture.cursor
    #expect(cursor.map { picture.lines[$0.row].hasSuffix("xx") } == true)
    page.sheet?.line = 0
    page.sheet?.column = 2
    #expect(painter((80, 24)).picture(of: page).cursor?.column == 8)
  }

  @Test func aTextWithoutChoicesScrollsLineByLine() {
    var page = BoothPage()
    let words = (1...200).map { "word\($0)" }
    page.rows = [BoothRow(words.joined(separator: " "))]
    page.keys = ["Enter goes back"]
    var seen: Set<String> = []
    for scroll in 0..<60 {
      page.scroll = scroll
      for line in painter((40, 12)).picture(of: page).lines {
        seen.formUnion(line.split(separator: " ").map(String.init))
      }
    }
    #expect(seen.isSuperset(of: words))
  }
}
