import ExerciseKit
import ExerciseTesting
import Testing

/// What the words of cards suggest, by way of the facilitator's view: the method is inside.
@Suite struct TextSimilarityTests {
  private func suggested(_ cards: [String], alikeFrom: Int = 60) throws -> [String] {
    let harness = try activity("group", ["alike-from": .integer(alikeFrom)], cards: cards)
    for case .list(let lines, _) in try harness.view(for: .facilitator).blocks.reversed()
    where lines.contains(where: { $0.hasSuffix("?") || $0.contains("? ") }) {
      return lines
    }
    return []
  }

  @Test(
    arguments: [
      ("The bus is late", "Late buses"), ("Buses are often late", "Often, the buses are late!"),
      ("Opening hours of the libary", "Opening hours of the library"),
      ("Planning with parents", "Plan it with the parents"),
    ])
  func `near-duplicates are found whatever the order, the ending or the typing`(
    first: String, second: String
  ) throws {
    #expect(try suggested([first, second]).contains("Nearly the same? /merge c1 c2"))
  }

  @Test(
    arguments: [
      ("The bus is late", "The library is closed"), ("We need this", "We need that"), ("", ""),
      ("Trains", "Rain"),
    ])
  func `what is not alike is not proposed`(first: String, second: String) throws {
    #expect(try suggested([first, second]).allSatisfy { !$0.contains("/merge") })
  }

  @Test func `cards that share a word are a possible theme, each card in one`() throws {
    let cards = [
      "Night buses to the villages", "Library open on Sundays", "A bus stop with a roof",
      "Books for the library van", "Buses that carry bikes", "Clean water",
    ]
    #expect(
      try suggested(cards) == ["A theme? c1 c3 c5 buses", "A theme? c2 c4 library"])
  }

  @Test func `a word that most cards share says nothing`() throws {
    let cards = (1...10).map { "Service number\($0) idea\($0)" }
    #expect(try suggested(cards).isEmpty)
  }

  @Test func `the threshold decides, and no suggestion changes anything`() throws {
    let cards = ["The bus is late at night", "The bus is full at night"]
    #expect(try suggested(cards, alikeFrom: 100).allSatisfy { !$0.contains("/merge") })
    #expect(try suggested(cards, alikeFrom: 30).contains { $0.contains("/merge c1 c2") })
    let harness = try activity("group", cards: cards)
    _ = try harness.view(for: .facilitator)
    #expect(try harness.give() == ["c1", "c2"])
  }

  @Test func `the room and the report are shown no suggestions`() throws {
    let harness = try activity("group", cards: ["Late buses", "Buses late"])
    for audience in [Audience.room, .report] {
      #expect(try !harness.shown(audience).contains("Nearly"))
    }
    let silent = try activity("group", ["suggest": false], cards: ["Late buses", "Buses late"])
    #expect(try !silent.shown(.facilitator).contains("Nearly"))
  }

  @Test func `a thousand cards are looked through at once`() throws {
    let cards = (0..<1000).map { "Idea \($0 % 90) on topic \($0 % 7) for street \($0)" }
    let first = try suggested(cards)
    #expect(!first.isEmpty && first.count <= 16)
    #expect(try suggested(cards) == first)
  }
}
