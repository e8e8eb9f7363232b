import ExerciseProtocol
import ExerciseTesting
import OrderedCollections
import Testing
import Workshop
import WorkshopTesting

/// The author's harness and the host, given the same changes: both take them or neither does, and
/// then both have the same cards and people.
@Suite("Harness and host agree")
struct ChangeAgreementTests {
  private static let privacies: [Privacy] = [.open, .anonymous]

  @Test(arguments: 0..<300 as Range<Int>) func `on changes at random`(seed: Int) throws {
    var changes = RandomChanges(seed: seed)
    let privacy = Self.privacies[seed % 2]
    let pair = try Pair(privacy)
    var taken = 0
    for _ in 0..<24 {
      let list = changes.list()
      let host = pair.host(list)
      let harness = pair.harness(list)
      #expect(host == harness, "\(list): the host \(host), the harness \(harness)")
      taken += host ? 1 : 0
      pair.expectSame(after: list)
    }
    #expect(taken > 0)
  }

  @Test func `at each limit and above it`() throws {
    for (list, isTaken) in LargeChanges.all {
      let pair = try Pair(.open)
      #expect(pair.host(list) == isTaken, "\(String(describing: list).prefix(80))")
      #expect(pair.harness(list) == isTaken, "\(String(describing: list).prefix(80))")
      pair.expectSame(after: [])
    }
  }
}

/// What a session holds has limits too, so that many answers in a row can't fill a disk.
@Suite("A session that holds much")
struct SessionLimitTests {
  private static let few = SessionLimits.fewCards

  /// A session that gave so many labels, or has so long a journal.
  private struct Ground: ChangeGround {
    var lastLabels: (cards: Int, people: Int)
    var journalBytes = 0
    var everybody: [Participant] { [] }
    var board: [Card] { [] }
    func cardOnBoard(_ id: CardID) -> Card? { nil }
    func mayChange(_ card: Card) -> Bool { true }
  }

  private func fault(_ changes: [Change], _ ground: Ground) -> ChangeFault? {
    var rules = ChangeRules(
      ground, activity: "a1", source: .action, privacy: .open, actor: nil,
      now: Timestamp(milliseconds: 0))
    do throws(ChangeFault) {
      try rules.take(changes)
      return nil
    } catch {
      return error
    }
  }

  private func cards(_ count: Int) -> [Change] {
    Array(repeating: .addCard(CardDraft("x")), count: count)
  }

  private func people(_ count: Int) -> [Change] {
    (0..<count).map { .addCard(CardDraft("x", author: .named("P\($0)"))) }
  }

  private func text(_ bytes: Int) -> [Change] {
    [.record(.string(String(repeating: "x", count: bytes - 2)))]
  }

  private func isFull(_ fault: ChangeFault?, bulk: Bool) -> Bool {
    if case .full(let excess)? = fault { (excess.few != nil) == bulk } else { false }
  }

