/// Text that others wrote, made inert for a terminal or a page. The one place that does so.
///
/// Called by whoever puts a string that is not ours before a person: the renderers for every string
/// of a view, the terminal for names, file names and errors; once for each string, before colours
/// are added. What could move the cursor, colour, reorder or hide text is shown as `\u{1B}`: the C0
/// controls, DEL, the C1 controls, the bidirectional controls (UAX #9), the line and paragraph
/// separators, U+FEFF and the tag characters. A tab becomes a space. The joiners and variation
/// selectors of emoji stay.
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
/// known whether a line feed follows.
private struct Neutraliser {
  let keepsLineBreaks: Bool
  private var output = ""
  private var holdsReturn = false

  init(keepsLineBreaks: Bool) { self.keepsLineBreaks = keepsLineBreaks }

  mutating func append(_ scalar: Unicode.Scalar) {
    if scalar == "\n" {
      holdsReturn = false
      output.unicodeScalars.append(keepsLineBreaks ? "\n" : " ")
      return
    }
    flush()
    switch scalar {
    case "\r": holdsReturn = true
    case "\t": output.unicodeScalars.append(" ")
    case _ where scalar.isUnsafe: output += "\\u{\(hexadecimal(scalar.value))}"
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
    if holdsReturn { output += "\\u{D}" }
    holdsReturn = false
  }

  private func hexadecimal(_ value: UInt32) -> String {
    String(value, radix: 16, uppercase: true)
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
