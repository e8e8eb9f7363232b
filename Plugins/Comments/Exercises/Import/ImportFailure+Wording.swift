import ExerciseKit

/// The only place that words an ``ImportFailure``.
extension ImportFailure: CustomStringConvertible {
  /// `page.xml:12: It is no well-formed XML: …`, then `Hint: …` on a line of its own.
  package var description: String { "\(location): \(what)\nHint: \(hint)" }

  /// `page.xml`, `page.xml:12`, or `comments.json: comments[2].id`.
  package var location: String {
    switch place {
    case .file: file
    case .line(let line): "\(file):\(line)"
    case .path(let path): "\(file): \(path)"
    }
  }

  /// What failed, in one sentence.
  package var what: String {
    switch problem {
    case .empty: "The file is empty."
    case .tooLarge(let bytes, let limit):
      "The file has \(bytes) bytes; at most \(limit) are read."
    case .noText: "This is no text, or not in an encoding that we know."
    case .unrecognised: "This is no page of comments."
    case .webPage: "This is a web page itself, not the text of one."
    case .otherXML(let root):
      "This is XML, but no export of WordPress\(root.map { ": it begins with <\($0)>" } ?? "")."
    case .documentType: "The XML declares a document type, which no export of WordPress does."
    case .otherEncoding(let name):
      "The XML says that it is in \(name), which we don't know, and it is not in UTF-8."
    case .tooDeep(let limit): "Elements are nested more than \(limit) deep."
    case .endsEarly: "The file ends before the first comment does."
    case .nothingSound(let damaged):
      damaged == 1 ? "Its one comment is damaged." : "All of its \(damaged) comments are damaged."
    case .malformedJSON(let problem): "This is no JSON that we accept: \(problem.reason)."
    case .expected(let expected, let found): "Here \(expected) was expected, but \(found) found."
    case .noPost: "The file holds no post and no comment."
    case .noSuchPost(let name, let others):
      "No post is called “\(name)”"
        + (others.isEmpty ? "." : "; there is \(others.map { "“\($0)”" }.joined(separator: ", ")).")
    case .noSuchFormat(let id, _): "There is no format called “\(id)”."
    case .nobody: "It names nobody."
    case .workbook: "This is a workbook or a document, not a text."
    case .noTextColumn: "No column of the table holds the words of cards."
    case .noSuchColumn(let name, _): "The table has no column “\(name.prefix(100))”."
    case .tooManyCards(let count, let limit):
      "It holds \(count) \(isOfPeople ? "people" : "cards"); "
        + "at most \(limit) can be taken at once."
    }
  }

  /// What to do about it, in one sentence.
  package var hint: String {
    switch problem {
    case .nobody: "A contact has its name in FN or N; a name a line in a .txt file will do as well."
    case .noTextColumn(let names), .noSuchColumn(_, let names): Self.columns(names)
    case .tooManyCards(_, let limit):
      "Take a part of it: the first \(limit) lines, say, as a file of their own."
    case .tooDeep where isOfBoard, .malformedJSON where isOfBoard, .expected where isOfBoard:
      "Export the board again, whole and unchanged."
    case .noText, .otherEncoding: "Save the file as UTF-8 text and import it again."
    case .workbook: "Save it as CSV, or as plain text, and import that."
    case .tooLarge(_, let limit) where limit < SourceText.byteLimit:
      "Take a part of it, as a file of its own."
    case .tooLarge: "Export one post at a time."
    case .documentType, .tooDeep, .endsEarly, .nothingSound:
      "Export the posts again with WordPress's Tools > Export, and do not edit the file."
    case .malformedJSON, .expected:
      "Save the answer of /wp-json/wp/v2/comments?post=NUMBER again, whole and unchanged."
    case .webPage: "In the browser, save the page as text, or copy its text into a .txt file."
    case .noSuchFormat(_, let ids): "There are: \(ids.joined(separator: ", "))."
    case .noSuchPost: "Name the post by its title, its slug or its number."
    case .empty, .unrecognised, .otherXML, .noPost:
      "Import a page of comments saved as text, a WordPress export (WXR), "
        + "the JSON of WordPress's /wp/v2/comments, a feed, a table (CSV), a list (.md, .txt), "
        + "contacts (.vcf), or a board of Trello or scrumlr."
    }
  }

  private var isOfPeople: Bool { format == "roster" || format == "vcard" }
  private var isOfBoard: Bool { format == "trello" || format == "scrumlr" }

  private static func columns(_ names: [String]) -> String {
    let known = names.filter { !$0.isEmpty }.prefix(12).map { "“\($0.prefix(60))”" }
    return known.isEmpty
      ? "The first row of a table names its columns."
      : "Say which: text=COLUMN. There are: \(known.joined(separator: ", "))."
  }
}
