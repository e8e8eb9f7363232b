extension RankedBallots {
  /// How many ballots have each candidate as the first of those still in the count.
  func firstPreferences(of isIn: [Bool]) -> [Int] {
    var totals = Array(repeating: 0, count: candidates.count)
    for ballot in counts.indices {
      for place in bounds[ballot]..<bounds[ballot + 1] where isIn[Int(places[place])] {
        totals[Int(places[place])] += counts[ballot]
        break
      }
    }
    return totals
  }

  /// Checks what single-winner methods ask that read ballots from the top.
  func checkFirstPreferences() throws(TallyFault) {
    guard !candidates.isEmpty else { throw .noCandidates }
    try checkStrict()
  }
}
