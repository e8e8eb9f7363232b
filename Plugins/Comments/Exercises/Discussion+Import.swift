import ExerciseKit

extension Discussion {
  /// Brings in what was said elsewhere, with its authors and its nesting.
  struct Import: Action {
    static let about = ActionAbout(
      "import", "Bring in a discussion from a file", attribution: .none, isForFacilitator: true,
      examples: ["import page.txt", "import export.xml post=\"Networked world\""])

    @Field("A page of comments saved as text, a WordPress export, or comments from its REST API")
    var file: FileContents
    @Field("Which post, where the file holds several: its title, slug or number")
    var post: String?

    func decide(in room: Room<Discussion>) throws(Refusal) -> [Effect<Event>] {
      let imported: ImportedDiscussion
      do throws(ImportFailure) {
        imported = try importDiscussion(file.bytes, named: file.name, post: post)
      } catch {
        throw Refusal("\(error.location): \(error.what)", field: "file", hint: error.hint)
      }
      var effects: [Effect<Event>] = []
      if let proposition = imported.proposition {
        effects.append(
          .change(.propose(title: imported.title ?? room.title, text: proposition)))
      }
      if let facilitator = imported.facilitator {
        effects.append(
          .change(
            .addParticipant(
              name: facilitator.name, role: .facilitator, organisation: facilitator.affiliation)))
      }
      effects += imported.comments.map { .add($0.draft) }
      return effects
        + imported.warnings.map { warning in
          .notice("\(warning.prefix(1).uppercased())\(warning.dropFirst()).")
        }
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
