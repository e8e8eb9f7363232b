extension Screen {
  /// Carries out `CSI first ; second final`; false where it is not known.
  mutating func control(_ final: Character, _ first: Int, _ second: Int) -> Bool {
    let count = max(first, 1)
    switch final {
    case "A": moveTo(row: cursor.row - count)
    case "B": moveTo(row: cursor.row + count)
    case "C": moveTo(column: cursor.column + count)
    case "D": moveTo(column: cursor.column - count)
    case "G": moveTo(column: count - 1)
    case "d": moveTo(row: count - 1)
    case "H", "f":
      moveTo(row: count - 1)
      moveTo(column: max(second, 1) - 1)
    case "J": eraseDisplay(first)
    case "K": eraseLine(first)
    case "L": insertLines(count)
    case "M": deleteLines(count)
    case "P": deleteCharacters(count)
    case "@": insertCharacters(count)
    case "X": eraseCharacters(count)
    case "m": break
    default: return false
    }
    return true
  }

  /// The private modes, `CSI ? … h` and `CSI ? … l`.
  mutating func setModes(_ modes: [Int], on: Bool, known: Bool) -> Bool {
    guard known else { return false }
    for mode in modes {
      switch mode {
      case 1, 7, 12, 1034: break
      case 25: isCursorVisible = on
      case 1049: on ? enterAlternate() : leaveAlternate()
      case 2004: marksPastes = on
      default: return false
      }
    }
    return true
  }

  private mutating func enterAlternate() {
    guard main == nil else { return }
    main = (grid, cursor)
    grid = Array(repeating: Row(columns: columns), count: rows)
    wrapIsPending = false
  }

  private mutating func leaveAlternate() {
    guard let saved = main else { return }
    main = nil
    grid = saved.grid
    cursor = saved.cursor
    wrapIsPending = false
    resize(columns: columns, rows: rows)
  }

  private mutating func eraseDisplay(_ part: Int) {
    switch part {
    case 0:
      eraseLine(0)
      for row in (cursor.row + 1)..<max(rows, cursor.row + 1) { grid[row] = Row(columns: columns) }
    case 1:
      eraseLine(1)
      for row in 0..<cursor.row { grid[row] = Row(columns: columns) }
    case 2: grid = Array(repeating: Row(columns: columns), count: rows)
    case 3: history = []
    default: unknown.append("CSI \(part)J")
    }
  }

  private mutating func eraseLine(_ part: Int) {
    switch part {
    case 0: erase(cursor.column..<columns)
    case 1: erase(0..<(cursor.column + 1))
    default: erase(0..<columns)
    }
    if part != 1 { grid[cursor.row].wrap = nil }
  }

  private mutating func eraseCharacters(_ count: Int) {
    erase(cursor.column..<min(columns, cursor.column + count))
  }

  private mutating func erase(_ range: Range<Int>) {
    wrapIsPending = false
    for column in range { grid[cursor.row].cells[column] = " " }
  }

  private mutating func insertCharacters(_ count: Int) {
    let blanks = Array(repeating: " ", count: min(count, columns - cursor.column))
    grid[cursor.row].cells.insert(contentsOf: blanks, at: cursor.column)
    grid[cursor.row].cells.removeLast(blanks.count)
  }

  private mutating func deleteCharacters(_ count: Int) {
    let count = min(count, columns - cursor.column)
    grid[cursor.row].cells.removeSubrange(cursor.column..<(cursor.column + count))
    grid[cursor.row].cells += Array(repeating: " ", count: count)
  }

  private mutating func insertLines(_ count: Int) {
    for _ in 0..<min(count, rows - cursor.row) {
      grid.insert(Row(columns: columns), at: cursor.row)
      grid.removeLast()
    }
  }

  private mutating func deleteLines(_ count: Int) {
    for _ in 0..<min(count, rows - cursor.row) {
      grid.remove(at: cursor.row)
      grid.append(Row(columns: columns))
    }
  }
}
