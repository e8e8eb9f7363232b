package import Rendering

/// Lays a page out for a window of some size. Every text becomes inert here, and is wrapped by the
/// columns it takes.
package struct BoothPainter: Sendable {
  package let columns: Int
  package let rows: Int
  package let style: TerminalStyle

  /// Smaller windows are asked to grow.
  package static let least = (columns: 40, rows: 12)

  package init(columns: Int, rows: Int, style: TerminalStyle) {
    self.columns = columns
    self.rows = rows
    self.style = style
  }

  package var isLargeEnough: Bool {
    columns >= Self.least.columns && rows >= Self.least.rows
  }

  /// What is sent for a page: lines, none wider than the window, and where the cursor stands; nil
  /// where there is nothing to type.
  package struct Picture: Hashable, Sendable {
    package var lines: [String]
    package var cursor: Cursor?

    package struct Cursor: Hashable, Sendable {
      package var row: Int
      package var column: Int
    }
  }

  /// Two columns at each side stay free: terminals differ in how wide some emoji are.
  static let margin = 2
  var width: Int { max(1, columns - 2 * Self.margin) }

  package func picture(of page: BoothPage) -> Picture {
    guard isLargeEnough else { return small }
    return page.isCentred ? centred(page) : listed(page)
  }

  private var small: Picture {
    let text = BoothWording.enlarge(Self.least.columns, Self.least.rows)
    return Picture(lines: Array(text.wrapped(to: max(1, columns - 1)).prefix(max(1, rows))))
  }

  // MARK: A page with a list

  private func listed(_ page: BoothPage) -> Picture {
    let top = head(page)
    let bottom = foot(page)
    // What is asked never crowds out what can be answered.
    let hasList = !page.rows.isEmpty || page.sheet != nil
    let least = hasList ? (isCompact ? 3 : 4) : 0
    let asked = blocks(page).clipped(to: max(1, rows - top.count - bottom.lines.count - least))
    let room = max(1, rows - top.count - asked.count - bottom.lines.count)
    let middle = body(page, room: room)
    var lines = top + asked + middle.lines
    lines += Array(repeating: "", count: max(0, rows - lines.count - bottom.lines.count))
    let cursor = middle.cursor.map {
      Picture.Cursor(row: $0.row + top.count + asked.count, column: $0.column)
    }
    let entry = bottom.cursor.map {
      Picture.Cursor(row: $0.row + lines.count, column: $0.column)
    }
    return Picture(
      lines: (lines + bottom.lines).prefix(rows).map(indented), cursor: cursor ?? entry)
  }

  /// Whose poll it is and where we are, and a rule.
  private func head(_ page: BoothPage) -> [String] {
    let place = neutralised(page.place).truncated(to: width / 2)
    let room = width - Rendering.columns(of: place) - 2
    let heading = neutralised(page.heading).truncated(to: room)
    let first = style.styled(heading.padded(to: room), as: .title) + "  " + place
    return [first] + (isCompact ? [] : [ruled])
  }

  private func blocks(_ page: BoothPage) -> [String] {
    page.blocks.flatMap { block in
      switch block {
      case .blank: isCompact ? [] : [""]
      case .text(let text, let role): wrapped(text, role)
      case .boxed(let text): wrapped(text, .title)
      }
    }
  }

  /// How it stands, what is wrong, what is being typed, and the keys.
  private func foot(_ page: BoothPage) -> Picture {
    var lines = page.standing.isEmpty ? [] : wrapped(own(page.standing), .success)
    if let notice = page.notice { lines += wrapped("! " + own(notice), .warning, indent: 2) }
    lines = lines.clipped(to: rows / 3)
    var cursor: Picture.Cursor?
    if let entry = page.entry {
      let label = neutralised(own(entry.label))
      let room = max(1, width - Rendering.columns(of: label) - 2)
      let text = neutralised(entry.text).lastColumns(room)
      cursor = Picture.Cursor(
        row: lines.count,
        column: Self.margin + Rendering.columns(of: label) + 1 + Rendering.columns(of: text))
      lines.append(style.styled(label, as: .title) + " " + text)
    }
    if !isCompact { lines.append(ruled) }
    lines += keys(page, at: rows / 5).map { styled($0, nil) }
    return Picture(lines: lines, cursor: cursor)
  }

  // MARK: A page for everybody

  private func centred(_ page: BoothPage) -> Picture {
    var bottom: [String] = []
    if let notice = page.notice {
      bottom += wrapped("! " + own(notice), .warning, indent: 2) + [""]
    }
    bottom += keys(page, at: 3).map { styled($0, .muted) }
    let room = max(1, rows - bottom.count)
    let blocks = isCompact ? page.blocks.filter { $0 != .blank } : page.blocks
    let middle = blocks.flatMap(centred).clipped(to: room)
    let above = Array(repeating: "", count: max(0, (room - middle.count) / 2))
    let below = Array(repeating: "", count: max(0, room - above.count - middle.count))
    return Picture(lines: (above + middle + below + bottom).map(indented), cursor: nil)
  }

  private func centred(_ block: BoothPage.Block) -> [String] {
    switch block {
    case .blank: [""]
    case .text(let text, let role): plain(text, to: min(width, 90)).map { centred($0, role) }
    case .boxed(let text): box(text).map { centred($0, .title) }
    }
  }

  private func centred(_ line: String, _ role: Role?) -> String {
    let missing = max(0, width - Rendering.columns(of: line)) / 2
    return String(repeating: " ", count: missing) + styled(line, role)
  }

  private func box(_ text: String) -> [String] {
    let lines = plain(text, to: width - 8)
    let size = (lines.map { Rendering.columns(of: $0) }.max() ?? 0) + 6
    let bar = style.usesUnicode ? "│" : "|"
    let edge = String(repeating: rule, count: size)
    let (top, bottom) =
      style.usesUnicode ? ("┌\(edge)┐", "└\(edge)┘") : ("+\(edge)+", "+\(edge)+")
    return [top] + lines.map { "\(bar)   \($0.padded(to: size - 3))\(bar)" } + [bottom]
  }

  // MARK: Lines

  var rule: String { style.usesUnicode ? "─" : "-" }
  private var ruled: String { style.styled(String(repeating: rule, count: width), as: .muted) }

  /// Low windows have no lines for what only looks well.
  private var isCompact: Bool { rows < 18 }

  /// The keys, none of them broken, in so many lines at most.
  private func keys(_ page: BoothPage, at most: Int) -> [String] {
    var lines: [String] = []
    for key in page.keys.map({ neutralised(own($0)) }) {
      let joined = lines.last.map { $0 + "   " + key } ?? key
      if Rendering.columns(of: joined) <= width {
        lines = lines.dropLast() + [joined]
      } else {
        lines += plain(key, to: width)
      }
    }
    return Array(lines.prefix(max(3, most)))
  }

  private func indented(_ line: String) -> String {
    line.isEmpty ? "" : String(repeating: " ", count: Self.margin) + line
  }

  /// Our own words, without signs that the terminal doesn't have. What people wrote stays as it is.
  func own(_ text: String) -> String {
    if style.usesUnicode { return text }
    return text.reduce(into: "") { $0 += BoothWording.plainSigns[$1] ?? String($1) }
  }

  func plain(_ text: String, to width: Int, indent: Int = 0) -> [String] {
    neutralised(text, keepingLineBreaks: true).wrapped(to: width, indent: indent)
  }

  func wrapped(_ text: String, _ role: Role?, indent: Int = 0) -> [String] {
    plain(text, to: width, indent: indent).map { styled($0, role) }
  }

  func styled(_ text: String, _ role: Role?) -> String {
    role.map { style.styled(text, as: $0) } ?? text
  }
}

extension [String] {
  /// As many lines as there is room for; the last says that there is more.
  func clipped(to count: Int) -> [String] {
    guard self.count > count else { return self }
    return Array(prefix(Swift.max(0, count - 1))) + [BoothWording.clipped]
  }
}

extension String {
  /// The end of it, as much as fits.
  fileprivate func lastColumns(_ width: Int) -> String {
    var used = 0
    let kept = reversed().prefix {
      used += $0.columns
      return used <= width
    }
    return String(kept.reversed())
  }
}
