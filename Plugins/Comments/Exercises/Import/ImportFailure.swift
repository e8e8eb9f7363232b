package import ExerciseKit

/// Why a file gave no discussion: facts only; ``ImportFailure/description`` words them.
package struct ImportFailure: Error, Hashable, Sendable {
  package var file: String
  /// The id of the ``ImportFormat`` that the file was read as; nil where it was not yet known.
  package var format: String?
  package var place: Place
  package var problem: Problem

  init(file: String, format: String? = nil, place: Place, problem: Problem) {
    self.file = file
    self.format = format
    self.place = place
    self.problem = problem
  }

  package enum Place: Hashable, Sendable {
    case file
    /// Counted from 1.
    case line(Int)
    /// The way to a JSON value: `comments[2].id`.
    case path(String)
  }

  package enum Problem: Hashable, Sendable {
    case empty
    case tooLarge(bytes: Int, limit: Int)
    /// Bytes that are no letters in any encoding that is known.
    case noText
    /// Nothing in the text tells that it is a page of comments.
    case unrecognised
    /// The page itself rather than its text.
    case webPage
    /// XML, but no export of WordPress.
    case otherXML(root: String?)
    /// XML that declares entities or an outer definition, which no export does.
    case documentType
    /// XML in an encoding that we don't know, and that is not UTF-8.
    case otherEncoding(String)
    case tooDeep(limit: Int)
    /// It ends before the first comment does.
    case endsEarly
    /// There were comments, and every one of them was damaged.
    case nothingSound(damaged: Int)
    case malformedJSON(JSONSyntaxError.Problem)
    case expected(String, found: String)
    /// The file is well-formed, but holds no post.
    case noPost
    /// No post of the file is called `name`; `others` are some that it holds.
    case noSuchPost(name: String, others: [String])
    /// A workbook, a document or a PDF: no text at all.
    case workbook
    /// A list of people that names nobody.
    case nobody
    /// A table of which no column holds words.
    case noTextColumn([String])
    /// Somebody asked for a column that the table does not have.
    case noSuchColumn(String, among: [String])
    /// More cards or people than can be taken at once.
    case tooManyCards(Int, limit: Int)
    /// No ``ImportFormat`` has this id.
    case noSuchFormat(String, among: [String])
  }
}
