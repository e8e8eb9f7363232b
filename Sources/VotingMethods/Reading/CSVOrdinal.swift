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
    "erste": 1, "erster": 1, "erstes": 1, "zweite": 2, "zweiter": 2, "zweites": 2, "dritte": 3,
    "dritter": 3, "drittes": 3, "vierte": 4, "vierter": 4, "viertes": 4, "fünfte": 5, "fünfter": 5,
    "sechste": 6, "siebte": 7, "achte": 8, "neunte": 9, "zehnte": 10,
    "premier": 1, "première": 1, "deuxième": 2, "seconde": 2, "troisième": 3, "quatrième": 4,
    "cinquième": 5, "sixième": 6, "septième": 7, "huitième": 8, "neuvième": 9, "dixième": 10,
    "cyntaf": 1, "ail": 2, "trydydd": 3, "trydedd": 3, "pedwerydd": 4, "pedwaredd": 4, "pumed": 5,
    "chweched": 6, "seithfed": 7, "wythfed": 8, "nawfed": 9, "degfed": 10,
    "primero": 1, "primera": 1, "segundo": 2, "segunda": 2, "tercero": 3, "tercera": 3, "cuarto": 4,
    "cuarta": 4, "quinto": 5, "quinta": 5, "primo": 1, "prima": 1, "secondo": 2, "terzo": 3,
    "terza": 3, "quarto": 4, "quarta": 4, "primeiro": 1, "primeira": 1, "terceiro": 3,
    "terceira": 3, "eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "vijfde": 5, "första": 1,
    "andra": 2, "tredje": 3, "fjärde": 4, "femte": 5, "første": 1, "anden": 2, "andre": 2,
    "fjerde": 4,
  ]
  /// What is written right behind the digits of a rank.
  private static let suffixes: Set<String> = [
    "st", "nd", "rd", "th", "er", "ère", "ere", "re", "e", "ème", "eme", "ième", "nde", "º", "ª",
    "°",
    "af", "il", "ail", "ydd", "edd", "ed", "fed", "ste", "de", "te", "tes", "ter",
  ]
  /// Words that say that the number beside them is a rank.
  private static let marks: Set<String> = [
    "st", "nd", "rd", "th", "rank", "ranked", "ranking", "choice", "preference", "pref", "place",
    "position", "priority", "wahl", "choix", "rang", "platz", "präferenz", "priorität",
    "préférence", "priorité", "rango", "lugar", "posición", "preferencia",
    "posto", "scelta", "preferenza", "posizione", "escolha", "preferência", "safle", "dewis",
    "blaenoriaeth", "keuze", "voorkeur", "plaats", "val", "valg", "plats", "plass", "plads", "sija",
    "miejsce",
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
    if let next = after.first, Int(parts[place]) != nil, CSVOrdinal.suffixes.contains(next) {
      after = after.dropFirst()
    }
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
