package import ExerciseProtocol

extension View {
  /// Everything that the view says, a line each, without any art.
  package var plainText: String { blocks.flatMap(\.lines).joined(separator: "\n") }
}

extension View.Block {
  fileprivate var lines: [String] {
    switch self {
    case .heading(let text, _), .text(let text), .note(let text, _): [text]
    case .list(let items, _): items
    case .facts(let facts): facts.map { "\($0.name): \($0.value)" }
    case .thread(let nodes): nodes.flatMap(\.lines)
    case .table(let table):
      [table.columns.map(\.title).joined(separator: " | ")]
        + table.rows.map { $0.joined(separator: " | ") }
    case .bars(let bars): bars.map { "\($0.label): \($0.caption)" }
    case .grid(let regions): regions.flatMap { [$0.title] + $0.items }
    case .matrix(let matrix): matrix.points.map(\.label)
    }
  }
}

extension View.ThreadNode {
  fileprivate var lines: [String] {
    let tags = tags.map { " #\($0)" }.joined()
    return [[id.rawValue, author, text].compactMap(\.self).joined(separator: "  ") + tags]
      + replies.flatMap(\.lines).map { "  " + $0 }
  }
}
