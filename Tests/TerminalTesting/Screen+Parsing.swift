extension Screen {
  /// Where in a sequence the last byte left off.
  struct Parser {
    var state = State.ground
    /// The bytes of a character that is not complete, or of a control sequence after `ESC [`.
    var pending: [UInt8] = []

    enum State {
      case ground, escape, designation, control
      case character(missing: Int)
      /// An operating system command or device control string, read over up to its end.
      case string, stringEscape
    }
  }

  package mutating func feed(_ text: String) { feed(Array(text.utf8)) }

  package mutating func feed(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { take(byte) }
  }

  private mutating func take(_ byte: UInt8) {
    switch parser.state {
    case .ground: takePlain(byte)
    case .character(let missing): takeContinuation(byte, missing: missing)
    case .escape: takeEscape(byte)
    case .designation: parser.state = .ground
    case .control: takeControl(byte)
    case .string:
      if byte == 0x07 { parser.state = .ground }
      if byte == 0x1B { parser.state = .stringEscape }
    case .stringEscape: parser.state = byte == UInt8(ascii: "\\") ? .ground : .string
    }
  }

  private mutating func takePlain(_ byte: UInt8) {
    switch byte {
    case 0x07: bells += 1
    case 0x08: moveBack()
    case 0x09: advanceToTabStop()
    case 0x0A, 0x0B, 0x0C: lineFeed()
    case 0x0D: moveTo(column: 0)
    case 0x1B: parser.state = .escape
    case 0x20..<0x7F: put(Unicode.Scalar(byte))
    case 0xC2..<0xE0: begin(byte, missing: 1)
    case 0xE0..<0xF0: begin(byte, missing: 2)
    case 0xF0..<0xF5: begin(byte, missing: 3)
    case 0x80...: put("\u{FFFD}")
    default: break
    }
  }

  private mutating func begin(_ byte: UInt8, missing: Int) {
    parser.pending = [byte]
    parser.state = .character(missing: missing)
  }

  private mutating func takeContinuation(_ byte: UInt8, missing: Int) {
    guard byte & 0xC0 == 0x80 else {
      parser.state = .ground
      put("\u{FFFD}")
      return take(byte)
    }
    parser.pending.append(byte)
    if missing > 1 {
      parser.state = .character(missing: missing - 1)
    } else {
      parser.state = .ground
      for scalar in String(decoding: parser.pending, as: UTF8.self).unicodeScalars { put(scalar) }
    }
  }

  private mutating func takeEscape(_ byte: UInt8) {
    parser.state = .ground
    switch byte {
    case UInt8(ascii: "["):
      parser.pending = []
      parser.state = .control
    case UInt8(ascii: "]"), UInt8(ascii: "P"): parser.state = .string
    case UInt8(ascii: "("), UInt8(ascii: ")"): parser.state = .designation
    case UInt8(ascii: "M"): reverseLineFeed()
    case UInt8(ascii: "="), UInt8(ascii: ">"): break
    default: unknown.append("ESC " + String(decoding: [byte], as: UTF8.self))
    }
  }

  private mutating func takeControl(_ byte: UInt8) {
    guard (0x40...0x7E).contains(byte) else { return parser.pending.append(byte) }
    parser.state = .ground
    let body = String(decoding: parser.pending, as: UTF8.self)
    let numbers = body.drop { $0 == "?" }.split(separator: ";", omittingEmptySubsequences: false)
      .map { Int($0) ?? 0 }
    let final = Character(Unicode.Scalar(byte))
    let isKnown =
      body.hasPrefix("?")
      ? setModes(numbers, on: final == "h", known: final == "h" || final == "l")
      : control(final, numbers.first ?? 0, numbers.dropFirst().first ?? 0)
    if !isKnown { unknown.append("CSI \(body)\(final)") }
  }
}
