import ExerciseProtocol
import Logging
import PluginHost
import Workshop

extension Examination {
  /// Which plugins there are, and what was found and is not used.
  static func plugins(_ options: CommonOptions, _ places: Places) -> Examination {
    let host = Wiring.host(options, places)
    let listing = host.status
    let used = listing.filter { $0.unknown == nil }
    var findings: [Finding] = []
    if used.isEmpty {
      findings.append(
        .problem(
          "No plugin was found, and so no exercise.",
          hint: "The kit's own are built by “swift build”, beside charrette."))
    } else {
      let names = used.map { "\($0.id) \($0.version)" }.joined(separator: ", ")
      findings.append(.good("\(host.exercises.count) exercises, from \(names)."))
    }
    for item in host.passedOver {
      let problem = item.problem
      findings.append(.problem(problem.message, hint: problem.hint))
    }
    return Examination(
      area: "plugins", title: "Plugins", findings: findings,
      details: [
        .init(
          "plugins",
          .array(
            listing.map {
              [
                "id": .string($0.id), "version": .string($0.version), "path": .string($0.path),
                "sha256": .string($0.sha256), "used": .bool($0.unknown == nil),
              ]
            }))
      ])
  }
}
