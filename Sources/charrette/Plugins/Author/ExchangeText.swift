import ExerciseProtocol
import PluginHost
import Rendering

extension Exchange {
  /// For reading: what was asked, and below it what came back and how long that took.
  var text: String {
    let asked = "→ \(neutralised(plugin))  \(neutralised(request.text()))\n"
    let took = "\(Int((milliseconds * 1000).rounded())) µs"
    return switch outcome {
    case .reply(let reply): "\(asked)← \(neutralised(reply.text()))  (\(took))\n"
    case .none(let reason): "\(asked)✗ \(neutralised(reason))  (\(took))\n"
    }
  }
}
