package import Platform
package import SystemPackage

/// Why the store did not do what it was asked: facts only. ``wording`` says them to a person.
package enum StoreFailure: Error, Hashable, Sendable {
  case invalidName(String, NameProblem)
  /// A session of that name is there; nothing of it was touched.
  case alreadyExists(name: String)
  case notFound(name: String)
  /// Nothing was written, or what was written has been taken back.
  case notSaved(Errno, file: String)
  /// The disk would not confirm a write: it may or may not be there after a power cut. The handle
  /// is read-only from now on, because asking again could be answered with a false yes.
  case outcomeUnknown(Errno, file: String)
  /// Somebody else has the lock and did not let go in time. Nothing was written.
  case busy(LockHolder, file: String)
  case damaged(JournalDamage)
  /// Something that knows no lock changed the journal while it was open here. `held` lines are
  /// still held here.
  case changedFromOutside(JournalDamage, held: Int)
  /// The journal was moved or removed while it was open here.
  case journalGone(file: String, held: Int)
  /// What has the lock's name is no plain file, so that nobody can take turns with it.
  case lockUnusable(Errno, file: String)
  /// A file of ours is removed or replaced again and again, so that it can't be locked.
  case keepsLosingName(file: String)
  /// The snapshot could not be written; the journal is none the worse for it.
  case snapshotNotWritten(Errno, file: String)
  /// A version wrote it whose format this one does not know. It can be read, not written.
  case newerFormat(file: String)
  /// There is no event in the journal, and a version wrote the snapshot whose format this one does
  /// not know. Nothing was opened.
  case newerAlone(journal: String, snapshot: String)
  /// There is no event in the journal, and the snapshot can't be believed: nothing can be opened
  /// without writing over the last copy.
  case nothingWhole(journal: String, snapshot: String, isDamaged: Bool)
  /// The session could not be opened, because something that is needed for that could not be done
  /// with this file. Nothing was changed.
  case notOpened(Errno, file: String)
  /// A file or the folder could not be opened or read.
  case unreadable(Errno, file: String)
  /// The session can be read here, but not written.
  case notWritable(Errno, file: String)
  /// The draft could not have been read again, so nothing was written.
  case draftRefused(DraftProblem)
  case noSuchEvent(seq: Int)
  /// The line is whole, but this version does not know what it says.
  case unreadableEvent(seq: Int, reason: String)

  package enum NameProblem: Hashable, Sendable {
    case empty
    /// More than 100 bytes of UTF-8.
    case tooLong
    /// The file would be hidden.
    case leadingDot
    /// A space at the beginning or the end cannot be seen.
    case outerSpace
    case forbidden(Character)
  }

  package enum DraftProblem: Hashable, Sendable {
    case notOneLineOfJSON
    case tooLong
    /// Outside the years 0000 to 9999.
    case timeOutOfRange
  }
}

extension StoreFailure {
  static func nothingWhole(_ names: SessionFileNames, _ snapshot: SnapshotDocument) -> StoreFailure
  {
    .nothingWhole(
      journal: names.journal, snapshot: names.snapshot, isDamaged: snapshot.seal == .broken)
  }
}
