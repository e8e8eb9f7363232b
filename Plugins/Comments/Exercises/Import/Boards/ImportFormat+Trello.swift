import ExerciseKit

extension ImportFormat {
  /// What Trello's “Export as JSON” gives: a card for each open card of an open list.
  static let trello = ImportFormat(
    id: "trello", name: "a board of Trello (JSON)",
    recognises: { text in
      text.begins(with: "{") && text.contains("\"idList\"")
        || text.begins(with: "{") && text.contains("\"cards\"") && text.contains("\"lists\"")
    },
    read: { texts, options throws(ImportFailure) in
      var all = ImportedDiscussion()
      for text in texts {
        let board = try TrelloBoard(text)
        all.append(board.discussion, of: texts.count > 1 ? text.fileName : nil)
      }
      return all
    })
}

/// Source of the format: Trello's REST API, “Nested resources of a board”; an export is a board
/// with its lists, cards, checklists, members and its last thousand actions.
private struct TrelloBoard {
  private(set) var discussion = ImportedDiscussion()
  private let board: BoardJSON
  private var members: [String: String] = [:]
  private var creators: [String: String] = [:]
  private var comments: [String: [JSONValue]] = [:]
  private var checklists: [String: [JSONValue]] = [:]

  init(_ text: SourceText) throws(ImportFailure) {
    board = try BoardJSON(
      text, format: "trello", lists: ["actions", "cards", "lists", "members", "checklists"])
    if case .string(let name)? = board["name"] { discussion.title = name }
    discussion.leftOut = board.leftOut
    discussion.reading =
      "text from the cards and their descriptions, tags from lists and labels, "
      + "author from who made or has a card, comments and checklists as answers"
    gather()
    let lists = board.list("lists", of: ["idBoard", "pos", "name", "closed"])
      .filter { $0["idList"] == nil }
    var order: [String: Int] = [:]
    for (index, list) in sorted(lists).enumerated() {
      if let id = list.text("id") { order[id] = index }
    }
    var names: [String: JSONValue] = [:]
    for list in lists { if let id = list.text("id") { names[id] = list } }
    let cards = sorted(board.list("cards", of: ["idList", "name"]))
    let placed = cards.enumerated().sorted { left, right in
      let (first, second) = (
        order[left.element.text("idList") ?? ""] ?? .max,
        order[right.element.text("idList") ?? ""] ?? .max
      )
      return (first, left.offset) < (second, right.offset)
    }
    for (_, card) in placed { add(card, in: card.text("idList").flatMap { names[$0] }) }
  }

  /// By their place on the board; those without one as the file has them.
  private func sorted(_ values: [JSONValue]) -> [JSONValue] {
    values.enumerated().sorted { left, right in
      let (first, second) = (left.element.number("pos") ?? 0, right.element.number("pos") ?? 0)
      return (first, left.offset) < (second, right.offset)
    }.map(\.element)
  }

  private mutating func gather() {
    for member in board.list("members", of: ["fullName"]) {
      if let id = member.text("id") {
        members[id] = member.text("fullName") ?? member.text("username")
      }
    }
    for list in board.list("checklists", of: ["checkItems", "idCard"]) {
      if let card = list.text("idCard") { checklists[card, default: []].append(list) }
    }
    let making = ["createCard", "copyCard", "convertToCardFromCheckItem", "emailCard"]
    for action in board.list("actions", of: ["type", "data"]) {
      guard let data = action["data"], let card = data["card"]?.text("id"),
        let kind = action.text("type")
      else { continue }
      if ["commentCard", "copyCommentCard"].contains(kind) {
        comments[card, default: []].append(action)
      }
      if making.contains(kind) { creators[card] = author(of: action) }
    }
  }

  private func author(of action: JSONValue) -> String? {
    let creator = action["memberCreator"]
    return
      (creator?.text("fullName") ?? creator?.text("username")
      ?? action.text("idMemberCreator").flatMap { members[$0] })?.asAuthor
  }

  private mutating func add(_ card: JSONValue, in list: JSONValue?) {
    let name = card.text("name")
    if card.isTrue("closed") || list?.isTrue("closed") ?? false {
      return discussion.leftOut.add(.archived, name.map { "“\($0.prefix(40))”" })
    }
    let words = [name, card.text("desc")].compactMap(\.self)
    guard !words.isEmpty else { return discussion.leftOut.add(.emptyCard, card.text("id")) }
    let id = card.text("id")
    let owners = (card["idMembers"]?.objects ?? []).compactMap { member -> String? in
      if case .string(let id) = member { members[id]?.asAuthor } else { nil }
    }
    let maker = id.flatMap { creators[$0] } ?? (owners.count == 1 ? owners[0] : nil)
    var comment = ImportedComment(author: maker, text: words.joined(separator: "\n\n"))
    comment.externalID = id
    comment.origin = origin
    comment.tags = tags(of: card, list)
    comment.votes = votes(of: card)
    comment.url = card.text("shortUrl") ?? card.text("url")
    let place = discussion.comments.count
    discussion.comments.append(comment)
    addAnswers(to: id ?? "", at: place)
  }

  private var origin: String {
    if case .string(let id)? = board["id"] { "trello \(id)" } else { "trello" }
  }

  private func tags(of card: JSONValue, _ list: JSONValue?) -> [String] {
    let labels = (card["labels"]?.objects ?? []).map { $0.text("name") ?? $0.text("color") ?? "" }
    return ([list?.text("name") ?? ""] + labels).compactMap(\.asTag)
  }

  /// Where nobody voted there is nothing to tell: few boards have votes at all.
  private func votes(of card: JSONValue) -> Int? {
    let voters = card["idMembersVoted"]?.objects.count ?? 0
    let count = card["badges"]?.number("votes") ?? Double(voters)
    return count > 0 && count < 1e9 ? Int(count) : nil
  }

  private mutating func addAnswers(to card: String, at place: Int) {
    for list in sorted(checklists[card] ?? []) {
      let items = sorted(list["checkItems"]?.objects ?? []).compactMap { item -> String? in
        guard let name = item.text("name") else { return nil }
        return "• \(name)" + (item.text("state") == "complete" ? " (done)" : "")
      }
      guard !items.isEmpty else { continue }
      let head = list.text("name").map { ["\($0):"] } ?? []
      var answer = ImportedComment(
        author: nil, text: (head + items).joined(separator: "\n"), parent: place)
      answer.externalID = list.text("id")
      answer.origin = origin
      discussion.comments.append(answer)
    }
    // Trello lists the newest first.
    let said = (comments[card] ?? []).reversed().enumerated().sorted { left, right in
      (left.element.text("date") ?? "", left.offset)
        < (right.element.text("date") ?? "", right.offset)
    }
    for (_, action) in said {
      guard let words = action["data"]?.text("text") else { continue }
      var answer = ImportedComment(author: author(of: action), text: words, parent: place)
      answer.externalID = action.text("id")
      answer.origin = origin
      answer.posted = action.text("date").map { date in
        Timestamp(date).map { .moment($0) } ?? .written(date)
      }
      discussion.comments.append(answer)
    }
  }
}
