package import ExerciseProtocol
import OrderedCollections
import Polling

/// What happened, in one line: after a command, in a notice from another terminal, in the log of
/// steps.
package enum Acknowledgement {
  static let noNameKept = "No name was kept: this activity is anonymous."

  /// One line for the events of one step; empty where there is nothing to say.
  package static func of(_ logged: [LoggedEvent], in session: Session) -> String {
    let cards = logged.compactMap { if case .cardAdded(let card) = $0.event { card } else { nil } }
    if cards.count > 1, let first = cards.first, let last = cards.last {
      return "\(cards.count) cards: \(first.id) to \(last.id)\(joined(logged))"
    }
    let isOfPeople = logged.allSatisfy { $0.event.newcomer != nil }
    return logged.map { entry in
      // Somebody who was known from elsewhere did something here, and so is here.
      if case .changed(let person) = entry.event, !isOfPeople, person.isPresent {
        return "\(person.name) is in the room now"
      }
      return line(for: entry.event, in: session)
    }.filter { !$0.isEmpty }.joined(separator: ". ")
  }

  /// `, 2 people joined`, and those who are known by name alone from now on.
  private static func joined(_ logged: [LoggedEvent]) -> String {
    let people = logged.compactMap { entry in
      if case .joined(let person) = entry.event { person } else { nil }
    }
    let here = people.count { $0.isPresent }
    let elsewhere = people.count - here
    return (here == 0 ? "" : ", \(here.counted("person", "people")) joined")
      + (elsewhere == 0
        ? "" : ", of \(elsewhere.counted("person who is", "people who are")) not in the room")
  }

  private static func line(for event: Event, in session: Session) -> String {
    switch event {
    case .created(_, let title): "The session “\(title)” begins"
    case .titled(let title): "The session is now called “\(title)”"
    case .proposed(let proposition): "The proposition is “\(proposition.title)”"
    case .joined(let person):
      person.isPresent ? "\(person.name) joined" : "\(person.name) is known, and not in the room"
    case .changed(let person): "\(person.name) is now \(person.described)"
    case .left(let id): "\(session.name(of: id) ?? id.rawValue) left the roster"
    case .planned(let plan, _): "“\(plan.title)” is on the agenda"
    case .replanned(let plan): "“\(plan.title)” was changed on the agenda"
    case .moved(let id, let index): "“\(session.title(of: id))” is now number \(index + 1)"
    case .unplanned: "An activity was taken off the agenda"
    case .started(let id, _): "We are at “\(session.title(of: id))”"
    case .stopped: "The activity is over"
    case .paused: "The clock is paused"
    case .resumed: "The clock runs again"
    case .extended(let seconds): extended(seconds)
    case .clockSet(let id, let seconds):
      "The clock of “\(session.title(of: id))” stands at \(Double(seconds).clockText)"
    case .cardAdded, .cardEdited, .cardTagged, .cardNoted, .cardHidden, .cardUnhidden,
      .cardAttributed, .cardRemoved:
      cardLine(for: event, in: session)
    case .recorded: ""
    case .decided(let outcome): "\(outcome.kind.rawValue.capitalizedFirst): \(outcome.text)"
    case .poll(let event): line(for: event, in: session)
    case .aside(let event): event.line(in: session)
    case .undone(let step): "Step \(step) is undone"
    case .redone(let step): "Step \(step) counts again"
    case .erased: "Erased"
    case .unreadable: "What happened here can't be read any more"
    case .restored: "The session was restored from its snapshot"
    }
  }

  private static func line(for event: PollEvent, in session: Session) -> String {
    func title(_ id: PollID) -> String { session.polls[id]?.terms.title ?? id.rawValue }
    return switch event {
    case .opened(let terms, _): "The secret vote “\(terms.title)” is open"
    case .closed(let id, _): "The secret vote “\(title(id))” is closed"
    case .reopened(let id, _): "The secret vote “\(title(id))” is open again"
    case .mixed(_, let words): "The room's words for the lot: \(words)"
    case .counted(let id, _): "The secret vote “\(title(id))” is counted"
    case .calledOff(let id, _): "The secret vote “\(title(id))” is called off"
    case .codesDrawn(_, let hashes): "\(hashes.count.counted("code", "codes")) printed"
    case .handCounted: "A show of hands was counted"
    case .entitled: "Weights and proxies have changed"
    }
  }

  private static func extended(_ seconds: Int) -> String {
    let minutes = abs(seconds) / 60
    return "\(minutes) \(minutes == 1 ? "minute" : "minutes") \(seconds < 0 ? "less" : "more")"
  }

  private static func cardLine(for event: Event, in session: Session) -> String {
    switch event {
    case .cardAdded(let card):
      let author = session.names(ofAuthors: card).map { "  \($0)" } ?? ""
      let reply = card.parent.map { "  in reply to \($0)" } ?? ""
      let tags = card.tags.map { "  #\($0)" }.joined()
      return "\(card.id)\(author)\(reply)\(tags)"
    case .cardEdited(let id, _): return "\(id) has new words"
    case .cardTagged(let id, let tags):
      return tags.isEmpty
        ? "\(id) has no tags" : "\(id) " + tags.map { "#\($0)" }.joined(separator: " ")
    case .cardHidden(let id, let reason): return "\(id) is hidden: \(reason)"
    case .cardUnhidden(let id): return "\(id) is visible again"
    case .cardAttributed(let id, let person):
      return session.name(of: person).map { "\(id) is by \($0)" } ?? "\(id) is by nobody"
    case .cardRemoved(let id): return "\(id) is deleted"
    default: return ""
    }
  }
}

extension Session {
  package func name(of participant: ParticipantID?) -> String? {
    participant.map { roster[$0]?.name ?? $0.rawValue }
  }

  /// `Liz and Tom`: all who said it; nil where nobody is named.
  package func names(ofAuthors card: Card) -> String? {
    card.authors.isEmpty ? nil : card.authors.compactMap { name(of: $0) }.andList
  }

  func title(of activity: ActivityID) -> String {
    agenda[activity]?.plan.title ?? activity.rawValue
  }
}

extension Participant {
  /// `facilitator, FutureGov`.
  var described: String {
    role.rawValue + (organisation.map { ", \($0)" } ?? "")
      + (isPresent ? "" : ", not in the room")
  }
}

extension String {
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension Int {
  /// `1 card`, `2 cards`.
  func counted(_ one: String, _ many: String) -> String { "\(self) \(self == 1 ? one : many)" }
}
