import ExerciseProtocol
import OrderedCollections
import Polling

/// A ballot as it is typed: from paper, or in a script. Numbers and words are those of the screen;
/// whatever could be read in two ways is refused, because nobody would see which it was.
extension Desk {
  /// What a line says of a ballot: the questions of the paper in their order, `blank` or `spoilt`.
  /// A field of the action that is no question there takes no word away from those that are.
  func readBallot(
    _ words: Words, from start: Int, for poll: Poll
  ) throws(Problem) -> Ballot {
    let session = try open().session
    let only = words.words.count == start + 1 ? words.words.last?.text.lowercased() : nil
    if only == "blank" { return Ballot(.blank) }
    if only == "spoilt" { return Ballot(.spoilt) }
    guard let activity = session.agenda[poll.terms.activity],
      let action = actions(of: activity).first(where: { $0.privacy == .sealed })
    else { throw .noPoll }
    let paper = poll.terms.paper
    let fields = paper.questions.compactMap { question in
      action.fields.first { $0.name == question.field }
    }
    if let parts = try parts(of: words, from: start, for: fields, on: paper) {
      var answers: [String: JSONValue] = [:]
      for (field, part) in zip(fields, parts) {
        answers.merge(try self.answers(part, from: 0, to: [field], of: paper, session)) { $1 }
      }
      try paper.checkWhole(answers)
      return try checked(Ballot(.answers(answers)), on: paper)
    }
    do throws(Problem) {
      let answers = try answers(words, from: start, to: fields, of: paper, session)
      return try checked(Ballot(.answers(answers)), on: paper)
    } catch {
      // Its place is one in the ballot, not in the line; and what helps is how ballots are typed.
      let way = paper.questions.first?.typedWay
      throw Problem(error.message, hint: way ?? error.hint, isUsage: error.isUsage)
    }
  }

  private func checked(_ ballot: Ballot, on paper: Paper) throws(Problem) -> Ballot {
    if let (field, fault) = paper.faults(in: ballot).first {
      throw .refused(.invalidBallot([.init(field, fault)]))
    }
    return ballot
  }

  /// Where every question of several is about all cards, as on a matrix: what is said to each, with
  /// semicolons between. Nil for any other paper.
  private func parts(
    of words: Words, from start: Int, for fields: [FieldDescription], on paper: Paper
  ) throws(Problem) -> [Words]? {
    let isByCards = fields.allSatisfy { if case .points = $0.type { true } else { false } }
    guard fields.count > 1, isByCards, words.words.indices.contains(start) else { return nil }
    let parts = words.rest(from: words.words[start].range.lowerBound)
      .split(separator: ";", omittingEmptySubsequences: false).map { Words($0) }
    guard parts.count == fields.count else {
      let ids = paper.questions[0].options.prefix(2).map(\.id)
      let one = ids.enumerated().map { "\($1)=\($0 * 5 + 3)" }.joined(separator: " ")
      throw Problem(
        "There are \(fields.count) questions on this paper: "
          + paper.questions.map { "“\($0.prompt)”" }.joined(separator: ", ") + ".",
        hint: "Answer one after the other, with a semicolon between: "
          + fields.map { _ in one }.joined(separator: "; ") + "; or blank, or spoilt.",
        isUsage: true)
    }
    return parts
  }

  private func answers(
    _ words: Words, from start: Int, to fields: [FieldDescription], of paper: Paper,
    _ session: Session
  ) throws(Problem) -> [String: JSONValue] {
    var (start, fields) = (start, fields)
    var answers: [String: JSONValue] = [:]
    if let field = fields.first, let question = paper.question(field.name) {
      if let step = question.step(typed: words.words.dropFirst(start).first, for: field.type) {
        answers[field.name] = .integer(step)
        fields.removeFirst()
        start += 1
      } else {
        try question.refuseAmbiguous(words.words.dropFirst(start), in: field.type)
      }
    }
    var reader = ArgumentReader(
      words, from: start, parameters: fields.map { Parameter($0) }, scope: session)
    let given = try reader.read()
    for question in paper.questions {
      guard let value = given[question.field] else { continue }
      if let stranger = question.stranger(in: value) {
        throw .refused(.invalidBallot([.init(question.field, .unknownOption(stranger))]))
      }
      answers[question.field] = question.answer(of: value)
    }
    return answers
  }
}

