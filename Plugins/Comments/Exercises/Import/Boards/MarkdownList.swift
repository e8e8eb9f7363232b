import ExerciseKit

/// The items of lists in Markdown (CommonMark's bullets, numbers and task boxes), each with the
/// headings above it; without any list, the paragraphs.
///
/// Source of scrumlr's dialect: scrumlr.io, `src/utils/export.ts`: `## Column (3 Notes)`, then
/// `- text _(Ada, 2 votes)_`, and below it, indented, what was stacked on it.
struct MarkdownList {
  private(set) var list = CardList()
  private let lines: [PageLine]
  private let isScrumlr: Bool
  private let hasItalicBylines: Bool
  private let hasItems: Bool
  private let isOfColon: Bool
  /// The open headings, by level.
  private var headings: [(level: Int, text: String)] = []
  /// The open items: how far in they stand, and which card each is.
  private var items: [(column: Int, card: Int)] = []
  private var wasBlank = true
  private var isInCode = false
  /// Whether the line before belongs to a paragraph that is left out.
  private var isLeavingOut = false
  /// The card that a paragraph outside of lists goes on.
  private var paragraph: Int?
  /// Level 1 is the title where it stands once.
  private let hasTitle: Bool

  init(_ text: SourceText, _ options: ImportOptions) {
    lines = PageLine.lines(of: text.bytes)
    hasItems = lines.contains { MarkdownList.item(in: $0) != nil }
    hasTitle = lines.count { $0.column < 4 && $0.text.hasPrefix("# ") } == 1
    isScrumlr = lines.contains { line in
      line.text.hasPrefix("##") && MarkdownList.count(in: line.text) != nil
    }
    hasItalicBylines = lines.contains { $0.text.hasSuffix(")_") }
    isOfColon = options.author.map { !ImportOptions.isNone($0) } ?? true
    list.reading = hasItems ? "a card for each item of a list" : "a card for each paragraph"
    read()
  }

  private mutating func read() {
    var index = lines.first?.text == "---" ? endOfFrontMatter : 0
    while index < lines.count {
      take(lines[index], index + 1)
      index += 1
    }
  }

  private var endOfFrontMatter: Int {
    (lines.dropFirst().firstIndex { $0.text == "---" }).map { $0 + 1 } ?? 0
  }

  private mutating func take(_ line: PageLine, _ number: Int) {
    defer { wasBlank = line.isBlank }
    let wasLeavingOut = isLeavingOut
    isLeavingOut = false
    if line.text.hasPrefix("```") || line.text.hasPrefix("~~~") {
      isInCode.toggle()
      return
    }
    guard !line.isBlank else {
      paragraph = nil
      return
    }
    if isInCode { return goOn(line.text, number) }
    if line.text.hasPrefix("<!--") && line.text.hasSuffix("-->") { return }
    if MarkdownList.isRule(line.text) { return }
    if let heading = MarkdownList.heading(in: line) { return open(heading) }
    guard let item = MarkdownList.item(in: line) else {
      if !items.isEmpty, !wasBlank || line.column > (items.last?.column ?? 0) {
        return goOn(MarkdownList.plain(line.text), number)
      }
      items = []
      isLeavingOut = hasItems
      return takeParagraph(line, number, isNew: !wasLeavingOut)
    }
    take(item, line, number)
  }

  private mutating func take(
    _ item: (text: String, isDone: Bool), _ line: PageLine, _ number: Int
  ) {
    // What scrumlr tells of the board stands above its first column.
    if isScrumlr, !headings.contains(where: { $0.level > 1 }) { return }
    while let last = items.last, last.column >= line.column { items.removeLast() }
    let parent = items.last?.card
    let before = list.cards.count
    if isScrumlr {
      list.append(scrumlrCard(item.text, under: parent))
    } else {
      list.add(
        MarkdownList.plain(item.text), under: parent,
        tags: tags + (item.isDone ? ["done"] : []), line: number, isOfColon: isOfColon)
    }
    if list.cards.count > before { items.append((line.column, before)) }
  }

  private mutating func goOn(_ words: String, _ number: Int) {
    if let card = items.last?.card {
      list.goOn(words, at: card)
    } else if let paragraph {
      list.goOn(words, at: paragraph)
    }
  }

  private mutating func takeParagraph(_ line: PageLine, _ number: Int, isNew: Bool) {
    if isScrumlr { return }
    let text = line.text.hasPrefix(">") ? line.text.dropFirst().trimmed : line.text
    guard !hasItems else {
      if isNew { list.leftOut.add(.outsideLists, line: number, "“\(text.prefix(60))”") }
      return
    }
    if let paragraph { return list.goOn(MarkdownList.plain(text), at: paragraph) }
    let before = list.cards.count
    list.add(MarkdownList.plain(text), tags: tags, line: number, isOfColon: isOfColon)
    if list.cards.count > before { paragraph = before }
  }

