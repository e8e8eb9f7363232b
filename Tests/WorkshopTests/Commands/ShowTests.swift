import ExerciseProtocol
import Testing
import Workshop
import WorkshopTesting

/// A large board in a few lines, and what has no place yet.
@Suite("/show in its manners")
struct ShowTests {
  private func desk(_ count: Int) throws -> TestDesk {
    let desk = try TestDesk.inDiscussion()
    for number in 1...count { try desk.perform("@Ruth What was said, number \(number)") }
    return desk
  }

  @Test func briefIsLessThanAScreenHoweverManyThereAre() throws {
    for count in [1, 12, 62, 300] {
      let text = try desk(count).perform("/show brief").view.plainText
      #expect(text.contains("\(count)"))
      #expect(text.contains("number \(count) (Ruth Hyde)"))
      #expect(text.split(separator: "\n").count < 20, "\(text)")
      #expect(text.contains("/show all"))
    }
  }

  @Test func allIsAll() throws {
    let desk = try desk(62)
    #expect(try desk.perform("/show all").view == desk.perform("/show").view)
    #expect(try desk.perform("/show 1 all").view == desk.perform("/show 1").view)
  }

  @Test func whatHasAPlaceIsNotLoose() throws {
    let desk = try desk(4)
    desk.exercises.shown = { _ in View([.text("x")], loose: ["c2", "c4", "c99"]) }
    let response = try desk.perform("/show loose")
    let text = response.view.plainText
    #expect(text.contains("2 cards have no place yet."))
    #expect(text.contains("c2  What was said, number 2 (Ruth Hyde)") && !text.contains("c3"))
    desk.exercises.shown = { _ in View([.text("x")], loose: []) }
    #expect(try desk.perform("/show loose").view.plainText.contains("Every card has its place."))
  }

  @Test func whereNothingHasAPlaceItSaysSo() throws {
    #expect(
      try desk(1).told("/show loose").first
        == "“Needs” gives cards no place, so none of them is loose.")
  }

  @Test func aTitleIsATitle() throws {
    let desk = try desk(1)
    try desk.perform("/agenda add discussion \"Garden wall\"")
    try desk.perform("/goto 3")
    try desk.perform("/back")
    #expect(try desk.perform("/show Garden wall").view.plainText.contains("Garden wall"))
    #expect(desk.desk.live?.log.wall.orders().isEmpty == true)
    try desk.perform("/show Garden wall wall")
    #expect(desk.desk.live?.log.wall.orders().count == 1)
  }

  @Test(arguments: [
    ("/wall next", WallOrder.next), ("/wall BACK", .back), ("/wall 3", .page(3)),
    ("/wall c1", .card("c1")), ("/show c1 wall", .card("c1")), ("/show 1 wall", .activity("a1")),
    ("/show needs wall", .activity("a1")), ("/wall hold", .hold), ("/wall go", .go),
  ])
  func orders(line: String, order: WallOrder) throws {
    let desk = try desk(1)
    let before = desk.events.count
    try desk.perform(line)
    #expect(desk.desk.live?.log.wall.orders().map(\.order) == [order])
    #expect(desk.events.count == before)
  }

  @Test(arguments: [
    "/wall nonsense", "/wall 0", "/wall c99", "/wall proposition", "/show c99 wall",
  ])
  func refused(line: String) throws {
    let desk = try desk(1)
    #expect(desk.problem(line)?.hint != nil)
    #expect(desk.desk.live?.log.wall.orders().isEmpty == true)
  }
}
