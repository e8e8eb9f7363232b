/// Columns that are unlike all others: they may be about something else than candidates.
extension CSVColumns {
  /// Asks about a column whose cells are all written otherwise than those of any other: words
  /// beside ranks, `yes` and `no` beside `1` and `0`. Whatever is counted and whatever the column
  /// is called, it may be about something else than a candidate.
  func askAboutKinds(_ columns: [Int]) throws(ReadingFault) {
    guard asked == nil, columns.count > 2 else { return }
    let cells = columns.map { Array(self.cells($0).prefix(100)) }
    let styles = cells.map { Set($0.map(MarkStyle.init)) }
    for (place, own) in styles.enumerated() where !own.isEmpty {
      let others = styles.indices.filter { $0 != place && !styles[$0].isEmpty }
      guard let first = others.first, others.count > 1,
        others.allSatisfy({ styles[$0] == styles[first] }), styles[first].isDisjoint(with: own),
        // A single cell may be a slip of the pen, unless the others have more to say.
        cells[place].count > 1 || others.allSatisfy({ cells[$0].count > 1 })
      else { continue }
      throw question(.isInScale, columns[place], found: String(cells[place][0].prefix(40)))
    }
  }

  /// How a mark is written.
  private enum MarkStyle: Hashable {
    case digit, sign, letter, word

    init(_ text: String) {
      let scalars = text.unicodeScalars
      if scalars.contains(where: { $0.properties.numericType != nil }) {
        self = .digit
      } else if !scalars.contains(where: { $0.properties.isAlphabetic }) {
        self = .sign
      } else {
        self = scalars.count == 1 ? .letter : .word
      }
    }
  }

  /// Asks about a column of ranks that is alike to another one in every row, while without it no
  /// row has equal ranks: a group or a round is written so.
  func askAboutSharedRanks(_ columns: [Int]) throws(ReadingFault) {
    guard asked == nil, columns.count > 2, sample.count > 2 else { return }
    var suspects = Set(columns)
    for row in sample.prefix(200) {
      var places: [Int: [Int]] = [:]
      for column in columns where column < row.count {
        if let rank = CSVWords.rank(row[column]) { places[rank, default: []].append(column) }
      }
      let shared = places.values.filter { $0.count > 1 }
      guard shared.count == 1, shared[0].count == 2 else { return }
      suspects.formIntersection(shared[0])
      if suspects.isEmpty { return }
    }
    guard suspects.count == 1, let column = suspects.first else { return }
    throw question(.isInScale, column, found: cells(column).first ?? "")
  }

  /// Whether a column has the sum of each row's other numbers and marks: true where that is beyond
  /// doubt, nil where it has not.
  func isRowSum(_ column: Int) -> Bool? {
    let rows = sample.prefix(200)
    guard rows.count > 1 else { return nil }
    let others = possible.filter { $0 != column }
    guard others.count > 1 else { return nil }
    var sums: Set<Int> = []
    for row in rows {
      guard column < row.count, let own = Int(row[column]) else { return nil }
      var sum = 0
      for other in others where other < row.count {
        switch CSVWords.mark(row[other]) {
        case .yes, .ratherYes: sum += 1
        case .no, .blank: continue
        case nil: sum += Int(row[other]) ?? 0
        }
      }
      guard own == sum else { return nil }
      sums.insert(sum)
    }
    return rows.count > 2 && sums.count > 1
  }
}
