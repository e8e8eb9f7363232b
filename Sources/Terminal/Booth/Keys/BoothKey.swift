/// One key, as the booth's screens know keys.
package enum BoothKey: Hashable, Sendable {
  /// A printing character, or a part of one: a combining accent comes as a key of its own.
  case scalar(Unicode.Scalar)
  case enter, escape, backspace, tab, backTab
  case up, down, left, right, home, end, pageUp, pageDown
  /// F1.
  case help
  /// ^C.
  case interrupt
  /// Anything else: ^Z, ^\, ^D, an unknown sequence, a byte that is no character. It does
  /// nothing, but shows that somebody is there.
  case other
}

extension BoothKey {
  /// Keys for a text, for whoever types it: `\n` and `\r` are Enter.
  package static func typed(_ text: String) -> [BoothKey] {
    text.unicodeScalars.map { $0 == "\n" || $0 == "\r" ? .enter : .scalar($0) }
  }
}
