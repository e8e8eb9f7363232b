/// A kind of file that can be imported, and all that the rest needs to know of it.
///
/// To add one: a file `ImportFormat+Name.swift` with a static member that has the three values
/// below, its reader beside it, and the member's name in ``all``. Nothing else asks which format it
/// is: decoding (``SourceText``), several files at once, threads and their order
/// (``CommentThread``), the choice of a post (``ImportSource``), what is told (``LeftOut``), and
/// what becomes of authors, of the same file twice and of a second proposition are the same for
/// all.
///
/// A reader gives an ``ImportedDiscussion``: the cards in page order, each with its author, tags,
/// votes and the index of the card that it answers; people for the roster, if it is a list of them;
/// and one list of what was left out. It throws only where nothing can be taken at all: a damaged
/// piece costs that piece, and is told with its line.
package struct ImportFormat: Sendable {
  /// Kebab case: typed as `/import FILE format=ID`, and kept in failures.
  package let id: String
  /// For people, with its article: “a WordPress export”.
  package let name: String
  /// Whether such a text could be one of this format; called with each file, in the order of
  /// ``all``, until one says yes. Looks at how the text begins, or for what only it holds; takes
  /// time in proportion to the bytes at most. The file's name is there (`text.fileName`), but a
  /// name says nothing certain.
  let recognises: @Sendable (SourceText) -> Bool
  /// Reads all the files that it recognised, as one: pages of the same list, or several exports.
  /// Never called with none.
  let read: Reader

  package typealias Reader =
    @Sendable ([SourceText], ImportOptions) throws(ImportFailure) -> ImportedDiscussion

  package init(
    id: String, name: String, recognises: @escaping @Sendable (SourceText) -> Bool,
    read: @escaping Reader
  ) {
    (self.id, self.name, self.recognises, self.read) = (id, name, recognises, read)
  }

  /// All that are known. Those that are sure of their own come first; the last takes what is left,
  /// and refuses it in words for all.
  package static let all: [ImportFormat] = [
    .vCard, .trello, .scrumlr, .wordPressREST, .disqus, .feed, .wordPressWXR, .plainPage, .roster,
    .table, .markdown, .lines,
  ]

  /// The first that recognises the text.
  static func of(_ text: SourceText) -> ImportFormat {
    // What is called a table is looked at as one first: the others read it all to know.
    let isTable = text.isNamedAsTable && !"<{[".contains { text.begins(with: String($0)) }
    let first: [ImportFormat] = isTable ? [.roster, .table] : []
    return (first + all).first { $0.recognises(text) } ?? .plainPage
  }

  /// The one for people, where somebody says that the file is a list of them.
  static func ofPeople(_ text: SourceText) -> ImportFormat {
    if vCard.recognises(text) { return .vCard }
    // What is no list of names at all is refused, or read, as what it is.
    return "{[<".contains { text.begins(with: String($0)) } ? of(text) : .roster
  }
}

/// What whoever named the files asked for besides; a format passes over what is none of its
/// business.
package struct ImportOptions: Hashable, Sendable {
  /// The title, slug or number of the post to take, where the files hold several.
  package var post: String?
  /// The id of the format, where it is not to be told by the text.
  package var format: String?
  /// Which columns of a table hold the words, the author, the tags and the votes, by their headings
  /// or numbers; “none” for none. `author: "none"` also takes “Ada: …” for words.
  package var text: String?
  package var author: String?
  package var tags: String?
  package var votes: String?
  /// Whether the first row of a table names its columns; nil: told by what it looks like.
  package var headings: Bool?
  /// Tags that each card gets besides its own.
  package var tag: String?
  /// Whether the file is a list of people for the roster, whatever else it could be.
  package var isOfPeople = false

  package init(post: String? = nil, format: String? = nil) {
    (self.post, self.format) = (post, format)
  }
}

/// The ASCII classes that the readers ask for.
enum ByteClass {
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
