/// What stands above the comments, told apart: the proposition, and who facilitates it.
struct DiscussionOpening {
  var proposition: String?
  var facilitator: ImportedPerson?

  /// A paragraph `Facilitator: Name, role, organisation` (`Proposition facilitator:` too) names the
  /// facilitator; the others are the proposition.
  init(paragraphs: [String]) {
    var remaining: [String] = []
    for paragraph in paragraphs {
      if facilitator == nil, let person = Self.facilitator(in: paragraph) {
        facilitator = person
      } else {
        remaining.append(paragraph)
      }
    }
    if !remaining.isEmpty { proposition = remaining.joined(separator: "\n\n") }
  }

  private static func facilitator(in paragraph: String) -> ImportedPerson? {
    guard paragraph.utf8.count <= 300, let colon = paragraph.firstIndex(of: ":") else { return nil }
    let label = paragraph[..<colon].split(separator: " ").map { $0.lowercased() }
    guard label.count <= 2, label.last == "facilitator" else { return nil }
    let parts = paragraph[paragraph.index(after: colon)...]
      .split(separator: ",").map { $0.trimmed }.filter { !$0.isEmpty }
    guard let name = parts.first else { return nil }
    return ImportedPerson(
      name: name,
      role: parts.count < 2
        ? nil : parts[1..<max(2, parts.count - 1)].joined(separator: ", "),
      organisation: parts.count < 3 ? nil : parts.last)
  }
}

extension StringProtocol {
  /// Without the blanks (space, tab, no-break space) and line ends around it; other control
  /// characters stay.
  var trimmed: String {
    let isBlank = { (scalar: Unicode.Scalar) in
      scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r" || scalar == "\u{A0}"
    }
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !isBlank($0) }),
      let last = scalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(String.UnicodeScalarView(scalars[first...last]))
  }

  /// Nil where there is nothing but blanks.
  var trimmedOrNil: String? {
    let text = trimmed
    return text.isEmpty ? nil : text
  }
}
