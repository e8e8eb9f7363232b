import ExerciseProtocol
import Rendering
import Testing

/// What the room sees from the back row: everything, on pages of the wall's size.
@Suite("A view on the pages of a wall")
struct WallPagesTests {
  struct Size: Sendable, CustomStringConvertible {
    var columns: Int
    var rows: Int
    var description: String { "\(columns)×\(rows)" }
  }

  static let sizes = [
    Size(columns: 80, rows: 22), Size(columns: 100, rows: 33), Size(columns: 160, rows: 48),
    Size(columns: 20, rows: 7), Size(columns: 20, rows: 3),
  ]
  static let counts = [0, 1, 12, 62, 300]

  private static let words = [
    "The stop has no roof", "Nobody knows when the library opens 👨‍👩‍👧‍👦", "夜のバスが少ない。案内も日本語であると助かります。",
    "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch needs a bus",
    "A guide for carers in plain Welsh "
      + "\u{1F3F4}\u{E0067}\u{E0062}\u{E0077}\u{E006C}\u{E0073}\u{E007F}",
    "Let us share the van between villages, so that those who have no car can go shopping",
  ]

  static func card(_ number: Int) -> String { "c\(number)  \(words[number % words.count])" }

  static func cards(_ range: ClosedRange<Int>) -> [String] { range.map(card) }

  private static let opening: [View.Block] = [
    .heading("What matters most", level: 1), .text("What would make it easier to live here?"),
  ]

  static func themes(_ count: Int) -> View {
    var blocks = opening
    for theme in 1...8 {
      let own = (0..<count).filter { $0 % 8 == theme - 1 }.map { card($0 + 1) }
      blocks += [.heading("\(theme)  Theme \(theme)", level: 2), .list(own, ordered: false)]
    }
    return View(blocks)
  }

  static func canvas(_ count: Int) -> View {
    View(
      opening + [
        .grid(
          (1...6).map { region in
            View.Region(
              "\(region)  Region \(region)", prompt: "What is here?",
              items: (0..<count).filter { $0 % 6 == region - 1 }.map { card($0 + 1) })
          })
      ])
  }

  static func thread(_ count: Int) -> View {
    View(
      opening + [
        .thread(
          (0..<count).map { number in
            let replies = [View.ThreadNode(id: CardID("c\(1000 + number)"), text: "Yes")]
            return View.ThreadNode(
              id: CardID("c\(number + 1)"), text: words[number % words.count], author: "Ruth",
              tags: ["idea"], replies: number % 3 == 0 ? replies : [])
          })
      ])
  }

  static func bars(_ count: Int) -> View {
    View(
      opening + [
        .heading("Result", level: 2), .note("c2 is chosen", .success),
        .bars(
          (0..<count).map { number in
            View.Bar(
              card(number + 1), value: Double(count - number), caption: "\(count - number) dots",
              isChosen: number == 1)
          }),
      ])
  }

  static func ballot(_ count: Int) -> View {
    View(
      opening + [
        .table(
          View.Table(
            [.init("Card"), .init("Text")],
            (0..<count).map { ["c\($0 + 1)", words[$0 % words.count]] })),
        .text("3 of 6 have voted. Everybody has 3 dots."),
      ])
  }

  static func journey(_ count: Int) -> View {
    let stages = (1...7).map { "\($0)  Stage \($0)" }
    return View(
      opening + [
        .table(
          View.Table(
            [.init("")] + stages.map { .init($0) },
            (0..<3).map { lane in
              ["Lane \(lane + 1)"]
                + stages.indices.map { stage in
                  (0..<count).filter { $0 % 21 == stage * 3 + lane }.map { card($0 + 1) }
                    .joined(separator: "\n")
                }
            }))
      ])
  }

  static func matrix(_ count: Int) -> View {
    View(
      opening + [
        .matrix(
          View.Matrix(
            horizontal: .init("Effort", low: "little", high: "much"),
            vertical: .init("Effect", low: "small", high: "large"),
            points: (0..<count).map { number in
              View.Matrix.Point(
                "c\(number + 1)", x: Double(number % 10) / 10, y: Double(number % 7) / 7,
                text: words[number % words.count])
            }))
      ])
  }

