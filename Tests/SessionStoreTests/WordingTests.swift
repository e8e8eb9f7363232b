import SessionStore
import SystemPackage
import Testing

@Suite("The wording of failures and findings")
struct WordingTests {
  private static let damage = JournalDamage(
    file: "a.journal.jsonl", line: 3, problem: .digestMismatch, readable: 2)

  @Test(
    "says what happened on which thing",
    arguments: [
      (
        .notSaved(.noSpace, file: "a.journal.jsonl"),
        "NOT saved: the disk is full (a.journal.jsonl)."
      ),
      (.alreadyExists(name: "a"), "There is a session called “a” already; it was left as it is."),
      (.notFound(name: "a"), "There is no session called “a” here."),
      (.invalidName("a/b", .forbidden("/")), "A session cannot be called “a/b”: it contains “/”."),
      (
        .outcomeUnknown(.ioError, file: "a.json"),
        "The disk did not confirm that this was saved: the disk reports a fault (a.json). "
          + "The session is read-only now."
      ),
      (
        .notWritable(.readOnlyFileSystem, file: "a.json"),
        "The session can be read here but not changed: the disk is read-only (a.json)."
      ),
      (
        .unreadable(.permissionDenied, file: "a.json"),
        "a.json could not be read: permission is denied."
      ),
      (.draftRefused(.tooLong), "NOT saved: it is longer than 8 MiB."),
      (.noSuchEvent(seq: 9), "There is no event 9 in this session."),
      (
        .damaged(damage),
        "a.journal.jsonl, line 3: the event was changed: its digest does not hold. 2 events before "
          + "it can be read. The session is open for reading only. Nothing was changed."
      ),
      (
        .damaged(
          JournalDamage(
            file: "a.journal.jsonl", line: 3, problem: .digestMismatch, readable: 2, lost: [3],
            readableAfter: 9)),
        "a.journal.jsonl, line 3: the event was changed: its digest does not hold. Event 3 is "
          + "passed over; 11 other events can be read. The session is open for reading only. "
          + "Nothing was changed."
      ),
      (
        .damaged(
          JournalDamage(
            file: "a.journal.jsonl", line: 3, problem: .digestMismatch, readable: 2,
            readableAfter: 1, coveredUpTo: 8)),
        "a.journal.jsonl, line 3: the event was changed: its digest does not hold. The session was "
          + "opened from its snapshot, which is intact and holds everything up to event 8, and 1 "
          + "event after it. It is open for reading only. Nothing was changed."
      ),
      (
        .changedFromOutside(damage, held: 5),
        "a.journal.jsonl was changed from outside while it was open (line 3: the event was "
          + "changed: its digest does not hold). All 5 events read or written until then are still "
          + "held here. The session is open for reading only."
      ),
      (
        .journalGone(file: "a.journal.jsonl", held: 1),
        "NOT saved: a.journal.jsonl was moved or removed while it was open. The one event read or "
          + "written until then is still held here."
      ),
      (
        .keepsLosingName(file: ".a.lock"),
        "NOT saved: .a.lock is removed or replaced again and again."
      ),
      (
        .newerFormat(file: "a.journal.jsonl"),
        "a.journal.jsonl was made by a newer charrette, in a format that this one does not know. "
          + "The session is open for reading only."
      ),
    ] as [(StoreFailure, String)])
  func failures(failure: StoreFailure, what: String) {
    #expect(failure.wording.what == what)
    #expect(failure.wording.hint.hasSuffix("."))
  }

  @Test("has one note for each finding, and none where all is well")
  func findings() {
    #expect(RecoveryReport().wording(of: "a").isEmpty)
    let report = RecoveryReport(
      snapshot: .unreadable, journalMissing: true,
      setAside: [.init(file: "a.journal.aside-3-1", byteCount: 12)], newlineAdded: true,
      damage: Self.damage)
    #expect(
      report.wording(of: "a").map(\.what) == [
        StoreFailure.damaged(Self.damage).wording.what,
        "The journal of “a” is missing; the session was restored from its snapshot. That nothing "
          + "in that was changed can't be proven: it carries no digest.",
        "The last entry was interrupted before it was saved. Its 12 bytes were set aside in "
          + "a.journal.aside-3-1.",
        "The last line of a.journal.jsonl had lost its end. The line itself is whole, and was "
          + "given its end again.",
        "a.json is damaged; it was left as it is.",
      ])
  }

  /// A name with a folder in it would only be another name in the same folder.
  @Test(
    "names the way to another disk as it is typed",
    arguments: [
      Errno.noSpace, .ioError, .readOnlyFileSystem, .noSuchFileOrDirectory, .resourceBusy,
    ])
  func anotherDisk(error: Errno) {
    let hint = StoreFailure.notSaved(error, file: "a.journal.jsonl").wording.hint
    #expect(hint.contains("/save-as NAME in=FOLDER"))
  }

  /// Which of the two is the session's own nobody here can know.
  @Test("does not say that a session is whole whose journal may be another's")
  func anotherSession() {
    let hint = Finding.snapshotSetAside(isOthers: true, file: "a.json.aside-1").wording(of: "a")
      .hint
    #expect(!hint.contains("whole"))
    #expect(hint.contains("put a copy of the right journal back, and a.json.aside-1 as a.json."))
  }
}
