/// How a JSON text is laid out.
public enum JSONLayout: Sendable {
  /// One line, no spaces: for journals and frames.
  case compact
  /// Two spaces a level, one member a line: for files that people read and diff.
  case indented
}

extension JSONValue {
  /// This value as JSON text in UTF-8, without a newline at its end.
  ///
  /// The same value always gives the same bytes. Text stays as it is but for what RFC 8259 requires
  /// to be escaped, and U+007F to U+009F and U+2028/2029, which some readers and terminals act
  /// upon.
  public func serialized(_ layout: JSONLayout = .compact) -> [UInt8] {
    var writer = JSONWriter(layout: layout)
    writer.write(self, level: 0)
    return writer.output
  }

  /// ``serialized(_:)`` as a string.
  public func text(_ layout: JSONLayout = .compact) -> String {
    String(decoding: serialized(layout), as: UTF8.self)
  }
}

private struct JSONWriter {
  let layout: JSONLayout
  var output: [UInt8] = []

  init(layout: JSONLayout) { self.layout = layout }

  mutating func write(_ value: JSONValue, level: Int) {
    switch value {
    case .null: output += "null".utf8
    case .bool(let flag): output += (flag ? "true" : "false").utf8
    case .integer(let integer): output += String(integer).utf8
    case .number(let number): output += String(number).utf8
    case .string(let text): write(text)
    case .array(let elements):
      write(elements, level: level, open: "[", close: "]") { writer, element in
        writer.write(element, level: level + 1)
      }
    case .object(let members):
      write(members, level: level, open: "{", close: "}") { writer, member in
        writer.write(member.name)
        writer.output.append(UInt8(ascii: ":"))
        if writer.layout == .indented { writer.output.append(UInt8(ascii: " ")) }
        writer.write(member.value, level: level + 1)
      }
    }
  }

  private mutating func write<Item>(
    _ items: [Item], level: Int, open: Unicode.Scalar, close: Unicode.Scalar,
    each: (inout JSONWriter, Item) -> Void
  ) {
    output.append(UInt8(ascii: open))
    for (position, item) in items.enumerated() {
      if position > 0 { output.append(UInt8(ascii: ",")) }
      breakLine(level + 1)
      each(&self, item)
    }
    if !items.isEmpty { breakLine(level) }
    output.append(UInt8(ascii: close))
  }

  private mutating func breakLine(_ level: Int) {
    guard layout == .indented else { return }
    output.append(UInt8(ascii: "\n"))
    output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: level * 2))
  }

  private mutating func write(_ text: String) {
    output.append(UInt8(ascii: "\""))
    var plain = text
    let isPlain = plain.withUTF8 { bytes in
      bytes.allSatisfy { $0 >= 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C }
    }
    if isPlain {
      output += plain.utf8
    } else {
      for scalar in text.unicodeScalars { write(scalar) }
    }
    output.append(UInt8(ascii: "\""))
  }

  private mutating func write(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x22: output += "\\\"".utf8
    case 0x5C: output += "\\\\".utf8
    case 0x0A: output += "\\n".utf8
    case 0x0D: output += "\\r".utf8
    case 0x09: output += "\\t".utf8
    case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029:
      let digits = String(scalar.value, radix: 16)
      output += "\\u".utf8
      output.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 4 - digits.count))
      output += digits.utf8
    default: output += UTF8.encode(scalar)!
    }
  }
}
