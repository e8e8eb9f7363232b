/// How often one candidate got each grade, from worst to best.
struct GradeCounts: Hashable, Sendable {
  var counts: [Int]

  /// Everybody's grades; a blank is the worst one.
  static func all(of ballots: ScoreBallots) -> [GradeCounts] {
    count(ballots, blank: ballots.range.lowerBound)
  }

  /// Everybody's grades without the blanks.
  static func given(in ballots: ScoreBallots) -> [GradeCounts] { count(ballots, blank: nil) }

  private static func count(_ ballots: ScoreBallots, blank: Int?) -> [GradeCounts] {
    let least = ballots.range.lowerBound
    let empty = GradeCounts(counts: Array(repeating: 0, count: ballots.range.count))
    var all = Array(repeating: empty, count: ballots.candidates.count)
    for (ballot, voters) in ballots.counts.enumerated() {
      for candidate in ballots.candidates.indices {
        guard let grade = ballots[ballot, candidate] ?? blank else { continue }
        all[candidate].counts[grade - least] += voters
      }
    }
    return all
  }

  var voters: Int { counts.reduce(0, +) }

  /// The grade in the middle, the lower of the two for an even number of voters; counted from 0.
  var median: Int {
    var left = (voters + 1) / 2
    for (grade, count) in counts.enumerated() {
      left -= count
      if left <= 0 { return grade }
    }
    return 0
  }

  /// The medians one after the other, each taken out before the next one is looked for:
  /// that is the order in which majority judgment compares.
  var majorityValue: [Int] {
    var rest = self
    var value: [Int] = []
    value.reserveCapacity(voters)
    for _ in 0..<voters {
      let median = rest.median
      value.append(median)
      rest.counts[median] -= 1
    }
    return value
  }
}
