import ExerciseProtocol
internal import Glibc
package import Polling
package import SystemPackage
package import Workshop

/// The boxes of one session: `<session>.polls/` beside the session's own files.
package final class FileBallotBoxes: BallotBoxes {
  private let session: String
  private let path: FilePath
  private let calls: any FolderCalls

  /// - Parameters:
  ///   - session: a session's name, which is part of file names.
  ///   - folder: where the session's files are.
  package init(
    session: String, in folder: FilePath, calls: any FolderCalls = SystemCalls()
  ) throws(Problem) {
    do throws(StoreFailure) {
      try SessionFolder.validate(session)
    } catch {
      throw error.problem
    }
    (self.session, path, self.calls) = (session, folder, calls)
  }

  private var folderName: String { "\(session).polls" }

  package func list() throws(BallotBoxFailure) -> [PollID] {
    let folder = path.appending(folderName)
    guard let stream = opendir(folder.string) else {
      if errno == ENOENT { return [] }
      throw BallotBoxFailure(.unreadable(Errno(rawValue: errno), file: folderName))
    }
    defer { closedir(stream) }
    var polls: [PollID] = []
    while let item = readdir(stream) {
      let name = withUnsafeBytes(of: &item.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      let head = folder.appending(name).appending(BoxRecord.head)
      if PollTerms.isID(PollID(name)), access(head.string, F_OK) == 0 { polls.append(PollID(name)) }
    }
    return polls.sorted()
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
      let files = try BoxFiles(place)
      try files.locked({ $0 }) { () throws(BoxFault) in
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
      let files = try BoxFiles(place)
      let terms = try files.locked({ $0 }) { () throws(BoxFault) in
        let terms = try files.load().box.terms
        try files.tidy()
        return terms
      }
      return box(terms, files, sessions)
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
