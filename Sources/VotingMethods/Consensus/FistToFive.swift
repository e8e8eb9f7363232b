/// Fist to five: everybody shows from no finger (a block) to five (full support); three and more
/// are support. Every proposal that passes is adopted.
///
/// Source: A. Fletcher, “FireStarter Youth Power Curriculum” (Freechild Project 2002): a fist
/// blocks, one and two ask for changes or talk, three and more let the proposal pass. How much
/// support is needed is declared.
public struct FistToFive: VotingMethod {
  public static let id = MethodID.fistToFive
  /// How many voters must have given a grade; abstentions don't count.
  public var quorum: Int
  /// Which part of the grades given must be three or more.
  public var share: Rational
  /// Whether a single fist stops a proposal.
  public var fistBlocks: Bool

  public init(quorum: Int = 1, share: Rational = 1, fistBlocks: Bool = true) {
    (self.quorum, self.share, self.fistBlocks) = (quorum, share, fistBlocks)
  }

  /// - Throws: `scale` for ballots that are not graded from 0 to 5.
  public func tally(_ ballots: ScoreBallots) throws(TallyFault) -> Outcome {
    try AgreementTest(quorum: quorum, support: (3, share), block: fistBlocks ? 0 : nil)
      .tally(Self.id, ballots, scale: 0...5)
  }
}
