import Testing
import Workshop
import WorkshopTesting

/// Codes that were printed into a file and perhaps never handed out.
@Suite("A file of codes")
struct CodesFileTests {
  @Test func `is not written over by other codes, and none are drawn that nobody could read`()
    throws
  {
    let desk = TestDesk()
    for line in [
      "/new Summit", "/people add Ruth", "/agenda add discussion Needs", "/start", "one", "two",
      "/agenda add choose Choice takes=all", "/next", "/vote codes 2 file=codes.txt",
    ] { try desk.perform(line) }
    let (text, head) = (desk.files.text("codes.txt"), desk.timeline.head)
    #expect(
      desk.problem("/vote codes 3 file=codes.txt")?.hint
        == "/vote codes 3 file=codes.txt replace=yes")
    #expect(desk.files.text("codes.txt") == text)
    #expect(desk.timeline.head == head, "the earlier codes still count")
    try desk.perform("/vote codes 3 file=codes.txt replace=yes")
    #expect(desk.files.text("codes.txt")?.split(separator: "cut here").count == 4)
  }
}
