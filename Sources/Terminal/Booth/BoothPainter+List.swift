import Rendering

extension BoothPainter {
  /// The list, or the text that is being written, in exactly that room or less.
  func body(_ page: BoothPage, room: Int) -> Picture {
    if let sheet = page.sheet { return written(sheet, room: room) }
    return Picture(lines: list(page, room: room))
  }

  /// A part of the list around its focus, and which part it is.
  private func list(_ page: BoothPage, room: Int) -> [String] {
    let groups = page.rows.enumerated().map { lines(of: $1, hasFocus: $0 == page.focus, in: page) }
    let total = groups.reduce(0) { $0 + $1.count }
    guard total > room else { return groups.flatMap { $0 } }
    let room = max(1, room - 1)
    // What can be chosen is cut where it is higher than the window; the help has all of it, line
    // by line.
    let isList = page.rows.contains { !$0.label.isEmpty }
    let shown = isList ? groups.map { $0.clipped(to: room) } : groups
    let starts = shown.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
    var start = page.scroll
    if let focus = page.focus, shown.indices.contains(focus) {
      start = starts[focus] - max(0, room - shown[focus].count) / 2
    }
    start = max(0, min(start, starts[shown.count] - room))
    let end = start + room
    let seen = shown.indices.filter { starts[$0] < end && starts[$0 + 1] > start }
    let part = shown.flatMap { $0 }[start..<min(end, starts[shown.count])]
    return part + [style.styled(own(position(seen, of: page.rows)), as: .muted)]
  }

  /// “4–12 of 30”, counting what can be chosen, or the lines of a text.
  private func position(_ seen: [Int], of rows: [BoothRow]) -> String {
    let isList = rows.contains { !$0.label.isEmpty }
    let counted = rows.indices.filter { !isList || !rows[$0].label.isEmpty }
    let places = counted.indices.filter { seen.contains(counted[$0]) }
    guard let first = places.first, let last = places.last else { return BoothWording.more }
    return BoothWording.part(first + 1, last + 1, of: counted.count)
  }

  private func lines(of row: BoothRow, hasFocus: Bool, in page: BoothPage) -> [String] {
    guard !row.label.isEmpty else {
      return wrapped(row.text, row.mark.isEmpty ? nil : .title)
    }
    let items = page.rows.filter { !$0.label.isEmpty }
    let markWidth = items.map { Rendering.columns(of: $0.mark) }.max() ?? 0
    let labelWidth = items.map { Rendering.columns(of: $0.label) }.max() ?? 0
    let mark = markWidth == 0 ? "" : neutralised(row.mark).padded(to: markWidth) + " "
    let label = row.label.padded(to: labelWidth, atStart: true)
    let nameWidth = items.map { Rendering.columns(of: $0.name) }.max() ?? 0
    let name = nameWidth == 0 ? "" : neutralised(row.name).padded(to: nameWidth) + " "
    let prefix = "\(hasFocus ? ">" : " ") \(mark)\(label) \(name)"
    let indent = min(Rendering.columns(of: prefix), width / 2)
    var lines = plain(row.text, to: width - indent).enumerated().map { index, line in
      (index == 0 ? prefix : String(repeating: " ", count: indent)) + line
    }
    for detail in row.details {
      lines += plain(detail, to: width - indent - 2, indent: 2).map {
        String(repeating: " ", count: indent + 2) + $0
      }
    }
    return hasFocus ? lines.map { style.styled($0, as: .title) } : lines
  }

  /// A text that is being written, broken where a line is full, around its cursor.
  private func written(_ sheet: BoothPage.Sheet, room: Int) -> Picture {
    var lines: [String] = []
    var cursor = Picture.Cursor(row: 0, column: Self.margin + 2)
    for (number, characters) in sheet.lines.enumerated() {
      var line = ""
      var used = 0
      for index in 0...characters.count {
        let text = index < characters.count ? neutralised(String(characters[index])) : ""
        let size = Rendering.columns(of: text)
        if used + max(1, size) > width - 3, index < characters.count {
          lines.append("| " + line)
          (line, used) = ("", 0)
        }
        if number == sheet.line, index == sheet.column {
          cursor = Picture.Cursor(row: lines.count, column: Self.margin + 2 + used)
        }
        line += text
        used += size
      }
      lines.append("| " + line)
    }
    let start = max(0, min(cursor.row - room + 1, lines.count - room))
    cursor.row -= start
    return Picture(lines: Array(lines[start...].prefix(room)), cursor: cursor)
  }
}
