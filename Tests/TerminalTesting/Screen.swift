/// What a terminal of the xterm family shows after the bytes it was fed: as much of it as
/// line-oriented programs use. Colours and titles are read over; a resize does not reflow.
///
/// Sources: ECMA-48 for the control sequences, xterm's `ctlseqs` for the private modes and for the
/// wrap that waits at the last column.
package struct Screen {
  package private(set) var columns: Int
  package private(set) var rows: Int

  /// From the top left, counted from 0.
  package struct Cursor: Hashable, Sendable {
    package var row = 0
    package var column = 0

    package init(row: Int = 0, column: Int = 0) {
      self.row = row
      self.column = column
    }
  }

  package internal(set) var cursor = Cursor()
  package internal(set) var isCursorVisible = true
  /// Pasted text is to be marked as such (private mode 2004).
  package internal(set) var marksPastes = false
  package var isAlternate: Bool { main != nil }
  /// How often the bell rang.
  package internal(set) var bells = 0
  /// Sequences that this screen does not know, in the order they came: a test that finds some here
  /// should not trust what it sees.
  package internal(set) var unknown: [String] = []

  var grid: [Row]
  var history: [Row] = []
  /// The cursor stands on the last column with that column already written.
  var wrapIsPending = false
  var parser = Parser()
  /// The main screen while the alternate one is shown.
  var main: (grid: [Row], cursor: Cursor)?

  struct Row {
    /// One text for each column; "" is the right half of a wide character.
    var cells: [String]
    /// The text goes on in the next row without a line break, from this column: the last but one
    /// where a wide character did not fit.
    var wrap: Int?

    init(columns: Int) { cells = Array(repeating: " ", count: columns) }

    var text: String {
      var text = cells.joined()
      while text.last == " " { text.removeLast() }
      return text
    }
  }

  package init(columns: Int = 80, rows: Int = 24) {
    self.columns = columns
    self.rows = rows
    grid = Array(repeating: Row(columns: columns), count: rows)
  }

  /// Every row, top to bottom, without its trailing blanks.
  package var lines: [String] { grid.map(\.text) }

  /// The rows with their line breaks, without the empty ones at the end.
  package var text: String { Self.trimmed(lines.joined(separator: "\n")) }

  /// As ``text``, but a line that was wrapped at the edge is one line again.
  package var unwrappedText: String {
    let texts = grid.map { row in
      row.wrap.map { row.cells.prefix($0).joined() } ?? row.text + "\n"
    }
    return Self.trimmed(texts.joined())
  }

  /// What has scrolled out at the top, oldest first.
  package var scrollback: [String] { history.map(\.text) }

  private static func trimmed(_ text: String) -> String {
    var text = text
    while text.last == "\n" { text.removeLast() }
    return text
  }

  package mutating func resize(columns: Int, rows: Int) {
    while grid.count > rows {
      if cursor.row < grid.count - 1 {
        grid.removeLast()
      } else {
        scroll()
        grid.removeLast()
        cursor.row -= 1
      }
    }
    while grid.count < rows { grid.append(Row(columns: columns)) }
    for index in grid.indices {
      let missing = columns - grid[index].cells.count
      grid[index].cells =
        grid[index].cells.prefix(columns) + Array(repeating: " ", count: max(0, missing))
    }
    self.columns = columns
    self.rows = rows
    cursor.column = min(cursor.column, columns - 1)
    wrapIsPending = false
  }
}
