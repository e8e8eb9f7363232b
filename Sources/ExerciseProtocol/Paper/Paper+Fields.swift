extension Paper {
  /// The paper of a sealed action whose exercise hands in none: a question for each field.
  ///
  /// - Parameters:
  ///   - cards: what can be chosen; the visible cards of the activity.
  /// - Returns: nil where a field can't be asked for in the booth: a file, a person.
  public init?(asking action: ActionDescription, about cards: [Card]) {
    var questions: [PaperQuestion] = []
    for field in action.fields {
      guard let form = PaperForm(of: field.type, options: cards.count) else { return nil }
      var options: [PaperOption] = []
      switch field.type {
      case .choice(let names): options = names.map { PaperOption($0, $0) }
      case .flag: options = ["yes", "no"].map { PaperOption($0, $0) }
      default: options = form.needsOptions ? cards.map { PaperOption($0.id.rawValue, $0.text) } : []
      }
      questions.append(
        PaperQuestion(
          field.name, field.summary, form, options: options, isRequired: field.isRequired))
    }
    guard !questions.isEmpty else { return nil }
    self.init(questions)
  }
}

extension PaperForm {
  /// How a field of this type is asked for; nil where it can't be.
  init?(of type: FieldType, options: Int) {
    switch type {
    case .text: self = .text(lines: 20)
    case .tags: self = .text(lines: 1)
    case .integer(let range):
      // A scale of more steps than can be read is no scale.
      guard range.lowerBound > .min / 2, range.upperBound < .max / 2, range.count <= 20 else {
        return nil
      }
      self = .scale(range.map { ScaleStep($0, "\($0)") })
    case .flag, .choice, .card: self = .chooseOne
    case .cards: self = .chooseSome(0...options)
    case .points(let range): self = .score(range)
    case .ranking: self = .rank(atMost: options, allowsTies: true)
    case .duels: self = .duels(min(20, options * (options - 1) / 2))
    case .person, .date, .file: return nil
    }
  }
}

extension PaperQuestion {
  /// A field's value, as it is typed and called, in the form of an answer to this question.
  public func answer(of value: JSONValue) -> JSONValue {
    switch (form, value) {
    case (.chooseOne, .array(let chosen)) where chosen.count == 1: chosen[0]
    case (.chooseOne, .bool(let flag)): flag ? "yes" : "no"
    default: value
    }
  }
}

extension Paper {
  /// The fields of the sealed action that a ballot's answers give, in the form that a call has.
  public func fields(of answers: [String: JSONValue], for action: ActionDescription) -> JSONValue {
    .object(
      action.fields.compactMap { field in
        guard let answer = answers[field.name] else {
          return field.defaultValue.map { .init(field.name, $0) }
        }
        return .init(field.name, field.type.value(of: answer, to: question(field.name)))
      })
  }
}

extension FieldType {
  /// An answer in the form of this field: a flag was asked for as yes or no, cards where one can be
  /// chosen as one, points on one card as a step of a scale.
  fileprivate func value(of answer: JSONValue, to question: PaperQuestion?) -> JSONValue {
    switch (self, answer) {
    case (.flag, .string(let word)): .bool(word == "yes")
    case (.cards, .string): .array([answer])
    case (.points, .integer):
      .object((question?.options ?? []).prefix(1).map { .init($0.id, answer) })
    case (.tags, .string(let text)):
      .array(text.split(separator: " ").map { .string(String($0)) })
    default: answer
    }
  }
}
