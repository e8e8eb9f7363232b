import ExerciseKit

extension ImportFormat {
  /// A feed of comments: RSS 2.0, RSS 1.0 (RDF) or Atom. A feed of a page's articles is read in the
  /// same way: a card for each.
  static let feed = ImportFormat(
    id: "feed", name: "a feed of comments (RSS or Atom)",
    recognises: { text in
      let prolog = XMLProlog(of: text.bytes)
      guard prolog.documentType == nil, let root = prolog.root,
        !text.contains("<wp:"), !text.contains("wordpress.org/export")
      else { return false }
      return root == "feed" && text.contains("<entry")
        || ["rss", "rdf:RDF"].contains(root) && text.contains("<item")
    },
    read: { texts, options throws(ImportFailure) in
      var all = ImportSource(fileName: texts[0].fileName, format: "feed")
      for text in texts {
        all.merge(Feed(text).source, of: texts.count > 1 ? text.fileName : nil)
      }
      var discussion = try all.discussion(of: options.post)
      discussion.proposition = nil
      discussion.reading = "a card for each entry, author from the entry"
      return discussion
    })
}

/// Sources of the formats: RSS 2.0 (rssboard.org), RDF Site Summary 1.0, RFC 4287 (Atom), RFC 4685
/// (threads in Atom).
private struct Feed {
  private(set) var source: ImportSource

  init(_ text: SourceText) {
    source = ImportSource(fileName: text.fileName, format: "feed")
    let feed = MarkupRecords(
      text.bytes, records: ["item", "entry"],
      contents: ["content", "summary", "description", "content:encoded", "title"],
      attributes: [
        "link": ["href", "rel"], "content": ["type"], "summary": ["type"], "title": ["type"],
        "item": ["rdf:about"], "thr:in-reply-to": ["ref"], "in-reply-to": ["ref"],
      ])
    source.leftOut.merge(feed.leftOut)
    if feed.endsEarly { source.leftOut.tell("the file ends early") }
    let heads = ["rss/channel/title", "rdf:RDF/channel/title", "feed/title"]
    let title = heads.compactMap { feed.head[$0]?.trimmedOrNil }.first
    var post = ImportedPost(names: title.map { [$0] } ?? [], title: title)
    let links = ["rss/channel/link", "rdf:RDF/channel/link", "feed/link@href"]
    let link = links.compactMap { feed.head[$0]?.trimmedOrNil }.first
    post.address = link.flatMap { ImportedPost.address(of: $0) }
    post.comments = feed.records.map { Feed.comment($0) }
    // What stands on its own answers the page, which is no comment.
    let ids = Set(post.comments.compactMap(\.id))
    let marks = post.comments.contains { $0.id?.contains("#") == true }
    for index in post.comments.indices {
      guard let parent = post.comments[index].parentID, !ids.contains(parent) else { continue }
      let isPage = feed.head["feed/id"]?.hasPrefix(parent) == true || parent == link
      if isPage || marks && !parent.contains("#") { post.comments[index].parentID = nil }
    }
    source.posts = [post]
  }

  private static func comment(_ entry: MarkupRecords.Record) -> SourceComment {
    let author = (entry["dc:creator"] ?? entry["author/name"] ?? entry["author"]).map(named)
    let title = entry["title"].map { HTMLText.plainText(of: $0, lineEnd: .space) } ?? ""
    let bodies = ["content:encoded", "content", "description", "summary"]
    let body = bodies.compactMap { entry[$0] }.first ?? ""
    let isPlain = entry["content:encoded"] == nil && entry["content@type"] == "text"
    let words = isPlain ? body : HTMLText.plainText(of: body, lineEnd: .space)
    let byTitle = byline(title)
    let whole = [title, words].filter { !$0.isEmpty }.joined(separator: "\n\n")
    let text = isOfComment(title, words) ? words : whole
    let id = entry["guid"] ?? entry["id"] ?? entry["@rdf:about"] ?? entry["link"]
    var comment = ImportedComment(
      author: (author?.flatMap(\.self) ?? byTitle)?.asAuthor, text: text)
    comment.url = entry["link"] ?? entry["link@href"]
    comment.externalID = id
    let date = entry["pubDate"] ?? entry["published"] ?? entry["dc:date"] ?? entry["updated"]
    comment.posted = date.map { FeedDate.read($0) }
    return SourceComment(
      id: id, parentID: entry["thr:in-reply-to@ref"] ?? entry["in-reply-to@ref"],
      comment: comment, line: entry.line)
  }

