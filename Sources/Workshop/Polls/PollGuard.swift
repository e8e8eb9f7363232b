import ExerciseProtocol
import OrderedCollections
import Polling

/// Keeps what a secret vote rests on as it was when it opened, until it is counted or called off.
///
/// ``LiveSession`` asks it for every change, whatever command, script or plugin wants it and from
/// whatever terminal, at the moment when the change would be written. So it does not know commands:
/// it folds the change on trial and compares what the vote rests on before and after. Everything
/// else is free to change.
struct PollGuard {
  let timeline: Timeline
  /// Whether a vote's box is beside the session, and can be read. In a copy of the session it is
  /// not; then the vote can only be called off.
  var hasBox: (PollID) -> Bool = { _ in true }

  /// - Throws: what a vote rests on that would change, and the way out.
  func check(_ events: [Event], at now: Timestamp) throws(Problem) {
    let session = timeline.session
    for case .unplanned(let id) in events {
      guard !session.polls(of: id).contains(where: \.phase.isCounted) else {
        throw .holdsCountedVote(session.title(of: id))
      }
    }
    let undecided = session.polls.values.filter(\.phase.isUndecided)
    guard !undecided.isEmpty, !events.allSatisfy(\.touchesNoVote) else { return }
    let after = trial(events, at: now)
    for poll in undecided {
      guard let later = after.polls[poll.id] else { throw problem(.opening, poll) }
      guard later.phase.isUndecided else { continue }
      let (before, then) = (PollFooting(poll.terms, session), PollFooting(poll.terms, after))
      if let change = before.change(to: then) { throw problem(change, poll) }
    }
  }

  private func problem(_ change: PollFooting.Change, _ poll: Poll) -> Problem {
    .voteRests(on: change, poll, timeline.session, hasBox: hasBox(poll.id))
  }

  /// The session as it would be. What can't be folded is passed over, as the timeline would.
  private func trial(_ events: [Event], at now: Timestamp) -> Session {
    let refolds = events.contains {
      switch $0 {
      case .undone, .redone: true
      default: false
      }
    }
    guard refolds else {
      var session = timeline.session
      for event in events { try? session.evolve(event, at: now) }
      return session
    }
    var trial = timeline
    let step = timeline.head + 1
    trial.append(
      events.enumerated().map { offset, event in
        LoggedEvent(sequence: step + offset, id: "", at: now, step: step, event: event)
      })
    return trial.session
  }
}

/// What a vote rests on: what voters were told when they voted.
struct PollFooting: Hashable {
  private let terms: PollTerms
  private let exercise: String?
  private let settings: JSONValue?
  private let focus: String?
  private let recorded: Int
  /// The cards on the paper; those that are not on the board are not in it.
  private let cards: [CardID: Footing]
  /// The roll, where people vote by name; those who left are not in it.
  private let people: [ParticipantID: String]

  /// What of a card a vote rests on.
  private struct Footing: Hashable {
    var text: String
    var hidden: String?
    var cost: String?
    /// Whether it has the tag by which the activity took it in.
    var isTaken: Bool
  }

  init(_ terms: PollTerms, _ session: Session) {
    self.terms = terms
    let activity = session.agenda[terms.activity]
    (exercise, settings) = (activity?.plan.exercise, activity?.plan.settings)
    (focus, recorded) = (activity?.plan.focus, activity?.recorded.count ?? 0)
    let tag: String? =
      if case .tagged(let tag)? = activity?.plan.takes { tag } else { nil }
    var cards: [CardID: Footing] = [:]
    for option in terms.paper.questions.flatMap(\.options) {
      guard let card = session.board[CardID(option.id)] else { continue }
      cards[card.id] = Footing(
        text: card.text, hidden: card.hidden,
        cost: option.cost == nil ? nil : card.attributes["cost"],
        isTaken: tag.map(card.isTagged) ?? true)
    }
    self.cards = cards
    var people: [ParticipantID: String] = [:]
    if terms.identification == .names {
      for entry in terms.roll { people[entry.id] = session.roster[entry.id]?.name }
    }
    self.people = people
  }

  /// What is otherwise.
  enum Change: Hashable {
    case activity, settings, focus, course, opening
    case card(CardID)
    case gone(CardID)
    case tag(CardID)
    case person(String)
  }

  /// The first thing that is not the same in another one; nil where all is.
  func change(to other: PollFooting) -> Change? {
    if other.exercise != exercise { return .activity }
    if other.settings != settings { return .settings }
    if other.focus != focus { return .focus }
    for (id, card) in cards.sorted(by: { $0.key.number < $1.key.number })
    where
      other.cards[id] != card
    {
      guard var now = other.cards[id] else { return .gone(id) }
      now.isTaken = card.isTaken
      return now == card ? .tag(id) : .card(id)
    }
    for (id, name) in people.sorted(by: { $0.key < $1.key }) where other.people[id] != name {
      return .person(name)
    }
    return other.recorded == recorded ? nil : .course
  }
}

extension Event {
  /// Whether no vote can rest on what it changes: nearly every line of a session.
  fileprivate var touchesNoVote: Bool {
    switch self {
    case .titled, .proposed, .joined, .planned, .moved, .started, .stopped, .paused, .resumed,
      .extended, .cardAdded, .decided, .aside:
      true
    default: false
    }
  }
}
