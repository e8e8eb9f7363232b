/// The result of a count with its whole working, so that it can be shown and checked. All methods
/// give this same value; candidates are counted from 0, in the order of the ballots' own list.
public struct Outcome: Hashable, Sendable {
  /// How it was counted.
  public var method: MethodID
  /// What the method was told (seats, tie-break…), by name, in a fixed order.
  public var parameters: [Parameter]
  /// Whom the numbers in this value mean.
  public var candidates: [Candidate]
  /// The elected, in order of election. More than there are seats only where `ties` ends with an
  /// unbroken tie for the last of them, or where the method names a set; fewer only where nobody
  /// else may be elected, or the count is unfinished.
  public var winners: [Int]
  /// Where the method ranks all candidates: from first to last, the tied together.
  public var ranking: [[Int]]
  /// All ties that the count came upon, in their order.
  public var ties: [Tie]
  /// The count, step by step.
  public var stages: [Stage]
  /// Where the method compares in pairs: how many voters prefer the row to the column.
  public var pairwise: [[Int]]
  /// Whether the count stops at the last of its ties, which no rule breaks: then the stages are
  /// those up to there, and the winners those who are elected whichever way it is broken.
  public var isUnfinished = false
  /// What was answered, where the ballots are duels.
  public var duels: DuelCount?
  /// Who thinks alike and what they say, where the method looks for groups.
  public var groups: OpinionGroups.Finding?
  /// While the ways of a lot are followed: the choices that it left open. Else empty.
  var choices: [PartialLot.Choice] = []

  package init(
    _ method: MethodID, _ candidates: [Candidate], _ parameters: [Parameter] = []
  ) {
    self.method = method
    self.candidates = candidates
    self.parameters = parameters
    (winners, ranking, ties, stages, pairwise) = ([], [], [], [], [])
    (duels, groups) = (nil, nil)
  }

  /// One setting that a count was made with.
  public struct Parameter: Hashable, Sendable {
    /// What was set.
    public var name: String
    /// What it was set to, as text.
    public var value: String

    package init(_ name: String, _ value: some CustomStringConvertible) {
      (self.name, self.value) = (name, value.description)
    }
  }
}

/// One step of a count.
public struct Stage: Hashable, Sendable {
  /// Each candidate's total at the end of the stage, exact.
  public var totals: [Rational]
  /// What suffices to be elected, where the method has such a thing.
  public var quota: Rational?
  /// Who was elected at this stage, in order.
  public var elected: [Int]
  /// Who was taken out of the count at this stage.
  public var excluded: [Int]
  /// Which votes moved at the start of this stage.
  public var transfers: [Transfer]
  /// On how many ballots each candidate is last, where the method asks that; else empty.
  public var lastPlaces: [Rational]

  package init(totals: [Rational], quota: Rational? = nil) {
    (self.totals, self.quota) = (totals, quota)
    (elected, excluded, transfers, lastPlaces) = ([], [], [], [])
  }

  /// Votes that moved from one candidate to another.
  public struct Transfer: Hashable, Sendable {
    /// Whose votes they were.
    public var from: Int
    /// Nil for those that went to nobody: without a further preference, or lost in rounding.
    public var to: Int?
    /// How many, exactly.
    public var votes: Rational

    public init(from: Int, to: Int?, votes: Rational) {
      (self.from, self.to, self.votes) = (from, to, votes)
    }
  }
}

/// A tie that the count came upon, and what became of it.
public struct Tie: Hashable, Sendable {
  /// What had to be decided between the tied.
  public enum Question: String, Hashable, Sendable {
    /// Who is elected.
    case election
    /// Who is taken out of the count.
    case exclusion
    /// Whose surplus is transferred first.
    case surplus
    /// Which comparison of two is locked in first, or who goes on to the next round.
    case order
  }

  /// What broke the tie.
  public enum Resolution: Hashable, Sendable {
    case unbroken
    /// The totals at this stage, counted from 0.
    case priorStage(Int)
    case lot(seed: UInt64)
    /// A lot that was drawn by hand.
    case drawn
    /// A rule of the method itself, such as the preferences between the two finalists of STAR.
    case method(String)
    /// Every way to break it was followed.
    case parallelUniverses
    /// No rule broke it, and none had to: however it is decided, the same are elected. The working
    /// is that in which the decision fell on `chosen`; on nobody where no decision was needed.
    case immaterial
  }

  /// What had to be decided.
  public var question: Question
  /// The stage at which it arose, counted from 0; nil where the method has no stages.
  public var stage: Int?
  /// The tied candidates, in the order of the list.
  public var candidates: [Int]
  /// Those whom the decision fell on (elected, excluded, served first); none if unbroken.
  public var chosen: [Int]
  /// What decided it.
  public var resolution: Resolution

  public init(
    question: Question, stage: Int?, candidates: [Int], chosen: [Int], resolution: Resolution
  ) {
    (self.question, self.stage, self.candidates) = (question, stage, candidates)
    (self.chosen, self.resolution) = (chosen, resolution)
  }
}

/// Why there is no result. The wording is for whoever shows it.
public enum TallyFault: Error, Hashable, Sendable {
  /// The count can't go on without deciding this tie, and no declared rule decides it.
  case unbrokenTie(Tie)
  /// The method elects so many of so few.
  case seats(Int, candidates: Int)
  /// Nobody to choose between.
  case noCandidates
  /// The method asks for a strict order, and a ballot ranks two alike; ballots counted from 0.
  case equalRanks(ballot: Int)
  /// The method has grades of its own, and the ballots have others.
  case scale(ClosedRange<Int>, expected: ClosedRange<Int>)
  /// More votes on a ballot than it may have; ballots counted from 0.
  case tooManyVotes(ballot: Int)
  /// So many candidates beat one another in circles, and the method can order no more than `most`.
  case tooManyInCircles(Int, most: Int)
  /// There are more ways to break the ties than may be followed.
  case tooManyUniverses(Int)
  /// The numbers are too large to be counted.
  case tooLarge
}
