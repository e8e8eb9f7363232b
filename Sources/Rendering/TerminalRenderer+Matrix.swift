import ExerciseProtocol

extension TerminalRenderer {
  /// Four quadrants with the points in them by label, the ends of the axes in words around them,
  /// and below what could not be drawn: a point that lies where another is shown, and the labels
  /// that are too long for the plot, which shows their numbers.
  ///
  /// - Parameter quadrant: how wide a quadrant is, in columns.
  func matrix(_ matrix: View.Matrix, quadrant: Int? = nil) -> [Line] {
    var plot = Plot(quadrantWidth: quadrant ?? (min(width, 72) - 3) / 2)
    var legend: [Line] = []
    for (index, point) in matrix.points.enumerated() {
      var mark = point.label
      if !(1...8).contains(columns(of: mark)) {
        mark = "(\(index + 1))"
        legend += point.label.wrappedLines(to: width - mark.count - 1)
          .hanging(from: Line(mark + " ", .label))
      }
      plot.place(mark, x: point.x, y: point.y)
    }
    let (across, upward) = (matrix.horizontal, matrix.vertical)
    let top = "\(signs.up) \(Wording.end(upward.high, of: upward))"
    let bottom = "\(signs.down) \(Wording.end(upward.low, of: upward))"
    var lines = top.wrappedLines(to: width, indent: 2)
    lines += plot.lines(signs)
    lines += bottom.wrappedLines(to: width, indent: 2) + ends(of: across, under: plot.width)
    for (shown, others) in plot.clashes {
      lines += Wording.samePlace(as: shown, others).wrappedLines(to: width, indent: 2)
    }
    return lines + legend
  }

  /// The two ends of the horizontal axis, at the sides where they belong if there is room.
  func ends(of axis: View.Matrix.Axis, under plotWidth: Int) -> [Line] {
    let low = "\(signs.left) \(Wording.end(axis.low, of: axis))"
    let high = "\(Wording.end(axis.high, of: axis)) \(signs.right)"
    let room = plotWidth - columns(of: low)
    guard columns(of: high) + 2 <= room else {
      return low.wrappedLines(to: width, indent: 2) + high.wrappedLines(to: width, indent: 2)
    }
    return [Line(low + high.padded(to: room, atStart: true))]
  }
}
