/// How much a session may hold, whatever brought it there: far more than any workshop leaves, and
/// so little that it opens again. An answer that would pass one of these is refused, whole. The
/// table in the guide, “The messages between host and plugin”, has the same numbers.
///
/// A plugin that adds much with every line gets no further than half: from there on an answer may
/// bring a little at once, so that what people say themselves has all the rest. What the host does
/// by itself (the roster, the agenda, votes) is not counted against these.
public enum SessionLimits {
  /// Labels that were given to cards, whatever became of the cards.
  public static let cards = 100_000
  /// Labels that were given to people.
  public static let people = 20_000
  /// The journal, in bytes.
  public static let journal = 1024 * 1024 * 1024

  /// What one answer may bring from half of them on.
  public static let fewCards = 100
  public static let fewPeople = 100
  public static let fewBytes = 256 * 1024
}

/// Of what a session holds too much.
package struct SessionExcess: Hashable, Sendable {
  /// `cards`, `people`, `bytes`.
  package var what: String
  /// How much there is.
  package var held: Int
  /// How much was to come.
  package var added: Int
  package var limit: Int
  /// How much may come at once; nil: nothing, because it is full.
  package var few: Int?

  /// Nil where there is room for it.
  init?(_ what: String, held: Int, adding added: Int, _ limit: Int, few: Int) {
    guard added > 0 else { return nil }
    let isFull = held + added > limit
    guard isFull || (added > few && held + added > limit / 2) else { return nil }
    (self.what, self.held, self.added, self.limit) = (what, held, added, limit)
    self.few = isFull ? nil : few
  }

  /// One clause, for an author.
  package var clause: String {
    few.map {
      "\(added.grouped) \(what) at once, where a session that holds \(held.grouped) takes "
        + "\($0.grouped)"
    } ?? "\(held.grouped) \(what) and \(added.grouped) more, where a session takes \(limit.grouped)"
  }
}
