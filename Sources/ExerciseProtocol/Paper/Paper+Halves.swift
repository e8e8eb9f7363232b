/// A card that was answered to some questions of a paper and not to others, though all of them are
/// about every card, as on a matrix: it would lie nowhere.
package struct HalfAnswer: Hashable, Sendable {
  /// The option's id, such as `c3`.
  package var option: String
  /// The first question that has no answer to it, counted from 0.
  package var question: Int
}

extension Paper {
  /// Whether every question of several judges the same options.
  private var judgesTogether: Bool {
    guard questions.count > 1, let first = questions.first else { return false }
    return questions.allSatisfy { question in
      switch question.form {
      case .score, .grade: question.options.map(\.id) == first.options.map(\.id)
      default: false
      }
    }
  }

  /// The first option that has an answer to some of the questions alone; nil where there is none.
  /// The booth asks before a ballot is cast, and whoever enters one for others before it is taken.
  /// A ballot that was cast before this was asked stays valid.
  ///
  /// - Parameter answers: by the questions' fields, in the form that ``PaperForm`` says.
  package func half(in answers: [String: JSONValue]) -> HalfAnswer? {
    guard judgesTogether else { return nil }
    let named = questions.map { question -> Set<String> in
      guard case .object(let members)? = answers[question.field] else { return [] }
      return Set(members.map(\.name))
    }
    let all = named.reduce(Set()) { $0.union($1) }
    for option in questions[0].options.map(\.id) where all.contains(option) {
      if let missing = named.firstIndex(where: { !$0.contains(option) }) {
        return HalfAnswer(option: option, question: missing)
      }
    }
    return nil
  }
}
