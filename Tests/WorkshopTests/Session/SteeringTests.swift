import ExerciseProtocol
import OrderedCollections
import Testing
import Workshop
import WorkshopTesting

/// However a facilitator steers: nothing that was typed is ever lost by it.
@Suite("Steering at random")
struct SteeringTests {
  @Test(
    "Going on, back and anywhere, more time, another order: every card stays as it was typed",
    arguments: 0..<120 as Range<Int>)
  func nothingIsLost(_ seed: Int) throws {
    let library = MemoryLibrary()
    let desk = TestDesk(
      library: library, templates: MemoryTemplates(["short": TemplateSamples.good]))
    for line in RandomWorkshop.beginning { try desk.perform(line) }
    var steering = Steering(seed: seed)
    var (typed, activities): ([CardID: Card], Set<ActivityID>) = ([:], [])
    for _ in 0..<60 {
      let line = steering.line(at: desk)
      let problem = desk.problem(line)
      #expect(problem == nil || !line.hasPrefix("@"), "\(line): \(problem?.message ?? "")")
      for (id, card) in typed { #expect(desk.session.board[id] == card, "\(line)") }
      for (id, card) in desk.session.board { typed[id] = card }
      // What was begun is still there, with its clock and all that its exercise recorded.
      for id in activities { #expect(desk.session.agenda[id] != nil, "\(line)") }
      activities = Set(desk.session.board.values.map(\.activity))
      #expect(desk.timeline.foldedAgain.session == desk.session, "\(line)")
      desk.clock.advance(seconds: 20)
    }
    #expect(!typed.isEmpty)
    try compare(desk, TestDesk(library: library))
  }

  /// What somebody gets who opens the session anew: the same, and every exercise shows the same of
  /// each activity and has the same votes.
  private func compare(_ desk: TestDesk, _ other: TestDesk) throws {
    try other.perform("/open Random")
    #expect(other.session == desk.session)
    for index in desk.session.agenda.values.indices {
      let line = "/show \(index + 1)"
      #expect(try desk.perform(line).view == other.perform(line).view, "\(line)")
    }
  }

  @Test("What is taken off the agenda held nothing")
  func removing() throws {
    let desk = try TestDesk.inDiscussion()
    for line in ["@Ruth A need", "/next", "@Ruth c1", "/back"] { try desk.perform(line) }
    for number in [1, 2] {
      #expect(
        desk.problem("/agenda remove \(number)")?.message.hasSuffix("can't be removed.") == true)
    }
    #expect(desk.session.board.count == 1)
  }
}

/// Lines of a facilitator who changes the plan all the time, and of a room that talks on.
private struct Steering {
  private var generator: Chance

  init(seed: Int) { generator = Chance(seed: seed) }

  mutating func line(at desk: TestDesk) -> String {
    let count = desk.session.agenda.count
    let (one, another) = (number(count), number(count + 1))
    if Bool.random(using: &generator), let said = said(at: desk) { return said }
    let lines = [
      "/next", "/back", "/goto \(one)", "/start", "/start \(one)", "/time +\(number(9))",
      "/time -\(number(30))", "/time pause", "/time resume", "/agenda move \(one) \(another)",
      "/agenda add discussion Extra\(number(9)) minutes=5 at=\(another)",
      "/agenda add dot-voting Vote\(number(9)) takes=all at=\(another)",
      "/agenda add template short at=\(another)", "/agenda change \(one) minutes=+\(number(9))",
      "/agenda change \(one) focus=\"Why \(number(9))?\" takes=all",
      "/agenda change \(one) Another title", "/agenda change \(one) set=winners=\(number(5))",
      "/agenda change \(one) set=order=newest", "/agenda remove \(one)", "/guide", "/show",
    ]
    return lines.randomElement(using: &generator) ?? ""
  }

  /// Something that the room contributes where it is; nil where it can't.
  private mutating func said(at desk: TestDesk) -> String? {
    guard let current = desk.session.current, let activity = desk.session.agenda[current] else {
      return nil
    }
    let person = ["@Roger", "@Ruth"].randomElement(using: &generator) ?? ""
    switch activity.plan.exercise {
    case "discussion": return "\(person) Something \(number(1000)) #idea"
    default:
      guard let card = activity.taken.randomElement(using: &generator) else { return nil }
      return "\(person) \(card)"
    }
  }

  private mutating func number(_ most: Int) -> Int {
    .random(in: 1...max(1, most), using: &generator)
  }
}
