import ExerciseProtocol
import OrderedCollections
import Polling
import Testing
import Workshop
import WorkshopTesting

/// A vote that is not the only one of its activity says so, whatever came between.
@Suite("A vote that was held before")
struct PollHistoryTests {
  /// Counted for c1, opened again, called off, and opened once more; now counted for c2.
  private func desk() throws -> TestDesk {
    let desk = TestDesk(isInteractive: false)
    for line in [
      "/new Summit", "/agenda add discussion Needs", "/people add Roger White, Ruth Hyde",
      "/start", "A guide", "Training", "/agenda add choose Choice takes=all", "/next",
      "/vote open entered=yes", "/vote cast Ruth: c1", "/vote close", "/vote count river",
      "/vote reopen The question was misread", "/vote cast Ruth: c2",
      "/vote call-off Half the room had left", "/vote open entered=yes", "/vote cast Ruth: c2",
      "/vote close", "/vote reopen Roger was late", "/vote cast Roger: c2", "/vote close",
    ] { try desk.perform(line) }
    return desk
  }

  private static let told = [
    "An earlier count stands no more. Chosen: c1 A guide",
    "It was opened again: The question was misread",
    "An earlier vote was called off: Half the room had left",
    "It was opened again: Roger was late",
  ]

  private func expectTold(_ text: String) {
    var rest = Substring(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    for line in Self.told {
      guard let range = rest.firstRange(of: line) else {
        Issue.record("“\(line)” is not told, or not in its place: \(text)")
        return
      }
      rest = rest[range.upperBound...]
    }
  }

  @Test func `tells it with the result, on every screen and in the report`() throws {
    let desk = try desk()
    expectTold(try desk.perform("/vote count lamp").view.plainText)
    expectTold(try desk.perform("/show").view.plainText)
    expectTold(try desk.perform("/vote").view.plainText)
    expectTold(desk.desk.wallView().plainText)
    #expect(try desk.result("/vote")?["history"] == .array(Self.told.map(JSONValue.string)))
  }

  @Test func `has the reasons in its bundle, and the rest in an audit`() throws {
    let desk = try desk()
    try desk.perform("/vote count lamp")
    let library = try #require(desk.desk.library as? MemoryLibrary)
    let boxes = try #require(library.journals["Summit"]?.boxes)
    let bytes = try #require(
      boxes.bundles[PollBundle.fileName(session: "Summit", poll: "a2-3")])
    let audit = Audit(bytes)
    let bundle = try #require(audit.bundle)
    #expect(audit.agrees && bundle.reopenings == ["The question was misread", "Roger was late"])
    let comparison = PollComparison(
      bundle, digest: bundle.digest, desk.timeline.events)
    #expect(comparison.differences.isEmpty)
    #expect(comparison.history.sentences == Self.told)
    // Of the first nothing came before.
    let first = try PollBundle(
      reading: try #require(
        boxes.bundles[PollBundle.fileName(session: "Summit", poll: "a2-1")]))
    let before = PollComparison(first, digest: first.digest, desk.timeline.events)
    #expect(before.history.sentences.isEmpty && before.replacement == "a2-2")
  }

  @Test func `tells it where it was called off last`() throws {
    let desk = try desk()
    let text = try desk.perform("/vote call-off Enough for today").view.plainText
    #expect(text.contains("called off"))
    let shown = try desk.perform("/show").view.plainText
    expectTold(shown)
    #expect(shown.contains("The vote was called off: Enough for today"))
  }

  @Test func `is not told of votes elsewhere`() throws {
    let desk = try desk()
    for line in [
      "/vote count lamp", "/agenda add choose Other takes=all", "/next", "/vote open entered=yes",
      "/vote cast Ruth: c1", "/vote close", "/vote count lamp",
    ] { try desk.perform(line) }
    #expect(!(try desk.perform("/show").view.plainText.contains("opened again")))
  }
}
