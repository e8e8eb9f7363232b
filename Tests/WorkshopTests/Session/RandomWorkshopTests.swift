import ExerciseProtocol
import OrderedCollections
import Testing
import Workshop
import WorkshopTesting

/// Whatever a room types: the session is the fold of its events, and every step can be taken back.
@Suite("Workshops at random")
struct RandomWorkshopTests {
  @Test("The laws hold after every line", arguments: 0..<300 as Range<Int>)
  func laws(_ seed: Int) throws {
    let library = MemoryLibrary()
    let desk = TestDesk(library: library)
    for line in RandomWorkshop.beginning { try desk.perform(line) }
    let other = TestDesk(library: library)
    try other.perform("/open Random")
    var workshop = RandomWorkshop(seed: seed)
    for _ in 0..<40 {
      let line = workshop.line()
      let before = (session: desk.session, head: desk.timeline.head)
      if desk.problem(line) != nil {
        #expect(desk.session == before.session && desk.timeline.head == before.head, "\(line)")
      }
      #expect(desk.timeline.foldedAgain.session == desk.session, "\(line)")
      #expect(desk.timeline.passedOver.isEmpty, "\(line)")
      desk.clock.advance(seconds: 20)
    }
    _ = try other.desk.live?.catchUp()
    #expect(other.session == desk.session)
    try takeAllBack(desk)
  }

  /// Undoes step after step, then redoes them all.
  private func takeAllBack(_ desk: TestDesk) throws {
    let before = (session: desk.session, undone: desk.timeline.undone)
    var sessions: [Session] = []
    while desk.timeline.lastUndoableStep != nil {
      sessions.append(desk.session)
      try desk.perform("/undo")
    }
    #expect(desk.session.board.isEmpty && desk.session.roster.isEmpty)
    #expect(desk.session.labels == before.session.labels)
    for session in sessions.reversed() {
      try desk.perform("/redo")
      #expect(desk.session == session)
    }
    #expect(desk.session == before.session && desk.timeline.undone == before.undone)
  }

  @Test("Two desks that type by turns hold the same session", arguments: 0..<40 as Range<Int>)
  func twoDesks(_ seed: Int) throws {
    let library = MemoryLibrary()
    let desks = [TestDesk(library: library), TestDesk(library: library)]
    for line in RandomWorkshop.beginning { try desks[0].perform(line) }
    try desks[1].perform("/open Random")
    var workshop = RandomWorkshop(seed: seed)
    var generator = Chance(seed: seed)
    for _ in 0..<60 {
      _ = desks[Int.random(in: 0...1, using: &generator)].problem(workshop.line())
    }
    for desk in desks { _ = try desk.desk.live?.catchUp() }
    #expect(desks[0].session == desks[1].session)
    #expect(desks[0].timeline.passedOver.isEmpty)
    for desk in desks where desk.session.current != nil {
      #expect(try desk.perform("/show").view == desks[0].perform("/show").view)
    }
  }
}
