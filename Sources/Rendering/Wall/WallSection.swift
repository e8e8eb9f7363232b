import ExerciseProtocol

/// A heading of a view and what belongs to it.
struct WallSection {
  var title: String?
  var level = 2
  var blocks: [View.Block] = []

  /// The view's blocks by their headings. Winners come first; what only says again what a matrix
  /// says already is left out.
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
      default: open.blocks.append(block)
      }
    }
    close()
    return sections
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
