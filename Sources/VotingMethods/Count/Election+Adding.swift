/// Several files of one election, added up.
extension Election {
  /// Adds the ballots of another file of the same election, whose candidates may stand in another
  /// order. Where ballots name their candidates themselves, as cells of names do, either file may
  /// have some that the other one has not.
  ///
  /// - Parameters:
  ///   - name: what the other file is called; `own` what the first one is.
  ///   - aliases: who is who of those whose names differ.
  public mutating func add(
    _ other: Election, called name: String, to own: String,
    aliases: ReadingPolicy.Aliases = ReadingPolicy.Aliases()
  ) throws(AddingFault) {
    if !title.isEmpty, !other.title.isEmpty, title != other.title {
      throw .titles(title, other.title)
    }
    if let one = seats, let two = other.seats, one != two { throw .seats(one, two) }
    let names = Set(withdrawn.map(\.name))
    let others = Set(other.withdrawn.map(\.name))
    if let name = names.symmetricDifference(others).sorted().first { throw .withdrawn(name) }
    let (all, places) = try matched(other, aliases)
    let votes = max(voteDecimals, other.voteDecimals)
    let points = max(scoreDecimals, other.scoreDecimals)
    let units = Units(
      own: Self.power(votes - voteDecimals), other: Self.power(votes - other.voteDecimals),
      ownPoint: Self.power(points - scoreDecimals),
      otherPoint: Self.power(points - other.scoreDecimals))
    let sum = ballots.voters.multipliedReportingOverflow(by: units.own)
    let more = other.ballots.voters.multipliedReportingOverflow(by: units.other)
    guard !sum.overflow, !more.overflow, sum.partialValue <= 1_000_000_000_000,
      more.partialValue <= 1_000_000_000_000 - sum.partialValue
    else { throw .tooMany }
    ballots = try ballots.adding(other.ballots, all, places, units)
    (voteDecimals, scoreDecimals, lines) = (votes, points, [])
    if title.isEmpty { title = other.title }
    seats = seats ?? other.seats
    declared = declared ?? other.declared
    if let read = other.reading { reading?.add(read, called: name, to: own) }
  }

  private static func power(_ decimals: Int) -> Int { DecimalNumber(1).scaled(to: decimals) }

  /// What the units of two files are worth in the common ones.
  struct Units {
    var own: Int
    var other: Int
    var ownPoint: Int
    var otherPoint: Int
  }

  /// Whether ballots name their candidates, so that nobody can be missing.
  private var findsCandidates: Bool {
    guard let reading, reading.format == .csv else { return reading?.format == .abif }
    return [.preferences, .duels, .parties].contains(reading.shape)
      || reading.columns.contains { $0.taken == .list || $0.taken == .person }
  }

  /// All candidates, and where those of the other file are among them.
  private func matched(
    _ other: Election, _ aliases: ReadingPolicy.Aliases
  ) throws(AddingFault) -> (all: [Candidate], places: [Int]) {
    var all = candidates
    var known: [String: Int] = [:]
    let spellings = Dictionary(all.map { (CSVWords.folded($0.name), $0.name) }) { first, _ in
      first
    }
    for (place, candidate) in all.enumerated() {
      guard known.updateValue(place, forKey: candidate.name) == nil else {
        throw .namesakes(candidate.name)
      }
    }
    var places: [Int] = []
    for candidate in other.candidates {
      let written = aliases.names[candidate.name] ?? candidate.name
      let alike = known[written] == nil ? spellings[CSVWords.folded(written)] : nil
      if let alike, aliases.spelling == nil { throw .similar(candidate.name, alike) }
      if let place = known[aliases.spelling == .anyCase ? alike ?? written : written] {
        guard !places.contains(place) else { throw .namesakes(candidate.name) }
        places.append(place)
        continue
      }
      guard findsCandidates, other.findsCandidates else { throw .unknown(candidate.name) }
      places.append(all.count)
      known[candidate.name] = all.count
      all.append(candidate)
    }
    if !findsCandidates || !other.findsCandidates,
      let missing = candidates.indices.first(where: { !places.contains($0) })
    {
      throw .missing(candidates[missing].name)
    }
    return (all, places)
  }
}

