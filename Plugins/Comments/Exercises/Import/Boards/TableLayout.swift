/// How the cards lie in a table: a row for each, or columns of them side by side.
struct TableLayout {
  /// The columns that hold words of cards. Side by side each of them is a column of the board.
  var text: [Int] = []
  /// First and last name, or one of both.
  var author: [Int] = []
  var tags: [Int] = []
  var votes: Int?
  var id: Int?
  var posted: Int?
  var parent: Int?
  var kind: Int?
  var isSideBySide = false
  /// Whether the first row names the columns.
  let hasHeading: Bool

  /// - Throws: where a column was asked for that is not there, or none holds words.
  init(
    _ table: TableText, _ columns: TableColumns, hasHeading: Bool, _ options: ImportOptions,
    file: String
  ) throws(ImportFailure) {
    self.hasHeading = hasHeading
    id = columns.first(.id)
    posted = columns.first(.posted)
    parent = columns.first(.parent)
    kind = columns.first(.kind)
    author = TableLayout.author(columns)
    tags = columns.all(.tags)
    votes = columns.first(.votes)
    if options.text == nil, hasHeading { lieSideBySide(table, columns) }
    if !isSideBySide { chooseText(table, columns) }
    try take(options, columns, file)
    guard text.isEmpty else { return }
    throw ImportFailure(
      file: file, format: "table", place: .file, problem: .noTextColumn(columns.names))
  }

  private static func author(_ columns: TableColumns) -> [Int] {
    let authors = columns.all(.author)
    let makers = authors.filter { column in
      !["last ", "modified "].contains { TableColumns.plain(columns.names[column]).hasPrefix($0) }
    }
    if let author = makers.first ?? authors.first { return [author] }
    if let first = columns.first(.firstName), let last = columns.first(.lastName) {
      return [first, last]
    }
    return [.name, .firstName, .lastName].compactMap { columns.first($0) }.prefix(1).map { $0 }
  }

  /// A retrospective's export has a column for each of the board's; a survey's, one a question.
  private mutating func lieSideBySide(_ table: TableText, _ columns: TableColumns) {
    let unknown = columns.roles.indices.filter {
      columns.roles[$0] == nil && !columns.names[$0].isEmpty
    }
    let words = columns.all(.text)
    let votes = columns.all(.votes)
    let isRowed = columns.roles.contains { role in
      [.author, .tags, .votes, .id, .posted, .kind, .parent, .look].contains(role)
    }
    let lanes = (unknown + words).sorted()
    guard lanes.count > 1, Set(lanes.map { columns.names[$0] }).count == lanes.count else { return }
    let isOfLanes =
      words.isEmpty && tags.isEmpty && unknown.count > 1
      || votes.count > 1 || unknown.count > 1 && !isRowed
    guard isOfLanes, lanes.allSatisfy({ columns.names[$0].count <= 120 }) else { return }
    // Numbers head no column of a board.
    guard lanes.allSatisfy({ columns.names[$0].contains(where: \.isLetter) }) else { return }
    // Marks out of five are no words.
    let rows = table.rows.dropFirst().prefix(500).filter { $0.width <= columns.names.count }
    let spoken = lanes.filter { column in
      rows.contains { !$0[column].isEmpty && $0[column].asVotes == nil }
        || !rows.contains { !$0[column].isEmpty }
    }
    guard spoken.count > 1 else { return }
    (text, tags, id, parent, kind) = (spoken, [], nil, nil, nil)
    self.votes = nil
    if let author = author.first, author > lanes[0] { self.author = [] }
    isSideBySide = true
  }

