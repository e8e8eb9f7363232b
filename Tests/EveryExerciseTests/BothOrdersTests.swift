import ExerciseProtocol
import Testing
import Workshop
import WorkshopTesting

/// A name may stand before or behind what it is about, in every line that an exercise teaches.
@Suite("A name in either order")
struct BothOrdersTests {
  /// What a line is about, and what is said: `c3=2 c7` and nothing, `pains:` and the words.
  struct Line: CustomStringConvertible {
    var exercise: String
    var command: String
    var about: String
    var said: String
    var isPlain: Bool

    var description: String { "\(exercise): \(command) \(about) | \(said)" }

    var orders: [String] {
      let start = isPlain ? "" : "/\(command) "
      return ["\(start)@Ruth Hyde: \(about) \(said)", "\(start)\(about) @Ruth Hyde: \(said)"]
    }
  }

  /// From the examples of every action that may be somebody's.
  static let lines: [Line] = EveryExercise.descriptions.flatMap { exercise in
    exercise.actions.filter { $0.attribution != .none }.flatMap { action in
      action.examples.flatMap { example -> [Line] in
        let words = example.split(separator: " ").map(String.init).dropFirst()
          .filter { $0 != "@Ruth" && $0 != "owner=Ruth" }
        let about = words.prefix { isAbout($0) }
        guard !about.isEmpty else { return [] }
        let line = Line(
          exercise: exercise.id, command: action.name, about: about.joined(separator: " "),
          said: words.dropFirst(about.count).joined(separator: " "), isPlain: false)
        guard action.name == exercise.lineAction else { return [line] }
        // In a plain line a card that is answered has its sign.
        var plain = line
        plain.isPlain = true
        if action.fields.first?.type == .card { plain.about = ">" + plain.about }
        return [line, plain]
      }
    }
  }

  private static func isAbout(_ word: String) -> Bool {
    ["consent", "objection", "concern"].contains(word) || word.hasSuffix(":")
      || word.split { "=>,;-".contains($0) }.allSatisfy { part in
        Int(part) != nil || part.first == "c" && Int(part.dropFirst()) != nil
      }
  }

  @Test("The examples have such lines, of many exercises")
  func some() {
    #expect(Set(Self.lines.map(\.exercise)).count >= 10)
    #expect(Self.lines.contains { $0.about == "pains:" })
  }

  @Test("gives the same", arguments: lines)
  func same(_ line: Line) throws {
    var calls: [Call] = []
    for order in line.orders {
      let scene = Scene(
        "orders", cards: (1...12).map { "Card \($0)" },
        settings: line.exercise == "consent" ? "privacy=open" : nil)
      let desk = try scene.play(line.exercise)
      let call = (try? desk.call(order)) ?? desk.exercises.calls.last
      if let call { calls.append(call) }
    }
    guard !calls.isEmpty else { return }  // Sealed unless it is set otherwise: nothing is typed.
    #expect(calls.count == 2, "\(line)")
    #expect(calls.first?.actor == "p1" || calls.first?.actor == nil, "\(line)")
    #expect(calls.first?.actor == calls.last?.actor, "\(line)")
    #expect(calls.first?.fields == calls.last?.fields, "\(line)")
    let text = calls.first?.fields.text() ?? ""
    #expect(!text.contains("@"), "\(line): \(text)")
  }

  @Test(
    "Regions, replies and answers, as they are typed in a room",
    arguments: [
      ("canvas", ["pains: @Priya I wait", "@Priya pains: I wait", "@Priya: Pains: I wait"]),
      ("canvas", ["pains:@Priya I wait", "@Priya, 5: I wait", "/put 5: @Priya I wait"]),
      ("discussion", [">c1 @Priya yes", "@Priya >c1 yes", "> c1 @Priya yes", "c1 @Priya yes"]),
      ("discussion", ["@Priya c1 yes", "/say c1 @Priya yes", "/say @Priya c1 yes"]),
      ("collect", [">c1 @Priya yes", "@Priya: >c1 yes", "c1 @Priya: yes"]),
      ("commit", [">c1 @Priya Write", "@Priya c1 Write", "/action c1 @Priya Write"]),
      ("matrix", ["@Priya c1 7 2", "c1 7 2 @Priya"]),
      ("dot-voting", ["@Priya c1=2 c2", "c1=2 c2 @Priya", "c1=2 c2 @Priya."]),
      ("survey", ["@Priya 4", "4 @Priya"]),
    ])
  func rooms(_ exercise: String, _ lines: [String]) throws {
    var seen: [[Event]] = []
    for line in lines {
      let scene = Scene(
        "orders", people: "Priya", cards: ["one", "two"],
        settings: exercise == "matrix"
          ? "placed-by=everybody" : exercise == "survey" ? "privacy=open" : nil)
      let desk = try scene.play(exercise)
      seen.append(try desk.events(of: line))
    }
    for (line, events) in zip(lines, seen) { #expect(events == seen[0], "\(line)") }
    #expect(!"\(seen[0])".contains("@"))
  }
}
