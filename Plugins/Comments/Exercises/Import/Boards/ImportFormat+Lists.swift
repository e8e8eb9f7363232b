import ExerciseKit

extension ImportFormat {
  /// Markdown: items of lists as cards, what is nested below one as an answer to it, headings as
  /// tags. Also what scrumlr exports so.
  static let markdown = ImportFormat(
    id: "markdown", name: "lists in Markdown",
    recognises: { text in
      let name = text.fileName.lowercased()
      return [".md", ".markdown", ".mdown"].contains(where: name.hasSuffix)
        || text.begins(with: "# ") && text.contains("\n- ")
        || text.contains("\n## ") || text.begins(with: "- [ ] ")
    },
    read: { texts, options throws(ImportFailure) in
      try lists(texts, options) { MarkdownList($0, options).list }
    })

  /// A card for each line that is not blank. Takes any text that nothing else knew.
  static let lines = ImportFormat(
    id: "lines", name: "a card for each line",
    recognises: { text in
      // What is called something else, and is none of it, is no list either.
      let others = [".json", ".xml", ".rss", ".atom", ".rdf", ".html", ".htm", ".vcf", ".vcard"]
      let name = text.fileName.lowercased()
      guard !others.contains(where: name.hasSuffix), !text.begins(with: "{") else { return false }
      // Where there are many NULs it was no text.
      let nuls = text.leftOut.groups.first { $0.kind == .nul }?.count ?? 0
      return nuls * 20 <= text.bytes.count
    },
    read: { texts, options throws(ImportFailure) in
      try lists(texts, options) { PlainList($0, options).list }
    })

  private static func lists(
    _ texts: [SourceText], _ options: ImportOptions, _ read: (SourceText) -> CardList
  ) throws(ImportFailure) -> ImportedDiscussion {
    var all = ImportedDiscussion()
    for text in texts {
      // So many lines are not even looked at.
      let lines = text.bytes.count { $0 == 0x0A }
      try ImportFailure.check(lines, AnswerLimits.cards * 10, text, "lines")
      let list = read(text)
      try ImportFailure.check(list.cards.count, AnswerLimits.cards, text, "lines")
      all.append(list.discussion, of: texts.count > 1 ? text.fileName : nil)
    }
    return all
  }
}

/// Cards of a list, as it is read.
struct CardList {
  private(set) var cards: [ImportedComment] = []
  var title: String?
  var leftOut = LeftOut()
  /// What a card is, for the preview: `a card for each line`.
  var reading = "a card for each line"
  private var hasTags = false
  private var hasAuthors = false
  private var hasReplies = false

  /// - Parameter isOfColon: whether `Ada: …` is what Ada says.
  mutating func add(
    _ words: String, under parent: Int? = nil, tags: [String] = [], line: Int, isOfColon: Bool
  ) {
    var (text, author) = Byline.split(words.bounded.trimmed, isOfColon: isOfColon)
    let (rest, own) = text.withoutTrailingTags
    text = rest
    guard !text.isEmpty else { return leftOut.add(.emptyCard, line: line) }
    hasTags = hasTags || !(tags + own).isEmpty
    hasAuthors = hasAuthors || author != nil
    var card = ImportedComment(author: author, text: text, parent: parent)
    card.tags = tags + own
    append(card)
  }

  mutating func append(_ card: ImportedComment) {
    hasReplies = hasReplies || card.parent != nil
    hasAuthors = hasAuthors || card.author != nil
    hasTags = hasTags || !card.tags.isEmpty
    cards.append(card)
  }

  /// What goes on in another line.
  mutating func goOn(_ words: String, at index: Int) {
    cards[index].text += "\n" + words
  }

  /// How an author and tags are told, by what was met.
  var discussion: ImportedDiscussion {
    var discussion = ImportedDiscussion()
    discussion.comments = cards
    discussion.title = title
    discussion.leftOut = leftOut
    var parts = [reading]
    if hasReplies { parts.append("what is nested below one as an answer to it") }
    if hasAuthors { parts.append("author from the name that stands with it") }
    if hasTags { parts.append("tags from headings and #words") }
    discussion.reading = parts.joined(separator: ", ")
    return discussion
  }
}

/// Who says a line: `@Ruth …`, `@"Ruth Hyde" …`, `Ada: …`.
enum Byline {
  static func split(_ line: String, isOfColon: Bool) -> (text: String, author: String?) {
    if line.hasPrefix("@") { return mention(line) ?? (line, nil) }
    guard isOfColon, let colon = line.firstIndex(of: ":"), colon != line.startIndex else {
      return (line, nil)
    }
    let name = String(line[..<colon])
    let rest = line[line.index(after: colon)...]
    guard rest.first?.isWhitespace == true, !rest.trimmed.isEmpty, isName(name) else {
      return (line, nil)
    }
    return (rest.trimmed, name.asAuthor)
  }

