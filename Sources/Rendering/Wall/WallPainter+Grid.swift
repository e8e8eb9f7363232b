import ExerciseProtocol

extension WallPainter {
  /// All regions on one page, with what lies in them; where not all of it has room the newest of
  /// each, and after that the others in full.
  func bands(of regions: [View.Region]) -> [WallBand] {
    guard !regions.isEmpty else { return [] }
    let narrowest = TerminalRenderer.narrowestRegion
    let most = max(1, (style.columns + 1) / (narrowest + 1))
    let rows = (regions.count + most - 1) / most
    return bands(of: regions, across: (regions.count + rows - 1) / rows, above: [], below: [])
  }

  /// Its four quadrants as boxes, with what lies in each; then where each point is.
  func bands(of matrix: View.Matrix) -> [WallBand] {
    let (across, upward) = (matrix.horizontal, matrix.vertical)
    let signs = style.signs
    let places: [(right: Bool, up: Bool)] = [
      (false, true), (true, true), (false, false), (true, false),
    ]
    let quadrants = places.map { place in
      let points = matrix.points.filter {
        ($0.x.clampedToUnit >= 0.5) == place.right && ($0.y.clampedToUnit >= 0.5) == place.up
      }
      return View.Region(
        Wording.quadrant(right: place.right, up: place.up, in: matrix),
        items: points.map { point in
          point.text.map { "\(point.label)  \($0)" } ?? point.label
        })
    }
    func end(_ sign: String, _ name: String) -> [Line] {
      "\(sign) \(Wording.end(name, of: upward))".wrappedLines(to: style.columns, indent: 2)
    }
    // The quadrants' titles say it too: where there is little room it is the cards'.
    let isRoomy = height >= 24
    let boxes = bands(
      of: quadrants, across: 2, above: isRoomy ? end(signs.up, upward.high) : [],
      below: isRoomy
        ? end(signs.down, upward.low)
          + renderer(style.columns).ends(of: across, under: style.columns)
        : [])
    // The places themselves, where a page has room for the drawing.
    let quadrant = min((style.columns - 3) / 2, (height - 6) * 2)
    guard quadrant >= 16, !matrix.points.isEmpty else { return boxes }
    let lines = renderer(style.columns).matrix(matrix, quadrant: quadrant)
    return boxes + [.wide([WallPiece(before: [Line()], lines: lines)])]
  }

  private func bands(
    of regions: [View.Region], across: Int, above: [Line], below: [Line]
  ) -> [WallBand] {
    let room = height - above.count - below.count
    let overview =
      WallBoxes(regions, across: across, height: room, isFramed: true, of: self)
      ?? WallBoxes(regions, across: across, height: room, isFramed: false, of: self)
    guard let overview else { return [.flow { width in sections(regions, width: width) }] }
    let piece = WallPiece(
      before: [Line()], lines: above + overview.lines + below, keys: overview.keys)
    let rest = overview.regionsCut
    return [.wide([piece])]
      + (rest.isEmpty ? [] : [.flow { width in sections(rest, width: width) }])
  }

  /// Each region as a section of its own, its newest card first.
  private func sections(_ regions: [View.Region], width: Int) -> [WallPiece] {
    regions.flatMap { region -> [WallPiece] in
      let head = heading(region.title, level: 2, width: width)
      let items =
        region.items.isEmpty
        ? [WallPiece(lines: [Line(Wording.nothingHere, .hint)])]
        : region.items.reversed().map { item($0, region.title, width: width) }
      return [WallPiece(before: [Line()], lines: head, leads: true)]
        + items.map { item in
          var item = item
          item.section = head
          return item
        }
    }
  }
}

/// Regions in boxes that fill a page and no more.
struct WallBoxes {
  private(set) var lines: [Line] = []
  private(set) var keys: [WallKey] = []
  /// Those whose cards are not all there.
  private(set) var regionsCut: [View.Region] = []

  private struct Box {
    var head: [Line]
    var body: [WallPiece]
    var hidden = 0
  }

