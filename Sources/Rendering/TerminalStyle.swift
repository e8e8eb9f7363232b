/// How a terminal is to be written to. Found out by Terminal, used by everything that makes text.
package struct TerminalStyle: Hashable, Sendable {
  /// The width of the terminal; 20 at least, narrower ones are written as if they had that.
  package let columns: Int
  package var usesColour: Bool
  /// Lines, bars and signs of Unicode; otherwise of ASCII. The text itself is not changed.
  package var usesUnicode: Bool
  /// For screen readers: every relation in words, no boxes, no bars, nothing side by side.
  package var isLinear: Bool

  package init(
    columns: Int = 80, usesColour: Bool = false, usesUnicode: Bool = true, isLinear: Bool = false
  ) {
    self.columns = max(20, columns)
    self.usesColour = usesColour
    self.usesUnicode = usesUnicode
    self.isLinear = isLinear
  }

  /// The text in the colours of its role, or as it is where there are none. The text must have
  /// been neutralised before.
  package func styled(_ text: String, as role: Role) -> String {
    usesColour && !text.isEmpty ? Theme.start(of: role) + text + Theme.end : text
  }

  var signs: Signs { usesUnicode ? .unicode : .ascii }
}

/// The characters that drawings are made of; each takes one column.
struct Signs: Sendable {
  var horizontal = "─"
  var heavy = "═"
  var vertical = "│"
  var branch = "├─ "
  var lastBranch = "└─ "
  /// The corners and crossings of a box, row by row.
  var top = ("┌", "┬", "┐")
  var middle = ("├", "┼", "┤")
  var bottom = ("└", "┴", "┘")
  var bullet = "• "
  var subheading = "▸ "
  var chosen = "✓ "
  var done = "✓"
  var ellipsis = "…"
  var reply = "↳"
  var (up, down, left, right) = ("↑", "↓", "←", "→")
  /// A full cell of a bar and, where there are any, its parts from one eighth to seven.
  var fullCell = "█"
  var partialCells = ["▏", "▎", "▍", "▌", "▋", "▊", "▉"]

  static let unicode = Signs()
  static let ascii = Signs(
    horizontal: "-", heavy: "=", vertical: "|", branch: "|- ", lastBranch: "`- ",
    top: ("+", "+", "+"), middle: ("+", "+", "+"), bottom: ("+", "+", "+"), bullet: "- ",
    subheading: "> ", chosen: "* ", done: "*", ellipsis: "...", reply: "->", up: "^", down: "v",
    left: "<",
    right: ">", fullCell: "#", partialCells: [])
}
