/// A number in words such as “2nd choice”, “Rank 2” or “1ST CHOICE MAYOR”, of a column or cell.
struct CSVOrdinal {
  var number: Int
  /// Whether there is nothing but the number.
  var isBare: Bool
  /// The words that are about something else, such as the office.
  var rest: String

  private static let words: [String: Int] = [
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10,
  ]
  /// Words that say that the number beside them is a rank.
  private static let marks: Set<String> = [
    "st", "nd", "rd", "th", "rank", "ranked", "ranking", "choice", "preference", "pref", "place",
    "position", "priority", "wahl", "choix",
  ]
  private static let around: Set<String> = ["my", "your", "vote", "pick", "the", "no", "nr"]

  /// Nil where several numbers or none stand there, or other words and no word that says that it is
  /// a rank.
  init?(_ text: String) {
    guard text.utf8.count <= 80 else { return nil }
    var found: Int?
    var isMarked = false
    var rest: [String] = []
    isBare = true
    for word in CSVOrdinal.parts(of: text.lowercased()) {
      if let number = Int(word) ?? CSVOrdinal.words[word] {
        guard found == nil, (1...32_767).contains(number) else { return nil }
        found = number
        if Int(word) == nil { isMarked = true }
      } else {
        isBare = false
        if CSVOrdinal.marks.contains(word) {
          isMarked = true
        } else if !CSVOrdinal.around.contains(word) {
          rest.append(word)
        }
      }
    }
    guard let found, rest.isEmpty || isMarked else { return nil }
    number = found
    self.rest = rest.joined(separator: " ")
  }

  /// Runs of digits and runs of letters.
  private static func parts(of text: String) -> [String] {
    var parts: [String] = []
    var kind = 0
    for character in text {
      let next = character.isASCII && character.isNumber ? 1 : character.isLetter ? 2 : 0
      if next == 0 {
        if !" _-#().:/".contains(character) { parts.append("\(character)") }
      } else if next == kind {
        parts[parts.count - 1].append(character)
      } else {
        parts.append(String(character))
      }
      kind = next
    }
    return parts
  }
}
