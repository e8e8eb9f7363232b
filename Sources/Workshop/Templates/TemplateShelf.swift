/// The templates that are installed, and what is wrong with the files that are none.
///
/// Sorted by phase, then by duration, then by title, so that a list reads as a workshop goes.
package struct TemplateShelf: Sendable {
  package private(set) var templates: [Template] = []
  /// What is wrong with files; those files are no templates.
  package private(set) var faults: [TemplateFault] = []
  /// The names of shipped ones that one of the facilitator's own stands in for.
  package private(set) var overridden: Set<String> = []
  /// What else was passed over, such as a folder that strangers can write to.
  package var passedOver: [Problem]

  /// A file that may hold a template.
  package struct File: Sendable {
    /// What faults call it.
    package var path: String
    package var text: String
    package var origin: Template.Origin

    package init(path: String, text: String, origin: Template.Origin) {
      self.path = path
      self.text = text
      self.origin = origin
    }
  }

  /// Reads all files. Of two with one name, the one of the nearer origin counts, and of one origin
  /// the earlier file: then the later one is a fault.
  package init(_ files: [File] = [], passedOver: [Problem] = []) {
    self.passedOver = passedOver
    let reading = TemplateReading(files)
    var resolver = TemplateResolver(reading)
    faults = reading.faults
    overridden = reading.overridden
    for (draft, origin) in reading.drafts.values where !reading.broken.contains(draft.head.name) {
      let resolved = resolver.steps(of: draft)
      faults += resolved.faults
      guard resolved.faults.isEmpty else { continue }
      templates.append(
        Template(
          head: draft.head, steps: resolved.steps, origin: origin, file: draft.place.file))
    }
    templates.sort { $0.rank < $1.rank }
    faults.sort()
  }

  /// A shelf with one template on it, whose file is read already.
  package init(holding template: Template) { (templates, passedOver) = ([template], []) }

  /// The template that a person means: by its name or its title, however they are capitalised.
  package func template(called typed: String) -> Template? {
    let wanted = typed.lowercased()
    return templates.first { $0.name == wanted.replacing(" ", with: "-") }
      ?? templates.first { $0.title.lowercased() == wanted }
  }
}

extension Template {
  fileprivate var rank: (Int, Int, String) {
    (Phase.allCases.firstIndex(of: head.phase) ?? 0, minutes, name)
  }

  /// Reads the YAML of a template that brings in no other. `file` is what faults call it.
  ///
  /// - Throws: the first fault, with `file:line` and the mend.
  package init(yaml: String, file: String) throws(Problem) {
    let shelf = TemplateShelf([.init(path: file, text: yaml, origin: .shipped)])
    if let fault = shelf.faults.first { throw fault.problem }
    guard let template = shelf.templates.first else { throw Problem("“\(file)” is no template.") }
    self = template
  }
}
