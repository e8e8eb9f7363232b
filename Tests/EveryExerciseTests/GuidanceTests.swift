import ExerciseKit
import Rendering
import Testing

/// A person who has never run a method can: the guidance of every exercise has all that it takes.
@Suite("What every exercise advises")
struct GuidanceTests {
  private func steps(_ exercise: ExerciseDescription) -> [String] {
    exercise.guidance.filter { line in
      !["Tip: ", "Variation: ", "Accessibility: "].contains { line.hasPrefix($0) }
    }
  }

  @Test("steps, words for the room, tips, variations, and how nobody is left out")
  func kinds() {
    for exercise in EveryExercise.descriptions {
      #expect(steps(exercise).count >= 2, "\(exercise.id)")
      #expect(
        steps(exercise).contains { $0.contains("Say") && $0.contains("“") }, "\(exercise.id)")
      for word in ["Tip: ", "Variation: ", "Accessibility: "] {
        #expect(exercise.guidance.contains { $0.hasPrefix(word) }, "\(exercise.id): no \(word)")
      }
    }
  }

  /// Beneath the activity's title and question, and above the prompt.
  @Test("the steps fit on a screen of 80 by 24")
  func fit() {
    for exercise in EveryExercise.descriptions {
      let list = View([.list(steps(exercise), ordered: false)])
      let rows = TerminalRenderer(TerminalStyle(columns: 80)).render(list).split(separator: "\n")
      #expect(rows.count <= 15, "\(exercise.id) takes \(rows.count) rows")
    }
  }

  @Test("they come in one order: steps, tips, variations, accessibility")
  func order() {
    func rank(_ line: String) -> Int {
      ["Tip: ", "Variation: ", "Accessibility: "].firstIndex { line.hasPrefix($0) }.map { $0 + 1 }
        ?? 0
    }
    for exercise in EveryExercise.descriptions {
      let ranks = exercise.guidance.map(rank)
      #expect(ranks == ranks.sorted(), "\(exercise.id)")
    }
  }

  /// An example is a promise.
  @Test("commands that the guidance names are there")
  func commands() {
    let own: Set<String> = [
      "agenda", "back", "carry", "edit", "import", "next", "outcome", "people", "show", "start",
      "tag",
      "undo", "vote",
    ]
    for exercise in EveryExercise.descriptions {
      let known = own.union(exercise.actions.map(\.name))
      for line in exercise.guidance {
        for match in line.matches(of: /(?:^|[ (“])\/([a-z-]+)/) {
          #expect(known.contains(String(match.1)), "\(exercise.id): /\(match.1)")
        }
      }
    }
  }
}
