import ExerciseProtocol

/// TAB within what has blanks in it: a name, a title, a file.
extension Desk {
  /// `@Ruth H`, without quotes: the name goes on where somebody's does.
  func completeName(_ words: Words, _ cursor: Int) -> Completion? {
    guard let session else { return nil }
    let ends = words.line.indices.upperBound
    for word in words.words.suffix(4) where word.text.hasPrefix("@") && !word.isQuoted {
      let typed = String(words.line[(word.range.lowerBound + 1)..<ends])
      guard typed.contains(where: \.isWhitespace), typed.first != "\"" else { continue }
      let names = session.people.map(\.name).filter { name in
        name.contains(" ") && name.lowercased().hasPrefix(typed.withSingleBlanks.lowercased())
          && name.count > typed.withSingleBlanks.count
      }
      guard !names.isEmpty else { continue }
      let isOnly = names.count == 1
      return Completion(
        range: word.range.lowerBound..<cursor,
        choices: names.map { .init(text: isOnly ? "@\"\($0)\"" : "@\($0)", help: "") })
    }
    return nil
  }

  /// What a command takes by itself and may have blanks: all that was typed of it is looked at, the
  /// longest first.
  func completeSeveralWords(
    _ shape: CommandShape, _ words: Words, _ cursor: Int
  ) -> Completion? {
    let kinds: [Parameter.Kind] = [
      .field(.person), .names, .session, .template, .activity, .field(.file), .files,
    ]
    for parameter in shape.parameters where kinds.contains(parameter.kind) {
      for word in words.words.dropFirst() {
        guard let start = start(of: parameter, in: word, words) else { continue }
        let typed = String(words.line[start...])
        let choices = values(of: parameter, typed.withSingleBlanks)
        guard !choices.isEmpty, typed.contains(where: \.isWhitespace) else { continue }
        return Completion(range: start..<cursor, choices: choices)
      }
    }
    return nil
  }

  /// Where a value of the parameter may begin at the word; in a list of names the last one.
  private func start(of parameter: Parameter, in word: Word, _ words: Words) -> Int? {
    var start = word.range.lowerBound
    if parameter.isOption {
      guard word.text.hasPrefix(parameter.name + "=") else { return nil }
      start += parameter.name.count + 1
    }
    if parameter.kind == .names, let comma = words.line[start...].lastIndex(of: ",") {
      start = words.line[(comma + 1)...].firstIndex { !$0.isWhitespace } ?? start
    }
    return start
  }
}

extension TypedFile {
  /// What a name begins with, of which not all is typed: its quote may be open.
  static func beginning(_ typed: String) -> String {
    var text = typed
    if let first = text.first, "\"'“‘".contains(first) { text.removeFirst() }
    return plain(text.replacing("\\ ", with: " "))
  }
}

extension String {
  /// With one blank where several words have more between them; one at the end counts.
  var withSingleBlanks: String {
    let words = split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return last?.isWhitespace == true ? words + " " : words
  }
}
