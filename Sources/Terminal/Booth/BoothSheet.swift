package import ExerciseProtocol

/// A ballot while it is being filled in: the one place where its answers are. It goes with the
/// voter, cast or not.
package struct BoothSheet: Sendable {
  package let paper: Paper
  package var forms: [any BoothForm]

  /// - Parameter generator: draws the pairs of duels.
  package init(_ paper: Paper, using generator: inout some RandomNumberGenerator) {
    self.paper = paper
    var forms: [any BoothForm] = []
    for question in paper.questions { forms.append(Self.form(question, using: &generator)) }
    self.forms = forms
  }

  /// The form that a question is answered with, empty.
  package static func form(
    _ question: PaperQuestion, using generator: inout some RandomNumberGenerator
  ) -> any BoothForm {
    switch question.form {
    case .chooseOne, .chooseSome: ChooseForm(question)
    case .rank: RankForm(question)
    case .score(let range): PointsForm(question, ScoreKind(range))
    case .dots(let total, let most):
      PointsForm(question, DotsKind(total: total, perOption: most))
    case .credits(let total): PointsForm(question, CreditsKind(total))
    case .grade(let grades, let first): PointsForm(question, GradeKind(grades, from: first))
    case .scale: ScaleForm(question)
    case .duels(let count):
      DuelsForm(
        question,
        pairs: DuelPair.draw(count, of: question.options.count, using: &generator))
    case .text: TextForm(question)
    }
  }

  package func ballot(weight: Int) -> Ballot { Ballot(.answers(answers), weight: weight) }

  private var answers: [String: JSONValue] {
    var answers: [String: JSONValue] = [:]
    for form in forms { answers[form.question.field] = form.answer }
    return answers
  }

  /// A card that has an answer to some of the questions alone: it would lie nowhere.
  package var half: HalfAnswer? { paper.half(in: answers) }

  /// The first question that can't be left as it is, and why.
  package var fault: (question: Int, fault: AnswerFault)? {
    for (index, form) in forms.enumerated() {
      if let fault = form.question.fault(in: form.answer) { return (index, fault) }
    }
    return nil
  }

  package var isEmpty: Bool { forms.allSatisfy { $0.answer == nil } }

  /// What each question is about that is about one thing.
  var about: [String] { forms.flatMap(\.question.about) }

  package mutating func clear() { for index in forms.indices { forms[index].clear() } }
}
