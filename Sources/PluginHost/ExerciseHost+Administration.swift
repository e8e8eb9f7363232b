import ExerciseProtocol
package import Workshop

/// What /plugins shows and does.
extension ExerciseHost: PluginAdministration {
  package var listing: [PluginListing] {
    let provided = Dictionary(grouping: exercises, by: \.plugin)
    let plugins = status.map { status in
      PluginListing(
        id: status.id, name: status.name, version: status.version, state: status.inWords,
        exercises: (provided[status.id] ?? []).map(\.description.id))
    }
    let others = passedOver.map { item in
      PluginListing(
        id: item.path.split(separator: "/").last.map(String.init) ?? item.path, name: "",
        version: "", state: item.problem.message, exercises: [])
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

extension PluginStatus {
  fileprivate var inWords: String {
    if let unknown { return unknown.problem.message }
    if isDisabled { return "off after \(failures) failures" }
    return isRunning ? "running" : "ready"
  }
}
