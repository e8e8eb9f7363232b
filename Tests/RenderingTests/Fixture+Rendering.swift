import ExerciseProtocol
import Rendering

/// What a terminal of that kind shows, without the last line break. A colour's escape sequence
/// `ESC [ 1 m` is written `{1}`.
func render(
  _ view: View, _ columns: Int = 80, unicode: Bool = true, colour: Bool = false,
  linear: Bool = false
) -> String {
  let style = TerminalStyle(
    columns: columns, usesColour: colour, usesUnicode: unicode, isLinear: linear)
  let pieces = String(TerminalRenderer(style).render(view).dropLast())
    .split(separator: "\u{1B}[", omittingEmptySubsequences: false)
  return pieces.dropFirst().reduce(String(pieces[0])) { text, piece in
    let end = piece.firstIndex(of: "m") ?? piece.startIndex
    return text + "{\(piece[..<end])}" + piece[end...].dropFirst()
  }
}

func markdown(_ view: View) -> String { String(MarkdownRenderer().render(view).dropLast()) }
