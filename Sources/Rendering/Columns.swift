/// How many columns of a terminal the text takes. A line break counts 0: give one line at a time.
///
/// The widths are those of UAX #11, as `wcwidth` and tmux have them, but counted over grapheme
/// clusters: an emoji of several scalars (a family, a keycap, one with a skin tone) takes 2.
package func columns(of text: some StringProtocol) -> Int {
  if text.utf8.allSatisfy({ 0x20..<0x7F ~= $0 }) { return text.utf8.count }
  return text.reduce(0) { $0 + $1.columns }
}

extension Character {
  /// The columns of one grapheme cluster.
  ///
  /// A cluster that begins with an emoji and is joined, toned or told to be an emoji (UTS #51) is
  /// one picture. Any other is as wide as its scalars together, as terminals draw it.
  package var columns: Int {
    if let ascii = asciiValue { return 0x20..<0x7F ~= ascii ? 1 : 0 }
    let scalars = unicodeScalars
    let sum = scalars.reduce(0) { $0 + $1.columns }
    guard let base = scalars.first, scalars.dropFirst().first != nil, base.properties.isEmoji
    else { return sum }
    let isPicture = scalars.dropFirst().contains {
      $0.value == 0xFE0F || (base.value > 0x7F && $0.joinsEmoji)
    }
    return isPicture ? 2 : sum
  }
}

extension Unicode.Scalar {
  /// Zero-width joiner or skin tone.
  fileprivate var joinsEmoji: Bool { value == 0x200D || properties.isEmojiModifier }

  fileprivate var columns: Int {
    switch value {
    case 0x20..<0x7F, 0xA0..<0x300: return 1
    case 0..<0xA0: return 0
    // The vowels and finals of Hangul are drawn in the cell of the initial before them.
    case 0x1160...0x11FF, 0xD7B0...0xD7FF: return 0
    default: break
    }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .lineSeparator, .paragraphSeparator: return 0
    case .format: return properties.isDefaultIgnorableCodePoint ? 0 : 1
    default: return isWide ? 2 : 1
    }
  }
}

extension String {
  /// The text, or as much of it as fits with `…` at its end, in at most that many columns.
  package func truncated(to width: Int) -> String {
    if Rendering.columns(of: self) <= width { return self }
    var output = ""
    var used = 1
    for character in self {
      used += character.columns
      if used > width { break }
      output.append(character)
    }
    return width < 1 ? "" : output + "…"
  }

  /// The text with spaces after it (before it, for numbers) up to that many columns.
  package func padded(to width: Int, atStart: Bool = false) -> String {
    let missing = String(repeating: " ", count: max(0, width - Rendering.columns(of: self)))
    return atStart ? missing + self : self + missing
  }
}
