extension CountRequest {
  /// What following all ways in which a lot could fall came to.
  enum Universes {
    /// Whoever is elected is so in every way: the count of the first.
    case agree(Outcome)
    /// The tie on which it depends who is elected, the earliest one.
    case differ(Tie)
    /// Too many ways, or one that has no result.
    case unknown
  }

  /// Counts an election with ties that no rule breaks, once for every way in which a lot could
  /// decide them.
  ///
  /// A lot is one order of all candidates for the whole of a count (see ``PartialLot``), so that
  /// these are all ways there are, and each of them is one that a lot can give.
  ///
  /// - Parameter count: counts by a request.
  func followingEveryUniverse(
    _ count: (CountRequest) throws(CountFault) -> Outcome
  ) -> Universes {
    var open: [[Int]] = [[]]
    var ways: [Way] = []
    var first: Outcome?
    while let path = open.popLast() {
      guard ways.count < Self.mostUniverses else { return .unknown }
      var request = self
      request.tieBreak.universe = path
      guard var outcome = try? count(request) else { return .unknown }
      let choices = outcome.choices
      for place in choices.indices.dropFirst(path.count) {
        let before = path + Array(repeating: 0, count: place - path.count)
        open += choices[place].between.indices.dropFirst().map { before + [$0] }
      }
      outcome.choices = []
      ways.append(Way(path: path, choices: choices, winners: Set(outcome.winners)))
      first = first ?? outcome
    }
    guard let first else { return .unknown }
    if ways.allSatisfy({ $0.winners == Set(first.winners) }) { return .agree(first) }
    return decisive(among: ways).map(Universes.differ) ?? .unknown
  }

  private static let mostUniverses = 1000

  /// Of a runoff there can be more ways than can be followed, and few sets of candidates left.
  /// Earlier stages must not matter for that, so that only ties without any rule are looked at so.
  func followingRunoff(of election: Election) -> Universes? {
    guard method == .irv, tieBreak.rules.isEmpty,
      let ballots = try? rankings(of: election.ballots)
    else { return nil }
    let most = max(1_000, 20_000_000 / max(1, ballots.counts.count))
    var universes = RunoffUniverses(ballots, most: most)
    do throws(TallyFault) {
      if let tie = try universes.decisiveTie() { return .differ(tie) }
    } catch { return nil }
    var first = self
    first.tieBreak.universe = []
    return (try? first.count(election)).map { outcome in
      var outcome = outcome
      outcome.choices = []
      return .agree(outcome)
    }
  }

  /// One way in which all open choices of a count went.
  private struct Way {
    /// Which way they went, as far as it is not the first one.
    var path: [Int]
    var choices: [PartialLot.Choice]
    var winners: Set<Int>

    func choice(_ place: Int) -> Int { place < path.count ? path[place] : 0 }
  }

  /// The first choice, on the way of those before that all went the first way, after which others
  /// can be elected than after another answer to it.
  private func decisive(among ways: [Way]) -> Tie? {
    var left = ways
    for (place, choice) in ways[0].choices.enumerated() {
      let ends = choice.between.indices.map { answer in
        Set(left.filter { $0.choice(place) == answer }.map(\.winners))
      }
      if ends.contains(where: { $0 != ends[0] }) { return choice.tie }
      left.removeAll { $0.choice(place) != 0 }
    }
    return nil
  }
}
