import ExerciseKit

/// A discussion's cards as threads, in the chosen order, as far as an audience may see them.
struct CommentTree {
  private let room: Room<Discussion>
  private let audience: Audience
  private let children: [CardID: [Card]]
  private let known: Set<CardID>

  /// Deeper replies stand below one another at this depth and say what they answer: past it nobody
  /// could follow the lines, and a view may not be nested without end.
  private static let depthLimit = 8

  init(_ room: Room<Discussion>, _ audience: Audience) {
    self.room = room
    self.audience = audience
    known = Set(room.cards.map(\.id))
    var children: [CardID: [Card]] = [:]
    for card in room.cards {
      if let parent = card.parent { children[parent, default: []].append(card) }
    }
    self.children = children
  }

  var nodes: [View.ThreadNode] {
    let roots = room.cards.filter { card in card.parent.map { !known.contains($0) } ?? true }
    return sorted(roots).flatMap { nodes(of: $0, depth: 1) }
  }

  private func sorted(_ roots: [Card]) -> [Card] {
    switch room.state.order ?? room.settings.order {
    case .oldest: return roots
    case .newest: return roots.reversed()
    case .busiest:
      let sizes = Dictionary(
        uniqueKeysWithValues: roots.map { ($0.id, descendants(of: $0).count) })
      return roots.enumerated().sorted { left, right in
        let (first, second) = (sizes[left.element.id] ?? 0, sizes[right.element.id] ?? 0)
        return first == second ? left.offset < right.offset : first > second
      }.map(\.element)
    }
  }

  /// The card with its replies; nothing where all of it is hidden from this audience.
  private func nodes(of card: Card, depth: Int) -> [View.ThreadNode] {
    var replies: [View.ThreadNode] = []
    var folded = 0
    if room.state.folded.contains(card.id) && audience != .report {
      folded = descendants(of: card).count { !isSilent($0) }
    } else if depth < Self.depthLimit {
      replies = (children[card.id] ?? []).flatMap { nodes(of: $0, depth: depth + 1) }
    } else {
      replies = descendants(of: card).filter { !isSilent($0) }.map { reply in
        node(of: reply, below: card)
      }
    }
    if isSilent(card), replies.isEmpty, folded == 0 { return [] }
    return [node(of: card, replies: replies, folded: folded)]
  }

  /// - Parameter neighbour: what the card stands below, where it says itself what it answers.
  private func node(
    of card: Card, replies: [View.ThreadNode] = [], folded: Int = 0, below neighbour: Card? = nil
  ) -> View.ThreadNode {
    var remarks: [String] = []
    if let neighbour, let parent = card.parent, parent != neighbour.id {
      remarks.append("answers \(parent)")
    }
    if let reason = card.hidden {
      remarks.append(audience == .room ? "hidden" : "hidden: \(reason)")
    }
    if let source = card.attributes["from"] { remarks.append("from \(source)") }
    if !card.sources.isEmpty, card.hidden == nil || audience == .facilitator {
      remarks.append(String(room.alsoSaid(by: card).dropFirst(2)))
    }
    if let kind = card.attributes["kind"] { remarks.append(kind) }
    if let votes = card.votesElsewhere { remarks.append(votes) }
    if card.attributes["approved"] == "no" { remarks.append("not yet approved") }
    let isWithheld = card.hidden != nil && audience != .facilitator
    return View.ThreadNode(
      id: card.id, text: isWithheld ? "" : card.text,
      author: isWithheld ? nil : room.authors(of: card), tags: isWithheld ? [] : card.tags,
      remark: remarks.isEmpty ? nil : remarks.joined(separator: ", "), replies: replies,
      folded: folded)
  }

  /// Whether the audience is not even told that the card is there: on the wall, a hidden one,
  /// unless others that answer it have to hang on something.
  private func isSilent(_ card: Card) -> Bool { card.hidden != nil && audience == .room }

  /// All replies below a card, in reading order. Iterative: a chain may be thousands deep.
  private func descendants(of card: Card) -> [Card] {
    var result: [Card] = []
    var waiting: [Card] = (children[card.id] ?? []).reversed()
    while let next = waiting.popLast() {
      result.append(next)
      waiting.append(contentsOf: (children[next.id] ?? []).reversed())
    }
    return result
  }
}
