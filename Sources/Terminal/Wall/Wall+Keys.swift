import ExerciseProtocol
import Rendering
import Workshop

/// What keys and orders do.
extension Wall {
  /// - Returns: whether the wall is left.
  func leaves(with key: BoothKey) -> Bool {
    if typed != nil {
      search(with: key)
      return false
    }
    let now = device.now
    // What was said about another key is over.
    remark.text = ""
    switch key {
    case .scalar("q"), .interrupt: return true
    // Never the end: it ends a search or what is up, and one too many is soon pressed.
    case .escape: brought == nil ? say(Wording.wallEnds) : follow(.go)
    case .scalar(" "), .pageDown, .right, .down, .enter: turner.turn(by: 1, at: now)
    case .pageUp, .left, .up, .backspace: turner.turn(by: -1, at: now)
    case .home: turner.go(to: 0, at: now)
    case .end: turner.go(to: turner.count - 1, at: now)
    case .scalar("/"): typed = ""
    case .scalar("n"): find(from: turner.page + 1)
    case .scalar("p"): follow(turner.isHeld ? .go : .hold)
    case .scalar("?"), .help: say(Wording.wallKeys)
    default: break
    }
    return false
  }

  func follow(_ order: WallOrder) {
    let now = device.now
    remark.text = ""
    if brought != nil, turner.count == 1, order.turnsPages {
      brought = nil
      refresh()
      // The page after a single card is the first one of where the room is.
      if order == .next || order == .back { return turner.go(to: 0, at: now) }
    }
    switch order {
    case .next: turner.turn(by: 1, at: now)
    case .back: turner.turn(by: -1, at: now)
    case .first: turner.go(to: 0, at: now)
    case .last: turner.go(to: turner.count - 1, at: now)
    case .page(let number): turner.go(to: number - 1, at: now)
    case .hold: turner.hold()
    case .go:
      turner.release(at: now)
      guard brought != nil else { return }
      brought = nil
      refresh()
    case .card, .activity, .proposition:
      // The card may be younger than the last look at the session.
      _ = try? desk.catchUp()
      brought = order
      refresh()
    }
  }

  // MARK: Searching

  private func search(with key: BoothKey) {
    switch key {
    case .scalar(let scalar): typed?.unicodeScalars.append(scalar)
    case .backspace: if typed?.isEmpty == false { typed?.removeLast() } else { typed = nil }
    case .enter:
      if let typed, !typed.isEmpty { sought = typed }
      typed = nil
      find(from: turner.page)
    case .escape, .interrupt: typed = nil
    default: break
    }
  }

  /// Turns to the next page that has the words; past the last comes the first.
  private func find(from start: Int) {
    let words = sought.lowercased()
    guard !words.isEmpty else { return }
    let found = (0..<turner.count).map { (start + $0) % turner.count }.first { page in
      pages.pages[page].contains(words)
    }
    guard let found else { return say(Wording.notOnWall(neutralised(sought))) }
    turner.go(to: found, at: device.now)
    let all = pages.pages.count { $0.contains(words) }
    say(Wording.foundOnWall(neutralised(sought), all))
  }
}

extension WallOrder {
  /// Whether it asks for another page: where a single card is up there is none, so it goes.
  fileprivate var turnsPages: Bool {
    switch self {
    case .next, .back, .first, .last, .page: true
    case .hold, .go, .card, .activity, .proposition: false
    }
  }
}

extension WallPages.Page {
  /// Whether it has these words, in small letters: in what it shows or in a card of which it shows
  /// a part.
  fileprivate func contains(_ words: String) -> Bool {
    keys.contains { $0.card == words || $0.text.lowercased().contains(words) }
      || lines.contains { $0.lowercased().contains(words) }
  }
}
