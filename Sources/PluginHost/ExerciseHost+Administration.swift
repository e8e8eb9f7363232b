import ExerciseProtocol
package import Workshop

/// What /plugins shows and does.
extension ExerciseHost: PluginAdministration {
  package var listing: [PluginListing] {
    let provided = Dictionary(grouping: exercises, by: \.plugin)
    let plugins = status.map { status in
      PluginListing(
        id: status.id, name: status.name, version: status.version, state: status.inWords,
        exercises: (provided[status.id] ?? []).map(\.description.id), origin: status.origin,
        sha256: status.sha256)
    }
    let others = passedOver.map { item in
      PluginListing(
        id: item.id, name: "", version: "", state: item.problem.message,
        exercises: item.exercises)
    }
    return plugins + others
  }

  package func enable(_ plugin: String) throws(Problem) {
    let isKnown = tryAgain(plugin)
    guard isKnown else {
      let ids = status.map(\.id).joined(separator: ", ")
      throw Problem(
        "There is no plugin “\(plugin)”.",
        hint: ids.isEmpty ? "None was found." : "There are: \(ids).", isUsage: true)
    }
  }
}

extension PassedOver {
  /// What it is called, as far as is known.
  fileprivate var id: String {
    switch reason {
    case .switchedOff(let id, _), .notAsInstalled(let id, _), .notShown(let id, _, _),
      .notItself(let id, _):
      id
    default: path.split(separator: "/").last.map(String.init) ?? path
    }
  }

  fileprivate var exercises: [String] {
    if case .switchedOff(_, let exercises) = reason { exercises } else { [] }
  }
}

extension PluginStatus {
  fileprivate var inWords: String {
    if let unknown { return unknown.problem.message }
    if isDisabled { return "off after \(failures) failures" }
    return isRunning ? "running" : "ready"
  }
}
