import CoDesign
import ExerciseKit
import ExerciseTesting
import Testing

extension Harness {
  /// Everything that an audience is shown, as one text.
  func shown(_ audience: Audience = .room) throws -> String {
    try view(for: audience).json.text()
  }

  /// Why an action is declined.
  func refusal(
    _ action: String, _ fields: JSONValue = [:], as person: String? = nil
  ) throws -> Refusal {
    try #require(throws: Refusal.self) { try self.run(action, fields, as: person) }
  }

  /// The bars as `label: caption`, a mark after those that are chosen.
  func bars() throws -> [String] {
    try view().blocks.flatMap { block -> [String] in
      guard case .bars(let bars) = block else { return [] }
      return bars.map { "\($0.label): \($0.caption)\($0.isChosen ? " ✓" : "")" }
    }
  }

  /// Whatever is shown, given and kept is the same when the activity is opened from its events, and
  /// from its state.
  func expectToReopen() throws {
    let (views, given) = (try Audience.allCases.map { try shown($0) }, try give())
    for state in [nil, try state()] {
      try reopen(from: state)
      #expect(try Audience.allCases.map { try shown($0) } == views)
      #expect(try give() == given)
    }
  }
}

/// An activity of one of the plugin's exercises, with four people.
func activity(
  _ exercise: String, _ settings: JSONValue = [:], cards: [String] = [], focus: String? = nil,
  people: [String] = ["Ruth", "Roger", "Mike", "Rhona"]
) throws -> Harness {
  try Harness(
    plugin, exercise: exercise, focus: focus, settings: settings, cards: cards, people: people)
}
