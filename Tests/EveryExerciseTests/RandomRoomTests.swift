import ExerciseKit
import OrderedCollections
import Testing
import Workshop
import WorkshopTesting

/// Whatever a room does in whichever exercise: it is never a fault, the same events give the same
/// state, every step can be taken back and brought back, and nothing that was typed is lost.
@Suite("Every exercise, at random")
struct RandomRoomTests {
  static let seeds: Range<Int> = 0..<4
  static let length = 64

  @Test("The laws hold", arguments: EveryExercise.ids, seeds)
  func laws(exercise: String, seed: Int) throws {
    let description = try #require(EveryExercise.descriptions.first { $0.id == exercise })
    let library = MemoryLibrary()
    let desk = EveryExercise.desk(library: library)
    var room = RandomRoom(description, seed: seed)
    for line in room.beginning() { _ = desk.problem(line) }
    var account = Account(desk)
    for step in 0..<Self.length {
      let line = room.line(in: desk.session)
      try account.perform(line)
      if step % 8 == 7 { try account.expectSameWhenFoldedAgain(line) }
      if step % 16 == 15 {
        _ = desk.problem("/goto 2")
        try account.expectUndoRestores((0..<5).map { _ in room.line(in: desk.session) })
      }
    }
    try account.expectNothingLost(library)
    #expect(desk.exercises.faults == [])
    // Enough is taken: a walk in which all is refused would prove nothing.
    #expect(seed == 0 || desk.exercises.calls.count > 20)
    #expect(seed == 0 || desk.timeline.events.count > 25, "\(desk.timeline.events.count)")
  }
}

/// A desk, and what must be true of it.
private struct Account {
  let desk: TestDesk
  /// A state that the exercise saved, and how many of its events it stands for, for as long as
  /// nothing is undone.
  private var checkpoint: (state: SavedState, events: Int)?

  init(_ desk: TestDesk) { self.desk = desk }

  /// A refusal changes nothing; what is done is folded alike by whoever reads the journal.
  mutating func perform(_ line: String) throws {
    let before = (session: desk.session, head: desk.timeline.head)
    desk.clock.advance(seconds: 20)
    let problem = desk.problem(line)
    if problem != nil {
      #expect(desk.session == before.session && desk.timeline.head == before.head, "\(line)")
    }
    let words = "\(problem?.message ?? "") \(problem?.hint ?? "")"
    #expect(!words.contains("plugin") && !words.contains("answered something else"), "\(line)")
    if line.hasPrefix("/undo") || line.hasPrefix("/redo") { checkpoint = nil }
  }

  /// The exercise as it was kept, opened anew from all events, and opened from a state in the
  /// middle: all three are one.
  mutating func expectSameWhenFoldedAgain(_ line: String) throws {
    guard let activity = desk.session.currentActivity, activity.id == "a2" else { return }
    let kept = try Shown(desk)
    desk.exercises.forget(activity.id)
    #expect(try Shown(desk) == kept, "\(line)")
    if let checkpoint, checkpoint.events <= activity.recorded.count {
      let plugin = try #require(EveryExercise.plugin(of: activity.plan.exercise))
      var brief = desk.session.brief(of: activity, from: checkpoint)
      let description = plugin.manifest.exercises.first { $0.id == brief.exercise }
      brief.settings = description?.completed(brief.settings) ?? brief.settings
      let server = ExerciseServer(plugin)
      #expect(server.answer(.open(brief)) == .done, "\(line)")
      #expect(server.answer(.state(activity.id, events: [])) == .state(kept.state), "\(line)")
      #expect(server.answer(.give(activity.id, events: [])) == .cards(kept.given), "\(line)")
    }
    checkpoint = (kept.state, activity.recorded.count)
  }

  /// Takes back what the lines do, step by step, and brings it back again.
  mutating func expectUndoRestores(_ lines: [String]) throws {
    guard desk.session.current == "a2" else { return }
    var shown = [try Moment(desk)]
    for line in lines where !["/undo", "/redo"].contains(where: line.hasPrefix) {
      let head = desk.timeline.head
      try perform(line)
      // Whoever turned to another activity sees another view.
      if desk.session.current != "a2" {
        _ = desk.problem("/undo")
        continue
      }
      if desk.timeline.head > head { shown.append(try Moment(desk)) }
    }
    for moment in shown.dropLast().reversed() {
      try desk.perform("/undo")
      #expect(try Moment(desk) == moment, "undone")
    }
    for moment in shown.dropFirst() {
      try desk.perform("/redo")
      #expect(try Moment(desk) == moment, "redone")
    }
    checkpoint = nil
  }

  /// Every card that was ever added and not undone is on the board with its last words, hidden or
  /// not, and the session opens from its journal as it stands.
  func expectNothingLost(_ library: MemoryLibrary) throws {
    let undone = Set(desk.timeline.undone)
    var texts: [CardID: String] = [:]
    for entry in desk.timeline.events where !undone.contains(entry.step) {
      switch entry.event {
      case .cardAdded(let card): texts[card.id] = card.text
      case .cardEdited(let id, let text): texts[id] = text
      default: break
      }
    }
    let kept = desk.session.board.map { ($0.key, $0.value.text) }
    #expect(Dictionary(uniqueKeysWithValues: kept) == texts)
    #expect(desk.timeline.passedOver.isEmpty)
    _ = desk.problem("/goto 2")
    guard desk.session.current == "a2" else { return }
    let other = EveryExercise.desk(library: library)
    try other.perform("/open Room")
    #expect(other.session == desk.session)
    #expect(try Shown(other) == Shown(desk))
  }
}

/// All that an exercise shows, gives and keeps.
private struct Shown: Equatable {
  var views: [View]
  var given: [CardID]
  var state: SavedState

  init(_ desk: TestDesk) throws {
    views = try Audience.allCases.map { try desk.view(for: $0) }
    given = try desk.given()
    state = try desk.saved()
  }
}

/// That, and the session; labels that were used up stay used.
private struct Moment: Equatable {
  var session: Session
  var shown: Shown

  init(_ desk: TestDesk) throws {
    session = desk.session
    session.labels = Session.Labels()
    shown = try Shown(desk)
  }
}
