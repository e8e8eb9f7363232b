internal import Glibc
internal import Platform
internal import SystemPackage

/// The file that hosts lock to take turns on a session, as it was last opened.
///
/// A lock is of a file, not of its name: where somebody removed the file, the next host makes
/// another one, and each would think that it is alone.
final class SessionLock {
  fileprivate(set) var file: OpenFile

  init(_ file: OpenFile) { self.file = file }
}

extension SessionPlace {
  /// How often a file is opened anew because it lost its name, before that is told.
  static let attempts = 64

  /// Locks the file that has the lock's name now.
  func lock(_ lock: SessionLock, waiting patience: LockPatience? = nil) throws(StoreFailure) {
    for _ in 0..<Self.attempts {
      try wait(for: lock.file, waiting: patience)
      if hasName(names.lock, lock.file) { return }
      unlock(lock.file)
      do throws(Errno) {
        lock.file = try openLock()
      } catch {
        throw lockFailure(error)
      }
    }
    throw .keepsLosingName(file: names.lock)
  }

  /// Waits until nobody else has `file` locked, and locks it.
  ///
  /// - Throws: ``StoreFailure/busy(_:file:)`` where somebody does not let go in time.
  func wait(for file: OpenFile, waiting patience: LockPatience? = nil) throws(StoreFailure) {
    do throws(LockFault) {
      try FileLock.take(file, calls, patience ?? self.patience)
    } catch {
      throw StoreFailure(error, file: names.lock)
    }
  }

  func unlock(_ file: OpenFile) { FileLock.release(file, calls) }

  /// Whether `file` is what is called `name` now.
  private func hasName(_ name: String, _ file: OpenFile) -> Bool {
    guard let mine = try? file.status(), let now = try? folder.status(of: name) else {
      return false
    }
    return mine.isSameFile(as: now)
  }
}

extension SessionFiles {
  /// Does `body` while no other handle, here or in another process, changes the session.
  ///
  /// The journal itself is locked too: a lock file that is removed while somebody holds it would
  /// let the next host in, to the very same journal.
  func locked<Result>(
    waiting patience: LockPatience? = nil, _ body: () throws(StoreFailure) -> Result
  ) throws(StoreFailure) -> Result {
    guard place.lockFile != nil else { return try body() }
    return try place.locked(waiting: patience) { () throws(StoreFailure) in
      try place.wait(for: journal, waiting: patience)
      // Which file that is may have changed by then; one that nobody has open is not locked.
      defer { place.unlock(journal) }
      return try body()
    }
  }

  /// Locks the file that has the journal's name, opened anew where that is another one by now.
  func lockNamedJournal() throws(StoreFailure) {
    let name = place.names.journal
    for _ in 0..<SessionPlace.attempts {
      // Whoever only reads needs none, and could not get one on every file system.
      if place.lockFile != nil, isReadOnly == nil { try place.wait(for: journal) }
      let now = try statusNow()
      if now.isSameFile(as: identity) { return }
      place.unlock(journal)
      do throws(Errno) {
        journal = try place.open(name, isReadOnly == nil ? O_RDWR | O_APPEND : O_RDONLY)
        identity = try journal.status()
      } catch {
        throw .unreadable(error, file: name)
      }
      watch?.follow(journal)
    }
    throw .keepsLosingName(file: name)
  }
}
