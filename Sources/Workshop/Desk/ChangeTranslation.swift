import ExerciseProtocol
import OrderedCollections

/// Turns what an exercise proposes into events, where ``ChangeRules`` allow it.
struct ChangeTranslation {
  private var rules: ChangeRules<SessionGround>
  private let activity: ActivityID

  init(
    session: Session, activity: Activity, source: ChangeSource, privacy: Privacy,
    actor: ParticipantID?, now: Timestamp, in log: any SessionLog
  ) {
    self.activity = activity.id
    rules = ChangeRules(
      SessionGround(session: session, activity: activity, journalBytes: log.journalBytes),
      activity: activity.id, source: source,
      privacy: privacy, actor: actor, now: now)
  }

  /// - Throws: where a change asks for what an exercise may not do, or speaks of what is not there.
  mutating func add(_ changes: [Change]) throws(Problem) {
    do throws(ChangeFault) {
      try rules.take(changes)
    } catch {
      throw .refused(error, last: rules.ground.session.board.keys.last)
    }
  }

  /// The labels of the cards that were proposed last, in their order: a new one, or that of a card
  /// that was here.
  var labels: [CardID] { rules.drafts }

  /// What an import brought that was here before, with the words that it has in the file.
  var known: [(card: Card, text: String)] {
    rules.outcomes.compactMap { outcome in
      if case .known(let card, let text) = outcome { (card, text) } else { nil }
    }
  }

  var events: [Event] {
    rules.outcomes.compactMap { outcome in
      switch outcome {
      case .known: nil
      case .joined(let person): .joined(person)
      case .cameIn(let person): .changed(person)
      case .added(let card): .cardAdded(card)
      case .edited(let card): .cardEdited(card.id, text: card.text)
      case .tagged(let card): .cardTagged(card.id, tags: card.tags)
      case .noted(let card): .cardNoted(card.id, attributes: card.attributes)
      case .hidden(let card, let reason): .cardHidden(card.id, reason: reason)
      case .unhidden(let card): .cardUnhidden(card.id)
      case .proposed(let title, let text): .proposed(Proposition(title: title, text: text))
      case .recorded(let event): .recorded(activity, event)
      }
    }
  }
}

/// The session as changes are held against it.
private struct SessionGround: ChangeGround {
  let session: Session
  let activity: Activity
  let journalBytes: Int

  var board: [Card] { Array(session.board.values) }
  func cardOnBoard(_ id: CardID) -> Card? { session.board[id] }

  func mayChange(_ card: Card) -> Bool {
    card.activity == activity.id || activity.taken.contains(card.id)
  }

  var everybody: [Participant] { Array(session.roster.values) }
  var lastLabels: (cards: Int, people: Int) {
    (session.labels.cards, session.labels.participants)
  }
}
