internal import Platform

extension RecoveryReport {
  /// One sentence a finding, with what to do about it, the gravest first. `name` is the session's.
  package func wording(of name: String) -> [(what: String, hint: String)] {
    var notes: [(what: String, hint: String)] = []
    if let newerFormat { notes.append(StoreFailure.newerFormat(file: newerFormat).wording) }
    if let damage { notes.append((damage.words, damage.hint)) }
    if let busy {
      notes.append(
        (
          "\(busy.words(about: "the session").capitalisedFirst). It can be read here; nothing can "
            + "be added until that is done.",
          busy.hint(again: "go on here")
        ))
    }
    if journalMissing { notes.append(restored(name)) }
    for step in setAside { notes.append(Finding.stepSetAside(step).wording(of: name)) }
    if newlineAdded { notes.append(Finding.newlineAdded(emptyBytes: emptyBytes).wording(of: name)) }
    switch snapshot {
    case .unreadable: notes.append(snapshotNote(name, isOthers: false))
    case .ofAnotherSession: notes.append(snapshotNote(name, isOthers: true))
    case .missing, .newer, .at: break
    }
    return notes
  }

  private func restored(_ name: String) -> (what: String, hint: String) {
    let copy = "If you have a copy of \(name).journal.jsonl, put it back before going on."
    guard isSnapshotProven else {
      return (
        "The journal of “\(name)” is missing; the session was restored from its snapshot. That "
          + "nothing in that was changed can't be proven: it carries no digest.",
        copy
      )
    }
    return (
      "The journal of “\(name)” is missing; the session was restored from its snapshot, which is "
        + "intact.", copy
    )
  }

  private func snapshotNote(_ name: String, isOthers: Bool) -> (what: String, hint: String) {
    if let snapshotAside {
      return Finding.snapshotSetAside(isOthers: isOthers, file: snapshotAside).wording(of: name)
    }
    return isOthers
      ? ("\(name).json is of another session; it was left as it is.", "Only the journal counts.")
      : ("\(name).json is damaged; it was left as it is.", "Only the journal counts.")
  }
}

extension Finding {
  /// What was found, and what to do about it. `name` is the session's.
  package func wording(of name: String) -> (what: String, hint: String) {
    switch self {
    case .stepSetAside(let step):
      (
        "The last entry was interrupted before it was saved. Its \(step.byteCount) bytes were "
          + "set aside in \(step.file).",
        "See whether the last thing typed is there; if not, type it again."
      )
    case .newlineAdded(let emptyBytes):
      (
        "The last line of \(name).journal.jsonl had lost its end"
          + (emptyBytes == 0
            ? "." : "; \(emptyBytes.counted("empty byte")) stood there in its place.")
          + " The line itself is whole, and was given its end again.",
        "Nothing is missing, and nothing is to be typed again. A power cut can do this; where "
          + "there was none, have the disk looked at."
      )
    case .snapshotSetAside(isOthers: true, let file):
      (
        "\(name).json was the snapshot of another session. It is called \(file) now.",
        "What you see is the journal's. If that is another session's, put a copy of the right "
          + "journal back, and \(file) as \(name).json."
      )
    case .snapshotSetAside(isOthers: false, let file):
      (
        "\(name).json was damaged and cannot be read. It is called \(file) now.",
        "“\(name)” itself is whole: its journal is. A new snapshot is written at the next save."
      )
    }
  }
}
