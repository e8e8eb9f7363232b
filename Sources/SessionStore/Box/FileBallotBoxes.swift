import ExerciseProtocol
internal import Glibc
package import Platform
package import Polling
package import SystemPackage
package import Workshop

/// The boxes of one session: `<session>.polls/` beside the session's own files.
package final class FileBallotBoxes: BallotBoxes {
  private let session: String
  private let path: FilePath
  private let calls: any FolderCalls
  private let patience: LockPatience

  /// - Parameters:
  ///   - session: a session's name, which is part of file names.
  ///   - folder: where the session's files are.
  package init(
    session: String, in folder: FilePath, calls: any FolderCalls = SystemCalls(),
    patience: LockPatience = .script
  ) throws(Problem) {
    do throws(StoreFailure) {
      try SessionFolder.validate(session)
    } catch {
      throw error.problem
    }
    (self.session, path, self.calls, self.patience) = (session, folder, calls, patience)
  }

  private var folderName: String { "\(session).polls" }

  package func list() throws(BallotBoxFailure) -> [PollID] {
    let folder = path.appending(folderName)
    let names: [String]
    do throws(Errno) {
      names = try Directory.names(of: folder.string)
    } catch {
      if error == .noSuchFileOrDirectory { return [] }
      throw BallotBoxFailure(.unreadable(error, file: folderName))
    }
    var polls: [PollID] = []
    for name in names {
      let head = folder.appending(name).appending(BoxRecord.head)
      if PollTerms.isID(PollID(name)), access(head.string, F_OK) == 0 { polls.append(PollID(name)) }
    }
    return polls.sorted()
  }

  /// What is wrong with the boxes that are there, by reading alone: no lock is made or taken.
  func faults() -> [(poll: String, fault: BoxFault)] {
    guard let names = try? Directory.names(of: path.appending(folderName).string) else { return [] }
    return names.sorted().filter { PollTerms.isID(PollID($0)) }.compactMap { poll in
      do throws(BoxFault) {
        let place = try place(of: poll)
        _ = try BoxFiles(lookingAt: place).loadUnlocked()
        return nil
      } catch {
        return (poll, error)
      }
    }
  }

  private func place(of poll: String) throws(BoxFault) -> DurableFolder {
    let sessions = try sessions()
    do throws(Errno) {
      return try sessions.subfolder(folderName).subfolder(poll)
    } catch {
      throw .unreadable(error, file: poll)
    }
  }

  package func create(
    _ terms: PollTerms, _ secrets: PollSecrets
  ) throws(BallotBoxFailure) -> any BallotBox {
    if let fault = terms.faults.first { throw .failed(Problem(fault.message)) }
    guard secrets.belong(to: terms) else {
      throw .failed(Problem("These are not the secrets that the terms of the poll committed to."))
    }
    return try attempt { () throws(BoxFault) in
      let sessions = try sessions()
      let place: DurableFolder
      do throws(Errno) {
        let polls = try sessions.subfolder(folderName, isNew: true)
        try sessions.sync(hidesTimes: false)
        place = try polls.subfolder(terms.poll.rawValue, isNew: true)
        try polls.sync()
      } catch {
        throw .notSaved(error, file: folderName)
      }
      let files = try BoxFiles(place, patience)
      try files.locked { () throws(BoxFault) in
        try files.create(PollBox(terms, secrets))
      }
      return box(terms, files, sessions)
    }
  }

  package func open(_ poll: PollID) throws(BallotBoxFailure) -> (any BallotBox)? {
    guard PollTerms.isID(poll) else { return nil }
    return try attempt { () throws(BoxFault) in
      let sessions = try sessions()
      let place: DurableFolder
      do throws(Errno) {
        place = try sessions.subfolder(folderName).subfolder(poll.rawValue)
        guard try place.exists(BoxRecord.head) else { return nil }
      } catch {
        if error == .noSuchFileOrDirectory { return nil }
        throw .unreadable(error, file: poll.rawValue)
      }
      let files = try BoxFiles(place, patience)
      let terms = try files.loadUnlocked().box.terms
      try files.tidy()
      return box(terms, files, sessions)
    }
  }

  package func discard(_ poll: PollID) throws(BallotBoxFailure) {
    guard PollTerms.isID(poll) else { return }
    try attempt { () throws(BoxFault) in
      let sessions = try sessions()
      let polls: DurableFolder
      let files: BoxFiles?
      do throws(Errno) {
        polls = try sessions.subfolder(folderName)
        files = try? BoxFiles(try polls.subfolder(poll.rawValue), patience)
      } catch {
        if error == .noSuchFileOrDirectory { return }
        throw .notSaved(error, file: poll.rawValue)
      }
      // A box whose lock can't even be opened is nobody's to wait for.
      guard let files else { return try discard(poll, in: polls) }
      try files.locked { () throws(BoxFault) in try discard(poll, in: polls) }
    }
  }

  private func discard(_ poll: PollID, in polls: DurableFolder) throws(BoxFault) {
    do throws(Errno) {
      try polls.discard(poll.rawValue)
    } catch {
      if error == .noSuchFileOrDirectory { return }
      throw .notSaved(error, file: poll.rawValue)
    }
  }

  package func bundle(of poll: PollID, called name: String) throws(BallotBoxFailure) -> [UInt8]? {
    try attempt { () throws(BoxFault) in
      let sessions = try sessions()
      let own = PollBundle.fileName(session: session, poll: poll)
      // The name stands in a journal, which somebody may have written by hand.
      for name in [own, name] where name.hasSuffix(PollBundle.fileSuffix) && !name.contains("/") {
        do throws(Errno) {
          if let bytes = try sessions.read(name) { return bytes }
        } catch {
          throw .unreadable(error, file: name)
        }
      }
      return nil
    }
  }

  package func keep(_ bundle: [UInt8], of poll: PollID) throws(BallotBoxFailure) -> String {
    try attempt { () throws(BoxFault) in
      let name = PollBundle.fileName(session: session, poll: poll)
      try sessions().publish(bundle, as: name)
      return path.appending(name).string
    }
  }

  private func box(
    _ terms: PollTerms, _ files: BoxFiles, _ sessions: DurableFolder
  ) -> FileBallotBox {
    FileBallotBox(
      terms, files, sessions: sessions,
      bundle: PollBundle.fileName(session: session, poll: terms.poll), path: path)
  }

  private func sessions() throws(BoxFault) -> DurableFolder {
    do throws(Errno) {
      let descriptor = try checked(
        Glibc.open(path.string, O_RDONLY | O_DIRECTORY | O_CLOEXEC))
      return DurableFolder(folder: OpenFile(FileDescriptor(rawValue: descriptor)), calls: calls)
    } catch {
      throw .unreadable(error, file: path.string)
    }
  }

  private func attempt<Result>(
    _ body: () throws(BoxFault) -> Result
  ) throws(BallotBoxFailure) -> Result {
    do throws(BoxFault) {
      return try body()
    } catch {
      throw BallotBoxFailure(error)
    }
  }
}
