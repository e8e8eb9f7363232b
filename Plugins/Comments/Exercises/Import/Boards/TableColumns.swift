/// Which column of a table is what, told by the words in its first row.
struct TableColumns {
  enum Role: Hashable {
    case text, author, tags, votes, id, posted, parent, kind
    /// How a note looks and where it lies, which says nothing here.
    case look
    case name, firstName, lastName, organisation, personRole, contact
  }

  let names: [String]
  /// Nil for a column whose name says nothing.
  let roles: [Role?]

  init(_ names: [String]) {
    self.names = names
    roles = names.map { TableColumns.role(of: $0) }
  }

  /// Of a table without headings: what a column has in it says nothing for sure, but people's
  /// names. As many as most rows have; one, where the commas are those of sentences.
  init(nameless table: TableText) {
    let rows = table.rows.prefix(200)
    let widths = Dictionary(grouping: rows, by: \.width).mapValues(\.count)
    let usual = widths.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
    let named = (0..<usual).filter { column in
      let cells = rows.map { $0[column] }.filter { !$0.isEmpty }
      // One word may be anything: `Cheap`, `Pain`, `Ada`.
      return cells.count > 1 && cells.allSatisfy(Byline.isName)
        && cells.contains { $0.contains(" ") }
    }
    // Where all columns look so, none is sure to hold people.
    let author = named.count == 1 && usual > 1 ? named[0] : -1
    // `Tea, with milk`: a sentence goes on in small letters behind a comma and a blank.
    let isApart = rows.allSatisfy {
      $0.gaps.dropFirst().prefix(max(0, $0.width - 1)).allSatisfy(\.self)
    }
    let cells = rows.flatMap { $0.cells.dropFirst() }.filter { !$0.isEmpty }
    let goesOn = cells.count { $0.first?.isLowercase == true } * 2 > cells.count
    let isProse = isApart && (goesOn || author < 0 && !cells.contains { Double($0) != nil })
    let width = isProse ? min(usual, 1) : usual
    names = Array(repeating: "", count: width)
    roles = (0..<width).map { $0 == author && !isProse ? .author : nil }
  }

  /// Those of a role, from left to right.
  func all(_ role: Role) -> [Int] { roles.indices.filter { roles[$0] == role } }
  func first(_ role: Role) -> Int? { roles.firstIndex(of: role) }
  /// Whether any word in the row is one that only a heading is.
  var isHeading: Bool { roles.contains { $0 != nil } }

  /// The column that somebody names: by its heading, whatever the capitals, or by its number.
  func column(called typed: String) -> Int? {
    let wanted = TableColumns.plain(typed)
    if let exact = names.firstIndex(where: { TableColumns.plain($0) == wanted }) { return exact }
    if let number = Int(typed.trimmed), names.indices.contains(number - 1) { return number - 1 }
    let near = names.indices.filter { TableColumns.plain(names[$0]).hasPrefix(wanted) }
    return near.count == 1 ? near[0] : nil
  }

  /// What headings are compared by: small letters and digits, one blank between words.
  static func plain(_ heading: String) -> String {
    var words = ""
    for character in heading.split(separator: "(").first ?? "" {
      if character.isUppercase, words.last?.isLowercase == true { words.append(" ") }
      words.append(character)
    }
    return words.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "+" }
      .joined(separator: " ")
  }

  static func role(of heading: String) -> Role? {
    let words = plain(heading)
    if let role = known[words] { return role }
    // `voting_0`: the first poll of scrumlr.
    if words.hasPrefix("voting ") { return .votes }
    let last = words.split(separator: " ").last
    return ["color", "colour", "farbe", "couleur"].contains(last) ? .look : nil
  }

  /// `yellow`, `light_yellow`, `#fff9b1`: a board whose columns are the colours of its notes.
  static func isColour(_ heading: String) -> Bool {
    let digits = heading.trimmed.dropFirst()
    if heading.trimmed.first == "#", [3, 6, 8].contains(digits.count),
      digits.allSatisfy(\.isHexDigit)
    {
      return true
    }
    let words = plain(heading).split(separator: " ").map(String.init)
    let shades: Set<String> = ["light", "dark", "pale", "bright", "hell", "dunkel"]
    let names = words.filter { !shades.contains($0) }
    return names.count == 1 && words.count < 3 && colours.contains(names[0])
  }

  private static let colours: Set<String> = [
    "yellow", "orange", "red", "pink", "violet", "purple", "blue", "cyan", "teal", "green", "gray",
    "grey", "black", "white", "brown", "gelb", "rot", "rosa", "lila", "blau", "grün", "grau",
    "jaune", "rouge", "rose", "bleu", "vert", "amarillo", "rojo", "azul", "verde",
  ]

  /// How sure a column of this name is to hold the words of cards; nil where it is none of them.
  static func textRank(_ heading: String) -> Int? { textNames.firstIndex(of: plain(heading)) }
  /// Whether a roster may have such a column, too.
  static func isWeakText(_ heading: String) -> Bool {
    [
      "title", "note", "notes", "description", "summary", "notiz", "titel", "beschreibung",
      "titre", "titulo", "título",
    ].contains(plain(heading))
  }
}
