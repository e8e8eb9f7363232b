import ExerciseKit
import ExerciseTesting
import Glibc
import Testing
import Voting

/// Golden transcripts: played again, compared, and told where they part.
@Suite struct TranscriptTests {
  private static let golden = """
    › @Ruth c1=2 c2
    ✓ Ruth has voted. 2 dots not used.
    › @Ruth c9
    Failed: There is no card c9.
    Hint: The latest is c2; /cards lists them.

    """

  private func harness() throws -> Harness {
    try Harness(
      Voting.plugin, exercise: "dot-voting", settings: ["dots": 5], cards: ["Guide", "Training"],
      people: ["Ruth"])
  }

  /// Gives the path of a file with this text.
  private func with(_ text: String, _ body: (String) throws -> Void) throws {
    let path = "/tmp/transcript-\(getpid())-\(UInt64.random(in: 0 ... .max))"
    let file = try #require(fopen(path, "we"))
    fputs(text, file)
    fclose(file)
    defer { unlink(path) }
    try body(path)
  }

  @Test func `what is as it was passes`() throws {
    try with(Self.golden) { path in
      try harness().play(path)
      let typed = try harness()
      try typed.enter("@Ruth c1=2 c2")
      _ = try? typed.enter("@Ruth c9")
      try typed.expectTranscript(path)
    }
  }

  @Test func `what has changed is shown with its line`() throws {
    try with(Self.golden.replacing("2 dots", with: "3 dots")) { path in
      let mismatch = try #require(throws: TranscriptMismatch.self) { try harness().play(path) }
      let expected = "✓ Ruth has voted. 3 dots not used."
      let found = "✓ Ruth has voted. 2 dots not used."
      #expect(mismatch.kind == .differs(line: 2, expected: expected, found: found))
      #expect(mismatch.description.contains("CHARRETTE_RECORD=1"))
    }
  }

  @Test func `a transcript that is not there says how to make one`() throws {
    let mismatch = try #require(throws: TranscriptMismatch.self) {
      try harness().play("no-such-transcript")
    }
    #expect(mismatch.kind == .missing)
    #expect(mismatch.path.hasSuffix("/Tests/ExerciseKitTests/no-such-transcript"))
  }
}
