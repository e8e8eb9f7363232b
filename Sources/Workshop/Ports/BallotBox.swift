package import ExerciseProtocol
package import Polling

/// The box of one poll, open or closed. What it acknowledges is on disk at once, and nothing on
/// the disk tells in which order or when.
///
/// The session's commands and the booth call it; SessionStore implements it on files. Several
/// booths may hold the same box: every change happens under one lock, upon what is in the box then.
package protocol BallotBox: AnyObject {
  /// As they were published; they never change.
  var terms: PollTerms { get }
  /// A descriptor that can be read when something in the box changed; nil where the system can't
  /// tell. What there is to read is taken by ``turnout()``.
  var changes: Int32? { get }

  /// Where the poll stands; quick, and without waiting for whoever changes the box.
  func state() throws(BallotBoxFailure) -> PollBox.State
  /// How many ballots are in it: all that anybody may know while it is open.
  func turnout() throws(BallotBoxFailure) -> Turnout
  /// Whether this voter may cast a ballot now: nil, or why not.
  func refusal(of voter: Voter) throws(BallotBoxFailure) -> BoxRefusal?
  /// Puts a ballot in and takes the voter's name or code, both or neither.
  ///
  /// - Parameter channel: how the ballot came, truthfully; refused where the terms don't have it.
  func cast(
    _ ballot: SealedBallot, spending voter: Voter, by channel: BallotChannel
  ) throws(BallotBoxFailure)

  /// From now on, until ``leaveBooth()`` or the end of this process, somebody is in a booth of
  /// this poll. Nothing of it is kept.
  func enterBooth()
  func leaveBooth()
  /// Whether somebody is in a booth of this poll, in whatever process.
  func isBoothOccupied() -> Bool

  /// Takes down what one person reads on a ballot on paper.
  func enter(
    _ ballot: Ballot, paper number: Int, by person: ParticipantID
  ) throws(BallotBoxFailure)
  /// The papers that are being entered.
  func entries() throws(BallotBoxFailure) -> PaperEntries
  /// Moves papers that two people read alike into the box; returns how many.
  func takePapers(spending voters: [Voter]) throws(BallotBoxFailure) -> Int

  /// Nothing goes in any more.
  func close() throws(BallotBoxFailure)
  /// Opens a closed poll again.
  func reopen(because reason: String) throws(BallotBoxFailure)
  /// All that there is to count, with the secrets that the count needs; only when it is closed.
  func opened() throws(BallotBoxFailure) -> PollBox
  /// Writes the bundle beside the session, whole or not at all.
  ///
  /// - Returns: the file's path, for people to read.
  func publish(_ bundle: [UInt8]) throws(BallotBoxFailure) -> String
  /// Destroys ballots, voters and secrets; only when it is closed. Publish before.
  func empty() throws(BallotBoxFailure)
}

/// Why a box did not do what it was asked.
package enum BallotBoxFailure: Error, Hashable, Sendable {
  /// By the rules of the poll; nothing was changed.
  case refused(BoxRefusal)
  /// The disk; the words tell whether anything was changed.
  case failed(Problem)
}

extension BallotBoxFailure {
  /// In words for whoever asked.
  package var problem: Problem {
    switch self {
    case .refused(let refusal): .refused(refusal)
    case .failed(let problem): problem
    }
  }
}

/// The boxes of one session.
package protocol BallotBoxes: AnyObject {
  /// The ids of all polls that have a box, in order.
  func list() throws(BallotBoxFailure) -> [PollID]
  /// A new box, open and empty, for terms without faults and the secrets that belong to them;
  /// refused where the poll has one already.
  func create(_ terms: PollTerms, _ secrets: PollSecrets) throws(BallotBoxFailure)
    -> any BallotBox
  /// The box of a poll; nil where it has none.
  func open(_ poll: PollID) throws(BallotBoxFailure) -> (any BallotBox)?
  /// Destroys a box uncounted, whether or not it can still be read; done where there is none.
  func discard(_ poll: PollID) throws(BallotBoxFailure)

  /// A counted poll's bundle: the session's own, else the one of that name, which the journal of a
  /// copied session remembers; nil where neither is there. Whether it is the one that was counted
  /// is for whoever knows its digest.
  func bundle(of poll: PollID, called name: String) throws(BallotBoxFailure) -> [UInt8]?
  /// Puts a bundle beside this session, which is a copy of the one that counted it.
  ///
  /// - Returns: the file's path, for people to read.
  @discardableResult func keep(_ bundle: [UInt8], of poll: PollID) throws(BallotBoxFailure)
    -> String
}
