public import VotingMethods

/// What an outcome doesn't say of itself, but whoever shows it may know: what is voted on, what
/// things cost, what grades are called and how often they were given.
///
/// Nothing of it is needed: what isn't known isn't told.
public struct Particulars: Hashable, Sendable {
  /// What is voted on.
  public var noun: Noun
  /// What candidates are called in sentences.
  public var naming: Naming
  /// What each candidate costs, in their order; empty where nothing has a price.
  public var costs: [Int]
  /// How many decimals amounts of money have: `costs` are in such parts, as cents are.
  public var moneyDecimals = 0
  /// What stands before an amount of money, such as “£”.
  public var currency: String
  /// How often each candidate was given each grade, blanks left out; empty where there are none.
  public var grades: GradeSpread?
  /// The ballots of a method that shares out seats by approvals: they tell how many supporters a
  /// winner has and what those paid.
  public var approvals: ApprovalBallots?

  public init(
    noun: Noun = .candidate, naming: Naming = .automatic, costs: [Int] = [], currency: String = "",
    grades: GradeSpread? = nil, approvals: ApprovalBallots? = nil
  ) {
    (self.noun, self.naming, self.costs) = (noun, naming, costs)
    (self.currency, self.grades, self.approvals) = (currency, grades, approvals)
  }

  /// What is voted on, by the word for one and for several: `idea`, `ideas`.
  public struct Noun: Hashable, Sendable {
    public var one: String
    public var many: String

    public init(_ one: String, _ many: String) { (self.one, self.many) = (one, many) }

    /// Where nothing better is known.
    public static let candidate = Noun(Wording.candidate, Wording.candidates)
  }

  /// What candidates are called in sentences. In bars and tables both stand together.
  public enum Naming: Hashable, Sendable {
    /// By their ids, but by their names where ids are mere numbers.
    case automatic
    case ids
    /// Followed by the id where two are named alike.
    case names
  }

  /// What was learnt of grades: see `Particulars.grades`.
  public struct GradeSpread: Hashable, Sendable {
    /// The worst grade that could be given.
    public var lowest: Int
    /// What grades are called, from the worst to the best; empty where they are numbers only.
    public var names: [String]
    /// How often each candidate was given each grade, from the worst to the best.
    public var counts: [[Int]]
    /// How many ballots there are, those with blanks too.
    public var voters: Int

    public init(lowest: Int, names: [String] = [], counts: [[Int]], voters: Int) {
      (self.lowest, self.names) = (lowest, names)
      (self.counts, self.voters) = (counts, voters)
    }

    /// Counted from the ballots.
    public init(_ ballots: ScoreBallots, names: [String] = []) {
      let least = ballots.range.lowerBound
      let empty = Array(repeating: 0, count: ballots.range.count)
      var counts = Array(repeating: empty, count: ballots.candidates.count)
      for (ballot, voters) in ballots.counts.enumerated() {
        for candidate in ballots.candidates.indices {
          guard let grade = ballots[ballot, candidate] else { continue }
          counts[candidate][grade - least] += voters
        }
      }
      self.init(
        lowest: least, names: names, counts: counts, voters: ballots.counts.reduce(0, +))
    }
  }
}