  private mutating func open(_ heading: (level: Int, text: String)) {
    (items, paragraph) = ([], nil)
    headings.removeAll { $0.level >= heading.level }
    headings.append(heading)
    if heading.level == 1, list.title == nil { list.title = heading.text }
  }

  /// The innermost heading but the title; of scrumlr's, without the count behind it.
  private var tags: [String] {
    guard let last = headings.last, last.level > 1 || !hasTitle else { return [] }
    let text = isScrumlr ? MarkdownList.count(in: last.text) ?? last.text : last.text
    return [text.asTag].compactMap(\.self)
  }
}

// MARK: - What a line is

extension MarkdownList {
  private static func heading(in line: PageLine) -> (level: Int, text: String)? {
    let level = line.text.prefix { $0 == "#" }.count
    guard (1...6).contains(level), line.column < 4,
      line.text.dropFirst(level).first?.isWhitespace == true
    else { return nil }
    var text = line.text.dropFirst(level).trimmed
    while text.last == "#" { text.removeLast() }
    return (level, plain(text.trimmed))
  }

  private static func isRule(_ text: String) -> Bool {
    let marks = text.filter { !$0.isWhitespace }
    return marks.count > 2 && "-*_=".contains(marks.first ?? " ") && Set(marks).count == 1
  }

  private static func item(in line: PageLine) -> (text: String, isDone: Bool)? {
    let text = line.text
    var rest: Substring?
    if let first = text.first, "-*+•".contains(first), text.dropFirst().first?.isWhitespace == true
    {
      rest = text.dropFirst()
    } else {
      let digits = text.prefix { $0.isASCII && $0.isNumber }
      let after = text.dropFirst(digits.count)
      if (1...9).contains(digits.count), let mark = after.first, ".)".contains(mark),
        after.dropFirst().first?.isWhitespace == true
      {
        rest = after.dropFirst()
      }
    }
    guard let words = rest?.trimmed else { return nil }
    for box in ["[ ]", "[x]", "[X]", "[-]"] where words.hasPrefix(box) {
      return (words.dropFirst(3).trimmed, box.lowercased() == "[x]")
    }
    return (words, false)
  }

  /// The words of `Positive (2 Notes)` without the count; nil where there is none.
  private static func count(in heading: String) -> String? {
    let text = heading.drop { $0 == "#" }.trimmed
    guard text.last == ")", let open = text.lastIndex(of: "(") else { return nil }
    let parts = text[text.index(after: open)...].dropLast().split(separator: " ")
    guard parts.count == 2, Int(parts[0]) != nil else { return nil }
    return text[..<open].trimmed
  }

  /// Without the signs that only make it bold or a link.
  static func plain(_ text: String) -> String {
    guard text.contains(where: { "*_`[\\!".contains($0) }) else { return text }
    var text = text
    for sign in ["**", "__", "`"] {
      let parts = text.components(between: sign)
      if parts.count > 2, parts.count % 2 == 1 { text = parts.joined() }
    }
    return withoutLinks(text)
  }

  /// `[words](address)` as `words (address)`.
  private static func withoutLinks(_ text: String) -> String {
    var output = ""
    var rest = text[...]
    while let middle = rest.firstRange(of: "](") {
      guard let open = rest[..<middle.lowerBound].lastIndex(of: "["),
        let close = rest[middle.upperBound...].firstIndex(of: ")")
      else { break }
      let isPicture = open > rest.startIndex && rest[rest.index(before: open)] == "!"
      output += rest[..<(isPicture ? rest.index(before: open) : open)]
      let words = rest[rest.index(after: open)..<middle.lowerBound]
      let address = rest[middle.upperBound..<close]
      output += isPicture || words == address ? "\(words)" : "\(words) (\(address))"
      rest = rest[rest.index(after: close)...]
    }
    return output + rest
  }

  /// `Pairing worked _(Ada, 3 votes)_`.
  private func scrumlrCard(_ line: String, under parent: Int?) -> ImportedComment {
    var text = line.trimmed
    var card = ImportedComment(author: nil, text: text, parent: parent)
    card.tags = tags
    let isItalic = text.hasSuffix(")_")
    guard isItalic || text.hasSuffix(")") && !hasItalicBylines,
      let open = text.lastIndex(of: "("), open > text.startIndex
    else { return card }
    var names = text[text.index(after: open)...].dropLast(isItalic ? 2 : 1)
      .split(separator: ",").map(\.trimmed)
    if let last = names.last, let votes = last.asVotes, last.contains(" ") {
      card.votes = votes
      names.removeLast()
    }
    card.author = names.joined(separator: ", ").asAuthor
    text = text[..<open].trimmed
    if isItalic, text.last == "_" { text = text.dropLast().trimmed }
    card.text = text
    return card
  }
}

extension String {
  /// What stands between the occurrences of `sign`.
  fileprivate func components(between sign: String) -> [Substring] {
    self[...].split(separator: sign, omittingEmptySubsequences: false)
  }
}
