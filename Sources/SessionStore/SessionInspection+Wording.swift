internal import SystemPackage
internal import Workshop

extension SessionInspection.Finding {
  /// What was found, and what to do about it. `name` is the session's.
  package func wording(of name: String) -> (what: String, hint: String?) {
    switch self {
    case .unreadable(let file, let error):
      ("\(file) can't be read: \(error.words).", "Put a copy in its place, or move it away.")
    case .damaged(let damage):
      (
        "\(damage.file), \(damage.cause). "
          + "\(damage.readable) events before it can be read.",
        "Open it: it tells what can be read, and /save-as NAME goes on with that."
      )
    case .journalMissing:
      (
        "The journal of “\(name)” is missing; only its snapshot is there.",
        "Put a copy of \(name).journal.jsonl back before the session is opened."
      )
    case .snapshotUnreadable:
      (
        "\(name).json is no whole snapshot.",
        "The journal has everything; the next save writes it anew."
      )
    case .unfinished(let bytes):
      (
        "The last entry of “\(name)” was not written to its end (\(bytes) bytes), or is being "
          + "written just now.", "The next opening sets it aside and says so."
      )
    case .box(let poll, let fault):
      ("The vote \(poll) of “\(name)”: \(fault.problem.message)", fault.problem.hint)
    case .draft(let file):
      (
        "\(file) is a draft that was not finished, or is being written just now.",
        "If no charrette is running: rm '\(file)'"
      )
    case .aside(let file):
      (
        "\(file) holds an entry that was interrupted before it was saved.",
        "If nothing in it is needed any more: rm '\(file)'"
      )
    }
  }

  /// Whether something needs mending; the rest is to be known of.
  package var isProblem: Bool {
    switch self {
    case .unreadable, .damaged, .journalMissing, .box: true
    case .snapshotUnreadable, .unfinished, .draft, .aside: false
    }
  }
}
