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
  ///
  /// In one pass, because the new name may hold the name of an example.
  func replacingExamples(in text: String) -> String {
    var (done, rest) = ("", text[...])
    while let next = nextExample(in: rest) {
      done += rest[..<next.range.lowerBound] + next.name
      rest = rest[next.range.upperBound...]
    }
    return done + rest
  }

  /// The first example's name; of those that begin there the longest.
  private func nextExample(in text: Substring) -> (range: Range<String.Index>, name: String)? {
    let found = ownNames.compactMap { example, name in
      text.firstRange(of: example).map { ($0, name) }
    }
    return found.min { ($0.0.lowerBound, $1.0.upperBound) < ($1.0.lowerBound, $0.0.upperBound) }
  }

  private var ownNames: [(example: String, name: String)] {
    [
      ("FistOfFive", type), ("fist-of-five", id), ("Fist of five", title),
      ("\\\"id\\\":\\\"energy\\\"", "\\\"id\\\":\\\"\(id)\\\""),
      ("\\\"name\\\":\\\"Energy\\\"", "\\\"name\\\":\\\"\(title)\\\""),
      ("\"exercise\"), \"energy\")", "\"exercise\"), \"\(id)\")"),
      ("energy.charrette", "try.charrette"), ("energy.transcript", "try.transcript"),
      ("libenergy.so", "lib\(id).so"), ("energy.c", "\(identifier).c"),
      ("/agenda add energy", "/agenda add \(id)"), ("# Energy", "# \(title)"),
    ]
  }
}
