package import ExerciseProtocol
import OrderedCollections
package import Polling

/// Why an event can't follow the ones before it: what it speaks of is not there. Where a step is
/// undone, it means that a later one builds on it.
package enum Inconsistency: Error, Hashable, Sendable {
  case noCard(CardID)
  case noParticipant(ParticipantID)
  case noActivity(ActivityID)
  case noPoll(PollID)
  case nothingCurrent
}

extension Session {
  /// Folds one event. Pure: the same events give the same session, everywhere and for ever.
  package mutating func evolve(_ event: Event, at: Timestamp) throws(Inconsistency) {
    note(event)
    switch event {
    case .created(let id, let title):
      self.id = id
      self.title = title
    case .titled(let title): self.title = title
    case .proposed(let proposition): self.proposition = proposition
    case .joined(let participant): roster[participant.id] = participant
    case .changed(let participant):
      try check(participant.id)
      roster[participant.id] = participant
    case .left(let id):
      try check(id)
      roster.removeValue(forKey: id)
    case .planned, .replanned, .moved, .unplanned: try evolveAgenda(event)
    case .started, .stopped, .paused, .resumed, .extended: try evolveTime(event, at: at)
    case .clockSet(let id, let seconds):
      try check(id)
      agenda[id]?.timer.set(to: Double(seconds), at: at)
    case .cardAdded, .cardEdited, .cardTagged, .cardNoted, .cardHidden, .cardUnhidden,
      .cardAttributed, .cardRemoved:
      try evolveBoard(event)
    case .recorded(let id, let event):
      try check(id)
      agenda[id]?.recorded.append(.init(event: event, at: at))
      if let timer = agenda[id]?.timer, Pace.isTold(by: event) {
        agenda[id]?.pace = Pace(event, begun: timer.elapsed(at: at))
      }
    case .decided(let outcome):
      for card in outcome.cards { try check(card) }
      for owner in outcome.owners { try check(owner) }
      outcomes.append(outcome)
    case .poll(let event): try evolve(event)
    case .aside(let event):
      for person in event.people { try check(person) }
      keep(event, at: at)
    case .undone, .redone, .erased, .unreadable: break  // The timeline's matter: see Timeline.
    case .restored(let session): self = session
    }
  }

  /// Remembers the labels that an event uses up. Also called for events that are undone.
  package mutating func note(_ event: Event) {
    switch event {
    case .cardAdded(let card): labels.cards = max(labels.cards, card.id.number)
    case .joined(let person): labels.participants = max(labels.participants, person.id.number)
    case .planned(let plan, _): labels.activities = max(labels.activities, plan.id.number)
    default: break
    }
  }

  private mutating func evolveAgenda(_ event: Event) throws(Inconsistency) {
    switch event {
    case .planned(let plan, let index):
      agenda.updateValue(
        Activity(plan: plan), forKey: plan.id, insertingAt: max(0, min(index, agenda.count)))
    case .replanned(let plan):
      try check(plan.id)
      agenda[plan.id]?.plan = plan
    case .moved(let id, let index):
      guard let activity = agenda.removeValue(forKey: id) else { throw .noActivity(id) }
      agenda.updateValue(
        activity, forKey: id, insertingAt: max(0, min(index, agenda.count)))
    case .unplanned(let id):
      try check(id)
      agenda.removeValue(forKey: id)
      if current == id { current = nil }
    default: break
    }
  }

  private mutating func evolveTime(_ event: Event, at: Timestamp) throws(Inconsistency) {
    if case .started(let id, let taken) = event {
      try check(id)
      if let current { agenda[current]?.timer.stop(at: at) }
      current = id
      agenda[id]?.wasStarted = true
      if agenda[id]?.begun == nil { agenda[id]?.begun = at }
      agenda[id]?.taken.formUnion(taken)
      agenda[id]?.timer.run(from: at)
      return
    }
    guard let current else { throw .nothingCurrent }
    switch event {
    case .stopped:
      agenda[current]?.timer.stop(at: at)
      self.current = nil
    case .paused: agenda[current]?.timer.stop(at: at)
    case .resumed: agenda[current]?.timer.run(from: at)
    case .extended(let seconds): agenda[current]?.timer.extra += seconds
    default: break
    }
  }

  private mutating func evolveBoard(_ event: Event) throws(Inconsistency) {
    switch event {
    case .cardAdded(let card):
      try check(card.activity)
      if let parent = card.parent { try check(parent) }
      if let author = card.author { try check(author) }
      board[card.id] = card
    case .cardEdited(let id, let text): try change(id) { $0.text = text }
    case .cardTagged(let id, let tags): try change(id) { $0.tags = tags }
    case .cardNoted(let id, let attributes): try change(id) { $0.attributes = attributes }
    case .cardHidden(let id, let reason): try change(id) { $0.hidden = reason }
    case .cardUnhidden(let id): try change(id) { $0.hidden = nil }
    case .cardAttributed(let id, let person):
      if let person { try check(person) }
      try change(id) { $0.author = person }
    case .cardRemoved(let id):
      try check(id)
      board.removeValue(forKey: id)
      for activity in agenda.keys { agenda[activity]?.taken.remove(id) }
    default: break
    }
  }

  private mutating func change(
    _ id: CardID, _ body: (inout Card) -> Void
  ) throws(Inconsistency) {
    try check(id)
    body(&board[id]!)
  }

  private func check(_ id: CardID) throws(Inconsistency) {
    if board[id] == nil { throw .noCard(id) }
  }

  private func check(_ id: ParticipantID) throws(Inconsistency) {
    if roster[id] == nil { throw .noParticipant(id) }
  }

  private func check(_ id: ActivityID) throws(Inconsistency) {
    if agenda[id] == nil { throw .noActivity(id) }
  }
}

extension Identifier {
  /// The number in a label such as `c12` or `c12b`; 0 where there is none, or one of more digits
  /// than any label that we give.
  var number: Int {
    let digits = rawValue.utf8.drop { !Self.digits.contains($0) }
      .prefix { Self.digits.contains($0) }
    return digits.count > 9 ? 0 : Int(Substring(digits)) ?? 0
  }

  private static var digits: ClosedRange<UInt8> { UInt8(ascii: "0")...UInt8(ascii: "9") }
}
