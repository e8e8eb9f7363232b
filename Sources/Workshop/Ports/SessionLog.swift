package import ExerciseProtocol

/// The journal of one open session. What it acknowledges is on disk.
///
/// Workshop calls it; SessionStore implements it on files. A database for many rooms would
/// implement these same few calls.
package protocol SessionLog: AnyObject {
  /// What the session is called in its folder.
  var name: String { get }
  /// Why nothing can be added, or nil where it can.
  var readOnly: Problem? { get }
  /// How long the journal is, in bytes, as far as it was read.
  var journalBytes: Int { get }
  /// A descriptor that can be read when another terminal changed the session; nil where the system
  /// can't tell. What there is to read is taken by ``catchUp()``.
  var changes: Int32? { get }
  /// Where the ballots of its secret votes lie.
  var boxes: any BallotBoxes { get }
  /// The way to the walls that show it.
  var wall: any WallChannel { get }

  /// Adds the events of one command, whole or not at all, unless others added some after `head`.
  func append(_ events: [Event], at: Timestamp, after head: Int) throws(Problem) -> Appended
  /// What others added since the last call of this or of ``append(_:at:after:)``.
  func catchUp() throws(Problem) -> [LoggedEvent]
  /// What was found wrong while the session was open and nobody was told yet, such as the torn end
  /// that another terminal left which was killed. Empty at the second call.
  func takeNotices() -> [Problem]
  /// Replaces the snapshot: the document that people and other programs read.
  ///
  /// - Returns: false where somebody else is at it just now, or stands in the way; nothing was
  ///   written, and it can be tried again later. No event is ever lost with a snapshot.
  @discardableResult func writeSnapshot(
    _ timeline: Timeline, states: [ActivityID: ExerciseCheckpoint]
  ) throws(Problem) -> Bool
}

/// What became of events that were to be appended.
package enum Appended: Hashable, Sendable {
  /// They are on disk.
  case done([LoggedEvent])
  /// Nothing was written: these came first. Whoever appends must decide again.
  case behind([LoggedEvent])
}

/// An exercise's folded state, and how many of the activity's own events it stands for.
package struct ExerciseCheckpoint: Hashable, Sendable {
  package var state: SavedState
  package var events: Int

  package init(state: SavedState, events: Int) {
    self.state = state
    self.events = events
  }
}

/// The sessions of one folder.
package protocol SessionLibrary: AnyObject {
  /// Where they are, for people to read.
  var place: String { get }
  /// The latest first.
  func list() throws(Problem) -> [SessionListing]
  /// A new and empty session; refused where one of that name exists.
  func create(_ name: String) throws(Problem) -> any SessionLog
  func open(_ name: String) throws(Problem) -> OpenedSession
  /// Takes a session away that was created and whose first events could not be written, so that its
  /// name is free again.
  func discard(_ log: any SessionLog)
  /// Writes what `log` holds under another name, and opens that.
  func copy(_ log: any SessionLog, to name: String) throws(Problem) -> OpenedSession
  /// The sessions of another folder.
  func elsewhere(_ folder: String) -> any SessionLibrary
}

package struct SessionListing: Hashable, Sendable {
  /// What its files are called.
  package var name: String
  package var modified: Timestamp
  /// What the facilitator called it; nil where that can't be told without opening it.
  package var title: String?

  package init(name: String, modified: Timestamp, title: String? = nil) {
    (self.name, self.modified, self.title) = (name, modified, title)
  }
}

/// A session as its files gave it.
package struct OpenedSession {
  package var log: any SessionLog
  package var events: [LoggedEvent]
  /// Folded states that the snapshot holds, so that not every event need be folded again.
  package var states: [ActivityID: ExerciseCheckpoint]
  /// What was found wrong and what was done about it; empty for a healthy session.
  package var notices: [Problem]

  package init(
    log: any SessionLog, events: [LoggedEvent],
    states: [ActivityID: ExerciseCheckpoint] = [:], notices: [Problem] = []
  ) {
    self.log = log
    self.events = events
    self.states = states
    self.notices = notices
  }
}
