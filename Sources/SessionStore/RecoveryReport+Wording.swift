extension RecoveryReport {
  /// One sentence a finding, with what to do about it, the gravest first. `name` is the session's.
  package func wording(of name: String) -> [(what: String, hint: String)] {
    var notes: [(what: String, hint: String)] = []
    if let damage { notes.append((damage.words, damage.hint)) }
    if journalMissing {
      notes.append(
        (
          "The journal of “\(name)” is missing; the session was restored from its snapshot.",
          "If you have a copy of \(name).journal.jsonl, put it back before going on."
        ))
    }
    for step in setAside {
      notes.append(
        (
          "The last entry was interrupted before it was saved. Its \(step.byteCount) bytes were "
            + "set aside in \(step.file).",
          "See whether the last thing typed is there; if not, type it again."
        ))
    }
    if snapshot == .unreadable {
      notes.append(
        (
          "\(name).json cannot be read; the session was opened from its journal.",
          "Nothing is lost: it is written anew at the next save."
        ))
    }
    return notes
  }
}
