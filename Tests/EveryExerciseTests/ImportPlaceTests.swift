import CoDesign
import DesignThinking
import ExerciseProtocol
import OrderedCollections
import Testing
import Workshop
import WorkshopTesting

@Suite("Cards of a file land where a line that is typed would")
struct ImportPlaceTests {
  private func desk(_ activity: String) throws -> TestDesk {
    let exercises = TestExercises()
    exercises.install(CoDesign.plugin)
    exercises.install(DesignThinking.plugin)
    let desk = TestDesk(isInteractive: false, exercises: exercises)
    for line in ["/new Day", "/people add Zoe", "/agenda add \(activity)", "/start"] {
      try desk.perform(line)
    }
    desk.files.contents["ideas.txt"] = Array("One\nTwo #cheap\n".utf8)
    desk.files.contents["retro.csv"] = Array(
      "Column,Text,Votes\nPains,No roof,3\nGains,Quick,\nElse,Odd,\n".utf8)
    return desk
  }

  private func places(_ desk: TestDesk) -> [String?] {
    desk.session.board.values.map { $0.attributes["region"] }
  }

  @Test("A canvas: the region that is open, or the one that is named")
  func canvas() throws {
    let desk = try desk("canvas Map set=\"regions=Says: what | Pains: where | Gains\"")
    try desk.perform("/at pains")
    try desk.perform("/import ideas.txt")
    #expect(places(desk) == ["pains", "pains"])
    #expect(desk.session.board.values.map(\.tags) == [["pains"], ["cheap", "pains"]])
    try desk.perform("/undo")
    try desk.perform("/import ideas.txt into=3")
    #expect(places(desk) == ["gains", "gains"])
    #expect(
      desk.told("/import retro.csv into=Nowhere").first
        == "This activity has no place called “Nowhere”.")
  }

  @Test("A canvas whose regions are the columns of the file takes each card to its own")
  func columns() throws {
    let desk = try desk("canvas Map set=\"regions=Says | Pains | Gains\"")
    try desk.perform("/import retro.csv")
    #expect(places(desk) == ["pains", "gains", "says"])
    let shown = try desk.perform("/show").view.plainText
    #expect(shown.contains("No roof (3 votes)"))
  }

  @Test("What answers a card lies where that one does, and says what it answers")
  func answers() throws {
    let desk = try desk("canvas Map set=\"regions=Says | Pains | Gains\"")
    let board = """
      {"id": "b", "lists": [{"id": "l", "name": "Pains", "pos": 1}],
      "cards": [{"id": "k", "name": "No roof", "idList": "l", "pos": 1}],
      "checklists": [{"id": "h", "idCard": "k", "name": "Steps", "checkItems": [{"name": "one"}]}],
      "actions": [{"id": "a", "type": "commentCard", "memberCreator": {"fullName": "Bo"},
      "data": {"text": "Nor a bench", "card": {"id": "k"}}}]}
      """
    desk.files.contents["board.json"] = Array(board.utf8)
    try desk.perform("/import board.json")
    #expect(places(desk) == ["pains", "pains", "pains"])
    let shown = try desk.perform("/show").view.plainText
    #expect(shown.contains("c3  Nor a bench (Bo, on c1)"))
  }

  @Test(
    "What came out of a file is nobody's contribution here",
    arguments: ["collect Ideas", "discussion Talk", "chain Whys", "canvas Map"])
  func nobodys(activity: String) throws {
    let desk = try desk(activity)
    try desk.perform("/import ideas.txt")
    let before = try desk.perform("/show").view.plainText
    #expect(!before.contains("no name"))
    try desk.perform("@Zoe Mine")
    let after = try desk.perform("/show").view.plainText
    #expect(!after.contains("no name"))
    #expect(after.contains("1 of 1 has"))
  }

  @Test(
    "Every other activity for words takes them, too",
    arguments: ["collect Ideas", "group Themes", "discussion Talk", "commit Actions"])
  func others(activity: String) throws {
    let desk = try desk(activity)
    if activity.hasPrefix("group"), desk.problem("/import retro.csv") != nil { return }
    if desk.session.board.isEmpty { try desk.perform("/import retro.csv") }
    #expect(desk.session.board.values.map(\.text) == ["No roof", "Quick", "Odd"])
    #expect(try desk.perform("/show").view.plainText.contains("No roof"))
  }
}
