internal import ExerciseProtocol
internal import Glibc
internal import Hashing
internal import Platform
internal import Polling
package import SystemPackage

/// What is amiss with the files of one session, found by reading alone: nothing is locked, made,
/// set aside or written. For whoever looks after the files before anybody opens the session.
package struct SessionInspection: Sendable {
  package let name: String
  /// The gravest first.
  package private(set) var findings: [Finding] = []

  package enum Finding: Hashable, Sendable {
    /// A file could not be read.
    case unreadable(file: String, Errno)
    case damaged(JournalDamage)
    /// There is only a snapshot.
    case journalMissing
    /// There is not one event in the journal, and no snapshot.
    case journalEmpty
    /// There is not one event in the journal, and the snapshot can't be believed.
    case nothingWhole(StoreFailure)
    /// It is no JSON object that names its place in the journal. Where the journal `isSound` that
    /// has everything.
    case snapshotUnreadable(isSound: Bool)
    /// Its id is not the one that the journal's first event names.
    case snapshotOfAnotherSession
    /// What should be the lock is no plain file.
    case lockUnusable(StoreFailure)
    /// A newer version wrote it, in a format that this one does not know.
    case newerFormat(StoreFailure)
    /// The last step was not written to its end, or is being written just now.
    case unfinished(bytes: Int)
    /// The last line is whole but for its newline; so many empty bytes stand there.
    case endMissing(emptyBytes: Int)
    /// A ballot box is not as it was written, or can't be read.
    case box(poll: String, BoxFault)
    /// What a change that was cut short left, or one that is under way.
    case draft(file: String)
    /// Bytes that were set aside when a step was found unfinished.
    case aside(file: String)
  }

  /// - Parameter folder: the folder of the session's files.
  package init(_ name: String, in folder: FilePath) {
    self.name = name
    let names = SessionFileNames(session: name)
    let snapshot = inspectSnapshot(folder.appending(names.snapshot), names)
    inspectJournal(folder.appending(names.journal), names, snapshot)
    inspectLock(folder.appending(names.lock), names)
    inspectBoxes(folder)
    inspectNames(folder, names)
  }

  private mutating func inspectSnapshot(
    _ path: FilePath, _ names: SessionFileNames
  ) -> SnapshotDocument? {
    do throws(Errno) {
      return SnapshotDocument(try OpenFile.reading(path.string).allBytes(limit: .max))
    } catch {
      if error != .noSuchFileOrDirectory {
        findings.append(.unreadable(file: names.snapshot, error))
      }
      return nil
    }
  }

  private mutating func inspectJournal(
    _ path: FilePath, _ names: SessionFileNames, _ snapshot: SnapshotDocument?
  ) {
    do throws(Errno) {
      let bytes = try OpenFile.reading(path.string).allBytes(limit: .max)
      inspect(JournalScan(bytes, after: .start), of: bytes, names, snapshot)
    } catch {
      guard error == .noSuchFileOrDirectory else {
        findings.insert(.unreadable(file: names.journal, error), at: 0)
        return
      }
      inspectSnapshotAlone(names, snapshot)
    }
  }

  private mutating func inspect(
    _ scan: JournalScan, of bytes: [UInt8], _ names: SessionFileNames, _ snapshot: SnapshotDocument?
  ) {
    let mine = scan.entries.first?.payload.flatMap { SessionIdentity($0) }
    let isOthers = mine?.session.flatMap { id in snapshot?.session.map { $0 != id } } ?? false
    var damage = JournalDamage(in: scan, of: names.journal, known: isOthers ? nil : snapshot?.head)
    if damage != nil, let foreign = ForeignText(bytes) {
      damage = JournalDamage(foreign, of: names.journal) ?? damage
    }
    if let damage {
      findings.insert(.damaged(damage), at: 0)
    } else if scan.entries.isEmpty, scan.ending == .clean {
      inspectSnapshotAlone(names, snapshot)
      return
    } else if scan.ending == .unfinishedStep {
      findings.append(.unfinished(bytes: bytes.count - scan.end))
    } else if scan.ending == .newlineMissing {
      findings.append(.endMissing(emptyBytes: bytes.count - scan.end))
    }
    if let mine, mine.format > 1 {
      findings.append(.newerFormat(.newerFormat(file: names.journal)))
    }
    guard let snapshot else { return }
    if snapshot.isNewer {
      findings.append(.newerFormat(.newerFormat(file: names.snapshot)))
    } else if snapshot.head == nil {
      findings.append(.snapshotUnreadable(isSound: damage == nil))
    } else if isOthers {
      findings.append(.snapshotOfAnotherSession)
    }
  }

  /// What there is to be said where no event is in the journal.
  private mutating func inspectSnapshotAlone(
    _ names: SessionFileNames, _ snapshot: SnapshotDocument?
  ) {
    guard let snapshot, snapshot.head != .start else {
      findings.insert(.journalEmpty, at: 0)
      return
    }
    if snapshot.isNewer {
      let failure = StoreFailure.newerAlone(journal: names.journal, snapshot: names.snapshot)
      findings.insert(.newerFormat(failure), at: 0)
      return
    }
    findings.insert(
      snapshot.head == nil ? .nothingWhole(.nothingWhole(names, snapshot)) : .journalMissing, at: 0)
  }

  /// A lock that is no plain file can't be locked, and then the session can't be opened.
  private mutating func inspectLock(_ path: FilePath, _ names: SessionFileNames) {
    var status = stat()
    guard lstat(path.string, &status) == 0, status.st_mode & S_IFMT != S_IFREG else { return }
    var error = Errno.tooManySymbolicLinkLevels
    if status.st_mode & S_IFMT != S_IFLNK {
      do throws(Errno) { try status.requirePlain() } catch let other { error = other }
    }
    findings.append(.lockUnusable(.lockUnusable(error, file: names.lock)))
  }

  private mutating func inspectBoxes(_ folder: FilePath) {
    guard let boxes = try? FileBallotBoxes(session: name, in: folder) else { return }
    for (poll, fault) in boxes.faults() { findings.append(.box(poll: poll, fault)) }
  }

  private mutating func inspectNames(_ folder: FilePath, _ names: SessionFileNames) {
    for file in (try? Directory.names(of: folder.string))?.sorted() ?? [] {
      if file.hasPrefix(".\(name)."), file.hasSuffix(".new"), isOurs(file, names) {
        findings.append(.draft(file: file))
      }
      if file.hasPrefix("\(name).journal.aside-") { findings.append(.aside(file: file)) }
    }
  }

  /// Whether a draft is one of this session's, and not one of a session whose name begins alike.
  private func isOurs(_ file: String, _ names: SessionFileNames) -> Bool {
    if [names.draft(of: names.journal), names.draft(of: names.snapshot)].contains(file) {
      return true
    }
    let poll = file.dropFirst(name.count + 2).dropLast(".new".count)
    guard poll.hasSuffix(PollBundle.fileSuffix) else { return false }
    return PollTerms.isID(PollID(String(poll.dropLast(PollBundle.fileSuffix.count))))
  }
}

extension JournalDamage {
  /// What an editor or a sync tool did to the text of a journal, if nothing else is wrong with it.
  fileprivate init?(_ foreign: ForeignText, of file: String) {
    let scan = JournalScan(foreign.bytes, after: .start)
    if case .damaged = scan.ending { return nil }
    self.init(file: file, line: 1, problem: foreign.problem, readable: scan.entries.count)
    isOnlyText = true
  }

  /// What is wrong with a whole journal; `known` is where a snapshot says that it stands.
  fileprivate init?(in scan: JournalScan, of file: String, known: JournalHead?) {
    if case .damaged(let line, let problem) = scan.ending {
      self.init(file: file, line: line, problem: problem, readable: scan.lines)
      return
    }
    guard let known, known.hash != .zero, let first = scan.entries.first else { return nil }
    guard known.seq <= scan.head.seq else {
      self.init(
        file: file, line: scan.lines + 1, problem: .linesMissing(upTo: known.seq),
        readable: scan.lines)
      return
    }
    let index = known.seq - first.seq
    guard index >= 0, scan.entries[index].hash != known.hash else { return nil }
    self.init(
      file: file, line: index + 1, problem: .otherHistory(seq: known.seq), readable: scan.lines)
  }
}
