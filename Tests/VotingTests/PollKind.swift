import ExerciseKit
import ExerciseTesting
import Testing
import Voting
import VotingMethods

/// One way to set a poll.
struct PollKind: CustomTestStringConvertible, Sendable {
  var exercise: String
  var settings: JSONValue
  /// A vote that can be cast on three cards, as fields of the line action.
  var vote: JSONValue

  var testDescription: String { "\(exercise) \(settings.text())" }

  init(_ exercise: String, _ settings: JSONValue = [:], vote: JSONValue) {
    (self.exercise, self.settings, self.vote) = (exercise, settings, vote)
  }

  /// The line action's name.
  var action: String {
    plugin.manifest.exercises.first { $0.id == exercise }?.lineAction ?? ""
  }

  func harness(
    _ privacy: String, cards: [String] = ["Guide", "Training", "Time"],
    people: [String] = ["Ruth", "Roger", "Mike"]
  ) throws -> Harness {
    guard case .object(let members) = settings else { throw HarnessFailure.fault("no settings") }
    let harness = try Harness(
      plugin, exercise: exercise, focus: "What first?",
      settings: .object(members + [.init("privacy", .string(privacy))]), cards: cards,
      people: people)
    if exercise == "budget" {
      for (index, card) in harness.cards.enumerated() {
        try harness.change(card.id) { $0.attributes["cost"] = "\(100 * (index + 1))" }
      }
    }
    return harness
  }

  /// Each exercise as it comes, or as near to that as can be.
  static let plain: [PollKind] = [
    PollKind("dot-voting", vote: ["dots": ["c1": 2, "c2": 1]]),
    PollKind("choose", vote: ["cards": ["c1"]]),
    PollKind("rank", vote: ["order": [["c1"], ["c2"]]]),
    PollKind("score", vote: ["points": ["c1": 5, "c2": 1]]),
    PollKind("grade", vote: ["grades": ["c1": 5, "c2": 1]]),
    PollKind("quadratic", vote: ["votes": ["c1": 4, "c2": -3]]),
    PollKind("budget", ["budget": 300], vote: ["cards": ["c1", "c2"]]),
    PollKind("agree", vote: ["answers": ["c1": 4, "c2": 0], "reason": "Too dear"]),
    PollKind("duels", vote: ["duels": [["c1", "c2"]]]),
    PollKind("opinions", vote: ["answers": ["c1": 2, "c2": 0]]),
  ]

  /// Each exercise with each of its methods, and with settings that matter.
  static let all: [PollKind] = plain.flatMap { kind in
    let methods = plugin.manifest.exercises.first { $0.id == kind.exercise }?.settings
      .first { $0.name == "method" }?.type
    guard case .choice(let names)? = methods, case .object(let members) = kind.settings else {
      return [kind, kind.with("winners", 2, unless: kind.exercise == "opinions")]
    }
    return names.flatMap { name in
      let one = PollKind(
        kind.exercise, .object(members + [.init("method", .string(name))]), vote: kind.vote)
      let several = ["choose", "rank"].contains(kind.exercise)
      return several ? [one, one.with("winners", 2, unless: false)] : [one]
    }
  }

  private func with(_ name: String, _ value: JSONValue, unless isSkipped: Bool) -> PollKind {
    guard !isSkipped, case .object(let members) = settings else { return self }
    return PollKind(exercise, .object(members + [.init(name, value)]), vote: vote)
  }
}

extension Harness {
  /// All that anybody can see, as text.
  func seen() throws -> String {
    let views = try Audience.allCases.map { try view(for: $0).json.text() }
    return (views + (try give().map(\.rawValue))).joined(separator: "\n")
  }

  /// The label, caption and mark of each bar.
  func bars() throws -> [String] {
    try view().blocks.flatMap { block -> [String] in
      guard case .bars(let bars) = block else { return [] }
      return bars.map { "\($0.label): \($0.caption)\($0.isChosen ? " ✓" : "")" }
    }
  }

  /// The last paragraph: how many voted and what comes of it.
  func lastWords() throws -> String {
    guard case .text(let words)? = try view().blocks.last else { return "" }
    return words
  }
}
