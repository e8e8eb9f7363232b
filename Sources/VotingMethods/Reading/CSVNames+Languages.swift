/// What columns about voters are called in several languages.
extension CSVNames {
  /// Further words for how many voters cast a row.
  static let moreWeights: Set<String> = [
    "häufigkeit", "haeufigkeit", "anzahl stimmen", "anzahl der stimmen", "stimmenzahl", "stimmzahl",
    "stimmenanzahl", "anz", "stimmgewicht", "gewichte", "nifer y pleidleisiau",
    "pwysau", "amlder", "fréquence", "frequence",
    "fréquences", "occurrences", "nombre de bulletins", "pondération", "suffrages", "tantièmes",
    "frecuencia", "número de votos",
    "num votos", "nº de votos", "ponderación", "frequenza", "numero voti", "numero di voti",
    "millesimi", "frequência", "número de votos", "frequentie", "aantal stemmen", "gewichten",
    "aantallen", "antal röster", "vikt", "antall", "antall stemmer", "vekt", "vægt",
    "antal stemmer", "liczba głosów", "waga", "paino", "frequencies", "multiplicities",
  ]

  /// Words that may say how many voters cast a row, and may as well say something else.
  static let numbers: Set<String> = [
    "menge", "faktor", "nifer", "nombre", "nb", "nbre", "nbr", "coefficient", "coef", "occurrence",
    "quantité", "número", "numero", "liczba", "määrä", "times", "mal", "qty", "quantity", "num",
    "amount", "copies", "tally", "factor", "repeats", "how many",
  ]

  /// Words for votes that somebody casts for others: a number of them, or whether there are any.
  static let mandates: Set<String> = [
    "proxy", "proxies", "vollmacht", "vollmachten", "stimmübertragung", "stimmrechtsübertragung",
    "procuration", "procurations", "pouvoir", "pouvoirs", "delega", "deleghe", "poder",
    "poderes", "procuração", "procurações", "volmacht", "volmachten", "fullmakt", "fullmakter",
    "fuldmagt", "fuldmagter", "valtakirja", "pełnomocnictwo", "dirprwy", "dirprwyon",
    "delegated", "entrusted",
  ]

  /// Words that are about voters in a name of up to three words, too: “Anwesend am 3. Mai”.
  static let plainlyPersons: Set<String> = [
    "anwesend", "abwesend", "anwesenheit", "briefwahl", "briefwähler", "stimmberechtigt",
    "wahlberechtigt", "mitglied", "nichtmitglied", "ehrenmitglied", "mitgliedschaft", "adhérent",
    "adhérente", "adherent", "aelod", "aelodaeth", "bresennol", "presennol", "présent", "présente",
    "absent", "absente", "eligible", "membership", "attending", "stemgerechtigd", "aanwezig",
    "afwezig", "närvarande", "tilstede", "asistencia", "asistente", "presenza", "quorum",
    "correspondance", "cotisant", "abonné",
  ]

