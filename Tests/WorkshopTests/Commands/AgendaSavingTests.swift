import ExerciseProtocol
import OrderedCollections
import Testing
import Workshop
import WorkshopTesting

@Suite("/agenda save")
struct AgendaSavingTests {
  @Test("The agenda is kept as a template of one's own, and stands in for one that is shipped")
  func saving() throws {
    let desk = TestDesk(templates: MemoryTemplates(["short": TemplateSamples.good]))
    for line in [
      "/new Day", "/agenda add template short", "/agenda add dot-voting Choice set=dots=5",
      "/agenda change 2 takes=#idea minutes=90",
    ] { try desk.perform(line) }
    let result = try desk.result("/agenda save our-day Our own day")
    #expect(result?["file"] == "templates/our-day.yaml" && result?["overrides"] == false)
    #expect(
      desk.templates.text("our-day") == """
        charrette-template: 1
        name: our-day
        title: Our own day
        summary: The agenda of “Day”.
        phase: whole
        people: 1-40
        agenda:
          - exercise: discussion
            title: Talk
            focus: What now?
            minutes: 10
            takes: nothing
            settings:
              order: newest
            gives: Words.
            guide:
              - do: Read it out.
              - say: What do you see?
              - tip: Wait.
              - variation: In pairs.
              - access: Say the numbers.
          - exercise: dot-voting
            title: Choice
            minutes: 90
            takes: "#idea"
            settings:
              dots: 5

        """)
    #expect(desk.problem("/agenda save our-day")?.message == "“our-day” is there already.")
    #expect(try desk.result("/agenda save our-day Once more replace=yes") != nil)
    #expect(desk.templates.text("our-day")?.contains("title: Once more") == true)
    #expect(try desk.result("/agenda save short")?["overrides"] == true)
    let text = try desk.perform("/templates").view.plainText
    #expect(text.contains("yours ↔") && text.contains("it stands in for one of that name"))
    try desk.perform("/new Other template=our-day")
    #expect(desk.session.agenda.count == 2)
  }

  @Test(
    "What can't be a template is not kept",
    arguments: [
      ("/agenda save", "What shall the template be called?"),
      ("/agenda save Our Day", "“Our” is no name for a template."),
      ("/agenda save ../x", "“../x” is no name for a template."),
      (
        "/agenda save our-day \(String(repeating: "x", count: 130))",
        "This agenda can't be a template: “title” is 130 characters long, and 120 are allowed."
      ),
    ])
  func refusing(_ line: String, _ message: String) throws {
    let desk = TestDesk()
    try desk.perform("/new Day")
    #expect(desk.problem("/agenda save our-day")?.message == "The agenda is empty.")
    try desk.perform("/agenda add discussion Talk")
    #expect(desk.problem(line)?.message == message)
    #expect(desk.templates.files.isEmpty)
  }

  @Test("It reads back to the same agenda", arguments: 0..<300 as Range<Int>)
  func roundTrip(_ seed: Int) throws {
    var random = RandomPlans(seed: seed)
    let desk = TestDesk()
    try desk.perform("/new Random")
    let plans = random.plans()
    _ = try desk.desk.live?.commit(at: desk.clock.now) { _ in
      plans.enumerated().map { .planned($1, index: $0) }
    }
    try desk.perform("/agenda save random")
    let text = try #require(desk.templates.text("random"))
    try desk.perform("/new Again template=random")
    #expect(Array(desk.session.agenda.values.map(\.plan)) == plans, "\(text)")
  }
}

/// Plans of random activities, with texts that are hard to write down.
private struct RandomPlans {
  private var generator: Chance

  init(seed: Int) { generator = Chance(seed: seed) }

  mutating func plans() -> [Activity.Plan] {
    (1...Int.random(in: 1...5, using: &generator)).map { number in
      let isVote = Bool.random(using: &generator)
      return Activity.Plan(
        id: ActivityID("a\(number)"), exercise: isVote ? "dot-voting" : "discussion",
        title: text(lines: false), focus: maybe { $0.text(lines: true) },
        minutes: maybe { Int.random(in: 1...1440, using: &$0.generator) },
        takes: [.previous, .all, .nothing, .tagged("idea"), .tagged("ё b")].randomElement(
          using: &generator) ?? .all,
        settings: isVote
          ? ["dots": .integer(Int.random(in: 1...9, using: &generator)), "winners": 2]
          : [
            "anonymous": .bool(Bool.random(using: &generator)),
            "pass-on": .string(text(lines: false)),
          ],
        guide: (0..<Int.random(in: 0...6, using: &generator)).map { _ in
          Guidance(
            Guidance.Kind.allCases.randomElement(using: &generator) ?? .say, text(lines: true))
        }, gives: maybe { $0.text(lines: true) })
    }
  }

  private mutating func maybe<Value>(_ value: (inout Self) -> Value) -> Value? {
    Bool.random(using: &generator) ? value(&self) : nil
  }

  private static let pieces = [
    "a", "Why?", ": ", " #", "\"", "\\", "'", "- ", "“x”", "é", "e\u{301}", "👩‍👩‍👧", "{", "[b]", "*x",
    "&y", "!", "%", "@", "`", "|", ">", "null", "no", "0x1F", "1_0", "~", ",", "=", "  ", "\t",
    "\u{85}", "\u{2028}", "\u{7F}", "\u{1}", "ع", "日本", "\u{A0}", "\u{10FFFD}",
    "\u{202E}",
    "2026-12-01", "---", "...", "?", "<<",
  ]

  private mutating func text(lines: Bool) -> String {
    let pieces = lines ? Self.pieces + ["\n", "\r\n", "\n\n  "] : Self.pieces
    var text = ""
    for _ in 0..<Int.random(in: 1...8, using: &generator) {
      text += pieces.randomElement(using: &generator) ?? ""
    }
    // One line is one line for everybody, and nothing but blanks is no text.
    if !lines { text.removeAll(where: \.isNewline) }
    while text.last?.isNewline == true { text.removeLast() }
    return text.contains { !$0.isWhitespace } ? text : "x"
  }
}
