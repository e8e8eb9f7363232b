internal import Platform
internal import SystemPackage

extension StoreFailure {
  /// What happened, on which thing; and what to do about it.
  package var wording: (what: String, hint: String) {
    switch self {
    case .invalidName(let name, let problem):
      ("A session cannot be called “\(name)”: \(problem.words).", problem.hint)
    case .alreadyExists(let name):
      (
        "There is a session called “\(name)” already; it was left as it is.",
        "Choose another name, or open that session."
      )
    case .notFound(let name):
      (
        "There is no session called “\(name)” here.",
        "List the sessions to see what is there, or start a new one with that name."
      )
    case .notSaved(let error, let file):
      ("NOT saved: \(error.words) (\(file)).", error.hint)
    case .outcomeUnknown(let error, let file):
      (
        "The disk did not confirm that this was saved: \(error.words) (\(file)). "
          + "The session is read-only now.",
        "Note the last line down, /save-as NAME in=FOLDER on another disk, and type it again "
          + "there: the copy ends before it."
      )
    case .busy(let holder, _):
      (
        "NOT saved: \(holder.words(about: "the session")).",
        holder.hint(again: "type the line again")
      )
    case .damaged(let damage): (damage.words, damage.hint)
    case .changedFromOutside, .journalGone, .keepsLosingName, .snapshotNotWritten, .newerFormat,
      .newerAlone, .nothingWhole, .lockUnusable:
      fromOutside
    case .unreadable(let error, let file):
      ("\(file) could not be read: \(error.words).", error.hintForReading)
    case .notOpened(let error, let file):
      (
        "The session could not be opened: \(error.words) (\(file)). Nothing was changed.",
        error.hintForReading
      )
    case .notWritable(let error, let file):
      (
        "The session can be read here but not changed: \(error.words) (\(file)).",
        "/save-as NAME in=FOLDER, a folder of your own, goes on with a copy."
      )
    case .draftRefused(let problem): (problem.words, problem.hint)
    case .unreadableEvent(let seq, let reason):
      (
        "Event \(seq) of this session can't be read: \(reason).",
        "A newer Charrette may have written it; open it with that one."
      )
    case .noSuchEvent(let seq):
      ("There is no event \(seq) in this session.", "Look the number up in the journal.")
    }
  }
}

extension StoreFailure {
  /// The wording of what others did to the files.
  private var fromOutside: (what: String, hint: String) {
    switch self {
    case .changedFromOutside(let damage, let held):
      (
        "\(damage.file) was changed from outside while it was open (\(damage.cause)). "
          + "\(held.stillHeld) The session is open for reading only.",
        "/save-as NAME writes all of them to a new session; type again there what was refused. See "
          + "that no sync tool or editor writes to \(damage.file)."
      )
    case .journalGone(let file, let held):
      (
        "NOT saved: \(file) was moved or removed while it was open. \(held.stillHeld)",
        "Put it back, then type the line again; or /save-as NAME writes all of them to a new "
          + "session."
      )
    case .lockUnusable(let error, let file):
      (
        "\(file), which only serves to take turns, can't be locked: \(error.words).",
        "Move it away: nothing is kept in it, and another one is made."
      )
    case .keepsLosingName(let file):
      (
        "NOT saved: \(file) is removed or replaced again and again.",
        "Stop what does that, a sync or cleaning tool perhaps, then type the line again."
      )
    case .snapshotNotWritten(let error, let file):
      (
        "\(file), the document for reading, could not be written: \(error.words). What was said "
          + "is safe in the journal.",
        "Mend that when you can; the document is written again later, or with /report."
      )
    case .newerFormat(let file):
      (
        "\(file) was made by a newer charrette, in a format that this one does not know. "
          + "The session is open for reading only.",
        "Open it with that newer charrette."
      )
    case .newerAlone(let journal, let snapshot):
      (
        "\(journal) is missing or empty, and \(snapshot) was made by a newer charrette, in a "
          + "format that this one does not know. Nothing was opened, and nothing was changed.",
        "Open it with that newer charrette; or put a copy of \(journal) back."
      )
    case .nothingWhole(let journal, let snapshot, let isDamaged):
      (
        "\(journal) is missing or empty, and \(snapshot), from which the session could be "
          + "restored, "
          + (isDamaged ? "is damaged: its digest does not hold." : "cannot be read.")
          + " Nothing was opened, and nothing was changed.",
        "Put a copy of \(journal) back."
          + (isDamaged
            ? " Without one, in that folder: jq 'del(.digest)' \"\(snapshot)\" > Rescued.json, "
              + "then open “Rescued”; something in it is not as it was written." : "")
      )
    default: ("", "")
    }
  }
}

