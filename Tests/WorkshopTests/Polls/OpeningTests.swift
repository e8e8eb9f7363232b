import ExerciseProtocol
import OrderedCollections
import Polling
import Testing
import Workshop
import WorkshopTesting

/// What stands in the way of a vote is told as it is.
@Suite("A vote that can't be opened")
struct OpeningTests {
  private func desk(_ cards: [String]) throws -> TestDesk {
    let desk = TestDesk(isInteractive: false)
    for line in ["/new Summit", "/agenda add discussion Needs", "/people add Ruth", "/start"]
      + cards + ["/agenda add budget Money takes=all set=privacy=sealed,budget=100", "/next"]
    { try desk.perform(line) }
    return desk
  }

  @Test func `says that cards lack something, where cards came in`() throws {
    let desk = try desk(["One", "Two", "Three"])
    #expect(
      desk.told("/vote open") == [
        "There is nothing to choose between: of the 3 cards here, fewer than two can be voted on "
          + "as they are.", "Hint: /show tells what they lack.",
      ])
    #expect(desk.session.polls.isEmpty)
    // The hint's way: it is told there.
    #expect(try desk.perform("/show").view.plainText.lowercased().contains("cost"))
  }

  @Test func `says that none came in, where none did`() throws {
    let desk = try desk([])
    #expect(desk.problem("/vote open")?.message.contains("fewer than two cards came in") == true)
  }
}
