/// The first line of a response, which names who wrote it: `Roger White says:`,
/// `Ruth Hyde on 12 October 2011 at 9:30 am said:`, `Pingback: Welcome to the Summit`.
struct ResponseHead: Hashable, Sendable {
  var author: String?
  var kind = ImportedComment.Kind.comment
  /// The title of the page that links here.
  var linkingTitle: String?
  var posted: String?

  /// Nil where `line`, without its marker, is no such line but a text.
  init?(_ line: String) {
    for label in ["Pingback:", "Trackback:"] where line.hasPrefix(label) {
      kind = .pingback
      linkingTitle = line.dropFirst(label.count).trimmed
      return
    }
    // A name is short; a sentence that happens to end in "says:" mostly is not.
    guard line.utf8.count <= 200, line.hasSuffix(" says:") || line.hasSuffix(" said:") else {
      return nil
    }
    let name = line.dropLast(" says:".count)
    // The date begins at the last " on " that a digit or a month follows: names may have one too.
    let words = name.split(separator: " ", omittingEmptySubsequences: false)
    let split = words.indices.last { index in
      index > 0 && words[index] == "on"
        && ResponseHead.isDate(words[(index + 1)...].joined(separator: " "))
    }
    author = words[..<(split ?? words.endIndex)].joined(separator: " ").trimmedOrNil
    posted = split.map { words[($0 + 1)...].joined(separator: " ").trimmed }
  }

  /// `12 October 2011`, `October 12, 2011 at 9:30 am`, `2011/10/12 at 09:30`.
  static func isDate(_ text: String) -> Bool {
    guard text.utf8.count <= 60 else { return false }
    let words = text.split(whereSeparator: { $0 == " " || $0 == "," || $0 == "/" || $0 == "-" })
      .prefix { $0 != "at" }
    let numbers = words.count { Int($0) != nil }
    return words.count == 3 && numbers >= 2 && words.contains { $0.count == 4 && Int($0) != nil }
  }
}
