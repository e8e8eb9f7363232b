import ExerciseProtocol

/// Draws the parts of a view as pieces for a wall.
struct WallPainter {
  let style: TerminalStyle
  /// The rows of a page below its head.
  let height: Int
  /// An empty line between one card and the next.
  let isSpaced: Bool
  let marked: Set<WallKey>

  /// A column of a list, and of a thread, is at least so wide.
  private static let (narrowest, narrowestThread) = (30, 44)

  /// How many columns there is room for.
  static func mostColumns(_ sections: [WallSection], _ style: TerminalStyle) -> Int {
    let hasThread = sections.contains { section in
      section.blocks.contains { if case .thread = $0 { true } else { false } }
    }
    let narrowest = hasThread ? narrowestThread : narrowest
    return max(1, (style.columns + WallFiller.gap) / (narrowest + WallFiller.gap))
  }

  /// How many there are at the least: themes stand side by side, as many as there is room for.
  static func leastColumns(_ sections: [WallSection], _ style: TerminalStyle) -> Int {
    let themes = sections.count { section in
      section.title != nil && section.level == 2
        && section.blocks.contains { if case .list = $0 { true } else { false } }
    }
    return min(max(1, themes), mostColumns(sections, style))
  }

  private enum Part {
    case heading(String, level: Int)
    case block(View.Block, place: String)

    var isWords: Bool {
      switch self {
      case .heading, .block(.text, _), .block(.note, _), .block(.facts, _): true
      case .block: false
      }
    }
  }

  func bands(of sections: [WallSection]) -> [WallBand] {
    var bands: [WallBand] = []
    var waiting: [Part] = []
    func flush() {
      let parts = waiting
      waiting = []
      guard !parts.isEmpty else { return }
      bands.append(.flow { width in pieces(of: parts, width: width) })
    }
    /// What says what comes below it is no list, and stands in no column.
    func flushAbove() {
      guard waiting.allSatisfy(\.isWords) else { return flush() }
      bands.append(.wide(pieces(of: waiting, width: style.columns)))
      waiting = []
    }
    for section in sections {
      let place = section.title ?? ""
      var title = section.title.map { Part.heading($0, level: section.level) }
      for block in section.blocks {
        guard var drawn = wide(block, place) else {
          if let heading = title { waiting.append(heading) }
          title = nil
          waiting.append(.block(block, place: place))
          continue
        }
        flushAbove()
        if let title, case .wide(let pieces)? = drawn.first {
          drawn[0] = .wide(self.pieces(of: [title], width: style.columns) + pieces)
        }
        title = nil
        bands += drawn
      }
      if let title { waiting.append(title) }
    }
    flush()
    return bands
  }

  /// What needs the whole width; nil for what stands in columns.
  private func wide(_ block: View.Block, _ place: String) -> [WallBand]? {
    switch block {
    case .bars(let bars): self.bands(of: bars)
    case .table(let table): [.wide(pieces(of: table, heading: place))]
    case .grid(let regions): self.bands(of: regions)
    case .matrix(let matrix): self.bands(of: matrix)
    default: nil
    }
  }

  // MARK: In columns

  private func pieces(of parts: [Part], width: Int) -> [WallPiece] {
    var pieces: [WallPiece] = []
    var heading: Int?
    for part in parts {
      switch part {
      case .heading(let text, let level):
        heading = pieces.count
        let lines = self.heading(text, level: level, width: width)
        pieces.append(WallPiece(before: [Line()], lines: lines, leads: true))
      case .block(let block, let place):
        for var piece in self.pieces(of: block, place, width: width) {
          if let heading {
            if heading == pieces.count - 1 { piece.before = [] }
            piece.section = pieces[heading].lines
            pieces[heading].whole += piece.before.count + piece.lines.count
          }
          pieces.append(piece)
        }
      }
    }
    for index in pieces.indices where pieces[index].leads {
      pieces[index].whole += pieces[index].lines.count
    }
    return pieces
  }

  func heading(_ text: String, level: Int, width: Int) -> [Line] {
    if level > 2 { return renderer(width).drawn(.heading(text, level: level)) }
    let title = text.wrappedLines(to: width, as: .title)
    return height < 10
      ? title : title + [Line(String(repeating: style.signs.horizontal, count: width), .muted)]
  }

  private func pieces(of block: View.Block, _ place: String, width: Int) -> [WallPiece] {
    switch block {
    case .list(let items, let ordered):
      return items.enumerated().map { index, item in
        self.item(item, number: ordered ? index + 1 : nil, of: items.count, place, width: width)
      }
    case .thread(let nodes): return pieces(of: nodes, place, width: width)
    default:
      let renderer = renderer(width)
      return [
        WallPiece(before: [Line()], lines: renderer.setApart(renderer.drawn(block), of: block))
      ]
    }
  }

  func renderer(_ width: Int) -> TerminalRenderer {
    TerminalRenderer(
      TerminalStyle(
        columns: width, usesColour: style.usesColour, usesUnicode: style.usesUnicode))
  }

  /// A card by its label, anything else behind a bullet or its number.
  ///
  /// - Parameter own: what it is known by, where that is not its text.
  func item(
    _ text: String, number: Int? = nil, of count: Int = 0, _ place: String, as own: WallKey? = nil,
    width: Int
  ) -> WallPiece {
    let key = own ?? WallKey(card: text.leadingCard ?? "", text: text, place: place)
    let isMarked = marked.contains(key)
    var mark = Line(isMarked ? sign : "", .success)
    var words = text
    if !key.card.isEmpty {
      mark.append(key.card + "  ", .label)
      words = String(text.dropFirst(key.card.count).drop { $0 == " " })
    } else if let number {
      mark.append("\(number)".padded(to: String(count).count, atStart: true) + ". ", .muted)
    } else {
      mark.append(style.signs.bullet, .muted)
    }
    let role: Role? = isMarked ? .title : nil
    let lines: [Line]
    if mark.columns * 3 < width {
      lines = words.wrappedLines(to: width - mark.columns, as: role).hanging(from: mark)
    } else {
      lines = (mark + Line(words, role)).wrapped(to: width, indent: 2)
    }
    return WallPiece(
      before: isSpaced ? [Line()] : [],
      lines: lines.flatMap { $0.setApart(in: renderer(width).style) }, keys: [key])
  }

  /// What marks a card that is new.
  var sign: String { style.usesUnicode ? "★ " : "* " }

  private func pieces(of nodes: [View.ThreadNode], _ place: String, width: Int) -> [WallPiece] {
    func key(_ entry: ThreadOutline.Entry) -> WallKey? {
      guard case .card(let node) = entry.content else { return nil }
      return WallKey(card: node.id.rawValue, text: node.text, place: place)
    }
    // A margin for the marks, where there are any.
    let margin =
      ThreadOutline(nodes).entries.compactMap(key).contains(where: marked.contains)
      ? 2 : 0
    let renderer = renderer(width - margin)
    var wasLong = false
    return renderer.threadEntries(nodes).map { entry, before, lines in
      let key = key(entry)
      let isMarked = key.map(marked.contains) ?? false
      var blank = Line()
      blank.pad(to: margin)
      let apart = lines.flatMap { $0.setApart(in: renderer.style) }
      let isApart = isSpaced || wasLong || lines.count > 1
      wasLong = lines.count > 1
      return WallPiece(
        before: isApart ? [blank + before] : [],
        lines: apart.hanging(from: isMarked ? Line(sign, .success) : blank),
        keys: [key].compactMap(\.self))
    }
  }
}
