package import ExerciseProtocol
package import OrderedCollections
package import Polling

/// One workshop as it stands: the fold of its events. A value; see `Session+Evolve.swift` for the
/// fold.
package struct Session: Hashable, Sendable {
  /// Unique in the world.
  package var id = ""
  package var title = ""
  package var proposition: Proposition?
  /// Everybody who is known, in the order in which they joined: those in the room (``present``),
  /// and those who only said something elsewhere.
  package var roster: OrderedDictionary<ParticipantID, Participant> = [:]
  /// The activities in order.
  package var agenda: OrderedDictionary<ActivityID, Activity> = [:]
  /// What the room is at.
  package var current: ActivityID?
  /// Every card, in the order in which it came.
  package var board: OrderedDictionary<CardID, Card> = [:]
  package var outcomes: [Outcome] = []
  /// Every secret vote, in the order in which they were opened.
  package var polls: OrderedDictionary<PollID, Poll> = [:]
  /// The hashes of the codes that were printed for a poll.
  package var codes: [PollID: [Fingerprint]] = [:]
  package var handCounts: [ActivityID: ShowOfHands] = [:]
  package var rights = VotingRights()
  /// Notes, the parking lot, who was drawn to speak, and what else is kept beside the exercises.
  package var asides: [Aside] = []
  /// The last label given of each kind. Labels are never given twice, even when a step is undone.
  package var labels = Labels()

  package struct Labels: Hashable, Sendable {
    package var cards = 0
    package var participants = 0
    package var activities = 0

    package init() {}
  }

  package init() {}

  /// Those in the room. Whoever counts people, waits for them, draws them or gives them a vote
  /// means these.
  package var present: [Participant] { roster.values.filter(\.isPresent) }

  /// Those who are known because an import named them, and are not in the room.
  package var elsewhere: [Participant] { roster.values.filter { !$0.isPresent } }

  /// A name for a card that holds in every copy of the session and in no other session.
  package func permalink(to card: CardID) -> String { "charrette:\(id)/\(card)" }

  /// The seed of an activity's lot, once its box was opened.
  package func lot(of activity: ActivityID) -> Int? {
    guard case .counted(let result)? = polls(of: activity).last?.phase else { return nil }
    return result.seed
  }

  package var currentActivity: Activity? { current.flatMap { agenda[$0] } }

  /// From 0, where the activity stands on the agenda.
  package func index(of activity: ActivityID) -> Int? { agenda.index(forKey: activity) }

  /// From 0, the place of an activity that is to come on the agenda; the last where none is named.
  func index(typed place: Int?) throws(Problem) -> Int {
    guard let place else { return agenda.count }
    let places = 1...(agenda.count + 1)
    guard places.contains(place) else { throw .outOfRange("at", place, places) }
    return place - 1
  }

  /// What the activity's exercise has to know to stand where the session stands.
  ///
  /// - Parameters:
  ///   - saved: where folding may start, and how many of the activity's events it stands for.
  ///   - isAnew: whether the cards are told as they are now, although a vote on them was counted.
  package func brief(
    of activity: Activity, from saved: (state: SavedState, events: Int)? = nil,
    isAnew: Bool = false
  ) -> ActivityBrief {
    let plan = activity.plan
    let own = board.values.filter { $0.activity == plan.id }
    let taken = activity.taken.filter { board[$0] != nil }
    var cards = own + taken.compactMap { board[$0] }
    // What was merged into one of them elsewhere, so that both sources can be told.
    let known = Set(cards.map(\.id))
    cards += cards.flatMap(\.sources).withoutRepeats
      .filter { !known.contains($0) }.compactMap { board[$0] }
    return ActivityBrief(
      id: plan.id, exercise: plan.exercise, title: plan.title, focus: plan.focus,
      settings: settings(of: activity), cards: isAnew ? cards : asCounted(cards, in: plan.id),
      taken: Array(taken),
      participants: Array(roster.values), lot: lot(of: plan.id), state: saved?.state,
      events: activity.recorded.dropFirst(saved?.events ?? 0).map { .recorded($0.event, at: $0.at) }
    )
  }
}
