/// The candidates as a list to read: those with help one a line, bare ones in columns.
struct CandidateList {
  /// More than this would push the workshop off the wall.
  static let limit = 40

  var columns: Int
  var usesUnicode: Bool
  /// How many columns a text takes up.
  var width: (String) -> Int

  /// The lines, each shorter than the screen is wide unless one candidate alone is wider.
  func lines(_ candidates: [Candidate]) -> [String] {
    let shown = candidates.prefix(Self.limit)
    let hidden = candidates.count - shown.count
    let body =
      shown.contains { $0.help != nil } ? explained(shown) : inColumns(shown.map(\.display))
    return hidden > 0 ? body + [Wording.moreCandidates(hidden, unicode: usesUnicode)] : body
  }

  private func explained(_ candidates: ArraySlice<Candidate>) -> [String] {
    let widest = candidates.map { width($0.display) }.max() ?? 0
    let room = columns - 1 - (widest + 2)
    return candidates.map { candidate in
      guard let help = candidate.help, room > 0 else { return candidate.display }
      return padded(candidate.display, to: widest + 2) + cut(help, to: room)
    }
  }

  /// Down first, then across, as a reader of a telephone book expects.
  private func inColumns(_ names: [String]) -> [String] {
    let column = (names.map(width).max() ?? 0) + 2
    let across = max(1, (columns - 1 + 2) / column)
    let down = (names.count + across - 1) / across
    return (0..<down).map { row in
      let cells = stride(from: row, to: names.count, by: down).map { names[$0] }
      return cells.dropLast().map { padded($0, to: column) }.joined() + (cells.last ?? "")
    }
  }

  private func padded(_ text: String, to columns: Int) -> String {
    text + String(repeating: " ", count: max(0, columns - width(text)))
  }

  private func cut(_ text: String, to room: Int) -> String {
    guard width(text) > room else { return text }
    let mark = usesUnicode ? "…" : "..."
    var text = text
    while !text.isEmpty, width(text + mark) > room { text.removeLast() }
    return text.isEmpty ? "" : text + mark
  }
}
