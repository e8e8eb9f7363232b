internal import ExerciseProtocol
internal import Glibc
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
    /// It is no JSON object that names its place in the journal.
    case snapshotUnreadable
    /// The last step was not written to its end, or is being written just now.
    case unfinished(bytes: Int)
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
    let known = inspectSnapshot(folder.appending(names.snapshot), names)
    inspectJournal(folder.appending(names.journal), names, known: known)
    inspectBoxes(folder)
    inspectNames(folder, names)
  }

  private mutating func inspectSnapshot(
    _ path: FilePath, _ names: SessionFileNames
  ) -> JournalHead? {
    do throws(Errno) {
      let bytes = try OpenFile.reading(path.string).allBytes(limit: .max)
      let head = SnapshotDocument(bytes).head
      if head == nil { findings.append(.snapshotUnreadable) }
      return head
    } catch {
      if error != .noSuchFileOrDirectory {
        findings.append(.unreadable(file: names.snapshot, error))
      }
      return nil
    }
  }

  private mutating func inspectJournal(
    _ path: FilePath, _ names: SessionFileNames, known: JournalHead?
  ) {
    do throws(Errno) {
      let bytes = try OpenFile.reading(path.string).allBytes(limit: .max)
      let scan = JournalScan(bytes, after: .start)
      if let damage = JournalDamage(in: scan, of: names.journal, known: known) {
        findings.insert(.damaged(damage), at: 0)
      } else if scan.entries.isEmpty, known.map({ $0.seq > 0 }) == true {
        findings.insert(.journalMissing, at: 0)
      } else if scan.ending == .unfinishedStep {
        findings.append(.unfinished(bytes: bytes.count - scan.end))
      }
    } catch {
      findings.insert(
        error == .noSuchFileOrDirectory
          ? .journalMissing : .unreadable(file: names.journal, error), at: 0)
    }
  }

  private mutating func inspectBoxes(_ folder: FilePath) {
    guard let boxes = try? FileBallotBoxes(session: name, in: folder) else { return }
    for (poll, fault) in boxes.faults() { findings.append(.box(poll: poll, fault)) }
  }

  private mutating func inspectNames(_ folder: FilePath, _ names: SessionFileNames) {
    for file in (try? FolderNames.of(folder.string))?.sorted() ?? [] {
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

/// The names in a folder.
package enum FolderNames {
  /// In no order; `.` and `..` are not among them.
  package static func of(_ path: String) throws(Errno) -> [String] {
    guard let stream = opendir(path) else { throw Errno(rawValue: errno) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      names.append(
        withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
          String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        })
    }
    return names.filter { $0 != "." && $0 != ".." }
  }
}
