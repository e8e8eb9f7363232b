import ExerciseKit

/// Where a card lies, when all that was said of it is put together.
struct MatrixPlace {
  var card: Card
  /// From 0 to 10: settled on, or the mean.
  var across: Double
  var up: Double
  /// The least and the most that anybody said.
  var acrossRange: ClosedRange<Int>
  var upRange: ClosedRange<Int>
  /// How many placed it.
  var count: Int
  var isSettled: Bool

  /// Half way up or across counts as above or right of the middle.
  var quadrant: Matrix.PassOn {
    switch (up >= 5, across >= 5) {
    case (true, false): .upperLeft
    case (true, true): .upperRight
    case (false, false): .lowerLeft
    case (false, true): .lowerRight
    }
  }

  /// Whether some see it in one half and others well in the other.
  var isDisputed: Bool {
    [acrossRange, upRange].contains { $0.upperBound - $0.lowerBound >= 5 }
  }
}

extension Room<Matrix> {
  /// The placed cards, the highest first, then the leftmost.
  var places: [MatrixPlace] {
    allVisible.compactMap { place(of: $0) }.sorted {
      ($1.up, $0.across, $0.card.id) < ($0.up, $1.across, $1.card.id)
    }
  }

  private func place(of card: Card) -> MatrixPlace? {
    let said = state.placements.filter { $0.card == card.id }
    let settled = state.settled.last { $0.card == card.id }
    let all = said.isEmpty ? settled.map { [$0] } ?? [] : said
    guard !all.isEmpty else { return nil }
    // Within bounds even where a damaged state is not.
    let across = all.map { min(max($0.across, 0), 10) }
    let up = all.map { min(max($0.up, 0), 10) }
    func mean(_ numbers: [Int]) -> Double {
      Double(numbers.reduce(0, +)) / Double(numbers.count)
    }
    return MatrixPlace(
      card: card,
      across: settled.map { Double(min(max($0.across, 0), 10)) } ?? mean(across),
      up: settled.map { Double(min(max($0.up, 0), 10)) } ?? mean(up),
      acrossRange: (across.min() ?? 0)...(across.max() ?? 0),
      upRange: (up.min() ?? 0)...(up.max() ?? 0), count: said.count, isSettled: settled != nil)
  }

  /// The two axes, across and up, as the settings say.
  var axes: (across: View.Matrix.Axis, up: View.Matrix.Axis) {
    let preset: (across: [String], up: [String]) =
      switch settings.axes {
      case .impactEffort: (["Effort", "little", "much"], ["Impact", "small", "great"])
      case .powerInterest: (["Interest", "little", "great"], ["Power", "little", "great"])
      case .importanceEvidence:
        (["Evidence", "we guess", "we know"], ["Importance", "can wait", "all rests on it"])
      }
    func axis(_ own: String, _ preset: [String]) -> View.Matrix.Axis {
      let words = own.items
      let names = words.isEmpty ? preset : words + ["low", "high"].suffix(max(0, 3 - words.count))
      return View.Matrix.Axis(names[0], low: names[1], high: names[2])
    }
    return (axis(settings.across, preset.across), axis(settings.up, preset.up))
  }

  /// The name of a quadrant; that of its place where the settings name none.
  func name(of quadrant: Matrix.PassOn) -> String {
    let places: [Matrix.PassOn] = [.upperLeft, .upperRight, .lowerLeft, .lowerRight]
    guard let index = places.firstIndex(of: quadrant) else { return "" }
    let own = settings.quadrants.items
    if own.indices.contains(index) { return own[index] }
    guard settings.across.isEmpty, settings.up.isEmpty else {
      return ["Upper left", "Upper right", "Lower left", "Lower right"][index]
    }
    return switch settings.axes {
    case .impactEffort: ["Quick wins", "Big projects", "Fill-ins", "Leave it"][index]
    case .powerInterest:
      ["Keep satisfied", "Work closely", "Keep an eye on", "Keep informed"][index]
    case .importanceEvidence: ["Test first", "Build on it", "Later", "Known, and minor"][index]
    }
  }
}
