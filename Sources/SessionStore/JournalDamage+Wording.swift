extension JournalDamage {
  /// What is wrong, and where.
  var words: String {
    "\(file), line \(line): \(problem.words). \(readable) events before it can be read; "
      + "the session is open for reading only, and nothing was changed."
  }

  var hint: String {
    switch problem {
    case .linesMissing, .otherHistory:
      "Put the newest copy of the journal back, or /save-as to go on with what is there."
    default:
      "Mend the line from a copy of the journal, or /save-as to go on with what can be read."
    }
  }
}

extension JournalDamage.Problem {
  fileprivate var words: String {
    switch self {
    case .malformed(let member): "“\(member)” is not as it was written"
    case .tooLong: "the line is longer than 8 MiB"
    case .notUTF8: "the event is not UTF-8 text"
    case .hashMismatch: "the line was changed: its hash does not hold"
    case .digestMismatch: "the event was changed: its digest does not hold"
    case .wrongNumber(let expected, let found):
      "event \(expected) was expected and event \(found) is there"
    case .wrongPredecessor: "it does not follow the line before it"
    case .wrongStep: "it does not belong to the step it stands in"
    case .lineEndChanged: "the end of the line was changed"
    case .linesMissing(let seq): "the journal ends here, but event \(seq) was in it"
    case .otherHistory(let seq): "event \(seq) is not the one that was known"
    }
  }
}
