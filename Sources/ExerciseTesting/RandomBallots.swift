public import ExerciseKit

/// Papers as a room may fill them, at random: ballots that the booth would take, for
/// ``Harness/reveal(_:lot:)``. Few options and many ballots make many ties.
public struct RandomBallots {
  private var random: Chance

  /// Each seed gives other ballots.
  public init(seed: Int) { random = Chance(seed: seed) }

  /// So many, each of one to three votes.
  public mutating func ballots(_ count: Int, on paper: Paper) -> [Ballot] {
    (0..<count).map { _ in
      var answers: [String: JSONValue] = [:]
      for question in paper.questions { answers[question.field] = answer(to: question) }
      return Ballot(.answers(answers), weight: Int.random(in: 1...3, using: &random))
    }
  }

  private mutating func answer(to question: PaperQuestion) -> JSONValue {
    let ids = question.options.map(\.id).shuffled(using: &random)
    switch question.form {
    case .chooseOne: return .string(ids[0])
    case .chooseSome(let count):
      let chosen = Set(ids.prefix(Int.random(in: count, using: &random)))
      return .array(question.options.map(\.id).filter(chosen.contains).map(JSONValue.string))
    case .rank(let most, let allowsTies):
      var ranks: [[JSONValue]] = []
      for id in ids.prefix(Int.random(in: 0...most, using: &random)) {
        if allowsTies, !ranks.isEmpty, Bool.random(using: &random) {
          ranks[ranks.count - 1].append(.string(id))
        } else {
          ranks.append([.string(id)])
        }
      }
      return .array(ranks.map { .array($0) })
    case .score, .grade: return points(ids, question.pointsAllowed)
    case .dots(let total, let perOption): return spread(ids, total, perOption) { $0 }
    case .credits(let total): return spread(ids, total, total) { $0 * $0 }
    case .scale(let steps):
      return .integer(steps.map(\.value).randomElement(using: &random) ?? 0)
    case .duels(let most):
      let pairs = ids.indices.flatMap { one in (0..<one).map { [ids[one], ids[$0]] } }
      return .array(
        pairs.shuffled(using: &random).prefix(Int.random(in: 1...most, using: &random))
          .map { .array($0.map(JSONValue.string)) })
    case .text:
      return .string(["", "Because", "\u{1B}[2J\nnot so"].randomElement(using: &random) ?? "")
    }
  }

  private mutating func points(_ ids: [String], _ range: ClosedRange<Int>) -> JSONValue {
    .object(
      ids.prefix(Int.random(in: 0...ids.count, using: &random)).map {
        .init($0, .integer(Int.random(in: range, using: &random)))
      })
  }

  /// Spends as long as there is something left.
  private mutating func spread(
    _ ids: [String], _ total: Int, _ most: Int, cost: (Int) -> Int
  ) -> JSONValue {
    var members: [JSONValue.Member] = []
    var left = total
    for id in ids {
      let affordable = (1...max(1, most)).last { cost($0) <= left }
      guard let affordable, affordable <= most else { break }
      let number = Int.random(in: 1...affordable, using: &random)
      left -= cost(number)
      members.append(.init(id, .integer(number)))
    }
    return .object(members)
  }
}
