/// The headings of columns, as boards, forms and people write them.
extension TableColumns {
  /// The surest first.
  static let textNames = [
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
        "last updated by", "last modified by", "last edited by", "modified by",
        "autor", "autorin", "wer", "von", "verfasser", "verfasserin", "auteur", "auteure", "qui",
        "par", "quién", "autora", "autore", "door",
      ]
    ),
    (
      .tags,
      [
        "column", "column name", "category", "categories", "tag", "tags", "list", "list name",
        "label", "labels", "group", "group name", "theme", "section", "frame", "frame name",
        "lane", "topic", "area", "prompt", "reflection group", "cluster", "region", "bucket",
        "spalte",
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
    (.kind, ["type", "item type", "object type", "widget type", "sticky type", "typ"]),
    (
      .look,
      [
        "color", "colour", "colors", "colours", "fill", "shape", "x", "y", "z", "width", "height",
        "rotation", "angle", "position x", "position y", "pos x",
        "pos y", "x position", "y position", "url", "link", "links", "link to",
        "board", "board id", "board name", "board url", "border line", "font size", "farbe",
        "couleur", "last updated", "last modified", "updated", "updated at", "modified",
        "modified at", "item url", "permalink",
      ]
    ),
    (
      .name,
      [
        "name", "full name", "fullname", "your name", "your full name", "what is your name",
        "who are you", "dein name", "ihr name", "wie heißt du", "wie heißen sie", "votre nom",
        "ton nom", "tu nombre", "su nombre", "il tuo nome", "participant", "participants", "person",
        "attendee",
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

  static let known: [String: Role] = {
    var known: [String: Role] = [:]
    for name in textNames { known[name] = .text }
    for (role, names) in words { for name in names { known[name] = role } }
    return known
  }()
}
