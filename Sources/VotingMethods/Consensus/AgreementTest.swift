/// What proposals must pass to be adopted, one hurdle after the other: a quorum, support, and
/// nobody who blocks.
///
/// A ballot without a grade for a proposal is an abstention: it counts neither for the quorum nor
/// for the support. A neutral grade counts for both.
struct AgreementTest {
  /// How many voters must have given a grade.
  let quorum: Int
  /// The least grade that is support, and which part of the grades given must be that or better.
  let support: (from: Int, share: Rational)
  /// The grade up to which one voter alone stops a proposal; nil if nobody can.
  let block: Int?

  /// There is a stage for each hurdle; its totals are how many voters gave a grade, which part of
  /// them supports, and how many block. Those who fail are excluded there.
  func tally(
    _ method: MethodID, _ ballots: ScoreBallots, scale: ClosedRange<Int>
  ) throws(TallyFault) -> Outcome {
    guard !ballots.candidates.isEmpty else { throw .noCandidates }
    guard ballots.range == scale else { throw .scale(ballots.range, expected: scale) }
    var outcome = Outcome(
      method, ballots.candidates,
      [
        .init("quorum", quorum), .init("support-from", support.from),
        .init("support-share", support.share),
        .init("blocking", block.map(String.init) ?? "none"),
      ])
    let grades = GradeCounts.given(in: ballots)
    let voters = grades.map { $0.counts.reduce(0, +) }
    let shares = zip(grades, voters).map { grades, voters in
      let inFavour = grades.counts[(support.from - scale.lowerBound)...].reduce(0, +)
      return voters == 0 ? .zero : Rational(inFavour, over: voters)
    }
    let blocks = grades.map { grades in
      block.map { grades.counts[...($0 - scale.lowerBound)].reduce(0, +) } ?? 0
    }
    var left = Array(ballots.candidates.indices)
    func hurdle(_ totals: [Rational], _ passes: (Int) -> Bool) {
      var stage = Stage(totals: totals)
      stage.excluded = left.filter { !passes($0) }
      left = left.filter(passes)
      outcome.stages.append(stage)
    }
    hurdle(voters.map { Rational($0) }) { voters[$0] >= max(1, quorum) }
    hurdle(shares) { shares[$0] >= support.share }
    hurdle(blocks.map { Rational($0) }) { blocks[$0] == 0 }
    outcome.stages[outcome.stages.count - 1].elected = left
    outcome.winners = left
    return outcome
  }
}
