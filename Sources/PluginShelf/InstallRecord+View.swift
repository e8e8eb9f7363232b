package import ExerciseProtocol
import Workshop

extension InstallRecord {
  /// All that is known of an installed plugin.
  ///
  /// - Parameters:
  ///   - trustedName: of the key that signed it.
  ///   - fault: what is wrong with its files.
  package func view(trustedName: String?, fault: ShelfFault?) -> View {
    var blocks: [View.Block] = [.heading("\(name) \(version)  (\(plugin))", level: 1)]
    if let problem = fault?.problem {
      blocks.append(.note(problem.message, .failure))
      if let hint = problem.hint { blocks.append(.note(hint, .hint)) }
    }
    if !isEnabled {
      blocks.append(.note("Switched off: charrette plugin enable \(plugin)", .warning))
    }
    let signed =
      signature.map { "signed by \(trustedName ?? "the key") \($0.key.text)" } ?? "not signed"
    blocks += [
      .heading("What it brings", level: 2), .list(powers.map(\.inOneLine), ordered: false),
      .heading("What it is", level: 2),
      .list(
        bundle.facts + [signed, "installed on \(at.day) from \(source)"], ordered: false),
    ]
    return View(blocks)
  }

  /// The same facts for programs.
  package func json(fault: ShelfFault?) -> JSONValue {
    [
      "plugin": .string(plugin), "name": .string(name), "version": .string(version),
      "enabled": .bool(isEnabled), "powers": .list(powers), "exercises": .list(exercises),
      "sha256": .string(bundle.librarySHA256), "digest": .string(bundle.digest),
      "files": .list(bundle.files.map(\.path)), "source": .string(source), "installed": at.json,
      "key": signature.map { .string($0.key.text) },
      "problem": fault.map { .string($0.problem.message) },
    ]
  }
}
