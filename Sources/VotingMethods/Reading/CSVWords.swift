/// What is written into cells, and what it means.
enum CSVWords {
  /// Without blanks of any script and marks of no width around it.
  static func trimmed(_ text: String) -> String {
    let isVisible = 0x21...0x7E as ClosedRange<UInt8>
    if let first = text.utf8.first, let last = text.utf8.last, isVisible ~= first,
      isVisible ~= last
    {
      return text
    }
    var rest = text.unicodeScalars[...]
    while let first = rest.first, isBlank(first) { rest.removeFirst() }
    while let last = rest.last, isBlank(last) { rest.removeLast() }
    return String(rest)
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || (0x200B...0x200F).contains(scalar.value)
      || scalar.value == 0xFEFF
  }

  /// The same text for names that differ in case or inner blanks alone.
  static func folded(_ name: String) -> String {
    name.lowercased().split { $0.isWhitespace }.joined(separator: " ")
  }

  /// Whether a word says that there is nothing.
  static func isNothing(_ text: String) -> Bool {
    text.isEmpty || text.utf8.count <= 24 && nothing.contains(plain(text))
  }

  /// Whether a word says that there were several at this place.
  static func isOvervote(_ text: String) -> Bool {
    text.utf8.count <= 12 && ["overvote", "overvoted", "overvotes"].contains(plain(text))
  }

  /// Whether a word in a list of totals is about ballots that are not valid.
  static func isInvalid(_ text: String) -> Bool { invalid.contains(plain(text)) }

  /// Whether a word names a sum of what stands above it.
  static func isSum(_ text: String) -> Bool { sums.contains(plain(text)) }

  /// In small letters without what may stand between or around words.
  private static func plain(_ text: String) -> String {
    var word = ""
    for scalar in text.lowercased().unicodeScalars {
      switch scalar {
      case " ", "_", "-", "(", ")", "[", "]", "<", ">", "/", ".", ":", "\u{A0}": continue
      default: word.unicodeScalars.append(scalar)
      }
    }
    return word
  }

  /// As `plain` makes them: “write-in” and “N/A” too. What has nothing but such marks is empty.
  private static let nothing: Set<String> = [
    "", "–", "—", "−", "?", "undervote", "undervoted", "undervotes", "skip", "skipped",
    "skippedrank", "skippedranking", "blank", "empty", "exhausted", "none", "null", "nil", "nan",
    "na", "novote", "novotes", "blankvotes", "nulls", "noanswer", "nochoice", "nopreference",
    "noranking", "norank", "noselection",
    "notranked", "unranked", "novoteyet", "abstain", "abstained", "abstention", "writein",
    "writeins", "undeclaredwritein", "undeclaredwriteins", "uwi", "keine", "enthaltung",
    "blankballot", "blankballots", "blankvote", "bulletinsblancs", "votesblancs", "votosenblanco",
    "#n/a", "#na", "blanc", "blancs", "blanche", "vide", "vides", "leer", "leerestimme",
    "leererstimmzettel", "blanco", "blancos", "enblanco", "votoenblanco", "branco", "brancos",
    "embranco", "votoembranco", "votosembranco", "bianca", "bianche", "schedabianca",
    "schedebianche", "blank stemme", "onbeantwoord", "keineangabe", "ohneangabe",
    "bulletinblanc", "voteblanc", "nichtangekreuzt", "abstención", "abstencion", "astensione",
    "abstenção", "onthouding", "enthaltungen", "leerestimmzettel", "keineauswahl", "gwag",
    "uncertifiedwritein", "uncertifiedwriteins", "exhaustedbyovervote", "exhaustedbyundervote",
    "exhaustedbyskippedrankings", "undervote1", "nocandidate", "noneofthese", "noneofthem",
    "niemand", "personne", "neb", "keiner", "keinervonbeiden", "aucun",
  ]

  private static let invalid: Set<String> = [
    "invalid", "invalidvotes", "spoiled", "spoilt", "spoiltvotes", "rejected", "rejectedvotes",
    "void", "ungültig", "informal", "informalvotes", "invalidvote", "invalidballot",
    "invalidballots", "spoiledvotes", "spoiledballot", "spoiledballots", "spoiltballot",
    "spoiltballots", "spoiledpapers", "spoiltpapers", "rejectedballot", "rejectedballots",
    "voidvotes", "ungültige", "ungültigestimme", "ungültigestimmen", "nul", "nuls", "nulo",
    "nulos", "votesnuls", "bulletinsnuls", "votosnulos", "nulle", "nulla", "ungueltig",
    "ungueltige", "ungültigestimmzettel", "bulletinnul", "votonulo", "schedanulla",
    "schedenulle", "ongeldig", "ogiltig", "ugyldig", "rejectedpapers", "spoiltpaper",
    "spoiledpaper", "blancsetnuls", "annilys", "papuraudifethiedig", "difethwyd",
  ]

  private static let sums: Set<String> = [
    "total", "totals", "totalvotes", "validvotes", "sum", "sums", "count", "average", "mean",
    "summe", "gesamt", "alle", "all", "turnout", "ballotscast", "votescast", "totalballots",
    "totalvotescast", "grandtotal", "insgesamt", "gesamtsumme", "gesamtzahl", "zusammen",
    "durchschnitt", "mittelwert", "median", "somme", "moyenne", "totale", "totaux", "cyfanswm",
    "cyfartaledd", "suma", "promedio", "soma", "média", "media", "totaal", "gemiddelde",
    "anzahl", "nombre", "totalvalid", "totalvalidvotes", "validballots", "validpapers",
    "gültige", "gültigestimmen", "abgegebenestimmen", "wähler", "wählerinnenundwähler",
    "wahlberechtigte", "wahlbeteiligung", "electorate", "registeredvoters", "registered",
    "eligiblevoters", "nonvoters", "nichtwähler", "inscrits", "votants", "exprimés",
    "suffragesexprimés", "abstentions", "abstentionnistes", "etholwyr", "poll", "totalpoll",
    "papersissued", "ballotpapersissued",
  ]