extension Paper {
  /// - Throws: where a card has an answer to some of the questions alone: on a matrix it would lie
  ///   nowhere, and nobody would be told.
  fileprivate func checkWhole(_ answers: [String: JSONValue]) throws(Problem) {
    guard let half = half(in: answers) else { return }
    throw Problem(half.message(on: self), hint: HalfAnswer.hint, isUsage: true)
  }
}

extension PaperQuestion {
  /// The step of a scale that a number by itself means, where the field is points on a card: the
  /// number that stands before the step.
  fileprivate func step(typed word: Word?, for type: FieldType) -> Int? {
    guard case .scale(let steps) = form, case .points = type,
      let value = word.flatMap({ Int($0.text) }), steps.contains(where: { $0.value == value })
    else { return nil }
    return value
  }

  /// What is answered on a scale about something that is not on the paper.
  fileprivate func stranger(in value: JSONValue) -> String? {
    guard case .scale = form, case .object(let members) = value else { return nil }
    let known = Set(options.map(\.id))
    return members.first { !known.contains($0.name) }?.name
  }

  /// Refuses a number that is one card's place on the paper and another one's label, and a card
  /// without the number that it must be given.
  fileprivate func refuseAmbiguous(
    _ words: ArraySlice<Word>, in type: FieldType
  ) throws(Problem) {
    for word in words {
      let sides = word.text.split(separator: "=", omittingEmptySubsequences: false)
      let names: [Substring]
      switch type {
      case .points: names = Array(sides.prefix(1))
      case .ranking: names = word.text.split { $0 == "=" || $0 == ">" }
      case .duels: names = word.text.split(separator: ">")
      case .card, .cards: names = word.text.split { $0 == "," || $0 == "-" }
      default: return
      }
      guard !names.isEmpty, names.allSatisfy({ CardID.looksLikeCard(String($0)) }) else { return }
      if case .points = type, needsNumbers, sides.count == 1, word != words.first,
        Int(names[0]) != nil
      {
        return
      }
      for name in names { try refuseAmbiguous(name) }
      if case .points = type, sides.count == 1, needsNumbers {
        throw Problem("\(names[0]) stands there without a number.", isUsage: true)
      }
    }
  }

  private func refuseAmbiguous(_ name: Substring) throws(Problem) {
    guard let number = Int(name) else { return }
    let atPlace = options.indices.contains(number - 1) ? options[number - 1].id : nil
    guard atPlace != "c\(number)" else { return }
    throw Problem(
      atPlace.map {
        "“\(number)” could mean \($0), which stands at that place, or the card c\(number)."
      } ?? "“\(number)” could mean a place on the paper, or the card c\(number).", isUsage: true)
  }

  /// A card named by itself is no answer: unlike a dot, a grade is not one more of anything.
  private var needsNumbers: Bool {
    switch form {
    case .score, .grade, .scale: true
    default: false
    }
  }

  /// How an answer to this question is typed, with cards of this paper.
  fileprivate var typedWay: String? {
    let first = options.first?.id ?? "c1"
    let second = options.dropFirst().first?.id ?? "c2"
    let third = options.dropFirst(2).first?.id ?? first
    switch form {
    case .chooseOne: return "Type it as \(first); or blank, or spoilt."
    case .chooseSome: return "Type it as \(first) \(second); or blank, or spoilt."
    case .rank(_, let allowsTies):
      return allowsTies && options.count > 2
        ? "Type the labels, the best first, with = between two that are level: "
          + "\(third) \(first)=\(second); or blank, or spoilt."
        : "Type the labels, the best first: \(second) \(first); or blank, or spoilt."
    case .score(let range):
      return "Type each with its points, from \(range.lowerBound) to \(range.upperBound): "
        + "\(first)=\(range.upperBound) \(second)=\(range.lowerBound); or blank, or spoilt."
    case .dots: return "Type it as \(first)=2 \(second); or blank, or spoilt."
    case .credits: return "Type it as \(first)=2 \(second)=-1; or blank, or spoilt."
    case .grade(let grades, let from):
      return "Type each with the number of its grade: \(first)=\(from + grades.count - 1). "
        + Self.listed(grades.enumerated().map { ($0 + from, $1) })
    case .scale(let steps):
      return "Type the number of the answer. " + Self.listed(steps.map { ($0.value, $0.label) })
    case .duels: return "Type it as \(first)>\(second), the better one first; or blank, or spoilt."
    case .text: return nil
    }
  }

  private static func listed(_ steps: [(Int, String)]) -> String {
    steps.map { "\($0) \($1)" }.joined(separator: ", ") + "; or blank, or spoilt."
  }
}
