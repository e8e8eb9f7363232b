/// What /templates is asked for.
package struct TemplateFilter: Hashable, Sendable {
  /// Each must begin a word of the name, the title or the summary, however it is capitalised.
  package var words: [String]
  package var phase: Template.Phase?
  /// How long it may take, at most.
  package var minutes: Int?
  /// A size of a group that it has to be made for.
  package var people: Int?

  package init(
    words: [String] = [], phase: Template.Phase? = nil, minutes: Int? = nil, people: Int? = nil
  ) {
    self.words = words.map { $0.lowercased() }
    self.phase = phase
    self.minutes = minutes
    self.people = people
  }

  package var isEmpty: Bool { self == TemplateFilter() }

  package func admits(_ template: Template) -> Bool {
    if let phase, template.head.phase != phase { return false }
    if let minutes, template.minutes > minutes { return false }
    if let people, !template.head.people.contains(people) { return false }
    let known = [template.name, template.title, template.head.summary]
      .flatMap { $0.lowercased().split { !$0.isLetter && !$0.isNumber } }
    return words.allSatisfy { word in
      // A word with signs in it, such as “25/10”, is looked for as it stands.
      known.contains { $0.hasPrefix(word) }
        || word.contains { !$0.isLetter && !$0.isNumber }
          && [template.name, template.title, template.head.summary]
            .contains { $0.lowercased().contains(word) }
    }
  }
}

extension TemplateShelf {
  package func templates(_ filter: TemplateFilter) -> [Template] {
    templates.filter(filter.admits)
  }
}
