/// Consent: a proposal is adopted unless somebody objects. The grades are 0 for an objection, 1 for
/// a concern, which is heard but stops nothing, and 2 for consent.
///
/// Source: G. Endenburg, “Sociocracy: The Organization of Decision-Making” (Eburon 1998); T. J. Rau
/// and J. Koch-Gonzalez, “Many Voices One Song” (2018), chapter 3.
public struct Consent: VotingMethod {
  public static let id = MethodID.consent
  /// How many voters must have given a grade; abstentions don't count.
  public var quorum: Int

  public init(quorum: Int = 1) { self.quorum = quorum }

  /// - Throws: `scale` for ballots that are not graded from 0 to 2.
  public func tally(_ ballots: ScoreBallots) throws(TallyFault) -> Outcome {
    try AgreementTest(quorum: quorum, support: (0, 0), block: 0)
      .tally(Self.id, ballots, scale: 0...2)
  }
}
