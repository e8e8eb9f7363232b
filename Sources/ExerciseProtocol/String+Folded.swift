/// How names and tags are compared, everywhere: one person and one tag for one word, however it is
/// written.
extension StringProtocol {
  /// The same for two texts that differ only in capitals, in runs of blanks, in full-width and
  /// half-width forms, in curly and straight apostrophes, in the length of hyphens, or in what
  /// nobody sees. (Unicode's composed and decomposed forms are equal to Swift as they stand.)
  ///
  /// For comparing alone: it is never shown and never kept.
  package var folded: String { plainFolded ?? scalarsFolded }

  /// The same where all is ASCII, as most names are: asking what Unicode says of each character
  /// takes thirty times as long.
  private var plainFolded: String? {
    var text: [UInt8] = []
    var isAfterBlank = false
    for byte in utf8 {
      guard byte < 0x80 else { return nil }
      if byte == 0x20 || 0x09...0x0D ~= byte {
        isAfterBlank = !text.isEmpty
        continue
      }
      if isAfterBlank { text.append(0x20) }
      isAfterBlank = false
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): text.append(byte | 0x20)
      case UInt8(ascii: "`"): text.append(UInt8(ascii: "'"))
      default: text.append(byte)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private var scalarsFolded: String {
    var text = String.UnicodeScalarView()
    var isAfterBlank = false
    for scalar in unicodeScalars {
      if scalar.properties.isWhitespace {
        isAfterBlank = !text.isEmpty
      } else if !scalar.properties.isDefaultIgnorableCodePoint {
        if isAfterBlank { text.append(" ") }
        isAfterBlank = false
        text.append(scalar.plain)
      }
    }
    // By way of capitals, so that ß is ss and a final sigma is a sigma.
    return String(text).uppercased().lowercased()
  }
}

extension Unicode.Scalar {
  /// In its usual width, an apostrophe as `'`, a hyphen as `-`.
  fileprivate var plain: Unicode.Scalar {
    switch value {
    case 0x60, 0xB4, 0x2BC, 0x2018, 0x2019, 0x201B, 0x2032, 0xFF07: "'"
    case 0x2010...0x2013, 0x2212, 0xFF0D: "-"
    case 0xFF01...0xFF5E: Unicode.Scalar(value - 0xFEE0) ?? self
    case 0xFF66...0xFF9D: Self.katakana[Int(value - 0xFF66)]
    case 0xFF9E: "\u{3099}"
    case 0xFF9F: "\u{309A}"
    default: self
    }
  }

  /// Those of half width, in the order of their code points.
  private static let katakana = Array(
    ("ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテト"
      + "ナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン").unicodeScalars)
}
