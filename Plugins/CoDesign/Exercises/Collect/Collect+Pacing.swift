import ExerciseKit

extension Room<Collect> {
  /// Whose turn it is, where there are turns.
  var speaker: ParticipantID? { settings.mode == .rounds ? state.turns.speaker : nil }

  /// The speaker is done, or comes back later; the next one's turn.
  func turn(isSkipping: Bool) -> [Effect<Collect.Event>] {
    let next = state.turns.next(among: voices.map(\.id), isSkipping: isSkipping)
    return [
      .record(.turn(isSkipping ? .skipped(next: next) : .spoke(next: next))),
      .notice(name(of: next).map { "Next: \($0)." } ?? "The round is over."),
    ]
  }

  /// - Throws: where turns would tell whose idea it was.
  func beginTurns(_ round: Int) throws(Refusal) -> [Effect<Collect.Event>] {
    guard settings.privacy == .open else {
      throw Refusal(
        "Where no names are kept, nobody can take turns: who spoke would tell whose it was.",
        hint: "Set mode to solo or pass-it-on, or privacy to open, on the agenda.")
    }
    let order = Turns.order(
      of: voices.map(\.id), round: round, after: state.turns.order, seed: seed)
    guard let first = name(of: order.first) else {
      throw Refusal("Nobody is on the roster yet.", hint: "/people add Ruth, Roger")
    }
    return [
      .record(.turn(.began(round: round, order: order))),
      .notice("Round \(round). \(first) begins. \(say(for: round))"),
    ]
  }

  func beginSheets(_ round: Int) -> [Effect<Collect.Event>] {
    let ring = Turns.order(of: voices.map(\.id), round: 1, after: [], seed: seed)
    // Whoever came since sits down at the end; nobody changes seats.
    let seated = state.ring.isEmpty ? ring : state.ring + ring.filter { !state.ring.contains($0) }
    return lasted(before: round) + [
      .record(.began(round: round, ring: seated, pace: pace(of: round))),
      .notice("\(words(for: round)) \(say(for: round))"),
    ]
  }

  private func pace(of round: Int) -> Collect.Pace {
    guard settings.mode != .passItOn else {
      return .init(label: "round \(round)", seconds: settings.roundMinutes * 60)
    }
    let step = min(max(round, 1), 4) - 1
    return .init(
      label: ["alone", "pairs", "fours", "all"][step], seconds: settings.steps[step] * 60)
  }

  /// How long the round or step took that ends now, where that was more than planned.
  private func lasted(before next: Int) -> [Effect<Collect.Event>] {
    guard state.round > 0, next != state.round else { return [] }
    let minutes = (now.milliseconds &- state.since) / 60_000
    let planned =
      settings.mode == .passItOn
      ? settings.roundMinutes : settings.steps[min(state.round, 4) - 1]
    guard minutes > planned, minutes <= 1440 else { return [] }
    return [.notice("That took \(counted(minutes, "minute")), of \(planned).")]
  }
}
