/// Makes JSON of what careless programs write in its place: see ``JSONPieces``.
struct JSONMender {
  struct Fault {
    /// How many line ends stand before it.
    var lines: Int
    var what: String
  }

  private(set) var faults: [Fault] = []
  private let source: [UInt8]
  private var output: [UInt8] = []
  private var index = 0
  private var lines = 0

  init(_ source: [UInt8]) { self.source = source }

  mutating func mended() -> [UInt8] {
    while index < source.count {
      switch source[index] {
      case UInt8(ascii: "\""): copyText()
      case UInt8(ascii: ","): copyComma()
      case let byte where ByteClass.isLetter(byte): copyWord()
      case let byte:
        if byte == 0x0A { lines += 1 }
        output.append(byte)
        index += 1
      }
    }
    return output
  }

  private mutating func tell(_ what: String) { faults.append(Fault(lines: lines, what: what)) }

  private mutating func copyComma() {
    let next = source[(index + 1)...].first { !ByteClass.isSpace($0) }
    if let next, "]},".utf8.contains(next) { tell("a comma too many") } else { output.append(0x2C) }
    index += 1
  }

  private mutating func copyWord() {
    let word = source[index...].prefix { ByteClass.isLetter($0) }
    // The letter of 1e5 follows a digit.
    let isExponent = output.last.map(ByteClass.isDigit) ?? false
    if isExponent || ["true", "false", "null"].contains(String(decoding: word, as: UTF8.self)) {
      output += word
    } else {
      if output.last == UInt8(ascii: "-") { output.removeLast() }
      tell("“\(String(decoding: word.prefix(20), as: UTF8.self))”")
      output += "null".utf8
    }
    index = word.endIndex
  }

  private mutating func copyText() {
    output.append(source[index])
    index += 1
    while index < source.count, source[index] != UInt8(ascii: "\"") {
      let byte = source[index]
      if byte == UInt8(ascii: "\\") {
        copyEscape()
      } else if byte < 0x20 {
        let hex = String(byte, radix: 16)
        output += "\\u00\(hex.count < 2 ? "0" : "")\(hex)".utf8
        tell("a control character in a text")
        if byte == 0x0A { lines += 1 }
        index += 1
      } else {
        output.append(byte)
        index += 1
      }
    }
    if index < source.count { output.append(source[index]) }
    index += 1
  }

  private mutating func copyEscape() {
    let next = index + 1 < source.count ? source[index + 1] : 0
    guard next == UInt8(ascii: "u") else {
      if "\"\\/bfnrt".utf8.contains(next) {
        output += [UInt8(ascii: "\\"), next]
      } else {
        tell("an escape that JSON does not know")
        output += "\\\\".utf8
        if next >= 0x20 { output.append(next) }
      }
      index += 2
      return
    }
    guard let code = unit(at: index) else {
      tell("an escape that JSON does not know")
      output += "\\\\u".utf8
      index += 2
      return
    }
    let pair = (0xD800...0xDBFF).contains(code) ? unit(at: index + 6) : nil
    if let pair, (0xDC00...0xDFFF).contains(pair) {
      output += source[index..<(index + 12)]
      index += 12
    } else if (0xD800...0xDFFF).contains(code) {
      tell("half a surrogate pair")
      output += "\\ufffd".utf8
      index += 6
    } else {
      output += source[index..<(index + 6)]
      index += 6
    }
  }

  /// The number of `\u12ab` at `position`.
  private func unit(at position: Int) -> UInt32? {
    guard position + 6 <= source.count, source[position] == UInt8(ascii: "\\"),
      source[position + 1] == UInt8(ascii: "u")
    else { return nil }
    let digits = String(decoding: source[(position + 2)..<(position + 6)], as: UTF8.self)
    return digits.first == "+" || digits.first == "-" ? nil : UInt32(digits, radix: 16)
  }
}
