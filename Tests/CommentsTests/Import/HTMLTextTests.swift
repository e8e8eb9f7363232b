import Comments
import Testing

@Suite struct HTMLTextTests {
  @Test(arguments: [
    ("<p>One</p>\n<p>two<br />\nthree</p>", "One\n\ntwo\nthree"),
    ("a\n b\t c", "a b c"),
    ("<a href=\"https://x.org/?a=1&amp;b=2\">See</a>.", "See (https://x.org/?a=1&b=2)."),
    ("<a href='https://x.org'>https://x.org</a>", "https://x.org"),
    ("<a href=\"javascript:x()\">See</a> <a>this</a>", "See this"),
    ("<a href=\"https://x.org\"><img src=\"i.png\" alt=\"A map\"></a>", "A map (https://x.org)"),
    ("<ul>\n<li>a</li>\n<li>b<ol><li>c<li>d</ol></li></ul>e", "• a\n• b\n\n1. c\n2. d\n\ne"),
    ("<script>if (a<b) x()</script>a<!-- no > -->b<style>p {}</style>", "ab"),
    ("&lt;b&gt; &amp;amp; &#8217;&#x2019;&#146;&eacute;&nbsp;&hellip;", "<b> &amp; ’’’é\u{A0}…"),
    (
      "&unknown; &; & &#xFFFFFFFFF; &#0; &#xD800;", "&unknown; &; & &#xFFFFFFFFF; \u{FFFD} \u{FFFD}"
    ),
    ("1 < 2 and 3 > 2, I <3 it", "1 < 2 and 3 > 2, I <3 it"),
    ("open <a href=\"x", "open <a href=\"x"), ("<a title=\"a > b\">c</a>", "c"),
    ("<pre>a\n  b</pre>c", "a\n  b\n\nc"), ("<b>no</b><i>gap</i>", "nogap"), ("", ""),
    ("<tr><td>a</td><td>b</td></tr><tr><td>c</td></tr>", "a b\nc"), ("<!-- open", "<!-- open"),
  ])
  func `HTML becomes plain text`(html: String, text: String) {
    #expect(HTMLText.plainText(of: html, lineEnd: .space) == text)
  }

  @Test(arguments: [
    ("One\ntwo\n\nthree\n\n\n\nfour", "One\ntwo\n\nthree\n\nfour"),
    ("One<br />\ntwo\r\nthree", "One\ntwo\nthree"),
    ("<!-- wp:paragraph -->\n<p>One</p>\n<!-- /wp:paragraph -->\n\n<p>two</p>", "One\n\ntwo"),
  ])
  func `stored text has its line ends as it means them`(html: String, text: String) {
    #expect(HTMLText.plainText(of: html, lineEnd: .lineBreak) == text)
  }

  @Test(arguments: ["<", "&", "<a '", "<!--", "<a \">", "<ol>", "<a href=x>", "<script>", "\n<br>"])
  func `a text of nothing but beginnings ends`(piece: String) {
    let html = String(repeating: piece, count: 20_000) + "end"
    #expect(HTMLText.plainText(of: html, lineEnd: .lineBreak).hasSuffix("end"))
  }
}
