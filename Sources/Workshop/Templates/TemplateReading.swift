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

/// All that is wrong with some files, held against what is installed beside them.
package struct TemplateInspection {
  /// In the order of their files and lines.
  package private(set) var faults: [TemplateFault]
  /// The templates of those files that nothing is wrong with.
  package private(set) var sound: [Template] = []

  /// - Parameters:
  ///   - files: what is inspected. They stand in for installed ones of the same name.
  ///   - installed: what they may bring in.
  package init(
    _ files: [TemplateShelf.File], beside installed: [TemplateShelf.File],
    exercises: [InstalledExercise]
  ) {
    let paths = Set(files.map(\.path))
    let near = files.map { TemplateShelf.File(path: $0.path, text: $0.text, origin: .own) }
    let far = installed.filter { !paths.contains($0.path) }
      .map { TemplateShelf.File(path: $0.path, text: $0.text, origin: .shipped) }
    let reading = TemplateReading(near + far)
    let check = TemplateCheck(exercises)
    var resolver = TemplateResolver(reading)
    var found = reading.faults
    for (draft, origin) in reading.drafts.values where paths.contains(draft.place.file) {
      let resolved = resolver.steps(of: draft)
      let own = resolved.faults + check.faults(in: resolved.steps)
      found += own
      guard own.isEmpty, !reading.broken.contains(draft.head.name) else { continue }
      sound.append(Template(head: draft.head, steps: resolved.steps, origin: origin))
    }
    // What is brought in from elsewhere is mended elsewhere; what is brought in twice, once.
    faults = Array(Set(found.filter { paths.contains($0.place.file) }))
    faults.sort()
    sound.sort { $0.name < $1.name }
  }
}
