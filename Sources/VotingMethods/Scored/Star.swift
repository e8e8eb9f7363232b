/// STAR, score then automatic runoff: the two candidates with the most stars go on, and whoever of
/// them more voters score higher wins. A blank is the least score.
///
/// Source: Equal Vote Coalition, “STAR Voting: how are ties broken?”, the official tiebreaker
/// protocol, https://www.starvoting.org/ties. Of those tied for a place in the runoff, whoever lost
/// the most comparisons with the others tied is out, again and again; where all lost as many,
/// whoever has the most of the highest score goes on, and where several have, those with the fewest
/// are out. A tie in the runoff goes to whoever has more stars, then to who has more of the highest
/// score. What is still tied goes by the declared tie-break.
public struct Star: VotingMethod {
  public static let id = MethodID.star
  /// How ties are broken.
  public var tieBreak: TieBreak

  public init(tieBreak: TieBreak = .none) { self.tieBreak = tieBreak }

  /// - Throws: `unbrokenTie` where nothing decides who goes on to the runoff.
  public func tally(_ ballots: ScoreBallots) throws(TallyFault) -> Outcome {
    let count = ballots.candidates.count
    guard count > 0 else { throw .noCandidates }
    var outcome = Outcome(Self.id, ballots.candidates, [.init("tie-break", tieBreak)])
    var breaker = TieBreaker(tieBreak, candidates: count)
    let stars = ballots.sums(blank: ballots.range.lowerBound).points
    let best = highestScores(ballots)
    let preferred = preferences(ballots)
    outcome.pairwise = preferred
    outcome.stages = [Stage(totals: stars.map { Rational($0) })]
    var finalists: [Int] = []
    for tier in tiers(by: stars) where finalists.count < 2 {
      finalists += try goOn(2 - finalists.count, of: tier, preferred, best, &breaker)
    }
    guard finalists.count == 2 else {
      outcome.winners = finalists
      outcome.stages[0].elected = finalists
      return outcome
    }
    let (one, two) = (finalists[0], finalists[1])
    var stage = Stage(totals: Array(repeating: .zero, count: count))
    stage.totals[one] = Rational(preferred[one][two])
    stage.totals[two] = Rational(preferred[two][one])
    outcome.stages[0].excluded = (0..<count).filter { !finalists.contains($0) }
    outcome.stages.append(stage)
    outcome.elect(
      1, from: runoff(finalists, stars, preferred, best, &breaker), breaker: &breaker, stage: 1)
    outcome.stages[1].elected = outcome.winners
    return outcome
  }

  /// Who of the tied goes on, by the protocol's rules and then by the declared ones.
  private func goOn(
    _ places: Int, of tied: [Int], _ preferred: [[Int]], _ best: [Int],
    _ breaker: inout TieBreaker
  ) throws(TallyFault) -> [Int] {
    guard tied.count > places else { return tied }
    let losses = tied.map { one in tied.count { preferred[$0][one] > preferred[one][$0] } }
    var (kept, rule) = (Star.withoutTheMost(tied, losses), "preferences")
    if kept.isEmpty {
      let high = tied.map { best[$0] }
      let most = high.reduce(0) { max($0, $1) }
      let leaders = zip(tied, high).filter { $1 == most }.map(\.0)
      kept = leaders.count == 1 ? leaders : Star.withoutTheMost(tied, high.map { -$0 })
      rule = "highest scores"
    }
    guard !kept.isEmpty else {
      if let drawn = breaker.some(places, of: tied, for: .order, stage: 0) { return drawn }
      throw .unbrokenTie(breaker.ties[breaker.ties.count - 1])
    }
    breaker.record(.order, 0, tied, kept, .method(rule))
    if kept.count >= places { return try goOn(places, of: kept, preferred, best, &breaker) }
    let rest = tied.filter { !kept.contains($0) }
    return kept + (try goOn(places - kept.count, of: rest, preferred, best, &breaker))
  }

  /// The tied without those who have the most of something; nobody if all have as much.
  private static func withoutTheMost(_ tied: [Int], _ numbers: [Int]) -> [Int] {
    let most = numbers.reduce(numbers[0]) { max($0, $1) }
    return zip(tied, numbers).filter { $1 < most }.map(\.0)
  }

  /// The finalists in tiers: one each unless nothing of the method's own tells them apart.
  private func runoff(
    _ finalists: [Int], _ stars: [Int], _ preferred: [[Int]], _ best: [Int],
    _ breaker: inout TieBreaker
  ) -> [[Int]] {
    let (one, two) = (finalists[0], finalists[1])
    let rules = [
      ("preferences", preferred[one][two], preferred[two][one]),
      ("stars", stars[one], stars[two]), ("highest scores", best[one], best[two]),
    ]
    for (name, first, second) in rules where first != second {
      let order = first > second ? [one, two] : [two, one]
      if name != "preferences" {
        breaker.record(.election, 1, finalists, [order[0]], .method(name))
      }
      return order.map { [$0] }
    }
    return [finalists.sorted()]
  }

  /// How many voters gave each candidate the highest score.
  private func highestScores(_ ballots: ScoreBallots) -> [Int] {
    ballots.candidates.indices.map { candidate in
      ballots.counts.indices.reduce(0) {
        ballots[$1, candidate] == ballots.range.upperBound ? $0 + ballots.counts[$1] : $0
      }
    }
  }

  /// How many voters score the row higher than the column.
  private func preferences(_ ballots: ScoreBallots) -> [[Int]] {
    let count = ballots.candidates.count
    var cells = Array(repeating: Array(repeating: 0, count: count), count: count)
    let least = ballots.range.lowerBound
    for (ballot, voters) in ballots.counts.enumerated() {
      for row in 0..<count {
        for column in 0..<count
        where ballots[ballot, row] ?? least > ballots[ballot, column] ?? least {
          cells[row][column] += voters
        }
      }
    }
    return cells
  }
}
