/// Decodes the entities of a piece of XML that may hold what XML does not know: HTML's entities are
/// decoded too; a bare `&` and an unknown name stay as they are written; a number of what is no
/// character is left out. All of these are told.
struct EntityReader {
  struct Fault {
    var kind: LeftOut.Kind
    /// How many line ends stand before it in the piece.
    var lines: Int
    var what: String?
  }

  private(set) var faults: [Fault] = []
  private let source: [UInt8]
  private static let ofXML: Set<String> = ["amp", "lt", "gt", "quot", "apos"]

  init(_ source: [UInt8]) { self.source = source }

  mutating func decoded() -> String {
    var output: [UInt8] = []
    output.reserveCapacity(source.count)
    var (index, lines) = (0, 0)
    while index < source.count {
      let byte = source[index]
      if byte == 0x0A { lines += 1 }
      guard byte == UInt8(ascii: "&") else {
        output.append(byte)
        index += 1
        continue
      }
      let (text, length, fault) = entity(at: index)
      output += text.utf8
      index += length
      if let fault { faults.append(Fault(kind: fault.0, lines: lines, what: fault.1)) }
    }
    return String(decoding: output, as: UTF8.self)
  }

  private func entity(at index: Int) -> (String, Int, (LeftOut.Kind, String)?) {
    let name = source[(index + 1)...].prefix(40).prefix {
      ByteClass.isLetter($0) || ByteClass.isDigit($0) || $0 == UInt8(ascii: "#")
    }
    let word = String(decoding: name, as: UTF8.self)
    guard !name.isEmpty, name.endIndex < source.count, source[name.endIndex] == UInt8(ascii: ";")
    else { return ("&", 1, (.ampersand, "&\(word.prefix(12))")) }
    let length = name.count + 2
    if word.hasPrefix("#") { return number(word, length, at: index) }
    guard let text = HTMLEntity.decode(source[index...])?.text else {
      return ("&", 1, (.ampersand, "&\(word.prefix(12));"))
    }
    return (text, length, Self.ofXML.contains(word) ? nil : (.entity, "&\(word);"))
  }

  /// A pair of surrogates is the letter that it stands for in UTF-16, as careless programs write
  /// it.
  private func number(
    _ word: String, _ length: Int, at index: Int
  ) -> (String, Int, (LeftOut.Kind, String)?) {
    guard let code = Self.code(word) else { return ("&", 1, (.ampersand, "&\(word.prefix(12))")) }
    if (0xD800...0xDBFF).contains(code),
      let (low, more) = self.code(after: index + length), (0xDC00...0xDFFF).contains(low),
      let scalar = Unicode.Scalar(0x10000 + (code - 0xD800) << 10 + (low - 0xDC00))
    {
      return (String(scalar), length + more, nil)
    }
    let isControl = code < 0x20 && ![0x09, 0x0A, 0x0D].contains(code)
    guard !isControl, code != 0xFFFE, code != 0xFFFF, let scalar = Unicode.Scalar(code) else {
      return ("", length, (.character, "&\(word);"))
    }
    return (String(scalar), length, nil)
  }

  private func code(after index: Int) -> (UInt32, Int)? {
    guard index < source.count, source[index] == UInt8(ascii: "&") else { return nil }
    let word = source[(index + 1)...].prefix(12).prefix { $0 != UInt8(ascii: ";") }
    guard let code = Self.code(String(decoding: word, as: UTF8.self)) else { return nil }
    return (code, word.count + 2)
  }

  /// The number of `#8217` or `#x2019`.
  private static func code(_ word: String) -> UInt32? {
    guard word.hasPrefix("#") else { return nil }
    let isHexadecimal = word.dropFirst().first.map { "xX".contains($0) } ?? false
    let digits = word.dropFirst(isHexadecimal ? 2 : 1)
    guard let first = digits.first, first != "+", first != "-" else { return nil }
    return UInt32(digits, radix: isHexadecimal ? 16 : 10)
  }
}