  private mutating func chooseText(_ table: TableText, _ columns: TableColumns) {
    let ranked = columns.all(.text).sorted {
      (TableColumns.textRank(columns.names[$0]) ?? .max, $0)
        < (TableColumns.textRank(columns.names[$1]) ?? .max, $1)
    }
    let rows = table.rows.dropFirst(hasHeading ? 1 : 0)
    if let first = ranked.first(where: { column in rows.contains { !$0[column].isEmpty } }) {
      text = [first]
      return
    }
    // None is called so: the one without another meaning that has the most to say.
    let free = columns.roles.indices.filter { columns.roles[$0] == nil }
    let lengths = free.map { column in
      rows.prefix(200).reduce(0) { $0 + $1[column].utf8.count }
    }
    if let most = lengths.max(), most > 0, let index = lengths.firstIndex(of: most) {
      text = [free[index]]
      // Without headings nobody can say of which of several columns of words the cards are.
      if !hasHeading {
        text = free.indices.filter { lengths[$0] * 2 >= most }.map { free[$0] }
          .filter { column in rows.contains { $0[column].contains(where: \.isLetter) } }
        isSideBySide = text.count > 1
        if text.isEmpty { text = [free[index]] }
      }
    } else if let name = columns.first(.name) {
      text = [name]
      author.removeAll { $0 == name }
    }
  }

  /// What was asked for goes before what was guessed.
  private mutating func take(
    _ options: ImportOptions, _ columns: TableColumns, _ file: String
  ) throws(ImportFailure) {
    func found(_ typed: String) throws(ImportFailure) -> [Int] {
      guard !ImportOptions.isNone(typed) else { return [] }
      if let column = columns.column(called: typed) { return [column] }
      var all: [Int] = []
      for part in typed.split(whereSeparator: { $0 == "," || $0 == "|" }) {
        guard let column = columns.column(called: String(part)) else {
          throw ImportFailure(
            file: file, format: "table", place: .file,
            problem: .noSuchColumn(part.trimmed, among: columns.names))
        }
        all.append(column)
      }
      return all
    }
    if let typed = options.text {
      text = try found(typed)
      isSideBySide = text.count > 1
      author.removeAll { text.contains($0) }
      tags.removeAll { text.contains($0) }
    }
    if let typed = options.author { author = try found(typed) }
    if let typed = options.tags { tags = try found(typed) }
    if let typed = options.votes { votes = try found(typed).first }
  }
}

extension TableLayout {
  /// `text from “Feedback”, author from “Who”; not taken: “Email”`.
  func reading(_ columns: TableColumns) -> String {
    func named(_ indices: [Int]) -> String {
      indices.map { columns.names[$0].isEmpty ? "column \($0 + 1)" : "“\(columns.names[$0])”" }
        .joined(separator: " and ")
    }
    var parts: [String]
    if isSideBySide {
      let tagged = hasHeading ? ", its tag from the column's heading" : ""
      parts = ["a card for each cell\(tagged): \(named(text))"]
    } else {
      parts = ["text from \(named(text))"]
    }
    if !author.isEmpty { parts.append("author from \(named(author))") }
    if !tags.isEmpty { parts.append("tags from \(named(tags))") }
    if let votes { parts.append("votes from \(named([votes]))") }
    let used = Set(text + author + tags + [votes, id, posted, parent, kind].compactMap(\.self))
    let rest = columns.names.indices.filter { index in
      !used.contains(index) && !(hasHeading && columns.names[index].isEmpty)
        && !(isSideBySide && [.votes, .author].contains(columns.roles[index]))
    }
    let words = parts.joined(separator: ", ")
    guard let first = rest.first else { return words }
    let hint =
      hasHeading ? "" : " (author=\(first + 1), tags=\(first + 1) or votes=\(first + 1) take one)"
    return "\(words); not taken: \(named(Array(rest.prefix(8))))\(hint)"
  }
}

extension ImportOptions {
  /// Whether a column was named, so that the first row must be a heading.
  var namesColumns: Bool {
    [text, author, tags, votes].contains { typed in
      typed.map { !Self.isNone($0) && Int($0) == nil } ?? false
    }
  }

  /// `author=none`: nothing is to be taken for it.
  static func isNone(_ typed: String) -> Bool {
    ["none", "no", "-"].contains(typed.trimmed.lowercased())
  }
}
