package import Rendering

/// What on a wall is new, each for half a minute. It knows no clock but the times that it is told.
package struct WallNews: Sendable {
  /// What was on the pages at the last look.
  private var known: Set<WallKey> = []
  /// What has a mark, and until when.
  private var fresh: [WallKey: Duration] = [:]

  /// So long a new card has its mark.
  package static let freshness = Duration.seconds(30)

  package init() {}

  package var marked: Set<WallKey> { Set(fresh.keys) }

  /// Takes what is on the pages now.
  ///
  /// - Parameter isOther: whether the pages are of something else than before.
  /// - Returns: what is new, for which the pages are to be drawn again; nil where it is another
  ///   picture altogether, such as a result in the place of a ballot, on which nothing is new. The
  ///   first cards on an empty board are new.
  package mutating func take(
    _ pages: [[WallKey]], isOther: Bool, at now: Duration
  ) -> Set<WallKey>? {
    let keys = Set(pages.joined())
    let new = keys.subtracting(known)
    let isAnotherPicture = isOther || !known.isEmpty && !keys.isEmpty && new.count == keys.count
    known = keys
    guard !isAnotherPicture else {
      fresh = [:]
      return nil
    }
    fresh = fresh.filter { keys.contains($0.key) }
    for key in new { fresh[key] = now + Self.freshness }
    return new
  }

  /// Takes the marks off what is not new any more.
  ///
  /// - Returns: whether there was any.
  package mutating func age(at now: Duration) -> Bool {
    let count = fresh.count
    fresh = fresh.filter { $0.value > now }
    return fresh.count < count
  }
}
