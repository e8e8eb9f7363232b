import ExerciseProtocol

/// A thread as the list of its lines of thought, top to bottom: what every way of showing it needs.
struct ThreadOutline {
  struct Entry {
    var content: Content
    var parent: CardID?
    /// How far it is indented; 0 for a card that replies to none.
    var depth: Int
    /// Whether it lies deeper than it is indented, so that words must say what it replies to.
    var isCapped: Bool
    /// For each depth from 1 to this entry's own: whether anything follows at that depth before
    /// the thread returns above it.
    var follows: [Bool] = []
    /// Whether a reply to it comes next, indented under it.
    var hasReplies = false
  }

  enum Content {
    case card(View.ThreadNode)
    /// So many replies that are not shown.
    case folded(Int)
  }

  private(set) var entries: [Entry] = []

  /// Replies below `deepest` are indented no further.
  init(_ nodes: [View.ThreadNode], deepest: Int = .max) {
    var waiting = nodes.reversed().map {
      Entry(content: .card($0), parent: nil, depth: 0, isCapped: false)
    }
    while let entry = waiting.popLast() {
      entries.append(entry)
      guard case .card(let node) = entry.content else { continue }
      let depth = min(entry.depth + 1, deepest)
      func below(_ content: Content) -> Entry {
        Entry(content: content, parent: node.id, depth: depth, isCapped: entry.depth == deepest)
      }
      if node.folded > 0 { waiting.append(below(.folded(node.folded))) }
      waiting += node.replies.reversed().map { below(.card($0)) }
    }
    markWhatFollows()
  }

  /// From the end: at which depths something has been seen since the last shallower entry.
  private mutating func markWhatFollows() {
    var seen: [Bool] = []
    for index in entries.indices.reversed() {
      let depth = entries[index].depth
      entries[index].hasReplies = seen.count > depth + 1 && seen[depth + 1]
      while seen.count <= depth { seen.append(false) }
      entries[index].follows = Array(seen[..<(depth + 1)].dropFirst())
      seen.removeLast(seen.count - depth - 1)
      seen[depth] = true
    }
  }
}
