package import ExerciseKit

/// Why a file gave no discussion: facts only; ``ImportFailure/description`` words them.
package struct ImportFailure: Error, Hashable, Sendable {
  package var file: String
  /// What the file was read as; nil where it was not yet known.
  package var format: ImportFormat?
  package var place: Place
  package var problem: Problem

  init(file: String, format: ImportFormat? = nil, place: Place, problem: Problem) {
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
    /// At the byte `offset`, counted from 0.
    case invalidUTF8(offset: Int)
    case nul(offset: Int)
    /// Nothing in the text tells that it is a page of comments.
    case unrecognised
    /// The page itself rather than its text.
    case webPage
    /// XML, but no export of WordPress.
    case otherXML(root: String?)
    /// XML that declares entities or an outer definition, which no export does.
    case documentType
    /// XML that says that it is not in UTF-8.
    case otherEncoding(String)
    case tooDeep(limit: Int)
    /// The code is libxml2's `xmlParserErrors`.
    case malformedXML(code: Int)
    case malformedJSON(JSONSyntaxError.Problem)
    case expected(String, found: String)
    /// The file is well-formed, but holds no post.
    case noPost
    /// No post of the file is called `name`; `others` are some that it holds.
    case noSuchPost(name: String, others: [String])
  }
}
