/// What one file holds: its posts with their comments, before one of them is taken.
struct ImportSource {
  var fileName: String
  var format: ImportFormat
  /// In the order of the file.
  var posts: [ImportedPost] = []
  var warnings: [String] = []
}

/// One post and what was said under it.
struct ImportedPost {
  /// Everything that the post may be called by; the first is how warnings call it.
  var names: [String] = []
  var title: String?
  var opening = DiscussionOpening(paragraphs: [])
  /// In the order of the file.
  var comments: [SourceComment] = []
  /// Comments that a moderator took for spam or threw away.
  var rejected = 0

  func isCalled(_ name: String) -> Bool {
    let name = comparable(name)
    return names.contains { comparable($0) == name }
  }

  /// Titles are typed by hand: case, and the kind of their spaces, say nothing.
  private func comparable(_ name: String) -> String {
    name.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
  }
}

extension ImportSource {
  /// The discussion of the post called `name`, or of the first one with comments.
  func discussion(of name: String?) throws(ImportFailure) -> ImportedDiscussion {
    guard let index = try choice(of: name) else {
      throw ImportFailure(file: fileName, format: format, place: .file, problem: .noPost)
    }
    let post = posts[index]
    let thread = CommentThread(post.comments)
    return ImportedDiscussion(
      title: post.title, proposition: post.opening.proposition,
      facilitator: post.opening.facilitator, comments: thread.comments,
      warnings: warnings + rejections(of: post) + thread.warnings
        + (name == nil ? othersLeftOut(beside: index) : []))
  }

  private func choice(of name: String?) throws(ImportFailure) -> Int? {
    guard let name else {
      return posts.firstIndex { !$0.comments.isEmpty } ?? posts.indices.first
    }
    if let index = posts.firstIndex(where: { $0.isCalled(name) }) { return index }
    let others = posts.compactMap(\.names.first).prefix(5)
    throw ImportFailure(
      file: fileName, format: format, place: .file,
      problem: .noSuchPost(name: name, others: Array(others)))
  }

  private func rejections(of post: ImportedPost) -> [String] {
    post.rejected == 0 ? [] : ["\(counted(post.rejected)) in spam or trash left out"]
  }

  private func othersLeftOut(beside taken: Int) -> [String] {
    posts.indices.filter { $0 != taken && !posts[$0].comments.isEmpty }.map { index in
      let name = posts[index].names.first.map { "“\($0)”" } ?? "without a title"
      return "the post \(name) was left out with \(counted(posts[index].comments.count))"
    }
  }

  private func counted(_ count: Int) -> String { count == 1 ? "1 comment" : "\(count) comments" }
}
