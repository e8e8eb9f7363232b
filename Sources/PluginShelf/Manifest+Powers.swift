package import ExerciseProtocol

extension Manifest {
  /// What the plugin brings, and what it will get to see for that, one line each. Whatever is not
  /// here it can't do: it reaches no file, no network and no other plugin's activities.
  ///
  /// These words are kept in the record, and what is used later is held to them: a line that was
  /// ever written stays as it is.
  package var powers: [String] {
    exercises.flatMap(\.powers) + contributes.importers.map(\.power)
      + contributes.sections.map(\.power) + contributes.templates.map(Self.templatePower)
      + capabilities.map(Self.hostPower)
  }

  /// The same with those templates of its bundle that it does not speak of.
  package func powers(with bundle: PluginBundle) -> [String] {
    let said = powers
    let others = bundle.templates.map { Self.templatePower(String($0.path.dropFirst(10))) }
    return said + others.filter { !said.contains($0) }
  }

  /// The plugin as far as it was shown when it was installed, and what it would bring beyond that.
  ///
  /// - Parameter shown: the powers of its record.
  package func held(to shown: [String]) -> (manifest: Manifest, unshown: [String]) {
    let shown = Set(shown)
    var held = self
    held.exercises.removeAll { !shown.isSuperset(of: $0.powers) }
    held.contributes.importers.removeAll { !shown.contains($0.power) }
    held.contributes.sections.removeAll { !shown.contains($0.power) }
    held.contributes.templates.removeAll { !shown.contains(Self.templatePower($0)) }
    held.capabilities.removeAll { !shown.contains(Self.hostPower($0)) }
    return (held, powers.filter { !shown.contains($0) })
  }

  private static func templatePower(_ name: String) -> String { "template \(name)" }
  private static func hostPower(_ id: String) -> String { "asks the host for \(id)" }
}

extension ImporterDescription {
  fileprivate var power: String {
    let kinds = extensions.map { ".\($0)" }.joined(separator: ", ").inBrackets
    return "importer \(id) (\(name)): reads the files you name\(kinds)"
  }
}

extension SectionDescription {
  fileprivate var power: String {
    "report section \(id) (\(title)): sees the activities of its own exercises"
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
