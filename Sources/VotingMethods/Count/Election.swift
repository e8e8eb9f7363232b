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

  public init(
    title: String = "", ballots: Ballots, seats: Int? = nil, declared: CountRequest? = nil,
    withdrawn: [Candidate] = []
  ) {
    (self.title, self.ballots, self.seats) = (title, ballots, seats)
    (self.declared, self.withdrawn) = (declared, withdrawn)
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
