/// A place in a file's bytes that knows its line.
///
/// The file is either there as a whole or comes in pieces. In the latter case the cursor holds
/// whole lines only, and going past the end of the last one of them brings the next: a place is
/// then good until the cursor leaves the line.
struct ByteCursor {
  private(set) var bytes: [UInt8]
  private(set) var place = 0
  private(set) var line = 1
  private var pieces: LinePieces?

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    skipMark()
  }

  init(_ pieces: LinePieces) {
    (self.bytes, self.pieces) = ([], pieces)
    refill()
    skipMark()
  }

  /// The byte here; nil at the end.
  var byte: UInt8? { place < bytes.count ? bytes[place] : nil }

  /// Goes to the next byte.
  mutating func advance() {
    let isLineEnd = bytes[place] == UInt8(ascii: "\n")
    place += 1
    guard isLineEnd else { return }
    line += 1
    if place == bytes.count { refill() }
  }

  /// Past the mark with which some programs begin a file in UTF-8.
  private mutating func skipMark() { if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 } }

  private mutating func refill() {
    guard let next = pieces?.next() else { return }
    (bytes, place) = (next, 0)
  }

  /// Blanks within a line.
  @inline(__always) mutating func skipBlanks() {
    while place < bytes.count, bytes[place] <= 0x20, bytes[place] != UInt8(ascii: "\n"),
      bytes[place] == 0x20 || bytes[place] == 9 || bytes[place] == 13
    {
      place += 1
    }
  }

  /// Goes past blanks and ends of lines; false if nothing follows.
  mutating func skipToWord() -> Bool {
    while let byte {
      guard byte <= 0x20 else { return true }
      advance()
    }
    return false
  }

  /// Skips blanks, ends of lines, and remarks from `#` to the end of their line.
  mutating func skipRemarks() {
    while let byte = self.byte {
      if byte == UInt8(ascii: "#") {
        _ = restOfLine()
      } else if byte <= 0x20 {
        advance()
      } else {
        return
      }
    }
  }

  /// Goes past blanks and one byte, if it is this.
  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard byte == UInt8(ascii: character) else { return false }
    advance()
    return true
  }

  /// A whole number without a sign, after blanks; nil if none begins here.
  ///
  /// - Throws: `smallerNumber` for one of more than twelve digits, which nothing here can mean.
  mutating func number() throws(ReadingFault) -> Int? {
    skipBlanks()
    let start = place
    var value = 0
    while place < bytes.count, bytes[place] &- 0x30 < 10 {
      value = value &* 10 &+ Int(bytes[place] &- 0x30)
      place += 1
    }
    if place - start > 12 { throw fault(.smallerNumber, from: start) }
    return place > start ? value : nil
  }

  /// A number of voters, which may have decimals behind a point; nil if none begins here.
  mutating func weight() throws(ReadingFault) -> DecimalNumber? {
    skipBlanks()
    let start = place
    guard let whole = try number() else { return nil }
    guard byte == UInt8(ascii: ".") else { return DecimalNumber(whole) }
    while place < bytes.count, bytes[place] == UInt8(ascii: ".") || bytes[place] &- 0x30 < 10 {
      place += 1
    }
    let text = String(decoding: bytes[start..<place], as: UTF8.self)
    guard let weight = DecimalNumber(text), weight.decimals <= 6 else {
      throw fault(.weight, from: start)
    }
    return weight
  }

  /// Whether nothing but blanks and a remark follows on the line.
  var isAtLineEnd: Bool {
    let next = bytes[place...].first { $0 != 0x20 && $0 != 9 && $0 != 13 }
    return next == nil || next == UInt8(ascii: "\n") || next == UInt8(ascii: "#")
  }

  /// Goes on, within the line, to a place that was looked at already.
  mutating func jump(to place: Int) { self.place = place }

  /// What stands before a character, the end of the line or that of the file.
  mutating func text(before end: Unicode.Scalar) -> String {
    let start = place
    let end = UInt8(ascii: end)
    while place < bytes.count, bytes[place] != end, bytes[place] != UInt8(ascii: "\n") {
      place += 1
    }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  /// The rest of the line without blanks around it; the cursor goes to the next line.
  mutating func restOfLine() -> String {
    skipBlanks()
    let start = place
    while let byte, byte != UInt8(ascii: "\n") { place += 1 }
    var end = place
    while end > start, [0x20, 9, 13].contains(bytes[end - 1]) { end -= 1 }
    let text = String(decoding: bytes[start..<end], as: UTF8.self)
    if byte != nil { advance() }
    return text
  }

  /// A fault at this line, with the word that stands here (or from an earlier place).
  func fault(_ expected: ReadingFault.Expectation, from start: Int? = nil) -> ReadingFault {
    let start = min(start ?? place, bytes.count)
    let rest = bytes[start...].prefix { $0 > 0x20 }.prefix(40)
    let before = bytes[..<start].reversed().prefix { $0 != UInt8(ascii: "\n") }
    // Of a character in UTF-8 all bytes but the first begin with the bits 10.
    let position = 1 + before.count { $0 & 0xC0 != 0x80 && $0 != 13 }
    return ReadingFault(
      line: line, expected: expected, found: String(decoding: rest, as: UTF8.self),
      position: position)
  }
}
