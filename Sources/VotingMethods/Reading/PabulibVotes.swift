/// The section VOTES of a Pabulib file.
struct PabulibVotes {
  private var table: SemicolonTable
  private let type: PabulibHead.VoteType
  private let policy: ReadingPolicy
  private let vote: Int
  private let points: Int?
  /// How many points the first of an ordinal vote has; nil for as many as there are projects.
  private let longest: Int?
  /// Where a project stood on a ballot again, while it is not known what the city made of it.
  private var repeats: [Repeat] = []

  private struct Repeat {
    var ballot: Int
    var project: Int
    var points: Int
    var line: Int
  }

  init(
    _ table: SemicolonTable, _ head: PabulibHead, _ type: PabulibHead.VoteType,
    _ policy: ReadingPolicy
  ) throws(ReadingFault) {
    (self.table, self.type, self.policy) = (table, type, policy)
    vote = try table.column("vote")
    points = type.hasPoints ? try table.column("points") : nil
    let most = type == .ordinal ? head.values["max_length"] : nil
    longest = try most.map { text throws(ReadingFault) in try table.amount(text, "max_length") }
  }

  /// Reads all votes. A project that stands on one again counts once, until `settle`.
  mutating func read(
    into ballots: inout BudgetBallots, _ reading: inout Reading
  ) throws(ReadingFault) {
    let places = Dictionary(
      uniqueKeysWithValues: ballots.projects.enumerated().map { ($1.candidate.id, $0) })
    while let row = try table.next(until: nil) {
      reading.ballots += 1
      let given = try support(row, places)
      guard let ballot = try once(given, ballots.approvals.counts.count, &reading) else {
        reading.invalid += 1
        continue
      }
      do {
        try ballots.append(ballot)
      } catch {
        throw table.fault(.projectOnce, row[vote])
      }
      if ballot.allSatisfy({ $0.points == 0 }) { reading.blank += 1 }
    }
  }

  /// What a row says, in its order.
  private func support(
    _ row: [String], _ places: [String: Int]
  ) throws(ReadingFault) -> [BudgetBallots.Support] {
    let chosen = SemicolonTable.list(try table.field(row, vote, "vote"))
    let given = try points.map { column throws(ReadingFault) in
      SemicolonTable.list(try table.field(row, column, "points"))
    }
    if let given, given.count != chosen.count { throw table.fault(.field("points"), "") }
    if type == .chooseOne, chosen.count > 1, Set(chosen).count > 1 {
      throw table.fault(.oneProject, row[vote])
    }
    var ballot: [BudgetBallots.Support] = []
    for (place, key) in chosen.enumerated() {
      guard let project = places[key] else { throw table.fault(.knownProject, key) }
      var worth = type == .ordinal ? max(0, (longest ?? places.count) - place) : 1
      if let given { worth = try table.amount(given[place], "points") }
      ballot.append(.init(project, points: worth))
    }
    return ballot
  }

  /// A ballot on which each project stands once; nil if it is set aside.
  private mutating func once(
    _ given: [BudgetBallots.Support], _ number: Int, _ reading: inout Reading
  ) throws(ReadingFault) -> [BudgetBallots.Support]? {
    var ballot: [BudgetBallots.Support] = []
    for support in given {
      guard ballot.contains(where: { $0.project == support.project }) else {
        ballot.append(support)
        continue
      }
      guard let doubt = policy.repeats else {
        repeats.append(
          Repeat(
            ballot: number, project: support.project, points: support.points, line: table.line))
        continue
      }
      if doubt == .refuse { throw table.fault(.decision(.repeats), "") }
      reading.note(.repeatedProject, became: doubt.rawValue, line: table.line)
      if doubt == .exhaust { break }
      if doubt == .invalid { return nil }
    }
    return ballot
  }

  /// Decides about the projects that stood on a ballot again: they count each time if the totals in
  /// the list of projects were counted so, else once. Says which.
  ///
  /// - Parameter totals: how many points each project got officially, if the file says so.
  mutating func settle(
    _ totals: [Int]?, of ballots: inout BudgetBallots, _ reading: inout Reading
  ) {
    guard !repeats.isEmpty else { return }
    let scores = ballots.scores
    var again: [Int: Int] = [:]
    for entry in repeats { again[entry.project, default: 0] += entry.points }
    let votesForOnce = again.count { totals?[$0.key] == scores[$0.key] }
    let votesForBoth = again.count { totals?[$0.key] == scores[$0.key] + $0.value }
    let fate: String
    if votesForBoth > votesForOnce {
      fate = "each time counts, as in the totals of the list of projects"
      for entry in repeats {
        ballots.add(points: entry.points, to: entry.project, on: entry.ballot)
      }
    } else if votesForOnce > 0 {
      fate = "it counts once, as in the totals of the list of projects"
    } else {
      fate = "it counts once; the file has no totals to tell what its city did"
    }
    for entry in repeats { reading.note(.repeatedProject, became: fate, line: entry.line) }
  }
}
