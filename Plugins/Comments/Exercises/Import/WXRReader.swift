/// Walks an export and gathers the text of each post's and comment's elements, by name, as far as
/// they are sound.
///
/// Elements are known by the prefixes that WordPress writes (`wp:`, `content:`), as its own
/// importer knows them. What is damaged costs as little as it can: an end that is missing is put
/// where the next thing of its kind begins; an end of what was not begun is passed over; what
/// stands in a text and is no element of an export belongs to the text. A comment counts as sound
/// if everything that decides what it is (``needed``) was read to its end.
struct WXRReader {
  /// The deepest element of an honest export stands at 6.
  static let depthLimit = 32

  /// The text of the elements of one `<item>`, and of each of its comments.
  struct Item {
    var fields: [String: String] = [:]
    var comments: [Comment] = []
  }

  struct Comment {
    var fields: [String: String] = [:]
    /// Where it begins.
    var line: Int
  }

  struct Stop: Error {
    var line: Int
    var problem: ImportFailure.Problem
  }

  private(set) var items: [Item] = []
  private(set) var version: String?
  private(set) var broken = 0
  var leftOut: LeftOut { scanner.leftOut }
  /// Where the file ends in the middle of something.
  private(set) var early: (line: Int, inside: String)?

  private var scanner: MarkupScanner
  private var item: Item?
  private var comment: Comment?
  /// The fields of an element that may be an item whose beginning is damaged.
  private var loose: [String: String] = [:]
  /// The names of the open elements.
  private var path: [String] = []
  private var text = ""
  /// Where the innermost element is a text of an export's: what looks like markup there is text.
  private var isInText = false

  /// What must have been read to its end of a comment of which the end is missing.
  private static let needed = [
    "wp:comment_id", "wp:comment_author", "wp:comment_content", "wp:comment_approved",
    "wp:comment_type", "wp:comment_parent",
  ]
  private static let containers: Set<String> = [
    "rss", "channel", "item", "wp:comment", "wp:commentmeta", "wp:postmeta", "wp:author",
    "wp:category", "wp:tag", "wp:term", "wp:termmeta", "image",
  ]
  private static let ofItem: Set<String> = [
    "title", "link", "pubDate", "dc:creator", "guid", "description", "content:encoded",
    "excerpt:encoded", "category",
  ]

  init(_ bytes: [UInt8], from start: Int) { scanner = MarkupScanner(bytes, from: start) }

  /// Reads the whole document.
  mutating func read() throws(Stop) {
    while let event = scanner.next() {
      switch event {
      case .text(let more, _): take(more)
      case .start(let name, _, let isEmpty, let source):
        try begin(name, isEmpty: isEmpty, source)
      case .end(let name, let source): end(name, source)
      }
    }
    if scanner.endsEarly || !path.isEmpty { endOfFile() }
  }

  private mutating func take(_ more: String) {
    if isInText || comment == nil && item == nil {
      text += more
    } else if more.utf8.contains(where: { !ByteClass.isSpace($0) }) {
      if path.last.map(Self.containers.contains) ?? false {
        scanner.damage(.outside, "“\(more.trimmed.prefix(40))”")
      } else {
        text += more
      }
    }
  }
}

// MARK: - What begins and ends

extension WXRReader {
  private static func isField(_ name: String) -> Bool {
    !containers.contains(name) && (name.hasPrefix("wp:") || ofItem.contains(name))
  }

  private mutating func begin(
    _ name: String, isEmpty: Bool, _ source: Range<Int>
  ) throws(Stop) {
    let isOfExport = Self.containers.contains(name) || Self.isField(name)
    if isInText, !isOfExport || !interrupts(name) {
      text += String(decoding: scanner.bytes[source], as: UTF8.self)
      return
    }
    if isOfExport { makeRoom(for: name) }
    guard path.count < WXRReader.depthLimit else {
      throw Stop(line: scanner.line, problem: .tooDeep(limit: WXRReader.depthLimit))
    }
    switch name {
    case "rss": unwind(to: 0)
    case "item": item = Item()
    case "wp:comment":
      if item == nil { item = Item(fields: loose) }
      comment = Comment(line: scanner.line)
    default: break
    }
    path.append(name)
    if path.count == 3 { loose = [:] }
    text = ""
    isInText = Self.isField(name)
    if isEmpty { end(name, source) }
  }

