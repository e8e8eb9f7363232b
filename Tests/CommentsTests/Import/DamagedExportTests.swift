import Comments
import Foundation
import Testing

/// One bad byte costs no export: all that is sound is taken, and the rest is told with its line.
@Suite struct DamagedExportTests {
  private func read(_ name: String) throws -> ImportedDiscussion {
    let url = Bundle.module.url(forResource: "Fixtures/Damaged/\(name)", withExtension: nil)
    let bytes = [UInt8](try Data(contentsOf: try #require(url)))
    return try importDiscussion(bytes, named: name)
  }

  @Test(arguments: [
    (
      "ctl10.xml", ["Before.", "A word and more.", "After."],
      ["1 character that XML forbids was left out (line 36)"]
    ),
    (
      "nul.xml", ["Before.", "A word and more.", "After."],
      ["1 NUL character, which no text holds, was left out (line 36)"]
    ),
    (
      "latin1byte.xml", ["Caf\u{FFFD} first", "Second"],
      ["1 byte that is no UTF-8 was replaced by \u{FFFD} (line 21)"]
    ),
    ("latin1decl.xml", ["Café first", "Second"], []),
    ("blankfirst.xml", ["First"], []),
    (
      "amp-nocdata.xml", ["First", "Q & A"],
      ["1 “&” that begins nothing was taken as it stands (line 36)"]
    ),
    ("noversion.xml", ["First"], []),
    (
      "trunc.xml", ["First"],
      [
        "1 comment that is damaged was left out (line 28)",
        "the file ends early: in line 38, inside comment 2 by Ada",
      ]
    ),
    (
      "empty.xml", ["A map", "ok"],
      ["3 comments without text were left out (lines 13, 28 and 43)"]
    ),
  ])
  func `of each damaged file the sound comments are taken`(
    name: String, texts: [String], told: [String]
  ) throws {
    let discussion = try read(name)
    #expect(discussion.comments.map(\.text) == texts)
    #expect(discussion.warnings == told)
  }

  @Test(arguments: [
    "\u{0}", "\u{1}", "\u{8}", "\u{B}", "\u{1F}", "\u{FFFE}", "\u{FFFF}", "&#0;", "&#1;",
    "&#xFFFE;", "&#xD800;", "&#xDC00;",
  ])
  func `what no XML holds is left out wherever it stands`(bad: String) throws {
    let text = export(of: exported(id: 1, "a\(bad)b") + exported(id: 2, "c"))
    // Outside CDATA, or a number would be the author's own words.
    let discussion = try imported(text.replacing("<![CDATA[", with: "").replacing("]]>", with: ""))
    #expect(discussion.comments.map(\.text) == ["ab", "c"])
    #expect(discussion.warnings.count == 1)
    #expect(discussion.warnings[0].hasPrefix("1 "))
    #expect(discussion.warnings[0].hasSuffix("was left out (line 5)"))
  }

  @Test(arguments: [
    ("&nbsp;", "a\u{A0}b", true), ("&eacute;", "aéb", true), ("&hearts;", "a♥b", true),
    ("&CounterClockwiseContourIntegral;", "a∳b", true), ("&amp;", "a&b", false),
    ("&#233;", "aéb", false), ("&#xD83D;&#xDE00;", "a😀b", false), (" & ", "a & b", true),
    ("&b;", "a&b;b", true), ("&", "a&b", true), ("&amp;amp;", "a&b", false),
  ])
  func `entities are read as far as HTML knows them`(
    written: String, text: String, isTold: Bool
  ) throws {
    let source = export(of: exported(id: 1, "a\(written)b"))
      .replacing("<![CDATA[", with: "").replacing("]]>", with: "")
    let discussion = try imported(source)
    #expect(discussion.comments.map(\.text) == [text])
    #expect(discussion.warnings.count == (isTold ? 1 : 0))
  }

  @Test(arguments: [
    ("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>", "Café"),
    ("<?xml version=\"1.0\" encoding=\"latin1\"?>", "Café"),
    ("<?xml version=\"1.0\" encoding=\"Windows-1252\"?>", "“Café” €"),
    ("<?xml version=\"1.0\" encoding=\"UTF-16\"?>", "plain"),
  ])
  func `a declared encoding is read`(declaration: String, text: String) throws {
    let source = export(of: exported(id: 1, text)).split(separator: "\n").dropFirst()
      .joined(separator: "\n")
    let data = try #require("\(declaration)\n\(source)".data(using: .windowsCP1252))
    let discussion = try importDiscussion([UInt8](data), named: "x")
    #expect(discussion.comments.map(\.text) == [text])
    #expect(discussion.warnings.isEmpty)
  }

  @Test(
    arguments: [
      String.Encoding.utf16LittleEndian, .utf16BigEndian, .utf8,
    ], [false, true])
  func `UTF-16 is read with and without its mark`(
    encoding: String.Encoding, hasMark: Bool
  ) throws {
    let text = (hasMark ? "\u{FEFF}" : "") + export(of: exported(id: 1, "Café 😀"))
    let data = try #require(text.data(using: encoding))
    let discussion = try importDiscussion([UInt8](data), named: "x")
    #expect(discussion.comments.map(\.text) == ["Café 😀"])
    #expect(discussion.warnings.isEmpty)
  }

  @Test func `a wrong declaration is told, and the text is right`() throws {
    let text = export(of: exported(id: 1, "Café")).replacing("UTF-8", with: "ISO-8859-1")
    let discussion = try imported(text)
    #expect(discussion.comments.map(\.text) == ["Café"])
    #expect(
      discussion.warnings == [
        "the file says that it is in ISO-8859-1, but it is in UTF-8, and was read so"
      ])
  }

  @Test func `a whole file in Windows-1252 that says UTF-8 keeps its letters`() throws {
    let text = export(of: exported(id: 1, "“Café à la carte”"))
    let data = try #require(text.data(using: .windowsCP1252))
    let discussion = try importDiscussion([UInt8](data), named: "x")
    #expect(discussion.comments.map(\.text) == ["“Café à la carte”"])
    #expect(discussion.warnings.count == 1)
  }

  @Test func `two letters of Windows-1252 in a file that says UTF-8 are letters`() throws {
    let text = export(of: exported(id: 1, "Jos\u{E9} M\u{FC}ller"))
    let latin = text.unicodeScalars.map { UInt8($0.value) }
    let discussion = try importDiscussion(latin, named: "x")
    #expect(discussion.comments.map(\.text) == ["Jos\u{E9} M\u{FC}ller"])
    #expect(discussion.warnings.count == 1)
  }

  @Test func `a character that XML forbids costs itself alone, wherever it stands`() throws {
    let bytes = Array(Self.three.utf8)
    let start = try #require(bytes.firstRange(of: Array("<wp:comment><wp:comment_id>2".utf8)))
    let end = try #require(bytes.firstRange(of: Array("<wp:comment><wp:comment_id>3".utf8)))
    let whole = try importDiscussion(bytes, named: "x")
    for (damage, step): ([UInt8], Int) in [([0x07], 1), ([0x00], 23), ([0xEF, 0xBF, 0xBE], 23)] {
      for place in stride(from: start.lowerBound, through: end.lowerBound, by: step) {
        let damaged = bytes[..<place] + damage + bytes[place...]
        let read = try importDiscussion(Array(damaged), named: "x")
        #expect(read.comments == whole.comments, "\(damage) at \(place)")
        #expect(read.warnings.count == 1)
      }
    }
  }

  @Test func `a name is one line of what can be seen`() throws {
    let name = "Ru\u{202E}th\n Hy\u{7F}de"
    let text = export(of: exported(id: 1).replacing(">Ann<", with: ">\(name)<"))
    let discussion = try imported(text)
    #expect(discussion.comments.map(\.author) == ["Ruth Hyde"])
    #expect(discussion.warnings == ["2 characters that nobody sees were left out of names"])
  }

  @Test(arguments: [
    "", "\n\n", "\u{FEFF}", "  \t", "\u{FEFF}\n", "<br />\n<b>Notice</b>: Undefined index\n",
    "Warning: something\n\n", "\u{FEFF}\u{FEFF}",
  ])
  func `whatever stands before the export costs nothing`(junk: String) throws {
    let discussion = try imported(junk + export(of: exported(id: 1)))
    #expect(discussion.comments.map(\.text) == ["Text"])
    let isTold = junk.unicodeScalars.contains { !$0.properties.isWhitespace && $0 != "\u{FEFF}" }
    #expect(discussion.warnings.isEmpty != isTold)
  }

  private static let three = export(
    of: exported(id: 1, "one") + "\n" + exported(id: 2, "two") + "\n" + exported(id: 3, "three"))

  /// Each takes away or breaks something of the second comment.
  @Test(arguments: [
    ("</wp:comment>\n<wp:comment><wp:comment_id>3", "<wp:comment><wp:comment_id>3"),
    ("<![CDATA[two]]></wp:comment_content>", "<![CDATA[two]></wp:comment_content>"),
    ("<![CDATA[two]]></wp:comment_content>", "<![CDATA[two</wp:comment_content>"),
    ("<![CDATA[two]]></wp:comment_content>", "<![CDAT[two]]></wp:comment_content>"),
    ("<![CDATA[two]]></wp:comment_content>", "<![CDATA[two]]></wp:comment_cont>"),
    ("<![CDATA[two]]></wp:comment_content>", "<![CDATA[two]]>"),
    ("<![CDATA[two]]>", "two < 3 <b>bold</b> <br>"),
    ("<wp:comment_id>2</wp:comment_id>", "<wp:comment_id>2</wp:comment_author>"),
    ("<wp:comment_id>2</wp:comment_id>", "<wp:comment_id 2</wp:comment_id>"),
    ("<wp:comment_id>2</wp:comment_id>", "<wp:comment_id a=\"x>2</wp:comment_id>"),
    ("<wp:comment_id>2</wp:comment_id>", "</wp:author><wp:comment_id>2</wp:comment_id>junk"),
    ("<wp:comment_id>2</wp:comment_id>", "<!-- <wp:comment_id>2</wp:comment_id>"),
  ])
  func `damage to one comment leaves the others whole`(sound: String, damaged: String) throws {
    let text = Self.three.replacing(sound, with: damaged, maxReplacements: 1)
    #expect(text != Self.three)
    let parts = Self.three.ranges(of: sound)
    // Where it is in each comment, the second is the one that is meant.
    #expect(parts.count == 1)
    let discussion = try imported(text)
    let texts = discussion.comments.map(\.text)
    #expect(texts.first == "one")
    #expect(texts.last == "three")
    #expect(!discussion.warnings.isEmpty)
  }

  @Test func `a file that ends anywhere keeps what was whole, and says so`() throws {
    let bytes = Array(Self.three.utf8)
    let end = try #require(Self.three.range(of: "</wp:comment>"))
    let first = Self.three[..<end.upperBound].utf8.count
    let body = try #require(Self.three.range(of: "</item>"))
    let last = Self.three[..<body.lowerBound].utf8.count
    for count in stride(from: first, to: last, by: 7) {
      let discussion = try importDiscussion(Array(bytes[..<count]), named: "x")
      #expect(discussion.comments.first?.text == "one")
      guard discussion.warnings.contains(where: { $0.hasPrefix("the file ends early") }) else {
        Issue.record("cut after \(count) bytes: nothing is told")
        return
      }
    }
  }

  /// Each byte of the second comment, damaged in five ways, and in steps all others: the first and
  /// the last comment are whole.
  @Test func `no damage costs a comment that is away from it`() throws {
    let bytes = Array(Self.three.utf8)
    let second = try #require(Self.three.range(of: "<wp:comment_id>2"))
    let third = try #require(Self.three.range(of: "<wp:comment><wp:comment_id>3"))
    let start = Self.three[..<second.lowerBound].utf8.count
    let end = Self.three[..<third.lowerBound].utf8.count - 1
    for offset in start..<end {
      for damage: [UInt8] in [[], [0], [0xE9], [UInt8(ascii: "<")], [UInt8(ascii: "x")]] {
        var damaged = bytes
        damaged.replaceSubrange(offset..<(offset + 1), with: damage)
        let discussion = try importDiscussion(damaged, named: "x")
        let texts = discussion.comments.map(\.text)
        guard texts.first == "one", texts.last == "three" else {
          Issue.record("byte \(offset) became \(damage): \(texts)")
          return
        }
      }
    }
  }

  @Test func `two exports in one file are read as two`() throws {
    let second = export(of: exported(id: 9, "nine")).replacing("One", with: "Two")
    let text = export(of: exported(id: 1)) + "\n" + second
    #expect(try imported(text).comments.map(\.text) == ["Text"])
    #expect(try imported(text, post: "Two").comments.map(\.text) == ["nine"])
    // Of one post in both it is one discussion, and no comment is there twice.
    let same = export(of: exported(id: 1) + exported(id: 2, parent: 1, "Two"))
    let discussion = try imported(export(of: exported(id: 1)) + same)
    #expect(discussion.comments.map(\.text) == ["Text", "Two"])
    #expect(discussion.comments.map(\.parent) == [nil, 0])
    #expect(
      discussion.warnings == ["1 comment that stands twice was taken once"])
  }

