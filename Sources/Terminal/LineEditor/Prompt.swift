/// The one-line text before the cursor. Its parts are words, which take up columns, and styles,
/// which do not: readline has to know which is which to find the cursor.
package struct Prompt: Hashable, Sendable, ExpressibleByStringLiteral {
  private var parts: [Part] = []

  private enum Part: Hashable, Sendable {
    case words(String)
    case style(String)
  }

  package init(_ words: String = "") { append(words) }
  package init(stringLiteral words: String) { append(words) }

  /// Adds visible words. A control character would make the prompt's width wrong, so it turns into
  /// a blank.
  package mutating func append(_ words: String) {
    let scalars = words.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }
    parts.append(.words(String(String.UnicodeScalarView(scalars))))
  }

  /// Adds an escape sequence that only changes how the words after it look.
  package mutating func append(style: String) { parts.append(.style(style)) }

  /// For a terminal that knows no escape sequences.
  package var plain: String {
    parts.reduce(into: "") { text, part in
      if case .words(let words) = part { text += words }
    }
  }

  /// As readline wants it: what takes up no column stands between 1 and 2.
  var marked: String {
    parts.reduce(into: "") { text, part in
      switch part {
      case .words(let words): text += words
      case .style(let style): text += "\u{1}" + style + "\u{2}"
      }
    }
  }
}
