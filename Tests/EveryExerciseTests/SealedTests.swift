import ExerciseKit
import ExerciseTesting
import Testing

/// What is written or voted in the booth, in every exercise that can be sealed.
@Suite("Sealed, every exercise")
struct SealedTests {
  static let exercises = EveryExercise.descriptions.filter { exercise in
    let field = exercise.settings.first { $0.name == "privacy" }
    return if case .choice(let names)? = field?.type { names.contains("sealed") } else { false }
  }.map(\.id)

  private func harness(_ exercise: String, _ seed: Int) throws -> Harness {
    let plugin = try #require(EveryExercise.plugin(of: exercise))
    var settings: JSONValue = ["privacy": "sealed"]
    if exercise == "matrix" { settings = ["privacy": "sealed", "placed-by": "everybody"] }
    return try Harness(
      plugin, exercise: exercise, focus: "What now?", settings: settings,
      cards: ["Bus", "Roof", "日本語", "Light"], people: ["Ruth", "Roger", "Mike"])
  }

  @Test("ballots at random never stop it, and nobody is named", arguments: exercises)
  func reveal(exercise: String) throws {
    for seed in 0..<6 as Range<Int> {
      let harness = try harness(exercise, seed)
      var random = RandomBallots(seed: seed)
      let paper = try #require(try harness.paper())
      let ballots = random.ballots(Int(seed) * 3, on: paper).filter { $0.isFilled }
      try harness.reveal(ballots, lot: Int(seed))
      let views = try Audience.allCases.map { try harness.view(for: $0) }
      for view in views { #expect(!view.json.text().contains("Ruth")) }
      for state in [nil, try harness.state()] {
        try harness.reopen(from: state)
        #expect(try Audience.allCases.map { try harness.view(for: $0) } == views)
      }
    }
  }

  /// Ballots come in no order: another one changes nothing that is shown, but for the labels of
  /// cards.
  @Test("the order of the ballots tells nothing", arguments: exercises)
  func order(exercise: String) throws {
    var random = RandomBallots(seed: 7)
    let one = try harness(exercise, 7)
    let ballots = random.ballots(9, on: try #require(try one.paper())).filter { $0.isFilled }
    try one.reveal(ballots, lot: 3)
    let other = try harness(exercise, 7)
    try other.reveal(ballots.reversed(), lot: 3)
    #expect(one.cards.map(\.text).sorted() == other.cards.map(\.text).sorted())
    #expect(Set(one.cards.map(\.attributes)) == Set(other.cards.map(\.attributes)))
    #expect(try one.give().count == other.give().count)
  }
}

extension Ballot {
  /// Whether anything is on it: the booth takes no empty text for a required one.
  fileprivate var isFilled: Bool {
    guard case .answers(let answers) = mark else { return false }
    return answers.values.contains { value in
      switch value {
      case .string(let text): !text.isEmpty
      case .array(let items): !items.isEmpty
      case .object(let members): !members.isEmpty
      default: true
      }
    }
  }
}