  /// Names as a whole.
  static let more: [(Reading.Reason, Set<String>)] = [
    (
      .persons,
      [
        "postal", "postal vote", "postal voter", "by post", "by mail", "absentee",
        "online", "remote", "in person", "vor ort", "en ligne", "à distance", "sur place",
        "ar lein",
        "drwy r post", "pleidlais bost", "por correo", "em linha", "present", "presence", "absence",
        "members", "non member", "full member", "is member", "is present", "membre", "membres",
        "miembro", "socio", "socia", "socio de pleno derecho", "membro", "sócio", "lid", "leden",
        "medlem", "jäsen", "członek", "presente", "ausente", "assente", "obecny", "läsnä",
        "til stede", "teilnahme", "teilgenommen", "erschienen", "zugelassen", "bezahlt",
        "beitrag bezahlt", "paid", "paid up", "dues paid", "fee paid", "cotisation", "payé",
        "à jour de cotisation", "wedi talu", "pagado", "pagato", "pago", "betaald", "betald",
        "confirmed", "bestätigt", "confirmé", "confirmado", "confermato", "bevestigd",
        "checked in", "signed in", "registered", "angemeldet", "inscrit", "voted", "has voted",
        "gewählt", "abgestimmt", "a voté", "wedi pleidleisio", "first time", "first timer",
        "newcomer", "student", "employee", "resident",
        "tenant", "retired", "rentner", "vote by post",
        "oed", "rhyw", "rhywedd", "âge en années", "wiek", "ikä",
        "délégué", "déléguée", "delegate", "delegierte", "delegierter", "delegado", "delegato",
        "stimmrecht", "voting right", "voting rights", "droit de vote", "entitled",
      ]
    ),
    (
      .places,
      [
        "gruppe", "groupe", "grŵp", "grwp", "grupo", "gruppo", "groep", "grupp", "ryhmä", "grupa",
        "abteilung", "département", "adran", "departamento", "dipartimento", "afdeling",
        "avdelning",
        "région", "region", "rhanbarth", "regione", "canton", "kanton", "bundesland", "ort",
        "stadtteil", "commune", "ort", "tisch", "section", "sektion", "branch", "chapter",
        "zweigstelle", "cangen", "class",
        "klasse", "classe", "dosbarth", "year group", "round", "runde", "rownd", "lle",
        "wahlurne", "ballot box",
      ]
    ),
    (
      .ids,
      [
        "cast vote record", "mitgliedsnummer", "no d adhérent", "numéro", "rhif", "rhif aelod",
        "folio", "papier",
        "zeile", "ligne", "fila", "rij", "rad", "seriennummer", "losnummer", "lfd",
        "stimmzettel nr", "bulletin", "scheda", "papeleta", "papur", "papur pleidleisio",
        "respondentid", "collectorid", "respondent id", "collector id", "laufende nummer",
        "pleidleisiwr", "wählerin", "électeur", "votant", "votante", "elettore", "kiezer",
      ]
    ),
    (
      .people,
      ["teilnehmer", "teilnehmende", "teilnehmerin", "participants", "enw", "naam", "namn"]
    ),
    (
      .comments,
      [
        "commentaire", "commentaires", "remarque", "remarques", "sylwadau", "sylw", "comentario",
        "comentarios", "commento", "commenti", "opmerking", "opmerkingen", "kommentar",
        "kommentare",
        "anmerkung", "anmerkungen", "hinweis", "notiz", "notizen",
      ]
    ),
    (
      .statistics,
      [
        "totals", "sums", "summe", "gesamt", "gesamtsumme", "insgesamt", "punkte gesamt", "somme",
        "totaux", "cyfanswm", "totale", "suma", "soma", "totaal", "summa", "sum total",
        "grand total", "durchschnitt", "mittelwert", "moyenne", "cyfartaledd", "promedio", "media",
        "média", "gemiddelde", "prozent", "pourcentage", "checksum", "prüfsumme", "kontrolle",
      ]
    ),
    (
      .times,
      [
        "heure", "amser", "dyddiad", "fecha", "hora", "uhrzeit", "zeit", "dauer", "durée",
        "duración",
        "start time", "end time", "start date", "end date", "date created", "date modified",
      ]
    ),
  ]

  /// Whether a name is that of a question to which all candidates are answers.
  static func isQuestion(_ name: String) -> Bool {
    if name.hasSuffix("?") { return true }
    return [
      "vote", "votes", "your vote", "my vote", "choice", "your choice", "answer", "answers",
      "selection", "candidate", "candidates", "preference", "rank", "score", "stimme", "wahl",
      "auswahl", "antwort", "kandidat", "deine wahl", "ihre wahl", "choix", "réponse", "candidat",
      "votre choix", "pleidlais", "dewis", "ateb", "ymgeisydd", "voto", "elección", "respuesta",
      "scelta", "escolha", "stem", "keuze", "röst", "val", "stemme", "valg",
    ].contains(CSVWords.folded(name))
  }
}
