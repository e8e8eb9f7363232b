/// The sections of a Pabulib file: rows of fields parted by semicolons, perhaps in quotation marks,
/// which are doubled within.
struct SemicolonTable {
  private var cursor: ByteCursor
  /// Where the row that was read last began.
  private(set) var line = 1
  /// The columns of the section that is open.
  private(set) var names: [String] = []

  init(_ bytes: [UInt8]) { cursor = ByteCursor(bytes) }

  /// Without blanks of any script around it.
  static func trimmed(_ text: Substring) -> String {
    // Asking what Unicode says of a character takes longer than all the rest.
    let isVisible = 0x21...0x7E as ClosedRange<UInt8>
    if let first = text.utf8.first, let last = text.utf8.last, isVisible ~= first,
      isVisible ~= last
    {
      return String(text)
    }
    var text = text
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }

  /// The parts of a field that commas separate, without blanks around them; empty ones left out.
  static func list(_ field: String) -> [String] {
    field.utf8.split(separator: UInt8(ascii: ",")).map { trimmed(Substring($0)) }
  }

  func fault(
    _ expected: ReadingFault.Expectation, _ found: String, line: Int? = nil
  ) -> ReadingFault {
    ReadingFault(line: line ?? self.line, expected: expected, found: String(found.prefix(40)))
  }

  /// Begins the first section.
  mutating func open(_ section: String) throws(ReadingFault) {
    let row = try row()
    guard row?.first?.uppercased() == section else {
      throw fault(.section(section), row?.first ?? "")
    }
    names = try header()
  }

  /// The next row of the section; nil where the section of this name begins, which is then open, or
  /// at the end of the file if none is to follow.
  mutating func next(until section: String?) throws(ReadingFault) -> [String]? {
    guard let row = try row() else {
      guard let section else { return nil }
      throw fault(.section(section), "")
    }
    guard let section, row.count == 1, row[0].uppercased() == section else { return row }
    names = try header()
    return nil
  }

  private mutating func header() throws(ReadingFault) -> [String] {
    (try row() ?? []).map { $0.lowercased() }
  }

  func column(_ name: String) throws(ReadingFault) -> Int {
    guard let column = names.firstIndex(of: name) else {
      throw fault(.column(name), names.joined(separator: ";"))
    }
    return column
  }

  func field(_ row: [String], _ column: Int, _ name: String) throws(ReadingFault) -> String {
    guard column < row.count else { throw fault(.field(name), "") }
    return row[column]
  }

  /// An amount of money: “1000”, “100.50”, “1 000,00”.
  func money(_ text: String, _ name: String) throws(ReadingFault) -> DecimalNumber {
    let digits = text.filter { !$0.isWhitespace }
    guard let number = DecimalNumber(digits), number.value >= 0, number.decimals <= 6 else {
      throw fault(.field(name), text)
    }
    return number
  }

  /// A whole number, which may be written with a comma or point and zeros.
  func amount(_ text: String, _ name: String) throws(ReadingFault) -> Int {
    let parts = text.split(
      maxSplits: 1, omittingEmptySubsequences: false, whereSeparator: { $0 == "." || $0 == "," })
    guard let number = parts.first.flatMap({ Int($0) }), number >= 0, number < 1_000_000_000_000,
      parts.dropFirst().joined().allSatisfy({ $0 == "0" })
    else { throw fault(.field(name), text) }
    return number
  }

  /// The next row that is not empty; nil at the end.
  private mutating func row() throws(ReadingFault) -> [String]? {
    while let byte = cursor.byte, byte <= 0x20 { cursor.advance() }
    line = cursor.line
    guard cursor.byte != nil else { return nil }
    var fields: [String] = []
    repeat { fields.append(try field()) } while cursor.skip(";")
    if cursor.byte != nil { cursor.advance() }
    return fields
  }

  private mutating func field() throws(ReadingFault) -> String {
    let quote = UInt8(ascii: "\"")
    guard cursor.skip("\"") else {
      return SemicolonTable.trimmed(cursor.text(before: ";")[...])
    }
    var text: [UInt8] = []
    while let byte = cursor.byte {
      cursor.advance()
      if byte == quote {
        guard cursor.byte == quote else {
          cursor.skipBlanks()
          guard [nil, UInt8(ascii: ";"), UInt8(ascii: "\n")].contains(cursor.byte) else {
            throw cursor.fault(.semicolon)
          }
          return String(decoding: text, as: UTF8.self)
        }
        cursor.advance()
      }
      text.append(byte)
    }
    throw fault(.closingQuote, "")
  }
}
