package import ExerciseProtocol
package import Rendering
package import Workshop

/// How responses and problems look here: the one place where they become text.
package struct Presentation: Sendable {
  package var style: TerminalStyle

  package init(_ style: TerminalStyle) { self.style = style }

  /// The view's text; one that has a title of its own stands apart from what was said before.
  package func text(of view: View) -> String {
    let text = TerminalRenderer(style).render(view)
    if case .heading? = view.blocks.first { return "\n" + text }
    return text
  }

  /// What failed, and “Hint:” with the mend; above it the line with a caret under the mistake.
  package func text(of problem: Problem, in line: String? = nil) -> String {
    let caret = line.flatMap { pointer(to: problem.range, in: $0) } ?? ""
    let hint = problem.hint.map { text(of: View([.note($0, .hint)])) } ?? ""
    return caret + text(of: View([.note(problem.message, .failure)])) + hint
  }

  /// The same for a script: on the lines of the message alone, so that it can be searched for.
  func plainText(of problem: Problem, in line: String?) -> String {
    let caret = line.flatMap { pointer(to: problem.range, in: $0) } ?? ""
    return caret + Self.plainText(of: problem) + "\n"
  }

  /// What failed and its mend, without a sign and without the newline at the end: for whoever puts
  /// a sign of their own before it.
  package static func plainText(of problem: Problem) -> String {
    let hint = problem.hint.map { "\n" + Wording.hint(neutralised($0)) } ?? ""
    return neutralised(problem.message) + hint
  }

  /// The line and carets under its characters in `range`; nothing where it would not fit, or where
  /// a screen reader would read out the carets.
  private func pointer(to range: Range<Int>?, in line: String) -> String? {
    let characters = Array(line)
    guard let range, !style.isLinear, range.upperBound <= characters.count, !range.isEmpty else {
      return nil
    }
    let before = columns(of: neutralised(String(characters[..<range.lowerBound])))
    let width = max(1, columns(of: neutralised(String(characters[range]))))
    let shown = neutralised(line)
    guard columns(of: shown) + 2 <= style.columns else { return nil }
    let carets = String(repeating: " ", count: before + 2) + String(repeating: "^", count: width)
    return "  \(shown)\n\(style.styled(carets, as: .failure))\n"
  }
}
