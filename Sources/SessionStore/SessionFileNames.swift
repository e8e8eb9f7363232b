/// What the files of a session are called, all in one folder.
struct SessionFileNames: Hashable {
  let session: String

  static let snapshotSuffix = ".json"
  static let journalSuffix = ".journal.jsonl"

  /// The session as a document; can be lost without loss.
  var snapshot: String { session + Self.snapshotSuffix }
  /// The truth.
  let journal: String
  /// Only ever locked: never written, renamed or removed.
  var lock: String { ".\(session).lock" }
  /// What the walls are asked to show; of no worth once they do.
  var wall: String { ".\(session).wall" }
  /// A new version of `file`, until it takes that file's place.
  func draft(of file: String) -> String { ".\(file).new" }
  /// The `count`th tail that was set aside, and the event that would have been its first.
  func aside(seq: Int, count: Int) -> String { "\(session).journal.aside-\(seq)-\(count)" }

  /// The `count`th snapshot that was set aside, because it was damaged or another session's.
  func aside(ofSnapshot count: Int) -> String { "\(snapshot).aside-\(count)" }

  init(session: String) {
    self.session = session
    journal = session + Self.journalSuffix
  }
}
