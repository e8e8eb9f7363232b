/// The entries of a paste: its lines without what only laid them out.
package struct PastedLines: Hashable, Sendable {
  package struct Entry: Hashable, Sendable {
    /// Its line in what was pasted, from 1; blank lines count.
    package var number: Int
    package var text: String
  }

  package private(set) var entries: [Entry] = []

  /// Blank lines are no entries. Blanks at the ends go, and so do control characters, the escape
  /// sequences of a terminal, and what marks the lines of a list: `-`, `•`, `*`, `[ ]`, and `1.`,
  /// `2)`, `(3)`, `a)`, where they number a list.
  package init(_ text: String) {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      let words = String(line).withoutControls.trimmed.withoutBullet
      if !words.isEmpty { entries.append(Entry(number: index + 1, text: words)) }
    }
    let marks = entries.map { ListMark($0.text) }
    guard ListMark.numberAList(marks) else { return }
    for (index, mark) in marks.enumerated() {
      if let mark { entries[index].text = mark.words.withoutBullet }
    }
  }
}

extension String {
  /// Without escape sequences (ECMA-48) and control characters; a tab is a blank.
  var withoutControls: String {
    var (text, rest) = (String.UnicodeScalarView(), unicodeScalars[...])
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\u{1B}": rest.dropEscape()
      case "\u{9B}": rest.dropControlSequence()
      case "\t": text.append(" ")
      case "\u{FEFF}", "\u{FFFE}": break
      default: if scalar.properties.generalCategory != .control { text.append(scalar) }
      }
    }
    return String(text)
  }

  var withoutBullet: String {
    var words = self[...]
    for bullet in ["- ", "• ", "* ", "– ", "— ", "· ", "‣ ", "▪ ", "◦ "] {
      if let rest = words.afterPrefix(bullet) { words = rest }
    }
    for box in ["[ ] ", "[x] ", "[X] ", "☐ ", "☑ "] {
      if let rest = words.afterPrefix(box) { words = rest }
    }
    // A bullet with nothing behind it.
    return ["-", "•", "*", "–", "·"].contains(String(words)) ? "" : words.trimmed
  }
}

extension Substring {
  fileprivate func afterPrefix(_ prefix: String) -> Substring? {
    hasPrefix(prefix) ? dropFirst(prefix.count) : nil
  }
}

extension Substring.UnicodeScalarView {
  /// After ESC: a control sequence, a string up to BEL or ESC \, or one character.
  fileprivate mutating func dropEscape() {
    switch popFirst() {
    case "["?: dropControlSequence()
    case "]"?, "P"?, "X"?, "^"?, "_"?:
      while let scalar = popFirst(), scalar != "\u{7}", scalar != "\u{9C}" {
        if scalar == "\u{1B}" {
          _ = popFirst()
          return
        }
      }
    default: break
    }
  }

  fileprivate mutating func dropControlSequence() {
    while let scalar = popFirst(), !("\u{40}"..."\u{7E}").contains(scalar) {}
  }
}