extension Int {
  /// That many events are not lost.
  fileprivate var stillHeld: String {
    self == 1
      ? "The one event read or written until then is still held here."
      : "All \(self) events read or written until then are still held here."
  }
}

extension StoreFailure.NameProblem {
  fileprivate var words: String {
    switch self {
    case .empty: "the name is empty"
    case .tooLong: "the name is too long"
    case .leadingDot: "a name that begins with a dot is hidden"
    case .outerSpace: "a space at its beginning or end cannot be seen"
    case .forbidden(let character): "it contains “\(character)”"
    }
  }

  fileprivate var hint: String {
    switch self {
    case .tooLong: "Use a shorter name: 100 bytes is the most, about 100 letters without accents."
    case .empty, .leadingDot, .outerSpace, .forbidden:
      "Use letters, digits, spaces, and - _ . inside the name."
    }
  }
}

extension StoreFailure.DraftProblem {
  fileprivate var words: String {
    switch self {
    case .notOneLineOfJSON: "NOT saved: it is not one line of JSON."
    case .tooLong: "NOT saved: it is longer than 8 MiB."
    case .timeOutOfRange: "NOT saved: its time is not in the years 0 to 9999."
    }
  }

  fileprivate var hint: String {
    switch self {
    case .notOneLineOfJSON: "This is a mistake in the program; please report it."
    case .tooLong: "Split it into several parts."
    case .timeOutOfRange: "Set the clock of this computer."
    }
  }
}

extension Errno {
  fileprivate var hint: String {
    switch self {
    case .noSpace, .diskQuotaExceeded, .fileTooLarge:
      "Free some space, then type the line again, or /save-as NAME in=FOLDER on another disk."
    case .ioError: "Use /save-as NAME in=FOLDER on another disk, and have this one looked at."
    case .notPermitted:
      "“lsattr” shows by what (i or a); “sudo chattr -i -a” takes that off. Or /save-as NAME "
        + "in=FOLDER, a folder of your own."
    case .linkToNothing, .linkLoop:
      "“ls -l” shows where it leads. Put back what was there, or connect the disk that it is on; "
        + "or remove the link, and put a copy of the file in its place."
    case .permissionDenied, .readOnlyFileSystem:
      "Ask for the right to write there, or /save-as NAME in=FOLDER, a folder of your own."
    case .noPlainFile, .isDirectory, .fileExists:
      "Move it away and put a copy of the file back. Where the session is open, /save-as NAME goes "
        + "on with what is held."
    case .noSuchFileOrDirectory:
      "See whether the folder was moved or renamed, or /save-as NAME in=FOLDER."
    default: "Try again, or /save-as NAME in=FOLDER on another disk."
    }
  }

  /// Where nothing was typed yet, and there is nothing to go on with elsewhere.
  fileprivate var hintForReading: String {
    switch self {
    case .noSpace, .diskQuotaExceeded, .fileTooLarge: "Free some space, then open it again."
    case .ioError: "Have the disk looked at, and put a copy of the file on another one."
    case .permissionDenied: "“ls -l” shows whose it is: ask them for the right to read it."
    case .notPermitted: "“lsattr” shows by what (i or a); “sudo chattr -i -a” takes that off."
    case .noPlainFile, .isDirectory, .fileExists, .linkToNothing, .linkLoop: hint
    case .noSuchFileOrDirectory: "See whether the folder was moved or renamed."
    default: "Mend that, then open it again."
    }
  }
}
