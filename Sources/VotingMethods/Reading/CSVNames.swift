/// What the names of columns say: which are usually about voters and not about candidates.
enum CSVNames {
  /// What a column of this name usually is.
  enum Kind: Hashable {
    /// Usually something else than a candidate.
    case about(Reading.Reason)
    /// A number or name of the ballot, beyond doubt if no two rows have the same.
    case id
    /// How many voters cast the row; `isPlain` where it can hardly mean a candidate.
    case weight(isPlain: Bool)
    /// A number of something: of voters, or of their children.
    case number
  }

  /// Nil for a name that says nothing: a candidate's, most likely.
  static func kind(_ name: String) -> Kind? {
    let words = words(of: name)
    let text = words.joined(separator: " ")
    if ["#", "no.", "n°", "nº"].contains(name.lowercased()) { return .about(.ids) }
    if !name.isEmpty,
      CSVWords.isNothing(name) || CSVWords.isOvervote(name) || CSVWords.isInvalid(name)
    {
      return .about(.nobody)
    }
    guard let last = words.last else { return nil }
    if isID(text, last, words.count) { return .id }
    if weights.contains(text) || moreWeights.contains(text) { return .weight(isPlain: false) }
    if numbers.contains(text) { return .number }
    if mandates.contains(text) || words.count <= 3 && words.contains(where: mandates.contains) {
      return .number
    }
    if words.count > 1,
      ["weight", "weights", "count", "multiplicity"].contains(last)
        || text.hasPrefix("number of ") || text.hasPrefix("no of ") || text.hasPrefix("how many ")
    {
      return words.allSatisfy(isOfWeights) ? .weight(isPlain: true) : .number
    }
    for (reason, names) in exact + more where names.contains(text) { return .about(reason) }
    if words.count <= 3, words.contains(where: plainlyPersons.contains) { return .about(.persons) }
    for (reason, ends) in endings where words.count > 1 && ends.contains(last) {
      return .about(reason)
    }
    for (reason, starts) in beginnings where starts.contains(where: text.hasPrefix) {
      return .about(reason)
    }
    for (reason, parts) in within where parts.contains(where: text.contains) {
      return .about(reason)
    }
    return nil
  }

  private static func isID(_ text: String, _ last: String, _ count: Int) -> Bool {
    if ["id", "uuid", "guid", "xid", "ballotid", "voterid", "userid", "identifier"].contains(last) {
      return true
    }
    if last.hasSuffix("nummer"), last != "nummer" { return true }
    return count > 1 && ["number", "nr", "no", "token", "key", "hash"].contains(last)
      && !text.hasPrefix("rank") && !text.hasPrefix("choice")
  }

  private static let weights: Set<String> = [
    "count", "counts", "weight", "weights", "votes", "voters", "ballots", "multiplicity",
    "frequency", "freq", "n", "shares", "seats", "delegates", "mandates", "gewicht", "gewichtung",
    "anzahl", "stimmen", "anteile", "aktien", "mandate", "poids", "voix", "nombre de voix",
    "nombre de votes", "effectif", "peso", "pesos", "voti", "votos", "cantidad",
    "gewicht stimmen", "stemmen", "aantal", "röster", "antal", "stemmer", "äänet", "głosy",
    "quantidade", "conteggio", "quantità",
  ]

  /// Whether a word says nothing but how many voters cast a row: “number of ballots”.
  private static func isOfWeights(_ word: String) -> Bool {
    weights.contains(word)
      || [
        "number", "no", "of", "how", "many", "the", "such", "these", "were", "cast", "total",
        "row", "rows", "vote", "voter", "ballot", "paper", "papers", "people", "persons",
        "person", "times", "response", "responses", "respondent", "respondents", "participants",
        "members", "form", "forms", "sheets", "occurrences",
      ].contains(word)
  }

