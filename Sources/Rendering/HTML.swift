/// Text and tags of a page. Every text passes through `text` or `attribute`; nothing else of a view
/// is ever written.
enum HTML {
  /// Neutralised text as the content of an element. What XML doesn't know as a character is shown
  /// as `\u{FFFE}`, so that the page can be read by the strictest reader.
  static func text(_ text: String) -> String {
    var output = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "\"": output += "&quot;"
      case "'": output += "&#39;"
      case "\u{FFFE}", "\u{FFFF}":
        output += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output
  }

  /// The text with its line breaks.
  static func lines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { HTML.text(String($0)) }
      .joined(separator: "<br />")
  }

  /// An element; what is inside is markup already, what stands in the attributes is text.
  static func element(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ inside: String
  ) -> String {
    let written = attributes.map { " \($0)=\"\(text($1))\"" }.joined()
    return "<\(name)\(written)>\(inside)</\(name)>"
  }

  /// Paragraphs, set apart in the text by empty lines.
  static func paragraphs(_ text: String) -> [String] {
    var paragraphs: [[String]] = [[]]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.allSatisfy(\.isWhitespace) {
        paragraphs.append([])
      } else {
        paragraphs[paragraphs.count - 1].append(String(line))
      }
    }
    return paragraphs.filter { !$0.isEmpty }.map { lines($0.joined(separator: "\n")) }
  }

  /// The paragraphs inside of an item: no element of their own where there is only one.
  static func content(_ text: String) -> String {
    let paragraphs = paragraphs(text)
    return paragraphs.count < 2
      ? paragraphs.joined() : paragraphs.map { element("p", $0) }.joined()
  }

  static func element(_ name: String, _ inside: String) -> String { element(name, [:], inside) }

  /// A length in hundredths, with two decimals at most.
  static func percent(_ share: Double) -> String {
    let hundredths = Int((share.clampedToUnit * 10_000).rounded())
    let (whole, rest) = (hundredths / 100, hundredths % 100)
    if rest == 0 { return "\(whole)%" }
    if rest % 10 == 0 { return "\(whole).\(rest / 10)%" }
    return rest < 10 ? "\(whole).0\(rest)%" : "\(whole).\(rest)%"
  }
}
