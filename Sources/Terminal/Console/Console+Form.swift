import ExerciseProtocol
import Rendering
import Workshop

extension Console {
  /// Asks for what is missing, one value after another, with a way back and a way out at each.
  func fill(_ form: Form) throws(Problem) -> Onward {
    var form = form
    var answered: [Parameter] = []
    write(line(Wording.formKeys, as: .hint))
    while true {
      guard ask(for: &form, answered: &answered) else {
        write(line(Wording.formLeft, as: .hint))
        return .goOn
      }
      do throws(Problem) {
        return try follow(try desk.carryOut(form.invocation))
      } catch {
        // What is wrong is asked again, so that the other answers need not be given twice.
        // What stood in the line, and was not asked for here, can only be mended there.
        let isOfTheLine = error.field.map { field in
          form.invocation.arguments[field] != nil && !answered.contains { $0.name == field }
        }
        guard error.isUsage || error.field != nil, isOfTheLine != true,
          let wrong = answered.last(where: { $0.name == error.field }) ?? answered.last
        else { throw error }
        show(error)
        form.goBack(to: wrong)
        answered.removeAll { $0 == wrong }
      }
    }
  }

  /// - Returns: whether nothing is missing any more; false where the person went out.
  private func ask(for form: inout Form, answered: inout [Parameter]) -> Bool {
    while let parameter = form.current {
      guard let text = answer(to: parameter, given: form) else { return false }
      switch text {
      case "/back":
        guard let last = answered.popLast() else {
          write(line(Wording.formAtStart, as: .hint))
          continue
        }
        form.goBack(to: last)
      case "?": show(desk.explain(.command(form.invocation.command)).view)
      default:
        do throws(Problem) {
          try form.answer(text, at: desk)
          answered.append(parameter)
        } catch {
          show(error)
          refusedAnswer = text
        }
      }
    }
    return true
  }

  /// What somebody typed, without the blanks around it; nil where they went out.
  private func answer(to parameter: Parameter, given form: Form) -> String? {
    write(line(setApart(neutralised(parameter.question), in: presentation.style), as: .title))
    var question = Question(
      Prompt("  \(parameter.name) \(presentation.style.usesUnicode ? "›" : ">") "),
      isPrivate: desk.commands.first { $0.name == form.invocation.command }?.isPrivate ?? false,
      completer: { [desk] in desk.candidates(for: parameter, in: $0) })
    question.offered = question.isPrivate ? nil : refusedAnswer
    refusedAnswer = nil
    while true {
      switch ask(question) {
      case .text(let text) where editor.pasted != nil:
        let entries = PastedLines(text).entries.map(\.text)
        if let answer = parameter.answer(pasted: entries) { return answer }
        write(line(Wording.pastedAnswer, as: .hint))
        question.offered = entries.first
      case .text(let text):
        let words = text.trimmed
        if words.isEmpty { continue }
        if words == "/cancel" || words == "/quit" { return nil }
        guard steers(words) else { return words }
        steering = words
        return nil
      case .refused(let refusal): show(refusal.problem)
      case .cancelled, .ended: return nil
      }
    }
  }

  /// Whether it is a command rather than an answer, which may begin with a slash too: a file does.
  private func steers(_ words: String) -> Bool {
    guard words.hasPrefix("/"), words != "/back" else { return false }
    let name = words.dropFirst().prefix { !$0.isWhitespace }
    return desk.commands.contains { $0.name.text == name }
  }

  func line(_ text: String, as role: Role) -> String {
    text.wrapped(to: presentation.style.columns)
      .map { presentation.style.styled(neutralised($0), as: role) + "\n" }.joined()
  }
}

extension Parameter {
  /// One answer of several pasted lines; nil where only one line can be one.
  fileprivate func answer(pasted lines: [String]) -> String? {
    switch kind {
    case .names: lines.map { "• \($0)" }.joined(separator: "\n")
    case .field(.text): lines.joined(separator: "\n")
    case .field(.cards), .field(.tags), .field(.points(_)), .field(.ranking), .field(.duels):
      lines.joined(separator: " ")
    default: nil
    }
  }
}

extension StringProtocol {
  /// Without the blanks at its ends.
  var trimmed: String {
    let tail = drop(while: \.isWhitespace)
    guard let last = tail.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(tail[...last])
  }
}
