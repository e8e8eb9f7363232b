/// Coombs' method: whoever is last on most ballots goes out, until somebody is first on more than
/// half of those that still prefer somebody.
///
/// Source: C. H. Coombs, “A Theory of Data” (Wiley 1964), chapter 18; B. Grofman and S. L. Feld,
/// “If you like the alternative vote (a.k.a. the instant runoff), then you ought to know about the
/// Coombs rule”, Electoral Studies 23 (2004). Those whom a ballot leaves out share its last place
/// evenly; a ballot that prefers nobody of those left has no last place.
public struct Coombs: EliminationMethod {
  public static let id = MethodID.coombs
  /// How ties are broken.
  public var tieBreak: TieBreak

  public init(tieBreak: TieBreak = .none) { self.tieBreak = tieBreak }

  /// - Throws: `unbrokenTie` where nothing decides who goes out.
  public func tally(_ ballots: RankedBallots) throws(TallyFault) -> Outcome {
    var outcome = try run(ballots)
    // Each stage tells the last places too that decided who goes out after it.
    var isIn = Array(repeating: true, count: ballots.candidates.count)
    for place in outcome.stages.indices {
      for candidate in outcome.stages[place].excluded { isIn[candidate] = false }
      outcome.stages[place].lastPlaces = ballots.lastPlaces(of: isIn)
    }
    return outcome
  }

  func winner(_ left: [Int], firsts: [Int], _ matrix: PairwiseMatrix) -> Int? {
    majority(left, firsts)
  }

  func totals(_ ballots: RankedBallots, _ course: Elimination) -> [Rational] {
    ballots.lastPlaces(of: course.isIn).map { Rational.zero - $0 }
  }
}

extension RankedBallots {
  /// On how many ballots each candidate is last of those left; see ``Coombs``.
  func lastPlaces(of isIn: [Bool]) -> [Rational] {
    let left = isIn.indices.filter { isIn[$0] }
    /// Whole last places, and how often each candidate shares one with so many others.
    var whole = Array(repeating: 0, count: isIn.count)
    var shared = Array(repeating: [Int: Int](), count: isIn.count)
    for ballot in counts.indices where counts[ballot] > 0 {
      let ranked = places[bounds[ballot]..<bounds[ballot + 1]].lazy.map(Int.init)
        .filter { isIn[$0] }
      guard let last = ranked.last else { continue }
      let missing = left.count - ranked.count
      if missing == 0 {
        whole[last] += counts[ballot]
        continue
      }
      let named = Set(ranked)
      for candidate in left where !named.contains(candidate) {
        shared[candidate][missing, default: 0] += counts[ballot]
      }
    }
    return isIn.indices.map { candidate in
      shared[candidate].reduce(Rational(whole[candidate])) {
        $0 + Rational($1.value, over: $1.key)
      }
    }
  }
}
