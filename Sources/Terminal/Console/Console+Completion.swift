import ExerciseProtocol
import Rendering
import Workshop

extension Desk {
  /// What TAB offers, in the line editor's terms.
  func candidates(in context: CompletionContext) -> Terminal.Completion? {
    let cursor = context.line.distance(from: context.line.startIndex, to: context.cursor)
    let completion = complete(context.line, at: cursor)
    guard !completion.choices.isEmpty else { return nil }
    let start = context.line.index(
      context.line.startIndex, offsetBy: completion.range.lowerBound)
    return Terminal.Completion(from: start, completion.choices.map { Candidate($0) })
  }

  /// What TAB offers for one question of a form.
  func candidates(
    for parameter: Parameter, in context: CompletionContext
  ) -> Terminal.Completion? {
    let typed = String(context.line[..<context.cursor])
    let choices = values(of: parameter, typed)
    guard !choices.isEmpty else { return nil }
    // The whole answer is one value, so a name with a blank in it needs no quotes.
    return Terminal.Completion(
      from: context.line.startIndex,
      choices.map { choice in
        var choice = choice
        if parameter.takesWholeAnswer { choice.text = choice.text.replacing("\"", with: "") }
        return Candidate(choice)
      })
  }
}

extension Candidate {
  fileprivate init(_ choice: Workshop.Completion.Choice) {
    self.init(
      neutralised(choice.text), help: choice.help.isEmpty ? nil : neutralised(choice.help),
      endsWord: !choice.isOpen)
  }
}

extension Parameter {
  /// Whether an answer is one value, not several with blanks between.
  fileprivate var takesWholeAnswer: Bool {
    [.field(.person), .session, .template, .exercise, .names].contains(kind)
  }
}
