/// A count of strict rankings that takes candidates out until somebody has won: the course that the
/// methods share which differ only in who stays, who goes and who has won. See
/// ``EliminationMethod``.
struct Elimination {
  private let ballots: RankedBallots
  private(set) var outcome: Outcome
  private var breaker: TieBreaker
  /// Who is still in the count.
  private(set) var isIn: [Bool]
  /// How many ballots have each candidate as the first of those left.
  private(set) var firsts: [Int]
  /// What went before: at each stage, by what the last place was told.
  private var history: [[Rational]] = []
  private var out: [[Int]] = []

  init(_ method: MethodID, _ ballots: RankedBallots, _ tieBreak: TieBreak) {
    let count = ballots.candidates.count
    self.ballots = ballots
    outcome = Outcome(method, ballots.candidates, [.init("tie-break", tieBreak)])
    breaker = TieBreaker(tieBreak, candidates: count)
    isIn = Array(repeating: true, count: count)
    firsts = ballots.firstPreferences(of: isIn)
    outcome.stages = [Stage(totals: firsts.map { Rational($0) })]
  }

  var left: [Int] { isIn.indices.filter { isIn[$0] } }

  /// Takes these out together: another stage of the count.
  mutating func take(out those: [Int]) {
    let before = isIn
    for candidate in those { isIn[candidate] = false }
    firsts = ballots.firstPreferences(of: isIn)
    var stage = Stage(totals: firsts.map { Rational($0) })
    stage.excluded = those
    stage.transfers = ballots.transfers(before: before, after: isIn)
    outcome.stages.append(stage)
    out.append(those)
  }

  /// Takes the one out who has least; a tie goes by the declared rules.
  ///
  /// - Parameter decidesNothing: whether whoever it is of the tied makes no difference.
  mutating func takeOut(
    least totals: [Rational], decidesNothing: (_ least: Rational, _ tied: Int) -> Bool
  ) throws(TallyFault) {
    let left = left
    let least = left.reduce(totals[left[0]]) { min($0, totals[$1]) }
    let tied = left.filter { totals[$0] == least }
    let candidate = try breaker.one(
      .least, of: tied, for: .exclusion, stage: outcome.stages.count - 1, history: history,
      decidesNothing: decidesNothing(least, tied.count))
    history.append(totals)
    take(out: [candidate])
  }

  /// The outcome, this candidate having won.
  mutating func elect(_ winner: Int) -> Outcome {
    outcome.stages[outcome.stages.count - 1].elected = [winner]
    outcome.winners = [winner]
    let rest = tiers(by: firsts).map { $0.filter { isIn[$0] && $0 != winner } }
    outcome.ranking = ([[winner]] + rest + out.reversed()).filter { !$0.isEmpty }
    outcome.keep(breaker)
    return outcome
  }
}

/// A method that takes candidates out of strict rankings until somebody has won.
protocol EliminationMethod: VotingMethod where Ballots == RankedBallots {
  var tieBreak: TieBreak { get }

  /// Who of those left stays in the count, before it is asked who has won.
  ///
  /// - Parameter round: 0 at first, one more whenever somebody went out.
  func staying(_ left: [Int], _ matrix: PairwiseMatrix, round: Int) -> [Int]

  /// Who has won, of several who are left; nil where nobody has yet.
  func winner(_ left: [Int], firsts: [Int], _ matrix: PairwiseMatrix) -> Int?

  /// What tells who goes out: whoever has least.
  func totals(_ ballots: RankedBallots, _ course: Elimination) -> [Rational]

  /// Whether those without a vote can go out in any order.
  var passesOverVoteless: Bool { get }
}

extension EliminationMethod {
  func staying(_ left: [Int], _ matrix: PairwiseMatrix, round: Int) -> [Int] { left }

  func totals(_ ballots: RankedBallots, _ course: Elimination) -> [Rational] {
    course.firsts.map { Rational($0) }
  }

  var passesOverVoteless: Bool { false }

  func run(_ ballots: RankedBallots) throws(TallyFault) -> Outcome {
    try ballots.checkFirstPreferences()
    let matrix = PairwiseMatrix(ballots)
    var course = Elimination(Self.id, ballots, tieBreak)
    for round in 0... {
      let staying = staying(course.left, matrix, round: round)
      let going = course.left.filter { !staying.contains($0) }
      if !going.isEmpty { course.take(out: going) }
      let left = course.left
      if left.count == 1 { return course.elect(left[0]) }
      if let winner = winner(left, firsts: course.firsts, matrix) { return course.elect(winner) }
      try course.takeOut(least: totals(ballots, course)) { least, tied in
        passesOverVoteless && least == .zero && tied < left.count
      }
    }
    throw .noCandidates
  }

  /// Who has more than half of the ballots that prefer somebody of those left.
  func majority(_ left: [Int], _ firsts: [Int]) -> Int? {
    let all = firsts.reduce(0, +)
    return left.first { 2 * firsts[$0] > all }
  }
}

extension RankedBallots {
  /// Which ballots pass from whom to whom where the candidates of `after` are left of those of
  /// `before`.
  func transfers(before: [Bool], after: [Bool]) -> [Stage.Transfer] {
    let count = candidates.count
    var moved: [Int: Int] = [:]
    for ballot in counts.indices {
      let order = places[bounds[ballot]..<bounds[ballot + 1]].lazy.map(Int.init)
      guard let old = order.first(where: { before[$0] }), !after[old] else { continue }
      let new = order.first { after[$0] } ?? count
      moved[old * (count + 1) + new, default: 0] += counts[ballot]
    }
    return moved.filter { $0.value > 0 }.sorted { $0.key < $1.key }.map { key, votes in
      let to = key % (count + 1)
      return Stage.Transfer(
        from: key / (count + 1), to: to == count ? nil : to, votes: Rational(votes))
    }
  }
}
