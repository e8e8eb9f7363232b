/// The plain text of the HTML that people write comments in.
///
/// Paragraphs come out apart by an empty line, `<br>` as a line end, items of a list as `• …` or
/// `1. …`, a link as `text (address)`, an image as its description; tags, scripts and comments go.
/// Anything that is no complete tag or no known entity stays as it is written, so no word is lost.
/// One pass, no recursion; called with the content of each comment and post.
package struct HTMLText {
  /// What a line end in the source means.
  package enum LineEnd {
    /// As in any HTML: a blank.
    case space
    /// As in what WordPress stores: one is a line end, two are the end of a paragraph (WordPress
    /// makes tags of them only when it shows the text, in `wpautop`).
    case lineBreak
  }

  private let source: [UInt8]
  private let lineEnd: LineEnd
  private var output = HTMLTextOutput()
  private var index = 0
  /// After an incomplete tag nothing is taken for a tag: looking for its end again and again
  /// would cost the square of the length.
  private var hasTags = true
  private var quotesCount = true
  private var lists: [Int?] = []
  private var link: (address: String, start: Int)?

  /// The plain text of `html`.
  package static func plainText(of html: String, lineEnd: LineEnd) -> String {
    var text = HTMLText(source: Array(html.utf8), lineEnd: lineEnd)
    text.read()
    return text.output.text
  }

  private init(source: [UInt8], lineEnd: LineEnd) {
    self.source = source
    self.lineEnd = lineEnd
  }

  private mutating func read() {
    while index < source.count {
      switch source[index] {
      case UInt8(ascii: "<"): readMarkup()
      case UInt8(ascii: "&"):
        let (text, length) = HTMLEntity.decode(source[index...]) ?? ("&", 1)
        output.write(text.utf8)
        index += length
      case 0x0A where output.isPreformatted: advance { $0.breakLine(always: true) }
      case 0x0A where lineEnd == .lineBreak: advance { $0.breakLineOfSource() }
      case 0x20, 0x09, 0x0A, 0x0D: advance { $0.writeSpace() }
      default: readWord()
      }
    }
  }

  private mutating func readWord() {
    let start = index
    repeat {
      index += 1
    } while index < source.count && source[index] > 0x20 && source[index] != UInt8(ascii: "<")
      && source[index] != UInt8(ascii: "&")
    output.write(source[start..<index])
  }

  private mutating func advance(_ body: (inout HTMLTextOutput) -> Void) {
    body(&output)
    index += 1
  }

  private mutating func readMarkup() {
    if hasTags, source[index...].starts(with: "<!--".utf8) {
      skip(to: "-->")
      if hasTags { index += 3 }
    } else if hasTags, let next = source[index...].dropFirst().first,
      ByteClass.isLetter(next) || next == UInt8(ascii: "/") || next == UInt8(ascii: "!")
        || next == UInt8(ascii: "?")
    {
      guard let tag = HTMLTag(source[index...], quotesCount: &quotesCount) else {
        hasTags = false
        return
      }
      index = tag.end
      handle(tag)
    } else {
      advance { $0.write(CollectionOfOne(UInt8(ascii: "<"))) }
    }
  }

  /// Goes to the next `end`, or takes all the rest for text where there is none.
  private mutating func skip(to end: String) {
    let end = Array(end.utf8)
    var position = index
    while position + end.count <= source.count {
      if source[position...].starts(with: end) {
        index = position
        return
      }
      position += 1
    }
    hasTags = false
  }

  private mutating func handle(_ tag: HTMLTag) {
    switch (tag.name, tag.isClosing) {
    case ("br", _): output.breakLine(always: true)
    case ("script", false): skip(to: "</script")
    case ("style", false): skip(to: "</style")
    case ("a", false): link = (tag.attribute("href") ?? "", output.count)
    case ("a", true): endLink()
    case ("img", _): output.write((tag.attribute("alt") ?? "").utf8)
    case ("ul", false), ("ol", false):
      lists.append(tag.name == "ol" ? 0 : nil)
      output.endParagraph()
    case ("ul", true), ("ol", true):
      _ = lists.popLast()
      output.endParagraph()
    case ("li", false): beginItem()
    case ("pre", _):
      output.endParagraph()
      output.isPreformatted = !tag.isClosing
    case ("tr", _), ("li", true), ("dt", _), ("dd", _): output.breakLine(always: false)
    case ("td", true), ("th", true): output.writeSpace()
    case (let name, _) where HTMLTag.blocks.contains(name): output.endParagraph()
    default: break
    }
  }

  private mutating func beginItem() {
    output.breakLine(always: false)
    var marker = "•"
    if let number = lists.last ?? nil {
      lists[lists.count - 1] = number + 1
      marker = "\(number + 1)."
    }
    output.write(marker.utf8)
    output.writeSpace()
  }

  private mutating func endLink() {
    guard let link else { return }
    self.link = nil
    let shown = output.text(from: link.start)
    let address = link.address.trimmed
    let isUseful = ["http://", "https://", "mailto:"].contains { address.hasPrefix($0) }
    guard isUseful, shown != address, "mailto:" + shown != address else { return }
    output.write((shown.isEmpty ? address : " (\(address))").utf8)
  }
}
