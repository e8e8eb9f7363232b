/// The characters that HTML writes as `&name;`, `&#8217;` or `&#x2019;`.
enum HTMLEntity {
  /// `text` with its entities decoded; those that are unknown stay as they are written.
  static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var output: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.first {
      if byte == UInt8(ascii: "&"), let (character, length) = decode(rest) {
        output += character.utf8
        rest = rest.dropFirst(length)
      } else {
        output.append(byte)
        rest = rest.dropFirst()
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// The entity at the start of `source`, which begins with `&`, and its length in bytes.
  static func decode(_ source: ArraySlice<UInt8>) -> (text: String, length: Int)? {
    // The longest name has 31 letters, the longest number 7 digits; zeros may stand before it.
    let body = source.dropFirst().prefix(40).prefix { $0 != UInt8(ascii: ";") }
    guard body.endIndex < source.endIndex, source[body.endIndex] == UInt8(ascii: ";") else {
      return nil
    }
    let name = String(decoding: body, as: UTF8.self)
    let text = name.hasPrefix("#") ? numbered(name.dropFirst()) : HTMLEntity.named[name]
    return text.map { ($0, body.count + 2) }
  }

  private static func numbered(_ text: Substring) -> String? {
    let isHexadecimal = text.first == "x" || text.first == "X"
    let digits = isHexadecimal ? text.dropFirst() : text
    guard digits.first != "+", digits.first != "-",
      let code = UInt32(digits, radix: isHexadecimal ? 16 : 10)
    else { return nil }
    // The standard's own mending: 128 to 159 were always meant as windows-1252, and what is no
    // character becomes the replacement character.
    if (0x80...0x9F).contains(code), let letter = windows1252[Int(code)] { return letter }
    return String(Unicode.Scalar(code).flatMap { $0 == "\0" ? nil : $0 } ?? "\u{FFFD}")
  }

  private static let windows1252: [Int: String] = Dictionary(
    uniqueKeysWithValues: zip(
      (0x80...0x9F).filter { ![0x81, 0x8D, 0x8F, 0x90, 0x9D].contains($0) },
      "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ".map { String($0) }))
}
