extension View {
  /// The cards that it shows, each once, in its order: in a thread, or at the beginning of an
  /// entry, a cell or a bar.
  package var shownCards: [CardID] {
    var seen: Set<CardID> = []
    return blocks.flatMap(\.cards).filter { seen.insert($0).inserted }
  }
}

extension View.Block {
  fileprivate var cards: [CardID] {
    switch self {
    case .heading, .text, .note, .facts: []
    case .list(let items, _): items.flatMap(\.cards)
    case .thread(let nodes): nodes.flatMap(\.cards)
    case .table(let table): table.rows.flatMap { $0.flatMap(\.cards) }
    case .bars(let bars): bars.flatMap(\.label.cards)
    case .grid(let regions): regions.flatMap { $0.items.flatMap(\.cards) }
    case .matrix(let matrix): matrix.points.map { CardID($0.label) }
    }
  }
}

extension View.ThreadNode {
  fileprivate var cards: [CardID] { [id] + replies.flatMap(\.cards) }
}

extension String {
  fileprivate var cards: [CardID] {
    split(separator: "\n").compactMap { String($0).leadingCard.map { CardID($0) } }
  }

  /// The label of the card that an entry begins with, before two spaces: `c12  The stop has no
  /// roof`.
  package var leadingCard: String? {
    guard first == "c", let gap = firstIndex(of: " "), self[gap...].hasPrefix("  ") else {
      return nil
    }
    let label = self[..<gap]
    let number = label.dropFirst().prefix { $0.isASCII && $0.isNumber }
    let letter = label.dropFirst(1 + number.count)
    guard !number.isEmpty, letter.count <= 1, letter.allSatisfy({ $0.isASCII && $0.isLetter })
    else { return nil }
    return String(label)
  }
}
