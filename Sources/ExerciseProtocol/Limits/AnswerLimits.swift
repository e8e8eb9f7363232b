/// How much one answer of a plugin may hold: what a room can use, and no more, so that no answer
/// fills a disk or keeps a room waiting. Lengths are in bytes of UTF-8; the table in the guide,
/// “The messages between host and plugin”, has the same numbers.
///
/// The host and the harness of ExerciseTesting both go by these, before anything is kept. What a
/// journal of before holds beyond them is read as ever.
public enum AnswerLimits {
  /// Cards that a view says have no place yet.
  public static let loose = 5_000
  /// A card's words, a paragraph, a cell: whatever is read as a text.
  public static let text = 64 * 1024
  /// A title, a notice, a refusal, a reason, a label: whatever stands in a line or two.
  public static let line = 4 * 1024
  /// A tag, a person, an organisation, the name of an attribute.
  public static let name = 1000
  /// The value of an attribute.
  public static let attribute = 16 * 1024
  /// An exercise's own event, as JSON.
  public static let event = 1024 * 1024
  /// A saved state, as JSON. A larger one is not kept: all events are folded again.
  public static let state = 16 * 1024 * 1024

  /// On one card, whoever put them there.
  public static let tags = 64
  /// With one card.
  public static let attributes = 64

  /// In one list of changes; of these so many new cards and new people.
  public static let changes = 30_000
  public static let cards = 20_000
  public static let people = 5_000
  /// What one list of changes leaves in the journal: texts, tags, attributes and events.
  public static let kept = 16 * 1024 * 1024

  /// On one paper; the options of one question; the steps of a scale, or grades.
  public static let questions = 50
  public static let options = 2_000
  public static let steps = 100
  /// The words of one paper together.
  public static let paper = 4 * 1024 * 1024
}

/// How much of a view is shown. The rest is cut, and told: a screen is read by people, a report may
/// be as long as what was said.
public struct ViewLimits: Hashable, Sendable {
  /// Blocks of a view; facts, bars, regions and points of a block.
  public var few: Int
  /// Entries, rows and cards of a block, and elements of all blocks together.
  public var many: Int
  /// Columns of a table.
  public var columns: Int
  /// The words of all blocks together, in bytes of UTF-8.
  public var bytes: Int

  public static let screen = ViewLimits(
    few: 1_000, many: 5_000, columns: 50, bytes: 2 * 1024 * 1024)
  public static let report = ViewLimits(
    few: 10_000, many: 100_000, columns: 50, bytes: 32 * 1024 * 1024)

  /// Those that hold for an audience.
  public init(for audience: Audience) { self = audience == .report ? .report : .screen }

  init(few: Int, many: Int, columns: Int, bytes: Int) {
    (self.few, self.many, self.columns, self.bytes) = (few, many, columns, bytes)
  }
}

/// Something in an answer that is larger than ``AnswerLimits`` allows.
package struct Excess: Error, Hashable, Sendable {
  /// What there is too much of: `text`, `new cards`.
  package var what: String
  /// How much there is.
  package var amount: Int
  package var limit: Int
  /// Whether `amount` and `limit` are lengths in bytes, not numbers of things.
  package var isLength: Bool

  package init(_ what: String, _ amount: Int, limit: Int, isLength: Bool = false) {
    (self.what, self.amount, self.limit, self.isLength) = (what, amount, limit, isLength)
  }

  /// One clause: `1,000,000 changes, where 30,000 are taken`.
  package var clause: String {
    isLength
      ? "\(what) of \(amount.grouped) bytes, where \(limit.grouped) are taken"
      : "\(amount.grouped) \(what), where \(limit.grouped) are taken"
  }
}

extension Excess {
  /// Refuses a text that is longer than `limit`.
  package static func check(
    _ text: String, _ what: String, _ limit: Int
  ) throws(Excess) {
    let length = text.utf8.count
    guard length <= limit else { throw Excess(what, length, limit: limit, isLength: true) }
  }

  /// Refuses more things than `limit`.
  package static func check(count: Int, _ what: String, _ limit: Int) throws(Excess) {
    guard count <= limit else { throw Excess(what, count, limit: limit) }
  }
}

extension Int {
  /// With its thousands set apart: `499,000`.
  package var grouped: String {
    let digits = String(magnitude)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
      text.append(digit)
    }
    return self < 0 ? "-\(text)" : text
  }
}

extension String {
  /// The text, or so many bytes of it and an ellipsis in place of the rest.
  package func cut(to limit: Int) -> String {
    guard utf8.count > limit else { return self }
    var end = utf8.index(startIndex, offsetBy: Swift.max(0, limit - "…".utf8.count))
    while end > startIndex, end.samePosition(in: unicodeScalars) == nil {
      end = utf8.index(before: end)
    }
    return String(unicodeScalars[..<end]) + "…"
  }
}
