/// Tables with a title above the names of their columns, as Doodle and many spreadsheets write one.
extension CSVRows.Row {
  /// How many of the first rows are a title; 0 where the first one has the names.
  ///
  /// A row of a title has one cell with words, the first. Below it stand the names: with a heading
  /// for who voted or an empty cell first, or, where the title is no question, names of which none
  /// is written in any row below.
  static func titles(_ rows: [CSVRows.Row]) -> Int {
    guard let place = rows.prefix(6).firstIndex(where: { $0.words > 1 }), place > 0,
      rows[..<place].allSatisfy({ $0.words == 1 && !$0.fields[0].text.isEmpty })
    else { return 0 }
    let (names, ballots) = (rows[place], rows[(place + 1)...])
    let width = names.fields.count
    let isNarrow = rows[..<place].allSatisfy { $0.fields.count == 1 }
    guard isNarrow || rows[..<place].allSatisfy({ [1, width].contains($0.fields.count) }),
      !ballots.isEmpty, ballots.allSatisfy({ $0.fields.count == width })
    else { return 0 }
    if names.headsVoters { return place }
    let written = Set(ballots.flatMap { $0.fields.map(\.text) })
    let title = rows[0].fields[0].text
    let isQuestion = CSVNames.isQuestion(title) || !title.contains(" ")
    return isNarrow && !isQuestion && !names.fields.contains { written.contains($0.text) }
      ? place : 0
  }

  /// How many cells say something.
  private var words: Int { fields.count { !$0.text.isEmpty } }

  /// Whether the first name is none of a candidate.
  private var headsVoters: Bool {
    let first = fields[0].text
    if first.isEmpty { return true }
    guard case .about(let reason)? = CSVNames.kind(first) else { return false }
    return [.people, .times, .ids].contains(reason)
  }
}
