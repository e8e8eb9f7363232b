import ExerciseProtocol
import Testing

/// What becomes of a view that is larger than people can read.
@Suite struct ViewCuttingTests {
  private static let many = 5_000
  private static let few = 1_000

  private static func words(_ count: Int) -> [String] { (0..<count).map { "\($0)" } }

  static let kinds: [(View.Block, String, Int)] = [
    (.list(words(many + 7), ordered: false), "entries", 7),
    (.facts(words(few + 7).map { View.Fact($0, "") }), "lines", 7),
    (.thread(words(many + 7).map { View.ThreadNode(id: CardID($0), text: "") }), "cards", 7),
    (.table(View.Table([.init("A")], words(many + 7).map { [$0] })), "rows", 7),
    (.bars(words(few + 7).map { View.Bar($0, value: 1, caption: "") }), "bars", 7),
    (.grid(words(500_000).map { View.Region($0, items: []) }), "regions", 499_000),
    (
      .matrix(
        View.Matrix(
          horizontal: .init("a", low: "b", high: "c"), vertical: .init("d", low: "e", high: "f"),
          points: words(few + 7).map { .init($0, x: 0, y: 0) })), "points", 7
    ),
  ]

  @Test(arguments: kinds)
  func `each kind of block is cut, and says how much more there is`(
    block: View.Block, what: String, more: Int
  ) {
    let cut = View([.heading("Title", level: 1), block, .text("after")]).cut(for: .room)
    #expect(cut.blocks.count == 4)
    #expect(cut.blocks[2] == .note("… and \(more.grouped) more \(what)", .warning))
    #expect(cut.cut(for: .room) == cut)
  }

  /// Two mebibytes of line breaks would drive all else off a screen.
  @Test func `each line of a text takes a place`() {
    let long = String(repeating: "a\n", count: 30_000)
    let cut = View(Array(repeating: .text(long), count: 30)).cut(for: .room)
    let lines = cut.blocks.reduce(0) { sum, block in
      guard case .text(let text) = block else { return sum }
      return sum + text.utf8.count { $0 == 0x0A }
    }
    #expect(lines == Self.many)
    #expect(cut.blocks.last == .note("… and 29 more parts", .warning))
    #expect(cut.cut(for: .room) == cut)
  }

  @Test func `what fits stays as it is`() {
    let view = View([
      .heading("T", level: 1), .list(Self.words(Self.many), ordered: true), .text("x"),
    ])
    for audience in Audience.allCases { #expect(view.cut(for: audience) == view) }
  }

  @Test func `a report may be longer than a screen`() {
    let view = View([.list(Self.words(Self.many + 1), ordered: false)])
    #expect(view.cut(for: .report) == view)
    #expect(view.cut(for: .facilitator) != view)
  }

  @Test func `many blocks, and many elements in all of them`() {
    let texts = View(Array(repeating: .text(""), count: Self.few + 3)).cut(for: .room)
    #expect(texts.blocks.count == Self.few + 1)
    #expect(texts.blocks.last == .note("… and 3 more parts", .warning))
    let lists = View(Array(repeating: .list(Self.words(Self.many - 1), ordered: false), count: 3))
    guard case .list(let second, _) = lists.cut(for: .room).blocks[1] else {
      Issue.record("no list")
      return
    }
    #expect(second.count == 1)
  }

  @Test func `items of a region, replies and columns`() {
    let region = View([.grid([View.Region("R", items: Self.words(Self.many + 1))])])
    guard case .grid(let regions) = region.cut(for: .room).blocks[0] else {
      Issue.record("no grid")
      return
    }
    #expect(regions[0].items.last == "… and 2 more")
    let replies = Self.words(Self.many + 1).map { View.ThreadNode(id: CardID($0), text: "") }
    let node = View.ThreadNode(id: "c1", text: "", replies: replies, folded: 2)
    guard case .thread(let nodes) = View([.thread([node])]).cut(for: .room).blocks[0] else {
      Issue.record("no thread")
      return
    }
    #expect(nodes[0].replies.count == Self.many - 1 && nodes[0].folded == 4)
    let wide = View.Table(Self.words(51).map { .init($0) }, [Self.words(51)])
    let cut = View([.table(wide)]).cut(for: .report)
    #expect(cut.blocks.last == .note("… and 1 more columns", .warning))
    guard case .table(let table) = cut.blocks[0] else { return }
    #expect(table.columns.count == 50 && table.rows[0].count == 50)
  }

  @Test func `words that are too long, one by one and together`() {
    let long = String(repeating: "é", count: 40_000)
    guard case .heading(let title, _) = View([.heading(long, level: 1)]).cut(for: .room).blocks[0]
    else { return }
    #expect(title.utf8.count <= AnswerLimits.line && title.hasSuffix("é…"))
    let texts = View(Array(repeating: .text(long), count: 200)).cut(for: .room)
    #expect(texts.json.serialized().count < 3 * 1024 * 1024)
    #expect(texts.blocks.last.map { "\($0)" }?.contains("more parts") == true)
  }

  @Test(arguments: [
    (0, "0"), (7, "7"), (1_000, "1,000"), (-499_000, "-499,000"), (12_345, "12,345"),
  ])
  func `numbers have their thousands apart`(number: Int, text: String) {
    #expect(number.grouped == text)
  }

  @Test func `a text is cut between its characters' scalars`() {
    #expect("日本語".cut(to: 9) == "日本語")
    #expect("日本語".cut(to: 8) == "日…")
    #expect("日本語".cut(to: 0) == "…")
  }
}
