import ExerciseProtocol

/// Fills in a paper as somebody might: at random, and validly.
struct BallotWriter {
  let paper: Paper
  let voice: Guest.Voice
  let kind: Sentence.Kind

  /// - Parameter mayAbstain: whether it may be a blank one, as a few of many are.
  func ballot(weight: Int, mayAbstain: Bool, using chance: inout Chance) -> Ballot {
    if mayAbstain, Int.random(in: 0..<25, using: &chance) == 0 {
      return Ballot(.blank, weight: weight)
    }
    var answers: [String: JSONValue] = [:]
    for question in paper.questions {
      let isAnswered = question.isRequired || Int.random(in: 0..<3, using: &chance) > 0
      guard isAnswered else { continue }
      let answer = answer(to: question, using: &chance)
      // An answer that the paper does not take is left out, as the booth would have it.
      if question.fault(in: answer) == nil { answers[question.field] = answer }
    }
    let ballot = Ballot(.answers(answers), weight: weight)
    return paper.faults(in: ballot).isEmpty ? ballot : Ballot(.blank, weight: weight)
  }

  private func answer(to question: PaperQuestion, using chance: inout Chance) -> JSONValue {
    let ids = question.options.map(\.id).shuffled(using: &chance)
    switch question.form {
    case .chooseOne: return ids.first.map(JSONValue.string) ?? .null
    case .chooseSome(let count):
      let most = max(count.lowerBound, min(count.upperBound, ids.count))
      let number = Int.random(in: min(max(1, count.lowerBound), most)...most, using: &chance)
      let chosen = Set(ids.prefix(number))
      return .array(question.options.map(\.id).filter(chosen.contains).map(JSONValue.string))
    case .rank(let atMost, _):
      return .array(ids.prefix(min(atMost, 5)).map { .array([.string($0)]) })
    case .score, .grade: return points(on: ids, in: question.pointsAllowed, using: &chance)
    case .dots(let total, let perOption):
      return spread(total, atMost: perOption, over: ids, using: &chance)
    case .credits(let total): return buy(total, of: ids, using: &chance)
    case .scale(let steps):
      // People who came to a workshop are rather for things than against.
      let likely = steps + steps.suffix(max(1, steps.count / 2)) + steps.suffix(2)
      return (likely.randomElement(using: &chance)?.value).map(JSONValue.integer) ?? .null
    case .duels(let count):
      let pairs = zip(ids, ids.dropFirst()).prefix(count)
      return .array(pairs.map { .array([.string($0), .string($1)]) })
    case .text(let lines):
      let count = Int.random(in: 1...max(1, min(3, lines / 10)), using: &chance)
      let said = (0..<count).map { _ in Sentence.draw(kind, by: voice, using: &chance) }
      return .string(said.joined(separator: "\n"))
    }
  }

  private func points(
    on ids: [String], in range: ClosedRange<Int>, using chance: inout Chance
  ) -> JSONValue {
    .object(ids.map { .init($0, .integer(Int.random(in: range, using: &chance))) })
  }

  private func spread(
    _ total: Int, atMost: Int, over ids: [String], using chance: inout Chance
  ) -> JSONValue {
    var left = total
    var members: [JSONValue.Member] = []
    for id in ids where left > 0 {
      let dots = Int.random(in: 1...max(1, min(left, atMost)), using: &chance)
      members.append(.init(id, .integer(dots)))
      left -= dots
    }
    return .object(members)
  }

  /// Votes that grow dearer: as many on one card as half of what is left pays for.
  private func buy(_ credits: Int, of ids: [String], using chance: inout Chance) -> JSONValue {
    var left = credits
    var members: [JSONValue.Member] = []
    for id in ids.prefix(4) {
      let most = Int(Double(left / 2).squareRoot())
      guard most >= 1 else { break }
      let votes = Int.random(in: 1...most, using: &chance)
      members.append(.init(id, .integer(votes)))
      left -= votes * votes
    }
    return .object(members)
  }
}
