package import ExerciseKit
package import Lines

/// A documented example, read by the host's own reader: a use of an action, without its slash.
package struct ExampleLine {
  package var action: ActionDescription
  /// Complete with the declared defaults; a file is an empty one of that name.
  package var fields: JSONValue
  package var actor: ParticipantID?
  /// Whether it names a file, whose contents are not here.
  package var hasFile = false
}

extension ExampleSession {
  /// Reads a line as somebody types it.
  ///
  /// - Throws: what the console would say, where it can't be read or something is missing.
  package func read(_ line: String) throws(Problem) -> ExampleLine {
    let reader = LineReader(
      scope: session, commands: actions.map { CommandShape($0) },
      plainLine: .failure(Problem("“\(line)” is no use of an action.")),
      allowsAbbreviation: false, days: session.days)
    guard case .invoke(let invocation, let shape, _) = try reader.read("/\(line)"),
      let action = actions.first(where: { $0.name == shape.name.text })
    else { throw Problem("“\(line)” is no use of an action.") }
    let missing = shape.missing(in: invocation)
    guard missing.isEmpty else { throw .missing(missing, example: nil) }
    var example = ExampleLine(action: action, fields: [:])
    example.actor = invocation.actor ?? (invocation.newcomer == nil ? nil : people.first?.id)
    var given: [JSONValue.Member] = []
    for field in action.fields {
      guard var value = invocation.arguments[field.name] else { continue }
      if field.type == .file {
        value = ["name": value, "base64": ""]
        example.hasFile = true
      }
      given.append(.init(field.name, value))
    }
    example.fields = JSONValue.object(given).completed(from: action.fields)
    return example
  }

  /// The actions as the settings make them.
  package var actions: [ActionDescription] { exercise.actions(under: session.settings) }
}
