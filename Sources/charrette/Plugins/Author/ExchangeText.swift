import ExerciseProtocol
import PluginHost
import Rendering

extension Exchange {
  /// For reading: what was asked, and below it what came back and how long that took. Long messages
  /// are cut: the form in JSON has them whole.
  var text: String {
    let asked = "→ \(neutralised(plugin))  \(Self.short(request))\n"
    let took = "\(Int((milliseconds * 1000).rounded())) µs"
    return switch outcome {
    case .reply(let reply): "\(asked)← \(Self.short(reply))  (\(took))\n"
    case .none(let reason): "\(asked)✗ \(neutralised(reason))  (\(took))\n"
    }
  }

  private static let limit = 400

  private static func short(_ message: JSONValue) -> String {
    let text = neutralised(message.text())
    let excess = text.count - limit
    return excess > 40 ? "\(text.prefix(limit))… (and \(excess) characters more)" : text
  }
}
