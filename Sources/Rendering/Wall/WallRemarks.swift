import ExerciseProtocol

/// What a view says about its cards below them, “3 of 6 have voted.”: on a wall it stands at the
/// top, because what is below sixty cards is on the last page.
struct WallRemarks {
  /// As one paragraph.
  let text: String
  /// The view without them.
  let rest: [View.Block]

  /// A longer text is content, and so are many of them.
  private static let (longest, most) = (160, 3)

  /// What is told above the cards as news, such as how many have voted, stands there as well.
  init(of blocks: [View.Block]) {
    let news = blocks.prefix { block in block.news != nil }
    let below = Array(blocks[news.count...])
    let found = Self.places(in: below)
    let isShort = (1...Self.most).contains(found.count)
    let texts = news.compactMap(\.news) + (isShort ? found.compactMap { below[$0].paragraph } : [])
    text = texts.joined(separator: " ")
    rest = isShort ? below.indices.filter { !found.contains($0) }.map { below[$0] } : below
  }

  /// The short texts right below cards. A result is told in its own order.
  private static func places(in blocks: [View.Block]) -> [Int] {
    var places: [Int] = []
    var isBelowCards = false
    for (index, block) in blocks.enumerated() {
      switch block {
      case .bars: return []
      case .list, .table, .thread, .grid, .matrix: isBelowCards = true
      case .text(let text) where isBelowCards && text.count <= longest && !text.contains("\n"):
        places.append(index)
      default: isBelowCards = false
      }
    }
    return places
  }
}

extension View.Block {
  /// A short success.
  fileprivate var news: String? {
    if case .note(let text, .success) = self, text.count <= 160 { text } else { nil }
  }

  fileprivate var paragraph: String? { if case .text(let text) = self { text } else { nil } }
}
