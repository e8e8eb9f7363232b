import ExerciseProtocol

extension MarkdownRenderer {
  /// How many cells the longest bar of a table has.
  private static let barLength = 20

  func table(_ table: View.Table) -> [String] {
    guard !table.columns.isEmpty else { return [] }
    let titles = table.columns.map { Markdown.cell($0.title) }
    let rule = table.columns.map { $0.isNumeric ? "---:" : "---" }
    let rows = table.completeRows.map { $0.map(Markdown.cell) }
    return ([titles, rule] + rows).map(row)
  }

  /// A table with a bar of text; what was chosen is marked and bold.
  func bars(_ bars: [View.Bar]) -> [String] {
    guard !bars.isEmpty else { return [] }
    let scale = BarScale(bars.map(\.value), signs: .unicode)
    let rows = bars.map { bar in
      let label = bar.isChosen ? "✓ " + Markdown.strong(bar.label) : Markdown.cell(bar.label)
      let drawing = scale.bar(bar.value, length: Self.barLength)
      return row([label, drawing, Markdown.cell(bar.caption)])
    }
    return [row([Wording.option, "", Wording.result]), row(["---", "---", "---"])] + rows
  }

  /// A row a point, with its quadrant in words.
  func matrix(_ matrix: View.Matrix) -> [String] {
    let (across, upward) = (matrix.horizontal, matrix.vertical)
    let titles = [Wording.point, across.name, upward.name, Wording.quadrant]
    let rows = matrix.points.map { point in
      [
        point.label, Wording.place(point.x, on: across), Wording.place(point.y, on: upward),
        Wording.quadrant(of: point, in: matrix),
      ]
    }
    let written = ([titles] + rows).map { row($0.map(Markdown.cell)) }
    return [written[0], row(titles.map { _ in "---" })] + written.dropFirst()
  }

  private func row(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |"
  }
}
