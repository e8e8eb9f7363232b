import ExerciseProtocol

extension Problem {
  /// A journal whose events contradict each other: it was edited by hand, or merged wrongly.
  static func inconsistent(_ conflict: TimelineConflict) -> Problem {
    let missing =
      conflict.missing.map { card in
        let words = card.text.count > 40 ? card.text.prefix(39) + "…" : card.text[...]
        return "its card \(card.id), “\(words)”, is missing."
      } ?? "it was passed over."
    return Problem(
      "Step \(conflict.step) of the journal speaks of \(conflict.reason.inWords); \(missing)",
      hint: "The journal was damaged, edited, or something in it was erased. All the rest stands.")
  }

  /// Another terminal was quicker, and took away what this was about.
  static func overtaken(by reason: Inconsistency) -> Problem {
    Problem(
      "Another terminal was quicker, and this speaks of \(reason.inWords) any more.",
      hint: "/show shows how things stand now.")
  }
}

extension Timeline {
  /// What was passed over, the first few of it, and how many more there are.
  var inconsistencies: [Problem] {
    let rest = passedOver.count - 3
    let first = passedOver.prefix(3).map { Problem.inconsistent($0) }
    guard rest > 0 else { return first }
    return first + [
      Problem(
        "\(rest.counted("more event", "more events")) that \(rest == 1 ? "builds" : "build") on "
          + "what is missing \(rest == 1 ? "was" : "were") passed over too.")
    ]
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
