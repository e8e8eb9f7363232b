extension CountRequest {
  /// What following all ways in which a lot could fall came to.
  enum Universes {
    /// Whoever is elected is so in every way: the count of the first.
    case agree(Outcome)
    /// The tie on which it depends who is elected, the earliest one, and the count up to it.
    case differ(Tie, Outcome)
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
    var shared: [Stage] = []
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
      ways.append(Way(path: path, choices: choices, outcome))
      shared = first == nil ? outcome.stages : shared.commonStart(with: outcome.stages)
      first = first ?? outcome
    }
    guard let first else { return .unknown }
    if ways.allSatisfy({ $0.winners == first.winners.sorted() }) { return .agree(first) }
    guard let tie = decisive(among: ways) else { return .unknown }
    return .differ(tie, first.stopped(at: tie, certain: Way.certain(ways), shared: shared))
  }

  /// The count up to a tie that ends it, where not all ways can be followed.
  func upTo(
    _ tie: Tie, _ candidates: [Candidate],
    _ count: (CountRequest) throws(CountFault) -> Outcome
  ) -> Outcome {
    var request = self
    request.tieBreak.universe = []
    let first = (try? count(request)) ?? Outcome(method, candidates)
    return first.stopped(at: tie, certain: [], shared: [])
  }

  private static let mostUniverses = 1000

  /// Of a runoff there can be more ways than can be followed, and few sets of candidates left.
  /// Earlier stages must not matter for that, so that such a rule is not followed so.
  func followingRunoff(of election: Election) -> Universes? {
    guard method == .irv, !tieBreak.rules.contains(.priorStage),
      let ballots = try? rankings(of: election.ballots)
    else { return nil }
    let most = max(1_000, 20_000_000 / max(1, ballots.counts.count))
    var universes = RunoffUniverses(ballots, most: most, lots: tieBreak)
    do throws(TallyFault) {
      var first = self
      first.tieBreak.universe = []
      guard var outcome = try? first.count(election) else { return nil }
      outcome.choices = []
      guard let tie = try universes.decisiveTie() else { return .agree(outcome) }
      return .differ(tie, outcome.stopped(at: tie, certain: [], shared: []))
    } catch { return nil }
  }

  /// One way in which all open choices of a count went.
  private struct Way {
    /// Which way they went, as far as it is not the first one.
    var path: [Int]
    var choices: [PartialLot.Choice]
    /// A party has a place here for each of its seats.
    var winners: [Int]
    /// Those of them whom no tie is left for.
    var certain: [Int]

    init(path: [Int], choices: [PartialLot.Choice], _ outcome: Outcome) {
      (self.path, self.choices) = (path, choices)
      (winners, certain) = (outcome.winners.sorted(), outcome.certain)
    }

    /// Who is elected whichever way it is.
    static func certain(_ ways: [Way]) -> [Int] {
      guard let first = ways.first else { return [] }
      return Set(first.certain).sorted().flatMap { one in
        let least = ways.reduce(Int.max) { min($0, $1.certain.count { $0 == one }) }
        return Array(repeating: one, count: least)
      }
    }

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

extension [Stage] {
  /// The stages that both begin with.
  fileprivate func commonStart(with other: [Stage]) -> [Stage] {
    zip(self, other).prefix { $0 == $1 }.map(\.0)
  }
}
