public import ExerciseProtocol

/// Who has done their part, told the same way in every exercise: “7 of 10 have contributed.”
extension Room {
  /// Everybody whose voice is waited for: the participants, or the whole roster where it has none.
  public var voices: [Participant] {
    let voices = participants.filter { $0.role == .participant }
    return voices.isEmpty ? participants : voices
  }

  /// `7 of 10 have contributed`; nil where nobody is waited for. A facilitator counts only once
  /// they have done it too.
  ///
  /// - Parameters:
  ///   - ready: who has; those whom the roster does not know are not counted.
  ///   - done: what they have done: “contributed”.
  public func turnout(_ ready: some Sequence<ParticipantID>, _ done: String) -> String? {
    let ready = Set(ready)
    let count = participants.count { ready.contains($0.id) }
    let all = count + waited(for: ready).count
    return all == 0 ? nil : "\(count) of \(all) \(count == 1 ? "has" : "have") \(done)"
  }

  /// How many have done their part, as far as that is known, and for the facilitator alone who has
  /// not: nobody is shown up on the wall.
  ///
  /// - Parameters:
  ///   - ready: who has; those whom the roster does not know are not counted.
  ///   - count: of all contributions, for where no names are kept.
  ///   - unnamed: how many contributions are nobody's though names are kept.
  ///   - done: what they have done: “contributed”.
  public func readiness(
    _ ready: [ParticipantID], count: Int, unnamed: Int = 0, _ done: String, _ privacy: Privacy,
    for audience: Audience
  ) -> [View.Block] {
    // A report is for those who were not there: who was still awaited is nothing to them.
    guard audience != .report else {
      return privacy == .open ? [] : [.text("No names were kept.")]
    }
    switch privacy {
    case .sealed where lot == nil && count == 0:
      return [.text("What is written in the booth stays sealed until the box is opened.")]
    case .anonymous, .sealed:
      return [.text("\(contributions(count)) so far. No names are kept.")]
    case .open:
      guard let turnout = turnout(ready, done) else { return [] }
      let verb = unnamed == 1 ? "has" : "have"
      let rest = unnamed > 0 ? " \(contributions(unnamed)) \(verb) no name." : ""
      let missing = waited(for: Set(ready)).map(\.name)
      let isTold = audience == .facilitator && !missing.isEmpty && !ready.isEmpty
      return [.text("\(turnout).\(rest)")]
        + (isTold ? [.note("Not yet: \(missing.listed)", .hint)] : [])
    }
  }

  private func waited(for ready: Set<ParticipantID>) -> [Participant] {
    voices.filter { !ready.contains($0.id) }
  }

  private func contributions(_ count: Int) -> String {
    count == 1 ? "1 contribution" : "\(count) contributions"
  }
}
