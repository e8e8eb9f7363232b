import ExerciseProtocol

/// The cards and people that would be missing without some steps, held against the exercises' own
/// events: a vote that names a card builds on the step that brought the card.
///
/// What those events mean only their exercise knows; but where one holds exactly the label of a
/// card or a person, as a string or as a member's name, it speaks of it. Used to refuse an undo,
/// never to pass an event over, so that a coincidence does no harm.
struct MissingLabels {
  /// The steps that do not count as things stand.
  private let standing: Set<Int>
  private var steps: [String: (step: Int, reason: Inconsistency)] = [:]

  init(standing: [Int]) { self.standing = Set(standing) }

  /// Notes what an event that would not count brought.
  mutating func add(_ entry: LoggedEvent) {
    switch entry.event {
    case .cardAdded(let card): steps[card.id.rawValue] = (entry.step, .noCard(card.id))
    case .joined(let person):
      steps[person.id.rawValue] = (entry.step, .noParticipant(person.id))
    default: break
    }
  }

  /// Why an event that would count can't; nil where it can, or where it stands like that already.
  func conflict(with entry: LoggedEvent) -> TimelineConflict? {
    guard !steps.isEmpty, case .recorded(_, let event) = entry.event,
      let missing = event.firstLabel(in: steps),
      !standing.contains(missing.step) || standing.contains(entry.step)
    else { return nil }
    return TimelineConflict(step: entry.step, reason: missing.reason)
  }
}

extension JSONValue {
  /// What one of these labels stands for, the first that it holds as a string or a member's name.
  func firstLabel<Found>(in labels: [String: Found]) -> Found? {
    switch self {
    case .string(let text): labels[text]
    case .array(let elements): elements.lazy.compactMap { $0.firstLabel(in: labels) }.first
    case .object(let members):
      members.lazy.compactMap { labels[$0.name] ?? $0.value.firstLabel(in: labels) }.first
    default: nil
    }
  }
}
