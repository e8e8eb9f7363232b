import ExerciseKit

extension ImportFormat {
  /// Cards in a table: a spreadsheet, or what Parabol, EasyRetro, Miro, scrumlr and others export
  /// as CSV. A row is a card, or each cell of columns that stand side by side.
  static let table = ImportFormat(
    id: "table", name: "a table of cards (CSV)",
    recognises: { $0.isTable },
    read: { texts, options throws(ImportFailure) in
      var all = ImportedDiscussion()
      for text in texts {
        let reader = try TableReader(text, options)
        all.append(reader.discussion, of: texts.count > 1 ? text.fileName : nil)
      }
      return all
    })
}

extension SourceText {
  var isNamedAsTable: Bool {
    let name = fileName.lowercased()
    return [".csv", ".tsv", ".tab"].contains(where: name.hasSuffix)
  }

  /// Whether its name says that it is a table, or its first row names columns as those of boards
  /// are named and the next ones have as many.
  fileprivate var isTable: Bool {
    if isNamedAsTable { return true }
    let head = TableText(Array(bytes.prefix(1 << 14)))
    guard let first = head.rows.first, first.cells.count > 1 else { return false }
    let columns = TableColumns(first.cells)
    let known = columns.roles.count { $0 != nil }
    let isEven = head.rows.dropFirst().dropLast().prefix(20).allSatisfy {
      $0.cells.count == first.cells.count
    }
    return isEven && known > 1 && known * 2 >= first.cells.count
  }
}

/// Makes cards of the rows.
private struct TableReader {
  private(set) var discussion = ImportedDiscussion()
  private let layout: TableLayout
  private let columns: TableColumns
  private var sources: [SourceComment] = []
  private var leftOut: LeftOut
  /// Parabol's replies name what they answer by its words: the ids of those.
  private var threads: [[String]: String] = [:]
  private let thread: Int?
  private let archived: Int?

  init(_ text: SourceText, _ options: ImportOptions) throws(ImportFailure) {
    let table = TableText(text.bytes)
    try ImportFailure.check(table.count - 1, TableText.rowLimit, text, "table")
    let named = TableColumns(table.rows.first?.cells ?? [])
    let heading = TableHeading(table, named, options)
    columns = heading.isHeading ? named : TableColumns(nameless: table)
    layout = try TableLayout(
      table, columns, hasHeading: heading.isHeading, options, file: text.fileName)
    leftOut = table.leftOut
    thread = columns.names.firstIndex { TableColumns.plain($0) == "discussion thread" }
    archived = columns.names.firstIndex { TableColumns.plain($0) == "archived" }
    let repair = TableRepair(table, columns, layout)
    for row in table.rows.dropFirst(layout.hasHeading ? 1 : 0) {
      switch repair.outcome(row) {
      case .whole(let row): take(row)
      case .mended(let row):
        leftOut.add(.commaOfWords, line: row.line, row[layout.text[0]].quotedStart)
        take(row)
      case .doubtful:
        leftOut.add(.surplus, line: row.line, row.cells.joined(separator: " | ").quotedStart)
      }
    }
    let thread = CommentThread(sources)
    discussion.comments = thread.comments
    discussion.comments.nameByWords()
    discussion.leftOut = leftOut
    discussion.turnNames()
    for index in discussion.comments.indices {
      // A long name is the same in every export of the board, whatever the file is called.
      let isLong = (discussion.comments[index].externalID ?? "").count > 20
      let isOfWords = discussion.comments[index].externalID?.hasPrefix("text ") ?? true
      discussion.comments[index].origin = isLong && !isOfWords ? "table" : text.fileName
    }
    discussion.leftOut.merge(thread.leftOut)
    discussion.reading = [layout.reading(columns), heading.told].compactMap(\.self)
      .joined(separator: "; ")
  }

