import ExerciseProtocol

/// The linear form, for screen readers: what a drawing would show is said, one thing after another.
extension TerminalRenderer {
  func spoken(_ block: View.Block) -> [Line] {
    switch block {
    case .heading(let text, let level):
      say(Wording.heading(text, level: level), .title)
    case .text(let text): say(text)
    case .note(let text, let tone): note(text, tone)
    case .list(let items, let ordered):
      items.enumerated().flatMap { say(ordered ? "\($0 + 1). \($1)" : "- \($1)") }
    case .facts(let facts): facts.flatMap { say("\($0.name): \($0.value)") }
    case .thread(let nodes): ThreadOutline(nodes).entries.flatMap(spoken)
    case .table(let table): spoken(table)
    case .bars(let bars):
      bars.flatMap {
        let isTold = $0.caption.hasSuffix(Wording.chosen)
        return say(
          "\($0.label): \($0.caption)" + ($0.isChosen && !isTold ? ", \(Wording.chosen)" : ""))
      }
    case .grid(let regions): regions.flatMap(spoken)
    case .matrix(let matrix): spoken(matrix)
    }
  }

  private func say(_ text: String, _ role: Role? = nil) -> [Line] {
    text.wrappedLines(to: width, as: role)
  }

  private func spoken(_ entry: ThreadOutline.Entry) -> [Line] {
    switch entry.content {
    case .folded(let count):
      return say("\(Wording.folded(count, under: entry.parent)).")
    case .card(let node):
      let opening = Wording.card(node.id, author: node.author, parent: entry.parent)
      var lines = (Line(opening, .label) + Line(" " + node.text)).wrapped(to: width)
      if !node.tags.isEmpty { lines += say(Wording.tags(node.tags)) }
      if let remark = node.remark { lines += say(Wording.remark(remark)) }
      return lines
    }
  }

  private func spoken(_ table: View.Table) -> [Line] {
    if table.rows.isEmpty { return say(Wording.noRows(table.columns.map(\.title))) }
    let rows = table.completeRows
    // Of an empty cell there is nothing to say, and of a column without a name only what is in it.
    let lines = rows.enumerated().flatMap { index, row in
      let cells = zip(table.columns, row).compactMap { column, cell in
        cell.isEmpty ? nil : column.title.isEmpty ? cell : "\(column.title) \(cell)"
      }
      return say("\(Wording.row(index + 1)) \(cells.joined(separator: ", "))")
    }
    let empty = table.columns.indices.filter { column in rows.allSatisfy { $0[column].isEmpty } }
      .map { table.columns[$0].title }.filter { !$0.isEmpty }
    return lines + (empty.isEmpty ? [] : say(Wording.emptyColumns(empty)))
  }

  private func spoken(_ region: View.Region) -> [Line] {
    var lines = say(Wording.region(region.title, items: region.items.count), .title)
    if let prompt = region.prompt, !prompt.isEmpty { lines += say(prompt) }
    return lines + region.items.flatMap { say("- \($0)") }
  }

  private func spoken(_ matrix: View.Matrix) -> [Line] {
    say(Wording.axes(matrix))
      + matrix.points.flatMap { point in
        let across = "\(matrix.horizontal.name) \(Wording.place(point.x, on: matrix.horizontal))"
        let upward = "\(matrix.vertical.name) \(Wording.place(point.y, on: matrix.vertical))"
        return say("\(point.label): \(across), \(upward)")
      }
  }
}
