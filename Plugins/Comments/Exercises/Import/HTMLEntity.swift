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
    // The longest name here has 8 letters, the longest number 7 digits; zeros may stand before it.
    let body = source.dropFirst().prefix(16).prefix { $0 != UInt8(ascii: ";") }
    guard body.endIndex < source.endIndex, source[body.endIndex] == UInt8(ascii: ";") else {
      return nil
    }
    let name = String(decoding: body, as: UTF8.self)
    let text = name.hasPrefix("#") ? numbered(name.dropFirst()) : named[name]
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

  /// The names of U+00A0 to U+00FF in their order, then those that writers use beyond.
  private static let named: [String: String] = {
    let latin1 = """
      nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn \
      sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest \
      Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute \
      Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml \
      Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc \
      euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash \
      ugrave uacute ucirc uuml yacute thorn yuml
      """
    var table = [
      "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "hellip": "…", "ndash": "–",
      "mdash": "—", "lsquo": "‘", "rsquo": "’", "sbquo": "‚", "ldquo": "“", "rdquo": "”",
      "bdquo": "„", "lsaquo": "‹", "rsaquo": "›", "bull": "•", "euro": "€", "trade": "™",
      "dagger": "†", "Dagger": "‡", "permil": "‰", "larr": "←", "uarr": "↑", "rarr": "→",
      "darr": "↓", "harr": "↔", "ensp": "\u{2002}", "emsp": "\u{2003}", "thinsp": "\u{2009}",
      "zwnj": "\u{200C}", "zwj": "\u{200D}", "OElig": "Œ", "oelig": "œ", "Scaron": "Š",
      "scaron": "š", "Yuml": "Ÿ", "minus": "−", "ne": "≠", "le": "≤", "ge": "≥", "infin": "∞",
      "asymp": "≈", "prime": "′", "Prime": "″",
    ]
    for (code, name) in zip(UInt8(0xA0)...0xFF, latin1.split(separator: " ")) {
      table[String(name)] = String(Unicode.Scalar(code))
    }
    return table
  }()
}
