import ExerciseKit

/// One comment as its file has it, before it is known where it belongs.
struct SourceComment {
  /// Unique in an honest file; nil where the file gives none.
  var id: String?
  /// The id of the comment that this one answers.
  var parentID: String?
  /// What is known of it; its `parent` is not yet.
  var comment: ImportedComment
  /// Of its file, from 1, where it begins.
  var line: Int?
}

/// Comments in page order, each after the one that it answers.
///
/// Those beside each other stand by time, then as the file has them. A reply whose parent is not
/// there goes to the top level and says what it answers (`answers`), for the host may have it; a
/// ring of replies that answer each other goes there with a warning. Walks with a stack of its own,
/// so the depth of a chain does not matter.
struct CommentThread {
  private(set) var comments: [ImportedComment] = []
  private(set) var leftOut = LeftOut()

  private let sources: [SourceComment]
  /// What each comment answers, and what answers it, as indices of `sources`.
  private var parents: [Int?]
  private var replies: [[Int]]
  private var isPlaced: [Bool]
  /// Where each stands among `comments`.
  private var positions: [Int]

  init(_ sources: [SourceComment]) {
    self.sources = sources
    parents = Array(repeating: nil, count: sources.count)
    replies = Array(repeating: [], count: sources.count)
    isPlaced = Array(repeating: false, count: sources.count)
    positions = Array(repeating: 0, count: sources.count)
    let order = CommentThread.order(of: sources)
    connect(order)
    for index in order where parents[index] == nil { place(index) }
    // What is still without a place hangs on a ring.
    var rings: [Int] = []
    for index in order where !isPlaced[index] {
      rings.append(ring(above: index))
      place(rings[rings.count - 1])
    }
    warn("answer each other in a ring", rings)
  }

  /// Finds each comment's parent, where it is there.
  private mutating func connect(_ order: [Int]) {
    var byID: [String: Int] = [:]
    for index in order {
      if let id = sources[index].id, byID[id] == nil { byID[id] = index }
    }
    for index in order {
      guard let parentID = sources[index].parentID else { continue }
      parents[index] = byID[parentID]
      if let parent = parents[index] { replies[parent].append(index) }
    }
  }

  /// The first comment on the way up from `index` that is met twice.
  private func ring(above index: Int) -> Int {
    var seen: Set<Int> = []
    var member = index
    while seen.insert(member).inserted, let parent = parents[member] { member = parent }
    return member
  }

  /// Puts `root` at the top level, and all that hangs on it below.
  private mutating func place(_ root: Int) {
    var waiting: [(index: Int, parent: Int?)] = [(root, nil)]
    while let (index, parent) = waiting.popLast() {
      guard !isPlaced[index] else { continue }
      isPlaced[index] = true
      for reply in replies[index].reversed() { waiting.append((reply, comments.count)) }
      var comment = sources[index].comment
      comment.parent = parent
      if parents[index] == nil { comment.answers = sources[index].parentID }
      positions[index] = comments.count
      comments.append(comment)
    }
  }

  /// Indices by time; what has none keeps the company of what stands before it in the file.
  private static func order(of sources: [SourceComment]) -> [Int] {
    var latest = Timestamp(milliseconds: .min)
    let times = sources.map { source in
      if case .moment(let time) = source.comment.posted { latest = time }
      return latest
    }
    var last = 0
    let ranks = sources.map { source in
      last = source.id.flatMap { Int($0) } ?? last
      return last
    }
    return sources.indices.sorted { (times[$0], ranks[$0], $0) < (times[$1], ranks[$1], $1) }
  }

  /// Cards are called by their labels, which only the host knows: see `CardDraft.mention`.
  private mutating func warn(_ problem: String, _ indices: [Int]) {
    guard !indices.isEmpty else { return }
    let names = indices.map { CardDraft.mention(positions[$0]) }
    let first = names.prefix(5).joined(separator: ", ")
    let more = names.count > 5 ? " and \(names.count - 5) more" : ""
    leftOut.tell(
      "moved to the top level, because they \(problem): \(first)\(more)",
      list: names.count > 5 ? names.map { "moved to the top level: \($0)" } : [])
  }
}
