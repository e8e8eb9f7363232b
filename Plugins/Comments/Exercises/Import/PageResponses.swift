/// The responses of a plain page, from its layout: a numbered line in the list's own column begins
/// a response, a bullet inside a response begins a reply to it, and a line belongs to the
/// innermost response that it is indented under.
///
/// A number or a bullet inside a text is not taken for a response: see ``startsResponse``.
struct PageResponses {
  private(set) var comments: [SourceComment] = []
  private(set) var warnings: [String] = []

  /// The responses that the current line may belong to, outermost first.
  private var open: [Open] = []
  /// Where the markers of the outermost list stand: the first one's start and end.
  private var listColumns: (start: Int, end: Int)?
  private var nextNumber: Int?
  private let isWrapped: Bool

  private struct Open {
    let index: Int
    let column: Int
  }

  init(_ lines: ArraySlice<PageLine>) {
    isWrapped = lines.isWrapped
    var bodies: [[PageLine]] = []
    for index in lines.indices {
      let line = lines[index]
      if let start = startsResponse(index, in: lines) {
        begin(start, line)
        bodies.append(start.head == nil ? [PageLine(Array(start.rest.utf8)[...])] : [])
      } else if isEnd(index, in: lines) {
        warnings.append("the responses were taken to end before \(line.quoted)")
        break
      } else {
        if !line.isBlank, follows(blankBefore: index, in: lines) { close(to: line.column) }
        if let innermost = open.last {
          bodies[innermost.index].append(line)
        } else if !line.isBlank && warnings.isEmpty {
          warnings.append("what stands before the first response was left out: \(line.quoted)")
        }
      }
    }
    for index in bodies.indices { finish(index, bodies[index]) }
  }

  private struct Start {
    let isTopLevel: Bool
    let markerWidth: Int
    let number: Int?
    /// Nil where the page does not name the author; the text begins at once.
    let head: ResponseHead?
    let rest: String
  }

  /// What the line at `index` begins, if it begins a response.
  ///
  /// With a head (`… says:`) it does wherever the layout allows it. Without one, a number must be
  /// the next of the list, and a bullet must stand alone in its paragraph, as an item of a list
  /// that an author wrote does not; `*` and `-`, which people type for many things, must moreover
  /// have their text indented under them.
  private func startsResponse(_ index: Int, in lines: ArraySlice<PageLine>) -> Start? {
    let line = lines[index]
    guard let (marker, width, rest) = line.marker, !rest.isEmpty else { return nil }
    let head = ResponseHead(rest)
    let isAfterBlank = follows(blankBefore: index, in: lines)
    switch marker {
    case .number(let number):
      if let listColumns {
        guard line.column == listColumns.start || line.column + width == listColumns.end else {
          return nil
        }
        guard head != nil || (isAfterBlank && number == nextNumber) else { return nil }
      }
      return Start(
        isTopLevel: true, markerWidth: width, number: number, head: head, rest: rest)
    case .bullet(let bullet):
      guard let outermost = open.first else { return nil }
      let isInside = isAfterBlank && line.column > outermost.column
      guard head != nil || (isInside && standsAlone(bullet, index, in: lines)) else { return nil }
      return Start(isTopLevel: false, markerWidth: width, number: nil, head: head, rest: rest)
    }
  }

  private func standsAlone(
    _ bullet: Character, _ index: Int, in lines: ArraySlice<PageLine>
  ) -> Bool {
    let column = lines[index].column
    let next = lines[(index + 1)...].first
    if let next, !next.isBlank, next.column == column, next.marker != nil { return false }
    guard bullet == "*" || bullet == "-" else { return true }
    // Looks past empty lines, but not far: a page of empty lines must not cost its square.
    let following = lines[(index + 1)...].prefix(4).first { !$0.isBlank }
    return following.map { $0.column > column } ?? false
  }

  private func follows(blankBefore index: Int, in lines: ArraySlice<PageLine>) -> Bool {
    index == lines.startIndex || lines[index - 1].isBlank
  }

  /// Whether the page goes on with something else: a line further out than the list.
  private func isEnd(_ index: Int, in lines: ArraySlice<PageLine>) -> Bool {
    guard let listColumns, !lines[index].isBlank else { return false }
    return lines[index].column < listColumns.start && follows(blankBefore: index, in: lines)
      && lines[index].marker == nil
  }

  private mutating func begin(_ start: Start, _ line: PageLine) {
    if start.isTopLevel {
      open.removeAll()
      nextNumber = start.number.map { $0 + 1 }
      if listColumns == nil { listColumns = (line.column, line.column + start.markerWidth) }
    } else {
      close(to: line.column)
    }
    let parent = open.last?.index
    let head = start.head
    let comment = ImportedComment(
      author: head?.author, text: head?.linkingTitle ?? "", kind: head?.kind ?? .comment,
      posted: (head?.posted).map(ImportedTime.written))
    let id = String(comments.count)
    open.append(Open(index: comments.count, column: line.column))
    comments.append(SourceComment(id: id, parentID: parent.map { String($0) }, comment: comment))
  }

  /// Ends the responses that a line at `column` is not indented under; never the outermost one.
  private mutating func close(to column: Int) {
    while open.count > 1, let innermost = open.last, innermost.column >= column {
      open.removeLast()
    }
  }

  private mutating func finish(_ index: Int, _ body: [PageLine]) {
    var lines = body.drop(while: \.isBlank)
    if comments[index].comment.posted == nil, let first = lines.first,
      first.text.contains(" at "), ResponseHead.isDate(first.text)
    {
      comments[index].comment.posted = .written(first.text)
      lines.removeFirst()
    }
    while let last = lines.last, last.isBlank || PageResponses.isReplyLink(last.text) {
      lines.removeLast()
    }
    let title = [comments[index].comment.text].filter { !$0.isEmpty }
    comments[index].comment.text =
      (title + lines.paragraphs(isWrapped: isWrapped)).joined(separator: "\n\n")
  }

  /// The link under each comment to answer it.
  private static func isReplyLink(_ line: String) -> Bool {
    ["Reply", "Reply ↓", "Log in to Reply"].contains(line)
  }
}
