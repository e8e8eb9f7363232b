package import ExerciseProtocol

/// A view as a room reads it from the back row: as pages of a wall, each with the title and the
/// question above it. Nothing is left out: what does not fit is on another page.
///
/// Called by the wall whenever what is to be seen has changed. Winners stand first among bars; a
/// grid and a matrix show all their regions on one page, with as many of the newest cards as fit,
/// and the others after it; lists stand in as many columns as make the fewest pages; the columns'
/// names stand above every part of a table.
package struct WallPages: Sendable {
  package struct Page: Hashable, Sendable {
    /// Written for the terminal, none wider than the style's columns, at most `rows` of them.
    package var lines: [String]
    package var keys: [WallKey]

    /// How many words there are to read.
    package var words: Int {
      lines.reduce(0) { $0 + $1.split(whereSeparator: \.isWhitespace).count }
    }
  }

  /// At least one.
  package let pages: [Page]

  package var keys: [WallKey] { pages.flatMap(\.keys) }

  /// - Parameters:
  ///   - rows: of each page; at least 3 are used.
  ///   - marked: what is new, and gets a mark.
  package init(_ view: View, style: TerminalStyle, rows: Int, marked: Set<WallKey> = []) {
    let rows = max(3, rows)
    let (head, below) = WallHead.split(view.neutralised.blocks)
    let remarks = WallRemarks(of: below)
    let rest = remarks.rest
    let top = WallHead(head, remarks.text, style: style, rows: rows)
    let first = top.lines(isFirst: true)
    let height = (first: rows - first.count, other: rows - top.lines(isFirst: false).count)
    let sections = WallSection.sections(of: rest)
    func fill(_ columns: Int, isSpaced: Bool) -> [WallFiller.Page] {
      let painter = WallPainter(
        style: style, height: height.first * 3 < height.other * 2 ? height.other : height.first,
        isSpaced: isSpaced, marked: marked)
      var filler = WallFiller(height: height, style: style)
      for band in painter.bands(of: sections) { filler.add(band, columns: columns) }
      return filler.finished()
    }
    let range = WallPainter.leastColumns(sections, style)...WallPainter.mostColumns(sections, style)
    let found = Self.best(range, hasRoom: height.other >= 12, fill)
    pages = found.enumerated().map { number, page in
      let above = number == 0 ? first : top.lines(isFirst: false)
      return Page(
        lines: (above + page.lines).prefix(rows).map { $0.written(in: style) }, keys: page.keys)
    }
  }

  /// With air between the cards as long as two pages do, unless without it one does; then the
  /// fewest pages; then the widest columns.
  private static func best(
    _ range: ClosedRange<Int>, hasRoom: Bool, _ fill: (Int, Bool) -> [WallFiller.Page]
  ) -> [WallFiller.Page] {
    func fewest(isSpaced: Bool) -> [WallFiller.Page] {
      range.map { fill($0, isSpaced) }.min { $0.count < $1.count } ?? []
    }
    guard hasRoom else { return fewest(isSpaced: false) }
    let airy = fewest(isSpaced: true)
    guard airy.count > 1 else { return airy }
    let tight = fewest(isSpaced: false)
    return tight.count == 1 || airy.count > 2 && tight.count < airy.count ? tight : airy
  }
}

/// What stands above every page: the view's title, the question under it, and how far the room is.
private struct WallHead {
  private let title: [Line]
  private let focus: [Line]
  private let remarks: [Line]
  /// Those of the remarks that have room in one line, the counts first: for the other pages.
  private let short: [Line]
  private let rule: [Line]
  private let rows: Int

  /// The title and the text right below it, and the rest.
  static func split(_ blocks: [View.Block]) -> (head: [View.Block], rest: [View.Block]) {
    guard case .heading(_, 1)? = blocks.first else { return ([], blocks) }
    guard blocks.count > 1, case .text = blocks[1] else {
      return ([blocks[0]], Array(blocks.dropFirst()))
    }
    return (Array(blocks[..<2]), Array(blocks[2...]))
  }

  init(_ blocks: [View.Block], _ remarks: String, style: TerminalStyle, rows: Int) {
    var (title, focus): ([Line], [Line]) = ([], [])
    for block in blocks {
      switch block {
      case .heading(let text, _): title = text.wrappedLines(to: style.columns, as: .title)
      case .text(let text):
        focus = text.wrappedLines(to: style.columns).flatMap { $0.setApart(in: style) }
      default: break
      }
    }
    self.rows = rows
    func lines(_ text: String) -> [Line] {
      text.isEmpty ? [] : text.wrappedLines(to: style.columns).flatMap { $0.setApart(in: style) }
    }
    self.remarks = lines(remarks)
    short = lines(remarks.sentences(fitting: style.columns))
    self.title = Array(title.prefix(rows < 12 ? 1 : 2))
    self.focus = focus
    let isRuled = rows >= 12 && !title.isEmpty
    rule = isRuled ? [Line(String(repeating: style.signs.heavy, count: style.columns), .muted)] : []
  }

  /// The first page has the whole question, as far as there is room for anything else.
  func lines(isFirst: Bool) -> [Line] {
    let room = isFirst ? rows / 2 : rows < 12 ? 0 : max(1, rows / 12)
    let below =
      isFirst ? shortened(remarks, to: max(1, rows / 6)) : shortened(short, to: min(room, 1))
    let lines = title + rule + shortened(focus, to: max(0, room - below.count)) + below
    return lines.isEmpty || rows < 8 ? lines : lines + [Line()]
  }

  private func shortened(_ lines: [Line], to room: Int) -> [Line] {
    var shown = Array(lines.prefix(room))
    if shown.count < lines.count, let last = shown.popLast() {
      shown.append(Line(last.runs.map(\.text).joined() + " …"))
    }
    return shown
  }
}

extension String {
  /// Whole sentences, in their order, that together have room in a line: those that count before
  /// the others; where none has, all of it.
  fileprivate func sentences(fitting width: Int) -> String {
    var all: [String] = []
    var isOpen = false
    for word in split(separator: " ").map(String.init) {
      if isOpen, let last = all.popLast() {
        all.append("\(last) \(word)")
      } else {
        all.append(word)
      }
      isOpen = word.last.map { !".?!…".contains($0) } ?? false
    }
    let counting = all.indices.filter { all[$0].contains(/\d+ of \d+/) }
    var chosen: Set<Int> = []
    for index in counting + all.indices.filter({ !counting.contains($0) }) {
      let text = all.indices.filter { chosen.contains($0) || $0 == index }.map { all[$0] }
      if columns(of: text.joined(separator: " ")) <= width { chosen.insert(index) }
    }
    guard !chosen.isEmpty else { return self }
    return all.indices.filter(chosen.contains).map { all[$0] }.joined(separator: " ")
  }
}
