internal import Workshop

/// How a runner process came to its end.
package enum RunnerEnding: Hashable, Sendable {
  case signal(Int32)
  case status(Int32)
  /// The host ended it.
  case ended

  /// Decodes what waitpid(2) reports; the macros that do this are not visible to Swift. Method:
  /// the C library's <bits/waitstatus.h>.
  init(waitStatus: Int32) {
    let signal = waitStatus & 0x7F
    self = signal == 0 ? .status(waitStatus >> 8 & 0xFF) : .signal(signal)
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