  private mutating func take(_ row: TableText.Row) {
    if let archived, ["true", "yes"].contains(row[archived].lowercased()) {
      return leftOut.add(.archived, line: row.line)
    }
    let kind = layout.kind.map { row[$0].lowercased() } ?? ""
    if ["frame", "connector", "line", "arrow", "image", "drawing", "embed"].contains(kind) {
      return leftOut.add(.otherThing, line: row.line, kind)
    }
    if layout.isSideBySide {
      for column in layout.text where !row[column].isEmpty {
        let next = layout.text.first { $0 > column } ?? columns.names.count
        add(row, column, lane: columns.names[column], among: column + 1..<max(column + 1, next))
      }
    } else {
      add(row, layout.text[0], lane: nil, among: 0..<0)
    }
  }

  /// - Parameter beside: the columns that belong to this one alone, where they stand side by side.
  private mutating func add(
    _ row: TableText.Row, _ column: Int, lane: String?, among beside: Range<Int>
  ) {
    func own(_ role: TableColumns.Role) -> Int? {
      beside.first { columns.roles[$0] == role }
    }
    let cell = row[column]
    let (words, ownTags) =
      HTMLText.isLikely(cell)
      ? (HTMLText.plainText(of: cell, lineEnd: .space), []) : cell.withoutTrailingTags
    // Brackets and dashes alone say nothing.
    guard words.contains(where: { $0.isLetter || $0.isNumber || $0.isSymbol || $0.isEmoji }) else {
      return leftOut.add(.emptyCard, line: row.line)
    }
    let byline = layout.author.isEmpty ? own(.author).map { [$0] } ?? [] : layout.author
    let author = byline.map { row[$0] }.filter { !$0.isEmpty }.joined(separator: " ")
    let name = layout.id.map { row[$0] }.flatMap { $0.isEmpty ? nil : "#\($0)" }
    var card = ImportedComment(author: author.asAuthor, text: words.trimmed)
    card.tags = tags(of: row, lane: lane) + ownTags
    card.votes = (layout.votes ?? own(.votes)).flatMap { row[$0].asVotes }
    card.externalID = name
    card.posted = layout.posted.map { row[$0] }?.trimmedOrNil.map { .written($0) }
    var source = SourceComment(
      id: name ?? "row \(row.line).\(column)", parentID: parent(of: row), comment: card,
      line: row.line)
    if thread != nil { answer(&source, row) }
    sources.append(source)
  }

  private func parent(of row: TableText.Row) -> String? {
    guard let name = layout.parent.map({ row[$0] }), !name.isEmpty else { return nil }
    return ["null", "none", "-", "0"].contains(name.lowercased()) ? nil : "#\(name)"
  }

  private func tags(of row: TableText.Row, lane: String?) -> [String] {
    if let lane { return [lane.asTag].compactMap(\.self) }
    return layout.tags.flatMap { column -> [String] in
      let plural = ["tags", "labels", "categories", "schlagworte", "étiquettes", "etiquetas"]
      guard plural.contains(TableColumns.plain(columns.names[column])) else {
        return [row[column].asTag].compactMap(\.self)
      }
      return row[column].split { ",;|\n".contains($0) }.compactMap(\.asTag)
    }
  }

  /// In an export of Parabol the votes are those of a group, whatever is in it; what was said on a
  /// group is no card that had votes.
  private mutating func answer(_ source: inout SourceComment, _ row: TableText.Row) {
    let kind = layout.kind.map { row[$0].lowercased() } ?? ""
    guard kind != "reflection", let thread else { return }
    source.comment.votes = nil
    let key = [tags(of: row, lane: nil).joined(separator: " "), row[thread]]
    if kind == "reply" {
      source.parentID = threads[key]
    } else if let id = source.id {
      threads[key] = id
    }
  }
}

extension String {
  /// Its beginning, in quotation marks.
  fileprivate var quotedStart: String { "“\(prefix(80))\(count > 80 ? "…" : "")”" }
}

extension Character {
  fileprivate var isEmoji: Bool {
    unicodeScalars.contains { $0.properties.isEmojiPresentation || $0.value == 0xFE0F }
  }
}
