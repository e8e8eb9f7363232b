import ExerciseKit

extension Chain {
  static func view(of room: Room<Chain>, for audience: Audience) -> View {
    var blocks = room.opening
    let tree = ChainTree(room)
    guard !tree.nodes.isEmpty else {
      let begin =
        room.settings.preset == .fiveWhys
        ? "Begin with the problem as it is felt." : "Begin with the change that you want to see."
      return View(blocks + [.note(begin, .hint)])
    }
    blocks.append(.thread(tree.nodes))
    let names = room.levels
    let levels = tree.counts.enumerated().map { depth, count in
      "\(depth < names.count ? names[depth] : "Level \(depth + 1)") \(count)"
    }
    blocks.append(.text("Cards on each level: \(levels.joined(separator: ", "))."))
    if audience != .report, let tip = room.tip {
      blocks.append(.note("Next, on \(tip.id) “\(tip.text)”: \(room.question)", .hint))
    }
    let said = room.visible.filter { !$0.isFromFile }
    return View(
      blocks
        + room.readiness(
          room.state.contributors, count: said.count,
          unnamed: said.count { $0.author == nil }, "added a step",
          room.settings.privacy.privacy, for: audience))
  }
}

extension Room<Chain> {
  fileprivate var levels: [String] {
    let own = settings.levels.items
    return own.isEmpty ? settings.preset.levels : own
  }
}

/// The cards as trees. A card that hangs on one which is hidden or gone is a beginning; one that is
/// very deep stands beside what it hangs on, because a view may not be nested without end.
private struct ChainTree {
  private(set) var nodes: [View.ThreadNode] = []
  /// How many cards each level has.
  private(set) var counts: [Int] = []
  private let room: Room<Chain>
  private var children: [CardID: [Card]] = [:]

  private static let depthLimit = 10

  init(_ room: Room<Chain>) {
    self.room = room
    let taken = room.visibleTaken.filter { root in
      room.visible.contains { $0.parent == root.id } || room.visible.isEmpty
    }
    let known = Set((room.visible + taken).map(\.id))
    var roots = taken
    for card in room.visible {
      if let parent = card.parent, known.contains(parent) {
        children[parent, default: []].append(card)
      } else {
        roots.append(card)
      }
    }
    nodes = roots.map { node($0, depth: 0) }
  }

  private mutating func node(_ card: Card, depth: Int) -> View.ThreadNode {
    if card.isTagged("assumption") == false { count(depth) }
    var below: [View.ThreadNode] = []
    if depth < Self.depthLimit {
      below = (children[card.id] ?? []).map { node($0, depth: depth + 1) }
    } else {
      var waiting = (children[card.id] ?? []).reversed() as [Card]
      while let next = waiting.popLast() {
        count(depth + 1)
        below.append(leaf(next, remark: next.parent.map { "on \($0)" }))
        waiting += (children[next.id] ?? []).reversed()
      }
    }
    var shown = leaf(card, remark: nil)
    shown.replies = below
    return shown
  }

  private func leaf(_ card: Card, remark: String?) -> View.ThreadNode {
    View.ThreadNode(
      id: card.id, text: card.text, author: room.authors(of: card), tags: card.tags,
      remark: remark)
  }

  private mutating func count(_ depth: Int) {
    while counts.count <= depth { counts.append(0) }
    counts[depth] += 1
  }
}
