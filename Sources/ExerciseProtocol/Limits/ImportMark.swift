/// How a card that came out of a file is known again: by what its source calls it, and where that
/// name holds. The same file twice, another page of it, or a later export of the same discussion
/// then brings what is new, and nothing twice.
package struct ImportMark: Hashable, Sendable {
  private var id: String
  private var origin: String

  package init(id: String, from origin: String?) {
    (self.id, self.origin) = (id, origin ?? "")
  }

  /// Of a card or a draft with these attributes; nil where it did not come out of a file, or its
  /// source has no name for it.
  package init?(_ attributes: [String: String]) {
    guard let id = attributes[CardDraft.importedID] else { return nil }
    self.init(id: id, from: attributes[CardDraft.importedFrom])
  }

  /// What stands for the mark on a card that was brought in before cards told where they are from:
  /// the same words from the same address.
  package init?(old attributes: [String: String], text: String) {
    guard let id = attributes[CardDraft.importedID] else { return nil }
    (self.id, origin) = (id, "\u{0}\(attributes["url"] ?? "")\u{0}\(text)")
  }
}

extension ImportMark {
  /// Those of all cards that came out of files.
  package static func index(of cards: some Sequence<Card>) -> [ImportMark: CardID] {
    var marks: [ImportMark: CardID] = [:]
    for card in cards {
      let isOld = card.attributes[CardDraft.importedFrom] == nil
      let mark =
        isOld ? ImportMark(old: card.attributes, text: card.text) : ImportMark(card.attributes)
      if let mark, marks[mark] == nil { marks[mark] = card.id }
    }
    return marks
  }
}

extension CardDraft {
  /// The attributes by which a host knows the cards of an import again. What the source calls the
  /// card: unique in ``importedFrom``, the same in every export.
  public static let importedID = "imported-id"
  /// Where that name holds: the address of the page, or its title.
  public static let importedFrom = "imported-from"
  /// What the card answers, by its ``importedID``, where that is not among the cards proposed with
  /// it: the host finds it on the board, if it is there.
  public static let answersImported = "answers-imported"
}
