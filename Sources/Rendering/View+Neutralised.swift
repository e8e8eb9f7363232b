import ExerciseProtocol

extension View {
  /// The view with every string of it made inert, exactly once: both renderers begin with this and
  /// lay out nothing but what it gives. Where one line is wanted, such as in a title, line breaks
  /// become spaces.
  var neutralised: View { View(blocks.map(\.neutralised)) }
}

private func line(_ text: String) -> String { neutralised(text) }
private func lines(_ text: String) -> String { neutralised(text, keepingLineBreaks: true) }

extension View.Block {
  fileprivate var neutralised: Self {
    switch self {
    case .heading(let text, let level): .heading(line(text), level: level)
    case .text(let text): .text(lines(text))
    // A remark is one paragraph: with lines of its own it could pass for several.
    case .note(let text, let tone): .note(line(text), tone)
    case .list(let items, let ordered): .list(items.map(lines), ordered: ordered)
    case .facts(let facts): .facts(facts.map { View.Fact(line($0.name), lines($0.value)) })
    case .thread(let nodes): .thread(nodes.map(\.neutralised))
    case .table(let table): .table(table.neutralised)
    case .bars(let bars): .bars(bars.map(\.neutralised))
    case .grid(let regions): .grid(regions.map(\.neutralised))
    case .matrix(let matrix): .matrix(matrix.neutralised)
    }
  }
}

extension View.ThreadNode {
  fileprivate var neutralised: Self {
    Self(
      id: CardID(line(id.rawValue)), text: lines(text), author: author.map(line),
      tags: tags.map(line), remark: remark.map(line), replies: replies.map(\.neutralised),
      folded: folded)
  }
}

extension View.Table {
  fileprivate var neutralised: Self {
    Self(
      columns.map { Column(line($0.title), isNumeric: $0.isNumeric) },
      rows.map { $0.map(lines) })
  }
}

extension View.Bar {
  fileprivate var neutralised: Self {
    Self(line(label), value: value, caption: line(caption), isChosen: isChosen)
  }
}

extension View.Region {
  fileprivate var neutralised: Self {
    Self(line(title), prompt: prompt.map(line), items: items.map(lines))
  }
}

extension View.Matrix {
  fileprivate var neutralised: Self {
    Self(
      horizontal: horizontal.neutralised, vertical: vertical.neutralised,
      points: points.map { Point(line($0.label), x: $0.x, y: $0.y, text: $0.text.map(line)) })
  }
}

extension View.Matrix.Axis {
  fileprivate var neutralised: Self { Self(line(name), low: line(low), high: line(high)) }
}
