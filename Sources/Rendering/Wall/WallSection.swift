import ExerciseProtocol

/// A heading of a view and what belongs to it.
struct WallSection {
  var title: String?
  var level = 2
  var blocks: [View.Block] = []

  /// The view's blocks by their headings. Winners come first; what only says again what a matrix
  /// says already is left out; a table of cards is a list, which stands in columns.
  static func sections(of blocks: [View.Block]) -> [WallSection] {
    var sections: [WallSection] = []
    var open = WallSection()
    var points: Set<String> = []
    func close() { if open.title != nil || !open.blocks.isEmpty { sections.append(open) } }
    for block in blocks {
      switch block {
      case .heading(let text, let level):
        close()
        open = WallSection(title: text, level: level)
      case .bars(let bars):
        open.blocks.append(.bars(bars.filter(\.isChosen) + bars.filter { !$0.isChosen }))
      case .matrix(let matrix):
        points = Set(matrix.points.filter { $0.text != nil }.map(\.label))
        open.blocks.append(block)
      case .grid(let regions) where !points.isEmpty && regions.repeats(points): points = []
      case .table(let table):
        open.blocks.append(table.cardItems.map { .list($0, ordered: false) } ?? block)
      default: open.blocks.append(block)
      }
    }
    close()
    return sections
  }
}

extension View.Table {
  /// More rows are too many for a table, where their cards could stand in columns.
  private static var fewRows: Int { 12 }

  /// Each row as one text that begins with its card, with what the other columns say behind it;
  /// nil where it says no cards, or is better read as a table.
  fileprivate var cardItems: [String]? {
    let rows = completeRows
    // Behind a card's label alone, its words stand in a column of their own.
    let hasLabel = columns.count > 1 && rows.allSatisfy { "\($0[0])  ".leadingCard == $0[0] }
    guard !rows.isEmpty, hasLabel || rows.allSatisfy({ $0[0].leadingCard != nil }),
      columns.count <= 2 || rows.count > Self.fewRows
    else { return nil }
    return rows.map { row in
      let start = hasLabel ? "\(row[0])  \(row[1])" : row[0]
      let rest = zip(columns, row).dropFirst(hasLabel ? 2 : 1).filter { !$0.1.isEmpty }
        .map { $0.isNumeric ? "\($0.title): \($1)" : $1 }
      return rest.isEmpty ? start : "\(start) — \(rest.joined(separator: ", "))"
    }
  }
}

extension [View.Region] {
  /// Whether these are four quadrants whose cards are all among the points of the matrix before.
  fileprivate func repeats(_ points: Set<String>) -> Bool {
    count == 4
      && allSatisfy { $0.items.allSatisfy { $0.leadingCard.map(points.contains) ?? false } }
  }
}

/// What follows one another from the top of a page to its end.
enum WallBand {
  /// Over the whole width, one piece below another.
  case wide([WallPiece])
  /// In columns, down one and then the next: pieces for a column of so many columns of the
  /// terminal.
  case flow((Int) -> [WallPiece])
}
