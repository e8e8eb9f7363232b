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
          + "it can be read; the session is open for reading only, and nothing was changed."
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
        "The journal of “a” is missing; the session was restored from its snapshot.",
        "The last entry was interrupted before it was saved. Its 12 bytes were set aside in "
          + "a.journal.aside-3-1.",
        "a.json cannot be read; the session was opened from its journal.",
      ])
  }
}
