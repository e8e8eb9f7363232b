import ExerciseProtocol

extension TerminalRenderer {
  /// A text keeps at least this many columns, however deep its card lies.
  private static let narrowestText = 24
  /// Labels up to this width share one column, and texts begin right of it.
  private static let widestLabel = 6

  /// Cards with their replies indented under them; guides show what belongs to what.
  func thread(_ nodes: [View.ThreadNode]) -> [Line] {
    var lines: [Line] = []
    var wasLong = false
    for (entry, before, next) in threadEntries(nodes) {
      if !lines.isEmpty, wasLong || next.count > 1, !entry.isFolded { lines.append(before) }
      lines += next
      wasLong = next.count > 1
    }
    return lines
  }

  /// The lines of each entry, and the one that leads to it where it stands apart from the entry
  /// before.
  func threadEntries(
    _ nodes: [View.ThreadNode]
  ) -> [(entry: ThreadOutline.Entry, before: Line, lines: [Line])] {
    let labels = ThreadOutline(nodes).entries.map { entry in
      if case .card(let node) = entry.content { columns(of: node.id.rawValue) } else { 0 }
    }
    let margin = 2 + (labels.filter { $0 <= Self.widestLabel }.max() ?? 0)
    let deepest = max(0, (width - margin - Self.narrowestText) / 3)
    return ThreadOutline(nodes, deepest: deepest).entries.map { entry in
      (entry, guide(entry, as: .before), self.entry(entry, margin: margin))
    }
  }

  private func entry(_ entry: ThreadOutline.Entry, margin: Int) -> [Line] {
    switch entry.content {
    case .folded(let count):
      let text = Line("\(signs.ellipsis) \(Wording.folded(count))", .hint)
      let mark = guide(entry, as: .first)
      return text.wrapped(to: width - mark.columns).hanging(from: mark)
    case .card(let node):
      var rest = guide(entry, as: .rest)
      if entry.hasReplies { rest.append(signs.vertical, .muted) }
      let first = guide(entry, as: .first)
      rest.pad(to: first.columns + margin)
      let text = card(node, of: entry, margin: margin, width: width - first.columns)
      return text.enumerated().map { $0 == 0 ? first + $1 : rest + $1 }
    }
  }

  /// The first line begins with the label, the others right of the margin.
  private func card(
    _ node: View.ThreadNode, of entry: ThreadOutline.Entry, margin: Int, width: Int
  ) -> [Line] {
    let about = about(node, of: entry)
    var lines = about.runs.isEmpty ? [] : about.wrapped(to: width - margin)
    if !node.text.isEmpty || lines.isEmpty {
      lines += node.text.wrappedLines(to: width - margin)
    }
    var label = Line(node.id.rawValue, .label)
    guard label.columns <= margin - 2 else { return label.wrapped(to: width - margin) + lines }
    label.pad(to: margin)
    lines[0] = label + lines[0]
    return lines
  }

  /// Who said it, its tags, what it replies to where the guides cannot show it, the remark.
  private func about(_ node: View.ThreadNode, of entry: ThreadOutline.Entry) -> Line {
    var parts: [Line] = []
    if let author = node.author { parts.append(Line(author, .author)) }
    if entry.isCapped, let parent = entry.parent {
      parts.append(Line("\(signs.reply) \(Wording.reply(to: parent))", .hint))
    }
    parts += node.tags.map { Line("#\($0)", .tag) }
    if let remark = node.remark { parts.append(Line("[\(remark)]", .hint)) }
    var line = Line()
    for part in parts {
      if !line.runs.isEmpty { line.append("  ") }
      line.append(part)
    }
    return line
  }

  private enum GuidePlace { case before, first, rest }

  /// What stands left of an entry: on the empty line before it, on its first line, on the others.
  private func guide(_ entry: ThreadOutline.Entry, as place: GuidePlace) -> Line {
    var line = Line()
    for (level, follows) in entry.follows.enumerated() {
      let isOwn = level == entry.follows.count - 1
      switch place {
      case .first where isOwn:
        line.append(follows ? signs.branch : signs.lastBranch, .muted)
      case .before where isOwn: line.append(signs.vertical, .muted)
      default: line.append(follows ? signs.vertical + "  " : "   ", .muted)
      }
    }
    return line
  }
}

extension ThreadOutline.Entry {
  fileprivate var isFolded: Bool {
    if case .folded = content { true } else { false }
  }
}
