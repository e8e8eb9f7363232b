import ExerciseKit

extension Survey {
  /// What a plain line is: an answer to the question that is open. The other fields are what the
  /// booth's paper fills.
  struct Reply: Action {
    static let about = ActionAbout(
      "answer", "Answer the open question in a plain line, or several at once by their numbers",
      isPrivate: true, examples: ["answer q1=4 q2=5 q3=\"More breaks\""])
    @Field("To question 1: a number, a choice or words") var q1: String?
    @Field("To question 2") var q2: String?
    @Field("To question 3") var q3: String?
    @Field("To question 4") var q4: String?
    @Field("To question 5") var q5: String?
    @Field("To question 6") var q6: String?
    @Field("To question 7") var q7: String?
    @Field("To question 8") var q8: String?
    @Field("To question 9") var q9: String?
    @Field("To question 10") var q10: String?
    @Field("To the question that is open", beforeName: ["1", "*"]) var text: String?

    func decide(in room: Room<Survey>) throws(Refusal) -> [Effect<Event>] {
      try room.checkSomebody(room.settings.privacy, hint: "@Ruth 4")
      var given = [q1, q2, q3, q4, q5, q6, q7, q8, q9, q10].enumerated().compactMap { index, text in
        text.map { (index + 1, $0) }
      }
      if let text { given.append((room.state.current, text)) }
      var answers: [Answer] = []
      var effects: [Effect<Event>] = []
      for (number, text) in given where !text.trimmed.isEmpty {
        let question = try room.question(number)
        guard question.kind != .text else {
          let draft = CardDraft(
            text.trimmed, tags: ["answer"], attributes: ["question": "\(number)"])
          effects.append(.add(draft))
          if let actor = room.actor {
            effects.append(.record(.wrote(question: number, by: actor)))
          }
          continue
        }
        guard let value = question.option(text) else {
          let options = question.options.enumerated().map { "\($0 + 1) \($1)" }
          throw Refusal(
            "“\(text.trimmed)” is not one of the answers.", field: "text",
            hint: "They are \(options.joined(separator: ", ")).")
        }
        answers.append(Answer(question: number, value: value, by: room.actor))
      }
      guard !answers.isEmpty || !effects.isEmpty else {
        throw Refusal("There is no answer in it.", field: "text", hint: "A number, or words.")
      }
      if !answers.isEmpty { effects.append(.record(.answered(answers))) }
      return effects + [.notice("Noted.")]
    }
  }

  struct Ask: Action {
    static let about = ActionAbout(
      "question", "Open the next question, or the one of this number", attribution: .none,
      isForFacilitator: true, examples: ["question", "question 2"])
    @Field("Its number; the next one unless given", 1...10) var number: Int?

    func decide(in room: Room<Survey>) throws(Refusal) -> [Effect<Event>] {
      let number = number ?? min(max(room.state.current, 0), 10) + 1
      let question = try room.question(number)
      return [.record(.asked(number)), .notice(question.text)]
    }
  }

  struct Reveal: Action {
    static let about = ActionAbout(
      "reveal", "Show the results on the wall", attribution: .none, isForFacilitator: true,
      examples: ["reveal"])

    func decide(in room: Room<Survey>) throws(Refusal) -> [Effect<Event>] {
      guard !room.state.isRevealed else { throw Refusal("The results are shown already.") }
      return [.record(.revealed), .notice("The results are revealed."), .show]
    }
  }

  struct Cover: Action {
    static let about = ActionAbout(
      "cover", "Cover the results on the wall", attribution: .none, isForFacilitator: true,
      examples: ["cover"])

    func decide(in room: Room<Survey>) throws(Refusal) -> [Effect<Event>] {
      guard room.state.isRevealed else { throw Refusal("The results are covered.") }
      return [.record(.covered)]
    }
  }
}

extension Room<Survey> {
  /// The first ten of the setting.
  var questions: [SurveyQuestion] {
    let steps = settings.steps.items
    let scale = steps.count > 1 ? steps : ["1", "2", "3", "4", "5"]
    return settings.questions.items.prefix(10).map { SurveyQuestion($0, steps: scale) }
  }

  /// - Throws: where there is no question of this number.
  func question(_ number: Int) throws(Refusal) -> SurveyQuestion {
    let questions = questions
    guard number > 0, questions.indices.contains(number - 1) else {
      throw Refusal(
        "There is no question \(number).",
        hint: questions.isEmpty
          ? "The questions are a setting: /agenda set … questions=…"
          : "They are 1 to \(questions.count).")
    }
    return questions[number - 1]
  }
}
