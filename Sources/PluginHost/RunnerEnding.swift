internal import Platform
internal import Workshop

/// How a runner process came to its end.
package enum RunnerEnding: Hashable, Sendable {
  case signal(Int32)
  case status(Int32)
  /// The host ended it.
  case ended

  init(_ ending: ProcessEnding) {
    switch ending {
    case .exited(let status): self = .status(status)
    case .killed(let signal): self = .signal(signal)
    }
  }

  /// What to say where an answer was due.
  var failure: PluginFailure.Kind {
    switch self {
    case .signal(let signal): .crashed(signal: signal)
    case .status(let status): .exited(status: status)
    case .ended: .garbage("it closed its connection to the host")
    }
  }
}
