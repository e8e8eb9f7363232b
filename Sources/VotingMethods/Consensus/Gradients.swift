/// Gradients of agreement, from 8 to 1: whole-hearted endorsement, agreement with a minor point of
/// contention, support with reservations, no opinion, more discussion needed, dislike but support
/// of the group, serious disagreement, veto. Every proposal that passes is adopted.
///
/// Source: S. Kaner, “Facilitator's Guide to Participatory Decision-Making” (third edition,
/// Jossey-Bass 2014). The book leaves it to the group how much support is enough; here it is
/// declared.
public struct Gradients: VotingMethod {
  public static let id = MethodID.gradients
  /// How many voters must have given a grade; abstentions don't count, “no opinion” does.
  public var quorum: Int
  /// The least grade that is support.
  public var support: Int
  /// Which part of the grades given must be that or better.
  public var share: Rational

  public init(quorum: Int = 1, support: Int = 6, share: Rational = Rational(3, over: 4)) {
    (self.quorum, self.support, self.share) = (quorum, support, share)
  }

  /// - Throws: `scale` for ballots, or a least grade of support, that are not from 1 to 8.
  public func tally(_ ballots: ScoreBallots) throws(TallyFault) -> Outcome {
    guard (1...8).contains(support) else { throw .scale(support...support, expected: 1...8) }
    return try AgreementTest(quorum: quorum, support: (support, share), block: 1)
      .tally(Self.id, ballots, scale: 1...8)
  }
}
