import ExerciseProtocol
import Rendering

/// What a terminal of that kind shows, without the last line break; an escape as `\u{1B}`.
func render(
  _ view: View, _ columns: Int = 80, unicode: Bool = true, colour: Bool = false,
  linear: Bool = false
) -> String {
  let style = TerminalStyle(
    columns: columns, usesColour: colour, usesUnicode: unicode, isLinear: linear)
  return String(TerminalRenderer(style).render(view).dropLast())
    .split(separator: "\u{1B}", omittingEmptySubsequences: false).joined(separator: "\\u{1B}")
}

func markdown(_ view: View) -> String { String(MarkdownRenderer().render(view).dropLast()) }
