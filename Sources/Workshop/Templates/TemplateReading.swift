/// Files as they were read: a draft for each name, and what is wrong with each file by itself.
struct TemplateReading {
  private(set) var drafts: [String: (draft: TemplateDraft, origin: Template.Origin)] = [:]
  /// The names of those that have faults.
  private(set) var broken: Set<String> = []
  private(set) var faults: [TemplateFault] = []
  /// The names that a farther origin has too.
  private(set) var overridden: Set<String> = []

  init(_ files: [TemplateShelf.File]) {
    let sorted = files.enumerated().sorted {
      ($0.element.origin, $0.offset) < ($1.element.origin, $1.offset)
    }
    for (_, file) in sorted { add(file) }
  }

  private mutating func add(_ file: TemplateShelf.File) {
    let (draft, found) = TemplateReader.read(file.text, file: file.path)
    faults += found
    guard let draft else { return }
    let name = draft.head.name
    if let first = drafts[name] {
      if first.origin == file.origin {
        faults.append(draft.doubles(first.draft))
      } else {
        overridden.insert(name)
      }
      return
    }
    if !found.isEmpty { broken.insert(name) }
    drafts[name] = (draft, file.origin)
  }
}

extension TemplateDraft {
  fileprivate func doubles(_ first: TemplateDraft) -> TemplateFault {
    TemplateFault(
      place, "“\(head.name)” is the name of another template, in \(first.place.file)",
      hint: "Give one of them another name.")
  }
}
