/// What files of one format hold: posts with their comments, before one of them is taken. For
/// formats in which comments belong to posts or pages; others make their ``ImportedDiscussion``
/// themselves.
struct ImportSource {
  /// The first file, for failures.
  var fileName: String
  /// The id of the ``ImportFormat``.
  var format: String
  /// In the order of the files.
  var posts: [ImportedPost] = []
  var leftOut = LeftOut()

  init(fileName: String, format: String) {
    (self.fileName, self.format) = (fileName, format)
  }
}

extension ImportSource {
  /// Takes over what another file of the same format holds. A post that is in both is one post, and
  /// so is a comment: pages overlap, and exports are joined.
  mutating func merge(_ other: ImportSource, of file: String?) {
    leftOut.merge(other.leftOut, of: file)
    var places = PlacesOfPosts(posts)
    for var post in other.posts {
      let index = places.place(of: post, among: posts)
      var all = LeftOut()
      all.merge(post.leftOut, of: file)
      post.leftOut = all
      guard let index else {
        places.add(post, at: posts.count)
        posts.append(post)
        continue
      }
      posts[index].comments += post.comments
      posts[index].leftOut.merge(post.leftOut)
      posts[index].fill(from: post)
    }
  }

  /// The discussion of the post called `name`, or of the first one with comments.
  mutating func discussion(of name: String?) throws(ImportFailure) -> ImportedDiscussion {
    for index in posts.indices { posts[index].settle() }
    guard let index = try choice(of: name) else {
      throw ImportFailure(file: fileName, format: format, place: .file, problem: .noPost)
    }
    let post = posts[index]
    let thread = CommentThread(post.comments)
    var result = ImportedDiscussion()
    result.title = post.title
    result.proposition = post.opening.proposition
    result.facilitator = post.opening.facilitator
    result.comments = thread.comments.map { comment in
      var comment = comment
      if comment.externalID != nil { comment.origin = post.origin }
      return comment
    }
    result.leftOut = leftOut
    result.leftOut.merge(post.leftOut)
    result.leftOut.merge(thread.leftOut)
    if name == nil { tellOthers(beside: index, &result.leftOut) }
    return result
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

  /// However many others there are, it is one sentence.
  private func tellOthers(beside taken: Int, _ leftOut: inout LeftOut) {
    let others = posts.indices.filter { $0 != taken && !posts[$0].comments.isEmpty }
      .map { posts[$0] }
    func name(_ post: ImportedPost) -> String {
      post.names.first.map { "“\($0)”" } ?? "without a title"
    }
    guard let only = others.first else { return }
    if others.count == 1 {
      leftOut.tell("the post \(name(only)) was left out with \(counted(only.comments.count))")
      return
    }
    let sum = others.reduce(0) { $0 + $1.comments.count }
    leftOut.tell(
      "\(others.count) other posts were left out with \(counted(sum)); post=NAME takes one",
      list: others.map { "the post \(name($0)), with \(counted($0.comments.count))" })
  }

  private func counted(_ count: Int) -> String { count == 1 ? "1 comment" : "\(count) comments" }
}

extension ImportedComment {
  /// Its first words and its author, for the list of what was left out.
  var quoted: String {
    let words = text.split(whereSeparator: \.isNewline).first.map { $0.prefix(40) } ?? ""
    let cut = words.count < text.count ? "…" : ""
    let by = author.map { " by \($0)" } ?? ""
    return words.isEmpty ? (author.map { "by \($0)" } ?? "by nobody") : "“\(words)\(cut)”\(by)"
  }
}

/// Where each post is: by its address, or by its number where one of the two files tells no
/// address.
private struct PlacesOfPosts {
  private var byAddress: [String: Int] = [:]
  private var byNumber: [String: Int] = [:]

  init(_ posts: [ImportedPost]) {
    for (index, post) in posts.enumerated() { add(post, at: index) }
  }

  mutating func add(_ post: ImportedPost, at index: Int) {
    if let address = post.address, byAddress[address] == nil { byAddress[address] = index }
    if byNumber[post.names.last ?? ""] == nil { byNumber[post.names.last ?? ""] = index }
  }

  func place(of post: ImportedPost, among posts: [ImportedPost]) -> Int? {
    if let address = post.address, let place = byAddress[address] { return place }
    guard let place = byNumber[post.names.last ?? ""] else { return nil }
    return post.address == nil || posts[place].address == nil ? place : nil
  }
}
