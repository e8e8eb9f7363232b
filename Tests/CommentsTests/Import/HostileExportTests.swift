import Comments
import Foundation
import Testing

/// Files that are made to do harm are refused or read in time that grows as their length.
@Suite struct HostileExportTests {
  @Test func `a billion laughs and files of the machine are refused`() throws {
    let laughs = """
      <?xml version="1.0"?>
      <!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>
      \(export(of: exported(id: 1, "]]>&b;&c;<![CDATA[")))
      """
    let failure = try #require(throws: ImportFailure.self) { try imported(laughs) }
    #expect(failure.problem == .documentType)
    #expect(failure.place == .line(2))
  }

  @Test func `what is too long for a card is cut and told, and costs nobody else`() throws {
    let long = String(repeating: "é", count: 40_000)
    let text = export(of: exported(id: 1, long) + exported(id: 2))
      .replacing("<wp:comment_author>Ann", with: "<wp:comment_author>\(long)", maxReplacements: 1)
    let discussion = try imported(text)
    #expect(discussion.comments.map(\.text).last == "Text")
    #expect(discussion.comments[0].text.utf8.count <= 64 * 1024)
    #expect(discussion.comments[0].text.hasSuffix("é…"))
    #expect(discussion.comments[0].author?.utf8.count ?? 0 <= 1000)
    #expect(discussion.warnings.count == 2)
  }

  @Test func `elements a million deep are refused`() throws {
    let deep = String(repeating: "<a>", count: 1_000_000)
    let text = export(of: exported(id: 1)).replacing("<item>", with: deep + "<item>")
    let failure = try #require(throws: ImportFailure.self) { try imported(text) }
    #expect(failure.problem == .tooDeep(limit: 32))
  }

  @Test(arguments: [
    "<", "</", "<!", "<!--", "<![CDATA[", "<?", "<wp:comment>", "<wp:comment><wp:comment_content>",
    "<item>", "&", "&#1;", "\u{1}", "<x><![CDATA[a</x>", "<wp:comment_content><![CDATA[",
    "</wp:comment>", "<rss>", "]]>", "&nbsp", "<wp:comment/>",
  ])
  func `a file of nothing but beginnings ends, and the comment before it is there`(
    piece: String
  ) throws {
    let whole = export(of: exported(id: 1) + "\n")
    let end = try #require(whole.range(of: "\n</item>"))
    let text = whole[..<end.lowerBound] + String(repeating: piece, count: 20_000)
    let discussion = try imported(String(text))
    #expect(discussion.comments.first?.text == "Text")
    #expect(!discussion.warnings.isEmpty)
  }
}
