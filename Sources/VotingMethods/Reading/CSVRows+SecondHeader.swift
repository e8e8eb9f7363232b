/// Tables with two rows of names: SurveyMonkey writes a question into the first, over the first of
/// its columns alone, and the answers that there are into the second.
extension CSVRows.Row {
  /// Takes the names of a second row into this first one, each answer in brackets behind its
  /// question; false, with nothing changed, where the second row is none of names.
  mutating func takeNames(from second: CSVRows.Row) -> Bool {
    guard fields.count == second.fields.count, isFirstOfTwo(second) else { return false }
    var question = ""
    for place in fields.indices {
      let answer = second.fields[place].text
      if !fields[place].text.isEmpty { question = fields[place].text }
      let isAlone = answer.isEmpty || Self.free.contains(CSVWords.folded(answer))
      if isAlone {
        if fields[place].text.isEmpty { fields[place].text = question }
      } else {
        fields[place].text = "\(question) [\(answer)]"
      }
    }
    return true
  }

  /// What stands below a question that has one column.
  private static let free: Set<String> = [
    "response", "open-ended response", "antwort", "offene antwort", "réponse",
    "réponse ouverte", "respuesta", "respuesta abierta",
  ]

  /// Whether names are missing here, and stand in the other row: there below some that are not
  /// missing, and with words that are no votes.
  private func isFirstOfTwo(_ second: CSVRows.Row) -> Bool {
    let missing = fields.indices.filter {
      fields[$0].text.isEmpty && !second.fields[$0].text.isEmpty
    }
    guard let first = missing.first, first > 0, !fields[first - 1].text.isEmpty,
      !second.fields[first - 1].text.isEmpty
    else { return false }
    let words = second.fields.map(\.text).filter { !$0.isEmpty }
    let isTold =
      second.fields.contains { $0.text.isEmpty }
      || words.contains {
        Self.free.contains(CSVWords.folded($0))
      }
    return isTold
      && words.allSatisfy {
        DecimalNumber($0) == nil && CSVWords.mark($0) == nil && CSVWords.rank($0) == nil
          && CSVNames.content($0) == nil
      }
  }
}
