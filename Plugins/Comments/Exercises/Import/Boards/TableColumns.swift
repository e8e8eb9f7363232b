/// Which column of a table is what, told by the words in its first row.
struct TableColumns {
  enum Role: Hashable {
    case text, author, tags, votes, id, posted, parent, kind
    case name, firstName, lastName, organisation, personRole, contact
  }

  let names: [String]
  /// Nil for a column whose name says nothing.
  let roles: [Role?]

  init(_ names: [String]) {
    self.names = names
    roles = names.map { TableColumns.role(of: $0) }
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
    return words.hasPrefix("voting ") ? .votes : nil
  }

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

extension TableColumns {
  /// The surest first.
  private static let textNames = [
    "text", "content", "card text", "note text", "sticky note", "sticky notes", "sticky", "card",
    "cards", "card name", "card title", "idea", "ideas", "feedback", "message", "comment",
    "comments", "comment text", "response", "answer", "statement", "post", "item", "body",
    "reflection", "note", "notes", "title", "summary", "description", "inhalt", "karte", "idee",
    "ideen", "kommentar", "beitrag", "nachricht", "rückmeldung", "antwort", "notiz", "titel",
    "beschreibung", "texte", "contenu", "carte", "idée", "idées", "commentaire", "remarque",
    "réponse", "titre", "texto", "contenido", "tarjeta", "idea principal", "comentario",
    "respuesta", "nota", "título", "testo", "tekst", "inhoud",
  ]

  private static let words: [(Role, [String])] = [
    (
      .author,
      [
        "author", "author name", "who", "by", "user", "username", "user name", "created by",
        "creator", "posted by", "submitted by", "written by", "added by", "from", "owner",
        "autor", "autorin", "wer", "von", "verfasser", "verfasserin", "auteur", "auteure", "qui",
        "par", "quién", "autora", "autore", "door",
      ]
    ),
    (
      .tags,
      [
        "column", "column name", "category", "categories", "tag", "tags", "list", "list name",
        "label", "labels", "group", "group name", "theme", "section", "frame", "frame name",
        "lane", "topic", "prompt", "reflection group", "cluster", "region", "bucket", "spalte",
        "kategorie", "thema", "schlagwort", "schlagworte", "liste", "gruppe", "bereich", "colonne",
        "catégorie", "étiquette", "étiquettes", "thème", "groupe", "columna", "categoría",
        "etiqueta", "etiquetas", "tema", "lista", "grupo",
      ]
    ),
    (
      .votes,
      [
        "votes", "vote", "vote count", "votecount", "number of votes", "total votes", "likes",
        "upvotes", "up votes", "dots", "points", "thumbs up", "+1", "+1s", "score", "stimmen",
        "anzahl stimmen", "punkte", "votos", "voix", "voti", "stemmen",
      ]
    ),
    (.id, ["id", "card id", "note id", "comment id", "uuid", "guid"]),
    (
      .posted,
      [
        "created", "created at", "date", "timestamp", "time", "created on", "posted", "posted at",
        "creation date", "date created", "datum", "zeit", "zeitstempel", "erstellt", "fecha",
      ]
    ),
    (.parent, ["stack", "parent", "parent id", "reply to", "in reply to", "answers"]),
    (.kind, ["type", "item type", "object type", "widget type", "typ"]),
    (
      .name,
      [
        "name", "full name", "fullname", "participant", "participants", "person", "attendee",
        "attendee name", "display name", "member", "member name", "teilnehmer", "teilnehmerin",
        "teilnehmende", "nom complet", "participante", "nombre completo", "nome",
      ]
    ),
    (
      .firstName,
      ["first name", "firstname", "given name", "forename", "vorname", "prénom", "nombre"]
    ),
    (
      .lastName,
      [
        "last name", "lastname", "surname", "family name", "nachname", "familienname", "nom",
        "nom de famille", "apellido", "apellidos",
      ]
    ),
    (
      .organisation,
      [
        "organisation", "organization", "org", "company", "affiliation", "institution", "employer",
        "firma", "unternehmen", "einrichtung", "société", "entreprise", "organización", "empresa",
        "department", "team", "verein",
      ]
    ),
    (
      .personRole,
      [
        "role", "rolle", "rôle", "rol", "function", "funktion", "fonction", "position",
        "job title", "job", "jobtitle",
      ]
    ),
    (
      .contact,
      [
        "email", "e mail", "mail", "email address", "e mail address", "phone", "telephone",
        "mobile", "telefon", "téléphone", "courriel", "correo",
      ]
    ),
  ]

  private static let known: [String: Role] = {
    var known: [String: Role] = [:]
    for name in textNames { known[name] = .text }
    for (role, names) in words { for name in names { known[name] = role } }
    return known
  }()
}
