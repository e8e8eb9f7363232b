package import ExerciseProtocol
internal import Hashing
import Platform
import SystemPackage
package import Workshop

/// A session's journal on files, as the workshop knows it: domain events in and out, records in
/// between.
package final class FileSessionLog: SessionLog {
  package let files: SessionFiles
  package let boxes: any BallotBoxes
  package let wall: any WallChannel
  /// Up to where events have been handed out. Behind `files.head` where one could not be read: then
  /// nothing may be decided upon a session that lacks it.
  private var known: JournalHead
  /// The session as it was read, where its journal is damaged and an intact snapshot stood in.
  var rescued: Session?
  /// Whether somebody was told why nothing can be added any more.
  private var toldReadOnly = false

  /// - Parameter folder: where the session's files are.
  init(_ files: SessionFiles, in folder: FilePath, patience: LockPatience) throws(Problem) {
    self.files = files
    boxes = try FileBallotBoxes(session: files.name, in: folder, patience: patience)
    wall = FileWallChannel(session: files.name, in: folder)
    known = files.head
  }

  package var name: String { files.name }

  package var journalBytes: Int { files.end }

  package var readOnly: Problem? { files.isReadOnly?.problem }

  package var changes: Int32? { files.changes?.rawValue }

  package func append(
    _ events: [Event], at: Timestamp, after head: Int
  ) throws(Problem) -> Appended {
    do throws(StoreFailure) {
      let drafts = events.map { EventDraft(payload: EventRecord($0).json.serialized(), at: at) }
      switch try files.append(drafts, after: known) {
      case .appended(let entries):
        known = files.head
        // What we have just written we need not read again.
        return .done(zip(entries, events).map { LoggedEvent($0, $1) })
      case .behind(let entries): return .behind(try read(entries))
      }
    } catch {
      throw error.problem
    }
  }

  package func catchUp() throws(Problem) -> [LoggedEvent] {
    // Told once, when it is found: not with every notice of a sync tool that goes on writing.
    if files.isReadOnly != nil, toldReadOnly { return [] }
    defer { toldReadOnly = files.isReadOnly != nil }
    do throws(StoreFailure) {
      files.drainChanges()
      if known == files.head, let entries = try files.peek() { return try read(entries) }
      // With nothing to append: also what was read before and could not be understood.
      guard case .behind(let entries) = try files.append([], after: known, waiting: .moment) else {
        return []
      }
      return try read(entries)
    } catch {
      // Nothing was asked for, so nothing is refused: whoever writes wakes us when it goes on.
      if case .busy = error { return [] }
      throw error.problem
    }
  }

  private func read(_ entries: [JournalEntry]) throws(StoreFailure) -> [LoggedEvent] {
    let events = try LoggedEvent.reading(entries)
    known = files.head
    return events
  }

  package func takeNotices() -> [Problem] {
    defer { files.findings = [] }
    return files.findings.map { finding in
      let (what, hint) = finding.wording(of: name)
      return Problem(what, hint: hint)
    }
  }

  package func writeSnapshot(
    _ timeline: Timeline, states: [ActivityID: ExerciseCheckpoint]
  ) throws(Problem) -> Bool {
    // Others may have been quicker: then the head on disk is not the one this document stands for.
    guard timeline.head == files.head.seq else { return true }
    let session: JSONValue = SessionRecord(timeline.session, states: states).json
    guard case .object(let members) = session else { return true }
    let document = JSONValue.object(
      [
        .init("charrette", 1), .init("digest", .string(SnapshotSeal.blank)),
        .init(
          "journal",
          [
            "seq": .integer(files.head.seq), "hash": .string(files.head.hash.description),
          ]),
      ] + members)
    var bytes = document.serialized(.indented) + [UInt8(ascii: "\n")]
    SnapshotSeal.close(&bytes)
    do throws(StoreFailure) {
      try files.writeSnapshot(bytes)
      return true
    } catch {
      if case .busy = error { return false }
      throw error.problem
    }
  }
}

extension LoggedEvent {
  init(_ entry: JournalEntry, _ event: Event) {
    self.init(
      sequence: entry.seq, id: entry.id.description, at: entry.at, step: entry.step, event: event)
  }

  /// Reads entries of the journal. One that was erased or lost keeps its number, without effect.
  static func reading(_ entries: [JournalEntry]) throws(StoreFailure) -> [LoggedEvent] {
    var events: [LoggedEvent] = []
    events.reserveCapacity(entries.count)
    for entry in entries { events.append(LoggedEvent(entry, try Event(entry))) }
    return events
  }
}

extension Event {
  fileprivate init(_ entry: JournalEntry) throws(StoreFailure) {
    guard let payload = entry.payload else {
      self = entry.isLost ? .unreadable : .erased
      return
    }
    do {
      self = try EventRecord(json: JSONValue(parsing: payload), path: "event \(entry.seq)").event
    } catch {
      throw .unreadableEvent(seq: entry.seq, reason: error.words)
    }
  }
}

extension StoreFailure {
  var problem: Problem {
    let (what, hint) = wording
    return Problem(what, hint: hint)
  }
}

extension Error {
  /// What is wrong with a record, for the one who has to find it in a file.
  var words: String {
    switch self {
    case let error as JSONShapeError: error.reason
    case let error as JSONSyntaxError: error.reason
    default: "\(self)"
    }
  }
}
