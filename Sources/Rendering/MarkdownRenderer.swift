package import ExerciseProtocol

/// Writes a view as Markdown (CommonMark with GFM tables), for reports and shared pages.
///
/// Every string of the view is neutralised, then escaped, so that it shows as it was typed and can
/// bring in no heading, link or HTML. Blocks are set apart by an empty line; each line ends in
/// `\n`.
package struct MarkdownRenderer: Sendable {
  package init() {}

  /// - Parameter headingOffset: added to each heading's level, for a view that is part of a page.
  package func render(_ view: View, headingOffset: Int = 0) -> String {
    var written: [String] = []
    for block in view.neutralised.blocks {
      let marks = ListMarks(isOdd: written.count % 2 == 1)
      let lines = lines(block, headingOffset: headingOffset, marks: marks)
      if !lines.isEmpty { written.append(lines.joined(separator: "\n")) }
    }
    return written.isEmpty ? "" : written.joined(separator: "\n\n") + "\n"
  }

  private func lines(_ block: View.Block, headingOffset: Int, marks: ListMarks) -> [String] {
    switch block {
    case .heading(let text, let level): [heading(text, level: level + headingOffset)]
    case .text(let text): Markdown.paragraphs(text)
    case .note(let text, let tone): note(text, tone)
    case .list(let items, let ordered): list(items, ordered: ordered, marks: marks)
    case .facts(let facts):
      facts.flatMap { fact in
        item(marks.bullet, [Markdown.strong("\(fact.name):")], Markdown.paragraphs(fact.value))
      }
    case .thread(let nodes): thread(nodes, bullet: marks.bullet)
    case .table(let table): self.table(table)
    case .bars(let bars): self.bars(bars)
    case .grid(let regions):
      regions.flatMap { region($0, level: 3 + headingOffset, marks: marks) + [""] }.dropLast()
    case .matrix(let matrix): self.matrix(matrix)
    }
  }

  private func heading(_ text: String, level: Int) -> String {
    String(repeating: "#", count: max(1, min(6, level))) + " " + Markdown.line(text)
  }

  private func note(_ text: String, _ tone: View.Tone) -> [String] {
    var lines = Markdown.paragraphs(text)
    let word = Markdown.strong(Wording.tone(tone))
    lines = lines.isEmpty ? [word] : [word + " " + lines[0]] + lines.dropFirst()
    return lines.map { $0.isEmpty ? ">" : "> " + $0 }
  }

  private func list(_ items: [String], ordered: Bool, marks: ListMarks) -> [String] {
    items.enumerated().flatMap { index, text in
      let mark = ordered ? "\(index + 1)\(marks.afterNumber) " : marks.bullet
      return item(mark, [], Markdown.paragraphs(text))
    }
  }

  /// One item of a list: the words of ours in front, then a text whose first line continues them.
  private func item(_ mark: String, _ opening: [String], _ text: [String]) -> [String] {
    let first = (opening + text.prefix(1)).joined(separator: " ")
    return ([first] + text.dropFirst()).indented(behind: mark)
  }

  private func region(_ region: View.Region, level: Int, marks: ListMarks) -> [String] {
    var lines = [heading(region.title, level: level)]
    if let prompt = region.prompt, !prompt.isEmpty { lines += ["", Markdown.emphasis(prompt)] }
    if !region.items.isEmpty {
      lines += [""] + list(region.items, ordered: false, marks: marks)
    }
    return lines
  }
}

/// The marks of a list. Lists that follow one another must differ in theirs, or they are one list.
struct ListMarks {
  let isOdd: Bool
  var bullet: String { isOdd ? "* " : "- " }
  var afterNumber: String { isOdd ? ")" : "." }
}

extension [String] {
  /// The lines as one item of a list, the first behind the mark and the others under it.
  func indented(behind mark: String) -> [String] {
    let blank = String(repeating: " ", count: mark.count)
    return enumerated().map { index, line in
      index == 0 ? mark + line : line.isEmpty ? "" : blank + line
    }
  }
}
