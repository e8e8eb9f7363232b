internal import ExerciseProtocol
internal import Glibc
package import Workshop

/// Tries, with a plugin of our own in a real runner, what no plugin may do: what is enforced on
/// this machine is what it is refused here.
package enum SandboxProbe {
  /// What is tried. The names are those of `attempts` in `probe.c` of SandboxProbe.
  package enum Attempt: String, CaseIterable, Sendable {
    case readFiles = "read-files"
    case listFolders = "list-folders"
    case writeFiles = "write-files"
    case readHost = "read-host"
    case runPrograms = "run-programs"
    case startProcesses = "start-processes"
    case useTCP = "use-tcp"
    case useUDP = "use-udp"
    case useLocal = "use-local"
    case signalHost = "signal-host"
    case shareMemory = "share-memory"
    case useRings = "use-rings"
    case changeUser = "change-user"
    case takeMemory = "take-memory"
    case takeDescriptors = "take-descriptors"
    case readEnvironment = "read-environment"
  }

  /// What came of it.
  package struct Result: Sendable {
    /// As the runner told; nil where it did not get so far.
    package var confinement: Confinement?
    package var refused: [Attempt] = []
    /// What a plugin can do here that it should not.
    package var granted: [Attempt] = []
    /// Whether a plugin can use threads, which it may.
    package var allowsThreads = false
    /// Why nothing, or not all, could be tried.
    package var failure: PluginFailure?

    /// A stranger's plugin finds all doors closed, and can do its work.
    package var isComplete: Bool { failure == nil && granted.isEmpty && allowsThreads }
  }

  /// Asks `library`, the probe, in a runner of `settings`, whose sandbox counts as what is to be
  /// tried: lenient tells what there is where strict is refused.
  package static func run(library: String, _ settings: RunnerSettings) -> Result {
    var result = Result()
    do throws(PluginFailure) {
      for attempt in Attempt.allCases {
        if try isGranted(attempt.rawValue, library, settings, &result.confinement) {
          result.granted.append(attempt)
        } else {
          result.refused.append(attempt)
        }
      }
      result.allowsThreads = try isGranted(
        "use-threads", library, settings, &result.confinement)
    } catch {
      result.failure = error
    }
    return result
  }

  /// Each attempt has a process of its own, because it may be that process's end.
  private static func isGranted(
    _ attempt: String, _ library: String, _ settings: RunnerSettings,
    _ confinement: inout Confinement?
  ) throws(PluginFailure) -> Bool {
    let supervisor = Supervisor(library: library, plugin: "probe", runner: settings)
    defer { supervisor.close() }
    let activity: ActivityID = "a1"
    let call = Call(action: attempt, fields: [:], actor: nil, at: Timestamp(milliseconds: 0))
    do throws(PluginFailure) {
      let reply = try supervisor.ask(.decide(call), of: activity) {
        ActivityBrief(
          id: activity, exercise: "probe", title: "Probe", focus: nil, settings: .object([]))
      }
      confinement = supervisor.confinement
      guard case .changes(let changes, _, _) = reply, case .record(let event)? = changes.first,
        case .integer(let number) = event["errno"]
      else { throw PluginFailure(plugin: "probe", kind: .garbage("it did not tell")) }
      return number == 0
    } catch {
      confinement = supervisor.confinement ?? confinement
      switch error.kind {
      case .forbidden, .crashed(SIGSYS): return false
      default: throw error
      }
    }
  }
}
