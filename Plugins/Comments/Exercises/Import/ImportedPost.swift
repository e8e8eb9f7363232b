/// One post and what was said under it.
struct ImportedPost {
  /// Everything that the post may be called by; the first is how warnings call it.
  var names: [String] = []
  var title: String?
  /// Its address without what may change: scheme, fragment, last slash. Nil where the file does not
  /// tell it.
  var address: String?
  var opening = DiscussionOpening(paragraphs: [])
  /// In the order of the file.
  var comments: [SourceComment] = []
  /// Of its own comments: those in spam or trash, without text, no comments at all.
  var leftOut = LeftOut()

  /// Where the ids of its comments hold.
  var origin: String? { address ?? title ?? names.first }

  func isCalled(_ name: String) -> Bool {
    let name = comparable(name)
    return names.contains { comparable($0) == name }
  }

  /// Titles are typed by hand: case, and the kind of their spaces, say nothing.
  private func comparable(_ name: String) -> String {
    name.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
  }

  /// `example.org/2011/09/proposition-4` of any address that leads there; nil where there is none.
  static func address(of link: String) -> String? {
    var link = link.prefix { $0 != "#" }.trimmed[...]
    for scheme in ["https://", "http://"] where link.hasPrefix(scheme) {
      link = link.dropFirst(scheme.count)
    }
    while link.last == "/" { link = link.dropLast() }
    return link.isEmpty ? nil : String(link)
  }
}

extension ImportedPost {
  /// What only another file knows of the same post.
  mutating func fill(from other: ImportedPost) {
    if title == nil { title = other.title }
    if address == nil { address = other.address }
    if opening.proposition == nil { opening = other.opening }
    for name in other.names where !names.contains(name) { names.append(name) }
  }

  /// Drops what says nothing, or stands twice, once all comments are there; both are told.
  mutating func settle() {
    dropRepeats()
    dropEmpty()
  }

  /// One comment of each that has the same id and the same words: pages overlap, and exports are
  /// joined.
  private mutating func dropRepeats() {
    struct Key: Hashable { var id, text: String }
    var seen: Set<Key> = []
    var kept: [SourceComment] = []
    for comment in comments {
      if let id = comment.id, !seen.insert(Key(id: id, text: comment.comment.text)).inserted {
        leftOut.add(.twice, line: comment.line, comment.comment.quoted)
      } else {
        kept.append(comment)
      }
    }
    comments = kept
  }

  /// What answers a comment without text answers, then, what that one answers: no thread is torn.
  private mutating func dropEmpty() {
    var above: [String: String?] = [:]
    var kept: [SourceComment] = []
    for comment in comments {
      guard comment.comment.text.trimmed.isEmpty else {
        kept.append(comment)
        continue
      }
      leftOut.add(.withoutText, line: comment.line, comment.comment.quoted)
      if let id = comment.id { above[id] = .some(comment.parentID) }
    }
    comments = kept
    guard !above.isEmpty else { return }
    for index in kept.indices {
      var steps = 0
      while let parent = kept[index].parentID, let next = above[parent], steps <= above.count {
        kept[index].parentID = next
        steps += 1
      }
      if steps > above.count { kept[index].parentID = nil }
    }
    comments = kept
  }
}
