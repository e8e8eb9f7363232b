/// As much of a text as fits a screen. The beginning says what it is about and the end is what was
/// said last, so of a long one the middle is left out.
struct WallPage {
  let lines: [String]

  /// - Parameter rows: how many lines there is room for; at least 3.
  init(body: [String], rows: Int) {
    guard body.count > rows else {
      lines = body
      return
    }
    let head = body.prefix(min(3, rows / 3))
    let tail = body.suffix(rows - head.count - 1)
    let hidden = body.count - head.count - tail.count
    lines = head + [Wording.linesBetween(hidden)] + tail
  }
}
