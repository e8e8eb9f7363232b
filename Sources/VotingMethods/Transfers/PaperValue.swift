/// What a ballot paper counts: a part of a vote.
struct PaperValue: Comparable {
  private let top: Int
  private let bottom: Int

  /// - Precondition: `bottom` is above zero.
  init(_ top: Int, over bottom: Int) { (self.top, self.bottom) = (top, bottom) }

  /// A whole vote.
  static let one = PaperValue(1, over: 1)

  static func == (left: Self, right: Self) -> Bool {
    Int128(left.top) * Int128(right.bottom) == Int128(right.top) * Int128(left.bottom)
  }

  static func < (left: Self, right: Self) -> Bool {
    Int128(left.top) * Int128(right.bottom) < Int128(right.top) * Int128(left.bottom)
  }

  /// What so many papers come to in parts of a vote, of which a vote has `unit`; the rest ignored.
  func of(_ papers: Int, in unit: Int) -> Int {
    Int(Int128(papers) * Int128(unit) * Int128(top) / Int128(bottom))
  }
}
