internal import ExerciseProtocol

extension JournalDamage {
  /// What is wrong, where, and what remains.
  var words: String {
    let cause = isOnlyText ? "\(file) \(problem.words)" : "\(file), line \(line): \(problem.words)"
    return "\(cause). \(remains) Nothing was changed."
  }

  /// What is wrong, for a sentence that goes on.
  var cause: String { "line \(line): \(problem.words)" }

  private var remains: String {
    let isOpen = "The session is open for reading only."
    if let coveredUpTo {
      let later = readableAfter > 0 ? ", and \(readableAfter.counted("event")) after it" : ""
      let missing = lost.isEmpty ? "" : " \(lost.inWords.capitalisedFirst) is not in it."
      return "The session was opened from its snapshot, which is intact and holds everything up to "
        + "event \(coveredUpTo)\(later).\(missing) It is open for reading only."
    }
    let all = readable + readableAfter
    if !lost.isEmpty {
      return "\(lost.inWords.capitalisedFirst) \(lost.count == 1 ? "is" : "are") passed over; "
        + "\(all.counted("other event")) can be read. \(isOpen)"
    }
    if isOnlyText || readableAfter > 0 || problem == .lineEndChanged {
      return "All \(all.counted("event")) can be read. \(isOpen)"
    }
    return "\(readable.counted("event")) before it can be read. \(isOpen)"
  }

  var hint: String {
    if isOnlyText {
      return "/save-as NAME goes on with a sound copy. See that no editor, git or sync tool "
        + "converts line ends there."
    }
    if coveredUpTo != nil {
      return "/save-as NAME goes on with a sound copy of what you see; or put a copy of the "
        + "journal back."
    }
    if !lost.isEmpty {
      return "Mend it from a copy of the journal; or /save-as NAME goes on with a sound copy that "
        + "lacks \(lost.inWords)."
    }
    switch problem {
    case .linesMissing, .otherHistory:
      return "Put the newest copy of the journal back, or /save-as NAME goes on with what is there."
    default:
      return "Mend the line from a copy of the journal, or /save-as NAME goes on with what can be "
        + "read."
    }
  }
}

extension JournalDamage.Problem {
  var words: String {
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
    case .writtenMeanwhile: "something else wrote there at the same moment"
    case .foreignLineEnds: "has the line ends of Windows (CRLF), which it was not written with"
    case .byteOrderMark: "begins with a byte order mark, which it was not written with"
    }
  }
}

extension [Int] {
  /// “event 34”, “events 34 and 35”, “events 34, 35 and 8 more”.
  var inWords: String {
    switch count {
    case 0: "no event"
    case 1: "event \(self[0])"
    case 2: "events \(self[0]) and \(self[1])"
    case 3: "events \(self[0]), \(self[1]) and \(self[2])"
    default: "events \(self[0]), \(self[1]) and \(count - 2) more"
    }
  }
}

extension String {
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension Int {
  /// “1 event”, “12 events”.
  func counted(_ noun: String) -> String { "\(self) \(noun)\(self == 1 ? "" : "s")" }
}
