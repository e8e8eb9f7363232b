import ExerciseProtocol

extension Manifest {
  /// What a README says at the least: what the plugin is, and how each of its exercises is used.
  var readme: String {
    let head = "# \(name)\n\n\(summary.asSentence)\n"
    let foot = "## Licence\n\n\(licence), by \(author). Version \(version).\n"
    return ([head] + exercises.map(\.readme) + [foot]).joined(separator: "\n")
  }
}

extension ExerciseDescription {
  fileprivate var readme: String {
    let actions = actions.map { action in
      "- `/\(action.examples.first ?? action.name)`: \(action.summary.asSentence)\n"
    }
    let settings = settings.map { "- `\($0.name)`: \($0.summary.asSentence)\n" }
    let parts = [
      "## \(name)\n\n\(summary.asSentence) `/agenda add \(id)` puts it on the agenda.\n",
      actions.joined(),
      settings.isEmpty ? "" : "Settings:\n\n" + settings.joined(),
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n")
  }
}

extension String {
  /// With a capital at its front and a full stop at its end.
  fileprivate var asSentence: String {
    guard let first, let last else { return "" }
    let end: String = ".!?".contains(last) ? "" : "."
    return first.uppercased() + dropFirst() + end
  }
}
