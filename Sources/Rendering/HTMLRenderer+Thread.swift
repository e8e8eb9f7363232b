import ExerciseProtocol

extension HTMLRenderer {
  /// Replies below this depth are nested no further; words say what they reply to.
  private static let deepest = 8

  /// Nested lists; an item has who said it, then what.
  func thread(_ nodes: [View.ThreadNode]) -> String {
    let entries = ThreadOutline(nodes, deepest: Self.deepest).entries
    guard !entries.isEmpty else { return "" }
    var output = ""
    var depth = -1
    for entry in entries {
      if entry.depth > depth {
        output += depth < 0 ? "<ul class=\"thread\">\n" : "\n<ul>\n"
        depth += 1
      } else {
        output += "</li>\n"
        while depth > entry.depth {
          output += "</ul></li>\n"
          depth -= 1
        }
      }
      output += "<li>" + content(of: entry)
    }
    output += "</li>\n" + String(repeating: "</ul></li>\n", count: depth)
    return output + "</ul>"
  }

  private func content(of entry: ThreadOutline.Entry) -> String {
    switch entry.content {
    case .folded(let count):
      return HTML.element("p", ["class": "about"], "… " + HTML.text(Wording.folded(count)))
    case .card(let node):
      let about = HTML.element("p", ["class": "about"], about(node, of: entry))
      return about + HTML.paragraphs(node.text).map { HTML.element("p", $0) }.joined()
    }
  }

  /// The card, who said it, what it replies to where the nesting can't show it, tags, the remark.
  private func about(_ node: View.ThreadNode, of entry: ThreadOutline.Entry) -> String {
    var parts = [HTML.element("strong", HTML.text(node.id.rawValue))]
    if let author = node.author { parts.append(HTML.text(author)) }
    if entry.isCapped, let parent = entry.parent {
      parts.append(HTML.text("↳ \(Wording.reply(to: parent))"))
    }
    parts += node.tags.map { HTML.element("span", ["class": "tag"], HTML.text("#\($0)")) }
    if let remark = node.remark { parts.append(HTML.element("em", HTML.text("[\(remark)]"))) }
    return parts.joined(separator: " · ")
  }
}
