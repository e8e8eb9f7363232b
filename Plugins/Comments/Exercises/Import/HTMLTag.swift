/// One complete tag: `<a href="…">`, `</p>`, `<br />`, `<!DOCTYPE …>`.
struct HTMLTag {
  /// In lower case; empty for a declaration.
  let name: String
  let isClosing: Bool
  /// The index after its `>`.
  let end: Int
  private let attributes: ArraySlice<UInt8>

  /// Those that begin and end a paragraph.
  static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "center", "dl", "div", "fieldset", "figcaption",
    "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "nav",
    "p", "section", "table",
  ]

  /// Reads the tag at the start of `source`, which begins with `<`; nil where it does not end.
  ///
  /// A `>` in quotes does not end it, until a quote is found that nothing closes: then
  /// `quotesCount` turns false and they say nothing more, so that no second search runs to the end.
  init?(_ source: ArraySlice<UInt8>, quotesCount: inout Bool) {
    var rest = source.dropFirst()
    isClosing = rest.first == UInt8(ascii: "/")
    if isClosing { rest = rest.dropFirst() }
    let name = rest.prefix { ByteClass.isLetter($0) || ByteClass.isDigit($0) }
    let quotedEnd = quotesCount ? HTMLTag.end(of: rest) : nil
    if quotedEnd == nil { quotesCount = false }
    guard let end = quotedEnd ?? rest.firstIndex(of: UInt8(ascii: ">")) else { return nil }
    self.name = String(decoding: name.prefix(16), as: UTF8.self).lowercased()
    self.end = end + 1
    attributes = source[name.endIndex..<end]
  }

  /// Where the `>` is that stands in no quotes.
  private static func end(of source: ArraySlice<UInt8>) -> Int? {
    var quote: UInt8?
    for index in source.indices {
      let byte = source[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: ">") {
        return index
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      }
    }
    return nil
  }

  /// The value of the attribute called `wanted`, its entities decoded.
  func attribute(_ wanted: String) -> String? {
    MarkupAttributes(attributes).value(of: wanted) { $0.lowercased() }
  }
}
