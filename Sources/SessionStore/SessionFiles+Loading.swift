internal import Glibc
internal import SystemPackage

extension SessionFiles {
  /// Reads all there is, under the lock, and holds it against the snapshot.
  func load() throws(StoreFailure) -> [JournalEntry] {
    let scan = JournalScan(try bytes(0, identity.size), after: .start)
    report.snapshot = snapshotFinding()
    var known: JournalHead?
    if case .at(let head) = report.snapshot { known = head }
    let damage =
      damage(in: scan)
      ?? known.flatMap {
        scan.entries.isEmpty ? nil : contradiction(of: $0, in: scan)
      }
    if let damage { found(damage) }
    take(scan)
    if damage == nil && isReadOnly == nil {
      do throws(StoreFailure) { try settle(scan.ending) } catch { isReadOnly = error }
    }
    if scan.entries.isEmpty && damage == nil && report.snapshot != .missing {
      report.journalMissing = known != .start
      head = JournalHead(seq: known?.seq ?? 0, hash: .zero)
    }
    return scan.entries
  }

  private func snapshotFinding() -> RecoveryReport.SnapshotFinding {
    do throws(StoreFailure) {
      guard let snapshot = try readSnapshot() else { return .missing }
      return JournalHead(inSnapshot: snapshot).map { .at($0) } ?? .unreadable
    } catch {
      return .unreadable
    }
  }

  /// Moves this handle's position to the end of `scan`.
  func take(_ scan: JournalScan) {
    if !scan.entries.isEmpty { head = scan.head }
    end += scan.end
    lines += scan.lines
  }

  /// The journal's bytes from `start` to `end`.
  func bytes(_ start: Int, _ end: Int) throws(StoreFailure) -> [UInt8] {
    do throws(Errno) {
      return try journal.bytes(start, end)
    } catch {
      throw .unreadable(error, file: place.names.journal)
    }
  }

  func found(_ damage: JournalDamage) {
    report.damage = damage
    isReadOnly = .damaged(damage)
  }

  /// The damage that `scan`, of bytes that begin where this handle stands, came upon.
  func damage(in scan: JournalScan) -> JournalDamage? {
    guard case .damaged(let line, let problem) = scan.ending else { return nil }
    return damage(problem, line: lines + line, readable: lines + scan.lines)
  }

  func damage(_ problem: JournalDamage.Problem, line: Int, readable: Int) -> JournalDamage {
    JournalDamage(file: place.names.journal, line: line, problem: problem, readable: readable)
  }

  /// What tells that a whole journal is not the one in which `known` was a position: lines can go
  /// missing at the end without a trace in the chain.
  func contradiction(of known: JournalHead, in scan: JournalScan) -> JournalDamage? {
    guard let first = scan.entries.first, known.seq <= scan.head.seq else {
      if known.hash == .zero { return nil }
      return damage(
        .linesMissing(upTo: known.seq), line: scan.lines + 1, readable: scan.lines)
    }
    // A journal that was begun anew after a loss follows the snapshot's event, but not its hash.
    let index = known.seq - first.seq
    guard index >= 0, scan.entries[index].hash != known.hash else { return nil }
    return damage(.otherHistory(seq: known.seq), line: index + 1, readable: scan.lines)
  }

  /// Puts the journal's end in order, where a crash left it in the middle of a step.
  func settle(_ ending: JournalScan.Ending) throws(StoreFailure) {
    switch ending {
    case .clean, .damaged: return
    case .newlineMissing: try addNewline()
    case .unfinishedStep: try setUnfinishedStepAside()
    }
  }

  private func addNewline() throws(StoreFailure) {
    do throws(Errno) {
      try place.write([0x0A], to: journal)
      end += 1
      try place.syncData(journal)
    } catch {
      let failure = StoreFailure.outcomeUnknown(error, file: place.names.journal)
      isReadOnly = failure
      throw failure
    }
    report.newlineAdded = true
  }

  /// Copies what stands after the last whole step to a file of its own, and only then cuts it.
  private func setUnfinishedStepAside() throws(StoreFailure) {
    let file = place.names.journal
    do throws(Errno) {
      let tail = try journal.bytes(end, try journal.status().size)
      let (aside, name) = try newAsideFile()
      try place.write(tail[...], to: aside)
      try place.sync(aside)
      try place.sync(place.folder)
      try place.calls.ftruncate(journal.descriptor, to: end)
      try place.syncData(journal)
      report.setAside.append(.init(file: name, byteCount: tail.count))
    } catch {
      throw .notSaved(error, file: file)
    }
  }

  private func newAsideFile() throws(Errno) -> (OpenFile, String) {
    var count = 1
    while true {
      let name = place.names.aside(seq: head.seq + 1, count: count)
      do throws(Errno) {
        return (try place.open(name, O_WRONLY | O_CREAT | O_EXCL), name)
      } catch {
        guard error == .fileExists else { throw error }
        count += 1
      }
    }
  }
}
