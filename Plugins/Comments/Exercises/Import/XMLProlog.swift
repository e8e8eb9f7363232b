/// What stands before the first element of an XML document: read by ourselves, because it decides
/// whether a parser should see the rest at all. Entities can be declared here only, so without a
/// document type there is nothing to resolve and nothing to blow up.
struct XMLProlog {
  /// The encoding that the XML declaration names.
  var encoding: String?
  /// The offset of `<!DOCTYPE`, and the name after it.
  var documentType: (offset: Int, name: String)?
  /// The name of the first element, where there is one.
  var root: String?

  init(of bytes: [UInt8]) {
    var rest = bytes[...]
    while true {
      rest = rest.drop(while: ByteClass.isSpace)
      if rest.starts(with: "<?".utf8) {
        let end = XMLProlog.range(of: "?>", in: rest)
        encoding = encoding ?? XMLProlog.encoding(in: rest[..<end.lowerBound])
        rest = rest[end.upperBound...]
      } else if rest.starts(with: "<!--".utf8) {
        rest = rest[XMLProlog.range(of: "-->", in: rest.dropFirst(4)).upperBound...]
      } else {
        break
      }
    }
    let keyword = "<!DOCTYPE"
    let start = String(decoding: rest.prefix(keyword.utf8.count), as: UTF8.self)
    if start.uppercased() == keyword {
      let name = XMLProlog.name(rest.dropFirst(keyword.utf8.count).drop(while: ByteClass.isSpace))
      documentType = (rest.startIndex, name)
    } else if rest.first == UInt8(ascii: "<") {
      root = XMLProlog.name(rest.dropFirst())
    }
  }

  private static func name(_ bytes: ArraySlice<UInt8>) -> String {
    let name = bytes.prefix(64).prefix {
      ByteClass.isLetter($0) || ByteClass.isDigit($0) || $0 == UInt8(ascii: ":")
    }
    return String(decoding: name, as: UTF8.self)
  }

  /// Where `text` next stands, or the empty range at the end.
  private static func range(of text: String, in bytes: ArraySlice<UInt8>) -> Range<Int> {
    let text = Array(text.utf8)
    let start = bytes.indices.first { bytes[$0...].starts(with: text) }
    return start.map { $0..<($0 + text.count) } ?? bytes.endIndex..<bytes.endIndex
  }

  private static func encoding(in declaration: ArraySlice<UInt8>) -> String? {
    let text = String(decoding: declaration.prefix(1000), as: UTF8.self)
    let parts = text.split(whereSeparator: { "=\"' \t\r\n".contains($0) })
    guard let index = parts.firstIndex(of: "encoding"), index + 1 < parts.count else { return nil }
    return String(parts[index + 1])
  }
}
