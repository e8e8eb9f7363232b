/// Fills pages with bands.
struct WallFiller {
  struct Page {
    var lines: [Line] = []
    var keys: [WallKey] = []
  }

  /// Blank columns between two columns, with a rule in their midst.
  static let gap = 3

  private let height: (first: Int, other: Int)
  private let width: Int
  /// What stands between two columns.
  private let rule: String
  private var pages: [Page] = []
  private var page = Page()

  init(height: (first: Int, other: Int), style: TerminalStyle) {
    self.height = (max(1, height.first), max(1, height.other))
    width = style.columns
    rule = style.signs.vertical
  }

  mutating func finished() -> [Page] {
    if !page.lines.isEmpty || pages.isEmpty { pages.append(page) }
    return pages
  }

  static func columnWidth(_ width: Int, _ columns: Int) -> Int {
    (width + gap) / max(1, columns) - gap
  }

  mutating func add(_ band: WallBand, columns: Int) {
    switch band {
    case .wide(let pieces): add(pieces)
    case .flow(let pieces):
      flow(pieces(Self.columnWidth(width, columns)), columns: columns)
    }
  }

  private var limit: Int { pages.isEmpty ? height.first : height.other }
  private var room: Int { limit - page.lines.count }

  private mutating func turn() {
    guard !page.lines.isEmpty else { return }
    pages.append(page)
    page = Page()
  }

  // MARK: Over the whole width

  private mutating func add(_ pieces: [WallPiece]) {
    for (index, piece) in pieces.enumerated() {
      var needed = (page.lines.isEmpty ? 0 : piece.before.count) + piece.lines.count
      if piece.leads, index + 1 < pieces.count { needed += min(pieces[index + 1].size, room) }
      if needed > room, !page.lines.isEmpty, !isTorn(piece) { turn() }
      place(piece)
    }
  }

  /// Whether it is begun on this page and goes on on the next: too high for a page of its own, or
  /// so high that much of this one would stay empty.
  private func isTorn(_ piece: WallPiece) -> Bool {
    let isTall = piece.lines.count * 2 > height.other
    return isTall && room - piece.before.count >= max(3, height.other / 3)
  }

  /// As much of it as fits, and the rest on the pages after this, each with its section's name.
  private mutating func place(_ piece: WallPiece) {
    var rest = piece.lines[...]
    repeat {
      let above =
        page.lines.isEmpty
        ? Array(piece.section.prefix(max(0, room - min(rest.count, max(1, room / 2)))))
        : rest.count == piece.lines.count ? piece.before : []
      page.lines += above
      let fitting = rest.prefix(max(1, room))
      page.lines += fitting
      page.keys += piece.keys
      rest = rest.dropFirst(fitting.count)
      if !rest.isEmpty { turn() }
    } while !rest.isEmpty
  }

  // MARK: In columns

  private mutating func flow(_ all: [WallPiece], columns: Int) {
    var rest = all.flatMap { $0.split(to: max(1, min(height.first, height.other) - 2)) }[...]
    while !rest.isEmpty {
      let gap = page.lines.isEmpty ? 0 : 1
      if fits(rest, columns, room - gap) {
        // The last of it: columns of one height.
        var least = 1
        while least < room - gap, !fits(rest, columns, least) { least += 1 }
        return place(Self.fill(rest, columns, least).columns, of: columns, gap)
      }
      // What would fit on a page of its own is not torn apart for a few rows.
      if gap > 0, room < max(6, limit / 2) || fits(rest, columns, height.other) {
        turn()
        continue
      }
      let (filled, next) = Self.fill(rest, columns, room - gap)
      place(filled, of: columns, gap)
      turn()
      rest = rest[max(next, rest.startIndex + (gap == 0 ? 1 : 0))...]
    }
  }

  private func fits(_ pieces: ArraySlice<WallPiece>, _ columns: Int, _ height: Int) -> Bool {
    height > 0 && Self.fill(pieces, columns, height).next == pieces.endIndex
  }

  /// Columns of at most that height, and the first piece for which there was no room.
  private static func fill(
    _ pieces: ArraySlice<WallPiece>, _ columns: Int, _ height: Int
  ) -> (columns: [Page], next: Int) {
    var next = pieces.startIndex
    var filled: [Page] = []
    while filled.count < columns, next < pieces.endIndex {
      var column = Page()
      while next < pieces.endIndex {
        let piece = pieces[next]
        let isTop = column.lines.isEmpty
        var above = isTop ? piece.section : piece.before
        if isTop, above.count + piece.lines.count > height { above = [] }
        var needed = column.lines.count + above.count + piece.lines.count
        if needed > height { break }
        if piece.leads, next + 1 < pieces.endIndex { needed += pieces[next + 1].size }
        if needed > height, !isTop { break }
        // A section that would be torn apart here has a column to itself, if little is lost by it.
        let left = height - column.lines.count
        if !isTop, piece.whole > left, piece.whole <= height, left * 2 < height { break }
        column.lines += above + piece.lines
        column.keys += piece.keys
        next += 1
      }
      guard !column.lines.isEmpty else { break }
      filled.append(column)
    }
    return (filled, next)
  }

  private mutating func place(_ columns: [Page], of count: Int, _ gap: Int) {
    page.lines += Array(repeating: Line(), count: gap)
    let size = Self.columnWidth(width, count)
    for row in 0..<(columns.map(\.lines.count).max() ?? 0) {
      var line = Line()
      for (index, column) in columns.enumerated() {
        if index > 0 {
          line.pad(to: index * (size + Self.gap) - 2)
          line.append(rule, .muted)
          line.pad(to: index * (size + Self.gap))
        }
        if row < column.lines.count { line.append(column.lines[row]) }
      }
      page.lines.append(line)
    }
    page.keys += columns.flatMap(\.keys)
  }
}

extension WallPiece {
  fileprivate var size: Int { before.count + lines.count }

  /// Pieces no higher than that: itself, unless it is too high.
  fileprivate func split(to height: Int) -> [WallPiece] {
    guard lines.count > height else { return [self] }
    return stride(from: 0, to: lines.count, by: height).map { start in
      var part = self
      part.lines = Array(lines[start..<min(start + height, lines.count)])
      part.keys = keys
      part.leads = false
      if start > 0 { part.before = [] }
      return part
    }
  }
}
