import ExerciseKit

extension ImportFormat {
  /// What scrumlr exports as JSON; its CSV is a ``table``, its Markdown ``markdown``.
  static let scrumlr = ImportFormat(
    id: "scrumlr", name: "a board of scrumlr (JSON)",
    recognises: { text in
      text.begins(with: "{") && text.contains("\"notes\"") && text.contains("\"columns\"")
    },
    read: { texts, options throws(ImportFailure) in
      var all = ImportedDiscussion()
      for text in texts {
        let board = try ScrumlrBoard(text)
        all.append(board.discussion, of: texts.count > 1 ? text.fileName : nil)
      }
      return all
    })
}

/// Source of the format: scrumlr.io, `server/src/api/boards.go`, `exportBoard`.
private struct ScrumlrBoard {
  private(set) var discussion = ImportedDiscussion()

  init(_ text: SourceText) throws(ImportFailure) {
    let board = try BoardJSON(text, format: "scrumlr", lists: ["notes", "columns", "participants"])
    discussion.title = board["board"]?.text("name")
    discussion.leftOut = board.leftOut
    discussion.reading =
      "text from the notes, author from the participants, tags from the columns, "
      + "votes from the last poll, what is stacked on a note as an answer to it"
    var names: [String: String] = [:]
    for person in board.list("participants", of: ["user"]) {
      if let id = person["user"]?.text("id") { names[id] = person["user"]?.text("name") }
    }
    var columns: [String: (name: String, place: Double)] = [:]
    for (index, column) in board.list("columns", of: ["name", "index"]).enumerated() {
      guard let id = column.text("id") else { continue }
      columns[id] = (column.text("name") ?? "", column.number("index") ?? Double(index))
    }
    let poll = board.list("votings", of: ["votes", "status"]).last { $0["votes"] != nil }
    let votes = poll?["votes"]?["votesPerNote"]
    let notes = board.list("notes", of: ["text", "position"]).enumerated().sorted { left, right in
      func key(_ note: JSONValue) -> (Double, Double) {
        let position = note["position"]
        return (
          columns[position?.text("column") ?? ""]?.place ?? .infinity,
          // The higher the rank, the further up.
          -(position?.number("rank") ?? 0)
        )
      }
      let (first, second) = (key(left.element), key(right.element))
      return first == second ? left.offset < right.offset : first < second
    }.map(\.element)
    let sources = notes.compactMap { note -> SourceComment? in
      guard let words = note.text("text") else { return nil }
      let position = note["position"]
      let author = note.text("author").flatMap { names[$0]?.asAuthor }
      var card = ImportedComment(author: author, text: words)
      card.externalID = note.text("id")
      card.origin = board["board"]?.text("id").map { "scrumlr \($0)" }
      card.tags = [columns[position?.text("column") ?? ""]?.name.asTag].compactMap(\.self)
      let total = note.text("id").flatMap { votes?[$0] }?.number("total")
      card.votes = total.flatMap { $0 > 0 && $0 < 1e9 ? Int($0) : nil }
      return SourceComment(
        id: note.text("id"), parentID: position?.text("stack"), comment: card, line: nil)
    }
    for _ in 0..<(notes.count - sources.count) { discussion.leftOut.add(.emptyCard) }
    let thread = CommentThread(sources)
    discussion.comments = thread.comments
    discussion.leftOut.merge(thread.leftOut)
  }
}
