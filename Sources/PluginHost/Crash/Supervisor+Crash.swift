internal import ExerciseProtocol
internal import Hashing
internal import Workshop

extension Supervisor {
  /// The failure with its crash file, where one is to be written.
  func reported(_ failure: PluginFailure) -> PluginFailure {
    guard let folder = runner.crashFolder, failure.kind.isWorthReporting else { return failure }
    let requests = conversation.all.compactMap { try? JSONValue(parsing: $0) }
    guard !requests.isEmpty else { return failure }
    var reported = failure
    reported.crashFile = CrashFolder(path: folder).keep(
      CrashReport(
        plugin: plugin, library: library, sha256: (try? Digest.ofFile(library))?.description,
        host: runner.host,
        at: .machineTime, failure: failure,
        answer: lastAnswer.map { String(decoding: $0.prefix(4096), as: UTF8.self) },
        requests: requests))
    return reported
  }
}
