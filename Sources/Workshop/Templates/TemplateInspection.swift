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
      sound.append(
        Template(
          head: draft.head, steps: resolved.steps, origin: origin, file: draft.place.file))
    }
    // What is brought in from elsewhere is mended elsewhere; what is brought in twice, once.
    faults = Array(Set(found.filter { paths.contains($0.place.file) }))
    faults.sort()
    sound.sort { $0.name < $1.name }
  }
}