  /// Whether an element may begin in a text, because the end of that text is lost. In a comment's
  /// words only what follows them in an export does, in those of a post nothing that pages have.
  private func interrupts(_ name: String) -> Bool {
    name.hasPrefix("wp:") || name == "item" || name == "channel" || name == "rss"
      || name.hasSuffix(":encoded") || comment == nil && path.last != "content:encoded"
  }

  /// Ends what can't hold an element of this name: its own end was lost.
  private mutating func makeRoom(for name: String) {
    let depth: Int?
    switch name {
    case "rss", "channel": depth = nil
    case "item": depth = path.firstIndex(of: "item")
    case "wp:comment": depth = path.firstIndex(of: "wp:comment")
    case _ where name.hasPrefix("wp:comment_") && comment != nil:
      depth = path.firstIndex(of: "wp:comment").map { $0 + 1 }
    default: depth = nil
    }
    // Whatever it is, a text holds no element of an export.
    let least = isInText ? path.count - 1 : path.count
    let target = min(depth ?? least, least)
    if target < path.count {
      scanner.damage(.markup, "the end of <\(path[path.count - 1])> is missing")
      unwind(to: target)
    }
  }

  private mutating func end(_ name: String, _ source: Range<Int>) {
    guard let index = path.lastIndex(of: name) else {
      if isInText, !Self.containers.contains(name), !Self.isField(name) {
        text += String(decoding: scanner.bytes[source], as: UTF8.self)
      } else {
        scanner.damage(.markup, "the end of <\(name.prefix(40))>, which was not begun")
      }
      return
    }
    if index < path.count - 1 {
      scanner.damage(.markup, "the end of <\(path[path.count - 1])> is missing")
    }
    unwind(to: index + 1)
    close(name, isWhole: true)
  }

  /// Ends everything below `depth`, of which the ends are missing.
  private mutating func unwind(to depth: Int) {
    while path.count > depth, let name = path.last { close(name, isWhole: false) }
  }

  /// - Parameter isWhole: whether its own end was there.
  private mutating func close(_ name: String, isWhole: Bool) {
    let depth = path.count
    switch name {
    case "item":
      if let item { items.append(item) }
      (item, comment) = (nil, nil)
    case "wp:comment":
      closeComment(isWhole: isWhole)
    case _ where comment != nil && path.dropLast().last == "wp:comment":
      if comment?.fields[name] == nil { comment?.fields[name] = text }
    case _ where item != nil && comment == nil && path.dropLast().last == "item":
      if item?.fields[name] == nil { item?.fields[name] = text }
    case "wp:wxr_version": version = version ?? text
    case _ where depth == 4 && item == nil: loose[name] = text
    case _ where depth == 3 && item != nil && comment == nil:
      // An item of which the beginning is damaged ends here.
      if let item { items.append(item) }
      item = nil
    default: break
    }
    path.removeLast()
    text = ""
    isInText = false
  }

  private mutating func closeComment(isWhole: Bool) {
    guard let done = comment else { return }
    comment = nil
    let fields = done.fields
    let isSound =
      isWhole
      ? fields["wp:comment_content"] != nil
      : Self.needed.allSatisfy { fields[$0] != nil }
    if isSound {
      item?.comments.append(done)
    } else {
      broken += 1
      scanner.tell(.broken, line: done.line, Self.name(of: done))
    }
  }

  private static func name(of comment: Comment) -> String? {
    let id = comment.fields["wp:comment_id"].map { "comment \($0.trimmed)" }
    let author = comment.fields["wp:comment_author"]?.trimmedOrNil.map { "by \($0)" }
    let known = [id, author].compactMap(\.self)
    return known.isEmpty ? nil : known.joined(separator: " ")
  }

  private mutating func endOfFile() {
    let inside = comment.map { Self.name(of: $0) ?? "a comment" } ?? path.last.map { "<\($0)>" }
    early = (scanner.line, inside ?? "its markup")
    // The text that it ends in is not whole.
    if isInText {
      path.removeLast()
      (text, isInText) = ("", false)
    }
    unwind(to: 0)
  }
}
