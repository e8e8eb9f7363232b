import ExerciseProtocol

extension WallPainter {
  /// A column of words is at least so wide where a table is broken into several.
  private static let narrowestCell = 20

  /// The rows of a table, each with the columns' names above it where a page begins. A table that
  /// is too wide is shown as several, a few columns each, with the first column before them.
  func pieces(of table: View.Table, heading: String) -> [WallPiece] {
    guard !table.columns.isEmpty else { return [] }
    let whole = renderer(style.columns)
    if let widths = whole.columnWidths(table) { return pieces(of: table, widths, heading) }
    let first = min(
      max(8, style.columns / 5),
      (table.completeRows.map { $0[0] } + [table.columns[0].title]).map { columns(of: $0) }.max()
        ?? 8)
    let room = style.columns - first
    let many = max(1, room / (Self.narrowestCell + 2))
    return stride(from: 1, to: max(2, table.columns.count), by: many).flatMap { start in
      let shown = Array(start..<min(start + many, table.columns.count))
      let part = View.Table(
        [table.columns[0]] + shown.map { table.columns[$0] },
        table.completeRows.map { row in [row[0]] + shown.map { row[$0] } })
      let width = shown.isEmpty ? 0 : room / shown.count - 2
      return pieces(of: part, [first] + shown.map { _ in max(1, width) }, heading)
    }
  }

  private func pieces(of table: View.Table, _ widths: [Int], _ heading: String) -> [WallPiece] {
    let renderer = renderer(style.columns)
    let numeric = table.columns.map(\.isNumeric)
    let titles = zip(table.columns, widths).map { $0.title.wrappedLines(to: $1, as: .title) }
    let rule = widths.map { [Line(String(repeating: style.signs.horizontal, count: $0), .muted)] }
    let header =
      renderer.row(titles, widths, numeric: numeric) + renderer.row(rule, widths, numeric: numeric)
    let title = heading.isEmpty ? [] : self.heading(heading, level: 2, width: style.columns)
    var pieces = [WallPiece(before: [Line()], lines: header, leads: true)]
    for (index, row) in table.completeRows.enumerated() {
      let cells = zip(row, widths).map { cell($0, width: $1) }
      let lines = renderer.row(cells, widths, numeric: numeric)
      pieces.append(
        WallPiece(
          before: isSpaced && index > 0 ? [Line()] : [],
          lines: lines.flatMap { $0.setApart(in: style) },
          keys: row.flatMap { cell in cell.split(separator: "\n").map(String.init) }.compactMap {
            text in text.leadingCard.map { WallKey(card: $0, text: text) }
          }, section: title + header))
    }
    return pieces
  }

  /// What a cell says; what is new in it has a mark.
  private func cell(_ text: String, width: Int) -> [Line] {
    let parts = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard parts.contains(where: isMarked) else { return text.wrappedLines(to: width) }
    return parts.flatMap { part in
      isMarked(part)
        ? (sign + part).wrappedLines(to: width, as: .title) : part.wrappedLines(to: width)
    }
  }

  private func isMarked(_ text: String) -> Bool {
    text.leadingCard.map { marked.contains(WallKey(card: $0, text: text)) } ?? false
  }
}
