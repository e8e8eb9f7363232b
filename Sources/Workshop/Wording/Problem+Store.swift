import ExerciseProtocol

extension Problem {
  /// A journal whose events contradict each other: it was edited by hand, or merged wrongly.
  static func inconsistent(_ conflict: TimelineConflict) -> Problem {
    Problem(
      "Step \(conflict.step) of the journal speaks of \(conflict.reason.inWords); "
        + "it was passed over.",
      hint: "The journal was edited or something in it was erased. All the rest stands.")
  }

  /// Another terminal was quicker, and took away what this was about.
  static func overtaken(by reason: Inconsistency) -> Problem {
    Problem(
      "Another terminal was quicker, and this speaks of \(reason.inWords) any more.",
      hint: "/show shows how things stand now.")
  }
}

extension Inconsistency {
  var inWords: String {
    switch self {
    case .noCard(let id): "the card \(id), which is not there"
    case .noParticipant(let id): "the participant \(id), who is not there"
    case .noActivity(let id): "the activity \(id), which is not there"
    case .noPoll(let id): "the secret vote \(id), which is not there"
    case .nothingCurrent: "the current activity, and there is none"
    }
  }
}
