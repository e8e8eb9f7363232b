import ExerciseProtocol

extension MarkdownRenderer {
  /// Replies below this depth are nested no further; words say what they reply to.
  private static let deepest = 8

  /// Nested lists: who said it in the first paragraph of an item, the text in those below. They
  /// keep the paragraphs of a text and can be read unrendered too.
  func thread(_ nodes: [View.ThreadNode], bullet: String) -> [String] {
    var lines: [String] = []
    var wasLong = false
    for entry in ThreadOutline(nodes, deepest: Self.deepest).entries {
      let next = content(of: entry)
      if !lines.isEmpty, wasLong || next.count > 1 { lines.append("") }
      let indent = String(repeating: " ", count: entry.depth * bullet.count)
      lines += next.indented(behind: bullet).map { $0.isEmpty ? "" : indent + $0 }
      wasLong = next.count > 1
    }
    return lines
  }

  private func content(of entry: ThreadOutline.Entry) -> [String] {
    switch entry.content {
    case .folded(let count): return [Markdown.emphasis("… \(Wording.folded(count))")]
    case .card(let node):
      let label = Markdown.strong(node.id.rawValue)
      let about = about(node, of: entry)
      var text = Markdown.paragraphs(node.text)
      guard about.isEmpty else {
        return [[label, about].joined(separator: " · ")] + (text.isEmpty ? [] : [""] + text)
      }
      let first = text.isEmpty ? "" : text.removeFirst()
      return [[label, first].filter { !$0.isEmpty }.joined(separator: " ")] + text
    }
  }

  /// Who said it, what it replies to where the nesting cannot show it, its tags, the remark.
  private func about(_ node: View.ThreadNode, of entry: ThreadOutline.Entry) -> String {
    var parts: [String] = []
    if let author = node.author { parts.append(Markdown.line(author)) }
    if entry.isCapped, let parent = entry.parent {
      parts.append(Markdown.line("↳ \(Wording.reply(to: parent))"))
    }
    parts += node.tags.map { Markdown.line("#\($0)") }
    if let remark = node.remark { parts.append(Markdown.emphasis("[\(remark)]")) }
    return parts.filter { !$0.isEmpty }.joined(separator: " · ")
  }
}
