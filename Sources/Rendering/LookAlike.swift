extension String {
  /// The text as it looks: without what nobody sees and without marks on letters, and with plain
  /// letters and signs in place of those that compatibility decomposition (NFKC) makes plain. No
  /// table of all that can be mistaken: that would be a matter of fonts.
  var asItLooks: String {
    var plain = String.UnicodeScalarView()
    for scalar in unicodeScalars where !scalar.isUnseen { plain.append(scalar.plain) }
    return String(plain)
  }
}

extension Unicode.Scalar {
  fileprivate var isUnseen: Bool {
    if isASCII { return false }
    return switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark: true
    default: properties.isDefaultIgnorableCodePoint
    }
  }

  /// The plain form of a full-width or small one, of a letter in a circle or of mathematics, and of
  /// a heavier sign.
  var plain: Unicode.Scalar {
    let code: UInt32? =
      switch value {
      case 0..<0x24B6: nil
      case 0x24B6...0x24CF: 0x41 + value - 0x24B6
      case 0x24D0...0x24E9: 0x61 + value - 0x24D0
      case 0x2714: 0x2713
      case 0x2718: 0x2717
      case 0xFE13, 0xFE55: 0x3A
      case 0xFE65: 0x3E
      case 0xFF01...0xFF5E: value - 0xFEE0
      case 0x1D400...0x1D6A3: Self.letter((value - 0x1D400) % 52)
      default: nil
      }
    return code.flatMap(Unicode.Scalar.init) ?? self
  }

  /// Each alphabet of mathematics has its capitals first.
  private static func letter(_ place: UInt32) -> UInt32 {
    place < 26 ? 0x41 + place : 0x61 + place - 26
  }
}
