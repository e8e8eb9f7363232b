/// Reads XML as far as it is sound, whatever is wrong with it: what ends too early, does not end,
/// or is none. It never refuses a file; the damages are told with their lines.
///
/// It gives what stands there one after the other and knows no tree; what belongs in what its
/// reader decides, who knows the format (``WXRReader``). No entity is ever declared, nothing is
/// fetched, and no more is kept than one piece of text, so there is nothing to blow up. One pass.
///
/// Why it is ours: see “How a damaged export is read” in the architecture's page.
struct MarkupScanner {
  enum Event {
    /// `<name …>`; `isEmpty` where it ends itself. `source` is how it stands in the file.
    case start(name: String, attributes: MarkupAttributes, isEmpty: Bool, source: Range<Int>)
    case end(name: String, source: Range<Int>)
    /// Entities decoded, CDATA unwrapped; never empty.
    case text(String, isCDATA: Bool)
  }

  let bytes: [UInt8]
  private(set) var leftOut = LeftOut()
  /// Whether the file ends in the middle of something.
  private(set) var endsEarly = false
  /// Of the next piece, from 1. Counted on as the scanner goes.
  private(set) var line = 1
  private(set) var index: Int
  private var counted: Int
  /// The element that was begun last: what must end a CDATA section in it.
  private var innermost = ""
  private var commentEnd = Landmark("-->")
  private var sectionEnd = Landmark("]]>")

  init(_ bytes: [UInt8], from start: Int = 0) {
    self.bytes = bytes
    (index, counted) = (start, 0)
    countLines()
  }

  /// What comes next; nil at the end.
  mutating func next() -> Event? {
    while index < bytes.count {
      if bytes[index] != UInt8(ascii: "<") {
        if let text = readText() { return .text(text, isCDATA: false) }
      } else if let event = readMarkup() {
        return event
      }
      countLines()
    }
    countLines()
    return nil
  }

  /// Adds one damage at the present line.
  mutating func damage(_ kind: LeftOut.Kind = .markup, _ what: String? = nil) {
    countLines()
    leftOut.add(kind, line: line, what)
  }

  /// Adds one thing that began at an earlier line.
  mutating func tell(_ kind: LeftOut.Kind, line: Int, _ what: String?) {
    leftOut.add(kind, line: line, what)
  }

  private mutating func countLines() {
    guard counted < index else { return }
    for offset in counted..<min(index, bytes.count) where bytes[offset] == 0x0A { line += 1 }
    counted = index
  }

  private func starts(with text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard index + count <= bytes.count else { return false }
    for offset in 0..<count where bytes[index + offset] != text.utf8Start[offset] { return false }
    return true
  }

  private mutating func readMarkup() -> Event? {
    countLines()
    if starts(with: "<!--") { return skipComment() }
    if starts(with: "<![CDATA[") { return readCDATA(from: index + 9) }
    if starts(with: "<?") { return skipInstruction() }
    let next = index + 1 < bytes.count ? bytes[index + 1] : 0
    if next == UInt8(ascii: "!") { return readOddDeclaration() }
    if next == UInt8(ascii: "/") || ByteClass.isLetter(next) || next == UInt8(ascii: "_") {
      return readTag()
    }
    if index + 1 >= bytes.count { endsEarly = true } else { damage(.markup, "a “<” by itself") }
    index += 1
    return .text("<", isCDATA: false)
  }

  private mutating func skipComment() -> Event? {
    if let end = commentEnd.next(in: bytes, from: index + 4) {
      index = end + 3
    } else if let end = bytes.firstIndex(of: ">", from: index) {
      damage(.markup, "a comment that does not end")
      index = end + 1
    } else {
      (endsEarly, index) = (true, bytes.count)
    }
    return nil
  }

  private mutating func skipInstruction() -> Event? {
    let end = bytes.firstIndex(of: ">", from: index)
    guard let end else {
      (endsEarly, index) = (true, bytes.count)
      return nil
    }
    if bytes[end - 1] != UInt8(ascii: "?") { damage(.markup, "“<?…” that does not end") }
    index = end + 1
    return nil
  }

  /// `<![CDAT[…`, where a letter of the beginning is damaged; or any other `<!…>`.
  private mutating func readOddDeclaration() -> Event? {
    let head = bytes[index...].prefix(16)
    if let bracket = head.dropFirst(2).lastIndex(of: UInt8(ascii: "[")),
      String(decoding: head[index..<bracket], as: UTF8.self).uppercased().contains("DA")
    {
      damage(.markup, "a beginning of CDATA")
      return readCDATA(from: bracket + 1)
    }
    guard let end = bytes.firstIndex(of: ">", from: index) else {
      (endsEarly, index) = (true, bytes.count)
      return nil
    }
    damage(.markup, "a declaration")
    index = end + 1
    return nil
  }

