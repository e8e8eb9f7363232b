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

  /// Nil where no number stands there that can be a rank: beside a word that says so, or alone.
  init?(_ text: String) {
    guard text.utf8.count <= 120 else { return nil }
    let parts = CSVOrdinal.parts(of: text.lowercased())
    let numbers = parts.indices.filter { CSVOrdinal.number(parts[$0]) != nil }
    let marked = numbers.first { place in
      Int(parts[place]) == nil
        || [place - 1, place + 1].contains {
          parts.indices.contains($0) && CSVOrdinal.marks.contains(parts[$0])
        }
    }
    guard let place = marked ?? (numbers.count == 1 ? numbers[0] : nil),
      let number = CSVOrdinal.number(parts[place])
    else { return nil }
    var others = Array(parts[..<place])
    var after = parts[(place + 1)...]
    // “Choice 1 of 5”.
    if after.first == "of", after.dropFirst().first.map({ Int($0) != nil }) == true {
      after = after.dropFirst(2)
    }
    others += after
    let rest = others.filter { !CSVOrdinal.marks.contains($0) && !CSVOrdinal.around.contains($0) }
    guard rest.isEmpty || marked != nil else { return nil }
    (self.number, self.rest) = (number, rest.joined(separator: " "))
    isBare = parts.count == 1
  }

  private static func number(_ word: String) -> Int? {
    guard let number = Int(word) ?? words[word], (1...32_767).contains(number) else { return nil }
    return number
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
