import ExerciseProtocol
import VotingMethods

/// How answers become the ballots that methods count:
///
/// | form | ballots | how |
/// | --- | --- | --- |
/// | choose-one | approvals | of the one option |
/// | | parties | a vote for the option |
/// | | projects | one point for the option |
/// | choose-some | approvals, projects | of each option chosen, one point each |
/// | rank | rankings | as ranked; what is left out is below |
/// | score | scores | as given; an option not judged is a blank |
/// | | opinions | −1, 0, 1 are disagree, pass, agree; not judged is not seen |
/// | | projects | the points above 0 |
/// | dots | scores, projects | as spread, 0 where there are none |
/// | credits | scores | as bought, 0 where there are none |
/// | grade | scores | the grade's position, from the least number of the method's own scale |
/// | | opinions | of three grades: disagree, pass, agree; not judged is not seen |
/// | scale | scores | of one candidate, the question itself |
/// | duels | duels | as decided |
/// | text | none | |
///
/// Of several, the one is taken that the method names first. A valid ballot without an answer to
/// the question abstains in it, and is none of these.
extension PaperQuestion {
  /// The kinds of ballots that the answers can be read as.
  private var kinds: [BallotKind] {
    switch form {
    case .chooseOne: [.approvals, .parties, .projects]
    case .chooseSome: [.approvals, .projects]
    case .rank: [.rankings]
    case .score(let range):
      [.scores] + (range == -1...1 ? [.opinions] : [])
        + (range.lowerBound >= 0 ? [.projects] : [])
    case .dots: [.scores, .projects]
    case .grade(let grades, _): [.scores] + (grades.count == 3 ? [.opinions] : [])
    case .credits, .scale: [.scores]
    case .duels: [.duels]
    case .text: []
    }
  }

  /// What the count is told, and the ballots that the answers are to be read as.
  func request(
    by rule: CountingRule, seed: UInt64
  ) throws(PollCountFault) -> (request: CountRequest, kind: BallotKind) {
    guard let method = MethodID(rawValue: rule.method) else {
      throw .unknownMethod(rule.method)
    }
    // Money is spent on projects alone, and projects are about money.
    let spends = method.traits.choice == .budget
    guard
      let kind = method.traits.ballots.first(where: {
        kinds.contains($0) && ($0 == .projects) == spends
      }), method.scale.map({ $0 == points(for: method) }) ?? true
    else { throw .wrongForm(field: field, method) }
    if spends, let option = options.first(where: { !Self.costs.contains($0.cost ?? -1) }) {
      throw .noCost(option: option.id)
    }
    var request = CountRequest(method, budget: rule.budget)
    if rule.seats != 1 || method.traits.choice == .seats { request.seats = rule.seats }
    request.tieBreak = try tieBreak(rule, seed)
    do throws(CountFault) {
      for (name, value) in settings(rule, method).sorted(by: { $0.key < $1.key }) {
        try request.set(name, to: value)
      }
      try request.check()
    } catch {
      throw .count(error)
    }
    return (request, kind)
  }

  /// What something may cost.
  private static let costs = 0..<1_000_000_000_000

  /// The rule's own, but the tie-break; what the form says besides need not be said again.
  private func settings(_ rule: CountingRule, _ method: MethodID) -> [String: String] {
    var settings = rule.settings
    settings[Self.tieBreak] = nil
    switch (form, method) {
    case (.dots(let total, let perOption), .dots):
      settings.merge(["dots": "\(total)", "cap": "\(min(total, perOption))"]) { own, _ in own }
    case (.credits(let total), .quadratic):
      settings.merge(["credits": "\(total)"]) { own, _ in own }
    default: break
    }
    return settings
  }

  /// The setting that says how ties are broken: `lot`, or `prior,lot`, which is taken where it
  /// isn't set. The lot's seed is the poll's.
  private static let tieBreak = "tie-break"

  private func tieBreak(
    _ rule: CountingRule, _ seed: UInt64
  ) throws(PollCountFault) -> TieBreak {
    switch rule.settings[Self.tieBreak] ?? "prior,lot" {
    case "prior,lot": TieBreak([.priorStage, .lot(seed: seed)])
    case "lot": TieBreak([.lot(seed: seed)])
    case let other: throw .badTieBreak(other)
    }
  }

  /// What one candidate can be given.
  private func points(for method: MethodID) -> ClosedRange<Int> {
    switch form {
    case .scale(let steps):
      let values = steps.map(\.value)
      return (values.min() ?? 0)...(values.max() ?? 0)
    case .grade(let grades, _):
      let least = method.scale?.lowerBound ?? 0
      return least...(least + max(0, grades.count - 1))
    default: return pointsAllowed
    }
  }