  /// A section ends where it says so. Its end is taken to be lost if it would swallow the end of
  /// the element that it stands in, and the next section's beginning or another element's end.
  private mutating func readCDATA(from start: Int) -> Event? {
    let end = sectionEnd.next(in: bytes, from: start)
    let closing = "</\(innermost)>"
    let lost = innermost.isEmpty ? nil : bytes.firstIndex(of: closing, from: start, before: end)
    if let end, lost.map({ !isLost(end, of: closing, from: $0) }) ?? true {
      index = end + 3
      return content(start..<end)
    }
    guard let lost else {
      (endsEarly, index) = (true, bytes.count)
      return nil
    }
    damage(.markup, "a CDATA section that does not end")
    index = lost
    var last = lost
    while last > start, "]>".utf8.contains(bytes[last - 1]) { last -= 1 }
    return content(start..<last)
  }

  /// Whether the end of a section at `end` is another one's: another begins before it, or another
  /// element ends after it.
  private func isLost(_ end: Int, of closing: String, from lost: Int) -> Bool {
    if bytes.firstIndex(of: "<![CDATA[", from: lost, before: end) != nil { return true }
    let rest = bytes[(end + 3)...].drop(while: ByteClass.isSpace)
    return rest.starts(with: "</".utf8) && !rest.starts(with: closing.utf8)
  }

  private func content(_ range: Range<Int>) -> Event? {
    let text = plain(bytes[range])
    return text.isEmpty ? nil : .text(text, isCDATA: true)
  }

  /// As it stands; a line end is one `\n`.
  private func plain(_ part: ArraySlice<UInt8>) -> String {
    guard part.contains(0x0D) else { return String(decoding: part, as: UTF8.self) }
    var output: [UInt8] = []
    output.reserveCapacity(part.count)
    for position in part.indices {
      if part[position] != 0x0D {
        output.append(part[position])
      } else if position + 1 == part.endIndex || part[position + 1] != 0x0A {
        output.append(0x0A)
      }
    }
    return String(decoding: output, as: UTF8.self)
  }
}

/// Where a text next stands, remembered: looking for it to the end of the file at each damaged
/// place would cost the square of the length.
private struct Landmark {
  private let text: String
  private var found: (from: Int, at: Int?)?

  init(_ text: String) { self.text = text }

  mutating func next(in bytes: [UInt8], from start: Int) -> Int? {
    if let found, found.from <= start, found.at.map({ $0 >= start }) ?? true { return found.at }
    let place = bytes.firstIndex(of: text, from: start)
    found = (start, place)
    return place
  }
}

// MARK: - Tags and text

extension MarkupScanner {
  private mutating func readTag() -> Event? {
    let isClosing = bytes[index + 1] == UInt8(ascii: "/")
    let start = index + (isClosing ? 2 : 1)
    let name = bytes[start...].prefix(while: Self.isOfName)
    guard !name.isEmpty else {
      damage(.markup, "a “</” by itself")
      index += 2
      return .text("</", isCDATA: false)
    }
    let end = endOfTag(from: name.endIndex)
    let text = String(decoding: name, as: UTF8.self)
    let whole = index..<min(bytes.count, end.next)
    index = end.next
    // A tag in which the file ends is none.
    if end.isCut, end.last >= bytes.count {
      endsEarly = true
      return nil
    }
    if end.isCut { damage(.markup, "the tag <\(isClosing ? "/" : "")\(text.prefix(40))…") }
    if isClosing { return .end(name: text, source: whole) }
    innermost = text
    let inside = bytes[name.endIndex..<max(name.endIndex, end.last)]
    let isEmpty = inside.last == UInt8(ascii: "/")
    return .start(
      name: text, attributes: MarkupAttributes(isEmpty ? inside.dropLast() : inside),
      isEmpty: isEmpty, source: whole)
  }

  /// Where the tag's `>` is, and what comes after it. In quotes a `>` does not count; a `<` is
  /// never in a tag, so where one comes first, the `>` is lost (`isCut`) or a quote is.
  private func endOfTag(from start: Int) -> (last: Int, next: Int, isCut: Bool) {
    var quote: UInt8?
    var first: Int?
    var position = start
    while position < bytes.count, bytes[position] != UInt8(ascii: "<") {
      let byte = bytes[position]
      if byte == UInt8(ascii: ">") {
        if quote == nil { return (position, position + 1, false) }
        first = first ?? position
      } else if byte == quote {
        quote = nil
      } else if quote == nil, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      }
      position += 1
    }
    if let first { return (first, first + 1, true) }
    return (position, position, true)
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    ByteClass.isLetter(byte) || ByteClass.isDigit(byte) || byte >= 0x80
      || "_:-.".utf8.contains(byte)
  }

  /// Everything up to the next `<`.
  private mutating func readText() -> String? {
    countLines()
    let start = index
    while index < bytes.count, bytes[index] != UInt8(ascii: "<") { index += 1 }
    let text = plain(bytes[start..<index])
    let decoded = text.utf8.contains(UInt8(ascii: "&")) ? withoutEntities(text) : text
    return decoded.isEmpty ? nil : decoded
  }

  private mutating func withoutEntities(_ text: String) -> String {
    var reader = EntityReader(Array(text.utf8))
    let decoded = reader.decoded()
    for fault in reader.faults { leftOut.add(fault.kind, line: line + fault.lines, fault.what) }
    return decoded
  }
}
