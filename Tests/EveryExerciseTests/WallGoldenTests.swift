import ExerciseKit
import Rendering
import TestSupport
import Testing
import Workshop
import WorkshopTesting

/// Large boards as the wall shows them, page by page, at the sizes of a laptop, a projector and a
/// large screen, kept as files that a person can read.
@Suite("The wall of a full room")
struct WallGoldenTests {
  private static let goldens = Goldens(beside: #filePath)
  private static let sizes = [(80, 24), (100, 35), (160, 50)]

  private static let ideas = (1...24).map { number in
    "\(Scene.needs[number % Scene.needs.count]) (\(number))"
  }

  static let scenes: [String: Scene] = {
    var scenes: [String: Scene] = [:]
    scenes["group"] = scene(
      "24 cards", cards: ideas,
      [
        "c1-c6 Getting about", "c7-c11 Words that everybody reads", "c12-c15 屋根とベンチ",
        "c16 Kindness",
      ])
    scenes["matrix"] = scene(
      "24 cards", cards: ideas,
      (1...20).map { "c\($0) \($0 * 7 % 10 + 1) \($0 * 3 % 10 + 1)" })
    scenes["canvas"] = scene(
      "24 cards", (1...24).map { "@Ruth \($0 % 4 + 1): \(ideas[$0 - 1])" })
    var journey = scene(
      "journey", (1...24).map { "@Mo \($0 % 5 + 1).\($0 % 3 + 1): \(ideas[$0 - 1])" })
    journey.settings = "preset=journey-map"
    scenes["journey"] = journey
    scenes["discussion"] = scene(
      "24 cards", cards: ["From before"], ideas.map { "@Siân \($0)" } + [">c5 I see that too"])
    scenes["collect"] = scene("24 cards", cards: ["From before"], ideas)
    return scenes
  }()

  private static func scene(
    _ name: String, cards: [String] = [], _ lines: [String]
  ) -> Scene {
    var scene = Scene(name, cards: cards)
    scene.lines = lines
    return scene
  }

  @Test("as it was", arguments: scenes.keys.sorted())
  func golden(name: String) throws {
    let scene = try #require(Self.scenes[name])
    let view = try scene.play(name == "journey" ? "canvas" : name).view(for: .room)
    var text = ""
    for (columns, rows) in Self.sizes {
      let pages = WallPages(view, style: TerminalStyle(columns: columns), rows: rows - 2).pages
      for (number, page) in pages.enumerated() {
        text += "==== \(columns)×\(rows), page \(number + 1) of \(pages.count)\n"
        text += page.lines.map { $0 + "\n" }.joined()
      }
    }
    #expect(try text == Self.goldens.kept("wall-\(name).txt", now: text))
  }

  @Test("names no command and gives no hints", arguments: EveryExercise.ids)
  func forTheRoom(exercise: String) throws {
    for scene in Scenes.scenes(of: exercise) {
      let view = try scene.play(exercise).desk.wallView()
      for block in view.blocks {
        guard case .note(let text, let tone) = block else { continue }
        #expect(tone != .hint && !text.contains(" /"), "\(scene.name): \(text)")
      }
    }
  }

  @Test("the cards that have no place are told apart", arguments: ["group", "matrix"])
  func loose(name: String) throws {
    let view = try #require(Self.scenes[name]).play(name).view(for: .facilitator)
    let placed = name == "group" ? 16 : 20
    #expect(view.loose == ((placed + 1)...24).map { CardID("c\($0)") })
  }

  @Test("of a discussion nobody says which cards have no place")
  func noPlaces() throws {
    let view = try #require(Self.scenes["discussion"]).play("discussion").view(for: .room)
    #expect(view.loose == nil)
  }
}
