import ExerciseProtocol

/// The name of a file as people, terminals and file managers write it: `'my file.xml'`,
/// `my\ file.xml`, `“my file.xml”`, `file:///media/usb/my%20file.xml`. The one reader of them.
package enum TypedFile {
  /// The path that was typed, where the whole text is one.
  package static func path(_ typed: String) -> String {
    let line = Array(typed.trimmed)
    if let (text, end) = quoted(in: line, from: 0), end == line.count { return plain(text) }
    return plain(String(line))
  }

  /// What is written as a shell would have it quoted, from `start` on: the text, and where it ends;
  /// nil where nothing there is quoted, a quote has no end, or it is in double quotes, which every
  /// word may be.
  static func quoted(in line: [Character], from start: Int) -> (text: String, end: Int)? {
    guard start < line.count, line[start] != "\"" else { return nil }
    if let close = curly[line[start]] {
      guard let end = line[(start + 1)...].firstIndex(where: { close.contains($0) }) else {
        return nil
      }
      return (String(line[(start + 1)..<end]), end + 1)
    }
    var (text, index, isSpecial) = ("", start, false)
    // A quote within a plain word is an apostrophe.
    var mayQuote = true
    while index < line.count, !line[index].isWhitespace {
      if line[index] == "'", mayQuote {
        guard let end = line[(index + 1)...].firstIndex(of: "'") else { return nil }
        text += line[(index + 1)..<end]
        (index, isSpecial) = (end + 1, true)
      } else if line[index] == "\\", index + 1 < line.count, escaped.contains(line[index + 1]) {
        text.append(line[index + 1])
        (index, isSpecial) = (index + 2, true)
      } else {
        text.append(line[index])
        (index, mayQuote) = (index + 1, false)
        continue
      }
      mayQuote = true
    }
    return isSpecial ? (text, index) : nil
  }

  private static let curly: [Character: String] = [
    "“": "”", "„": "“”", "‘": "’", "‚": "‘’", "«": "»",
  ]
  /// What a shell needs a backslash before.
  private static let escaped = Set(" \t'\"\\()[]{}&;|<>$`*?#~!=%,")

  /// Without the scheme of a file's address; its percent signs are read.
  package static func plain(_ text: String) -> String {
    for prefix in ["file://localhost/", "file:///", "file:/"] {
      guard text.lowercased().hasPrefix(prefix) else { continue }
      let rest = "/" + text.dropFirst(prefix.count)
      return rest.withoutPercents ?? rest
    }
    return text
  }
}

extension String {
  /// RFC 3986: `%20` is a blank; nil where the bytes are no text.
  fileprivate var withoutPercents: String? {
    var (bytes, rest) = ([UInt8](), Array(utf8)[...])
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }
}

extension Words {
  /// The words with those joined that are one file's name: after `file=` where that takes one, and
  /// anywhere where a file is given by itself.
  func joiningFiles(for parameters: [Parameter], from first: Int) -> Words {
    let files = parameters.filter { $0.kind == .field(.file) || $0.kind == .files }
    guard !files.isEmpty else { return self }
    let isAnywhere = files.contains { !$0.isOption }
    var (joined, end) = ([Word](), 0)
    for (index, word) in words.enumerated() where word.range.lowerBound >= end {
      let start = valueStart(of: word, for: files) ?? (isAnywhere ? word.range.lowerBound : nil)
      guard index >= first, let start, let file = TypedFile.quoted(in: line, from: start) else {
        joined.append(word)
        continue
      }
      let name = String(line[word.range.lowerBound..<start])
      end = file.end
      joined.append(
        Word(text: name + file.text, range: word.range.lowerBound..<end, isQuoted: true))
    }
    return Words(line, joined)
  }

  /// After `file=`.
  private func valueStart(of word: Word, for files: [Parameter]) -> Int? {
    guard let equals = line[word.range].firstIndex(of: "=") else { return nil }
    let name = String(line[word.range.lowerBound..<equals]).lowercased()
    return files.contains { $0.name == name } ? equals + 1 : nil
  }
}
