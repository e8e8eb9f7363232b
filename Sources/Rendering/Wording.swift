import ExerciseProtocol

/// Every word that the renderers add to a view, in one place for the translations to come.
enum Wording {
  static func tone(_ tone: View.Tone) -> String {
    switch tone {
    case .hint: "Hint:"
    case .success: "Done:"
    case .warning: "Warning:"
    case .failure: "Failed:"
    }
  }

  /// The words for all of them.
  static let tones = [View.Tone.hint, .success, .warning, .failure].map(tone)

  /// The parent is named where no guide shows it.
  static func folded(_ count: Int, under parent: CardID? = nil) -> String {
    let place = parent.map { " to \($0)" } ?? ""
    return "\(count) \(count == 1 ? "reply" : "replies")\(place) folded"
  }

  static func reply(to parent: CardID) -> String { "reply to \(parent)" }

  /// Columns in which no row has anything.
  static func emptyColumns(_ titles: [String]) -> String {
    "Nothing in \(titles.joined(separator: ", "))."
  }

  static func heading(_ text: String, level: Int) -> String { "Heading \(level): \(text)" }

  /// How a card begins when it is read aloud.
  static func card(_ id: CardID, author: String?, parent: CardID?) -> String {
    guard let parent else { return "\(id)\(author.map { " by \($0)" } ?? ""):" }
    return "\(id). Reply to \(parent)\(author.map { ", by \($0)" } ?? ""):"
  }

  static func tags(_ tags: [String]) -> String {
    "Tags: \(tags.joined(separator: ", "))."
  }

  static func remark(_ remark: String) -> String { "Remark: \(remark)." }

  static func row(_ number: Int) -> String { "Row \(number):" }
  static func noRows(_ titles: [String]) -> String {
    "Table with no rows: \(titles.joined(separator: ", "))."
  }

  static func table(_ titles: [String]) -> String {
    "Table: \(titles.joined(separator: ", "))"
  }

  static func region(_ title: String, items: Int) -> String {
    switch items {
    case 0: "Region \(title): empty."
    case 1: "Region \(title), 1 item:"
    default: "Region \(title), \(items) items:"
    }
  }

  static let chosen = "chosen"
  static let signed = "Signed"
  static let signature = "Signature"
  static let printedName = "Name"
  static let placeAndDate = "Place and date"
  static let option = "Option"
  static let result = "Result"
  static let point = "Point"
  static let quadrant = "Quadrant"

  static func axes(_ matrix: View.Matrix) -> String {
    "Matrix of \(span(matrix.horizontal)) and \(span(matrix.vertical))."
  }

  private static func span(_ axis: View.Matrix.Axis) -> String {
    "\(axis.name) (\(axis.low) to \(axis.high))"
  }

  /// One end of an axis: `Impact: high`.
  static func end(_ end: String, of axis: View.Matrix.Axis) -> String {
    [axis.name, end].filter { !$0.isEmpty }.joined(separator: ": ")
  }

  /// A place on an axis, out of 10 because people place things so: `9 of 10 (high)`.
  static func place(_ value: Double, on axis: View.Matrix.Axis) -> String {
    let value = value.clampedToUnit
    let end = value < 0.5 ? axis.low : axis.high
    return "\(tenths(value)) of 10" + (end.isEmpty ? "" : " (\(end))")
  }

  /// The quadrant of a point: `Effort: low, Impact: high`.
  static func quadrant(of point: View.Matrix.Point, in matrix: View.Matrix) -> String {
    quadrant(right: point.x.clampedToUnit >= 0.5, up: point.y.clampedToUnit >= 0.5, in: matrix)
  }

  static func quadrant(right: Bool, up: Bool, in matrix: View.Matrix) -> String {
    let (across, upward) = (matrix.horizontal, matrix.vertical)
    let ends = [
      end(right ? across.high : across.low, of: across),
      end(up ? upward.high : upward.low, of: upward),
    ]
    return ends.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  // MARK: The wall

  /// In a region of the wall that has no card.
  static let nothingHere = "nothing yet"
  /// Cards of a region that are on a later page.
  static func more(_ count: Int) -> String { "… \(count) more" }

  static func samePlace(as shown: String, _ others: [String]) -> String {
    "Same place as \(shown): \(others.joined(separator: ", "))"
  }

  /// A number from 0 to 1 in tenths, with one decimal at most.
  private static func tenths(_ value: Double) -> String {
    let rounded = Int(value * 100 + 0.5)
    return rounded % 10 == 0 ? "\(rounded / 10)" : "\(rounded / 10).\(rounded % 10)"
  }
}
