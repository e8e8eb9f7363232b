package import ExerciseProtocol

/// One message and what came back, for whoever follows what goes on between host and plugins.
package struct Exchange: Hashable, Sendable {
  package var plugin: String
  /// The process that was asked.
  package var process: Int32
  package var request: JSONValue
  /// The reply as it came, or in words why there was none.
  package var outcome: Outcome
  /// From the first byte sent to the last received.
  package var milliseconds: Double

  package enum Outcome: Hashable, Sendable {
    case reply(JSONValue)
    case none(String)
  }

  package init(
    plugin: String, process: Int32, request: JSONValue, outcome: Outcome, milliseconds: Double
  ) {
    self.plugin = plugin
    self.process = process
    self.request = request
    self.outcome = outcome
    self.milliseconds = milliseconds
  }

  /// How every line begins.
  package static let beginning = "{\"plugin\":"

  /// As one line of JSON.
  package var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init("plugin", .string(plugin)), .init("process", .integer(Int(process))),
      .init("request", request),
    ]
    switch outcome {
    case .reply(let reply): members.append(.init("reply", reply))
    case .none(let reason): members.append(.init("none", .string(reason)))
    }
    members.append(.init("milliseconds", .number(milliseconds)))
    return .object(members)
  }
}
