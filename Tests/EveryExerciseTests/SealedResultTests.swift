import ExerciseKit
import OrderedCollections
import Polling
import Testing
import Workshop
import WorkshopTesting

/// A secret vote that no rule of the host counts: its exercise shows it, and shows one thing only.
@Suite("The result of a secret vote without a rule")
struct SealedResultTests {
  private func desk(_ library: MemoryLibrary) throws -> TestDesk {
    let desk = EveryExercise.desk(isInteractive: false, library: library)
    for line in [
      "/new Summit", "/people add Ruth, Ann", "/agenda add discussion Ideas",
      "/agenda add crowd-scoring Score set=privacy=sealed,top=1", "/agenda add discussion After",
      "/next", "@Ann First", "@Ann Second", "@Ann Third", "/next", "/vote open entered=yes",
      "/vote cast Ruth: c1=5 c2=2", "/vote cast Ann: c1=5 c2=4 c3=1",
    ] { try desk.perform(line) }
    return desk
  }

  /// What is shown of the scores.
  private func scores(_ desk: TestDesk, _ audience: Audience = .facilitator) throws -> [String] {
    let text =
      audience == .room
      ? desk.desk.wallView().plainText : try desk.perform("/show").view.plainText
    return text.split(separator: "\n").map(String.init).filter {
      $0.contains(" in ") && $0.contains(" score")
    }
  }

  @Test(arguments: [
    ["/edit c1 Another thing"], ["/goto 1", "/hide c1 Off topic", "/goto 2"],
    ["/goto 1", "/hide c2 Off topic", "/goto 2", "/edit c3 Last"],
    ["/agenda change 2 set=top=3", "/write One more card", "/edit c1 Another thing"],
  ])
  func `stays as it was counted, and says what became of the cards`(lines: [String]) throws {
    let library = MemoryLibrary()
    let desk = try desk(library)
    for line in ["/vote close", "/vote count river"] { try desk.perform(line) }
    let before = try scores(desk)
    #expect(before.count == 3 && before[0].contains("First"))
    for line in lines { try desk.perform(line) }
    #expect(try scores(desk) == before)
    #expect(try scores(desk, .room) == before)
    #expect(try desk.perform("/show").view.plainText.contains("Since then the board has changed"))
    // Read from the journal it is the same.
    let other = EveryExercise.desk(library: library)
    try other.perform("/open Summit")
    #expect(try scores(other) == before)
    // What goes on is what was counted.
    try desk.perform("/next")
    #expect(desk.session.agenda["a3"]?.taken == ["c1"])
  }

  @Test func `says nothing of the board where nothing has changed`() throws {
    let desk = try desk(MemoryLibrary())
    for line in ["/vote close", "/vote count river"] { try desk.perform(line) }
    #expect(!(try desk.perform("/show").view.plainText.contains("Since then")))
  }

  @Test func `while it is open, nothing on the paper changes`() throws {
    let desk = try desk(MemoryLibrary())
    for line in [
      "/edit c1 Another thing", "/undo", "/agenda change 2 set=top=3", "/agenda remove 2",
      "/agenda change 2 set=privacy=open",
    ] {
      let head = desk.timeline.head
      if line == "/undo" {
        let first = try #require(
          desk.timeline.events.first { if case .cardAdded = $0.event { true } else { false } })
        #expect(desk.problem("/undo \(first.step)") != nil, "the step that brought c1")
      } else {
        #expect(desk.problem(line)?.hint?.contains("/vote c") == true, "\(line)")
      }
      #expect(desk.timeline.head == head)
    }
    try desk.perform("/goto 1")
    #expect(desk.problem("/hide c1 Off topic")?.hint?.contains("/goto 2 first.") == true)
  }

  @Test func `held again, it is about the cards as they read then`() throws {
    let desk = try desk(MemoryLibrary())
    for line in [
      "/vote close", "/vote count river", "/edit c1 Another thing", "/vote reopen It reads better",
      "/vote cast Ruth: c1=3", "/vote close", "/vote count lamp",
    ] { try desk.perform(line) }
    #expect(try scores(desk).first?.contains("Another thing") == true)
    #expect(!(try desk.perform("/show").view.plainText.contains("Since then")))
  }
}
