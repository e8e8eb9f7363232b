package import ExerciseProtocol

extension Manifest {
  /// What the plugin brings, and what it will get to see for that, one line each. Whatever is not
  /// here it can't do: it reaches no file, no network and no other plugin's activities.
  package var powers: [String] {
    var lines: [String] = exercises.flatMap(\.powers)
    for importer in contributes.importers {
      let kinds = importer.extensions.map { ".\($0)" }.joined(separator: ", ").inBrackets
      lines.append("importer \(importer.id) (\(importer.name)): reads the files you name\(kinds)")
    }
    for section in contributes.sections {
      lines.append(
        "report section \(section.id) (\(section.title)): sees the activities of its own exercises")
    }
    lines += contributes.templates.map { "template \($0)" }
    return lines + capabilities.map { "asks the host for \($0)" }
  }
}

extension ExerciseDescription {
  fileprivate var powers: [String] {
    var lines = ["exercise \(id) (\(name))"]
    if actions.contains(where: { $0.privacy == .sealed }) {
      lines.append("exercise \(id): secret votes, which it sees once they are counted")
    }
    if actions.contains(where: { $0.fields.contains { $0.type == .file } }) {
      lines.append("exercise \(id): reads the files you name")
    }
    return lines
  }
}

extension String {
  /// This text in brackets behind another one; nothing where it is empty.
  fileprivate var inBrackets: String { isEmpty ? "" : " (\(self))" }
}
