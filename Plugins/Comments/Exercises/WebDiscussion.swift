import ExerciseKit

/// Brings in what was said on the web, with its authors and its nesting.
struct WebDiscussion: Importer {
  static let about = ImporterAbout(
    id: "web-discussion", name: "Discussion on the web",
    summary:
      "a page of comments saved as text, a WordPress export, or comments from its REST API",
    extensions: ["txt", "xml", "json", "html", "htm"])

  struct Options: Fields {
    @Field("Which post, where the file holds several: its title, slug or number")
    var post: String?
  }

  static func read(_ file: FileContents, _ options: Options) throws(Refusal) -> [Brought] {
    let imported: ImportedDiscussion
    do throws(ImportFailure) {
      imported = try importDiscussion(file.bytes, named: file.name, post: options.post)
    } catch {
      throw Refusal("\(error.location): \(error.what)", field: "file", hint: error.hint)
    }
    var brought: [Brought] = []
    if let text = imported.proposition {
      brought.append(.proposition(title: imported.title ?? file.name, text: text))
    }
    if let person = imported.facilitator {
      brought.append(
        .person(name: person.name, role: .facilitator, organisation: person.affiliation))
    }
    brought += imported.comments.map { .card($0.draft) }
    return brought
      + imported.warnings.map { warning in
        .notice("\(warning.prefix(1).uppercased())\(warning.dropFirst()).")
      }
  }
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
    attributes["imported-id"] = externalID
    switch posted {
    case .moment(let time): attributes["posted"] = time.description
    case .written(let words): attributes["posted"] = words
    case nil: break
    }
    return CardDraft(
      text, author: author.map { .named($0) } ?? .nobody,
      parent: parent.map { .draft($0) }, attributes: attributes)
  }
}
