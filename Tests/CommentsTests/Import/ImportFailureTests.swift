import Comments
import Testing

/// Every refusal as the facilitator reads it.
@Suite struct ImportFailureTests {
  private static let laughs = """
    <?xml version="1.0"?>
    <!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/motd">]>
    <rss><channel><item><title>&b;&c;</title></item></channel></rss>
    """
  private static let deep =
    "<rss><wp:wxr_version>1.2</wp:wxr_version>\n" + String(repeating: "<a>", count: 100_000)
    + String(repeating: "</a>", count: 100_000) + "</rss>"

  @Test(arguments: [
    ("  \n", "x: The file is empty."),
    ("a\nb\u{0}", "x: This is no text, or not in an encoding that we know."),
    ("<!doctype html><p>", "x: This is a web page itself, not the text of one."),
    ("<HTML>", "x: This is a web page itself, not the text of one."),
    ("<feed/>", "x: This is XML, but no export of WordPress: it begins with <feed>."),
    ("<rss><channel/></rss>", "x: This is XML, but no export of WordPress."),
    (
      "<?xml version='1.0' encoding='latin1'?><rss/>",
      "x: This is XML, but no export of WordPress."
    ),
    (laughs, "x:2: The XML declares a document type, which no export of WordPress does."),
    (deep, "x:2: Elements are nested more than 32 deep."),
    ("<rss>\n<channel>\n</rss>", "x: This is XML, but no export of WordPress."),
    ("<rss>\n<channel", "x: This is XML, but no export of WordPress."),
    (
      "<rss>\n<channel><wp:wxr_version>1.2</wp:wxr_version>\n<item><wp:comm",
      "x:3: The file ends before the first comment does."
    ),
    (
      "<rss>\n<item><wp:comment><wp:comment_id>1</wp:comment_id></wp:comment></item></rss>",
      "x: Its one comment is damaged."
    ),
    (
      export(of: "").replacing("<item>", with: "").replacing("</item>", with: ""),
      "x: The file holds no post and no comment."
    ),
    ("[]", "x: The file holds no post and no comment."),
    ("[{\n\"id\": 1,]", "x:2: This is no JSON that we accept: “]” is out of place."),
    ("[{\"id\": 1}", "x:1: This is no JSON that we accept: it ends too early."),
    (
      "{\"code\": \"rest_no_route\"}", "x: comments: Here a list was expected, but an object found."
    ),
    ("{\"comments\": [{}]}", "x: comments[0].id: Here a value was expected, but nothing found."),
    (
      "[{\"id\": \"1\"}]",
      "x: comments[0].id: Here a whole number was expected, but a string found."
    ),
    (
      "[{\"id\": 1, \"content\": {}}]",
      "x: comments[0].content.rendered: Here a value was expected, but nothing found."
    ),
  ])
  func `a refusal says what failed and where`(text: String, wording: String) throws {
    let failure = try #require(throws: ImportFailure.self) { try imported(text, named: "x") }
    let lines = failure.description.split(separator: "\n")
    #expect(lines.first.map { String($0) } == wording)
    #expect(lines.count == 2)
    #expect(lines.last?.hasPrefix("Hint: ") == true)
  }

  @Test(arguments: ["{", " {\n\n", "[", "{{{{", "[{\"id\": 1"])
  func `JSON that is only begun ends too early`(text: String) throws {
    let failure = try #require(throws: ImportFailure.self) { try imported(text, named: "x.json") }
    #expect(failure.what.hasSuffix("it ends too early.") || failure.problem == .noPost)
    #expect(failure.hint.isEmpty == false)
  }

  @Test func `a table of nothing but signs has no card`() throws {
    let read = try imported("{\n---\n", named: "x.csv")
    #expect(read.comments.isEmpty)
    #expect(read.warnings == ["2 cards without text were left out (lines 1 and 2)"])
  }

  @Test(arguments: ImportFixture.allCases)
  func `a byte that is not UTF-8 is replaced and told`(fixture: ImportFixture) throws {
    var bytes = try fixture.bytes
    let newline = try #require(bytes.firstIndex(of: UInt8(ascii: "\n")))
    bytes.insert(contentsOf: [0xE9], at: newline + 1)
    bytes.insert(contentsOf: "\n".utf8, at: newline + 2)
    let whole = try fixture.discussion()
    do {
      let discussion = try importDiscussion(bytes, named: "x")
      #expect(discussion.comments.map(\.text) == whole.comments.map(\.text))
      #expect(
        discussion.warnings.first
          == "1 byte that is no UTF-8 was replaced by \u{FFFD} (line 2)")
    }
  }

  @Test(arguments: [
    [0x89, 0x50, 0x4E, 0x47] + [UInt8](repeating: 0, count: 4000),
    (0..<4000).map { UInt8(truncatingIfNeeded: $0 &* 37 | 0x80) },
  ])
  func `what is no text is refused`(bytes: [UInt8]) throws {
    let failure = try #require(throws: ImportFailure.self) {
      try importDiscussion(bytes, named: "x")
    }
    #expect(failure.problem == .noText)
    #expect(failure.hint == "Save the file as UTF-8 text and import it again.")
  }

  @Test func `an encoding that is not known is refused by its name`() throws {
    let text = export(of: exported(id: 1)).replacing("UTF-8", with: "KOI8-R")
    let bytes = Array(text.utf8) + [0xC1]
    let failure = try #require(throws: ImportFailure.self) {
      try importDiscussion(bytes, named: "x")
    }
    #expect(failure.problem == .otherEncoding("KOI8-R"))
  }

  @Test func `a format that is not known is answered with those that are`() throws {
    let failure = try #require(throws: ImportFailure.self) {
      try importDiscussion([("x", Array("Hello".utf8))], ImportOptions(format: "fax"))
    }
    #expect(failure.what == "There is no format called “fax”.")
    #expect(failure.hint.contains("wordpress-export"))
  }

  @Test func `a file that is none of them hears of the formats`() throws {
    let failure = try #require(throws: ImportFailure.self) { try imported("<feed/>") }
    #expect(
      failure.hint == "Import a page of comments saved as text, a WordPress export (WXR), "
        + "the JSON of WordPress's /wp/v2/comments, a feed, a table (CSV), a list (.md, .txt), "
        + "contacts (.vcf), or a board of Trello or scrumlr.")
  }

  @Test func `a post that is not there is answered with those that are`() throws {
    let failure = try #require(throws: ImportFailure.self) {
      try ImportFixture.export.discussion(of: "Proposition 6")
    }
    #expect(
      failure.what
        == "No post is called “Proposition 6”; there is “About the summit”, “Proposition "
        + "4: Public Services in a Networked\u{A0}World”, “Proposition 5: Leading without a map”.")
    #expect(failure.hint == "Name the post by its title, its slug or its number.")
  }

  @Test func `a file past all reason is refused unread`() throws {
    let bytes = [UInt8](repeating: 0x20, count: 64 << 20 + 1)
    let failure = try #require(throws: ImportFailure.self) {
      try importDiscussion(bytes, named: "x")
    }
    #expect(failure.problem == .tooLarge(bytes: bytes.count, limit: 64 << 20))
  }
}
