import ExerciseProtocol

extension HTMLRenderer {
  /// Rows are named by their first cell. What is too wide for its place can be scrolled, by keys
  /// too.
  func table(_ table: View.Table) -> String {
    guard !table.columns.isEmpty else { return "" }
    let titles = table.columns.map { column in
      cell("th", column.title, column, scope: "col")
    }
    let rows = table.completeRows.map { cells in
      zip(cells, table.columns).enumerated().map { place, pair in
        place == 0
          ? cell("th", pair.0, pair.1, scope: "row") : cell("td", pair.0, pair.1, scope: nil)
      }
    }
    return scrolling(titles, rows, label: Wording.table(table.columns.map(\.title)))
  }

  private func cell(
    _ name: String, _ text: String, _ column: View.Table.Column, scope: String?
  ) -> String {
    let kind: KeyValuePairs<String, String> = column.isNumeric ? ["class": "number"] : [:]
    guard let scope else { return HTML.element(name, kind, HTML.content(text)) }
    return column.isNumeric
      ? HTML.element(name, ["scope": scope, "class": "number"], HTML.content(text))
      : HTML.element(name, ["scope": scope], HTML.content(text))
  }

  private func scrolling(_ titles: [String], _ rows: [[String]], label: String) -> String {
    let head = HTML.element("thead", HTML.element("tr", titles.joined()))
    let body = rows.map { HTML.element("tr", $0.joined()) }.joined(separator: "\n")
    let table = HTML.element("table", "\n\(head)\n\(HTML.element("tbody", "\n\(body)\n"))\n")
    return HTML.element(
      "div", ["class": "wide", "role": "region", "aria-label": label, "tabindex": "0"], table)
  }

  /// A bar is a line as long as its part of the largest value; the number stands beside it.
  func bars(_ bars: [View.Bar]) -> String {
    guard !bars.isEmpty else { return "" }
    let largest = bars.map(\.value).filter(\.isFinite).max() ?? 0
    let items = bars.map { bar in
      let share = bar.value > 0 ? (largest > 0 ? bar.value / largest : 1) : 0
      let drawing = HTML.element(
        "span", ["class": "bar", "aria-hidden": "true"],
        share > 0
          ? HTML.element("span", ["style": "width:\(HTML.percent(max(share, 0.01)))"], "") : "")
      let label = HTML.element("span", ["class": "label"], chosen(bar) + HTML.text(bar.label))
      let caption = HTML.element("span", ["class": "caption"], HTML.text(bar.caption))
      return HTML.element(
        "li", ["class": bar.isChosen ? "chosen" : "other"], "\(label) \(drawing) \(caption)")
    }
    return HTML.element("ul", ["class": "bars"], "\n" + items.joined(separator: "\n") + "\n")
  }

  /// A sign for the eye, a word for the ear.
  private func chosen(_ bar: View.Bar) -> String {
    guard bar.isChosen else { return "" }
    return HTML.element("span", ["aria-hidden": "true"], "✓ ")
      + HTML.element("span", ["class": "spoken"], HTML.text(Wording.chosen) + ": ")
  }

  /// The drawing shows the points by number; the table says what and where they are.
  func matrix(_ matrix: View.Matrix) -> String {
    let (across, upward) = (matrix.horizontal, matrix.vertical)
    let columns = ["#", Wording.point, across.name, upward.name, Wording.quadrant]
    let rows = matrix.points.enumerated().map { place, point in
      [
        "\(place + 1)", point.label, Wording.place(point.x, on: across),
        Wording.place(point.y, on: upward), Wording.quadrant(of: point, in: matrix),
      ]
    }
    let table = View.Table(columns.map { View.Table.Column($0) }, rows)
    return drawing(matrix) + "\n" + self.table(table)
  }

  private func drawing(_ matrix: View.Matrix) -> String {
    var places: [(x: Double, y: Double, numbers: [Int])] = []
    for (index, point) in matrix.points.enumerated() {
      let (x, y) = (point.x.clampedToUnit, point.y.clampedToUnit)
      if let near = places.firstIndex(where: { abs($0.x - x) < 0.05 && abs($0.y - y) < 0.05 }) {
        places[near].numbers.append(index + 1)
      } else {
        places.append((x, y, [index + 1]))
      }
    }
    let points = places.map { place in
      let at = "left:\(HTML.percent(place.x));bottom:\(HTML.percent(place.y))"
      let numbers = place.numbers.map(String.init).joined(separator: ", ")
      return HTML.element("span", ["class": "point", "style": at], numbers)
    }
    let (across, upward) = (matrix.horizontal, matrix.vertical)
    let ends = [
      ("top", Wording.end(upward.high, of: upward)), ("foot", Wording.end(upward.low, of: upward)),
      ("left", Wording.end(across.low, of: across)),
      ("right", Wording.end(across.high, of: across)),
    ].map { HTML.element("span", ["class": $0], HTML.text($1)) }
    let plot = HTML.element("div", ["class": "plot"], points.joined())
    return HTML.element(
      "div", ["class": "matrix", "aria-hidden": "true"], ends.joined() + plot)
  }
}
