import ExerciseKit

extension AnswerFault {
  /// The fault in words for whoever voted.
  func refusal(of question: PaperQuestion, _ words: PollWords) -> Refusal {
    let field = words.field
    switch self {
    case .unknownOption(let id):
      let known = question.options.prefix(12).map(\.id).joined(separator: ", ")
      return Refusal(
        "\(id) is not one of the cards to vote on.", field: field, hint: "They are \(known).")
    case .repeated(let what):
      return Refusal("\(what) is named twice.", field: field, hint: "Name it once.")
    case .tooMany(let used, let allowed):
      let limit =
        switch question.form {
        case .dots, .credits: ", and there are \(allowed)."
        default: "; it may be \(allowed) at most."
        }
      return Refusal(
        "That is \(words.counted(used))\(limit)", field: field,
        hint: "Take \(words.counted(used - allowed)) away.")
    case .tooFew(let used, let needed):
      return Refusal(
        "That is \(words.counted(used)), and \(needed) are needed.", field: field,
        hint: "Give \(words.counted(needed - used)) more.")
    case .outOfBounds(let id, let value, let allowed):
      if case .dots = question.form {
        return Refusal(
          "\(id) has \(words.counted(value)); one card may have \(allowed.upperBound).",
          field: field, hint: "Spread the others.")
      }
      return Refusal(
        "\(id) has \(value); it may have \(allowed.lowerBound) to \(allowed.upperBound).",
        field: field, hint: "Give it a number from \(allowed.lowerBound) to \(allowed.upperBound).")
    case .tiedRank:
      return Refusal(
        "Two cards share a place, and here every card has one of its own.", field: field,
        hint: "Write them one after another, without “=”.")
    case .missing, .wrongForm:
      return Refusal("That is no answer to this question.", field: field)
    }
  }
}
