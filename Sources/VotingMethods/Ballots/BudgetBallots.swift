/// Something that can be paid for.
public struct Project: Hashable, Sendable {
  /// Its id and name.
  public var candidate: Candidate
  /// What it costs, in the unit of the budget: see `BudgetBallots.decimals`.
  public var cost: Int

  public init(_ candidate: Candidate, cost: Int) {
    (self.candidate, self.cost) = (candidate, cost)
  }
}

/// Ballots on projects that share one budget: whom a voter supports, and with how many points (one
/// where the vote knows no points).
public struct BudgetBallots: Hashable, Sendable {
  /// What can be paid for.
  public let projects: [Project]
  /// How much money there is.
  public let budget: Int
  /// Who supports what.
  public private(set) var approvals: ApprovalBallots
  /// The points that go with each approval, in the same order.
  private(set) var points: [Int32] = []
  /// How many decimals amounts of money have: they are in units of ten to the power of minus that,
  /// such as cents.
  public let decimals: Int

  public init(projects: [Project], budget: Int, decimals: Int = 0) {
    (self.projects, self.budget, self.decimals) = (projects, budget, decimals)
    approvals = ApprovalBallots(candidates: projects.map(\.candidate))
  }

  /// How many of those units make one of the currency.
  var unit: Int { DecimalNumber(1).scaled(to: decimals) }

  /// An amount as it is written: “100.50”.
  func text(_ amount: Int) -> String {
    guard decimals > 0 else { return "\(amount)" }
    let rest = "\(amount % unit)"
    let zeros = String(repeating: "0", count: decimals - rest.utf8.count)
    return "\(amount / unit).\(zeros)\(rest)"
  }

  /// The same votes with another budget, which is a whole number of the currency.
  init(_ other: BudgetBallots, budget: Int) {
    (projects, self.budget) = (other.projects, budget * other.unit)
    decimals = other.decimals
    (approvals, points) = (other.approvals, other.points)
  }

  /// One voter's support for a project.
  public struct Support: Hashable, Sendable {
    /// Counted from 0.
    public var project: Int
    /// How much support, from 1.
    public var points: Int

    public init(_ project: Int, points: Int = 1) {
      (self.project, self.points) = (project, points)
    }
  }

  /// Adds a ballot cast by `count` voters. Support of no points is none.
  public mutating func append(
    _ ballot: [Support], count: Int = 1
  ) throws(RankedBallots.Fault) {
    let given = ballot.filter { $0.points > 0 }
    try approvals.append(given.map(\.project), count: count)
    points += given.map { Int32(clamping: $0.points) }
  }

  /// Gives a project, which the ballot supports already, more points.
  mutating func add(points more: Int, to project: Int, on ballot: Int) {
    for place in approvals.bounds[ballot]..<approvals.bounds[ballot + 1]
    where Int(approvals.approved[place]) == project {
      points[place] = Int32(clamping: Int(points[place]) + more)
    }
  }

  /// Whom one ballot supports.
  func support(_ ballot: Int) -> [Support] {
    (approvals.bounds[ballot]..<approvals.bounds[ballot + 1]).map { place in
      Support(Int(approvals.approved[place]), points: Int(points[place]))
    }
  }

  /// How many points each project has.
  public var scores: [Int] {
    var scores = Array(repeating: 0, count: projects.count)
    for ballot in approvals.counts.indices {
      for place in approvals.bounds[ballot]..<approvals.bounds[ballot + 1] {
        scores[Int(approvals.approved[place])] += Int(points[place]) * approvals.counts[ballot]
      }
    }
    return scores
  }
}
