internal import Platform
internal import SystemPackage
internal import Workshop

extension SessionInspection.Finding {
  /// What was found, and what to do about it. `name` is the session's.
  package func wording(of name: String) -> (what: String, hint: String?) {
    switch self {
    case .unreadable(let file, let error):
      ("\(file) can't be read: \(error.words).", "Put a copy in its place, or move it away.")
    case .damaged(let damage) where damage.isOnlyText:
      (
        "\(damage.file) \(damage.problem.words). "
          + "All \(damage.readable.counted("event")) can be read.",
        damage.hint
      )
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
    case .journalEmpty:
      ("There is no event in \(name).journal.jsonl.", Self.emptyHint(name))
    case .nothingWhole(let failure), .newerFormat(let failure), .lockUnusable(let failure):
      failure.wording
    case .snapshotUnreadable(let isSound):
      (
        "\(name).json is no whole snapshot.",
        isSound
          ? "The journal has everything; the next save writes it anew."
          : "So nothing of it can stand in for what the journal lacks."
      )
    case .snapshotOfAnotherSession:
      (
        "\(name).json is the snapshot of another session than \(name).journal.jsonl is of.",
        "The next opening goes by the journal, and sets the snapshot aside. If the journal is the "
          + "wrong one, put a copy of the right one back before."
      )
    case .unfinished(let bytes):
      (
        "The last entry of “\(name)” was not written to its end (\(bytes) bytes), or is being "
          + "written just now.", "The next opening sets it aside and says so."
      )
    case .endMissing(let emptyBytes):
      (
        "The last line of \(name).journal.jsonl is whole, but has lost its end"
          + (emptyBytes == 0
            ? "." : ": \(emptyBytes.counted("empty byte")) in place of it."),
        "The next opening gives it its end again and says so."
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
    case .unreadable, .damaged, .journalMissing, .journalEmpty, .nothingWhole,
      .snapshotOfAnotherSession, .newerFormat, .lockUnusable, .box:
      true
    case .snapshotUnreadable, .unfinished, .endMissing, .draft, .aside: false
    }
  }

  /// What to do where a journal is there and not one event in it.
  static func emptyHint(_ name: String) -> String {
    "If anything was ever said in “\(name)”, put a copy of \(name).journal.jsonl back; if not, the "
      + "session begins with what is typed first."
  }
}
