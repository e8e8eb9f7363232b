import ExerciseKit

/// Puts rows right in which a comma of somebody's words stands unquoted: they have more cells than
/// there are columns, or a number's place holds a word. A row is put right where that can be done
/// in one way only, told by what the other rows have in each column.
struct TableRepair {
  enum Outcome {
    case whole(TableText.Row)
    case mended(TableText.Row)
    /// Nobody can say which comma is none.
    case doubtful
  }

  private enum Kind {
    /// Words of any kind, in which a comma may stand.
    case words
    case number
    /// One word: an address, an id, a date.
    case token
    case name(Set<String>)
    case label(Set<String>)
  }

  private let width: Int
  private let kinds: [Kind]

  init(_ table: TableText, _ columns: TableColumns, _ layout: TableLayout) {
    let rows = table.rows.dropFirst(layout.hasHeading ? 1 : 0)
    // A comma at the end of the first row makes no column.
    let headed = columns.names.lastIndex { !$0.isEmpty }.map { $0 + 1 }
    let fitting = rows.filter { $0.cells.count <= columns.names.count }
    let widest = fitting.map(\.width).max() ?? 0
    let width = max(headed ?? columns.names.count, widest)
    let regular = rows.filter { $0.width <= width }.prefix(500)
    self.width = width
    kinds = (0..<width).map { column in
      TableRepair.kind(of: column, columns, layout, regular.map { $0[column] })
    }
  }

  private static func kind(
    of column: Int, _ columns: TableColumns, _ layout: TableLayout, _ values: [String]
  ) -> Kind {
    let seen = values.filter { !$0.isEmpty }
    if layout.text.contains(column) { return .words }
    if layout.author.contains(column) { return .name(Set(seen.map(\.caseless))) }
    let role = columns.roles[column]
    if layout.votes == column || role == .votes { return .number }
    if layout.tags.contains(column) || role == .kind { return .label(Set(seen.map(\.caseless))) }
    if [.id, .contact, .parent].contains(role) { return .token }
    if !seen.isEmpty, seen.allSatisfy({ $0.asVotes != nil }) { return .number }
    let hasBlanks = seen.contains { $0.contains(where: \.isWhitespace) }
    return seen.count > 1 && !hasBlanks ? .token : .words
  }

  func outcome(_ row: TableText.Row) -> Outcome {
    let extra = row.width - width
    if extra <= 0 {
      let isOdd = kinds.indices.contains { column in
        if case .number = kinds[column] { !fits(row[column], column) } else { false }
      }
      let ways = isOdd ? self.ways(of: row, extra: 1) : []
      guard let only = ways.first else { return .whole(row) }
      return ways.count == 1 ? .mended(only) : .doubtful
    }
    if width == 1 { return .whole(row.joining(from: 0, extra: extra, width: 1)) }
    let ways = ways(of: row, extra: extra)
    return ways.count == 1 ? .mended(ways[0]) : .doubtful
  }

  /// Each row that it could be if one cell has `extra` commas.
  private func ways(of row: TableText.Row, extra: Int) -> [TableText.Row] {
    kinds.indices.compactMap { column in
      guard column + extra < row.cells.count else { return nil }
      switch kinds[column] {
      case .words: break
      // `Hyde, Ruth`
      case .name where extra == 1 && row.gaps[column + 1]: break
      default: return nil
      }
      let joined = row.joining(from: column, extra: extra, width: width)
      return kinds.indices.allSatisfy { fits(joined[$0], $0) } ? joined : nil
    }
  }

  private func fits(_ cell: String, _ column: Int) -> Bool {
    guard !cell.isEmpty else { return true }
    switch kinds[column] {
    case .words: return true
    case .number: return cell.asVotes != nil
    case .token: return !cell.contains(where: \.isWhitespace)
    case .label(let known): return known.isEmpty || known.contains(cell.caseless)
    case .name(let known):
      return known.contains(cell.caseless) || cell.asAuthor == nil || Byline.isName(cell)
        || cell.commaName != nil
    }
  }
}

extension TableText.Row {
  /// Without the empty cells at its end.
  var width: Int { (cells.lastIndex { !$0.isEmpty } ?? -1) + 1 }

  /// With the cell at `column` and as many after it as one, as they were typed.
  func joining(from column: Int, extra: Int, width: Int) -> TableText.Row {
    var joined = cells[column]
    for index in (column + 1)...(column + extra) {
      joined += (gaps[index] ? ", " : ",") + cells[index]
    }
    let after = cells[(column + extra + 1)...]
    let all = cells[..<column] + [joined] + after
    var row = TableText.Row(line: line, cells: Array(all.prefix(max(width, 1))))
    row.gaps = Array(gaps[...column] + gaps[(column + extra + 1)...])
    return row
  }
}

extension String {
  /// `Hyde, Ruth` as Ruth Hyde; nil for what is no name written so.
  var commaName: String? {
    let parts = split(separator: ",", omittingEmptySubsequences: false).map(\.trimmed)
    guard parts.count == 2, parts.allSatisfy(Byline.isName),
      parts.allSatisfy({ $0.split(separator: " ").count <= 3 })
    else { return nil }
    // What follows a name and is no first name.
    let suffixes: Set<String> = ["jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "md", "phd", "esq"]
    return suffixes.contains(parts[1].lowercased()) ? nil : "\(parts[1]) \(parts[0])"
  }
}
