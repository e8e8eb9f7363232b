package import ExerciseProtocol

/// Writes a view for a terminal.
///
/// Called wherever a view is shown: the facilitator's console, the wall, `charrette show`. Every
/// string of the view is neutralised first and laid out then; each line ends in `\n` and none is
/// wider than the style's columns, but for one that holds a single grapheme cluster wider than the
/// place it has. Blocks are set apart by an empty line, but what follows a heading belongs to it.
/// A block without text writes nothing.
package struct TerminalRenderer: Sendable {
  let style: TerminalStyle

  package init(_ style: TerminalStyle) { self.style = style }

  package func render(_ view: View) -> String {
    var output = ""
    var needsGap = false
    for block in view.neutralised.blocks {
      let lines = style.isLinear ? spoken(block) : drawn(block)
      if lines.allSatisfy(\.isBlank) { continue }
      if needsGap { output += "\n" }
      for line in setApart(lines, of: block) { output += line.written(in: style) + "\n" }
      needsGap = if case .heading = block { false } else { true }
    }
    return output
  }

  /// A remark's first line is the kit's own, by its tone; so is the sign of a bar that was chosen.
  func setApart(_ lines: [Line], of block: View.Block) -> [Line] {
    switch block {
    case .note: lines.prefix(1) + lines.dropFirst().flatMap { $0.setApart(in: style) }
    case .bars where !style.isLinear:
      lines.flatMap { $0.runs.first?.text == signs.chosen ? [$0] : $0.setApart(in: style) }
    default: lines.flatMap { $0.setApart(in: style) }
    }
  }

  var width: Int { style.columns }
  var signs: Signs { style.signs }

  func drawn(_ block: View.Block) -> [Line] {
    switch block {
    case .heading(let text, let level): heading(text, level)
    case .text(let text): text.wrappedLines(to: width)
    case .note(let text, let tone): note(text, tone)
    case .list(let items, let ordered): list(items, ordered: ordered, width: width)
    case .facts(let facts): self.facts(facts)
    case .thread(let nodes): thread(nodes)
    case .table(let table): self.table(table)
    case .bars(let bars): self.bars(bars)
    case .grid(let regions): grid(regions)
    case .matrix(let matrix): self.matrix(matrix)
    }
  }

  private func heading(_ text: String, _ level: Int) -> [Line] {
    if level > 2 {
      return Line(signs.subheading + text, .title).wrapped(to: width, indent: 2)
    }
    let lines = text.wrappedLines(to: width, as: .title)
    let sign = level == 2 ? signs.horizontal : signs.heavy
    let length = lines.map(\.columns).max() ?? 0
    return lines + [Line(String(repeating: sign, count: length), .muted)]
  }

  /// The tone's sign or word in its colour, then the remark. What is done is said after every line
  /// that people type: there a sign is enough, where there are signs and somebody sees them.
  func note(_ text: String, _ tone: View.Tone) -> [Line] {
    let hasSign = tone == .success && style.usesUnicode && !style.isLinear
    let word = hasSign ? style.signs.done : Wording.tone(tone)
    return (Line(word, Role(tone)) + Line(" " + text)).wrapped(to: width, indent: 2)
  }

  func list(_ items: [String], ordered: Bool, width: Int) -> [Line] {
    let digits = String(items.count).count
    return items.enumerated().flatMap { index, item in
      let mark =
        ordered ? String(index + 1).padded(to: digits, atStart: true) + ". " : signs.bullet
      return item.wrappedLines(to: width - mark.count).hanging(from: Line(mark, .muted))
    }
  }

  /// Names in one column, values in the other.
  private func facts(_ facts: [View.Fact]) -> [Line] {
    let longest = facts.map { columns(of: $0.name) }.max() ?? 0
    let names = min(longest + 1, width / 3)
    return facts.flatMap { fact in
      beside(
        "\(fact.name):".wrappedLines(to: names, as: .title), width: names,
        fact.value.wrappedLines(to: width - names - 2))
    }
  }

  /// Two blocks of lines side by side, the second 2 columns right of the first.
  func beside(_ left: [Line], width: Int, _ right: [Line]) -> [Line] {
    (0..<max(left.count, right.count)).map { row in
      var line = row < left.count ? left[row] : Line()
      line.pad(to: width + 2)
      return row < right.count ? line + right[row] : line
    }
  }
}

extension [Line] {
  /// The lines behind a mark that stands before the first of them.
  func hanging(from mark: Line) -> [Line] {
    var blank = Line()
    blank.pad(to: mark.columns)
    return enumerated().map { index, line in (index == 0 ? mark : blank) + line }
  }
}

extension Role {
  init(_ tone: View.Tone) {
    self =
      switch tone {
      case .hint: .hint
      case .success: .success
      case .warning: .warning
      case .failure: .failure
      }
  }
}
