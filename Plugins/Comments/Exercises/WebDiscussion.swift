import ExerciseKit

/// Brings in what was said elsewhere, with its authors and its nesting. Which kinds of files there
/// are, ``ImportFormat`` knows.
struct WebDiscussion: Importer {
  static let about = ImporterAbout(
    id: "web-discussion", name: "Discussion on the web",
    summary:
      "cards and people from tables, lists, boards, contacts, feeds and pages of comments",
    extensions: [
      "txt", "text", "md", "markdown", "csv", "tsv", "tab", "xml", "json", "html", "htm", "rss",
      "atom", "rdf", "vcf", "vcard",
    ], takesSeveral: true)

  struct Options: Fields {
    @Field("Which post, where the file holds several: its title, slug or number")
    var post: String?
    @Field("Which format it is, where that is not told by the file")
    var format: String?
    @Field("The column with the words of the cards: its heading or its number")
    var text: String?
    @Field("The column with the authors; none for no authors") var author: String?
    @Field("The column with what becomes tags, or several with commas; none for no tags")
    var tags: String?
    @Field("The column with the votes that the file tells of; none for no votes")
    var votes: String?
    @Field("Whether the first row of a table names its columns, where that is not told by it")
    var headings: Bool?
    @Field("A tag that each card gets besides") var tag: String?
    @Field("Read it as a list of people, for the roster") var people = false

    var asOptions: ImportOptions {
      var options = ImportOptions(post: post, format: format)
      (options.text, options.author) = (text, author)
      (options.tags, options.votes, options.headings) = (tags, votes, headings)
      (options.tag, options.isOfPeople) = (tag, people)
      return options
    }
  }

  static func read(_ file: FileContents, _ options: Options) throws(Refusal) -> [Brought] {
    try read([file], options)
  }

  static func read(_ files: [FileContents], _ options: Options) throws(Refusal) -> [Brought] {
    do throws(ImportFailure) {
      return try importDiscussion(
        files.map { ($0.name, $0.bytes) }, options.asOptions
      ).brought(from: files[0].name)
    } catch {
      let field = if case .noSuchColumn = error.problem { "text" } else { "file" }
      throw Refusal("\(error.location): \(error.what)", field: field, hint: error.hint)
    }
  }
}

extension ImportedDiscussion {
  /// - Parameter file: what the proposition is called where it has no title.
  fileprivate func brought(from file: String) -> [Brought] {
    var brought: [Brought] = []
    if let text = proposition {
      brought.append(.proposition(title: title ?? file, text: text))
    }
    if let person = facilitator {
      brought.append(
        .person(
          name: person.name, role: .facilitator, organisation: person.affiliation,
          isPresent: false))
    }
    brought += people.map { person in
      .person(
        name: person.name, role: person.isFacilitator ? .facilitator : .participant,
        organisation: person.affiliation)
    }
    brought += comments.map { .card($0.draft) }
    if let reading, !(comments.isEmpty && people.isEmpty) {
      brought.append(.preview(reading.asSentence))
    }
    brought += warnings.map { .notice($0.asSentence) }
    return brought + leftOut.list.map { .detail($0) }
  }
}

extension String {
  /// With a capital and a full stop.
  fileprivate var asSentence: String { "\(prefix(1).uppercased())\(dropFirst())." }
}

extension ImportedPerson {
  /// `Director, FutureGov`.
  fileprivate var affiliation: String? {
    let parts = [role, organisation].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}

extension ImportedComment {
  fileprivate var draft: CardDraft {
    var attributes: [String: String] = [:]
    if kind == .pingback { attributes["kind"] = "pingback" }
    if !isApproved { attributes["approved"] = "no" }
    attributes["url"] = url
    attributes["votes"] = votes.map(String.init)
    attributes[CardDraft.importedID] = externalID
    attributes[CardDraft.importedFrom] = origin
    attributes[CardDraft.answersImported] = answers
    switch posted {
    case .moment(let time): attributes["posted"] = time.description
    case .written(let words): attributes["posted"] = words
    case nil: break
    }
    return CardDraft(
      text, author: author.map { .named($0) } ?? .nobody,
      parent: parent.map { .draft($0) }, tags: tags, attributes: attributes)
  }
}
