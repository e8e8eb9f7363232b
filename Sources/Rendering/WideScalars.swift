extension Unicode.Scalar {
  /// Whether East_Asian_Width is W or F (UAX #11, EastAsianWidth.txt of Unicode 17.0.0).
  ///
  /// Emoji come from the standard library's `Emoji_Presentation`, which is wide but for the
  /// regional indicators; the table holds the rest. Unassigned scalars between two wide ones of
  /// one script count as wide.
  var isWide: Bool {
    guard value >= 0x1100 else { return false }
    if Self.wide.contains(where: { $0 ~= value }) { return true }
    return properties.isEmojiPresentation && !isRegionalIndicator
  }

  /// Half of a flag: two of them make one.
  private var isRegionalIndicator: Bool { 0x1F1E6...0x1F1FF ~= value }

  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2630...0x2637, 0x268A...0x268F, 0x2E80...0x3029,
    0x3030...0x303E, 0x3041...0x3096, 0x309B...0x3247, 0x3250...0xA4C6, 0xA960...0xA97C,
    0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60,
    0xFFE0...0xFFE6, 0x16FE0...0x16FE3, 0x16FF2...0x18DF2, 0x1AFF0...0x1B2FB,
    0x1D300...0x1D376, 0x1F200...0x1F265, 0x20000...0x3FFFD,
  ]
}
