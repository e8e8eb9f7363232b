/// Text that others wrote, made inert for a terminal or a page. The one place that does so.
///
/// Called by whoever puts a string that is not ours before a person: the renderers for every string
/// of a view, the terminal for names, file names and errors; once for each string, before colours
/// are added. What could move the cursor, colour, reorder or hide text is shown as `\u{1B}`: the C0
/// controls, DEL, the C1 controls, the bidirectional controls (UAX #9), the line and paragraph
/// separators, U+FEFF and the tag characters, but for those of a flag such as that of Wales, a
/// picture. A tab becomes a space. The joiners and variation selectors of emoji stay.
///
/// - Parameter keepingLineBreaks: keeps `\n`, and `\r\n` as `\n`; without it each becomes a space.
package func neutralised(_ text: String, keepingLineBreaks: Bool = false) -> String {
  if text.utf8.allSatisfy({ 0x20..<0x7F ~= $0 }) { return text }
  var output = Neutraliser(keepsLineBreaks: keepingLineBreaks)
  for scalar in text.unicodeScalars { output.append(scalar) }
  return output.finished()
}

/// The same for bytes that may not be valid UTF-8: a file name, a line of a plugin's log. A byte
/// that is part of no character is shown as `\x{FF}`, so any bytes can be given at any time; a
/// reader of a stream that gives whole lines never cuts a character in two.
package func neutralised(bytes: some Sequence<UInt8>, keepingLineBreaks: Bool = false) -> String {
  let bytes = Array(bytes)
  var output = Neutraliser(keepsLineBreaks: keepingLineBreaks)
  var parser = Unicode.UTF8.ForwardParser()
  var source = bytes.makeIterator()
  var offset = 0
  while true {
    switch parser.parseScalar(from: &source) {
    case .valid(let encoded):
      output.append(Unicode.UTF8.decode(encoded))
      offset += encoded.count
    case .error(let length):
      for byte in bytes[offset..<offset + length] { output.append(badByte: byte) }
      offset += length
    case .emptyInput: return output.finished()
    }
  }
}

/// Takes scalars in order and writes the inert text. It holds a carriage return back until it is
/// known whether a line feed follows, and tag characters until they are known to be a flag's.
private struct Neutraliser {
  let keepsLineBreaks: Bool
  private var output = ""
  private var holdsReturn = false
  /// What came since a black flag; nil where none stands open.
  private var tags: FlagTags?

  init(keepsLineBreaks: Bool) { self.keepsLineBreaks = keepsLineBreaks }

  mutating func append(_ scalar: Unicode.Scalar) {
    if scalar == "\n" {
      flushTags()
      holdsReturn = false
      output.unicodeScalars.append(keepsLineBreaks ? "\n" : " ")
      return
    }
    if takeTag(scalar) { return }
    flush()
    switch scalar {
    case FlagTags.base:
      output.unicodeScalars.append(scalar)
      tags = FlagTags()
    case "\r": holdsReturn = true
    case "\t": output.unicodeScalars.append(" ")
    case _ where scalar.isUnsafe: escape(scalar)
    default: output.unicodeScalars.append(scalar)
    }
  }

  mutating func append(badByte byte: UInt8) {
    flush()
    output += "\\x{\(hexadecimal(UInt32(byte)))}"
  }

  mutating func finished() -> String {
    flush()
    return output
  }

  private mutating func flush() {
    flushTags()
    if holdsReturn { output += "\\u{D}" }
    holdsReturn = false
  }

  /// Whether the scalar may belong to a flag, and was kept for that.
  private mutating func takeTag(_ scalar: Unicode.Scalar) -> Bool {
    guard let held = tags, let next = held.taking(scalar) else { return false }
    tags = next.isWhole ? nil : next
    if next.isWhole { output.unicodeScalars.append(contentsOf: next.scalars) }
    return true
  }

  /// What turned out to be no flag is shown like any other tag characters.
  private mutating func flushTags() {
    let held = tags?.scalars ?? []
    tags = nil
    for scalar in held { escape(scalar) }
  }

  private mutating func escape(_ scalar: Unicode.Scalar) {
    output += "\\u{\(hexadecimal(scalar.value))}"
  }

  private func hexadecimal(_ value: UInt32) -> String {
    String(value, radix: 16, uppercase: true)
  }
}

/// The tags behind a black flag that make it the flag of a part of a country, such as Wales: the
/// country's two letters, one to four letters or digits, and the end (UTS #51, emoji tag
/// sequences). Nothing longer, and behind no other sign: tags can hide a text.
private struct FlagTags {
  static let base: Unicode.Scalar = "\u{1F3F4}"
  private(set) var scalars: [Unicode.Scalar] = []
  private(set) var isWhole = false

  /// With the next scalar; nil where that can't be a flag's.
  func taking(_ scalar: Unicode.Scalar) -> FlagTags? {
    var next = self
    switch scalar.value {
    case 0xE0061...0xE007A where scalars.count < 6: break
    case 0xE0030...0xE0039 where (2..<6).contains(scalars.count): break
    case 0xE007F where scalars.count >= 3: next.isWhole = true
    default: return nil
    }
    next.scalars.append(scalar)
    return next
  }
}

extension Unicode.Scalar {
  /// Whether showing it as it is could mislead or take over the terminal.
  fileprivate var isUnsafe: Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069,
      0xFEFF, 0xE0000...0xE007F:
      true
    default: false
    }
  }
}