  private static func mention(_ line: String) -> (String, String?)? {
    let rest = line.dropFirst()
    if rest.first == "\"", let end = rest.dropFirst().firstIndex(of: "\"") {
      let name = String(rest.dropFirst()[..<end]).asAuthor
      let text = rest[rest.index(after: end)...].drop { ":,".contains($0) }.trimmed
      return text.isEmpty ? nil : (text, name)
    }
    guard let end = rest.firstIndex(where: \.isWhitespace) else { return nil }
    let name = String(rest[..<end].reversed().drop { ":,.".contains($0) }.reversed()).asAuthor
    let text = rest[end...].trimmed
    return text.isEmpty || name == nil ? nil : (text, name)
  }

  /// One to three words that begin with capitals, and none that heads a remark.
  static func isName(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    guard (1...4).contains(words.count), text.count <= 40, text.first?.isLetter == true,
      !heads.contains(text.lowercased())
    else { return false }
    let small: Set<Substring> = ["von", "van", "de", "der", "den", "da", "di", "du", "la", "le"]
    return words.allSatisfy { word in
      word.allSatisfy { $0.isLetter || "-.'’".contains($0) }
        && (word.first?.isUppercase == true || word.first?.isCased == false
          || small.contains(word) && word != words.last)
    }
  }

  /// Words that stand before a colon and are no names.
  private static let heads: Set<String> = [
    "note", "notes", "idea", "ideas", "problem", "problems", "question", "questions", "todo",
    "action", "actions", "pro", "pros", "con", "cons", "warning", "tip", "example", "why", "how",
    "what", "who", "when", "where", "then", "given", "goal", "need", "needs", "risk", "issue",
    "answer", "result", "summary", "fact", "insight", "theme", "topic", "title", "date", "time",
    "place", "decision", "proposal", "important", "remember", "also", "plus", "minus", "yes",
    "no", "ps", "p.s", "nb", "n.b", "re", "fwd", "source", "monday", "tuesday", "wednesday",
    "thursday", "friday", "saturday", "sunday", "morning", "afternoon", "evening", "before",
    "after", "today", "tomorrow", "yesterday", "start", "stop", "continue", "keep", "change",
    "liked", "learned", "lacked", "mad", "sad", "glad", "strengths", "weaknesses", "threats",
    "opportunities", "pains", "gains", "says", "thinks", "does", "feels", "idee", "ideen", "frage",
    "problem", "notiz", "hinweis", "beispiel", "aufgabe", "ziel", "wunsch", "achtung", "problème",
    "question", "idée", "exemple", "attention", "pregunta", "problema", "ejemplo", "nota",
    "suggestion", "concern", "concerns", "fear", "hope", "wish", "story", "bug", "feature",
    "feedback", "comment", "response", "conclusion", "context", "background", "http", "https",
  ]
}

/// Plain lines, each of which is a card. Bullets and numbers before them are none of it; where
/// there are bullets, a line without one that ends with a colon, or stands apart before them, is
/// the heading of what follows.
struct PlainList {
  private(set) var list = CardList()

  init(_ text: SourceText, _ options: ImportOptions) {
    let lines = PageLine.lines(of: text.bytes)
    let hasBullets = lines.contains { $0.marker != nil }
    let isOfColon = options.author.map { !ImportOptions.isNone($0) } ?? true
    var tags: [String] = []
    for (index, line) in lines.enumerated() where !line.isBlank {
      let marker = line.marker
      if hasBullets, marker == nil, Self.isHeading(index, of: lines), let tag = line.text.asTag {
        tags = [tag]
        continue
      }
      // What is only a rule or a bullet says nothing.
      guard line.text.contains(where: { $0.isLetter || $0.isNumber || $0.isSymbol }) else {
        continue
      }
      list.add(marker?.rest ?? line.text, tags: tags, line: index + 1, isOfColon: isOfColon)
    }
  }

  /// A line that ends with a colon; or a few words that stand apart, before an item.
  private static func isHeading(_ index: Int, of lines: [PageLine]) -> Bool {
    let text = lines[index].text
    if text.hasSuffix(":") { return true }
    let next = lines[(index + 1)...].prefix(3).first { !$0.isBlank }
    return (index == 0 || lines[index - 1].isBlank) && next?.marker != nil
      && text.count <= 30 && text.split(separator: " ").count <= 4
      && !".!?…".contains(text.last ?? " ") && !text.hasPrefix("@")
  }
}
