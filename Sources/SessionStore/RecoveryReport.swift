package import Platform

/// What was found when a session was opened, and while it stayed open: everything that a person
/// should hear of. An untroubled session leaves it empty.
package struct RecoveryReport: Hashable, Sendable {
  package var snapshot = SnapshotFinding.missing
  /// The journal was not there or held nothing, but there is a snapshot: read it, append one event
  /// that says so, and go on. That event's number follows the snapshot's.
  package var journalMissing = false
  /// Steps that were never acknowledged, cut from the journal's end and kept.
  package var setAside: [SetAside] = []
  /// The last line had lost its newline alone and was given it.
  package var newlineAdded = false
  /// How many empty bytes stood there in its place.
  package var emptyBytes = 0
  package var damage: JournalDamage?
  /// Whether the snapshot carries a digest that holds. One of an earlier version carries none.
  package var isSnapshotProven = false
  /// What the snapshot is called now that was damaged or another session's; nil where it stayed.
  package var snapshotAside: String?
  /// The file that a newer version wrote, in a format that this one does not know.
  package var newerFormat: String?
  /// Who kept the lock while the session was opened: what stands after the last whole step was not
  /// looked at.
  package var busy: LockHolder?

  package init(
    snapshot: SnapshotFinding = .missing, journalMissing: Bool = false, setAside: [SetAside] = [],
    newlineAdded: Bool = false, damage: JournalDamage? = nil, snapshotAside: String? = nil
  ) {
    self.snapshotAside = snapshotAside
    self.snapshot = snapshot
    self.journalMissing = journalMissing
    self.setAside = setAside
    self.newlineAdded = newlineAdded
    self.damage = damage
  }

  package struct SetAside: Hashable, Sendable {
    /// The name of the file that holds them now.
    package var file: String
    package var byteCount: Int

    package init(file: String, byteCount: Int) {
      self.file = file
      self.byteCount = byteCount
    }
  }

  package enum SnapshotFinding: Hashable, Sendable {
    case missing
    /// Its digest does not hold, or it is no JSON object that names its place in the journal; the
    /// journal tells all.
    case unreadable
    /// Its id is not the one that the journal's first event names.
    case ofAnotherSession
    /// A later version wrote it, in a format that this one does not know.
    case newer
    /// It stands for the session up to this event.
    case at(JournalHead)
  }
}

/// What was found while a session was open, and is to be told at the next opportunity.
package enum Finding: Hashable, Sendable {
  case stepSetAside(RecoveryReport.SetAside)
  /// The last line had lost its newline and was given it; so many empty bytes stood there.
  case newlineAdded(emptyBytes: Int)
  /// A snapshot that was damaged, or another session's (`isOthers`), was given this name.
  case snapshotSetAside(isOthers: Bool, file: String)
}
