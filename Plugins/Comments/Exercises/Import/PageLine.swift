/// One line of a plain page, with what its layout says.
struct PageLine: Hashable, Sendable {
  /// Without the blanks around it.
  let text: String
  /// The width of the blanks before it; a tab goes to the next multiple of 4.
  let column: Int
  /// To its end, in characters.
  let width: Int

  var isBlank: Bool { text.isEmpty }
  /// Its beginning, for a warning.
  var quoted: String { "“\(text.prefix(60))”" }

  init(_ bytes: ArraySlice<UInt8>) {
    var rest = bytes
    var column = 0
    while let byte = rest.first {
      if byte == UInt8(ascii: "\t") {
        column += 4 - column % 4
        rest = rest.dropFirst()
      } else if byte == UInt8(ascii: " ") {
        column += 1
        rest = rest.dropFirst()
      } else if rest.starts(with: "\u{A0}".utf8) {
        column += 1
        rest = rest.dropFirst(2)
      } else {
        break
      }
    }
    text = String(decoding: rest, as: UTF8.self).trimmed
    self.column = column
    width = column + text.unicodeScalars.count
  }

  /// The lines of `bytes`, whichever of LF, CR LF and CR ends them.
  static func lines(of bytes: [UInt8]) -> [PageLine] {
    var lines: [PageLine] = []
    var start = 0
    for index in bytes.indices where bytes[index] == 0x0A || bytes[index] == 0x0D {
      // The LF of a CR LF ends nothing more.
      if bytes[index] == 0x0D || index == 0 || bytes[index - 1] != 0x0D {
        lines.append(PageLine(bytes[start..<index]))
      }
      start = index + 1
    }
    lines.append(PageLine(bytes[start...]))
    return lines
  }

  /// `12.` or a bullet before the rest of the line.
  enum Marker: Hashable, Sendable {
    case number(Int)
    case bullet(Character)
  }

  /// The marker that the line begins with, how many characters it has, and what follows it.
  var marker: (marker: Marker, width: Int, rest: String)? {
    guard let first = text.first else { return nil }
    if "•◦▪‣·*-".contains(first) {
      let rest = text.dropFirst()
      guard let next = rest.first, next == " " || next == "\t" || next == "\u{A0}" else {
        return nil
      }
      return (.bullet(first), 1, rest.trimmed)
    }
    let digits = text.utf8.prefix(7).prefix(while: ByteClass.isDigit)
    let rest = text.utf8[digits.endIndex...]
    guard let number = Int(Substring(digits)), rest.first == UInt8(ascii: ".") else { return nil }
    return (.number(number), digits.count + 1, Substring(rest.dropFirst()).trimmed)
  }
}

extension Sequence<PageLine> {
  /// The paragraphs, which empty lines set apart. In a text whose lines were cut at a width
  /// (`isWrapped`), a cut is mended; any other line end is the author's, and stays.
  func paragraphs(isWrapped: Bool) -> [String] {
    var paragraphs: [String] = []
    var previous: PageLine?
    for line in self {
      defer { previous = line }
      guard !line.isBlank else { continue }
      guard let before = previous, !before.isBlank else {
        paragraphs.append(line.text)
        continue
      }
      // A short line was not cut, and an item of a list begins a line of its own.
      let isCut = isWrapped && before.width >= 45 && line.marker == nil
      paragraphs[paragraphs.count - 1] += (isCut ? " " : "\n") + line.text
    }
    return paragraphs
  }

  /// Whether lines seem to be cut at a width: none is longer than a narrow window.
  var isWrapped: Bool { allSatisfy { $0.width <= 100 } }
}
