/// One question put to voters, as it came from a file, a poll or a hand: whatever the ballots are,
/// all methods are reached from here by a ``CountRequest``.
public struct Election: Hashable, Sendable {
  /// What it is called; empty if it has no name.
  public var title: String
  /// The ballots, of whatever kind.
  public var ballots: Ballots
  /// How many are to be elected, where the ballots' own source says so.
  public var seats: Int?
  /// How it is to be counted, where the ballots' own source says so (as a Pabulib file does).
  public var declared: CountRequest?
  /// Candidates who stand in the source but may not be elected, and are on no ballot.
  public var withdrawn: [Candidate]
  /// How the ballots were read; nil where they come from no file.
  public var reading: Reading?
  /// Where each ballot stands first in the file, where that is a line; else empty.
  var lines: [Int32] = []
  /// How many decimals the numbers of voters have: they are counted in units of ten to the power of
  /// minus that.
  var voteDecimals = 0
  /// The same of scores.
  var scoreDecimals = 0

  public init(
    title: String = "", ballots: Ballots, seats: Int? = nil, declared: CountRequest? = nil,
    withdrawn: [Candidate] = [], reading: Reading? = nil
  ) {
    (self.title, self.ballots, self.seats) = (title, ballots, seats)
    (self.declared, self.withdrawn, self.reading) = (declared, withdrawn, reading)
  }

  /// On which line a ballot, counted from 0, stands first; nil where it came from no such file.
  public func line(of ballot: Int) -> Int? {
    lines.indices.contains(ballot) && lines[ballot] > 0 ? Int(lines[ballot]) : nil
  }

  /// Whom the ballots are about.
  public var candidates: [Candidate] { ballots.candidates }

  /// How much money there is, where the ballots are about projects that cost some.
  public var budget: Int? {
    if case .projects(let ballots) = ballots { ballots.budget } else { nil }
  }

  /// Ballots of any kind.
  public enum Ballots: Hashable, Sendable {
    case rankings(RankedBallots)
    case approvals(ApprovalBallots)
    /// Points, grades, dots, quadratic votes, answers in a vote by consent: numbers in a range.
    case scores(ScoreBallots)
    case projects(BudgetBallots)
    case parties(PartyVotes)
    case duels(DuelBallots)
    case opinions(OpinionBallots)

    /// Of which kind they are.
    public var kind: BallotKind {
      switch self {
      case .rankings: .rankings
      case .approvals: .approvals
      case .scores: .scores
      case .projects: .projects
      case .parties: .parties
      case .duels: .duels
      case .opinions: .opinions
      }
    }

    /// Whom they are about.
    public var candidates: [Candidate] {
      switch self {
      case .rankings(let ballots): ballots.candidates
      case .approvals(let ballots): ballots.candidates
      case .scores(let ballots): ballots.candidates
      case .projects(let ballots): ballots.approvals.candidates
      case .parties(let ballots): ballots.parties
      case .duels(let ballots): ballots.candidates
      case .opinions(let ballots): ballots.candidates
      }
    }

    /// How many voters cast them; of duels, how many were fought. The largest number there is, if
    /// there are more.
    public var voters: Int {
      let counts =
        switch self {
        case .rankings(let ballots): ballots.counts
        case .approvals(let ballots): ballots.counts
        case .scores(let ballots): ballots.counts
        case .projects(let ballots): ballots.approvals.counts
        case .parties(let ballots): ballots.votes
        case .duels(let ballots): ballots.duels.map(\.count)
        case .opinions(let ballots): ballots.counts
        }
      return counts.reduce(0) { sum, count in
        let (more, overflow) = sum.addingReportingOverflow(count)
        return overflow ? .max : more
      }
    }
  }
}

/// What a ballot asks of a voter.
public enum BallotKind: String, CaseIterable, Hashable, Sendable {
  case rankings, approvals, scores, projects, parties, duels, opinions
}
