import CoDesign
import ExerciseKit
import ExerciseTesting
import Testing

/// What every exercise of this plugin does with names.
@Suite struct PrivacyTests {
  @Test(
    arguments: [
      ("matrix", ["placed-by": "everybody", "privacy": "open"], "place", ["at": "c1 1 1"]),
      ("survey", ["privacy": "open"], "answer", ["text": "4"]),
    ] as [(String, JSONValue, String, JSONValue)])
  func `where names are kept, an answer that counts is somebody's`(
    exercise: String, settings: JSONValue, action: String, fields: JSONValue
  ) throws {
    let harness = try activity(exercise, settings, cards: ["A"])
    #expect(try harness.refusal(action, fields).message == "Whose is this?")
    try harness.run(action, fields, as: "Ruth")
  }

  /// Taken anonymously, nothing that is kept or shown knows a person.
  @Test(
    arguments: [
      ("collect", ["mode": "pass-it-on", "privacy": "anonymous"], "idea", ["text": "A"]),
      ("matrix", ["placed-by": "everybody", "privacy": "anonymous"], "place", ["at": "c1 1 1"]),
      ("chain", ["privacy": "anonymous"], "step", ["text": "A"]),
      ("crowd-scoring", ["privacy": "anonymous"], "score", ["scores": ["c1": 3]]),
      ("consent", ["privacy": "anonymous"], "say", ["grade": 2]),
      ("commit", ["privacy": "anonymous"], "action", ["text": "A"]),
      ("survey", [:], "answer", ["text": "4"]),
    ] as [(String, JSONValue, String, JSONValue)])
  func `where no names are kept, none is`(
    exercise: String, settings: JSONValue, action: String, fields: JSONValue
  ) throws {
    let harness = try activity(exercise, settings, cards: ["A"])
    let step = try harness.run(action, fields, as: "Ruth")
    let told = step.occurrences.map { $0.json.text() }.joined()
    #expect(!told.contains("p1") && !told.contains("Ruth"))
    #expect(try !harness.state().data.text().contains("p1"))
    #expect(try !harness.shown(.report).contains("Ruth"))
  }

  /// A setting that means something to the host has to be one that it knows.
  @Test func `the setting is called and spelt as the host enforces it`() {
    for exercise in plugin.manifest.exercises where exercise.id != "group" {
      guard exercise.id != "rounds" else { continue }
      let field = exercise.settings.first { $0.name == "privacy" }
      guard case .choice(let names)? = field?.type else {
        Issue.record("\(exercise.id) has no choice “privacy”")
        continue
      }
      #expect(Set(names).isSubset(of: ["open", "anonymous", "sealed"]))
    }
  }

  @Test func `every exercise tells what to say, and how nobody is left out`() {
    for exercise in plugin.manifest.exercises {
      #expect(exercise.guidance.contains { $0.contains("Say") }, "\(exercise.id)")
      for word in ["Tip: ", "Accessibility: "] {
        #expect(exercise.guidance.contains { $0.hasPrefix(word) }, "\(exercise.id) \(word)")
      }
    }
  }

  /// The commands of the house: an action of one of these names could never be reached.
  @Test func `no action has the name of a command`() {
    let commands: Set<String> = [
      "start", "next", "back", "goto", "time", "agenda", "show", "cards", "tag", "edit", "undo",
      "redo", "log", "people", "outcome", "report", "new", "open", "sessions", "save-as", "plugins",
      "help", "quit", "poll", "templates", "booth", "wall",
    ]
    for exercise in plugin.manifest.exercises {
      #expect(commands.isDisjoint(with: exercise.actions.map(\.name)), "\(exercise.id)")
    }
  }
}