  private static let exact: [(Reading.Reason, Set<String>)] = [
    (
      .ids,
      [
        "voter", "ballot", "user", "record", "row", "index", "nr", "number", "serial",
        "sequence", "seq", "key", "token", "code", "hash", "response", "respondent", "participant",
        "member", "nummer", "lfd nr", "stimmzettel", "wähler", "s no", "sl no", "sr no", "cvr",
        "unnamed 0", "unnamed",
      ]
    ),
    (
      .times,
      [
        "timestamp", "time", "date", "datetime", "submitted", "submitted at", "created", "updated",
        "created at", "updated at", "zeitstempel", "horodateur", "marca temporal", "datum",
        "duration", "started", "completed", "voted at", "tidstempel", "tijdstempel",
        "informazioni cronologiche", "carimbo de data hora",
      ]
    ),
    (
      .people,
      [
        "name", "names", "author", "username", "nickname", "surname", "who are you", "nom",
        "vorname", "nachname",
      ]
    ),
    (
      .contacts,
      ["mail", "phone", "telephone", "mobile", "address", "zip", "postcode", "plz", "postal code"]
    ),
    (
      .places,
      [
        "precinct", "precincts", "precinct portion", "ward", "district", "county", "constituency",
        "parish", "borough", "polling place", "polling station", "ballot type", "ballot style",
        "counting group", "contest", "municipality", "electorate", "table", "group", "team",
        "department", "cohort", "wahlbezirk", "stimmbezirk", "bezirk", "wahlkreis", "gemeinde",
        "ortsverein", "arrondissement", "circonscription", "bureau de vote", "distrito", "lat",
        "lon", "lng", "latitude", "longitude",
      ]
    ),
    (
      .devices,
      [
        "ip", "ip address", "user agent", "browser", "device", "machine", "tabulator", "scanner",
        "batch", "tabulator num", "batch num", "referrer", "url", "locale", "language", "sprache",
        "langue", "idioma", "progress", "finished", "complete", "status", "valid", "verified",
      ]
    ),
    (
      .persons,
      [
        "age", "gender", "sex", "birthday", "birth year", "year of birth", "age group", "ethnicity",
        "sexe", "alter", "geschlecht", "edad", "âge", "età", "idade", "leeftijd", "ålder", "alder",
        "sexo", "income", "family size", "experience", "seniority", "present", "attended",
        "attendance", "consent",
      ]
    ),
    (
      .comments,
      [
        "comment", "comments", "note", "notes", "remark", "remarks", "feedback", "suggestion",
        "suggestions", "reason", "reasons", "why", "bemerkung", "bemerkungen", "explanation",
      ]
    ),
    (
      .statistics,
      [
        "total", "sum", "average", "mean", "points total", "total points", "n comments", "n votes",
        "n agree", "n disagree",
        "rank", "percent", "percentage", "share",
      ]
    ),
  ]

  private static let endings: [(Reading.Reason, Set<String>)] = [
    (.times, ["time", "date", "timestamp", "at"]), (.people, ["name", "names"]),
    (.places, ["precinct", "ward", "district"]), (.persons, ["age", "gender"]),
  ]

  private static let beginnings: [(Reading.Reason, [String])] = [
    (
      .persons,
      [
        "household", "years in ", "years at ", "years of ", "how long ", "how often ", "how far ",
        "i consent", "i have read ",
      ]
    )
  ]

  private static let within: [(Reading.Reason, [String])] = [
    (.contacts, ["e mail", "email", "phone number", "postal"]),
    (.people, ["your name", "first name", "last name", "full name"]),
    (.comments, ["comment", "anything else", "tell us", "feedback"]),
    (.persons, ["your age", "how old", "privacy notice", "privacy policy"]),
    (.devices, ["ip address", "user agent"]),
  ]

  /// In small letters, at blanks, marks and the humps of “voterID”.
  private static func words(of name: String) -> [String] {
    var words = [""]
    var wasSmall = false
    for character in name {
      if character.isLetter || character.isNumber {
        if wasSmall, character.isUppercase { words.append("") }
        words[words.count - 1] += character.lowercased()
        wasSmall = character.isLowercase
      } else {
        if words.last != "" { words.append("") }
        wasSmall = false
      }
    }
    return words.filter { !$0.isEmpty }
  }

  /// What is written in a cell that is a time, an address or a long random name, whatever its
  /// column is called; nil for all else.
  static func content(_ text: String) -> Reading.Reason? {
    guard text.utf8.count >= 7, text.utf8.count <= 200 else { return nil }
    if text.contains("@"), !text.contains(" "), text.split(separator: "@").count == 2 {
      return .contacts
    }
    if text.hasPrefix("http://") || text.hasPrefix("https://") { return .contacts }
    let digits = text.utf8.count { 0x30...0x39 ~= $0 }
    let colons = text.utf8.count { $0 == UInt8(ascii: ":") }
    let marks = text.utf8.count {
      $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ".")
    }
    let letters = text.unicodeScalars.count { $0.properties.isAlphabetic }
    if digits >= 6, letters <= 8, colons >= 1 && marks >= 2 || colons == 2 { return .times }
    if digits >= 6, digits <= 8, marks == 2, letters == 0 { return .times }
    if digits >= 4, marks == 3, letters == 0, !text.contains(" "), !text.contains("-") {
      return .devices
    }
    let isHex = text.utf8.allSatisfy {
      0x30...0x39 ~= $0 || 0x61...0x66 ~= $0 || 0x41...0x46 ~= $0 || $0 == UInt8(ascii: "-")
    }
    return isHex && text.utf8.count >= 32 ? .ids : nil
  }
}
