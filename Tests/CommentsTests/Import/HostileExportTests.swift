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
