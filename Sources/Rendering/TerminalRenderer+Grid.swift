import ExerciseProtocol

extension TerminalRenderer {
  /// A region beside another is at least so wide.
  static let narrowestRegion = 24

  /// Regions in boxes of equal width, side by side where there is room.
  func grid(_ regions: [View.Region]) -> [Line] {
    guard !regions.isEmpty else { return [] }
    let most = max(1, (width + 1) / (Self.narrowestRegion + 1))
    let rows = (regions.count + most - 1) / most
    let across = (regions.count + rows - 1) / rows
    let size = (width + 1) / across - 1
    return stride(from: 0, to: regions.count, by: across).flatMap { start in
      let row = regions[start..<min(start + across, regions.count)]
      return boxes(row.map { content(of: $0, width: size - 4) }, width: size)
    }
  }

  /// What is above the line of a box and what is below it.
  typealias Content = (head: [Line], body: [Line])

  private func content(of region: View.Region, width: Int) -> Content {
    var head = region.title.wrappedLines(to: width, as: .title)
    if let prompt = region.prompt, !prompt.isEmpty {
      head += prompt.wrappedLines(to: width, as: .hint)
    }
    return (head, list(region.items, ordered: false, width: width))
  }

  /// Boxes of one height in a row; the line under their heads is at one height too.
  func boxes(_ contents: [Content], width: Int) -> [Line] {
    let head = contents.map(\.head.count).max() ?? 0
    let body = max(1, contents.map(\.body.count).max() ?? 0)
    let columns = contents.map { content in
      [border(signs.top.0, signs.top.2, width)]
        + framed(content.head, height: head, width: width)
        + [border(signs.middle.0, signs.middle.2, width)]
        + framed(content.body, height: body, width: width)
        + [border(signs.bottom.0, signs.bottom.2, width)]
    }
    return (0..<(head + body + 3)).map { index in
      columns.dropFirst().reduce(columns[0][index]) { $0 + Line(" ") + $1[index] }
    }
  }

  private func border(_ left: String, _ right: String, _ width: Int) -> Line {
    Line(left + String(repeating: signs.horizontal, count: width - 2) + right, .muted)
  }

  private func framed(_ lines: [Line], height: Int, width: Int) -> [Line] {
    (0..<height).map { index in
      var line = Line(signs.vertical, .muted) + Line(" ")
      if index < lines.count { line.append(lines[index]) }
      line.pad(to: width - 1)
      return line + Line(signs.vertical, .muted)
    }
  }
}
