/// The drawing of a matrix: four quadrants about twice as wide as they are high (a terminal's cell
/// is twice as high as wide), and labels at their places. A label never leaves its quadrant.
struct Plot {
  let quadrantWidth: Int
  let quadrantHeight: Int
  private var marks: [Mark] = []
  /// The labels for which there was no room, under the one that is shown at their place.
  private(set) var clashes: [(shown: String, others: [String])] = []

  /// A label in a row, or a piece of the frame; columns are counted inside the frame.
  private struct Mark {
    var text: String
    var role = Role.label
    var row: Int
    var columns: Range<Int>

    /// Whether two labels of one row would run into one another.
    func touches(_ other: Self) -> Bool {
      row == other.row && columns.lowerBound <= other.columns.upperBound
        && other.columns.lowerBound <= columns.upperBound
    }
  }

  init(quadrantWidth: Int) {
    self.quadrantWidth = quadrantWidth
    quadrantHeight = max(3, quadrantWidth / 4)
  }

  /// With its frame.
  var width: Int { 2 * quadrantWidth + 3 }

  /// Puts a label's middle at the coordinates, both from 0 to 1, or notes what it clashes with.
  mutating func place(_ text: String, x: Double, y: Double) {
    let size = columns(of: text)
    let column = cell(x, in: quadrantWidth)
    let first = column < quadrantWidth ? 0 : quadrantWidth + 1
    let start = max(first, min(column - size / 2, first + quadrantWidth - size))
    let row = 2 * quadrantHeight - cell(y, in: quadrantHeight)
    let mark = Mark(text: text, row: row, columns: start..<start + size)
    guard let other = marks.first(where: { $0.touches(mark) }) else {
      return marks.append(mark)
    }
    if let known = clashes.firstIndex(where: { $0.shown == other.text }) {
      clashes[known].others.append(text)
    } else {
      clashes.append((other.text, [text]))
    }
  }

  /// The cell of a coordinate among two halves of `half` cells with the axis between them.
  private func cell(_ coordinate: Double, in half: Int) -> Int {
    let cell = min(2 * half - 1, Int(coordinate.clampedToUnit * Double(2 * half)))
    return cell < half ? cell : cell + 1
  }

  func lines(_ signs: Signs) -> [Line] {
    let side = String(repeating: signs.horizontal, count: quadrantWidth)
    func border(_ signs: (String, String, String)) -> Line {
      Line(signs.0 + side + signs.1 + side + signs.2, .muted)
    }
    let rows = (0...2 * quadrantHeight).map { row in
      row == quadrantHeight ? border(signs.middle) : self.row(row, signs.vertical)
    }
    return [border(signs.top)] + rows + [border(signs.bottom)]
  }

  private func row(_ row: Int, _ vertical: String) -> Line {
    let frame = [quadrantWidth, width - 2].map {
      Mark(text: vertical, role: .muted, row: row, columns: $0..<$0 + 1)
    }
    var line = Line(vertical, .muted)
    let all = frame + marks.filter { $0.row == row }
    for mark in all.sorted(by: { $0.columns.lowerBound < $1.columns.lowerBound }) {
      line.pad(to: mark.columns.lowerBound + 1)
      line.append(mark.text, mark.role)
    }
    return line
  }
}

extension Double {
  /// The nearest number from 0 to 1; what is no number counts as 0.
  var clampedToUnit: Double { isNaN ? 0 : Swift.max(0, Swift.min(1, self)) }
}
