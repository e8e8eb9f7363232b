package import ExerciseProtocol
internal import Platform
package import Polling
internal import SystemPackage
package import Workshop

/// A poll's box on files; see ``BoxRecord`` for what is where. What it acknowledges survives a
/// power cut, and what is on disk tells neither order nor time of casting.
///
/// That holds for whoever reads the files. The file system itself keeps when the last change was
/// made (a change time that no program can set), and may keep blocks of removed files: a vote is
/// secret from the participants, not from whoever controls the host.
package final class FileBallotBox: BallotBox {
  package let terms: PollTerms
  private let files: BoxFiles
  private let sessions: DurableFolder
  private let bundleName: String
  private let bundlePath: String
  private let watch: FolderWatch?
  private let presence: BoothPresence

  init(
    _ terms: PollTerms, _ files: BoxFiles, sessions: DurableFolder, bundle: String, path: FilePath
  ) {
    (self.terms, self.files, self.sessions) = (terms, files, sessions)
    (bundleName, bundlePath) = (bundle, path.appending(bundle).string)
    watch = FolderWatch(files.place.folder)
    presence = BoothPresence(files.place)
  }

  package var changes: Int32? { watch?.descriptor.rawValue }

  package func state() throws(BallotBoxFailure) -> PollBox.State {
    // The head is put in place by renaming: one reading of it is true for an instant, lock or none.
    do throws(BoxFault) {
      if let head = try files.readHead() { return head.state }
    } catch {
      throw BallotBoxFailure(error)
    }
    throw BallotBoxFailure(.damaged(file: BoxRecord.head))
  }

  package func turnout() throws(BallotBoxFailure) -> Turnout {
    watch?.drain()
    return try read { $0.turnout }
  }

  package func refusal(of voter: Voter) throws(BallotBoxFailure) -> BoxRefusal? {
    try read { $0.refusal(of: voter) }
  }

  package func cast(
    _ ballot: SealedBallot, spending voter: Voter, by channel: BallotChannel
  ) throws(BallotBoxFailure) {
    try change { box throws(BoxRefusal) in
      try box.cast(ballot, spending: voter, by: channel)
    }
  }

  package func enterBooth() { presence.begin() }
  package func leaveBooth() { presence.end() }
  package func isBoothOccupied() -> Bool { presence.isAnywhere }

  package func enter(
    _ ballot: Ballot, paper number: Int, by person: ParticipantID
  ) throws(BallotBoxFailure) {
    try change { box throws(BoxRefusal) in try box.enter(ballot, paper: number, by: person) }
  }

  package func entries() throws(BallotBoxFailure) -> PaperEntries { try read { $0.entries } }

  package func takePapers(spending voters: [Voter]) throws(BallotBoxFailure) -> Int {
    var generator = SystemRandomNumberGenerator()
    return try change { box throws(BoxRefusal) in
      try box.takePapers(spending: voters, using: &generator)
    }
  }

  package func close() throws(BallotBoxFailure) {
    try change { box throws(BoxRefusal) in try box.close() }
  }

  package func reopen(because reason: String) throws(BallotBoxFailure) {
    try change { box throws(BoxRefusal) in try box.reopen(because: reason) }
  }

  package func opened() throws(BallotBoxFailure) -> PollBox {
    let box = try read { $0 }
    do throws(BoxRefusal) {
      _ = try box.opened()
    } catch {
      throw .refused(error)
    }
    return box
  }

  package func publish(_ bundle: [UInt8]) throws(BallotBoxFailure) -> String {
    do throws(BoxFault) {
      try sessions.publish(bundle, as: bundleName)
    } catch {
      throw BallotBoxFailure(error)
    }
    return bundlePath
  }

  package func empty() throws(BallotBoxFailure) {
    try change { box throws(BoxRefusal) in try box.empty() }
  }

  private func read<Result>(_ body: (PollBox) -> Result) throws(BallotBoxFailure) -> Result {
    do throws(BoxFault) {
      return body(try files.loadUnlocked().box)
    } catch {
      throw BallotBoxFailure(error)
    }
  }

  /// Changes the box under its lock, upon what is in it then: whole, or not at all.
  private func change<Result>(
    _ body: (inout PollBox) throws(BoxRefusal) -> Result
  ) throws(BallotBoxFailure) -> Result {
    try files.locked(BallotBoxFailure.init) { () throws(BallotBoxFailure) in
      let loaded = try load()
      var box = loaded.box
      let result: Result
      do throws(BoxRefusal) {
        result = try body(&box)
      } catch {
        throw .refused(error)
      }
      do throws(BoxFault) {
        try files.replace(loaded, with: box)
      } catch {
        throw BallotBoxFailure(error)
      }
      return result
    }
  }

  private func load() throws(BallotBoxFailure) -> BoxFiles.Loaded {
    do throws(BoxFault) {
      return try files.load()
    } catch {
      throw BallotBoxFailure(error)
    }
  }
}
