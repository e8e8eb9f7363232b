extension CountRequest {
  /// Counts by one of the rules of transferable votes that are some place's or body's own.
  func transfer(_ ballots: RankedBallots, seats: Int) throws(CountFault) -> Outcome {
    let candidates = ballots.candidates
    switch method {
    case .northernIrelandSTV:
      return try run(NorthernIrelandSTV(seats: seats, tieBreak: tieBreak), ballots, candidates)
    case .senateSTV:
      let isByHand = try word(.bulkExclusion) == "yes"
      return try run(
        AustralianSenateSTV(seats: seats, tieBreak: tieBreak, isByHand: isByHand), ballots,
        candidates)
    case .minneapolisSTV:
      return try run(MinneapolisSTV(seats: seats, tieBreak: tieBreak), ballots, candidates)
    case .cambridgeSTV:
      return try run(
        CambridgeSTV(
          seats: seats, tieBreak: tieBreak, order: try paperOrder(),
          threshold: try number(.threshold) ?? 50), ballots, candidates)
    default:
      return try run(ERS97STV(seats: seats, tieBreak: tieBreak), ballots, candidates)
    }
  }

  private func paperOrder() throws(CountFault) -> PaperOrder {
    try number(.seed).map { .mixed(seed: UInt64($0)) } ?? .file
  }
}
