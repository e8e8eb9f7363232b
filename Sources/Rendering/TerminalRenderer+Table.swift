import ExerciseProtocol

extension TerminalRenderer {
  /// A column is not made narrower than this, unless its content is.
  private static let narrowestColumn = 12

  /// Columns as wide as their content; where there is no room for that the widest give way and
  /// their cells wrap. Where that is not enough, a table of numbers is folded: as many columns as
  /// fit, then the others below, the first column repeated. Anything else is shown one record below
  /// another.
  func table(_ table: View.Table) -> [Line] {
    guard !table.columns.isEmpty else { return [] }
    guard let widths = columnWidths(table) else {
      return table.folded(fitting: hasRoom)
        .map { Array($0.map(self.table).joined(separator: [Line()])) } ?? records(table)
    }
    let header = zip(table.columns, widths).map { $0.title.wrappedLines(to: $1, as: .title) }
    let rule = widths.map { Line(String(repeating: signs.horizontal, count: $0), .muted) }
    let numeric = table.columns.map(\.isNumeric)
    var lines = row(header, widths, numeric: numeric)
    lines += row(rule.map { [$0] }, widths, numeric: numeric)
    for cells in table.completeRows {
      let cells = zip(cells, widths).map { $0.wrappedLines(to: $1) }
      lines += row(cells, widths, numeric: numeric)
    }
    return lines
  }

  /// How wide each column becomes, 2 columns apart; nil where they do not fit beside one another.
  func columnWidths(_ table: View.Table) -> [Int]? {
    var widths = table.columns.map { columns(of: $0.title) }
    for row in table.completeRows {
      for (index, cell) in row.enumerated() {
        let longest = cell.split(separator: "\n").map { columns(of: $0) }.max() ?? 0
        widths[index] = max(widths[index], longest)
      }
    }
    let available = width - 2 * (widths.count - 1)
    let texts = table.columns.indices.filter { !table.columns[$0].isNumeric }
    while widths.reduce(0, +) > available {
      guard let widest = texts.max(by: { widths[$0] < widths[$1] }) else { return nil }
      let second = texts.filter { $0 != widest }.map { widths[$0] }.max() ?? 0
      let excess = widths.reduce(0, +) - available
      let room = max(1, widths[widest] - max(second, Self.narrowestColumn))
      widths[widest] -= min(excess, room)
      if widths[widest] < Self.narrowestColumn { return nil }
    }
    return widths
  }

  /// Whether a part of a folded table fits without its first column getting too narrow to be read.
  private func hasRoom(_ part: View.Table) -> Bool {
    guard let first = columnWidths(part)?.first else { return false }
    let texts = [part.columns[0].title] + part.completeRows.map { $0[0] }
    return first >= min(2 * Self.narrowestColumn, texts.map { columns(of: $0) }.max() ?? 0)
  }

  /// One row, as high as its highest cell.
  func row(_ cells: [[Line]], _ widths: [Int], numeric: [Bool]) -> [Line] {
    (0..<(cells.map(\.count).max() ?? 0)).map { index in
      var line = Line()
      var start = 0
      for (column, cell) in cells.enumerated() {
        if index < cell.count {
          line.pad(to: numeric[column] ? start + widths[column] - cell[index].columns : start)
          line.append(cell[index])
        }
        start += widths[column] + 2
      }
      return line
    }
  }

  /// One `title: value` a line, an empty line between records.
  private func records(_ table: View.Table) -> [Line] {
    let records = table.completeRows.map { cells in
      zip(table.columns, cells).flatMap { column, cell in
        (Line("\(column.title):", .title) + Line(" " + cell)).wrapped(to: width, indent: 2)
      }
    }
    if records.isEmpty {
      return Wording.noRows(table.columns.map(\.title)).wrappedLines(to: width)
    }
    return Array(records.joined(separator: [Line()]))
  }
}

extension View.Table {
  /// The table as several, each of which fits: its first column with some of the others, which must
  /// all be numbers. Nil where the first doesn't leave room for another two, or there are no rows:
  /// then it is no table any more.
  fileprivate func folded(fitting fits: (Self) -> Bool) -> [Self]? {
    guard !rows.isEmpty, columns.count > 3, columns.dropFirst().allSatisfy(\.isNumeric) else {
      return nil
    }
    var parts: [Self] = []
    var start = 1
    while start < columns.count {
      var end = start + 1
      guard fits(part(start..<end)) else { return nil }
      while end < columns.count, fits(part(start..<end + 1)) { end += 1 }
      if end - start < 2, end < columns.count { return nil }
      parts.append(part(start..<end))
      start = end
    }
    return parts
  }

  private func part(_ range: Range<Int>) -> Self {
    Self(
      [columns[0]] + columns[range], completeRows.map { [$0[0]] + $0[range] })
  }

  /// The rows, each with as many cells as there are columns.
  var completeRows: [[String]] {
    rows.map { row in
      row.count == columns.count
        ? row : columns.indices.map { $0 < row.count ? row[$0] : "" }
    }
  }
}
