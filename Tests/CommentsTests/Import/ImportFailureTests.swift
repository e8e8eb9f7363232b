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
    "<rss>\n" + String(repeating: "<a>", count: 100_000)
    + String(repeating: "</a>", count: 100_000) + "</rss>"

  @Test(arguments: [
    ("  \n", "x: The file is empty."),
    ("Dear all,\n\nno page.", "x: This is no page of comments."),
    ("a\nb\u{0}", "x:2: There is a NUL at offset 3, which no text holds."),
    ("<!doctype html><p>", "x: This is a web page itself, not the text of one."),
    ("<HTML>", "x: This is a web page itself, not the text of one."),
    ("<feed/>", "x: This is XML, but no export of WordPress: it begins with <feed>."),
    ("<rss><channel/></rss>", "x: This is XML, but no export of WordPress."),
    (
      "<?xml version='1.0' encoding='latin1'?><rss/>",
      "x:1: The XML says that it is in latin1, not in UTF-8."
    ),
    (laughs, "x:2: The XML declares a document type, which no export of WordPress does."),
    (deep, "x:2: Elements are nested more than 32 deep."),
    (
      "<rss>\n<channel>\n</rss>",
      "x:3: This is no well-formed XML: an opening and a closing tag do not match."
    ),
    (
      "<rss>\n<a>&b;</a></rss>", "x:2: This is no well-formed XML: an entity that nothing declares."
    ),
    ("<rss>\n\n\u{1}</rss>", "x:3: This is no well-formed XML: a character that XML forbids."),
    ("<rss>\n<channel", "x:2: This is no well-formed XML: a tag that does not end."),
    (
      export(of: "").replacing("<item>", with: "").replacing("</item>", with: ""),
      "x: The file holds no post and no comment."
    ),
    ("[]", "x: The file holds no post and no comment."),
    ("[{\n\"id\": 1,]", "x:2: This is no JSON that we accept: “]” stands where it must not."),
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

  @Test(arguments: ImportFixture.allCases)
  func `bytes that are not UTF-8 are refused with their place`(fixture: ImportFixture) throws {
    var bytes = try fixture.bytes
    let newline = try #require(bytes.firstIndex(of: UInt8(ascii: "\n")))
    bytes.insert(0xE9, at: newline + 1)
    let failure = try #require(throws: ImportFailure.self) {
      try importDiscussion(bytes, named: "x")
    }
    #expect(failure.place == .line(2))
    #expect(failure.problem == .invalidUTF8(offset: newline + 1))
    #expect(failure.what == "The byte at offset \(newline + 1) is not valid UTF-8.")
  }

  @Test func `a file that is no page hears of the three formats`() throws {
    let failure = try #require(throws: ImportFailure.self) { try imported("Hello") }
    #expect(
      failure.hint == "Import a page of comments saved as text, a WordPress export (WXR), "
        + "or the JSON of WordPress's /wp/v2/comments.")
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
