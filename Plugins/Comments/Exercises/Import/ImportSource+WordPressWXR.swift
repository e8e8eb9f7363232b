import ExerciseKit

extension ImportSource {
  /// Reads a WordPress export.
  ///
  /// Source of the format: WordPress, `wp-admin/includes/export.php`, WXR 1.0 to 1.2.
  init(wordPressWXR text: SourceText) throws(ImportFailure) {
    try ImportSource.checkProlog(of: text)
    let reader = WXRReader()
    do {
      try reader.read(text.bytes)
    } catch {
      throw ImportFailure(
        file: text.fileName, format: .wordPressWXR, place: .line(error.line),
        problem: error.problem)
    }
    guard let version = reader.version?.trimmed else {
      throw ImportFailure(file: text.fileName, place: .file, problem: .otherXML(root: nil))
    }
    self.init(fileName: text.fileName, format: .wordPressWXR)
    if !["1.0", "1.1", "1.2"].contains(version) {
      warnings.append("the export is of version \(version); it was read as version 1.2")
    }
    posts = reader.items
      .filter { !$0.comments.isEmpty || ["post", "page"].contains($0.fields["wp:post_type"]) }
      .map(ImportedPost.init)
  }

  /// Refuses what no export begins with, before a parser sees it.
  private static func checkProlog(of text: SourceText) throws(ImportFailure) {
    let prolog = XMLProlog(of: text.bytes)
    func failure(
      _ format: ImportFormat?, _ place: ImportFailure.Place, _ problem: ImportFailure.Problem
    ) -> ImportFailure {
      ImportFailure(file: text.fileName, format: format, place: place, problem: problem)
    }
    if prolog.documentType?.name.lowercased() == "html" || prolog.root?.lowercased() == "html" {
      throw failure(nil, .file, .webPage)
    }
    if let documentType = prolog.documentType {
      let line = text.line(of: documentType.offset)
      throw failure(.wordPressWXR, .line(line), .documentType)
    }
    guard prolog.root == "rss" else { throw failure(nil, .file, .otherXML(root: prolog.root)) }
    let encoding = prolog.encoding ?? "UTF-8"
    guard ["UTF-8", "UTF8", "US-ASCII"].contains(encoding.uppercased()) else {
      throw failure(.wordPressWXR, .line(1), .otherEncoding(encoding))
    }
  }
}

extension ImportedPost {
  /// Reads one item of an export.
  fileprivate init(_ item: WXRReader.Item) {
    let title = item.fields["title"].flatMap { HTMLEntity.decoded($0).trimmedOrNil }
    let slug = item.fields["wp:post_name"]?.trimmedOrNil
    let number = item.fields["wp:post_id"]?.trimmedOrNil
    let content = HTMLText.plainText(
      of: item.fields["content:encoded"] ?? "", lineEnd: .lineBreak)
    self.init(
      names: [title, slug, number].compactMap(\.self), title: title,
      opening: DiscussionOpening(paragraphs: content.paragraphs))
    for fields in item.comments {
      switch WordPressStatus(fields["wp:comment_approved"] ?? "1") {
      case .rejected: rejected += 1
      case let status: comments.append(SourceComment(fields, isApproved: status == .approved))
      }
    }
  }
}

extension SourceComment {
  fileprivate init(_ fields: [String: String], isApproved: Bool) {
    let id = fields["wp:comment_id"]?.trimmedOrNil
    let parentID = fields["wp:comment_parent"]?.trimmedOrNil
    self.init(
      id: id, parentID: parentID == "0" ? nil : parentID,
      comment: ImportedComment(
        wordPressType: fields["wp:comment_type"]?.trimmed ?? "",
        author: fields["wp:comment_author"] ?? "",
        text: HTMLText.plainText(of: fields["wp:comment_content"] ?? "", lineEnd: .lineBreak),
        url: fields["wp:comment_author_url"]?.trimmedOrNil, id: id,
        posted: ImportedTime(gmt: fields["wp:comment_date_gmt"], local: fields["wp:comment_date"]),
        isApproved: isApproved))
  }
}
