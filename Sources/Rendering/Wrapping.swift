extension Line {
  /// The line broken into lines of at most `width` columns, all but the first after `indent`
  /// spaces.
  ///
  /// It breaks at spaces, between wide characters and where a run's text holds a line break, never
  /// inside a grapheme cluster. A word longer than a line is broken where the line is full. Spaces
  /// at a break are dropped.
  func wrapped(to width: Int, indent: Int = 0) -> [Line] {
    var wrapper = Wrapper(width: max(1, width), indent: max(0, min(indent, width - 1)))
    for run in runs { wrapper.append(run) }
    return wrapper.finished()
  }
}

extension String {
  /// The text broken into lines of at most `width` columns: see ``Line/wrapped(to:indent:)``.
  package func wrapped(to width: Int, indent: Int = 0) -> [String] {
    wrappedLines(to: width, indent: indent).map { $0.runs.map(\.text).joined() }
  }

  func wrappedLines(to width: Int, indent: Int = 0, as role: Role? = nil) -> [Line] {
    Line(self, role).wrapped(to: width, indent: indent)
  }
}

/// Fills lines word by word.
private struct Wrapper {
  let width: Int
  let indent: Int
  private var lines: [Line] = []
  private var line = Line()
  /// Whether the line has a word yet, or only its indent.
  private var isStarted = false
  /// Spaces read since the last word.
  private var gap = 0

  init(width: Int, indent: Int) {
    self.width = width
    self.indent = indent
  }

  mutating func append(_ run: Line.Run) {
    var start = run.text.startIndex
    var length = 0
    for index in run.text.indices {
      let character = run.text[index]
      let size = character.columns
      let isBreak = character == "\n"
      let isWide = size > 1 && character.unicodeScalars.first?.isWide == true
      guard isBreak || isWide || character == " " else {
        length += size
        continue
      }
      place(run.text[start..<index], length, run.role)
      start = run.text.index(after: index)
      length = 0
      if isBreak {
        breakLine()
      } else if character == " " {
        gap += 1
      } else {
        place(run.text[index..<start], size, run.role)
      }
    }
    place(run.text[start...], length, run.role)
  }

  /// The lines, without the empty ones at the end.
  mutating func finished() -> [Line] {
    lines.append(line)
    while let last = lines.last, lines.count > 1, last.isBlank { lines.removeLast() }
    return lines
  }

  private mutating func place(_ word: Substring, _ length: Int, _ role: Role?) {
    guard !word.isEmpty else { return }
    if isStarted, line.columns + gap + length > width {
      breakLine()
    } else {
      // The spaces that a line begins with are the writer's own indent.
      let kept = isStarted ? gap : min(gap, width / 2)
      let gapRole = line.runs.last?.role == role ? role : nil
      line.append(String(repeating: " ", count: kept), gapRole, columns: kept)
    }
    gap = 0
    isStarted = true
    if line.columns + length <= width {
      line.append(word, role, columns: length)
    } else {
      fill(with: word, role)
    }
  }

  /// Places a word that is longer than a whole line.
  private mutating func fill(with word: Substring, _ role: Role?) {
    var start = word.startIndex
    var length = 0
    for index in word.indices {
      let size = word[index].columns
      if line.columns + length + size > width, start < index {
        line.append(word[start..<index], role, columns: length)
        breakLine()
        isStarted = true
        start = index
        length = 0
      }
      length += size
    }
    line.append(word[start...], role, columns: length)
  }

  private mutating func breakLine() {
    lines.append(line)
    line = Line()
    line.append(String(repeating: " ", count: indent), nil, columns: indent)
    isStarted = false
    gap = 0
  }
}