  /// What a mark means; nil where it means neither yes nor no.
  static func mark(_ text: String) -> Mark? {
    switch text {
    case "1": return .yes
    case "", "0": return .no
    // As R and spreadsheets write what is missing; in small letters it is Welsh for no.
    case "NA": return .blank
    default: break
    }
    let word = text.lowercased()
    if yes.contains(word) { return .yes }
    if no.contains(word) { return .no }
    if word == "(ok)" || word == "ifneedbe" || word == "if need be" { return .ratherYes }
    return isNothing(text) ? .blank : nil
  }

  enum Mark { case yes, ratherYes, no, blank }

  private static let yes: Set<String> = [
    "x", "y", "yes", "t", "true", "ok", "on", "1.0", "1,0", "✓", "✔", "✔️", "✅", "☑", "☑️", "☒",
    "ja", "oui", "si", "sí", "sim", "approve", "approved", "checked", "selected", "*", "+", "for",
    "wahr", "vrai", "verdadero", "vero", "verdadeiro", "waar", "sant", "sann", "prawda", "tosi",
    "gwir", "ie", "ydw", "ydy", "oes", "do", "cytuno", "j", "s", "tak", "kyllä", "ano", "da",
    "pour", "dafür", "a favor", "o blaid", "voor", "●", "■", "◼", "👍",
    "gewählt", "angekreuzt", "ausgewählt", "choisi", "coché", "dewiswyd",
  ]
  private static let no: Set<String> = [
    "n", "no", "f", "false", "off", "0.0", "0,0", "☐", "nein", "non", "não", "disapprove",
    "unchecked", "not selected", "falsch", "faux", "falso", "onwaar", "falskt", "falsk", "fałsz",
    "epätosi", "anwir", "na", "nac", "nac ydw", "naddo", "nag oes", "anghytuno", "nee", "nej",
    "nei",
    "nie", "ei", "ne", "contre", "dagegen", "en contra", "contra", "contro", "yn erbyn", "tegen",
    "against", "○", "□", "◻", "👎", "non coché",
  ]

  /// A number from 1 of at most nine plain digits, as most cells of ranks and scores hold; nil for
  /// all else.
  static func plainRank(_ text: String) -> Int? {
    var (number, digits) = (0, 0)
    for byte in text.utf8 {
      guard 0x30...0x39 ~= byte, digits < 9 else { return nil }
      (number, digits) = (number &* 10 &+ Int(byte &- 0x30), digits &+ 1)
    }
    return number > 0 ? number : nil
  }

  /// A rank: `1`, `1.0`, `1st`, `1st choice`, `first`, `#1`, `Rank 1`; nil if it is none.
  static func rank(_ text: String) -> Int? {
    if let quick = Int(text), text.utf8.count <= 9 { return quick > 0 ? quick : nil }
    if let number = DecimalNumber(text) {
      return number.decimals == 0 && (1...999_999).contains(number.value) ? number.value : nil
    }
    if let number = text.first?.wholeNumberValue, text.count == 1 {
      return number > 0 ? number : nil
    }
    return CSVOrdinal(text).flatMap { $0.rest.isEmpty ? $0.number : nil }
  }
}

/// A number with few decimals, as cells have it: `4.5`, `4,5`, `-1`, `1.0`.
struct DecimalNumber {
  /// The number times ten to the power of `decimals`.
  var value: Int
  /// How many decimals it has; zeros at the end are none.
  var decimals: Int

  /// Nil for what is no number, or has more than twelve digits.
  init?(_ text: String) {
    var (value, decimals, digits) = (0, 0, 0)
    var (isNegative, hasPoint, hasComma) = (false, false, false)
    for (place, scalar) in text.unicodeScalars.enumerated() {
      switch scalar {
      case "0"..."9":
        (value, digits) = (value * 10 + Int(scalar.value - 0x30), digits + 1)
        if hasPoint { decimals += 1 }
        if digits > 12 { return nil }
      case "-", "−", "+":
        if place > 0 { return nil }
        isNegative = scalar != "+"
      case ".", ",":
        if hasPoint { return nil }
        (hasPoint, hasComma) = (true, scalar == ",")
      default: return nil
      }
    }
    guard digits > 0, !hasPoint || decimals > 0 else { return nil }
    // “1,234” is a thousand and some to one reader, and one and some to another.
    if hasComma, decimals == 3, value >= 1000 { return nil }
    while decimals > 0, value % 10 == 0 { (value, decimals) = (value / 10, decimals - 1) }
    (self.value, self.decimals) = (isNegative ? -value : value, decimals)
  }

  /// Nearly the number: for comparing, not for counting.
  var double: Double { Double(value) / Double(DecimalNumber(1).scaled(to: decimals)) }

  init(_ value: Int) { (self.value, decimals) = (value, 0) }

  init(_ value: Int, decimals: Int) { (self.value, self.decimals) = (value, decimals) }

  /// The number in units of ten to the power of minus `decimals`, of which it has no more.
  func scaled(to decimals: Int) -> Int {
    (self.decimals..<max(decimals, self.decimals)).reduce(value) { value, _ in value * 10 }
  }
}

extension DecimalNumber: CustomStringConvertible {
  var description: String {
    guard decimals > 0 else { return "\(value)" }
    let unit = DecimalNumber(1).scaled(to: decimals)
    let rest = String("\(unit + abs(value) % unit)".dropFirst())
    return "\(value < 0 ? "-" : "")\(abs(value) / unit).\(rest)"
  }
}
