package import ExerciseProtocol
package import Rendering
package import Workshop

/// How responses and problems look here: the one place where they become text.
package struct Presentation: Sendable {
  package var style: TerminalStyle

  package init(_ style: TerminalStyle) { self.style = style }

  package func text(of view: View) -> String { TerminalRenderer(style).render(view) }

  /// What failed, and “Hint:” with the mend; above it the line with a caret under the mistake.
  package func text(of problem: Problem, in line: String? = nil) -> String {
    var blocks: [View.Block] = [.note(problem.message, .failure)]
    if let hint = problem.hint { blocks.append(.note(hint, .hint)) }
    let caret = line.flatMap { pointer(to: problem.range, in: $0) } ?? ""
    return caret + text(of: View(blocks))
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
