import ExerciseKit

/// Whether the first row of a table names its columns, or is its first card: told by what it looks
/// like beside the rows below.
///
/// A word that only headings have decides, unless a number stands in a column of numbers. Without
/// one, a row is a heading where it names questions or the lanes of a board, where only the rows
/// below have numbers, or where it is short and they are long or of uneven length. Else it is a
/// card, because then nothing is lost.
struct TableHeading {
  let isHeading: Bool
  /// Whether no word in it is one of those that headings have, so that it is told.
  let isGuessed: Bool

  private let first: [String]
  /// Of each column, what the rows below have in it.
  private let below: [[String]]

  init(_ table: TableText, _ columns: TableColumns, _ options: ImportOptions) {
    let first = table.rows.first?.cells ?? []
    let rows = table.rows.dropFirst().prefix(200)
    self.first = first
    below = first.indices.map { column in rows.map { $0[column] } }
    if let asked = options.headings {
      (isHeading, isGuessed) = (asked, false)
    } else if options.namesColumns {
      (isHeading, isGuessed) = (true, false)
    } else {
      isHeading = TableHeading.isHeading(first, below, isKnown: columns.isHeading)
      isGuessed = !(isHeading && columns.isHeading)
    }
  }

  private static func isHeading(
    _ first: [String], _ below: [[String]], isKnown: Bool
  ) -> Bool {
    let cells = first.filter { !$0.isEmpty }
    let numeric = below.indices.filter { column in
      let values = below[column].filter { !$0.isEmpty }
      return !values.isEmpty && values.allSatisfy(\.isAmount)
    }
    if numeric.contains(where: { first[$0].isAmount }) { return false }
    if isKnown { return true }
    if numeric.contains(where: { !first[$0].isEmpty }) { return true }
    if cells.contains(where: \.isSentence) || repeats(first, below) { return false }
    if cells.contains(where: \.isOfHeading) { return true }
    guard cells.count > 1, !hasNames(first, below) else { return false }
    return isUneven(below) || isShort(cells, below.flatMap { $0 })
  }

  /// Whether what stands in a column of the first row stands in it again.
  private static func repeats(_ first: [String], _ below: [[String]]) -> Bool {
    first.indices.contains { column in
      let word = first[column].caseless
      return !word.isEmpty && below[column].contains { $0.caseless == word }
    }
  }

  /// Whether a column is one of people's names, from its first cell on, and another is none.
  private static func hasNames(_ first: [String], _ below: [[String]]) -> Bool {
    let named = first.indices.filter { column in
      let cells = ([first[column]] + below[column]).filter { !$0.isEmpty }
      return cells.count > 1 && cells.allSatisfy(Byline.isName)
    }
    return !named.isEmpty && named.count < first.count
  }

  /// The columns of a board have as many cards as there are: some end before others.
  private static func isUneven(_ below: [[String]]) -> Bool {
    let lengths = below.map { column in (column.lastIndex { !$0.isEmpty } ?? -1) + 1 }
    return lengths.min() != lengths.max()
  }

  private static func isShort(_ cells: [String], _ below: [String]) -> Bool {
    let others = below.filter { !$0.isEmpty }
    guard !others.isEmpty, cells.allSatisfy({ $0.split(separator: " ").count <= 4 }) else {
      return false
    }
    let average = others.reduce(0) { $0 + $1.count } / others.count
    return cells.allSatisfy { $0.count * 2 <= average }
  }

  /// What was made of the first row, where nothing in it said so.
  var told: String? {
    guard isGuessed, let words = first.first(where: { !$0.isEmpty }) else { return nil }
    let quoted = "“\(words.prefix(40))\(words.count > 40 ? "…" : "")”"
    return isHeading
      ? "the first row, \(quoted) …, was taken as headings; headings=no makes a card of it"
      : "no headings: \(quoted) is the first card; headings=yes takes that row as headings"
  }
}

extension String {
  /// A number, a price, a date or a time.
  fileprivate var isAmount: Bool {
    contains(where: \.isNumber) && allSatisfy { $0.isNumber || " .,:/-+%€$£TZ".contains($0) }
  }

  /// What no heading is: a sentence, or several lines.
  fileprivate var isSentence: Bool {
    contains(where: \.isNewline) || ".!…".contains(last ?? " ") && count > 12
  }

  /// A question, or how the lanes of boards are mostly called.
  fileprivate var isOfHeading: Bool {
    if "?:".contains(last ?? " ") { return true }
    let words = TableColumns.plain(self)
    return Self.lanes.contains(words) || TableColumns.isColour(self)
  }

  private static let lanes: Set<String> = [
    "went well", "what went well", "to improve", "what to improve", "improve", "didn t go well",
    "not so well", "went badly", "start", "stop", "continue", "keep", "drop", "try", "add", "more",
    "less", "mad", "sad", "glad", "liked", "learned", "lacked", "longed for", "action items",
    "actions", "action", "kudos", "thanks", "pros", "cons", "strengths", "weaknesses",
    "opportunities", "threats", "positive", "negative", "pains", "gains", "says", "thinks", "does",
    "feels", "hopes", "fears", "wishes", "questions", "ideas", "problems", "solutions", "to do",
    "todo", "doing", "in progress", "done", "backlog", "stärken", "schwächen", "chancen", "risiken",
    "gut", "schlecht", "gut gelaufen", "verbessern", "maßnahmen", "fragen", "forces", "faiblesses",
    "commencer", "arrêter", "continuer", "wind", "anchor", "anchors", "rocks", "island",
  ]
}
