import Comments
import Testing

@Suite struct PlainPageTests {
  /// A page with these lines under its heading.
  private func page(_ count: Int, _ responses: String) -> String {
    "The title\n\nThe proposition.\n\n\(count) Responses to The title\n\n\(responses)\n\n"
      + "Leave a Reply\n"
  }

  private static let nested = """
      1. Ann says:

        First.

        • Ben Ng on 12 October 2011 at 9:30 am said:

          Second.

            ◦ Cy says:
              October 13, 2011 at 8:00 am

              Third.

              Reply

        • Dee says:

          Fourth, to Ann.

        Ann again.

      2. Eve on her own says:

        Fifth.
    """

  @Test(arguments: ["\n", "\r\n", "\r"], [false, true])
  func `replies nest by bullet and indentation`(lineEnd: String, hasTabs: Bool) throws {
    var text = "\u{FEFF}" + page(5, PlainPageTests.nested)
    if hasTabs { text = text.replacing("    ", with: "\t") }
    let discussion = try imported(text.replacing("\n", with: lineEnd))
    let comments = discussion.comments
    #expect(discussion.title == "The title")
    #expect(discussion.warnings.isEmpty)
    #expect(comments.map(\.author) == ["Ann", "Ben Ng", "Cy", "Dee", "Eve on her own"])
    #expect(comments.map(\.parent) == [nil, 0, 1, 0, nil])
    #expect(
      comments.map(\.text)
        == ["First.\n\nAnn again.", "Second.", "Third.", "Fourth, to Ann.", "Fifth."])
    #expect(comments[1].posted == .written("12 October 2011 at 9:30 am"))
    #expect(comments[2].posted == .written("October 13, 2011 at 8:00 am"))
  }

  @Test(arguments: ["•", "◦", "▪", "*", "-"])
  func `a reply without a name keeps its author unknown`(bullet: String) throws {
    let responses = "  1. Ann says:\n\n    First.\n\n    \(bullet) Second.\n\n      Its end.\n"
    let comments = try imported(page(2, responses)).comments
    #expect(comments.map(\.author) == ["Ann", nil])
    #expect(comments.map(\.text) == ["First.", "Second.\n\nIts end."])
    #expect(comments.map(\.parent) == [nil, 0])
  }

  @Test(arguments: [
    "We need:\n    • time\n    • trust", "We need\n\n    - time\n\n    that is all",
    "We need\n\n    • time\n    • trust", "1. Time says:\n    2. Trust", "We need\n\n    1. time",
    "Bye\n\n    - Ann",
  ])
  func `a list in a text is no response`(text: String) throws {
    let discussion = try imported(page(1, "  1. Ann says:\n\n    \(text)"))
    #expect(discussion.comments.count == 1)
    #expect(discussion.comments[0].text == text.replacing("\n    ", with: "\n"))
    #expect(discussion.warnings.isEmpty)
  }

  @Test func `lines cut at a width are mended, others stay`() throws {
    let text = """
        1. Ann says:

          This line was cut where the window of the browser ended, for it is
          long. This one is not:
          a verse.
      """
    let cut = try imported(page(1, text)).comments[0].text
    #expect(cut.hasSuffix("for it is long. This one is not:\na verse."))
    let long = text + " " + String(repeating: "and so on ", count: 10)
    #expect(try imported(page(1, long)).comments[0].text.contains("for it is\nlong."))
  }

  @Test func `numbers that are set right to their dots are one list`() throws {
    let responses = " 9. Ann says:\n\n    Nine.\n\n10. Ben says:\n\n    Ten.\n"
    #expect(try imported(page(2, responses)).comments.map(\.author) == ["Ann", "Ben"])
  }

  @Test func `a page without responses is a discussion without comments`() throws {
    let discussion = try imported("The title\n\nThe proposition.\n\nLeave a Reply\n")
    #expect(discussion.title == "The title")
    #expect(discussion.proposition == "The proposition.")
    #expect(discussion.facilitator == nil)
    #expect(discussion.comments.isEmpty)
    #expect(discussion.warnings.isEmpty)
  }

  @Test func `what does not add up is said`() throws {
    let responses = "Older comments\n\n  1. Ann says:\n\n    Yes.\n\nAbout us\n\n  2. Ben says:\n"
    let discussion = try imported(page(7, responses))
    #expect(discussion.comments.map(\.author) == ["Ann"])
    #expect(
      discussion.warnings == [
        "what stands before the first response was left out: “Older comments”",
        "the responses were taken to end before “About us”",
        "the page counts its responses as 7; read: 1",
      ])
  }

  @Test func `a page may begin as another format would`() throws {
    for title in ["[Draft] Services", "{Draft}", "<3 Services"] {
      #expect(try imported("\(title)\n\nLeave a Reply").title == title)
    }
  }

  @Test func `a page is not taken for a post of another name`() throws {
    let text = page(1, "  1. Ann says:\n\n    Yes.")
    #expect(try imported(text, post: "the  Title").comments.count == 1)
    #expect(throws: ImportFailure.self) { try imported(text, post: "Another") }
  }

  @Test func `control characters stay in the text, and in no name`() throws {
    let comments = try imported(page(1, "  1. Ann\u{1B}[2J says:\n\n    A\u{7}\u{202E}b")).comments
    #expect(comments[0].author == "Ann[2J")
    #expect(comments[0].text == "A\u{7}\u{202E}b")
  }
}
