/// Which page of the wall is up, and until when. It knows no terminal and no clock but the times
/// that it is told.
///
/// By itself it turns once there was time to read the page; a page that somebody turned to stays
/// for a minute; one that is held stays until it is let go.
package struct WallTurner: Sendable {
  /// From 0.
  package private(set) var page = 0
  package private(set) var isHeld = false
  /// How many words each page has.
  private var words: [Int] = [0]
  private var turnsAt = Duration.zero

  /// A page that somebody turned to stays up for so long.
  package static let patience = Duration.seconds(60)

  package init() {}

  package var count: Int { words.count }

  /// How long a page of so many words stays: three words a second are read aloud with ease.
  package static func time(for words: Int) -> Duration {
    .seconds(min(40, max(8, words / 3)))
  }

  /// There are other pages now; the one that is up stays up, if there is one of its number.
  package mutating func take(_ pages: [Int], at now: Duration) {
    let isMore = pages.count > 1 && words.count <= 1
    words = pages.isEmpty ? [0] : pages
    page = min(page, words.count - 1)
    if isMore { turnsAt = now + Self.time(for: words[page]) }
  }

  /// Puts a page up that has something new, unless the wall is held.
  package mutating func show(_ page: Int, at now: Duration) {
    guard !isHeld else { return }
    self.page = min(max(0, page), count - 1)
    turnsAt = now + max(Self.time(for: words[self.page]), .seconds(12))
  }

  /// Somebody turned to a page.
  package mutating func go(to page: Int, at now: Duration) {
    self.page = min(max(0, page), count - 1)
    turnsAt = now + Self.patience
  }

  /// Somebody turned on, or back; past the last comes the first.
  package mutating func turn(by pages: Int, at now: Duration) {
    go(to: ((page + pages) % count + count) % count, at: now)
  }

  package mutating func hold() { isHeld = true }

  /// Turns by itself again.
  package mutating func release(at now: Duration) {
    isHeld = false
    turnsAt = now + Self.time(for: words[page])
  }

  /// Turns the page where its time is over.
  ///
  /// - Returns: whether it was.
  @discardableResult
  package mutating func tick(at now: Duration) -> Bool {
    guard !isHeld, count > 1, now >= turnsAt else { return false }
    page = (page + 1) % count
    turnsAt = now + Self.time(for: words[page])
    return true
  }
}
