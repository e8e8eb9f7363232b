internal import Glibc
package import Platform
package import SystemPackage

/// The files of one session, held open: the journal that is the truth, and its snapshot.
///
/// Several handles, in one process or in many, may hold the same session. Every change happens
/// under one lock, in this order: lock, read and verify what others appended, write, sync, unlock.
/// Knows nothing of what the events mean. Used from one thread.
package final class SessionFiles {
  let place: SessionPlace
  let origin: Origin
  /// The journal as last opened. Another handle can put a new file in its place; see ``refresh()``.
  var journal: OpenFile
  var identity: OpenFile.Status
  /// Where in the journal the last whole step that was read ends.
  var end = 0
  /// How many lines end there.
  var lines = 0
  /// All of it up to there.
  var held = HeldJournal()
  /// Whether what is held has damage in it, which a copy must be without.
  var isHeldDamaged = false
  /// How the journal was when it held just that; nil where that is not known.
  var seen: OpenFile.Status?
  /// Whether something happened to the journal that ``refresh()`` has not looked into yet.
  var mustCompare = false
  var writer = JournalLineWriter()
  let watch = JournalWatch()
  /// What was read without the lock, while the session is being opened.
  var ahead: JournalAhead?

  /// The position after the last event that this handle has given out or appended.
  package internal(set) var head = JournalHead.start
  /// All that was found amiss since the session was opened.
  package internal(set) var report = RecoveryReport()
  /// Why nothing can be written through this handle, nil where all is well. Events up to ``head``
  /// can still be saved under another name.
  package internal(set) var isReadOnly: StoreFailure?

  /// The id of the session that the journal is of; nil where its first event does not say.
  var session: String?
  /// What was found since the session was opened and nobody was told yet.
  var findings: [Finding] = []
  /// The snapshot as it was when it was last read or written here; nil where that is not known.
  var snapshotSeen: OpenFile.Status?
  /// The snapshot's bytes, kept from the opening for whoever opens the session.
  var openedSnapshot: [UInt8]?

  package var name: String { place.names.session }

  /// A session that was opened: its events from the first one on, and what was found amiss.
  package typealias Opened = (
    files: SessionFiles, entries: [JournalEntry], report: RecoveryReport
  )

  init(place: SessionPlace, origin: Origin, journal: OpenFile) throws(Errno) {
    self.place = place
    self.origin = origin
    self.journal = journal
    identity = try journal.status()
    watch?.follow(journal)
  }

  /// Begins a session where there is none of that name. `folder` is made where it is missing.
  package static func create(
    _ name: String, in folder: FilePath, origin: Origin,
    calls: any FileSystemCalls = SystemCalls(), patience: LockPatience = .script
  ) throws(StoreFailure) -> SessionFiles {
    let place = try SessionPlace(name, in: folder, isNew: true, calls: calls, patience: patience)
    return try place.begin { () throws(StoreFailure) in
      try SessionFiles(creatingIn: place, origin)
    }
  }

  /// Opens a session that has a journal or a snapshot, and reads and verifies all of it.
  ///
  /// What was never acknowledged is set aside. What is damaged is named and left as it is: the
  /// handle is then read-only, and `entries` holds the events before the damage.
  ///
  /// Where somebody else does not let go of the lock it is opened all the same, up to the last
  /// whole step: ``RecoveryReport/busy`` names them, and an append tries again.
  package static func open(
    _ name: String, in folder: FilePath, origin: Origin,
    calls: any FileSystemCalls = SystemCalls(), patience: LockPatience = .script
  ) throws(StoreFailure) -> Opened {
    do throws(StoreFailure) {
      let place = try SessionPlace(name, in: folder, isNew: false, calls: calls, patience: patience)
      return try open(in: place, origin)
    } catch {
      // Nothing was typed yet that could have been saved.
      guard case .notSaved(let cause, let file) = error else { throw error }
      throw .notOpened(cause, file: file)
    }
  }

  private static func open(
    in place: SessionPlace, _ origin: Origin
  ) throws(StoreFailure) -> Opened {
    let ahead = JournalAhead(in: place)
    do throws(StoreFailure) {
      return try place.locked { () throws(StoreFailure) in
        try open(in: place, origin, ahead, isLocked: true)
      }
    } catch {
      guard case .busy(let holder, _) = error, ahead != nil else { throw error }
      var opened = try open(in: place, origin, ahead, isLocked: false)
      opened.files.report.busy = holder
      opened.report.busy = holder
      return opened
    }
  }

  private static func open(
    in place: SessionPlace, _ origin: Origin, _ ahead: JournalAhead?, isLocked: Bool
  ) throws(StoreFailure) -> Opened {
    let files = try SessionFiles(openingIn: place, origin)
    files.ahead = ahead
    defer { files.ahead = nil }
    if isLocked { try files.lockNamedJournal() }
    defer { if isLocked { place.unlock(files.journal) } }
    let entries = try files.load(isLocked: isLocked)
    return (files, entries, files.report)
  }

  private convenience init(creatingIn place: SessionPlace, _ origin: Origin) throws(StoreFailure) {
    let name = place.names.journal
    do throws(Errno) {
      let file = try place.open(name, O_RDWR | O_APPEND | O_CREAT | O_EXCL)
      try self.init(place: place, origin: origin, journal: file)
    } catch {
      throw .notSaved(error, file: name)
    }
    try place.syncFolder(for: name)
  }

  private convenience init(openingIn place: SessionPlace, _ origin: Origin) throws(StoreFailure) {
    let name = place.names.journal
    guard try place.exists(name) else {
      // Nothing is begun anew over the last copy, where that can't be believed.
      try place.requireWhole(try place.readSnapshot())
      try self.init(creatingIn: place, origin)
      return
    }
    do throws(Errno) {
      try self.init(place: place, origin: origin, journal: try place.open(name, O_RDWR | O_APPEND))
      if place.lockFile == nil {
        isReadOnly = .notWritable(place.lockDenial ?? .permissionDenied, file: place.names.lock)
      }
    } catch {
      guard error.deniesWriting else { throw .unreadable(error, file: name) }
      try self.init(readingIn: place, origin, because: error)
    }
  }

  private convenience init(
    readingIn place: SessionPlace, _ origin: Origin, because denial: Errno
  ) throws(StoreFailure) {
    let name = place.names.journal
    do throws(Errno) {
      try self.init(place: place, origin: origin, journal: try place.open(name, O_RDONLY))
    } catch {
      throw .unreadable(error, file: name)
    }
    isReadOnly = .notWritable(denial, file: name)
  }
}
