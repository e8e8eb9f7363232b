/// In which order papers are counted one by one, for rules in which that decides which of them are
/// taken.
public enum PaperOrder: Hashable, Sendable, CustomStringConvertible {
  /// As the file has them, identical ones together where the first of them stands.
  case file
  /// Mixed by a seed that everyone can know.
  ///
  /// The papers begin in the order of the file. Then they change places as the candidates do in a
  /// lot of that seed; see ``Lot``.
  case mixed(seed: UInt64)

  public var description: String {
    switch self {
    case .file: "file"
    case .mixed(let seed): "mixed:\(seed)"
    }
  }

  /// More papers than these are not counted one by one.
  static let mostPapers = 10_000_000

  /// The same ballots, each paper by itself and in this order.
  func papers(of ballots: RankedBallots) throws(TallyFault) -> RankedBallots {
    guard ballots.voters <= PaperOrder.mostPapers else { throw .tooLarge }
    var order: [Int32] = []
    for (ballot, count) in ballots.counts.enumerated() {
      order += repeatElement(Int32(ballot), count: count)
    }
    if case .mixed(let seed) = self {
      order = Lot(seed: seed, candidates: order.count).order.map { order[$0] }
    }
    var papers = RankedBallots(candidates: ballots.candidates)
    for ballot in order {
      let place = ballots.bounds[Int(ballot)]..<ballots.bounds[Int(ballot) + 1]
      papers.take(ballots.places[place].map(Int.init), count: 1)
    }
    return papers
  }
}
