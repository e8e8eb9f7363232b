import ExerciseProtocol
import OrderedCollections
package import Platform
package import SystemPackage
package import Workshop

/// The sessions of one folder.
package final class FileSessionLibrary: SessionLibrary {
  private let folder: SessionFolder
  private let origin: Origin
  private let patience: LockPatience

  /// - Parameters:
  ///   - origin: what tells this machine's events from others'.
  ///   - patience: how long is waited for whoever is writing.
  package init(folder: FilePath, origin: Origin, patience: LockPatience = .script) {
    self.folder = SessionFolder(path: folder)
    (self.origin, self.patience) = (origin, patience)
  }

  package var place: String { folder.path.string }

  package func list() throws(Problem) -> [Workshop.SessionListing] {
    do throws(StoreFailure) {
      return try folder.list().sorted { $0.modified > $1.modified }
        .map { .init(name: $0.name, modified: $0.modified, title: folder.title(of: $0.name)) }
    } catch {
      throw error.problem
    }
  }

  /// Refuses the name of a session that is not in the folder, and tells which are. For whoever
  /// needs the session's boxes or its journal, and does not open it.
  package static func requireSession(_ name: String, in folder: String) throws(Problem) {
    let names: [String]
    do throws(StoreFailure) {
      names = try SessionFolder(path: FilePath(folder)).list()
        .sorted { $0.modified > $1.modified }.map(\.name)
    } catch {
      throw error.problem
    }
    guard names.contains(where: { $0 == name }) else {
      throw .noSession(name, in: folder, among: names)
    }
  }

  package func create(_ name: String) throws(Problem) -> any SessionLog {
    let files: SessionFiles
    do throws(StoreFailure) {
      try SessionFolder.validate(name)
      files = try SessionFiles.create(name, in: folder.path, origin: origin, patience: patience)
    } catch {
      throw error.problem
    }
    do throws(Problem) {
      return try FileSessionLog(files, in: folder.path, patience: patience)
    } catch {
      files.discard()
      throw error
    }
  }

  package func open(_ name: String) throws(Problem) -> OpenedSession {
    let opened = try files(of: name)
    let snapshot = opened.files.takeOpenedSnapshot()
    let log = try FileSessionLog(opened.files, in: folder.path, patience: patience)
    var session: OpenedSession
    do throws(StoreFailure) {
      session = OpenedSession(
        log: log, events: try LoggedEvent.reading(opened.entries),
        states: states(in: opened.files, snapshot),
        notices: opened.report.wording(of: name).map { Problem($0.what, hint: $0.hint) })
    } catch {
      throw error.problem
    }
    let report = opened.report
    if opened.entries.isEmpty, !report.journalMissing, report.damage == nil, report.busy == nil {
      session.notices.append(.emptyJournal(of: name))
    }
    if opened.report.journalMissing, case .at(let head) = opened.report.snapshot {
      guard let known = Self.session(in: snapshot, "\(name).json") else {
        throw StoreFailure.nothingWhole(
          journal: "\(name).journal.jsonl", snapshot: "\(name).json", isDamaged: false
        ).problem
      }
      try restore(known, in: &session, after: head.seq)
    } else if let seq = opened.report.damage?.coveredUpTo {
      guard let known = Self.session(in: snapshot, "\(name).json") else {
        throw Problem(
          "\(name).journal.jsonl is damaged, and \(name).json, which would stand in for it, is "
            + "intact but can't be read by this version.",
          hint: "Open it with the newest charrette; or move \(name).json elsewhere, and what can "
            + "be read of the journal is shown.")
      }
      session.stand(in: known, at: seq)
      log.rescued = session.folded
    }
    return session
  }

  private func files(
    of name: String
  ) throws(Problem) -> (files: SessionFiles, entries: [JournalEntry], report: RecoveryReport) {
    do throws(StoreFailure) {
      let opened = try SessionFiles.open(name, in: folder.path, origin: origin, patience: patience)
      return (opened.files, opened.entries, opened.report)
    } catch {
      throw error.problem
    }
  }

  package func elsewhere(_ folder: String) -> any SessionLibrary {
    FileSessionLibrary(
      folder: FilePath(folder.expandingHome), origin: origin, patience: patience)
  }

  package func copy(_ log: any SessionLog, to name: String) throws(Problem) -> OpenedSession {
    guard let log = log as? FileSessionLog else {
      throw Problem("This session is not kept in files.")
    }
    let lost: [Int]
    do throws(StoreFailure) {
      lost = try log.files.saveAs(name, in: folder.path)
    } catch {
      throw error.problem
    }
    var copy = try open(name)
    if let rescued = log.rescued {
      // All that could be read of the history is in the copy; how it stands now comes after it.
      do throws(Problem) {
        try restore(rescued, in: &copy, after: copy.events.last?.sequence ?? 0)
      } catch {
        (copy.log as? FileSessionLog)?.files.withdraw()
        throw error
      }
    } else if !lost.isEmpty {
      copy.notices.insert(.lacking(lost, of: log.name), at: 0)
    }
    return copy
  }

  package func discard(_ log: any SessionLog) { (log as? FileSessionLog)?.files.discard() }

  /// Writes the snapshot's session into the new journal, which from then on is the truth again.
  private func restore(
    _ lost: Session, in session: inout OpenedSession, after head: Int
  ) throws(Problem) {
    switch try session.log.append(lost.asEvents, at: .now(), after: head) {
    case .done(let logged), .behind(let logged): session.events += logged
    }
  }

  /// The folded states that the snapshot holds. They are of use only where no event came after
  /// them: an undo since then would not be in them.
  ///
  /// Only the agenda is read for them: all of a large document takes as long as its journal.
  private func states(
    in files: SessionFiles, _ snapshot: [UInt8]?
  ) -> [ActivityID: ExerciseCheckpoint] {
    guard files.report.snapshot == .at(files.head), !files.report.journalMissing,
      files.report.damage == nil, let snapshot,
      let agenda = JSONValue(
        member: "agenda", ofSnapshot: snapshot, isWhole: files.report.isSnapshotProven),
      let states = try? SessionRecord.states(inAgenda: JSONReader(agenda, path: "agenda"))
    else { return [:] }
    return states
  }

  /// The session that a snapshot holds, where it can be read.
  private static func session(in snapshot: [UInt8]?, _ file: String) -> Session? {
    guard let snapshot, let document = try? JSONValue(parsing: snapshot),
      let record = try? SessionRecord(json: document, path: file)
    else { return nil }
    return record.session
  }
}