  /// `ada@example.org (Ada Lovelace)` is Ada Lovelace; an address alone is nobody's name.
  private static func named(_ author: String) -> String? {
    let author = HTMLEntity.decoded(author).trimmed
    guard author.contains("@") else { return author }
    guard let open = author.firstIndex(of: "("), author.last == ")" else { return nil }
    return String(author[author.index(after: open)...].dropLast())
  }

  /// `By: Ada`; `Comment on A page by Ada`.
  private static func byline(_ title: String) -> String? {
    if title.hasPrefix("By: ") { return String(title.dropFirst(4)) }
    guard title.hasPrefix("Comment on "), let by = title.ranges(of: " by ").last else { return nil }
    return String(title[by.upperBound...])
  }

  /// Whether a title only says whose comment it is, or repeats how it begins.
  private static func isOfComment(_ title: String, _ words: String) -> Bool {
    let title = title.trimmed
    if title.isEmpty || title.hasPrefix("By: ") || title.hasPrefix("Comment on ")
      || title.hasPrefix("Re: ") || title.hasPrefix("RE: ")
    {
      return !words.isEmpty
    }
    var start = title
    while let last = start.last, last == "…" || last == "." { start.removeLast() }
    return !words.isEmpty && words.hasPrefix(start)
  }
}

/// When an entry was made: RFC 822 as RSS writes it, RFC 3339 as Atom does.
enum FeedDate {
  static func read(_ text: String) -> ImportedTime {
    (rfc3339(text) ?? rfc822(text)).map { .moment($0) } ?? .written(text)
  }

  private static func rfc3339(_ text: String) -> Timestamp? {
    if let time = Timestamp(text) { return time }
    guard text.count > 6 else { return nil }
    return offset(text.suffix(6)).flatMap { offset in
      Timestamp(text.dropLast(6) + "Z")?.advanced(bySeconds: -offset)
    }
  }

  /// `Sun, 31 Mar 2019 01:30:00 +0000`; the day's name may be missing, and so may the seconds.
  private static func rfc822(_ text: String) -> Timestamp? {
    var parts = text.split { $0 == " " || $0 == "," }.map(String.init)
    if parts.first?.first?.isLetter == true { parts.removeFirst() }
    let months = [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    guard parts.count >= 4, let day = Int(parts[0]), let year = Int(parts[2]),
      let month = months.firstIndex(of: String(parts[1].lowercased().prefix(3)))
    else { return nil }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let clock = parts[3].split(separator: ":").count == 2 ? parts[3] + ":00" : parts[3]
    let hour = clock.split(separator: ":").first?.count == 1 ? "0" + clock : clock
    let full = year < 100 ? year + (year < 70 ? 2000 : 1900) : year
    let shift = parts.count > 4 ? offset(parts[4][...]) ?? 0 : 0
    return Timestamp("\(full)-\(two(month + 1))-\(two(day))T\(hour)Z")?
      .advanced(bySeconds: -shift)
  }

  /// Seconds of `+0200`, `+02:00`, `GMT`, `EST`.
  private static func offset(_ zone: Substring) -> Double? {
    let american = ["EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8]
    if ["GMT", "UT", "UTC", "Z"].contains(zone) { return 0 }
    if let hours = american[String(zone)] { return Double(hours) * 3600 }
    let digits = zone.dropFirst().filter { $0 != ":" }
    guard let sign = zone.first, "+-".contains(sign), digits.count == 4, let number = Int(digits)
    else { return nil }
    let seconds = Double(number / 100 * 3600 + number % 100 * 60)
    return sign == "-" ? -seconds : seconds
  }
}
