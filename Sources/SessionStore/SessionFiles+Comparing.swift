internal import SystemPackage

/// What the snapshot says of the journal beside it, and the journal of the snapshot.
extension SessionFiles {
  /// Holds what was read of the journal against the snapshot.
  ///
  /// A snapshot of another session says nothing of this one. One that knows more than the journal
  /// means damage; and where its digest holds, the session can be read from it.
  func compare(_ scan: JournalScan, with snapshot: SnapshotDocument?) {
    session = scan.entries.first?.payload.flatMap { SessionIdentity($0) }?.session
    let isThere = place.status(of: place.names.snapshot) != nil
    report.snapshot = snapshot?.finding ?? (isThere ? .unreadable : .missing)
    report.isSnapshotProven = snapshot?.seal == .holds
    guard let snapshot, let known = snapshot.head else { return }
    if let session, let other = snapshot.session, other != session {
      report.snapshot = .ofAnotherSession
      return
    }
    openedSnapshot = snapshot.bytes
    let contradiction = scan.entries.isEmpty ? nil : contradiction(of: known, in: scan)
    if report.damage == nil { report.damage = contradiction }
    guard var damage = report.damage, report.isSnapshotProven, !damage.isOnlyText else { return }
    if case .otherHistory? = contradiction?.problem { return }
    let before = damage.readable > 0 ? scan.entries[damage.readable - 1].seq : 0
    let isWhole = scan.damage != nil && scan.lost.isEmpty && !scan.isCutShort
    guard known.seq > before, !isWhole else { return }
    damage.coveredUpTo = known.seq
    damage.lost.removeAll { $0 <= known.seq }
    damage.readableAfter = scan.entries.count { $0.seq > known.seq } - damage.lost.count
    report.damage = damage
  }

  /// Keeps the hands off what a newer version wrote.
  func checkFormat(_ scan: JournalScan, _ snapshot: SnapshotDocument?) {
    let identity = scan.entries.first?.payload.flatMap { SessionIdentity($0) }
    if let identity, identity.format > 1 {
      report.newerFormat = place.names.journal
    } else if let snapshot, snapshot.isNewer {
      report.newerFormat = place.names.snapshot
    }
    if let file = report.newerFormat { isReadOnly = .newerFormat(file: file) }
  }
}

extension JournalScan {
  /// Whether there is more after what could be read.
  var isCutShort: Bool {
    if case .damaged = ending { true } else { false }
  }
}