  @Test func `much at once is taken up to half, a little up to the end`() {
    let (half, all) = (SessionLimits.cards / 2, SessionLimits.cards)
    #expect(fault(cards(1000), Ground(lastLabels: (half - 1000, 0))) == nil)
    #expect(isFull(fault(cards(1000), Ground(lastLabels: (half - 999, 0))), bulk: true))
    #expect(fault(cards(100), Ground(lastLabels: (all - 100, 0))) == nil)
    #expect(isFull(fault(cards(1), Ground(lastLabels: (all, 0))), bulk: false))
    let (some, most) = (SessionLimits.people / 2, SessionLimits.people)
    #expect(fault(people(101), Ground(lastLabels: (0, some - 101))) == nil)
    #expect(isFull(fault(people(101), Ground(lastLabels: (0, some - 100))), bulk: true))
    #expect(fault(people(1), Ground(lastLabels: (0, most - 1))) == nil)
    #expect(isFull(fault(people(1), Ground(lastLabels: (0, most))), bulk: false))
    let journal = SessionLimits.journal
    let long = SessionLimits.fewBytes + 1
    #expect(fault(text(long), Ground(lastLabels: (0, 0), journalBytes: journal / 2 - long)) == nil)
    #expect(
      isFull(fault(text(long), Ground(lastLabels: (0, 0), journalBytes: journal / 2)), bulk: true))
    #expect(fault(text(100), Ground(lastLabels: (0, 0), journalBytes: journal - 100)) == nil)
    #expect(
      isFull(fault(text(100), Ground(lastLabels: (0, 0), journalBytes: journal)), bulk: false))
  }

  /// It adds without end; the room's own lines go on.
  @Test func `a plugin that adds a thousand cards with every line is stopped, nobody else is`()
    throws
  {
    let exercises = TestExercises()
    exercises.install(.scripted()) { _ in .changes(cards(20_000)) }
    let desk = TestDesk(exercises: exercises)
    for line in ["/new Flood", "/agenda add scripted", "/agenda add discussion", "/start"] {
      try desk.perform(line)
    }
    var lines = 0
    while lines < 9, desk.problem("/go") == nil { lines += 1 }
    #expect(lines == 2)
    let told = desk.told("/go")
    #expect(
      told.first == "The session holds 40,000 cards, and the exercise wanted to bring 20,000 more "
        + "at once. From 50,000 on, 100 are taken at once.")
    // As the hint says.
    #expect(told.last?.contains("/next goes on without it") == true)
    try desk.perform("/next")
    try desk.perform("Ours")
    #expect(desk.session.board.values.last?.text == "Ours")
  }

  @Test func `a long journal is told in the same words`() throws {
    let exercises = TestExercises()
    exercises.install(.scripted()) { _ in .changes([.record("x")]) }
    let desk = TestDesk(exercises: exercises)
    for line in ["/new Long", "/agenda add scripted", "/start"] { try desk.perform(line) }
    let library = try #require(desk.desk.library as? MemoryLibrary)
    library.journals["Long"]?.bytes = SessionLimits.journal
    #expect(
      desk.told("/go").first == "The session holds 1,073,741,824 bytes of journal; 1,073,741,824 "
        + "are the most.")
    try desk.perform("/people add Zoë")
  }
}

/// Both, at the same activity a2 with c1 to c3 from a1, and Ruth and Roger.
private final class Pair {
  private let desk: TestDesk
  private let hands: Harness
  private let script = Script()

  /// What the exercise answers next.
  final class Script { var changes: [Change] = [] }

  init(_ privacy: Privacy) throws {
    let script = script
    let description = ExerciseDescription.scripted(privacy: privacy)
    let exercises = TestExercises()
    exercises.install(description) { _ in .changes(script.changes) }
    exercises.given = { $0 == "a1" ? ["c1", "c2", "c3"] : nil }
    desk = TestDesk(exercises: exercises)
    for line in [
      "/new Pair", "/agenda add discussion", "/agenda add scripted", "/people add Ruth, Roger",
      "/start", "one", "two", "three", "/next",
    ] { try desk.perform(line) }
    let manifest = Manifest(
      id: "scripted", name: "Scripted", version: "1.0.0", summary: "", author: "", licence: "MIT",
      exercises: [description])
    hands = try Harness(
      exercise: "scripted", cards: ["one", "two", "three"], people: ["Ruth", "Roger"],
      now: desk.clock.now
    ) { request in
      switch request {
      case .manifest: .manifest(manifest)
      case .decide: .changes(script.changes)
      default: .done
      }
    }
  }

  func host(_ changes: [Change]) -> Bool {
    script.changes = changes
    return desk.problem("/go") == nil
  }

  func harness(_ changes: [Change]) -> Bool {
    script.changes = changes
    return (try? hands.run("go", [:])) != nil
  }

  func expectSame(after changes: [Change]) {
    // The one's clock stands still.
    func timeless(_ card: Card) -> Card {
      var card = card
      card.at = Timestamp(milliseconds: 0)
      if card.activity == "a1" { card.author = nil }
      return card
    }
    let host = desk.session.board.values.map(timeless).sorted { $0.id < $1.id }
    let harness = hands.cards.map(timeless).sorted { $0.id < $1.id }
    #expect(host == harness, "after \(changes)")
    #expect(Array(desk.session.roster.values) == hands.participants, "after \(changes)")
  }
}

/// Changes that an exercise might propose, sound ones and others, by a seed.
private struct RandomChanges {
  private var random: Chance

  init(seed: Int) { random = Chance(seed: seed) }

