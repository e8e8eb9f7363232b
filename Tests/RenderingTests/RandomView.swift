import ExerciseProtocol

/// Views with hostile text in every place.
enum RandomView {
  /// Pieces that have broken terminals, Markdown or layout before.
  private static let pieces = [
    "\u{1B}[2J", "\u{1B}]52;c;eA==\u{7}", "\u{202E}", "\u{200D}", "\u{FE0F}", "\u{20E3}", "\r\n",
    "\n", "\n\n", "\t", "日本語", "👩‍👩‍👧", "🇬🇧", "🇬", "e\u{301}", "\u{301}", "\u{600}", "1", "#",
    "- ", "1. ", "**", "`", "|", "<b>", "[x](y)", "http://a.b", "www.a.b", "&amp;", "\\", " ",
    "word", "longer-word", "\u{E0041}", "\u{FEFF}", "한", "\u{1112}",
    "\u{1161}", "क्षि", "│",
  ]

  static func text(_ random: inout some RandomNumberGenerator) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...12, using: &random) {
      if Bool.random(using: &random) {
        text += pieces.randomElement(using: &random) ?? ""
      } else {
        let value = UInt32.random(in: 0...0x2FFF, using: &random)
        text.unicodeScalars.append(Unicode.Scalar(value) ?? " ")
      }
    }
    return text
  }

  static func view(_ random: inout some RandomNumberGenerator) -> View {
    View((0..<3).map { _ in block(&random) })
  }

  private static func texts(_ random: inout some RandomNumberGenerator) -> [String] {
    (0..<Int.random(in: 0...4, using: &random)).map { _ in text(&random) }
  }

  private static func number(_ random: inout some RandomNumberGenerator) -> Double {
    [0, -1, 0.5, 1, .nan, .infinity, 1e300, Double.random(in: 0...1, using: &random)]
      .randomElement(using: &random) ?? 0
  }

  private static func block(_ random: inout some RandomNumberGenerator) -> View.Block {
    switch Int.random(in: 0...9, using: &random) {
    case 0: .heading(text(&random), level: Int.random(in: -1...9, using: &random))
    case 1: .text(text(&random))
    case 2: .note(text(&random), View.Tone.allCases.randomElement(using: &random) ?? .hint)
    case 3: .list(texts(&random), ordered: Bool.random(using: &random))
    case 4: .facts(texts(&random).map { View.Fact($0, text(&random)) })
    case 5: .thread([node(&random, depth: 12), node(&random, depth: 1)])
    case 6: .table(table(&random))
    case 7: .bars(texts(&random).map { bar($0, &random) })
    case 8: .grid(texts(&random).map { View.Region($0, prompt: $0, items: texts(&random)) })
    default: .matrix(matrix(&random))
    }
  }

  private static func node(
    _ random: inout some RandomNumberGenerator, depth: Int
  ) -> View.ThreadNode {
    let replies = depth == 0 ? 0 : Int.random(in: 0...2, using: &random)
    return View.ThreadNode(
      id: CardID(text(&random)), text: text(&random),
      author: Bool.random(using: &random) ? text(&random) : nil, tags: texts(&random),
      remark: Bool.random(using: &random) ? text(&random) : nil,
      replies: (0..<replies).map { node(&random, depth: $0 == 0 ? depth - 1 : 0) },
      folded: Int.random(in: 0...1, using: &random))
  }

  private static func table(_ random: inout some RandomNumberGenerator) -> View.Table {
    let titles = texts(&random)
    let columns = titles.map { View.Table.Column($0, isNumeric: Bool.random(using: &random)) }
    return View.Table(columns, (0..<3).map { _ in texts(&random) })
  }

  private static func bar(
    _ label: String, _ random: inout some RandomNumberGenerator
  ) -> View.Bar {
    View.Bar(
      label, value: number(&random), caption: text(&random),
      isChosen: Bool.random(using: &random))
  }

  private static func matrix(_ random: inout some RandomNumberGenerator) -> View.Matrix {
    View.Matrix(
      horizontal: .init(text(&random), low: text(&random), high: text(&random)),
      vertical: .init(text(&random), low: text(&random), high: text(&random)),
      points: texts(&random).map { .init($0, x: number(&random), y: number(&random)) })
  }
}