  /// Nil where a box would not have room for its title and a card or two.
  init?(
    _ regions: [View.Region], across: Int, height: Int, isFramed: Bool, of painter: WallPainter
  ) {
    let across = max(1, across)
    let size = (painter.style.columns + 1) / across - 1
    let inner = isFramed ? size - 4 : size - 1
    let frame = isFramed ? 3 : 0
    guard inner >= 8 else { return nil }
    func box(_ region: View.Region, withPrompt: Bool) -> Box {
      var head = region.title.wrappedLines(to: inner, as: .title)
      if !isFramed { head = Array(head.prefix(1)) }
      if withPrompt, let prompt = region.prompt, !prompt.isEmpty {
        head += prompt.wrappedLines(to: inner, as: .hint)
      }
      return Box(
        head: head,
        body: region.items.reversed().map { painter.item($0, region.title, width: inner) })
    }
    let starts = Array(stride(from: 0, to: regions.count, by: across))
    func rows(withPrompt: Bool) -> [[Box]] {
      starts.map { start in
        regions[start..<min(start + across, regions.count)].map { box($0, withPrompt: withPrompt) }
      }
    }
    func sizes(_ rows: [[Box]]) -> [Int] {
      rows.map { row in
        frame + (row.map(\.head.count).max() ?? 0)
          + max(1, row.map { $0.body.reduce(0) { $0 + $1.lines.count } }.max() ?? 0)
      }
    }
    var boxes = rows(withPrompt: true)
    var shares = sizes(boxes)
    if shares.reduce(0, +) > height {
      boxes = rows(withPrompt: false)
      shares = Self.shares(sizes(boxes), of: height)
    }
    for (index, share) in shares.enumerated() {
      let head = boxes[index].map(\.head.count).max() ?? 0
      let body = share - frame - head
      guard body >= (isFramed ? 2 : 1) || body >= 1 && boxes[index].allSatisfy({ $0.body.isEmpty })
      else { return nil }
      for place in boxes[index].indices {
        if Self.cut(&boxes[index][place].body, to: body, inner) {
          regionsCut.append(regions[index * across + place])
        }
      }
      let row = boxes[index]
      keys += row.flatMap { $0.body.flatMap(\.keys) }
      let contents = row.map { (head: $0.head, body: $0.body.flatMap(\.lines)) }
      lines +=
        isFramed
        ? painter.renderer(painter.style.columns).boxes(contents, width: size)
        : Self.bare(contents, head: head, body: body, width: size)
    }
  }

  /// How high each row of boxes becomes: as it is, unless it would take others' share.
  private static func shares(_ natural: [Int], of height: Int) -> [Int] {
    var shares = natural
    var left = height
    for (place, index) in natural.indices.sorted(by: { natural[$0] < natural[$1] }).enumerated() {
      shares[index] = min(natural[index], left / (natural.count - place))
      left -= shares[index]
    }
    return shares
  }

  /// Leaves as many whole cards as there is room for, and how many more there are.
  ///
  /// - Returns: whether there are more.
  private static func cut(_ body: inout [WallPiece], to height: Int, _ width: Int) -> Bool {
    let all = body
    guard all.reduce(0, { $0 + $1.lines.count }) > height else { return false }
    body = []
    var used = 0
    for piece in all {
      guard used + piece.lines.count < height else { break }
      body.append(piece)
      used += piece.lines.count
    }
    if body.isEmpty, height > 1, var first = all.first {
      first.lines = Array(first.lines.prefix(height - 1))
      if let last = first.lines.popLast() {
        let words = last.runs.map(\.text).joined().truncated(to: max(1, width - 2))
        first.lines.append(Line(words + (words.last == "…" ? "" : " …")))
      }
      body = [first]
    }
    let more = Wording.more(all.count - body.count).truncated(to: width)
    body.append(WallPiece(lines: [Line(more, .hint)]))
    return true
  }

  /// Without frames, where a page has room for nothing but words.
  private static func bare(
    _ contents: [(head: [Line], body: [Line])], head: Int, body: Int, width: Int
  ) -> [Line] {
    (0..<head + body).map { row in
      var line = Line()
      for (index, content) in contents.enumerated() {
        line.pad(to: index * (width + 1))
        let lines = content.head + content.body
        if row < lines.count { line.append(lines[row]) }
      }
      return line
    }
  }
}
