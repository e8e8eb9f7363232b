internal import Lines

/// What a new plugin is called, in each of the ways that are needed.
struct StarterName: Sendable {
  /// `my-exercise`.
  let id: String

  init(_ id: String) throws(Problem) {
    let words = id.split(separator: "-", omittingEmptySubsequences: false)
    let isKebabCase = words.allSatisfy { word in
      !word.isEmpty && word.utf8.allSatisfy { 0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 }
    }
    guard isKebabCase, id.first?.isLetter == true, id.utf8.count <= 40 else {
      throw Problem(
        "“\(id)” can't be a plugin's name.",
        hint: "Small letters and digits with hyphens between, such as my-exercise.",
        isUsage: true)
    }
    self.id = id
  }

  private var words: [Substring] { id.split(separator: "-") }

  /// `MyExercise`; apart from the names that ExerciseKit and the example itself have.
  var type: String {
    let joined = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    return Self.taken.contains(joined) ? joined + "Exercise" : joined
  }

  /// `My exercise`.
  var title: String {
    let title = words.joined(separator: " ")
    return title.prefix(1).uppercased() + title.dropFirst()
  }

  /// `my_exercise`.
  var identifier: String { words.joined(separator: "_") }

  private static let taken: Set<String> = [
    "Action", "ActionAbout", "Array", "Audience", "Board", "Bool", "Call", "Card", "CardID",
    "Chance", "Change", "Duel", "Duels", "Effect", "Event", "Exercise", "ExerciseAbout",
    "ExerciseKit", "ExerciseTesting", "Field", "Fields", "Fingers", "Harness", "Int",
    "Manifest", "Never", "Optional", "Paper", "Participant", "Plugin", "Ranking", "Refusal",
    "Reply", "Request", "Result", "Room", "Rule", "Self", "Set", "Settings", "State", "String",
    "Suite", "Swift", "Test", "Testing", "Timestamp", "Type", "View",
  ]

  /// The examples' names in a text, each for its own. Sentences keep their words.
  func replacingExamples(in text: String) -> String {
    text.replacing("FistOfFive", with: type).replacing("fist-of-five", with: id)
      .replacing("Fist of five", with: title)
      .replacing("\\\"id\\\":\\\"energy\\\"", with: "\\\"id\\\":\\\"\(id)\\\"")
      .replacing("\\\"name\\\":\\\"Energy\\\"", with: "\\\"name\\\":\\\"\(title)\\\"")
      .replacing("\"exercise\"), \"energy\")", with: "\"exercise\"), \"\(id)\")")
      .replacing("energy.charrette", with: "try.charrette")
      .replacing("energy.transcript", with: "try.transcript")
      .replacing("libenergy.so", with: "lib\(id).so")
      .replacing("energy.c", with: "\(identifier).c")
      .replacing("/agenda add energy", with: "/agenda add \(id)")
      .replacing("# Energy", with: "# \(title)")
  }
}