  /// Whom the ballots are about: the options, or, on a scale, the question itself.
  private var candidates: [Candidate] {
    form.needsOptions
      ? options.map { Candidate(id: $0.id, name: $0.text) }
      : [Candidate(id: field, name: prompt)]
  }
}

extension PaperQuestion {
  /// An answer and the votes that gave it.
  typealias Answer = (answer: JSONValue, votes: Int)

  /// All answers as ballots of one kind.
  func ballots(
    _ answers: [Answer], as kind: BallotKind, _ rule: CountingRule, _ method: MethodID
  ) throws(PollCountFault) -> Election.Ballots {
    do {
      switch kind {
      case .rankings: return .rankings(try rankings(answers))
      case .approvals:
        var ballots = ApprovalBallots(candidates: candidates)
        for (answer, votes) in answers {
          try ballots.append(try support(answer).map(\.project), count: votes)
        }
        return .approvals(ballots)
      case .scores: return .scores(try scores(answers, points(for: method)))
      case .projects: return .projects(try projects(answers, rule))
      case .parties:
        var votes = candidates.map { _ in 0 }
        for (answer, count) in answers {
          for vote in try support(answer) { votes[vote.project] += count }
        }
        return .parties(PartyVotes(candidates, votes: votes))
      case .duels:
        var ballots = DuelBallots(candidates: candidates)
        for (answer, votes) in answers {
          for pair in try ranks(answer) where pair.count == 2 {
            try ballots.append(pair[0], over: pair[1], count: votes)
          }
        }
        return .duels(ballots)
      case .opinions:
        var ballots = OpinionBallots(candidates: candidates)
        // Of grades the middle one is to pass; of points it is 0.
        let middle = if case .grade(_, let first) = form { first + 1 } else { 0 }
        for (answer, votes) in answers {
          let row = try points(answer).map { points in
            points.flatMap { OpinionBallots.Opinion(rawValue: Int8(clamping: $0 - middle)) }
          }
          try ballots.append(row, count: votes)
        }
        return .opinions(ballots)
      }
    } catch {
      throw .badAnswer(field: field)
    }
  }

  private func rankings(_ answers: [Answer]) throws -> RankedBallots {
    var ballots = RankedBallots(candidates: candidates)
    for (answer, votes) in answers { try ballots.append(try ranks(answer), count: votes) }
    return ballots
  }

  private func scores(_ answers: [Answer], _ range: ClosedRange<Int>) throws -> ScoreBallots {
    var ballots = ScoreBallots(candidates: candidates, range: range)
    for (answer, votes) in answers {
      var points = try points(answer)
      switch form {
      case .dots, .credits: points = points.map { $0 ?? 0 }
      case .grade(_, let first):
        points = points.map { $0.map { $0 - first + range.lowerBound } }
      default: break
      }
      try ballots.append(points, count: votes)
    }
    return ballots
  }

  private func projects(_ answers: [Answer], _ rule: CountingRule) throws -> BudgetBallots {
    let projects = zip(candidates, options).map { Project($0, cost: $1.cost ?? 0) }
    var ballots = BudgetBallots(projects: projects, budget: rule.budget ?? 0)
    for (answer, votes) in answers { try ballots.append(try support(answer), count: votes) }
    return ballots
  }

  // MARK: What one answer says

  private struct Unfit: Error {}

  private func option(_ value: JSONValue) throws -> Int {
    guard case .string(let id) = value, let place = options.firstIndex(where: { $0.id == id })
    else { throw Unfit() }
    return place
  }

  private func ranks(_ answer: JSONValue) throws -> [[Int]] {
    guard case .array(let ranks) = answer else { throw Unfit() }
    return try ranks.map { rank in
      guard case .array(let ids) = rank else { throw Unfit() }
      return try ids.map(option)
    }
  }

  private func support(_ answer: JSONValue) throws -> [BudgetBallots.Support] {
    switch answer {
    case .string: return [.init(try option(answer))]
    case .array(let ids): return try ids.map { .init(try option($0)) }
    default:
      return try points(answer).enumerated().compactMap { place, points in
        points.flatMap { $0 > 0 ? .init(place, points: $0) : nil }
      }
    }
  }

  /// Each candidate's points.
  private func points(_ answer: JSONValue) throws -> [Int?] {
    switch answer {
    case .integer(let value): return [value]
    case .object(let members):
      var points: [Int?] = options.map { _ in nil }
      for member in members {
        guard case .integer(let value) = member.value else { throw Unfit() }
        points[try option(.string(member.name))] = value
      }
      return points
    default: throw Unfit()
    }
  }
}
