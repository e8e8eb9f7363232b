/// What a page of comments may be kept in.
package enum ImportFormat: Hashable, Sendable, CaseIterable {
  /// The text of a web page, as a browser saves it.
  case plainPage
  /// The WordPress eXtended RSS that WordPress's Tools > Export writes.
  case wordPressWXR
  /// The list that WordPress's `GET /wp/v2/comments` answers.
  case wordPressREST

  /// The only format that `text` could be in, told by how it begins; whether it truly is in it,
  /// its reader finds out. The file's name says nothing certain, so nobody asks it.
  init(of text: SourceText) {
    let beginning = text.bytes.lazy.filter { !ByteClass.isSpace($0) }.prefix(2)
    let second = beginning.dropFirst().first ?? 0
    self =
      switch String(decoding: beginning, as: UTF8.self) {
      case "[{", "[]", "{\"", "{}": .wordPressREST
      case "<?", "<!": .wordPressWXR
      case let start where start.first == "<" && ByteClass.isLetter(second): .wordPressWXR
      default: .plainPage
      }
  }
}

/// The ASCII classes that the readers ask for.
enum ByteClass {
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