extension Election.Ballots {
  /// All ballots of both, about `all`; `places` are those of the other's candidates among them.
  fileprivate func adding(
    _ other: Election.Ballots, _ all: [Candidate], _ places: [Int], _ units: Election.Units
  ) throws(AddingFault) -> Election.Ballots {
    switch (self, other) {
    case (.rankings(var own), .rankings(let other)):
      own.candidates = all
      own.multiply(by: units.own)
      own.add(other, as: places, times: units.other)
      return .rankings(own)
    case (.approvals(let own), .approvals(let other)):
      var sum = ApprovalBallots(candidates: all)
      sum.add(own, as: Array(own.candidates.indices), times: units.own)
      sum.add(other, as: places, times: units.other)
      return .approvals(sum)
    case (.scores(let own), .scores(let other)):
      let low = min(
        own.range.lowerBound * units.ownPoint, other.range.lowerBound * units.otherPoint)
      let high = max(
        own.range.upperBound * units.ownPoint, other.range.upperBound * units.otherPoint)
      var sum = ScoreBallots(candidates: all, range: low...high)
      sum.add(own, as: Array(own.candidates.indices), times: units.own, points: units.ownPoint)
      sum.add(other, as: places, times: units.other, points: units.otherPoint)
      return .scores(sum)
    case (.projects(let own), .projects(let other)):
      return .projects(try own.adding(other, as: places))
    case (.parties(let own), .parties(let other)):
      var votes = own.votes + Array(repeating: 0, count: all.count - own.votes.count)
      for (party, count) in other.votes.enumerated() { votes[places[party]] += count }
      return .parties(PartyVotes(all, votes: votes))
    case (.duels(let own), .duels(let other)):
      var sum = DuelBallots(candidates: all)
      sum.add(own, as: Array(own.candidates.indices), times: units.own)
      sum.add(other, as: places, times: units.other)
      return .duels(sum)
    case (.opinions(let own), .opinions(let other)):
      var sum = OpinionBallots(candidates: all)
      sum.add(own, as: Array(own.candidates.indices), times: units.own)
      sum.add(other, as: places, times: units.other)
      return .opinions(sum)
    default: throw .kinds(kind, other.kind)
    }
  }
}

// What can't be taken can't be there: these are ballots that were checked when they were read.

extension ApprovalBallots {
  fileprivate mutating func add(_ other: ApprovalBallots, as places: [Int], times: Int) {
    for (ballot, count) in other.counts.enumerated() {
      try? append(other.approvals(ballot).map { places[$0] }.sorted(), count: count * times)
    }
  }
}

extension ScoreBallots {
  fileprivate mutating func add(
    _ other: ScoreBallots, as places: [Int], times: Int, points: Int
  ) {
    for (ballot, count) in other.counts.enumerated() {
      var row: [Int?] = Array(repeating: nil, count: candidates.count)
      for (candidate, place) in places.enumerated() {
        row[place] = other[ballot, candidate].map { $0 * points }
      }
      try? append(row, count: count * times)
    }
  }
}

extension DuelBallots {
  fileprivate mutating func add(_ other: DuelBallots, as places: [Int], times: Int) {
    for duel in other.duels {
      try? append(
        places[duel.winner], over: places[duel.loser], isUndecided: duel.isUndecided,
        count: duel.count * times)
    }
  }
}

extension OpinionBallots {
  fileprivate mutating func add(_ other: OpinionBallots, as places: [Int], times: Int) {
    for (row, count) in other.counts.enumerated() {
      var answers: [Opinion?] = Array(repeating: nil, count: candidates.count)
      for (statement, place) in places.enumerated() { answers[place] = other[row, statement] }
      try? append(answers, count: count * times)
    }
  }
}

extension BudgetBallots {
  fileprivate func adding(
    _ other: BudgetBallots, as places: [Int]
  ) throws(AddingFault) -> BudgetBallots {
    guard budget * other.unit == other.budget * unit else { throw .money("") }
    for (project, place) in zip(other.projects, places)
    where project.cost * unit != projects[place].cost * other.unit {
      throw .money(project.candidate.name)
    }
    var sum = self
    for (ballot, count) in other.approvals.counts.enumerated() {
      try? sum.append(
        other.support(ballot).map { Support(places[$0.project], points: $0.points) }, count: count)
    }
    return sum
  }
}