  mutating func list() -> [Change] {
    let count = Int.random(in: 1...3, using: &random)
    return (0..<count).map { _ in change() }
  }

  private mutating func change() -> Change {
    switch Int.random(in: 0..<16, using: &random) {
    case 0...5: .addCard(draft())
    case 6, 7: .editCard(card(), text: text())
    case 8, 9: .tagCard(card(), add: words(), remove: words())
    case 10, 11: .noteCard(card(), set: table(), remove: words())
    case 12: .hideCard(card(), reason: text())
    case 13: .unhideCard(card())
    case 14 where Int.random(in: 0..<6, using: &random) == 0:
      .addParticipant(name: name(), role: .facilitator, organisation: text())
    default: .record(["n": .integer(Int.random(in: 0..<9, using: &random))])
    }
  }

  private mutating func draft() -> CardDraft {
    let author: CardDraft.Author = pick([.actor, .nobody, .named(name())])
    let parent: CardDraft.Parent? = pick([
      nil, nil, nil, .card(card()), .draft(0), .draft(Int.random(in: -1...4, using: &random)),
    ])
    return CardDraft(
      text(), author: author, parent: parent, tags: words(), attributes: table())
  }

  /// Mostly one that is there; at times one that this very list may be about to bring.
  private mutating func card() -> CardID {
    pick(["c1", "c2", "c3", "c1", "c2", "c3", "c4", "c5", "c9", "c99", ""])
  }

  private mutating func name() -> String {
    pick([
      "Ruth", "Zoë", "Roger", "Dafydd", "Zoë", "N\(Int.random(in: 0..<5, using: &random))", " ",
    ])
  }

  private mutating func text() -> String {
    if Int.random(in: 0..<40, using: &random) == 0 {
      return String(repeating: "é", count: pick([2_048, 2_049, 32_768, 32_769]))
    }
    return pick(["", "words", "\u{1B}[2J", "e\u{301}", "日本語"])
  }

  private mutating func words() -> [String] {
    if Int.random(in: 0..<40, using: &random) == 0 {
      return (0..<pick([63, 64, 65, 300])).map { "w\($0)" }
    }
    let all = ["a", "b", "", "a", "c", String(repeating: "t", count: pick([1_000, 1_001]))]
    return (0..<Int.random(in: 0..<4, using: &random)).map { _ in
      Int.random(in: 0..<20, using: &random) == 0 ? all[5] : pick(Array(all.prefix(5)))
    }
  }

  private mutating func table() -> [String: String] {
    let value = String(repeating: "v", count: pick([0, 3, 3, 3, 3, 3, 3, 16_384, 16_385]))
    return Dictionary(words().map { ($0, value) }) { first, _ in first }
  }

  private mutating func pick<Item>(_ items: [Item]) -> Item {
    items[Int.random(in: items.indices, using: &random)]
  }
}

/// Lists at a limit and one above it.
private enum LargeChanges {
  static let all: [([Change], Bool)] = [
    (cards(AnswerLimits.cards), true), (cards(AnswerLimits.cards + 1), false),
    (people(AnswerLimits.people), true), (people(AnswerLimits.people + 1), false),
    (unhiding(AnswerLimits.changes), true), (unhiding(AnswerLimits.changes + 1), false),
    (texts(256), true), (texts(257), false),
    ([.record(.string(text(AnswerLimits.event - 2)))], true),
    ([.record(.string(text(AnswerLimits.event - 1)))], false),
    ([.propose(title: "T", text: "")], false),
  ]

  private static func text(_ length: Int) -> String { String(repeating: "x", count: length) }
  private static func cards(_ count: Int) -> [Change] {
    Array(repeating: .addCard(CardDraft("")), count: count)
  }
  private static func people(_ count: Int) -> [Change] {
    (0..<count).map { .addCard(CardDraft("", author: .named("P\($0)"))) }
  }
  private static func unhiding(_ count: Int) -> [Change] {
    Array(repeating: .unhideCard("c1"), count: count)
  }
  /// Of 64 KiB each: 256 of them are all that one answer may leave.
  private static func texts(_ count: Int) -> [Change] {
    Array(repeating: .addCard(CardDraft(text(AnswerLimits.text))), count: count)
  }
}
