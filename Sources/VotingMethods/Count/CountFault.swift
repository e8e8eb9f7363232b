/// Why an election is not counted. The words are in ``message`` and ``hint``.
public enum CountFault: Error, Hashable, Sendable {
  /// The method counts other ballots than these.
  case ballots(MethodID, have: BallotKind)
  /// The method counts one vote a ballot, and a ballot (counted from 0) has more.
  case oneVote(MethodID, ballot: Int)
  /// The method counts one point a project, and a ballot (counted from 0) gives other points.
  case onePoint(MethodID, ballot: Int)
  /// The method counts whole votes or points, and these have decimals.
  case parts(MethodID, of: Parts)
  /// The method was told to elect so many, and elects one, or has no number of winners.
  case seats(MethodID, Int)
  /// The method was given a budget, and spends none.
  case budget(MethodID)
  /// The amount is not one that can be spent.
  case amount(Int)
  /// The method has no such option.
  case unknownOption(String, MethodID)
  /// What the option was set to is not what may be written there.
  case optionValue(CountOption, MethodID, String)
  /// The method can't count without this option.
  case optionNeeded(CountOption, MethodID)
  /// All of these candidates withdrew.
  case allWithdrew([Candidate])
  /// The count itself gives no result; with the candidates of whom it speaks.
  case tally(MethodID, TallyFault, [Candidate])

  /// Whether it was asked wrongly; else the ballots are none that can be counted so.
  public var isUsage: Bool {
    switch self {
    case .seats, .budget, .amount, .unknownOption, .optionValue, .optionNeeded,
      .tally(_, .seats, _):
      true
    case .ballots, .oneVote, .onePoint, .parts, .allWithdrew, .tally: false
    }
  }

  /// What has decimals.
  public enum Parts: String, Hashable, Sendable {
    case votes, points
  }

  /// The ballot that it is about, counted from 0.
  public var ballot: Int? {
    switch self {
    case .oneVote(_, let ballot), .onePoint(_, let ballot),
      .tally(_, .equalRanks(let ballot), _), .tally(_, .tooManyVotes(let ballot), _):
      ballot
    default: nil
    }
  }
}
