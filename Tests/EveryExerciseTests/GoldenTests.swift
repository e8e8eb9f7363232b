import ExerciseKit
import Rendering
import TestSupport
import Testing
import WorkshopTesting

/// Every exercise as the facilitator, the room and the reader of the report see it, at two widths
/// and as a screen reader says it, kept as files that a person can read.
@Suite("Every exercise as it is shown")
struct GoldenTests {
  private static let goldens = Goldens(beside: #filePath)

  private static let styles: [(name: String, style: TerminalStyle)] = [
    ("80 columns", TerminalStyle(columns: 80)), ("120 columns", TerminalStyle(columns: 120)),
    ("linear", TerminalStyle(columns: 80, isLinear: true)),
  ]

  @Test("as they were", arguments: EveryExercise.ids)
  func golden(exercise: String) throws {
    var text = ""
    for scene in Scenes.scenes(of: exercise) {
      text += try shown(scene, exercise)
    }
    #expect(try text == Self.goldens.kept("\(exercise).txt", now: text))
  }

  /// What is the same as for somebody before is not told again.
  private func shown(_ scene: Scene, _ exercise: String) throws -> String {
    let desk = try scene.play(exercise)
    var text = ""
    for (name, style) in Self.styles {
      var earlier: [(audience: Audience, text: String)] = []
      for audience in Audience.allCases {
        let view = try desk.view(for: audience)
        let rendered = TerminalRenderer(style).render(view)
        let same = earlier.first { $0.text == rendered }
        text += "==== \(scene.name), \(audience.rawValue), \(name)\n\n"
        text += same.map { "(as for the \($0.audience.rawValue))\n\n" } ?? rendered + "\n"
        earlier.append((audience, rendered))
      }
    }
    return text
  }

  @Test("no line is wider than the terminal, however narrow", arguments: EveryExercise.ids)
  func width(exercise: String) throws {
    for scene in Scenes.scenes(of: exercise) {
      let desk = try scene.play(exercise)
      for audience in Audience.allCases {
        let view = try desk.view(for: audience)
        for width in [20, 40, 80, 120] {
          for isLinear in [false, true] {
            let style = TerminalStyle(columns: width, isLinear: isLinear)
            for line in TerminalRenderer(style).render(view).split(separator: "\n") {
              #expect(columns(of: line) <= width, "\(scene.name): \(line)")
            }
          }
        }
      }
    }
  }

  @Test("colour tells nothing that the words don't", arguments: EveryExercise.ids)
  func colour(exercise: String) throws {
    for scene in Scenes.scenes(of: exercise) {
      let view = try scene.play(exercise).view(for: .facilitator)
      let coloured = TerminalRenderer(TerminalStyle(columns: 80, usesColour: true)).render(view)
      let plain = TerminalRenderer(TerminalStyle(columns: 80)).render(view)
      #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain, "\(scene.name)")
    }
  }

  /// Drawings are for eyes: nothing that a view holds may be in them alone.
  @Test("a screen reader is told all that there is", arguments: EveryExercise.ids)
  func linear(exercise: String) throws {
    for scene in Scenes.scenes(of: exercise) {
      let view = try scene.play(exercise).view(for: .room)
      let said = TerminalRenderer(TerminalStyle(columns: 1000, isLinear: true)).render(view)
      let spoken = Set(said.words)
      for word in view.json.texts.flatMap(\.words) {
        #expect(spoken.contains(word), "\(scene.name): \(word)")
      }
    }
  }
}

extension JSONValue {
  /// Every text in it, but for those that only say what a block is.
  fileprivate var texts: [String] {
    switch self {
    case .string(let text): [text]
    case .array(let items): items.flatMap(\.texts)
    case .object(let members):
      members.flatMap { ["block", "tone"].contains($0.name) ? [] : $0.value.texts }
    default: []
    }
  }
}

extension String {
  /// The words and numbers in it, in small letters.
  fileprivate var words: [String] {
    lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}
