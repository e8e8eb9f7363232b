import ExerciseProtocol
import OrderedCollections
import Testing
import Workshop
import WorkshopTesting

/// What the console tells of what was done: in words, with who, and by the clock on the wall.
@Suite("What was done, in words")
struct LoggedWordsTests {
  @Test("A card tells its day and time as people say them")
  func card() throws {
    let desk = try TestDesk.inDiscussion()
    try desk.perform("Buy bread")
    let told = try desk.perform("/show c1").view.plainText
    #expect(told.contains("Wednesday 12 October 2011, "), "\(told)")
    #expect(!told.contains("2011-10-12T"), "\(told)")
  }

  @Test("A step that changed a card is logged with its words and the day")
  func log() throws {
    let desk = try TestDesk.inDiscussion()
    for line in ["@Ruth Buy bread", "/tag c1 food", "/hide c1 Said twice"] {
      try desk.perform(line)
    }
    let told = try desk.perform("/log").view.plainText
    for words in [
      "c1  Ruth Hyde  “Buy bread”", "c1 #food  “Buy bread”",
      "c1 is hidden: Said twice  “Buy bread”", "2011-10-12 ",
    ] { #expect(told.contains(words), "\(words) in \(told)") }
  }

  @Test("Cards go out of sight and come back in every activity; what changes nothing says so")
  func hide() throws {
    let desk = TestDesk()
    for line in [
      "/new Day", "/agenda add discussion Ideas", "/agenda add dot-voting Vote", "/start", "one",
      "two", "/next",
    ] { try desk.perform(line) }
    let hidden = try desk.perform("/hide c1 and c2 Said twice").view.plainText
    #expect(hidden.contains("c1 is hidden: Said twice. c2 is hidden: Said twice"), "\(hidden)")
    #expect(desk.session.board["c2"]?.hidden == "Said twice")
    #expect(desk.problem("/hide c1 Again")?.message == "c1 is hidden already.")
    try desk.perform("/unhide c1")
    #expect(desk.session.board["c1"]?.hidden == nil)
    try desk.perform("/undo")
    #expect(desk.session.board["c1"]?.hidden == "Said twice")
  }

  @Test("Undo and redo of a change of the agenda tell what the steps after it take now")
  func undoTells() throws {
    let desk = TestDesk()
    for line in [
      "/new Day", "/agenda add discussion Ideas", "/agenda add dot-voting Vote", "/start", "one",
      "/agenda add discussion More at=2",
    ] { try desk.perform(line) }
    let undone = try desk.perform("/undo").view.plainText
    #expect(undone.contains("2. Vote now takes the 1 card of 1. Ideas"), "\(undone)")
    let redone = try desk.perform("/redo").view.plainText
    #expect(redone.contains("3. Vote now takes what 2. More gives"), "\(redone)")
  }
}