extension OpenedSession {
  /// Puts the session as an intact snapshot has it in the place of event `seq`, for which it
  /// stands: what is damaged in the journal before that is in it.
  fileprivate mutating func stand(in session: Session, at seq: Int) {
    let (before, after) = (events.filter { $0.sequence < seq }, events.filter { $0.sequence > seq })
    let at = events.last { $0.sequence <= seq }?.at ?? Timestamp(milliseconds: 0)
    let known = (before.last?.sequence ?? seq - 1) + 1
    // Numbers have no gaps: what is not in the journal any more stands in it without effect.
    let gap = (known..<seq).map {
      LoggedEvent(sequence: $0, id: "", at: at, step: $0, event: .unreadable)
    }
    let whole = LoggedEvent(sequence: seq, id: "", at: at, step: seq, event: .restored(session))
    events = before + gap + [whole] + after
  }

  fileprivate var folded: Session {
    var timeline = Timeline()
    timeline.append(events)
    return timeline.session
  }
}

extension Problem {
  fileprivate static func emptyJournal(of name: String) -> Problem {
    let (what, hint) = SessionInspection.Finding.journalEmpty.wording(of: name)
    return Problem(what, hint: hint)
  }

  fileprivate static func lacking(_ lost: [Int], of name: String) -> Problem {
    let words = lost.inWords
    let fate =
      lost.count == 1 ? "it keeps its number and has" : "they keep their numbers and have"
    return Problem(
      "The copy lacks \(words) of “\(name)”, which could not be read; "
        + "\(fate) no effect.",
      hint: "/log shows what came before and after; type again what is missing.")
  }
}

extension Session {
  /// The session as it stands, as the first step of a new journal: one event, or, where that would
  /// be longer than a line may be, one without the board and then its cards.
  fileprivate var asEvents: [Event] {
    let whole = Event.restored(self)
    if EventRecord(whole).json.serialized().count < JournalLine.lengthLimit / 2 { return [whole] }
    var withoutCards = self
    withoutCards.board = [:]
    return [.restored(withoutCards)] + board.values.map { .cardAdded($0) }
  }
}
