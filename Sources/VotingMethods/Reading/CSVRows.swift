/// The rows of a CSV file (RFC 4180), each with its line, read piece by piece: never more than a
/// piece and a row are held, however long the file is.
///
/// The separator is what parts all first rows into the same number of cells: a comma, semicolon,
/// tab or “|”; a first line `sep=;` says it. Lines end with CR LF, LF or CR; empty lines between
/// rows are skipped; a byte order mark is skipped. UTF-16 is told by its mark; a cell that is no
/// UTF-8 is read as Windows-1252. Blanks around a cell are not part of it.
///
/// Why not a library: SwiftCSV keeps no line numbers, mends invalid text, fills up rows that are
/// too short and needs Foundation; a returning officer needs to be told the line.
struct CSVRows {
  struct Row {
    /// Where it begins, counted from 1.
    var line: Int
    var fields: [Field]
  }

  struct Field {
    var text: String
    /// Where it begins, counted from 1; a quoted field may hold line breaks.
    var line: Int
    /// Whether it was no UTF-8.
    var isDecoded = false
  }

  /// How the text is coded, but for single cells.
  let encoding: Reading.Encoding
  /// What parts the cells.
  private(set) var separator = Reading.Separator.comma
  private var parser: CSVParser
  /// Rows that were looked at already.
  private var ahead: [Row] = []
  private var aheadPlace = 0
  /// What is wrong behind them.
  private var fault: ReadingFault?

  /// - Parameter next: the file's next bytes, nil at its end.
  init(_ next: @escaping () throws -> [UInt8]?) throws(ReadingFault) {
    let source = CSVSource(next)
    encoding = source.isUTF16 ? .utf16 : .utf8
    parser = CSVParser(source)
    separator = parser.findSeparator()
  }

  /// Where reading stopped because the file could not be read on.
  var failure: (any Error)? { parser.source.failure }

  /// The next row; nil at the end.
  mutating func next() throws(ReadingFault) -> Row? {
    if aheadPlace < ahead.count {
      defer { aheadPlace += 1 }
      return ahead[aheadPlace]
    }
    if !ahead.isEmpty { (ahead, aheadPlace) = ([], 0) }
    if let fault { throw fault }
    return try parser.row()
  }

  /// The rows that come next, which `next` hands over all the same; so many, or all that can be
  /// read.
  mutating func sample(_ most: Int) -> ArraySlice<Row> {
    while ahead.count - aheadPlace < most, fault == nil {
      do throws(ReadingFault) {
        guard let row = try parser.row() else { break }
        ahead.append(row)
      } catch {
        fault = error
      }
    }
    return ahead[aheadPlace...]
  }
}

/// Where the bytes come from; it remembers why they stopped.
final class CSVSource {
  private(set) var failure: (any Error)?
  private(set) var isUTF16 = false
  private var next: () throws -> [UInt8]?
  private var first: [UInt8]?
  private var isAtEnd = false

  init(_ next: @escaping () throws -> [UInt8]?) {
    self.next = next
    var beginning: [UInt8] = []
    while beginning.count < 64, let more = piece() { beginning += more }
    if let isBig = TextPieces.isBigEndianUTF16(beginning) {
      isUTF16 = true
      var start: [UInt8]? = beginning
      let isShort = isAtEnd
      isAtEnd = false
      self.next = TextPieces.utf8(
        {
          defer { start = nil }
          return try start ?? (isShort ? nil : next())
        }, isBigEndian: isBig)
    } else {
      first = beginning
    }
  }

  /// The next bytes in UTF-8, or what is next to it; nil at the end.
  func piece() -> [UInt8]? {
    if let first {
      self.first = nil
      return first
    }
    guard !isAtEnd else { return nil }
    do {
      if let piece = try next() { return piece }
    } catch {
      failure = error
    }
    isAtEnd = true
    return nil
  }
}
