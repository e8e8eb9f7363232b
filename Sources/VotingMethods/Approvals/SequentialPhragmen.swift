/// Phragmén's sequential rule: each seat is a burden of one that the voters who approve of its
/// holder share; at each step the candidate is elected who leaves the smallest greatest burden.
///
/// Source: E. Phragmén, “Sur une méthode nouvelle pour réaliser, dans les élections, la
/// représentation proportionnelle des partis”, Öfversigt af Kongliga Vetenskaps-Akademiens
/// Förhandlingar 51 (1894); M. Brill, R. Freeman, S. Janson and M. Lackner, “Phragmén's voting
/// methods and justified representation”, AAAI 2017. A total is the
/// burden that electing the candidate would leave; candidates without a supporter and those already
/// elected have the total 0. Seats that no approved candidate is left for stay empty.
public struct SequentialPhragmen: VotingMethod {
  public static let id = MethodID.seqPhragmen
  /// How many are elected.
  public var seats: Int
  /// How ties are broken.
  public var tieBreak: TieBreak

  public init(seats: Int, tieBreak: TieBreak) { (self.seats, self.tieBreak) = (seats, tieBreak) }

  /// Counts the ballots by the rule that the type describes, with its whole working.
  public func tally(_ ballots: ApprovalBallots) throws(TallyFault) -> Outcome {
    let count = ballots.candidates.count
    guard seats >= 1, seats <= count else { throw .seats(seats, candidates: count) }
    var outcome = Outcome(
      Self.id, ballots.candidates, [.init("seats", seats), .init("tie-break", tieBreak)])
    var breaker = TieBreaker(tieBreak, candidates: count)
    let loads = PhragmenLoads(ballots, costs: Array(repeating: 1, count: count))
    try outcome.fill(seats, by: loads, &breaker)
    outcome.keep(breaker)
    return outcome
  }
}

extension Outcome {
  /// Fills the seats left by Phragmén's rule.
  mutating func fill(
    _ seats: Int, by start: PhragmenLoads, _ breaker: inout TieBreaker
  ) throws(TallyFault) {
    var loads = start
    while winners.count < seats {
      let left = candidates.indices.filter { !winners.contains($0) }
      let next = loads.next(left)
      guard let least = next.compactMap({ $0 }).min() else { return }
      let tied = zip(left, next).filter { $1 == least }.map(\.0)
      // Burdens grow from stage to stage for all, so that earlier ones don't tell the tied apart.
      let history: [[Int]] = []
      let one = try breaker.one(
        .most, of: tied, for: .election, stage: stages.count, history: history)
      loads.elect(one, load: least)
      var stage = Stage(totals: Array(repeating: .zero, count: candidates.count))
      for (candidate, load) in zip(left, next) { stage.totals[candidate] = load ?? .zero }
      stage.elected = [one]
      stages.append(stage)
      winners.append(one)
    }
  }
}
