import ExerciseKit

/// One question, as the setting writes it.
struct SurveyQuestion: Equatable {
  enum Kind: Equatable {
    case likert, choice, text
  }

  var kind: Kind
  var text: String
  /// The steps or the choices, in order; none for a text.
  var options: [String]

  /// Reads `Likert: …`, `Choice: … = this / that`, `Text: …`; without one of these words it is a
  /// text. A choice of fewer than two is a text too.
  init(_ line: String, steps: [String]) {
    let parts = line.split(separator: ":", maxSplits: 1)
    let word = parts.first?.trimmed.lowercased() ?? ""
    let rest = parts.count == 2 ? parts[1].trimmed : ""
    (kind, text, options) = (.text, line.trimmed, [])
    guard !rest.isEmpty else { return }
    switch word {
    case "likert": (kind, text, options) = (.likert, rest, steps)
    case "text": text = rest
    case "choice":
      let sides = rest.split(separator: "=", maxSplits: 1)
      let choices = sides.count == 2 ? sides[1].split(separator: "/").map(\.trimmed) : []
      let named = choices.filter { !$0.isEmpty }
      text = sides[0].trimmed
      if named.count > 1 { (kind, options) = (.choice, named) }
    default: break
    }
  }

  /// The number, from 1, of the option that was typed: its number, its name, or how it begins.
  func option(_ typed: String) -> Int? {
    var words = typed.trimmed.lowercased().replacing("’", with: "'")
    while let last = words.last, ".,;:!".contains(last) { words.removeLast() }
    if let number = Int(words) { return options.indices.contains(number &- 1) ? number : nil }
    guard !words.isEmpty else { return nil }
    let names = options.map { $0.lowercased().replacing("’", with: "'") }
    if let index = names.firstIndex(of: words) { return index + 1 }
    let begin = names.indices.filter { names[$0].hasPrefix(words) }
    return begin.count == 1 ? begin[0] + 1 : nil
  }
}

/// What the answers on a scale tell: the middle, and how far they lie apart.
struct Spread: Equatable {
  var count: Int
  var mean: Double
  /// The median, and the quartiles around it: half of all answers lie between these.
  var median: Double
  var middleHalf: ClosedRange<Double>

  /// Nil without any answer. Quartiles are the medians of the lower and the upper half, the middle
  /// one left out where the number is odd (D. S. Moore and G. P. McCabe, “Introduction to the
  /// Practice of Statistics”).
  init?(_ values: [Int]) {
    let sorted = values.sorted()
    guard let first = sorted.first else { return nil }
    count = sorted.count
    mean = sorted.reduce(0) { $0 + Double($1) } / Double(sorted.count)
    median = Self.median(sorted)
    let half = sorted.count / 2
    middleHalf =
      half == 0
      ? Double(first)...Double(first)
      : Self.median(Array(sorted.prefix(half)))...Self.median(Array(sorted.suffix(half)))
  }

  private static func median(_ sorted: [Int]) -> Double {
    let middle = sorted.count / 2
    return sorted.count % 2 == 1
      ? Double(sorted[middle]) : (Double(sorted[middle - 1]) + Double(sorted[middle])) / 2
  }

  /// `middle 4, half of the answers from 3 to 5, mean 3.8`.
  var words: String {
    let (low, high) = (oneDecimal(middleHalf.lowerBound), oneDecimal(middleHalf.upperBound))
    let half = low == high ? "at \(low)" : "from \(low) to \(high)"
    return "Middle \(oneDecimal(median)), half of the answers \(half), mean \(oneDecimal(mean))."
  }
}
