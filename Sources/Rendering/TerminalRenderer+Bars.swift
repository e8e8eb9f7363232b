import ExerciseProtocol

extension TerminalRenderer {
  /// Bars beside their labels are at least so long; with less room they lie below them.
  private static let shortestBar = 8

  /// A label, a bar and its caption each. What was chosen has a mark as well as a colour.
  func bars(_ bars: [View.Bar]) -> [Line] { barPieces(bars).flatMap(\.self) }

  /// The lines of each bar.
  func barPieces(_ bars: [View.Bar]) -> [[Line]] {
    let marks = bars.contains(where: \.isChosen) ? 2 : 0
    let captions = bars.map { columns(of: $0.caption) }.max() ?? 0
    let longest = bars.map { columns(of: $0.label) }.max() ?? 0
    let labels = min(longest, width * 2 / 5 - marks)
    let length = width - marks - labels - captions - 3
    let scale = BarScale(bars.map(\.value), signs: signs)
    return bars.map { bar in
      let role: Role? = bar.isChosen ? .success : nil
      var mark = Line(bar.isChosen ? signs.chosen : "", .success)
      mark.pad(to: marks)
      if length >= Self.shortestBar {
        let label = bar.label.wrappedLines(to: labels, as: role)
        let drawing = Line(scale.bar(bar.value, length: length), role) + Line(" ")
        let caption = bar.value > 0 ? drawing + Line(bar.caption) : Line(bar.caption)
        return beside(label, width: labels, [caption]).hanging(from: mark)
      }
      let room = width - marks
      let stacked = Line(scale.bar(bar.value, length: room), role)
      let label = bar.label.wrappedLines(to: room, as: role)
      let below = (stacked.runs.isEmpty ? [] : [stacked]) + bar.caption.wrappedLines(to: room)
      return (label + below).hanging(from: mark)
    }
  }
}

/// Turns values into lengths, the largest into the whole length.
struct BarScale {
  let signs: Signs
  private let largest: Double

  init(_ values: [Double], signs: Signs) {
    self.signs = signs
    largest = values.filter(\.isFinite).max() ?? 0
  }

  /// At most `length` columns of bar. What is more than nothing is seen.
  func bar(_ value: Double, length: Int) -> String {
    guard value > 0, length > 0 else { return "" }
    let steps = signs.partialCells.count + 1
    let share = largest > 0 ? min(1, value / largest) : 1
    let parts = max(1, Int(share * Double(length * steps) + 0.5))
    let whole = String(repeating: signs.fullCell, count: parts / steps)
    return parts % steps == 0 ? whole : whole + signs.partialCells[parts % steps - 1]
  }
}
