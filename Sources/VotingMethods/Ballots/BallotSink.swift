/// Where a reader puts the ballots that it has checked: kept as they are (`RankedBallots`), or
/// counted at once and forgotten (`PairwiseCounter`).
///
/// Readers call it, once a ballot, in the order of the file.
protocol BallotSink {
  /// Takes the ballot of so many voters.
  ///
  /// - Parameter preferences: as `RankedBallots` keeps them: from first to last, each a candidate
  ///   counted from 0, with `RankedBallots.tied` set if ranked like the one before. Every candidate
  ///   is known and stands there once at most.
  mutating func take(_ preferences: Span<UInt16>, count: Int)

  /// Multiplies all numbers of voters so far: what follows is counted in smaller units.
  mutating func multiply(by factor: Int)
}
