public import ExerciseProtocol
public import VotingMethods

/// A result as blocks of a view, for the wall, for whoever steers and for the record.
///
/// Called by the Voting plugin, by the session's host and by `charrette tally`; the renderers do
/// the rest. Headings begin at level 2, so that the blocks can stand in somebody else's page.
///
/// - The room sees who won, bars, why, the ties and the decisive moments.
/// - The facilitator sees the contests in pairs too, and what the count was told.
/// - The report has the whole working: every stage, every contest.
public struct ResultView: Sendable {
  let account: Account

  public init(_ outcome: Outcome, _ particulars: Particulars = Particulars()) {
    account = Account(outcome, particulars)
  }

  /// A room reads no more reasons than that; a vote on many proposals has two for each, which
  /// whoever steers and the report have.
  private static let mostTold = 12

  /// The blocks for one audience.
  public func blocks(for audience: Audience) -> [View.Block] {
    let explanation = Explanation(account.outcome, account.particulars)
    let isOpen = account.openTie != nil || account.outcome.winners.isEmpty
    var blocks: [View.Block] = [
      .heading(Wording.result(account.outcome.method), level: 2),
      .note(explanation.headline, isOpen ? .warning : .success),
    ]
    blocks += bars
    if !explanation.reasons.isEmpty, audience != .room || explanation.reasons.count <= Self.mostTold
    {
      blocks.append(.heading(Wording.why, level: 3))
      blocks += explanation.reasons.map { .text($0) }
    }
    if !explanation.ties.isEmpty {
      blocks += [.heading(Wording.ties, level: 3), .list(explanation.ties, ordered: false)]
    }
    blocks += moments + groups(for: audience)
    if audience == .report { blocks += stages }
    if audience != .room { blocks += pairs(for: audience) + told }
    return blocks
  }

  /// The numbers alone, where nobody is chosen because the vote is not valid: nothing is said of
  /// who won and why.
  public var numbers: [View.Block] {
    [.heading(Wording.numbers(account.outcome.method), level: 2)] + bars
  }

  /// What the count was told, so that anyone can repeat it.
  var told: [View.Block] {
    let facts = account.outcome.parameters.map { View.Fact(Wording.told($0.name), $0.value) }
    let method = View.Fact(Wording.method, account.outcome.method.rawValue)
    return [.heading(Wording.toldTitle, level: 3), .facts([method] + facts)]
  }
}
