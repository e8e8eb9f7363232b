extension View {
  /// The view with so much of it as its audience can use. What is left out is counted in words
  /// where it would stand: “… and 499,000 more regions”.
  package func cut(for audience: Audience) -> View {
    var cutter = ViewCutter(ViewLimits(for: audience))
    return View(cutter.cut(blocks), loose: loose.map { Array($0.prefix(AnswerLimits.loose)) })
  }
}

/// Takes a view's parts until what may be shown is used up.
private struct ViewCutter {
  private let limits: ViewLimits
  /// How many elements, and how many bytes of words, may still come.
  private var left: Int
  private var bytes: Int

  init(_ limits: ViewLimits) {
    self.limits = limits
    (left, bytes) = (limits.many, limits.bytes)
  }

  mutating func cut(_ blocks: [View.Block]) -> [View.Block] {
    var kept: [View.Block] = []
    for (index, block) in blocks.enumerated() {
      guard index < limits.few, bytes > 0, !isBeyond(block) else {
        kept.append(note(blocks.count - index, "parts"))
        break
      }
      kept += cut(block)
    }
    return kept
  }

  /// Whether no line of it has a place left.
  private func isBeyond(_ block: View.Block) -> Bool {
    if case .text(let text) = block { left == 0 && text.utf8.contains(0x0A) } else { false }
  }

  private mutating func cut(_ block: View.Block) -> [View.Block] {
    switch block {
    case .heading(let text, let level): return [.heading(line(text), level: level)]
    case .text(let words): return [.text(text(words))]
    case .note(let text, let tone): return [.note(line(text), tone)]
    case .list(let items, let ordered):
      return take(
        items, limits.many, "entries", cut: { $0.text($1) },
        as: { .list($0, ordered: ordered) })
    case .facts(let facts):
      return take(
        facts, limits.few, "lines", cut: { View.Fact($0.line($1.name), $0.text($1.value)) },
        as: { .facts($0) })
    case .thread(let nodes):
      return take(nodes, limits.many, "cards", cut: { $0.node($1) }, as: { .thread($0) })
    case .table(let table): return cut(table)
    case .bars(let bars):
      return take(bars, limits.few, "bars", cut: { $0.bar($1) }, as: { .bars($0) })
    case .grid(let regions):
      return take(regions, limits.few, "regions", cut: { $0.region($1) }, as: { .grid($0) })
    case .matrix(let matrix): return cut(matrix)
    }
  }

  private mutating func cut(_ table: View.Table) -> [View.Block] {
    let columns = table.columns.prefix(limits.columns).map {
      View.Table.Column(line($0.title), isNumeric: $0.isNumeric)
    }
    var blocks = take(
      table.rows, limits.many, "rows",
      cut: { cutter, row in row.prefix(columns.count).map { cutter.text($0) } },
      as: { .table(View.Table(columns, $0)) })
    if table.columns.count > columns.count {
      blocks.append(note(table.columns.count - columns.count, "columns"))
    }
    return blocks
  }

  private mutating func cut(_ matrix: View.Matrix) -> [View.Block] {
    var axes = matrix
    axes.horizontal = axis(matrix.horizontal)
    axes.vertical = axis(matrix.vertical)
    return take(
      matrix.points, limits.few, "points",
      cut: { $0.point($1) },
      as: { points in
        axes.points = points
        return .matrix(axes)
      })
  }

  private mutating func point(_ point: View.Matrix.Point) -> View.Matrix.Point {
    View.Matrix.Point(
      line(point.label), x: point.x, y: point.y, text: point.text.map { line($0) })
  }

  private mutating func bar(_ bar: View.Bar) -> View.Bar {
    View.Bar(
      line(bar.label), value: bar.value, caption: line(bar.caption), isChosen: bar.isChosen)
  }

  private mutating func axis(_ axis: View.Matrix.Axis) -> View.Matrix.Axis {
    View.Matrix.Axis(line(axis.name), low: line(axis.low), high: line(axis.high))
  }

  private mutating func region(_ region: View.Region) -> View.Region {
    var items: [String] = []
    for item in region.items {
      guard takesOne() else { break }
      items.append(text(item))
    }
    let more = region.items.count - items.count
    if more > 0 { items.append("… and \(more.grouped) more") }
    return View.Region(
      line(region.title), prompt: region.prompt.map { line($0) }, items: items)
  }

  /// Replies that are left out are counted as those are that a fold hides.
  private mutating func node(_ node: View.ThreadNode) -> View.ThreadNode {
    var kept = node
    kept.id = CardID(line(node.id.rawValue))
    kept.text = text(node.text)
    kept.author = node.author.map { line($0) }
    kept.tags = node.tags.prefix(AnswerLimits.tags).map { line($0) }
    kept.remark = node.remark.map { line($0) }
    kept.replies = []
    for reply in node.replies {
      guard takesOne() else { break }
      kept.replies.append(self.node(reply))
    }
    kept.folded += node.replies.count - kept.replies.count
    return kept
  }

  /// The block of those elements that are shown, and a word on the others.
  private mutating func take<Element>(
    _ elements: [Element], _ limit: Int, _ what: String,
    cut: (inout ViewCutter, Element) -> Element, as block: ([Element]) -> View.Block
  ) -> [View.Block] {
    var kept: [Element] = []
    for element in elements {
      guard kept.count < limit, takesOne() else { break }
      kept.append(cut(&self, element))
    }
    let more = elements.count - kept.count
    return more == 0 ? [block(kept)] : [block(kept), note(more, what)]
  }

  private mutating func takesOne() -> Bool {
    guard left > 0, bytes > 0 else { return false }
    left -= 1
    return true
  }

  private mutating func line(_ text: String) -> String { words(text, AnswerLimits.line) }

  /// Each further line of a text takes a place, as an entry does: a screen shows both alike.
  private mutating func text(_ text: String) -> String {
    let text = words(text, AnswerLimits.text)
    let bytes = text.utf8
    for index in bytes.indices where bytes[index] == 0x0A {
      guard left > 0 else { return String(text.unicodeScalars[..<index]) + "…" }
      left -= 1
    }
    return text
  }

  private mutating func words(_ text: String, _ limit: Int) -> String {
    let kept = text.cut(to: min(limit, max(0, bytes)))
    bytes -= kept.utf8.count
    return kept
  }

  private func note(_ count: Int, _ what: String) -> View.Block {
    .note("… and \(count.grouped) more \(what)", .warning)
  }
}
