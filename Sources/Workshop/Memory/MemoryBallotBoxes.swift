package import ExerciseProtocol
package import Polling

/// Ballot boxes that lie in memory. Several holders may have one of them, as several booths may.
package final class MemoryBallotBoxes: BallotBoxes {
  package private(set) var boxes: [PollID: MemoryBallotBox] = [:]
  /// The bundles that were published, by their file names.
  package fileprivate(set) var bundles: [String: [UInt8]] = [:]
  private let session: String

  package init(session: String = "Day") { self.session = session }

  package func list() throws(BallotBoxFailure) -> [PollID] { boxes.keys.sorted() }

  package func create(
    _ terms: PollTerms, _ secrets: PollSecrets
  ) throws(BallotBoxFailure) -> any BallotBox {
    guard terms.faults.isEmpty, secrets.belong(to: terms), boxes[terms.poll] == nil else {
      throw .failed(Problem("This poll can't have a box."))
    }
    let box = MemoryBallotBox(PollBox(terms, secrets)) { [unowned self] bundle in
      let name = PollBundle.fileName(session: self.session, poll: terms.poll)
      self.bundles[name] = bundle
      return name
    }
    boxes[terms.poll] = box
    return box
  }

  package func open(_ poll: PollID) throws(BallotBoxFailure) -> (any BallotBox)? {
    if let fault = boxes[poll]?.damage { throw .failed(fault) }
    return boxes[poll]
  }

  package func discard(_ poll: PollID) throws(BallotBoxFailure) { boxes[poll] = nil }

  package func bundle(of poll: PollID, called name: String) throws(BallotBoxFailure) -> [UInt8]? {
    bundles[PollBundle.fileName(session: session, poll: poll)] ?? bundles[name]
  }

  /// As a disk that was lost would.
  package func removeBundles() { bundles = [:] }

  package func keep(_ bundle: [UInt8], of poll: PollID) throws(BallotBoxFailure) -> String {
    let name = PollBundle.fileName(session: session, poll: poll)
    bundles[name] = bundle
    return name
  }
}

/// One box in memory.
package final class MemoryBallotBox: BallotBox {
  /// What is in it; tests may look while it is open.
  package private(set) var box: PollBox
  /// Why nothing can be written: what a test wants the disk to say.
  package var fault: Problem?
  /// Why it can't be read at all: what a test wants to be wrong with it.
  package var damage: Problem?
  package let changes: Int32? = nil
  private var isOccupied = false
  private let publishing: ([UInt8]) -> String

  fileprivate init(_ box: PollBox, publishing: @escaping ([UInt8]) -> String) {
    (self.box, self.publishing) = (box, publishing)
  }

  package var terms: PollTerms { box.terms }

  package func state() throws(BallotBoxFailure) -> PollBox.State { box.state }
  package func turnout() throws(BallotBoxFailure) -> Turnout { box.turnout }

  package func refusal(of voter: Voter) throws(BallotBoxFailure) -> BoxRefusal? {
    box.refusal(of: voter)
  }

  package func cast(
    _ ballot: SealedBallot, spending voter: Voter, by channel: BallotChannel
  ) throws(BallotBoxFailure) {
    try change { box throws(BoxRefusal) in
      try box.cast(ballot, spending: voter, by: channel)
    }
  }

  package func enterBooth() { isOccupied = true }
  package func leaveBooth() { isOccupied = false }
  package func isBoothOccupied() -> Bool { isOccupied }

  package func enter(
    _ ballot: Ballot, paper number: Int, by person: ParticipantID
  ) throws(BallotBoxFailure) {
    try change { box throws(BoxRefusal) in try box.enter(ballot, paper: number, by: person) }
  }

  package func entries() throws(BallotBoxFailure) -> PaperEntries { box.entries }

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
    do throws(BoxRefusal) {
      _ = try box.opened()
      return box
    } catch {
      throw .refused(error)
    }
  }

  package func publish(_ bundle: [UInt8]) throws(BallotBoxFailure) -> String {
    if let fault { throw .failed(fault) }
    return publishing(bundle)
  }

  package func empty() throws(BallotBoxFailure) {
    try change { box throws(BoxRefusal) in try box.empty() }
  }

  private func change<Result>(
    _ body: (inout PollBox) throws(BoxRefusal) -> Result
  ) throws(BallotBoxFailure) -> Result {
    if let fault { throw .failed(fault) }
    do throws(BoxRefusal) {
      return try body(&box)
    } catch {
      throw .refused(error)
    }
  }
}
