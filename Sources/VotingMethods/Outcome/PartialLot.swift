/// What is known of a lot that nobody drew, while the ways in which it could fall are followed one
/// after the other.
///
/// A lot is an order of all candidates, and decides every tie of a count by that one order. So what
/// it decided once holds from then on: in a later stage, and where a count begins anew with more
/// money. Only what that leaves open is a choice.
struct PartialLot: Hashable, Sendable {
  /// Which way the open choices that come next go, counted from 0 in ``choices``; the first way
  /// where nothing is left.
  private var path: ArraySlice<Int>
  /// The candidates who are known to stand after each.
  private var after: [Set<Int>]
  /// Every open choice that was met.
  private(set) var choices: [Choice] = []

  /// A choice that the lot left open.
  struct Choice: Hashable, Sendable {
    /// Between whom: those of the tied before whom none of the others is known to stand.
    var between: [Int]
    /// The tie that it would decide.
    var tie: Tie
  }

  init(path: [Int], candidates: Int) {
    self.path = path[...]
    after = Array(repeating: [], count: candidates)
  }

  /// Which of the tied stands first (or last) in the lot.
  mutating func choose(
    _ end: TieBreaker.End, of tied: [Int], for question: Tie.Question, stage: Int?
  ) -> Int {
    let possible = tied.sorted().filter { one in
      !tied.contains { end == .most ? after[$0].contains(one) : after[one].contains($0) }
    }
    var chosen = possible[0]
    if possible.count > 1 {
      let tie = Tie(
        question: question, stage: stage, candidates: tied.sorted(), chosen: [],
        resolution: .unbroken)
      choices.append(Choice(between: possible, tie: tie))
      let way = path.popFirst() ?? 0
      chosen = possible[min(way, possible.count - 1)]
    }
    for other in tied where other != chosen {
      if end == .most { put(chosen, before: other) } else { put(other, before: chosen) }
    }
    return chosen
  }

  /// Keeps what follows from an order of two, too.
  private mutating func put(_ first: Int, before second: Int) {
    guard !after[first].contains(second) else { return }
    let later = after[second].union([second])
    for one in after.indices where one == first || after[one].contains(first) {
      after[one].formUnion(later)
    }
  }
}
