internal import Glibc
internal import Hashing
internal import Platform
internal import SystemPackage

extension SessionFiles {
  /// Reads all there is and holds it against the snapshot. What was not read ahead is read now,
  /// under the lock; where that was not to be had nothing is put in order either.
  func load(isLocked: Bool = true) throws(StoreFailure) -> [JournalEntry] {
    var (scan, bytes) = try wholeScan()
    seen = try? journal.status()
    // What was read before the lock was had is looked at once more before anything is added.
    mustCompare = ahead.map { !$0.isUnchanged(seen) } ?? false
    let snapshot = ahead?.snapshot(in: place) ?? (try? place.readSnapshot())
    if case .damaged = scan.ending { salvage(&scan, &bytes, snapshot) }
    if scan.entries.isEmpty, report.damage == nil { try place.requireWhole(snapshot) }
    compare(scan, with: snapshot)
    if let damage = report.damage { found(damage) }
    checkFormat(scan, snapshot)
    take(scan, of: bytes)
    if isReadOnly == nil && isLocked {
      do throws(StoreFailure) {
        try settle(scan.ending)
        seen = try? journal.status()
      } catch {
        // On a full disk the torn end stays where it is, and the next line tries again.
        if case .notSaved = error { seen = nil } else { isReadOnly = error }
      }
      // Where that can't be done, the next snapshot is not written over it either.
      if !scan.entries.isEmpty { try? putAside(snapshot) }
    }
    if scan.entries.isEmpty, report.damage == nil, let known = snapshot?.head {
      report.journalMissing = known != .start
      head = JournalHead(seq: known.seq, hash: .zero)
    }
    // The report tells all of it.
    findings = []
    return scan.entries
  }

  /// The whole journal: what was read ahead, as far as it is still the beginning, and the rest.
  private func wholeScan() throws(StoreFailure) -> (JournalScan, [UInt8]) {
    // One that did not end well may have been read while somebody wrote.
    guard let ahead, ahead.isBeginning(of: identity), ahead.scan.ending == .clean else {
      let bytes = try bytes(0, identity.size)
      return (JournalScan(bytes, after: .start), bytes)
    }
    guard identity.size > ahead.bytes.count else { return (ahead.scan, ahead.bytes) }
    let tail = try bytes(ahead.bytes.count, identity.size)
    var scan = ahead.scan
    scan.append(JournalScan(tail, after: scan.head))
    return (scan, ahead.bytes + tail)
  }

  /// Reads a damaged journal as far as can be proven, on past the damage.
  private func salvage(
    _ scan: inout JournalScan, _ bytes: inout [UInt8], _ snapshot: SnapshotDocument?
  ) {
    let foreign = ForeignText(bytes)
    if let foreign { bytes = foreign.bytes }
    let isBelieved = snapshot?.seal == .holds
    scan = JournalScan(
      bytes, after: .start, salvage: JournalSalvage(known: isBelieved ? snapshot?.head : nil))
    isHeldDamaged = true
    if var found = damage(in: scan, after: 0) {
      found.lost = scan.lost
      found.readableAfter = scan.entries.count - scan.lost.count - found.readable
      report.damage = found
    } else if let foreign {
      var found = damage(foreign.problem, line: 1, readable: scan.entries.count)
      found.isOnlyText = true
      report.damage = found
    }
  }

  /// Moves this handle's position to the end of `scan`, which is of `bytes`.
  func take(_ scan: JournalScan, of bytes: [UInt8]) {
    if !scan.entries.isEmpty { head = scan.head }
    if lines == 0 && end == 0 {
      held = HeldJournal(bytes, count: isHeldDamaged ? bytes.count : scan.end)
    } else {
      held.append(bytes[..<scan.end])
    }
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

  /// The first damage that `scan` came upon, of bytes before which `lines` lines stand.
  func damage(in scan: JournalScan, after lines: Int) -> JournalDamage? {
    if let first = scan.damage {
      return damage(first.problem, line: lines + first.line, readable: lines + first.readable)
    }
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
    guard index >= 0, scan.entries[index].hash != known.hash,
      // Nothing is known of an event that is lost.
      scan.entries[index].hash != .zero
    else { return nil }
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
    var emptyBytes = 0
    do throws(Errno) {
      // What a power cut left there in place of the newline: zeros.
      emptyBytes = max(0, try journal.status().size - end)
      if emptyBytes > 0 { try place.calls.ftruncate(journal.descriptor, to: end) }
      try place.write([0x0A], to: journal)
    } catch {
      // The line is as whole as before; but without its end nothing may come after it.
      let failure = StoreFailure.notWritable(error, file: place.names.journal)
      isReadOnly = failure
      throw failure
    }
    end += 1
    held.append([0x0A])
    do throws(Errno) {
      try place.syncData(journal)
    } catch {
      throw unconfirmed(error)
    }
    (report.newlineAdded, report.emptyBytes) = (true, emptyBytes)
    findings.append(.newlineAdded(emptyBytes: emptyBytes))
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
      let setAside = RecoveryReport.SetAside(file: name, byteCount: tail.count)
      report.setAside.append(setAside)
      findings.append(.stepSetAside(setAside))
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
