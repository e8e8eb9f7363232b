import ExerciseKit

extension ImportSource {
  /// Reads a list of comments as WordPress's REST API answers it, bare or as the `comments` of an
  /// object. The list has any order, newest first by default.
  ///
  /// Source of the format: WordPress REST API Handbook, "Comments", schema of `/wp/v2/comments`.
  init(wordPressREST text: SourceText) throws(ImportFailure) {
    self.init(fileName: text.fileName, format: .wordPressREST)
    let value: JSONValue
    do {
      value = try JSONValue(parsing: text.bytes)
    } catch {
      throw ImportFailure(
        file: fileName, format: format, place: .line(text.line(of: error.offset)),
        problem: .malformedJSON(error.problem))
    }
    do {
      try readComments(in: JSONReader(value, path: "comments"))
    } catch {
      throw ImportFailure(
        file: fileName, format: format, place: .path(error.path),
        problem: .expected(error.expected, found: error.found))
    }
  }

  private mutating func readComments(in reader: JSONReader) throws(JSONShapeError) {
    var list = reader
    if let wrapped = reader.value["comments"] { list = JSONReader(wrapped, path: "comments") }
    var indices: [Int: Int] = [:]
    // Oldest first, so that the posts too come in the order in which they were answered.
    for element in try list.elements().reversed() {
      let number = try element.optional("post")?.integer() ?? 0
      let comment = try SourceComment(element)
      let index = indices[number] ?? posts.count
      if index == posts.count {
        indices[number] = index
        posts.append(ImportedPost(names: number == 0 ? [] : [String(number)]))
      }
      let link = try element.optional("link")?.string() ?? ""
      // All comments of a post link to it; one is enough.
      if posts[index].names.count < 2, let slug = ImportSource.slug(of: link) {
        posts[index].names.insert(slug, at: 0)
      }
      switch WordPressStatus(try element.optional("status")?.string() ?? "approved") {
      case .rejected: posts[index].rejected += 1
      case .approved, .waiting: posts[index].comments.append(comment)
      }
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

extension SourceComment {
  fileprivate init(_ reader: JSONReader) throws(JSONShapeError) {
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
        isApproved: WordPressStatus(status) == .approved))
  }
}
