/// The kit's own words begin a line: “Failed:”, “Hint:”, the sign of what is done, the prompt. What
/// others wrote, a plugin or a person, may say the same, and must not pass for it: such a line gets
/// a mark before it. The one place that decides which lines these are.
///
/// - Parameter text: one line, made inert before.
package func setApart(_ text: String, in style: TerminalStyle) -> String {
  looksLikeOurs(text) ? style.signs.vertical + " " + text : text
}

/// Whether a line could be taken for one of the kit's own, as it looks: in capitals or not, and
/// with whatever in it that nobody sees.
private func looksLikeOurs(_ line: String) -> Bool {
  if !line.unicodeScalars.contains(where: { Opening.mayBegin($0.plain) }) { return false }
  let whole = line.asItLooks
  let words = whole.drop(while: \.isWhitespace)
  // What stands further in belongs to something before it.
  guard whole.count - words.count <= Opening.indent else { return false }
  return Opening.isTone(words) || Opening.isPrompt(words)
}

/// How the kit's own lines begin.
private enum Opening {
  /// Of what is asked in a form, and of whatever follows a tone's word on the next line.
  static let indent = 2
  private static let prompt: Character = "›"
  /// Each without its colon.
  private static let words = (Wording.tones + ["error:"]).map { $0.lowercased().dropLast() }

  /// Cheap: without one of these a line is not looked at any closer.
  static func mayBegin(_ scalar: Unicode.Scalar) -> Bool {
    scalar == ":" || scalar == "›" || scalar == ">" || scalar == "✓" || scalar == "✗"
  }

  static func isTone(_ line: Substring) -> Bool {
    if line.first == "✓" || line.first == "✗" { return true }
    guard let colon = line.firstIndex(of: ":") else { return false }
    // Blanks before the colon are hardly seen.
    var start = line[..<colon]
    while start.last?.isWhitespace == true { start.removeLast() }
    return start.count < 20 && words.contains { $0 == start.lowercased() }
  }

  /// `2/7 Skills 12:31 › `, `The day › `, `  name › `; with `>` where there are no signs.
  static func isPrompt(_ line: Substring) -> Bool {
    if line.contains(prompt) { return true }
    guard line.last == ">" || line.contains("> ") else { return false }
    let parts = line.prefix { !$0.isWhitespace }.split(
      separator: "/", omittingEmptySubsequences: false)
    let isPlace = parts.count == 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isNumber) }
    return isPlace || line.lowercased().hasPrefix("charrette >")
  }
}

extension Line {
  /// The line with its mark, where it needs one.
  func setApart(in style: TerminalStyle) -> [Line] {
    let text = runs.map(\.text).joined()
    guard looksLikeOurs(text) else { return [self] }
    let marked = Line(style.signs.vertical + " ", .muted) + self
    return marked.wrapped(to: style.columns, indent: 2)
  }
}
