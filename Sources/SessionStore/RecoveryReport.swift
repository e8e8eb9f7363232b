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
  package var damage: JournalDamage?

  package init(
    snapshot: SnapshotFinding = .missing, journalMissing: Bool = false, setAside: [SetAside] = [],
    newlineAdded: Bool = false, damage: JournalDamage? = nil
  ) {
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
    /// It is no JSON object that names its place in the journal; the journal tells all.
    case unreadable
    /// It stands for the session up to this event.
    case at(JournalHead)
  }
}
