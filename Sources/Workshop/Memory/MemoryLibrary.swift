package import ExerciseProtocol

/// Sessions that lie in memory. Several logs may hold one of them, as several terminals may.
package final class MemoryLibrary: SessionLibrary {
  package private(set) var journals: [String: MemoryJournal] = [:]
  private var order: [String] = []

  package init() {}

  package let place = "memory"

  package func list() throws(Problem) -> [SessionListing] {
    order.reversed().map { name in
      var title: String?
      if case .created(_, let told)? = journals[name]?.events.first?.event { title = told }
      return .init(name: name, modified: Timestamp(milliseconds: 0), title: title)
    }
  }

  package func create(_ name: String) throws(Problem) -> any SessionLog {
    guard journals[name] == nil else { throw Problem("There is a session “\(name)” already.") }
    let journal = MemoryJournal(name)
    journals[name] = journal
    order.append(name)
    return MemoryLog(name, journal)
  }

  package func open(_ name: String) throws(Problem) -> OpenedSession {
    guard let journal = journals[name] else { throw Problem("There is no session “\(name)”.") }
    return OpenedSession(
      log: MemoryLog(name, journal), events: journal.events, states: journal.currentStates)
  }

  package func discard(_ log: any SessionLog) {
    guard journals[log.name]?.events.isEmpty == true else { return }
    journals[log.name] = nil
    order.removeAll { $0 == log.name }
  }

  package func elsewhere(_ folder: String) -> any SessionLibrary { self }

  package func copy(_ log: any SessionLog, to name: String) throws(Problem) -> OpenedSession {
    _ = try create(name)
    journals[name]?.events = journals[log.name]?.events ?? []
    return try open(name)
  }
}

/// What is true of one session, whoever holds it.
package final class MemoryJournal {
  package var events: [LoggedEvent] = []
  package let boxes: MemoryBallotBoxes
  package let wall = MemoryWallChannel()

  init(_ session: String) { boxes = MemoryBallotBoxes(session: session) }

  /// The last snapshot and the folded states in it.
  package var snapshot: (timeline: Timeline, states: [ActivityID: ExerciseCheckpoint])?
  /// Why nothing can be added.
  package var readOnly: Problem?
  /// How long it would be on a disk.
  package var bytes = 0
  /// What the next terminal that asks is told.
  package var notices: [Problem] = []

  fileprivate var currentStates: [ActivityID: ExerciseCheckpoint] {
    guard let snapshot, snapshot.timeline.head == events.last?.sequence else { return [:] }
    return snapshot.states
  }
}

/// One terminal's hold on a journal.
package final class MemoryLog: SessionLog {
  package let name: String
  package let changes: Int32? = nil
  package var boxes: any BallotBoxes { journal.boxes }
  package var wall: any WallChannel { journal.wall }
  private let journal: MemoryJournal
  private var seen: Int

  init(_ name: String, _ journal: MemoryJournal) {
    (self.name, self.journal, seen) = (name, journal, journal.events.count)
  }

  package var readOnly: Problem? { journal.readOnly }
  package var journalBytes: Int { journal.bytes }

  package func append(
    _ events: [Event], at: Timestamp, after head: Int
  ) throws(Problem) -> Appended {
    guard journal.events.count == head else { return .behind(news()) }
    let logged = events.enumerated().map { offset, event in
      LoggedEvent(
        sequence: head + 1 + offset, id: "e\(head + 1 + offset)", at: at, step: head + 1,
        event: event)
    }
    journal.events += logged
    seen = journal.events.count
    return .done(logged)
  }

  package func catchUp() throws(Problem) -> [LoggedEvent] { news() }

  package func takeNotices() -> [Problem] {
    defer { journal.notices = [] }
    return journal.notices
  }

  package func writeSnapshot(
    _ timeline: Timeline, states: [ActivityID: ExerciseCheckpoint]
  ) throws(Problem) -> Bool {
    journal.snapshot = (timeline, states)
    return true
  }

  private func news() -> [LoggedEvent] {
    defer { seen = journal.events.count }
    return Array(journal.events[seen...])
  }
}
