/// Ranked pairs: victories are locked in from the strongest to the weakest, leaving out those that
/// would close a circle; whoever is then beaten by nobody wins.
///
/// Source: T. N. Tideman, “Independence of clones as a criterion for voting rules”, Social Choice
/// and Welfare 4 (1987); victories are measured by margins, as there, or by winning votes.
///
/// Equally strong victories are locked in the order of a lot if one is declared: after T. M. Zavist
/// and T. N. Tideman, “Complete independence of clones in the ranked pairs rule”, Social Choice and
/// Welfare 6 (1989), with the lot in the place of their randomly drawn ballot: first those of the
/// most favoured winner, and of them those over the least favoured loser. Where their order
/// matters, the tie tells all who could win in another order. Without a lot all of these are
/// winners, and there is no ranking; a lot drawn by hand chooses one of them. Finding them can
/// take very long (M. Brill and F. Fischer, “The price of neutrality for the ranked pairs method”,
/// AAAI 2012), so that after `universes` different sets of locked victories the
/// Smith set alone is looked at, and after as many again the count gives up.
public struct RankedPairs: PairwiseMethod {
  public static let id = MethodID.rankedPairs
  /// How victories are measured.
  public var strength: VictoryStrength
  /// How ties are broken.
  public var tieBreak: TieBreak
  /// How many sets of locked victories are followed at most to find who else could win.
  public var universes: Int

  public init(
    strength: VictoryStrength = .margins, tieBreak: TieBreak = .none, universes: Int = 1_000
  ) {
    (self.strength, self.tieBreak, self.universes) = (strength, tieBreak, universes)
  }

  /// - Throws: `unbrokenTie` of everybody, about their order, where there is no lot and not all who
  ///   could win were found.
  public func tally(
    _ matrix: PairwiseMatrix, candidates: [Candidate]
  ) throws(TallyFault) -> Outcome {
    var outcome = try Outcome(
      pairs: Self.id, matrix, candidates,
      [.init("strength", strength), .init("tie-break", tieBreak)])
    var breaker = TieBreaker(tieBreak, candidates: matrix.count)
    let groups = victories(matrix)
    let alternatives = follow(groups, count: matrix.count)
    guard let lot = breaker.seededLot ?? (alternatives == nil ? breaker.wholeLot : nil) else {
      let could: [Int]
      if let ends = alternatives {
        if ends.count == 1 { outcome.ranking = ends[0].tiers }
        could = sources(of: ends)
      } else {
        could = try sources(ofSmithSetIn: matrix, groups)
      }
      // A lot drawn by hand is asked who of these it is, not which victory comes first.
      outcome.elect(1, from: [could], breaker: &breaker)
      return outcome
    }
    let locked = lock(groups, favour: lot.favour)
    outcome.ranking = locked.tiers
    if let ends = alternatives {
      let could = sources(of: ends)
      if could != locked.sources {
        breaker.record(.order, nil, could, locked.sources, lot.resolution)
      }
    } else {
      outcome.parameters.append(.init("alternatives", "not all of more than \(universes)"))
    }
    outcome.elect(1, from: outcome.ranking, breaker: &breaker)
    return outcome
  }

  /// Everybody who could win.
  private func sources(of ends: [LockedVictories]) -> [Int] {
    Set(ends.flatMap(\.sources)).sorted()
  }

  /// The same where there are too many ways: of those outside of the Smith set nobody beats anybody
  /// in it, so that no victory of theirs shuts one out there, and their ties decide nothing.
  private func sources(
    ofSmithSetIn matrix: PairwiseMatrix, _ groups: [[Victory]]
  ) throws(TallyFault) -> [Int] {
    let smith = SmithSet.smallest(of: Array(0..<matrix.count), in: matrix)
    let inside = groups.map { group in
      group.filter { smith.contains($0.winner) && smith.contains($0.loser) }
    }
    guard let ends = follow(inside, count: matrix.count) else {
      // An order of everybody is what a lot for it has to be.
      throw .unbrokenTie(
        Tie(
          question: .order, stage: nil, candidates: Array(0..<matrix.count), chosen: [],
          resolution: .unbroken))
    }
    return sources(of: ends).filter(smith.contains)
  }

  /// The victories, the strongest first, equally strong ones together.
  private func victories(_ matrix: PairwiseMatrix) -> [[Victory]] {
    var all: [Int: [Victory]] = [:]
    for winner in 0..<matrix.count {
      for loser in 0..<matrix.count where matrix.beats(winner, loser) {
        all[strength.of(winner, over: loser, in: matrix), default: []].append(
          Victory(winner: winner, loser: loser))
      }
    }
    return all.sorted { $0.key > $1.key }.map(\.value)
  }

  /// Locks them in the order of the lot, which has each candidate's place.
  private func lock(_ groups: [[Victory]], favour: [Int]) -> LockedVictories {
    var locked = LockedVictories(count: favour.count)
    for group in groups {
      let sorted = group.sorted {
        (favour[$0.winner], -favour[$0.loser]) < (favour[$1.winner], -favour[$1.loser])
      }
      for victory in sorted { locked.lock(victory) }
    }
    return locked
  }

  /// All ways to lock the victories; nil if there are too many.
  private func follow(_ groups: [[Victory]], count: Int) -> [LockedVictories]? {
    var worlds: Set<LockedVictories> = [LockedVictories(count: count)]
    var followed = 0
    for group in groups {
      var next: Set<LockedVictories> = []
      for world in worlds {
        guard world.outcomes(of: group, into: &next, &followed, limit: universes) else {
          return nil
        }
      }
      worlds = next
    }
    return Array(worlds)
  }
}
