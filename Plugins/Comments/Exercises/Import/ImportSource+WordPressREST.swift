import ExerciseKit

extension ImportFormat {
  /// The list that WordPress's `GET /wp/v2/comments` answers, in as many pages as there are.
  static let wordPressREST = ImportFormat(
    id: "wordpress-json", name: "the JSON of WordPress's /wp/v2/comments",
    recognises: { text in
      let start = text.bytes.lazy.filter { !ByteClass.isSpace($0) }.prefix(2)
      if ["[{", "[]", "[[", "{\"", "{}"].contains(String(decoding: start, as: UTF8.self)) {
        return true
      }
      return [UInt8(ascii: "["), UInt8(ascii: "{")].contains(start.first)
        && (text.fileName.lowercased().hasSuffix(".json") || text.contains("\"rendered\""))
    },
    read: { texts, options throws(ImportFailure) in
      var all = ImportSource(fileName: texts[0].fileName, format: "wordpress-json")
      for text in texts {
        all.merge(
          try ImportSource(wordPressREST: text), of: texts.count > 1 ? text.fileName : nil)
      }
      return try all.discussion(of: options.post)
    })
}

extension ImportSource {
  /// Reads a list of comments as WordPress's REST API answers it, bare or as the `comments` of an
  /// object, whole or cut off, one page or several one after the other. The list has any order,
  /// newest first by default.
  ///
  /// Source of the format: WordPress REST API Handbook, "Comments", schema of `/wp/v2/comments`.
  fileprivate init(wordPressREST text: SourceText) throws(ImportFailure) {
    self.init(fileName: text.fileName, format: "wordpress-json")
    let list = JSONPieces(text, listName: "comments")
    leftOut.merge(list.leftOut)
    var firstFault: JSONShapeError?
    var read = 0
    // Oldest first, so that the posts too come in the order in which they were answered.
    for piece in list.pieces.reversed() {
      do throws(JSONShapeError) {
        try take(JSONReader(piece.value, path: piece.path), line: piece.line)
        read += 1
      } catch {
        firstFault = error
        leftOut.add(.broken, line: piece.line, "\(error.path): \(error.expected) was expected")
      }
    }
    if list.endsEarly { leftOut.tell("the file ends early") }
    guard read == 0 else { return }
    if let fault = list.firstFault {
      throw ImportFailure(
        file: fileName, format: format, place: .line(fault.line),
        problem: .malformedJSON(fault.problem))
    }
    guard let fault = firstFault else { return }
    // An answer that is no list at all, such as the server's word that it found nothing.
    let isOther =
      list.pieces.count == 1 && !list.isWrapped && text.begins(with: "{") && list.pieces[0].isOther
    throw ImportFailure(
      file: fileName, format: format, place: .path(isOther ? "comments" : fault.path),
      problem: isOther
        ? .expected("a list", found: "an object")
        : .expected(fault.expected, found: fault.found))
  }

  private mutating func take(_ element: JSONReader, line: Int) throws(JSONShapeError) {
    let number = try element.optional("post")?.integer() ?? 0
    let comment = try SourceComment(element, line: line)
    let name = String(number)
    let index =
      posts.firstIndex { number == 0 ? $0.names.isEmpty : $0.names.last == name } ?? posts.count
    if index == posts.count { posts.append(ImportedPost(names: number == 0 ? [] : [name])) }
    let link = try element.optional("link")?.string() ?? ""
    if posts[index].address == nil { posts[index].address = ImportedPost.address(of: link) }
    // All comments of a post link to it; one is enough.
    if posts[index].names.count < 2, let slug = ImportSource.slug(of: link) {
      posts[index].names.insert(slug, at: 0)
    }
    let status = WordPressStatus(try element.optional("status")?.string() ?? "approved")
    if WordPressLog.isLog(type: try element.optional("type")?.string() ?? "") {
      posts[index].leftOut.add(.log, line: line, comment.comment.quoted)
    } else if status == .rejected {
      posts[index].leftOut.add(.rejected, line: line, comment.comment.quoted)
    } else {
      posts[index].comments.append(comment)
    }
  }

  /// `proposition-4` of `https://example.org/2011/09/proposition-4/#comment-12`; nil where the
  /// address has only numbers and a query.
  private static func slug(of link: String) -> String? {
    let path = link.prefix { $0 != "#" && $0 != "?" }.split(separator: "/")
    guard path.count > 2, let slug = path.last, Int(slug) == nil else { return nil }
    return String(slug)
  }
}

extension JSONPieces.Piece {
  /// Whether it has nothing of a comment.
  fileprivate var isOther: Bool { value["id"] == nil && value["content"] == nil }
}

extension SourceComment {
  fileprivate init(_ reader: JSONReader, line: Int) throws(JSONShapeError) {
    let id = String(try reader.integer("id"))
    let parent = try reader.optional("parent")?.integer() ?? 0
    let html = try reader.required("content").string("rendered")
    let status = try reader.optional("status")?.string() ?? "approved"
    self.init(
      id: id, parentID: parent == 0 ? nil : String(parent),
      comment: ImportedComment(
        wordPressType: try reader.optional("type")?.string() ?? "comment",
        author: try reader.optional("author_name")?.string() ?? "",
        text: HTMLText.plainText(of: html, lineEnd: .space),
        url: try reader.optional("link")?.string().trimmedOrNil, id: id,
        posted: ImportedTime(
          gmt: try reader.optional("date_gmt")?.string(),
          local: try reader.optional("date")?.string()),
        isApproved: WordPressStatus(status) == .approved),
      line: line)
  }
}
