extension CountRequest {
  /// What becomes of an election with ties that no rule breaks, where it is the same however they
  /// are decided; nil where it isn't, or where there are too many ways to decide them.
  ///
  /// Every way is followed: more than any lot could give, since a lot stands by its order. So where
  /// all agree, no lot could have changed who is elected.
  func followingEveryUniverse(of election: Election) -> Outcome? {
    var open: [[Int]] = [[]]
    var followed = 0
    var first: Outcome?
    while let universe = open.popLast() {
      followed += 1
      guard followed <= Self.mostUniverses else { return nil }
      var request = self
      request.tieBreak.universe = universe
      guard let outcome = try? request.count(election) else { return nil }
      if let first, Set(first.winners) != Set(outcome.winners) { return nil }
      first = first ?? outcome
      let decisions = outcome.ties.filter { $0.resolution == .immaterial }
      for place in decisions.indices.dropFirst(universe.count) {
        let path = universe + Array(repeating: 0, count: place - universe.count)
        open += decisions[place].candidates.indices.dropFirst().map { path + [$0] }
      }
    }
    return first
  }

  private static let mostUniverses = 1000
}