  static let views: [(name: String, make: @Sendable (Int) -> View)] = [
    ("themes", themes), ("canvas", canvas), ("thread", thread), ("bars", bars),
    ("ballot", ballot),
    ("journey", journey), ("matrix", matrix),
  ]

  private func pages(_ view: View, _ size: Size, marked: Set<WallKey> = []) -> WallPages {
    WallPages(
      view, style: TerminalStyle(columns: size.columns), rows: size.rows, marked: marked)
  }

  @Test("Every card is on a page, and no page is larger than the wall", arguments: sizes, counts)
  func whole(size: Size, count: Int) {
    for (name, make) in Self.views {
      let pages = pages(make(count), size).pages
      let shown = Set(pages.flatMap(\.keys).map(\.card))
      let expected = Set((0..<count).map { "c\($0 + 1)" })
      #expect(shown.isSuperset(of: expected), "\(name): \(expected.subtracting(shown).sorted())")
      for page in pages {
        #expect(page.lines.count <= size.rows, "\(name)")
        #expect(page.lines.allSatisfy { columns(of: $0) <= size.columns }, "\(name): \(page.lines)")
        #expect(page.lines.first?.hasPrefix("What matters most") == true, "\(name)")
      }
      if count == 0, size.rows > 7 { #expect(pages.count == 1, "\(name)") }
    }
  }

  @Test("Every word of every card can be read", arguments: [Self.sizes[0], Self.sizes[1]])
  func words(size: Size) {
    for (name, make) in Self.views where name != "matrix" {
      let text = pages(make(62), size).pages.flatMap(\.lines).joined(separator: " ")
      for number in 1...62 { #expect(text.contains("c\(number) "), "\(name) c\(number)") }
    }
  }

  @Test(
    "Themes stand in as many columns as fit", arguments: [(80, 2), (100, 3), (120, 3), (160, 4)])
  func themeColumns(columns: Int, count: Int) throws {
    let page = try #require(
      pages(Self.themes(62), Size(columns: columns, rows: 40)).pages.first)
    let rules = page.lines.first { $0.contains("───") }
    #expect(rules?.split(separator: "│").count == count)
  }

  @Test("A theme that goes on has its name again")
  func continued() {
    let pages = pages(Self.themes(300), Self.sizes[0]).pages
    #expect(pages.count > 10)
    for page in pages { #expect(page.lines.dropFirst(4).first?.contains("Theme ") == true) }
  }

  @Test("Winners come first", arguments: sizes)
  func winners(size: Size) {
    let pages = pages(Self.bars(62), size).pages
    #expect(pages.flatMap(\.keys).first?.card == "c2")
    guard size.rows > 7 else { return }
    #expect(pages[0].lines.contains { $0.contains("c2 is chosen") })
    #expect(pages[0].lines.contains { $0.contains("✓ c2") })
  }

  /// They took seven pages.
  @Test(
    "A ballot of 85 cards stands in columns, and how many have voted at the top of each page",
    arguments: [(80, 22, 6), (100, 33, 3), (160, 48, 2)])
  func ballot(columns: Int, rows: Int, most: Int) {
    let pages = pages(Self.ballot(85), Size(columns: columns, rows: rows)).pages
    #expect(pages.count <= most)
    for page in pages {
      #expect(page.lines.prefix(6).contains { $0.hasPrefix("3 of 6 have voted.") })
      // In 80 columns, two do not take fewer pages than one.
      #expect(columns == 80 || page.lines.contains { $0.contains(" │ c") }, "\(page.lines)")
    }
  }

  @Test("A result of 85 cards: the chosen one with its bar, the others in columns below")
  func manyBars() {
    let pages = pages(Self.bars(85), Self.sizes[1]).pages
    #expect(pages.count <= 4)
    #expect(pages[0].lines.contains { $0.contains("✓ c2") && $0.contains("█") })
    #expect(pages[0].lines.contains { $0.contains("c2 is chosen") && !$0.contains("│") })
    #expect(!pages[1].lines.contains { $0.contains("█") })
    #expect(pages.contains { page in page.lines.contains { $0.contains("1 dots") } })
  }

  @Test("What is costed has its cost behind it; a short table stays one")
  func costs() {
    func view(_ count: Int) -> View {
      View([
        .heading("Money", level: 1),
        .table(
          View.Table(
            [.init("Card"), .init("Text"), .init("Cost", isNumeric: true)],
            (1...count).map { ["c\($0)", "A roof", "\($0)00"] })),
      ])
    }
    let many = pages(view(30), Self.sizes[1]).pages.flatMap(\.lines).joined(separator: "\n")
    #expect(many.contains("c30  A roof — Cost: 3000"))
    let few = pages(view(5), Self.sizes[1]).pages.flatMap(\.lines).joined(separator: "\n")
    #expect(few.contains("Card  Text") && !few.contains("—"))
  }

  @Test("A canvas shows all its regions, with the newest cards, on the first page")
  func newest() throws {
    for size in Self.sizes.prefix(3) {
      let first = try #require(pages(Self.canvas(62), size).pages.first)
      let text = first.lines.joined(separator: "\n")
      for region in 1...6 {
        #expect(text.contains("Region \(region)"))
        // The last card of the region.
        let newest = (1...62).last { ($0 - 1) % 6 == region - 1 } ?? 0
        #expect(first.keys.contains { $0.card == "c\(newest)" }, "\(size): c\(newest)")
      }
      #expect(text.contains("… "))
    }
  }

  @Test("A matrix shows its four quadrants with what lies in each")
  func quadrants() throws {
    let page = try #require(pages(Self.matrix(12), Self.sizes[1]).pages.first)
    let text = page.lines.joined(separator: "\n")
    for title in [
      "Effort: little, Effect: large", "Effort: much, Effect: large",
      "Effort: little, Effect: small", "Effort: much, Effect: small",
    ] { #expect(text.contains(title)) }
    #expect(Set(page.keys.map(\.card)) == Set((1...12).map { "c\($0)" }))
    #expect(text.contains("The stop has no roof"))
  }

  @Test("What only says again what the matrix says is left out; anything else stays")
  func repeatedGrid() {
    func view(_ item: String) -> View {
      let places = ["a", "b", "c", "d"].map { View.Region($0, items: [item]) }
      return View(Self.matrix(12).blocks + [.grid(places)])
    }
    let size = Self.sizes[1]
    #expect(
      pages(view(Self.card(3)), size).pages.count == pages(Self.matrix(12), size).pages.count)
    #expect(pages(view("c99  Elsewhere"), size).keys.contains { $0.card == "c99" })
  }

  @Test("The stages of a journey stand above every part of it")
  func stages() {
    for page in pages(Self.journey(62), Self.sizes[0]).pages {
      #expect(page.lines.contains { $0.contains("  Stage ") }, "\(page.lines)")
    }
    let all = pages(Self.journey(62), Self.sizes[0]).pages.flatMap(\.lines).joined()
    for stage in 1...7 { #expect(all.contains("Stage \(stage)")) }
  }

  @Test("What is new has a mark; nothing else has")
  func marks() throws {
    for (name, make) in Self.views where name != "bars" {
      let plain = pages(make(12), Self.sizes[1])
      let key = try #require(plain.keys.first { $0.card == "c5" })
      let lines = pages(make(12), Self.sizes[1], marked: [key]).pages.flatMap(\.lines)
      let marked = lines.filter { $0.contains("★") }
      #expect(!marked.isEmpty && marked.allSatisfy { $0.contains("★ c5") }, "\(name): \(marked)")
      #expect(!plain.pages.flatMap(\.lines).contains { $0.contains("★") })
    }
  }

  @Test("Nothing that was written drives the wall")
  func inert() {
    let hostile = "c1  \u{1B}]52;c;x\u{7}\u{202E}"
    let view = View([
      .heading(hostile, level: 1), .text(hostile), .list([hostile, "Failed: all"], ordered: false),
      .grid([View.Region(hostile, prompt: hostile, items: [hostile])]),
      .bars([View.Bar(hostile, value: 1, caption: hostile)]),
      .table(View.Table([.init(hostile)], [[hostile]])),
    ])
    for line in pages(view, Self.sizes[0]).pages.flatMap(\.lines) {
      #expect(!line.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
    }
  }
}
