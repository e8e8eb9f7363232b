/// The ballots seen from the candidates' side: which of them approve of each.
struct Supporters {
  /// How many voters cast each ballot.
  let counts: [Int]
  /// How many voters approve of each candidate.
  let totals: [Int]
  /// The ballots that approve, candidate after candidate.
  private let ballots: [Int32]
  /// Where each candidate's begin in them, and where the last one's end.
  private let bounds: [Int]

  init(_ approvals: ApprovalBallots) {
    var lists: [[Int32]] = Array(repeating: [], count: approvals.candidates.count)
    for ballot in approvals.counts.indices where approvals.counts[ballot] > 0 {
      for place in approvals.bounds[ballot]..<approvals.bounds[ballot + 1] {
        lists[Int(approvals.approved[place])].append(Int32(ballot))
      }
    }
    counts = approvals.counts
    totals = lists.map { $0.reduce(0) { $0 + approvals.counts[Int($1)] } }
    ballots = Array(lists.joined())
    bounds = lists.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
  }

  /// The ballots, cast by one voter at least, that approve of the candidate.
  subscript(candidate: Int) -> ArraySlice<Int32> {
    ballots[bounds[candidate]..<bounds[candidate + 1]]
  }
}
