import Results
import VotingMethods

/// The votes of one imagined evening about a street, one of each kind of ballots.
enum Votes {
  static let ideas = [
    Candidate(id: "c2", name: "Longer bus hours"), Candidate(id: "c5", name: "Warm homes fund"),
    Candidate(id: "c7", name: "Trees on Mill Lane"), Candidate(id: "c9", name: "Repair café"),
    Candidate(id: "c12", name: "Night-time wardens"),
  ]

  /// Strict, some cut short; nobody has a majority at first.
  static func rankings() throws -> RankedBallots {
    var ballots = RankedBallots(candidates: ideas)
    for (count, order) in [
      (9, [0, 2, 1]), (7, [1, 2, 0, 3]), (6, [2, 1, 3]), (4, [3, 2, 1]), (3, [4, 0]), (1, [4]),
    ] { try ballots.append(order.map { [$0] }, count: count) }
    return ballots
  }

  /// Each of the first three beats another one of them.
  static func circle() throws -> RankedBallots {
    var ballots = RankedBallots(candidates: ideas)
    for (count, order) in [
      (9, [0, 1, 2, 3, 4]), (7, [1, 2, 0, 3, 4]), (8, [2, 0, 1, 4, 3]), (2, [0, 2, 1, 3, 4]),
    ] { try ballots.append(order.map { [$0] }, count: count) }
    return ballots
  }

  static func approvals() throws -> ApprovalBallots {
    var ballots = ApprovalBallots(candidates: ideas)
    for (count, some) in [
      (8, [0, 1]), (6, [0, 2]), (5, [2, 3]), (4, [3]), (3, [1, 4]), (1, []),
    ] { try ballots.append(some, count: count) }
    return ballots
  }

  static func scores(_ range: ClosedRange<Int> = 0...5) throws -> ScoreBallots {
    var ballots = ScoreBallots(candidates: ideas, range: range)
    for (count, row) in [
      (6, [5, 3, 4, nil, 0]), (5, [1, 5, 4, 2, nil]), (4, [4, 2, 4, 3, 1]), (3, [0, 2, 3, 5, 4]),
    ] as [(Int, [Int?])] { try ballots.append(row, count: count) }
    return ballots
  }

  static func dots() throws -> ScoreBallots {
    var ballots = ScoreBallots(candidates: ideas, range: 0...3)
    for row in [[3, 1, 1, 0, 0], [0, 2, 3, 0, 0], [2, 0, 2, 1, 0], [0, 3, 0, 2, 0]] {
      try ballots.append(row)
    }
    return ballots
  }

  static func credits() throws -> ScoreBallots {
    var ballots = ScoreBallots(candidates: ideas, range: -10...10)
    for row in [[3, 0, 2, 0, -1], [0, 4, 1, 0, 0], [2, -1, 3, 1, 0], [-1, 2, 2, 2, -2]] {
      try ballots.append(row)
    }
    return ballots
  }

  static func projects() throws -> BudgetBallots {
    let costs = [42_000, 30_000, 18_500, 6_000, 12_000]
    var ballots = BudgetBallots(
      projects: zip(ideas, costs).map { Project($0, cost: $1) }, budget: 60_000)
    for (count, some) in [(8, [0, 1]), (6, [0, 2]), (5, [2, 3]), (4, [3, 4]), (3, [1, 4])] {
      try ballots.append(some.map { .init($0) }, count: count)
    }
    return ballots
  }

  static let parties = PartyVotes(
    [
      Candidate(id: "1", name: "Riverside"), Candidate(id: "2", name: "Hilltop"),
      Candidate(id: "3", name: "Station Quarter"), Candidate(id: "4", name: "Old Town"),
    ], votes: [5_300, 2_400, 1_650, 410])

  /// Proposals graded on a scale, some ballots silent on some.
  static func grades(_ range: ClosedRange<Int>) throws -> ScoreBallots {
    let (low, high) = (range.lowerBound, range.upperBound)
    let proposals = Array(ideas.prefix(3))
    var ballots = ScoreBallots(candidates: proposals, range: range)
    for row in [
      [high, high, high], [high - 1, high, low], [high, high - 1, high], [high, low + 1, high],
      [high - 1, low + 1, nil], [high, nil, nil],
    ] as [[Int?]] { try ballots.append(row) }
    return ballots
  }

  static func duels() throws -> DuelBallots {
    var ballots = DuelBallots(candidates: ideas)
    for (winner, loser, count) in [
      (0, 1, 7), (1, 0, 3), (2, 0, 6), (2, 1, 5), (1, 2, 4), (3, 4, 2), (0, 4, 6), (2, 3, 5),
    ] { try ballots.append(winner, over: loser, count: count) }
    try ballots.append(3, over: 1, isUndecided: true, count: 2)
    return ballots
  }

  static func opinions() throws -> OpinionBallots {
    var ballots = OpinionBallots(candidates: ideas)
    for (count, row) in [
      (7, [1, 1, 1, -1, -1]), (3, [1, 1, 0, -1, -1]), (6, [1, -1, -1, 1, 1]),
      (2, [1, -1, -1, 1, 0]),
    ] {
      try ballots.append(row.map { OpinionBallots.Opinion(rawValue: Int8($0)) }, count: count)
    }
    try ballots.append([.agree, nil, nil, nil, nil], count: 2)
    return ballots
  }

  static let gradeNames = ["Reject", "Poor", "Fair", "Good", "Very good", "Excellent"]

  /// How each method is asked to count, and what.
  static func election(_ method: MethodID) throws -> (Election, CountRequest) {
    let lot = TieBreak([.priorStage, .lot(seed: 42)])
    var request = CountRequest(method, tieBreak: lot)
    let traits = method.traits
    if traits.choice == .seats { request.seats = 2 }
    let ballots: Election.Ballots
    switch method {
    case .dots:
      ballots = .scores(try dots())
      request.options = [.dots: "5", .cap: "3"]
    case .quadratic:
      ballots = .scores(try credits())
      request.options = [.credits: "20"]
    case .fistToFive:
      ballots = .scores(try grades(0...5))
      request.options = [.quorum: "3", .share: "3/4"]
    case .gradients: ballots = .scores(try grades(1...8))
    case .consent: ballots = .scores(try grades(0...2))
    case .block: ballots = .approvals(try approvals())
    case .greedyBudgetThreshold:
      ballots = .projects(try projects())
      request.options = [.threshold: "9"]
    case .opinionGroups: ballots = .opinions(try opinions())
    case .minimax, .rankedPairs, .schulze, .smith: ballots = .rankings(try circle())
    default:
      switch traits.ballots[0] {
      case .rankings: ballots = .rankings(try rankings())
      case .approvals: ballots = .approvals(try approvals())
      case .scores: ballots = .scores(try scores())
      case .projects: ballots = .projects(try projects())
      case .parties:
        ballots = .parties(parties)
        request.seats = 7
      case .duels: ballots = .duels(try duels())
      case .opinions: ballots = .opinions(try opinions())
      }
    }
    return (Election(ballots: ballots), request)
  }

  static func particulars(_ election: Election, _ method: MethodID) -> Particulars {
    let noun: Particulars.Noun =
      switch election.ballots.kind {
      case .projects: .init("project", "projects")
      case .opinions: .init("statement", "statements")
      case .parties: .init("party", "parties")
      default: .init("idea", "ideas")
      }
    let hasNames = method == .majorityJudgment || method == .majorityJudgmentGauge
    return Particulars(
      election, noun: noun, currency: election.ballots.kind == .projects ? "£" : "",
      gradeNames: hasNames ? gradeNames : [])
  }
}
