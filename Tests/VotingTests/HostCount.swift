import ExerciseKit
import Testing
import VotingMethods

/// What a host makes of a paper and its ballots, written apart from the plugin: the two must come
/// to the same outcome.
struct HostCount {
  let paper: Paper
  let ballots: [Ballot]

  func outcome(lot: Int) throws -> Outcome {
    let rule = try #require(paper.rule)
    let question = try #require(paper.question(rule.field))
    let method = try #require(MethodID(rawValue: rule.method))
    var request = CountRequest(
      method, seats: method.traits.choice == .seats ? rule.seats : nil, budget: rule.budget,
      tieBreak: TieBreak([.priorStage, .lot(seed: UInt64(lot))]))
    for (name, value) in rule.settings { try request.set(name, to: value) }
    return try request.tally(Election(ballots: try election(question, method)))
  }

  private func election(
    _ question: PaperQuestion, _ method: MethodID
  ) throws -> Election.Ballots {
    let candidates = question.options.map { Candidate(id: $0.id, name: $0.text) }
    let places = Dictionary(uniqueKeysWithValues: question.options.enumerated().map { ($1.id, $0) })
    let answers = ballots.compactMap { ballot -> (answer: JSONValue, weight: Int)? in
      guard case .answers(let answers) = ballot.mark, let answer = answers[question.field] else {
        return nil
      }
      return (answer, ballot.weight)
    }
    func place(_ id: JSONValue) throws -> Int {
      guard case .string(let id) = id else { throw JSONShapeError.notAString }
      return try #require(places[id])
    }
    func row(_ answer: JSONValue) -> [Int?] {
      question.options.map { option in
        if case .integer(let value)? = answer[option.id] { value } else { nil }
      }
    }
    func scores(_ range: ClosedRange<Int>) throws -> Election.Ballots {
      var scores = ScoreBallots(candidates: candidates, range: range)
      for (answer, weight) in answers { try scores.append(row(answer), count: weight) }
      return .scores(scores)
    }
    switch question.form {
    case .chooseOne, .chooseSome:
      let chosen = try answers.map { (try $0.answer.items.map(place), $0.weight) }
      if method.traits.choice == .budget {
        let projects = zip(candidates, question.options).map { Project($0, cost: $1.cost ?? 0) }
        var ballots = BudgetBallots(projects: projects, budget: paper.rule?.budget ?? 0)
        for (cards, weight) in chosen {
          try ballots.append(cards.map { .init($0) }, count: weight)
        }
        return .projects(ballots)
      }
      var ballots = ApprovalBallots(candidates: candidates)
      for (cards, weight) in chosen { try ballots.append(cards, count: weight) }
      return .approvals(ballots)
    case .rank:
      var ballots = RankedBallots(candidates: candidates)
      for (answer, weight) in answers {
        try ballots.append(try answer.items.map { try $0.items.map(place) }, count: weight)
      }
      return .rankings(ballots)
    case .score(let range): return try scores(range)
    case .dots(let total, _): return try scores(0...total)
    case .credits(let total): return try scores(-total...total)
    case .grade where method == .opinionGroups:
      var ballots = OpinionBallots(candidates: candidates)
      for (answer, weight) in answers {
        try ballots.append(
          row(answer).map { $0.flatMap { .init(rawValue: Int8($0 - 1)) } }, count: weight)
      }
      return .opinions(ballots)
    case .grade(let grades, let from): return try scores(from...from + grades.count - 1)
    case .scale(let steps):
      return try onScale(steps, candidates, answers)
    case .duels:
      var ballots = DuelBallots(candidates: candidates)
      for (answer, weight) in answers {
        for pair in answer.items {
          try ballots.append(
            try place(pair.items[0]), over: try place(pair.items[1]), count: weight)
        }
      }
      return .duels(ballots)
    case .text: throw JSONShapeError.notAString
    }
  }

  private func onScale(
    _ steps: [ScaleStep], _ candidates: [Candidate], _ answers: [(answer: JSONValue, weight: Int)]
  ) throws -> Election.Ballots {
    var ballots = ScoreBallots(
      candidates: candidates, range: steps[0].value...steps[steps.count - 1].value)
    for (answer, weight) in answers {
      guard case .integer(let value) = answer else { throw JSONShapeError.notAString }
      try ballots.append([value], count: weight)
    }
    return .scores(ballots)
  }
}

extension JSONShapeError {
  fileprivate static let notAString = JSONShapeError(
    path: "answer", expected: "another form", found: "this one")
}

extension JSONValue {
  /// A list's elements; of anything else, itself alone.
  fileprivate var items: [JSONValue] { if case .array(let items) = self { items } else { [self] } }
}
