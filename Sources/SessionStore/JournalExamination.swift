/// What can be said of a journal without opening its session: nothing is locked, mended or written.
/// The doctor calls it.
package struct JournalExamination: Hashable, Sendable {
  package enum Finding: Hashable, Sendable {
    case sound
    /// It ends in the middle of a step that was never acknowledged; opening the session mends that.
    case unfinished
    /// This line, counted from 1, is not what was written.
    case damaged(line: Int)
  }

  package let finding: Finding
  /// How many events can be read before anything that is wrong.
  package let events: Int

  /// Where the journal of a session lies.
  package static func file(of session: String, in folder: String) -> String {
    "\(folder)/\(session)\(SessionFileNames.journalSuffix)"
  }

  /// - Parameter bytes: all of the journal.
  package init(of bytes: [UInt8]) {
    let scan = JournalScan(bytes, after: .start)
    events = scan.entries.count
    finding =
      switch scan.ending {
      case .clean, .newlineMissing: .sound
      case .unfinishedStep: .unfinished
      case .damaged(let line, _): .damaged(line: line)
      }
  }
}
