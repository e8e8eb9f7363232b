package import ExerciseProtocol

/// One thing that happened in a session. The session is the fold of its events.
///
/// How they lie on disk is the matter of SessionStore's records, not of these cases.
package enum Event: Hashable, Sendable {
  /// The first of every session.
  case created(id: String, title: String)
  case titled(String)
  case proposed(Proposition)

  case joined(Participant)
  /// The participant of that id is now like this.
  case changed(Participant)
  case left(ParticipantID)

  /// The activity stands on the agenda before the one that has this index now, or last.
  case planned(Activity.Plan, index: Int)
  /// The plan of the activity of that id is now this.
  case replanned(Activity.Plan)
  case moved(ActivityID, index: Int)
  case unplanned(ActivityID)

  /// The room turned to the activity, for the first time or again, with these cards from earlier
  /// ones.
  case started(ActivityID, taken: [CardID])
  /// The room turned away and to nothing else: the agenda is done, or there is a break.
  case stopped
  case paused
  case resumed
  /// More time, in seconds, for the current activity; negative for less.
  case extended(seconds: Int)
  /// The clock of the activity was set: it has run for so many seconds until now.
  case clockSet(ActivityID, seconds: Int)

  case cardAdded(Card)
  case cardEdited(CardID, text: String)
  /// The card's tags are now these.
  case cardTagged(CardID, tags: [String])
  /// What is kept with the card is now this.
  case cardNoted(CardID, attributes: [String: String])
  case cardHidden(CardID, reason: String)
  case cardUnhidden(CardID)
  /// The card is that person's, or nobody's.
  case cardAttributed(CardID, to: ParticipantID?)
  /// The card is gone, as if it had never been written; only its label is not given again.
  case cardRemoved(CardID)
  /// What only the activity's exercise understands.
  case recorded(ActivityID, JSONValue)

  case decided(Outcome)

  /// What happened to a secret vote.
  case poll(PollEvent)

  /// What the facilitator keeps beside the exercises.
  case aside(AsideEvent)

  /// The step that began with this sequence number does not count, as if it had never been.
  case undone(step: Int)
  /// It counts again.
  case redone(step: Int)
  /// What was here has been erased for good, and has no effect any more.
  case erased
  /// What was here can't be read any more, because the journal was damaged. Nobody erased it.
  case unreadable
  /// The journal was lost and the session began again from its snapshot.
  case restored(Session)
}

/// An event with its place in the journal.
package struct LoggedEvent: Hashable, Sendable {
  /// From 1, without gaps.
  package var sequence: Int
  /// Unique in the world, so that copies of a session can be told apart and merged.
  package var id: String
  package var at: Timestamp
  /// The sequence number of the first event of the same command.
  package var step: Int
  package var event: Event

  package init(sequence: Int, id: String, at: Timestamp, step: Int, event: Event) {
    self.sequence = sequence
    self.id = id
    self.at = at
    self.step = step
    self.event = event
  }
}

/// The statement that a workshop is about.
package struct Proposition: Hashable, Sendable {
  package var title: String
  package var text: String

  package init(title: String, text: String) {
    self.title = title
    self.text = text
  }
}
