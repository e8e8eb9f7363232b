/// The line as it stands when TAB is pressed.
package struct CompletionContext: Hashable, Sendable {
  package var line: String
  package var cursor: String.Index

  package init(line: String, cursor: String.Index) {
    self.line = line
    self.cursor = cursor
  }
}

/// What could stand in place of the characters from `start` to the cursor. No candidates: TAB does
/// nothing; it never falls back to file names.
package struct Completion: Hashable, Sendable {
  package var start: String.Index
  package var candidates: [Candidate]

  package init(from start: String.Index, _ candidates: [Candidate]) {
    self.start = start
    self.candidates = candidates
  }
}

/// One thing that can be completed to. All three texts go to the terminal as they are: whoever
/// makes them neutralises what strangers wrote.
package struct Candidate: Hashable, Sendable {
  /// What is inserted, quoted if it has to be.
  package var text: String
  /// What the list of candidates shows.
  package var display: String
  /// A few words beside it in the list.
  package var help: String?
  /// The only candidate is followed by a blank: the word is complete.
  package var endsWord: Bool

  package init(_ text: String, display: String? = nil, help: String? = nil, endsWord: Bool = true) {
    self.text = text
    self.display = display ?? text
    self.help = help
    self.endsWord = endsWord
  }

  /// A name as one word: in double quotes where it has a blank, a quote or a backslash in it, the
  /// latter two escaped by a backslash. The prefix, such as `@`, stays outside.
  package static func name(_ name: String, prefix: String = "", help: String? = nil) -> Candidate {
    Candidate(prefix + quoted(name), display: prefix + name, help: help)
  }

  private static func quoted(_ name: String) -> String {
    guard name.isEmpty || name.contains(where: { $0.isWhitespace || "\"'\\".contains($0) })
    else { return name }
    return name.reduce(into: "\"") { $0 += "\"\\".contains($1) ? "\\\($1)" : "\($1)" } + "\""
  }
}

extension [Candidate] {
  /// What all of them begin with; the whole text where there is but one. Where that does not go on
  /// from what was typed (they are quoted and it is not) it is what was typed.
  func commonText(typed: Substring) -> String {
    guard let first else { return String(typed) }
    let common = dropFirst().reduce(Substring(first.text)) { common, candidate in
      common.prefix(zip(common, candidate.text).prefix { $0 == $1 }.count)
    }
    let goesOn = common.lowercased().hasPrefix(typed.lowercased())
    return count == 1 || goesOn ? String(common) : String(typed)
  }
}
