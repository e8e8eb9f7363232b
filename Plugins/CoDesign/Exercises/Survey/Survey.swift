import ExerciseKit

/// A few questions to everybody: how far they agree, which of these, in their own words. How else
/// do we know whether it worked?
///
/// Source: agreement scales, R. Likert, “A technique for the measurement of attitudes” (1932). Our
/// own wording.
struct Survey: Exercise {
  static let about = ExerciseAbout(
    id: "survey", name: "Survey",
    summary: "ask everybody: how far they agree, which of these, in their own words",
    guidance: [
      "Few questions are answered best: three to five. Say why you ask, and what becomes of it.",
      "In the questions setting, with | between: Likert: It was worth my time | Choice: How did "
        + "you hear of us? = Letter / Friend / Web | Text: What should we change?",
      "/question opens the next one: read it out. Then a plain line each: @Ruth 4, @Ruth Letter, "
        + "or words.",
      "Say: “There is no right answer. A 1 helps us as much as a 5.”",
      "Bars stay covered on the wall until /reveal, so that nobody follows the first.",
      "Tip: ask the same questions before and after; the difference is what you learn from.",
      "Variation: privacy=sealed asks everybody all questions in the booth.",
      "Accessibility: read out the question and all the answers; a show of fingers serves too.",
    ])

  struct Settings: Fields {
    @Field("The questions, with | between: Likert: …, Choice: … = this / that, Text: …; at most 10")
    var questions =
      "Likert: This was worth my time | Likert: I could say what matters to me "
      + "| Text: What should we do differently next time?"
    @Field("The names of the steps of agreement, the lowest first, with | between")
    var steps = "Not at all | Rather not | In between | Rather | Fully"
    @Field("What is kept: open, names too; anonymous; or sealed in the booth till the end")
    var privacy = Privacy.anonymous
  }

  /// An answer to a question with steps or choices.
  struct Answer: Codable, Equatable {
    /// The question's number, from 1.
    var question: Int
    /// The step or the choice, from 1.
    var value: Int
    /// Nil where no names are kept.
    var by: ParticipantID?
  }

  struct State: Codable {
    /// The question that is open, from 1.
    var current = 1
    var answers: [Answer] = []
    /// Who wrote something, to which question.
    var written: [Answer] = []
    var isRevealed = false
  }

  enum Event: Codable {
    case asked(Int)
    case answered([Answer])
    case wrote(question: Int, by: ParticipantID)
    case revealed
    case covered
  }

  static let initialState = State()
  static let actions: [any Action<Survey>.Type] = [
    Reply.self, Ask.self, Reveal.self, Cover.self,
  ]
  static let lineAction: (any Action<Survey>.Type)? = Reply.self

  static func evolve(_ state: inout State, _ event: Event, at: Timestamp) {
    switch event {
    case .asked(let number): state.current = number
    case .answered(let answers):
      for answer in answers {
        if let person = answer.by {
          state.answers.removeAll { $0.by == person && $0.question == answer.question }
        }
        state.answers.append(answer)
      }
    case .wrote(let question, let person):
      state.written.append(Answer(question: question, value: 0, by: person))
    case .revealed: state.isRevealed = true
    case .covered: state.isRevealed = false
    }
  }

  /// What people wrote.
  static func give(from room: Room<Survey>) -> [CardID] { room.visible.map(\.id) }

  /// All questions.
  static func paper(for room: Room<Survey>) -> Paper? {
    let questions = room.questions.enumerated().map { index, question in
      let field = "q\(index + 1)"
      return switch question.kind {
      case .text: PaperQuestion(field, question.text, .text(lines: 10))
      case .likert, .choice:
        PaperQuestion(
          field, question.text, .chooseOne,
          options: question.options.enumerated().map { PaperOption("\($0 + 1)", $1) })
      }
    }
    return questions.isEmpty ? nil : Paper(questions)
  }
}
