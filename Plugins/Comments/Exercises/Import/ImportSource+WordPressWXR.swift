extension ImportFormat {
  /// What WordPress's Tools > Export writes: the WordPress eXtended RSS. Takes any XML that no
  /// other format knew, and refuses it in words for XML.
  static let wordPressWXR = ImportFormat(
    id: "wordpress-export", name: "a WordPress export (WXR)",
    recognises: { text in
      let start = text.bytes.drop(while: ByteClass.isSpace)
      guard start.first == UInt8(ascii: "<"), let next = start.dropFirst().first else {
        return ImportSource.isExport(text)
      }
      return ByteClass.isLetter(next) || "?!".utf8.contains(next) || ImportSource.isExport(text)
    },
    read: { texts, options throws(ImportFailure) in
      var all = ImportSource(fileName: texts[0].fileName, format: "wordpress-export")
      for text in texts {
        all.merge(
          try ImportSource(wordPressWXR: text), of: texts.count > 1 ? text.fileName : nil)
      }
      return try all.discussion(of: options.post)
    })
}

extension ImportSource {
  /// Whether only an export of WordPress can hold this.
  fileprivate static func isExport(_ text: SourceText) -> Bool {
    text.contains("<wp:comment") || text.contains("<wp:wxr_version")
      || text.contains("<wp:post_id")
  }

  /// Reads a WordPress export.
  ///
  /// Source of the format: WordPress, `wp-admin/includes/export.php`, WXR 1.0 to 1.2.
  fileprivate init(wordPressWXR text: SourceText) throws(ImportFailure) {
    self.init(fileName: text.fileName, format: "wordpress-export")
    let start = try start(of: text)
    var reader = WXRReader(text.bytes, from: start)
    do {
      try reader.read()
    } catch {
      throw failure(.line(error.line), error.problem)
    }
    leftOut.merge(reader.leftOut)
    if let early = reader.early {
      leftOut.tell("the file ends early: in line \(early.line), inside \(early.inside)")
    }
    if let version = reader.version?.trimmed, !["1.0", "1.1", "1.2"].contains(version) {
      leftOut.tell("the export is of version \(version); it was read as version 1.2")
    }
    posts = reader.items
      .filter {
        !$0.comments.isEmpty || ["post", "page"].contains($0.fields["wp:post_type"]?.trimmed)
      }
      .map(ImportedPost.init)
    guard posts.allSatisfy(\.isBare) else { return }
    if reader.broken > 0 { throw failure(.file, .nothingSound(damaged: reader.broken)) }
    if let early = reader.early { throw failure(.line(early.line), .endsEarly) }
  }

  private func failure(
    _ place: ImportFailure.Place, _ problem: ImportFailure.Problem, isExport: Bool = true
  ) -> ImportFailure {
    ImportFailure(
      file: fileName, format: isExport ? format : nil, place: place, problem: problem)
  }

  /// Where the export begins. Refuses what no export begins with, before anything of it is read;
  /// what a server printed before it is told.
  private mutating func start(of text: SourceText) throws(ImportFailure) -> Int {
    let prolog = XMLProlog(of: text.bytes)
    if let documentType = prolog.documentType {
      if documentType.name.lowercased() == "html", !Self.isExport(text) {
        throw failure(.file, .webPage, isExport: false)
      }
      throw failure(.line(text.line(of: documentType.offset)), .documentType)
    }
    if prolog.root == "rss" {
      // A feed has the same root and nothing of WordPress's.
      guard Self.isExport(text) || text.contains("wordpress.org/export/") else {
        throw failure(.file, .otherXML(root: nil), isExport: false)
      }
      return 0
    }
    guard Self.isExport(text) else {
      let isPage = prolog.root?.lowercased() == "html"
      throw failure(.file, isPage ? .webPage : .otherXML(root: prolog.root), isExport: false)
    }
    let beginnings = ["<?xml", "<rss", "<channel", "<item", "<wp:"]
    let start = beginnings.compactMap { text.bytes.firstIndex(of: $0, from: 0) }.min() ?? 0
    if start > 0, !text.bytes[..<start].allSatisfy(ByteClass.isSpace) {
      let words = String(decoding: text.bytes[..<start].prefix(60), as: UTF8.self).trimmed
      leftOut.tell("what stands before the export was left out: “\(words.prefix(40))”")
    }
    return start
  }
}

extension ImportedPost {
  /// Whether there is nothing in it that anybody could import.
  fileprivate var isBare: Bool { comments.isEmpty && opening.proposition == nil }

  /// Reads one item of an export.
  fileprivate init(_ item: WXRReader.Item) {
    let title = item.fields["title"].flatMap { HTMLEntity.decoded($0).trimmedOrNil }
    let slug = item.fields["wp:post_name"]?.trimmedOrNil
    let number = item.fields["wp:post_id"]?.trimmedOrNil
    let content = HTMLText.plainText(
      of: item.fields["content:encoded"] ?? "", lineEnd: .lineBreak)
    let type = item.fields["wp:post_type"]?.trimmed ?? ""
    self.init(
      names: [title, slug, number].compactMap(\.self), title: title,
      address: item.fields["link"].flatMap(ImportedPost.address),
      opening: DiscussionOpening(paragraphs: content.paragraphs))
    for comment in item.comments {
      let fields = comment.fields
      let source = SourceComment(
        fields, isApproved: WordPressStatus(fields["wp:comment_approved"] ?? "1") == .approved,
        line: comment.line)
      if WordPressLog.isLog(type: fields["wp:comment_type"]?.trimmed ?? "", ofPost: type) {
        leftOut.add(.log, line: comment.line, source.comment.quoted)
      } else if WordPressStatus(fields["wp:comment_approved"] ?? "1") == .rejected {
        leftOut.add(.rejected, line: comment.line, source.comment.quoted)
      } else {
        comments.append(source)
      }
    }
  }
}

extension SourceComment {
  fileprivate init(_ fields: [String: String], isApproved: Bool, line: Int) {
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
        isApproved: isApproved),
      line: line)
  }
}
