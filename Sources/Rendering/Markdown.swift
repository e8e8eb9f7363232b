/// Plain text as Markdown that shows it as it was typed (CommonMark 0.31.2 with the tables,
/// strikethrough and autolinks of GFM 0.29). The text must have been neutralised before.
enum Markdown {
  /// One line of text; line breaks become spaces. Empty text stays empty.
  static func line(_ text: String) -> String {
    escapedLine(String(text.map { $0 == "\n" ? " " : $0 }))
  }

  /// The text's paragraphs as lines: an empty line between paragraphs, a line break within one kept
  /// as a hard break.
  static func paragraphs(_ text: String) -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(escapedLine)
    var output: [String] = []
    for (index, line) in lines.enumerated() {
      if line.isEmpty {
        if output.last?.isEmpty == false { output.append("") }
      } else {
        let continues = index + 1 < lines.count && !lines[index + 1].isEmpty
        output.append(continues ? line + "\\" : line)
      }
    }
    if output.last?.isEmpty == true { output.removeLast() }
    return output
  }

  /// The text for a cell of a table.
  static func cell(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(escapedLine)
      .joined(separator: "<br>")
  }

  static func strong(_ text: String) -> String { delimited(text, by: "**") }
  static func emphasis(_ text: String) -> String { delimited(text, by: "*") }

  private static func delimited(_ text: String, by delimiter: String) -> String {
    let text = line(text)
    return text.isEmpty ? "" : delimiter + text + delimiter
  }

  /// What has a meaning anywhere in a line.
  private static let special = Set("\\`*_{}[]<>#|~&$".unicodeScalars)
  /// What has one at the beginning of a line: lists, rules, underlined headings, tables.
  private static let leading = Set("-+=:".unicodeScalars)

  /// Without the spaces around it, which Markdown drops or takes for code. Works on scalars, as
  /// Markdown does: a special one may hide in a grapheme cluster.
  private static func escapedLine(_ text: some StringProtocol) -> String {
    var scalars = Substring(text).unicodeScalars.drop { $0.properties.isWhitespace }
    while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
    var output = String.UnicodeScalarView()
    var digits = 0
    for (index, scalar) in scalars.enumerated() {
      let isMarked =
        switch scalar {
        case _ where special.contains(scalar): true
        case _ where index == 0 && leading.contains(scalar): true
        case ".", ")":
          index > 0 && digits == index && scalars.isFollowedBySpace(afterFirst: index + 1)
            || startsLink(scalar, after: output)
        case ":": startsLink(scalar, after: output)
        default: false
        }
      if isMarked { output.append("\\") }
      if "0"..."9" ~= scalar, digits == index { digits += 1 }
      output.append(scalar)
    }
    return String(output)
  }

  /// Whether what was read would become a link by itself with this scalar: `https:`, `www.`.
  private static func startsLink(
    _ scalar: Unicode.Scalar, after text: String.UnicodeScalarView
  ) -> Bool {
    let openings =
      switch scalar {
      case ":": ["http", "https", "ftp", "mailto", "xmpp"]
      case ".": ["www"]
      default: [String]()
      }
    let end = String(text.suffix(6)).lowercased().utf8.reversed()
    return openings.contains { end.starts(with: $0.utf8.reversed()) }
  }
}

extension Substring.UnicodeScalarView {
  /// Whether nothing or a space comes after so many scalars: without that a number begins no list.
  fileprivate func isFollowedBySpace(afterFirst count: Int) -> Bool {
    dropFirst(count).first?.properties.isWhitespace ?? true
  }
}
