import ExerciseKit
import WorkshopTesting

/// A way of voting and counting: an exercise with its settings, for every method that the exercises
/// know. Made from their own declarations, so that a new method is in it by itself.
struct VoteKind: CustomStringConvertible, Sendable {
  var exercise: String
  var method: String?

  static let all: [VoteKind] = EveryExercise.descriptions.filter(isVote).flatMap { exercise in
    let methods = exercise.settings.first { $0.name == "method" }.flatMap { field in
      if case .choice(let names) = field.type { names } else { nil }
    }
    return methods.map { $0.map { VoteKind(exercise: exercise.id, method: $0) } }
      ?? [VoteKind(exercise: exercise.id)]
  }

  /// The exercises of the Voting plugin, all of which the host counts by the rule on their paper.
  private static func isVote(_ exercise: ExerciseDescription) -> Bool {
    EveryExercise.plugins[1].manifest.exercises.contains { $0.id == exercise.id }
  }

  var settings: String {
    ["privacy=sealed", method.map { "method=\($0)" }, exercise == "budget" ? "budget=250" : nil]
      .compactMap(\.self).joined(separator: ",")
  }

  var description: String { exercise + (method.map { " by \($0)" } ?? "") }
}
