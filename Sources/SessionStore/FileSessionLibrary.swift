import ExerciseProtocol
import OrderedCollections
package import SystemPackage
package import Workshop

/// The sessions of one folder.
package final class FileSessionLibrary: SessionLibrary {
  private let folder: SessionFolder
  private let origin: Origin

  /// - Parameter origin: what tells this machine's events from others'.
  package init(folder: FilePath, origin: Origin) {
    self.folder = SessionFolder(path: folder)
    self.origin = origin
  }

  package var place: String { folder.path.string }

  package func list() throws(Problem) -> [Workshop.SessionListing] {
    do throws(StoreFailure) {
      return try folder.list().sorted { $0.modified > $1.modified }
        .map { .init(name: $0.name, modified: $0.modified) }
    } catch {
      throw error.problem
    }
  }

  package func create(_ name: String) throws(Problem) -> any SessionLog {
    let files: SessionFiles
    do throws(StoreFailure) {
      try SessionFolder.validate(name)
      files = try SessionFiles.create(name, in: folder.path, origin: origin)
    } catch {
      throw error.problem
    }
    return try FileSessionLog(files, in: folder.path)
  }

  package func open(_ name: String) throws(Problem) -> OpenedSession {
    var session: OpenedSession
    var lost: (session: Session, head: Int)?
    let opened = try files(of: name)
    let log = try FileSessionLog(opened.files, in: folder.path)
    do throws(StoreFailure) {
      if opened.report.journalMissing, case .at(let head) = opened.report.snapshot,
        let known = try snapshotSession(opened.files)
      {
        lost = (known, head.seq)
      }
      session = OpenedSession(
        log: log, events: try LoggedEvent.reading(opened.entries),
        states: try states(in: opened.files),
        notices: opened.report.wording(of: name).map { Problem($0.what, hint: $0.hint) })
    } catch {
      throw error.problem
    }
    if let lost { try restore(lost.session, in: &session, after: lost.head) }
    return session
  }

  private func files(
    of name: String
  ) throws(Problem) -> (files: SessionFiles, entries: [JournalEntry], report: RecoveryReport) {
    do throws(StoreFailure) {
      let opened = try SessionFiles.open(name, in: folder.path, origin: origin)
      return (opened.files, opened.entries, opened.report)
    } catch {
      throw error.problem
    }
  }

  package func elsewhere(_ folder: String) -> any SessionLibrary {
    FileSessionLibrary(folder: FilePath(folder.expandingHome), origin: origin)
  }

  package func copy(_ log: any SessionLog, to name: String) throws(Problem) -> OpenedSession {
    guard let log = log as? FileSessionLog else {
      throw Problem("This session is not kept in files.")
    }
    do throws(StoreFailure) {
      try log.files.saveAs(name, in: folder.path)
    } catch {
      throw error.problem
    }
    return try open(name)
  }

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
    in files: SessionFiles
  ) throws(StoreFailure) -> [ActivityID: ExerciseCheckpoint] {
    guard files.report.snapshot == .at(files.head), !files.report.journalMissing,
      let bytes = try files.readSnapshot(),
      let agenda = JSONValue(member: "agenda", ofSnapshot: bytes),
      let states = try? SessionRecord.states(inAgenda: JSONReader(agenda, path: "agenda"))
    else { return [:] }
    return states
  }

  /// The session that the snapshot holds, where it can be read.
  private func snapshotSession(_ files: SessionFiles) throws(StoreFailure) -> Session? {
    guard let bytes = try files.readSnapshot(), let document = try? JSONValue(parsing: bytes),
      let record = try? SessionRecord(json: document, path: "\(files.name).json")
    else { return nil }
    return record.session
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
