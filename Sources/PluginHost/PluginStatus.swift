internal import ExerciseProtocol
package import Workshop

/// One plugin as `/plugins` shows it.
package struct PluginStatus: Hashable, Sendable {
  /// The library's file name where the plugin could not tell its id; name and version are then
  /// empty.
  package var id: String
  package var name: String
  package var version: String
  package var path: String
  /// Of the library's content, in hexadecimal.
  package var sha256: String
  /// How it came here, in a few words.
  package var origin: String
  package var isRunning: Bool
  package var isDisabled: Bool
  /// In a row, up to now.
  package var failures: Int
  /// Why it could not tell what it is.
  package var unknown: PluginFailure?
  /// The last lines that it printed, oldest first.
  package var log: [String]
}

extension Plugin {
  fileprivate var origin: String {
    if let record { return record.isSigned ? "installed, signed" : "installed" }
    return cameWithTheKit ? "the kit" : "--plugins"
  }
}

extension PluginStatus {
  init(_ plugin: InstalledPlugin) {
    id = plugin.id
    name = ""
    version = ""
    path = plugin.library.path
    sha256 = plugin.sha256
    origin = plugin.library.origin
    isRunning = plugin.supervisor.processID != nil
    isDisabled = plugin.supervisor.isDisabled
    failures = plugin.supervisor.failures
    log = plugin.supervisor.logTail
    switch plugin.manifest {
    case .success(let manifest):
      name = manifest.name
      version = manifest.version
    case .failure(let failure):
      unknown = failure
      log = failure.log
    }
  }
}
