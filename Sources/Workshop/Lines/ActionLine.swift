package import ExerciseProtocol
import OrderedCollections

/// A use of an action as somebody types it, read as the console reads it, without its slash:
/// `dots @Ruth c3=2`. For whoever checks that an exercise's examples can be typed.
package struct ActionLine {
  package var action: ActionDescription
  /// Complete with the declared defaults; a file is an empty one of that name.
  package var fields: JSONValue
  package var actor: ParticipantID?
  /// Whether it names a file, whose contents are not here.
  package var hasFile = false

  /// - Parameters:
  ///   - actions: those of the activity, as its settings make them.
  ///   - cards: what labels can name.
  ///   - people: the roster.
  package init(
    _ line: String, of actions: [ActionDescription], cards: [Card], people: [Participant]
  ) throws(Problem) {
    var session = Session()
    for person in people { session.roster[person.id] = person }
    for card in cards.sorted(by: { $0.id < $1.id }) { session.board[card.id] = card }
    let reader = LineReader(
      session: session, commands: actions.map { CommandShape($0) }, lineAction: nil,
      allowsAbbreviation: false)
    guard case .invoke(let invocation, let shape, _) = try reader.read("/\(line)"),
      let action = actions.first(where: { $0.name == shape.name.text })
    else { throw Problem("“\(line)” is no use of an action.") }
    let missing = shape.parameters.filter {
      $0.isRequired && invocation.arguments[$0.name] == nil
    }
    guard missing.isEmpty else { throw .missing(missing, example: nil) }
    if action.attribution == .required, invocation.actor == nil, invocation.newcomer == nil {
      throw .nobodyNamed(action.name)
    }
    self.action = action
    actor = invocation.actor ?? (invocation.newcomer == nil ? nil : people.first?.id)
    var given: [JSONValue.Member] = []
    for field in action.fields {
      guard var value = invocation.arguments[field.name] else { continue }
      if field.type == .file {
        value = ["name": value, "base64": ""]
        hasFile = true
      }
      given.append(.init(field.name, value))
    }
    fields = action.fields.completed(.object(given))
  }
}
