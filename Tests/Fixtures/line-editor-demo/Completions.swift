internal import Terminal

/// Commands at the start of the line, names after `@`, two hundred items after `/many`; elsewhere
/// nothing.
enum Completions {
  private static let names = ["Roger White", "Roger Green", "Robert", "Zoë O'Neill", "Ann"]
  private static let commands = [
    Candidate("/agenda", help: "where we are and what comes next"),
    Candidate("/add", help: "place an exercise on the agenda"),
    Candidate("/many", help: "a long list"),
  ]

  static func complete(_ context: CompletionContext) -> Completion? {
    let typed = context.line[..<context.cursor]
    if typed.hasPrefix("/many ") {
      let word = typed.lastIndex(of: " ").map(typed.index(after:)) ?? typed.startIndex
      return matching((1...200).map { Candidate("item\($0)") }, typed[word...])
    }
    if let sign = typed.lastIndex(of: "@") {
      return matching(names.map { Candidate.name($0, prefix: "@") }, typed[sign...])
    }
    return typed.hasPrefix("/") ? matching(commands, typed) : nil
  }

  private static func matching(_ candidates: [Candidate], _ word: Substring) -> Completion {
    let start = word.lowercased().filter { $0 != "\"" }
    let found = candidates.filter { $0.display.lowercased().hasPrefix(start) }
    return Completion(from: word.startIndex, found)
  }
}
