import ExerciseKit

extension ImportFormat {
  /// What Disqus exports of a site: threads, and the comments of all of them.
  static let disqus = ImportFormat(
    id: "disqus", name: "an export of Disqus (XML)",
    recognises: { text in
      let prolog = XMLProlog(of: text.bytes)
      return prolog.documentType == nil && prolog.root == "disqus"
    },
    read: { texts, options throws(ImportFailure) in
      var all = ImportSource(fileName: texts[0].fileName, format: "disqus")
      for text in texts {
        all.merge(DisqusExport(text).source, of: texts.count > 1 ? text.fileName : nil)
      }
      var discussion = try all.discussion(of: options.post)
      discussion.proposition = nil
      return discussion
    })
}

/// Source of the format: Disqus, “Comments Export”, and its schema `disqus.xsd`: a `<thread>` for
/// each page, then a `<post>` for each comment, which names both its thread and what it answers by
/// `dsq:id`.
private struct DisqusExport {
  private(set) var source: ImportSource

  init(_ text: SourceText) {
    source = ImportSource(fileName: text.fileName, format: "disqus")
    let export = MarkupRecords(
      text.bytes, records: ["thread", "post"], contents: ["message"],
      attributes: ["thread": ["dsq:id"], "post": ["dsq:id"], "parent": ["dsq:id"]])
    source.leftOut.merge(export.leftOut)
    if export.endsEarly { source.leftOut.tell("the file ends early") }
    var places: [String: Int] = [:]
    for record in export.records where record.name == "thread" {
      places[record["@dsq:id"] ?? ""] = source.posts.count
      source.posts.append(DisqusExport.page(record))
    }
    for record in export.records where record.name == "post" {
      let thread = record["thread@dsq:id"] ?? ""
      let place = places[thread] ?? source.posts.count
      if place == source.posts.count {
        places[thread] = place
        source.posts.append(ImportedPost(names: thread.isEmpty ? [] : [thread]))
      }
      add(record, to: place)
    }
  }

  private static func page(_ thread: MarkupRecords.Record) -> ImportedPost {
    let title = thread["title"].map { HTMLEntity.decoded($0) }
    let names = [title, thread["id"], thread["link"], thread["@dsq:id"]].compactMap(\.self)
    var page = ImportedPost(names: names, title: title)
    page.address = thread["link"].flatMap { ImportedPost.address(of: $0) }
    return page
  }

  private mutating func add(_ post: MarkupRecords.Record, to place: Int) {
    let id = post["@dsq:id"]
    let name = post["author/name"] ?? post["author/username"]
    var comment = ImportedComment(
      author: name.map { HTMLEntity.decoded($0) }?.asAuthor,
      text: HTMLText.plainText(of: post["message"] ?? "", lineEnd: .space))
    comment.externalID = id
    comment.posted = post["createdAt"].map { FeedDate.read($0) }
    comment.isApproved = post["isApproved"] != "false"
    let isRejected = post["isDeleted"] == "true" || post["isSpam"] == "true"
    guard !isRejected else {
      source.posts[place].leftOut.add(.deleted, line: post.line, comment.quoted)
      return
    }
    source.posts[place].comments.append(
      SourceComment(id: id, parentID: post["parent@dsq:id"], comment: comment, line: post.line))
  }
}
