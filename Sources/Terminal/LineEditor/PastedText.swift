/// Several lines that were pasted, and what was typed around them.
package struct PastedText: Hashable, Sendable {
  /// What was typed before them; empty where nothing was.
  package var before: String
  /// With `\n` between the lines, and none at the end.
  package var text: String
  /// What was typed after them.
  package var after: String

  package init(before: String = "", _ text: String, after: String = "") {
    (self.before, self.text, self.after) = (before, text, after)
  }
}

/// A paste in the line being typed, where a mark of one row stands for it: a line that is taller
/// than the window can't be drawn by readline, and would be drawn anew at every tick of the clock.
struct Paste: Hashable, Sendable {
  var mark: String
  var bytes: [UInt8]
}

/// Whether a line was put there to be mended.
enum Offer: Hashable, Sendable {
  case none
  /// Nobody has touched it: a character in its place begins another line.
  case stands
  /// A key of several bytes has begun, which may be the beginning of a paste.
  case isTouched
}
