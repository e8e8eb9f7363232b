import Comments
import ExerciseKit
import Testing

/// Feeds of comments, and Disqus.
@Suite struct FeedTests {
  @Test func `a feed of comments in RSS`() throws {
    let read = try importDiscussion(boardFixture("rss.xml"), named: "rss.xml")
    #expect(read.comments.map(\.outline) == ["Hello (Ada)"])
    let time = try #require(Timestamp("2019-03-31T01:30:00Z"))
    #expect(read.comments.first?.posted == .moment(time))
    #expect(read.comments.first?.url == "https://e.org/#c1")
    #expect(read.title == "Comments on: A page")
  }

  @Test func `the newest first is turned round; a title that says something stays`() throws {
    let text = """
      <?xml version="1.0"?>
      <rss version="2.0"><channel><title>T</title>
      <item><title>Re: T</title><author>b@e.org (Bo)</author>
      <pubDate>Mon, 01 Apr 2019 03:00:00 +0200</pubDate>
      <description>two &amp;amp; more</description></item>
      <item><title>Comment on T by Ada</title><pubDate>Mon, 1 Apr 19 00:30 GMT</pubDate>
      <description>&lt;p&gt;one&lt;/p&gt;</description></item>
      <item><title>A thought</title><pubDate>Tue, 02 Apr 2019 00:00:00 EST</pubDate>
      <description>with words</description></item></channel></rss>
      """
    #expect(
      try outline(text, named: "a.xml") == [
        "one (Ada)", "two & more (Bo)", "A thought//with words",
      ])
  }

  @Test func `what answers the page itself stands by itself`() throws {
    let blogger = """
      <feed xmlns="http://www.w3.org/2005/Atom"><id>tag:b,1999:post-2..comments</id>
      <entry><id>tag:b,1999:post-10</id><title>Yes</title><content>One</content>
      <author><name>Ada</name></author><thr:in-reply-to ref="tag:b,1999:post-2"/></entry>
      <entry><id>tag:b,1999:post-11</id><title>No</title><content>Two</content>
      <author><name>Bo</name></author><thr:in-reply-to ref="tag:b,1999:post-10"/></entry></feed>
      """
    let read = try importDiscussion(Array(blogger.utf8), named: "a.atom")
    #expect(read.comments.map(\.parent) == [nil, 0])
    #expect(read.comments.map(\.answers) == [nil, nil])
    let later = blogger.replacing("post-10", with: "post-10#c").replacing(
      "post-11", with: "post-11#c"
    )
    .replacing("tag:b,1999:post-2\"", with: "https://e.org/?p=7\"")
    #expect(
      try importDiscussion(Array(later.utf8), named: "a.atom").comments.map(\.answers) == [
        nil, nil,
      ])
  }

  @Test func `Atom with answers`() throws {
    let text = """
      <feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0">
      <title>C</title><link href="https://e.org/p"/>
      <entry><id>i2</id><title>Comment</title><author><name>Bo</name></author>
      <thr:in-reply-to ref="i1"/><published>2020-01-02T01:00:00+01:00</published>
      <content type="xhtml">
      <div xmlns="http://www.w3.org/1999/xhtml"><p>me</p><p>too</p></div></content></entry>
      <entry><id>i1</id><title>By: Ada</title><author><name>Ada</name></author>
      <published>2020-01-01T00:00:00Z</published>
      <content type="html">&lt;b&gt;yes&lt;/b&gt;</content></entry>
      </feed>
      """
    #expect(
      try outline(text, named: "a.atom") == ["yes (Ada)", "Comment//me//too (Bo) <0"])
  }

  @Test func `RSS 1.0`() throws {
    let text = """
      <rdf:RDF xmlns:rdf="r"><channel rdf:about="x"><title>T</title>
      <link>https://e.org</link></channel>
      <item rdf:about="u1"><title>By: Ada</title><dc:date>2020-01-01T00:00:00Z</dc:date>
      <dc:creator>Ada</dc:creator><description>yes</description></item></rdf:RDF>
      """
    #expect(try outline(text, named: "a.rdf") == ["yes (Ada)"])
  }

  private static let disqus = """
    <?xml version="1.0" encoding="utf-8"?>
    <disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">
    <category dsq:id="1"><forum>f</forum></category>
    <thread dsq:id="10"><id>/empty</id><link>https://e.org/empty</link><title>Empty</title></thread>
    <thread dsq:id="11"><id>/a</id><link>https://e.org/a</link><title>A page</title>
    <author><name>Owner</name></author></thread>
    <thread dsq:id="12"><id>/b</id><link>https://e.org/b</link><title>B page</title></thread>
    <post dsq:id="2"><id/><message><![CDATA[<p>reply</p>]]></message>
    <createdAt>2020-01-02T00:00:00Z</createdAt><isDeleted>false</isDeleted><isSpam>false</isSpam>
    <author><name>Bo</name><username>bo</username></author>
    <thread dsq:id="11"/><parent dsq:id="1"/></post>
    <post dsq:id="1"><id/><message><![CDATA[<p>one</p>]]></message>
    <createdAt>2020-01-01T00:00:00Z</createdAt><isDeleted>false</isDeleted><isSpam>false</isSpam>
    <author><name>Ada &amp; Co</name></author><thread dsq:id="11"/></post>
    <post dsq:id="3"><message><![CDATA[buy]]></message><isDeleted>false</isDeleted>
    <isSpam>true</isSpam><author><name>X</name></author><thread dsq:id="11"/></post>
    <post dsq:id="4"><message><![CDATA[gone]]></message><isDeleted>true</isDeleted>
    <isSpam>false</isSpam><thread dsq:id="11"/></post>
    <post dsq:id="5"><message><![CDATA[there]]></message><isDeleted>false</isDeleted>
    <isSpam>false</isSpam><author><name>Cy</name></author><thread dsq:id="12"/></post>
    </disqus>
    """

  @Test func `Disqus: the first page with comments, its answers, without spam and deleted`() throws
  {
    let read = try importDiscussion(Array(Self.disqus.utf8), named: "d.xml")
    #expect(read.comments.map(\.outline) == ["one (Ada & Co)", "reply (Bo) <0"])
    #expect(
      read.warnings == [
        "2 comments that were deleted or are spam left out",
        "the post “B page” was left out with 1 comment",
      ])
    #expect(try outline(Self.disqus, named: "d.xml") { $0.post = "b page" } == ["there (Cy)"])
  }

  @Test func `a damaged feed costs its damage alone`() throws {
    let cut = Self.disqus.replacing("<p>one</p>", with: "o\u{1}n & e")
    #expect(try outline(cut, named: "d.xml") == ["on & e (Ada & Co)", "reply (Bo) <0"])
    let early = String(Self.disqus.prefix(Self.disqus.count - 60))
    let read = try importDiscussion(Array(early.utf8), named: "d.xml")
    #expect(read.comments.count == 2)
    #expect(read.warnings.contains("the file ends early"))
    let deep = String(repeating: "<a>", count: 200_000)
    #expect(throws: Never.self) { try outline(Self.disqus + deep, named: "d.xml") }
  }
}
