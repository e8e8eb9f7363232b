package import ExerciseProtocol
import OrderedCollections

/// What the facilitator keeps beside the exercises: no exercise is told of it.
///
/// A journal has it as one type of event, `aside`, so that a charrette of before it knows a newer
/// one's hand at once and opens the session for reading only.
package enum AsideEvent: Hashable, Sendable {
  /// Whom the session belongs to, with others of the same name; nil: to none.
  case series(String?)
  /// The agenda's time of day; nil: it has none any more.
  case starts(Schedule?)
  /// A note to oneself, never shown to the room.
  case noted(String, in: ActivityID?)
  /// What is to be come back to.
  case parked(String, by: ParticipantID?, in: ActivityID?)
  /// Who was drawn to speak next.
  case called(ParticipantID, in: ActivityID?)
  /// Who was drawn to work together.
  case grouped([[ParticipantID]])
  /// How awake the room is, from 1 to 5; without a name where none was given.
  case energy([Energy])

  package struct Energy: Hashable, Sendable {
    package var person: ParticipantID?
    package var level: Int

    package init(_ person: ParticipantID?, _ level: Int) {
      (self.person, self.level) = (person, level)
    }
  }
}

/// From when on the agenda runs.
package struct Schedule: Hashable, Sendable {
  /// Minutes after midnight, by the clock on the wall.
  package var minute: Int
  /// The activity that begins then; the first of the agenda where it is not there any more.
  package var from: ActivityID?

  package init(minute: Int, from: ActivityID?) { (self.minute, self.from) = (minute, from) }
}

/// One of them, with its time.
package struct Aside: Hashable, Sendable {
  package var event: AsideEvent
  package var at: Timestamp

  package init(_ event: AsideEvent, at: Timestamp) { (self.event, self.at) = (event, at) }
}

extension AsideEvent {
  /// The people that it speaks of.
  var people: [ParticipantID] {
    switch self {
    case .parked(_, let person, _): [person].compactMap(\.self)
    case .called(let person, _): [person]
    case .grouped(let groups): groups.flatMap(\.self)
    case .energy(let levels): levels.compactMap(\.person)
    case .series, .starts, .noted: []
    }
  }

  /// In one line, for whoever may read over a shoulder: a note's words are not in it.
  func line(in session: Session) -> String {
    func names(_ ids: [ParticipantID]) -> String { ids.compactMap { session.name(of: $0) }.andList }
    return switch self {
    case .series(let name):
      name.map { "The session is of the series “\($0)”" } ?? "It has no series"
    case .starts(let schedule):
      schedule.map { "The agenda starts at \($0.minute.timeOfDay)" } ?? "The agenda has no start"
    case .noted: "A note was kept"
    case .parked(let text, let person, _):
      "Parked: \(text)" + (session.name(of: person).map { " (\($0))" } ?? "")
    case .called(let person, _): "Next speaks \(names([person]))"
    case .grouped(let groups): "\(groups.count.counted("group", "groups")) drawn"
    case .energy(let levels): "\(levels.count.counted("answer", "answers")) on the room's energy"
    }
  }
}

extension Int {
  /// Minutes after midnight as `09:30`; past midnight it begins anew.
  package var timeOfDay: String {
    let minutes = ((self % 1440) + 1440) % 1440
    let (hour, rest) = (minutes / 60, minutes % 60)
    return "\(hour < 10 ? "0" : "")\(hour):\(rest < 10 ? "0" : "")\(rest)"
  }
}

extension Session {
  mutating func keep(_ event: AsideEvent, at: Timestamp) {
    switch event {
    // Of these only the last counts.
    case .series: asides.removeAll { if case .series = $0.event { true } else { false } }
    case .starts: asides.removeAll { if case .starts = $0.event { true } else { false } }
    default: break
    }
    asides.append(Aside(event, at: at))
  }

  /// Whom it belongs to, as it was said.
  package var series: String? {
    asides.lazy.compactMap { if case .series(let name) = $0.event { name } else { nil } }.first
  }

  package var schedule: Schedule? {
    asides.lazy.compactMap { if case .starts(let start) = $0.event { start } else { nil } }.first
  }

  /// Everybody whom something can be asked of: the participants, or the whole roster where it has
  /// none.
  var voices: [Participant] {
    let voices = present.filter { $0.role == .participant }
    return voices.isEmpty ? present : voices
  }
}
