/// Majority judgment: the candidate with the best median grade wins; of those with equal medians,
/// one median grade is taken out of each until the medians differ. A blank is the worst grade.
///
/// Source: M. Balinski and R. Laraki, “A theory of measuring, electing, and ranking”, PNAS 104
/// (2007), and “Majority Judgment” (MIT Press 2010). A total is the number of the median grade.
public struct MajorityJudgment: VotingMethod {
  public static let id = MethodID.majorityJudgment
  /// How ties are broken.
  public var tieBreak: TieBreak

  public init(tieBreak: TieBreak = .none) { self.tieBreak = tieBreak }

  /// Counts the ballots by the rule that the type describes, with its whole working.
  public func tally(_ ballots: ScoreBallots) throws(TallyFault) -> Outcome {
    guard !ballots.candidates.isEmpty else { throw .noCandidates }
    var outcome = Outcome(Self.id, ballots.candidates, [.init("tie-break", tieBreak)])
    let grades = GradeCounts.all(of: ballots)
    let least = ballots.range.lowerBound
    outcome.stages = [Stage(totals: grades.map { Rational($0.median + least) })]
    outcome.rank(by: grades.map { MajorityValue(grades: $0.majorityValue) }, tieBreak: tieBreak)
    return outcome
  }
}

/// Medians in the order in which they are taken out, compared like words in a dictionary.
private struct MajorityValue: Comparable {
  var grades: [Int]

  static func < (left: Self, right: Self) -> Bool {
    left.grades.lexicographicallyPrecedes(right.grades)
  }
}

/// Majority judgment by the gauge: of those with the same median grade, first come the ones with
/// more grades above it than below, by how many are above, then the others, by how few are below.
///
/// Source: M. Balinski and R. Laraki, “Majority Judgment” (MIT Press 2010), chapter 14: the
/// majority-gauge (p, α±, q), where α is + if p is more than q. A blank is the worst grade.
public struct MajorityJudgmentGauge: VotingMethod {
  public static let id = MethodID.majorityJudgmentGauge
  /// How ties are broken.
  public var tieBreak: TieBreak

  public init(tieBreak: TieBreak = .none) { self.tieBreak = tieBreak }

  /// Counts the ballots by the rule that the type describes, with its whole working.
  public func tally(_ ballots: ScoreBallots) throws(TallyFault) -> Outcome {
    guard !ballots.candidates.isEmpty else { throw .noCandidates }
    var outcome = Outcome(Self.id, ballots.candidates, [.init("tie-break", tieBreak)])
    let grades = GradeCounts.all(of: ballots)
    let least = ballots.range.lowerBound
    outcome.stages = [Stage(totals: grades.map { Rational($0.median + least) })]
    outcome.rank(by: grades.map(MajorityGauge.init), tieBreak: tieBreak)
    return outcome
  }
}

private struct MajorityGauge: Comparable {
  private var median: Int
  /// How many more are above the median if that side is the larger one, else minus how many are
  /// below it.
  private var lean: Int

  init(_ grades: GradeCounts) {
    median = grades.median
    let above = grades.counts[(median + 1)...].reduce(0, +)
    let below = grades.counts[..<median].reduce(0, +)
    lean = above > below ? above : -below
  }

  static func < (left: Self, right: Self) -> Bool {
    (left.median, left.lean) < (right.median, right.lean)
  }
}
