import ExerciseKit

extension ConsentRound {
  /// What people say in a test of consent, about themselves or as somebody tells of them (`@Tom
  /// consents`). “No objection” is none, whatever its first word.
  static let spoken: [(grade: Int, words: [String])] = [
    (
      2,
      [
        "consent", "consents", "consented", "consenting", "full consent", "yes", "yep", "yeah",
        "aye", "ok", "okay", "ok by me", "ok with me", "ok with it", "ok with that",
        "okay with it", "okay with that", "agree", "agrees", "agreed", "in agreement", "in favour",
        "in favor", "for it", "fine", "fine by me", "fine with me", "fine with it",
        "fine with that", "fine for me", "good for me", "good enough", "safe enough",
        "good enough for now", "happy", "happy with it", "happy with that", "happy with this",
        "happy to go ahead", "happy to try it", "works for me", "sounds good", "go ahead",
        "go for it", "let's do it", "let's try it", "can live with it", "can live with that",
        "can live with this", "could live with it", "could live with that", "will go along",
        "go along with it", "goes along", "goes along with it", "support", "supports",
        "support it", "supports it", "accept", "accepts", "accept it", "accepts it", "approve",
        "approves", "no objection", "no objections", "no objection from me",
        "no objections from me", "see no objection", "without objection", "without objections",
        "don't have an objection", "don't have any objection", "don't have any objections",
        "do not have an objection", "doesn't have an objection", "don't object",
        "doesn't object", "do not object", "does not object", "not objecting", "won't object",
        "will not object", "wouldn't object", "no longer object", "no longer objects",
        "withdraw", "withdraws", "withdraw it", "withdraws it", "withdraw my objection",
        "withdraw the objection", "withdraws the objection", "withdraws her objection",
        "withdraws his objection", "withdraws their objection", "takes it back",
        "take it back", "take back my objection", "don't mind", "doesn't mind", "do not mind",
        "no problem", "no problems", "no problem with it", "nothing against it", "no concern",
        "no concerns", "consent without a concern", "consent without concern",
        "consent without concerns", "without concern", "without concerns",
      ]
    ),
    (
      1,
      [
        "concern", "a concern", "concerned", "concerns", "some concerns", "with a concern",
        "with concerns", "consent with a concern", "consents with a concern",
        "consent with concern", "consent with concerns", "consents with concerns",
        "agree with a concern", "yes with a concern", "ok with a concern",
        "consent with reservations", "consent with a reservation", "reservations",
        "with reservations", "a reservation", "agree with reservations", "stand aside",
        "stands aside", "standing aside", "stood aside", "will stand aside", "would stand aside",
        "not happy but can live with it", "don't love it but can live with it",
      ]
    ),
    (
      0,
      [
        "objection", "an objection", "objections", "object", "objects", "objecting", "objected",
        "have to object", "must object", "would object", "will object", "no", "nope", "no way",
        "no consent", "no agreement", "do not consent", "don't consent",
        "does not consent", "doesn't consent", "can't consent", "cannot consent",
        "can not consent", "won't consent", "not consenting", "do not agree", "don't agree",
        "does not agree", "doesn't agree", "can't agree", "cannot agree", "not agreed", "disagree",
        "disagrees", "disagreed", "against", "against it", "against this", "block", "blocks",
        "block it", "blocks it", "blocking", "veto", "vetoes", "oppose", "opposes", "opposed",
        "reject", "rejects", "not ok", "not okay", "not fine", "not fine with it", "not good",
        "not good enough", "not safe enough", "not happy", "not happy with it",
        "not happy with that", "unhappy", "can't live with it", "cannot live with it",
        "can not live with it", "can't live with that", "cannot live with that",
        "couldn't live with it", "can't accept it", "cannot accept it", "can't accept",
        "don't accept", "not in favour", "not in favor", "don't support it", "can't support it",
        "do not support it",
      ]
    ),
  ]
}

extension String {
  /// Without who says it: `I'm happy`, `is fine with it`, `she has no objection`.
  var withoutSubject: String {
    let subjects: Set<String> = [
      "i", "i'm", "im", "i've", "i'd", "i'll", "he", "she", "they", "we", "he's", "she's",
      "they're", "we're", "am", "is", "are", "has", "have", "had", "would", "will", "raises",
      "raise", "says", "well", "so", "just", "quite", "very", "really", "also", "still", "now",
      "personally", "who", "that's", "it's", "that", "it", "all", "am", "be",
    ]
    let words = split(whereSeparator: \.isWhitespace)
    let rest = words.prefix(5).drop { word in
      let plain = word.lowercased().replacing("’", with: "'").filter { $0.isLetter || $0 == "'" }
      return subjects.contains(plain)
    }
    guard let first = rest.first ?? words.dropFirst(5).first else { return self }
    return String(self[first.startIndex...])
  }

  /// Whether what follows a consent takes a part of it back.
  var beginsLimiting: Bool {
    let words = lowercased().split { !$0.isLetter }
    let first = words.first.map(String.init) ?? ""
    return ["but", "though", "although", "however", "unless", "except", "if", "provided"]
      .contains(first)
      || ["as long as", "with a concern", "with concerns", "with one concern", "only if"]
        .contains { lowercased().hasPrefix($0) }
  }
}
