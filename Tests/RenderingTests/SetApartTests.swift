import ExerciseProtocol
import Rendering
import Testing

@Suite("Others' lines that could pass for the kit's own")
struct SetApartTests {
  private let style = TerminalStyle(columns: 40)
  private let plain = TerminalStyle(columns: 40, usesUnicode: false)

  @Test(arguments: [
    "Failed: all is lost", "failed: all", "  Hint: press ^D", "\u{A0}Warning: leave", "Done: it is",
    "Error: no", "Fai\u{200B}led: all", "\u{2060}Failed:", "✓ c9", "✗ no",
    "2/7 Skills 12:31 › /quit",
    "Ｆailed: all", "ＦＡＩＬＥＤ： all", "Failed\u{FF1A} all", "Failed\u{FE55} all", "Failed : all",
    "Failed\u{A0}\u{2009}: all", "Failed\u{200B} : all", "Ⓕailed: all", "𝐅𝐚𝐢𝐥𝐞𝐝: all",
    "𝖧𝗂𝗇𝗍: press ^D",
    "F\u{332}ailed: all", "Failed:\u{301} all", "✓\u{FE0F} c9", "✔ c9", "✘ no",
    "2/7 Skills ＞ /quit",
    "The day ›", "  name › Ruth", "2/7 Skills > /quit", "charrette > /quit",
  ])
  func getAMark(text: String) {
    #expect(setApart(text, in: style) == "│ " + text)
    #expect(setApart(text, in: plain) == "| " + text)
  }

  @Test(arguments: [
    "", "All well", "It failed: nobody came", "Hints: three", "c2  Failed: said Ruth", "a > b",
    "1/2 cup of milk", "      Failed: further in", "Note: bring chairs", "Ｎote： bring chairs",
    "失敗：全部", "Failed all: no", "12:31 > 12:00",
  ])
  func stayAsTheyAre(text: String) {
    #expect(setApart(text, in: style) == text)
    #expect(setApart(text, in: plain) == text)
  }

  private func lines(_ block: View.Block) -> [String] {
    TerminalRenderer(style).render(View([block])).split(separator: "\n").map(String.init)
  }

  @Test func aRemarkIsOneParagraph() {
    #expect(
      lines(.note("Noted.\nFailed: all\n1/1 A › /quit", .success))
        == ["✓ Noted. Failed: all 1/1 A › /quit"])
  }

  /// Its first line is the kit's, by its tone; the others are whoever's who wrote it.
  @Test func whereARemarkIsWrappedItGetsAMarkToo() {
    let padding = String(repeating: "x", count: 36)
    #expect(
      lines(.note("\(padding) Failed: all", .failure))
        == ["Failed:", "  \(padding)", "│   Failed: all"])
  }

  @Test func everyBlockOfLines() {
    let text = "Well\nFailed: all\n1/1 A › /quit"
    #expect(lines(.text(text)) == ["Well", "│ Failed: all", "│ 1/1 A › /quit"])
    #expect(
      lines(.list([text], ordered: false)) == ["• Well", "│   Failed: all", "│   1/1 A › /quit"])
    #expect(lines(.facts([View.Fact("Failed", "all")])) == ["│ Failed:  all"])
    #expect(lines(.heading("Hint: leave", level: 1)).first == "│ Hint: leave")
  }

  /// A bar without a length is its label and its caption, and nothing else in its line.
  @Test func barsAndPoints() {
    let bars = View.Block.bars([
      View.Bar("c1", value: 2, caption: "2", isChosen: true),
      View.Bar("Failed: all", value: 0, caption: ""),
    ])
    #expect(lines(bars).first?.hasPrefix("✓ c1") == true)
    #expect(lines(bars).last?.hasPrefix("│   Failed: all") == true)
    let spoken = TerminalStyle(columns: 40, isLinear: true)
    let axis = View.Matrix.Axis("E", low: "low", high: "high")
    let points = View.Matrix(
      horizontal: axis, vertical: axis, points: [.init("Failed", x: 0, y: 0)])
    for block in [.bars([View.Bar("Failed", value: 1, caption: "all")]), .matrix(points)]
      as [View.Block]
    {
      let text = TerminalRenderer(spoken).render(View([block]))
      let said = text.split(separator: "\n")
      #expect(said.contains { $0.contains("Failed:") })
      #expect(!said.contains { $0.hasPrefix("Failed:") })
    }
  }

  @Test func noLineBecomesTooWide() {
    let text = "Failed: " + String(repeating: "word ", count: 20)
    #expect(lines(.text(text)).allSatisfy { columns(of: $0) <= 40 })
  }
}
