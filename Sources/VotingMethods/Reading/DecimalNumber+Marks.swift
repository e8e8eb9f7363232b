/// Numbers with marks between their digits, which people of different countries read differently.
extension DecimalNumber {
  /// A number whose decimals stand behind this mark; nil of it: as it stands.
  init?(_ text: String, _ mark: ReadingPolicy.DecimalMark?) {
    guard let mark else {
      self.init(text)
      return
    }
    let point: Unicode.Scalar = mark == .point ? "." : ","
    let halves = text.unicodeScalars.split(separator: point, omittingEmptySubsequences: false)
    guard halves.count <= 2, let whole = DecimalNumber.ungrouped(halves[0]) else { return nil }
    self.init(halves.count == 1 ? whole : whole + "." + String(halves[1]))
  }

  /// Without the marks between thousands; nil where they stand elsewhere.
  private static func ungrouped(_ text: Substring.UnicodeScalarView) -> String? {
    let groups = text.split(omittingEmptySubsequences: false) { groupMarks.contains($0) }
    let isGrouped = groups.dropFirst().allSatisfy { $0.count == 3 }
    guard isGrouped, groups.count == 1 || (1...4).contains(groups[0].count) else { return nil }
    return groups.map { String(Substring($0)) }.joined()
  }

  /// What stands between thousands somewhere: points, commas, apostrophes and blanks.
  private static let groupMarks: Set<Unicode.Scalar> = [
    ".", ",", "'", "’", " ", "\u{A0}", "\u{202F}", "\u{2009}",
  ]

  /// Whether a text is a number that can be read in two ways, as “1.234”, or has marks between
  /// thousands: then somebody has to say which mark is which.
  static func needsMark(_ text: String) -> Bool {
    guard text.utf8.count >= 5, text.utf8.count <= 40 else { return false }
    let scalars = text.unicodeScalars
    guard let first = scalars.first, let last = scalars.last, isDigit(first), isDigit(last),
      scalars.allSatisfy({ isDigit($0) || groupMarks.contains($0) })
    else { return false }
    let parts = scalars.split(omittingEmptySubsequences: false) { groupMarks.contains($0) }
    guard parts.count > 1, parts.allSatisfy({ !$0.isEmpty }) else { return false }
    // One mark with other than three digits behind it can mean decimals alone.
    return parts.count > 2 || DecimalNumber(text) == nil
      || parts[1].count == 3 && parts[0].count <= 3 && first != "0"
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}
