import ExerciseProtocol

/// A step within an activity that has a time of its own, such as the pairs of 1-2-4-All. An
/// exercise tells of it in the event by which the step begins: a member `pace` of the event's one
/// member, with a `label` and `seconds`.
package struct Pace: Hashable, Sendable {
  package var label: String
  package var seconds: Double
  /// How long the activity had run when the step began, in seconds: it is paused with it.
  package var begun: Double

  /// Whether the event tells of such a step, or, with 0 seconds, that none has a time any more.
  static func isTold(by event: JSONValue) -> Bool {
    guard case .object(let members) = event, members.count == 1,
      case .integer? = members[0].value["pace"]?["seconds"]
    else { return false }
    return true
  }

  /// - Returns: nil where the event tells of no such step.
  init?(_ event: JSONValue, begun: Double) {
    guard case .object(let members) = event, members.count == 1,
      let pace = members[0].value["pace"],
      case .string(let label)? = pace["label"], case .integer(let seconds)? = pace["seconds"],
      (1...86_400).contains(seconds)
    else { return nil }
    (self.label, self.seconds, self.begun) = (String(label.prefix(20)), Double(seconds), begun)
  }

  /// Seconds left of it; negative where it is over its time.
  package func left(after elapsed: Double) -> Double { seconds - max(0, elapsed - begun) }
}
