/// The parts of a page of WordPress's classic themes (Twenty Ten and its kin), saved as text:
/// title, proposition, what the theme says of the post, responses, form.
///
/// Source of the layout: such pages as browsers save them. The landmarks are the theme's own
/// sentences: `This entry was posted in …`, `4 Responses to …`, `Leave a Reply`.
struct PlainPage {
  var title: String?
  var opening: DiscussionOpening
  /// How many responses the page says that it has; nil where it does not say.
  var declaredCount: Int?
  /// The lines from under `4 Responses to …` to above the form.
  var responseLines: ArraySlice<PageLine>

  /// Nil where no landmark shows that this is such a page.
  init?(_ lines: [PageLine]) {
    let heading = lines.indices.first { index in
      PlainPage.count(in: lines[index].text) != nil && PlainPage.standsAlone(index, in: lines)
    }
    let form = lines[(heading ?? 0)...].indices.first { index in
      lines[index].column == 0 && PlainPage.isForm(lines[index].text)
    }
    let entry = lines.indices.first { lines[$0].text.hasPrefix("This entry was posted ") }
    guard heading != nil || form != nil || entry != nil else { return nil }
    let end = form ?? lines.endIndex
    var top = lines[..<min(entry ?? end, heading ?? end, end)].drop(while: \.isBlank)
    title = top.popFirst()?.text
    top = top.filter { !$0.text.hasPrefix("Posted on ") }[...]
    opening = DiscussionOpening(paragraphs: top.paragraphs(isWrapped: top.isWrapped))
    declaredCount = heading.flatMap { PlainPage.count(in: lines[$0].text) }
    responseLines = heading.map { lines[($0 + 1)..<end] } ?? []
  }

  private static func standsAlone(_ index: Int, in lines: [PageLine]) -> Bool {
    (index == 0 || lines[index - 1].isBlank)
      && (index + 1 == lines.count || lines[index + 1].isBlank || lines[index + 1].marker != nil)
  }

  /// The count in `4 Responses to …`, `One thought on …`, `2 comments`.
  private static func count(in line: String) -> Int? {
    let words = line.prefix(40).lowercased().split(whereSeparator: \.isWhitespace)
    guard words.count >= 2 else { return nil }
    let nouns = ["response", "responses", "thought", "thoughts", "comment", "comments"]
    guard nouns.contains(String(words[1])) else { return nil }
    guard words.count == 2 || words[2] == "to" || words[2] == "on" else { return nil }
    return words[0] == "one" ? 1 : Int(words[0]).flatMap { $0 >= 0 ? $0 : nil }
  }

  /// What the theme puts under the last response.
  static func isForm(_ line: String) -> Bool {
    let line = line.lowercased()
    return [
      "leave a reply", "leave a comment", "fill in your details below", "comments are closed",
      "you must be logged in to post", "post navigation", "proudly powered by wordpress",
    ].contains { line.hasPrefix($0) }
  }
}

extension ImportFormat {
  /// The text of a web page of comments, as a browser saves it.
  static let plainPage = ImportFormat(
    id: "page", name: "a page of comments saved as text",
    recognises: { text in
      // No page has so many lines; making words of them would only take time.
      text.bytes.count { $0 == 0x0A } <= 200_000
        && PlainPage(PageLine.lines(of: text.bytes)) != nil
    },
    read: { texts, options throws(ImportFailure) in
      var all: ImportSource?
      for text in texts {
        let source = try ImportSource(plainPage: text)
        guard all != nil else {
          all = source
          continue
        }
        all?.merge(source, of: text.fileName)
      }
      return try all?.discussion(of: options.post) ?? ImportedDiscussion()
    })
}

extension ImportSource {
  /// Reads the text of a page.
  fileprivate init(plainPage text: SourceText) throws(ImportFailure) {
    guard let page = PlainPage(PageLine.lines(of: text.bytes)) else {
      // Damaged bytes in what nobody knows are more likely another encoding than a page.
      throw ImportFailure(
        file: text.fileName, place: .file,
        problem: text.leftOut.isEmpty ? .unrecognised : .noText)
    }
    let responses = PageResponses(page.responseLines)
    let found = responses.comments.count
    self.init(fileName: text.fileName, format: "page")
    for warning in responses.warnings { leftOut.tell(warning) }
    if let declared = page.declaredCount, declared != found {
      leftOut.tell("the page counts its responses as \(declared); read: \(found)")
    }
    posts = [
      ImportedPost(
        names: page.title.map { [$0] } ?? [], title: page.title, opening: page.opening,
        comments: responses.comments)
    ]
  }
}