  @Test func `what shops and plugins log is no comment`() throws {
    func typed(_ id: Int, _ type: String) -> String {
      exported(id: id).replacing(
        "</wp:comment>", with: "<wp:comment_type>\(type)</wp:comment_type></wp:comment>")
    }
    let types = ["order_note", "action_log", "webhook_delivery", "edd_payment_note", "note"]
    let logs = types.enumerated().map { typed($0.offset + 10, $0.element) }.joined()
    let discussion = try imported(export(of: exported(id: 1) + logs + typed(2, "review")))
    #expect(discussion.comments.map(\.externalID) == ["1", "2"])
    #expect(discussion.warnings.count == 1)
    #expect(
      discussion.warnings.first?.hasPrefix("5 notes and log entries of a shop or another plugin")
        == true)
  }

  @Test func `many posts that are left out are one sentence and a list`() throws {
    let items = (1...84).map { number in
      "<item><title>Post \(number)</title><wp:post_type>post</wp:post_type>"
        + exported(id: number) + "</item>"
    }
    let text =
      "<rss><channel><wp:wxr_version>1.2</wp:wxr_version>\(items.joined(separator: "\n"))"
      + "</channel></rss>"
    let discussion = try imported(text)
    #expect(
      discussion.warnings == [
        "83 other posts were left out with 83 comments; post=NAME takes one"
      ])
    #expect(discussion.leftOut.list.count == 83)
    #expect(discussion.leftOut.list.first == "the post “Post 2”, with 1 comment")
  }

  @Test func `a thread is not torn by a comment without text`() throws {
    let text = export(
      of: exported(id: 1, "a") + exported(id: 2, parent: 1, " ") + exported(id: 3, parent: 2, "c"))
    let discussion = try imported(text)
    #expect(discussion.comments.map(\.text) == ["a", "c"])
    #expect(discussion.comments.map(\.parent) == [nil, 0])
  }
}
