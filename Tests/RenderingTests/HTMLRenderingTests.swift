import ExerciseProtocol
import Foundation
import FoundationXML
import Rendering
import Testing

@Suite("A view as HTML")
struct HTMLRenderingTests {
  private func blocks(_ view: View) -> String {
    let all = HTMLRenderer().fragment(view).split(separator: "\n")
    return all.dropFirst().dropLast().joined(separator: "\n")
  }

  @Test("plain blocks")
  func plain() {
    #expect(
      blocks(Fixture.plain) == """
        <h2>Welcome</h2>
        <p>First line<br />second line of a text that is long enough to wrap on a narrow wall.</p>
        <h3>Details</h3>
        <dl>
        <div><dt>Session</dt><dd>solace-2011</dd></div>
        <div><dt>Facilitator</dt><dd>Carrie Bishop, FutureGov</dd></div>
        </dl>
        <ol>
        <li>One</li>
        <li>Two, which is long enough to wrap on a narrow wall</li>
        </ol>
        <ul>
        <li>Dot</li>
        </ul>
        <div class="note hint"><p><strong>Hint:</strong> Voting is open.</p></div>
        <div class="note success"><p><strong>Done:</strong> Saved.</p></div>
        <div class="note warning"><p><strong>Warning:</strong> Two ballots were spoiled.</p></div>
        <div class="note failure"><p><strong>Failed:</strong> The plugin stopped.</p></div>
        """)
  }

  @Test("a table has heads for its columns and its rows")
  func table() {
    #expect(
      blocks(View([.table(View.Table([.init("Card"), .init("Dots", isNumeric: true)], [["c3"]]))]))
        == """
        <div class="wide" role="region" aria-label="Table: Card, Dots" tabindex="0"><table>
        <thead><tr><th scope="col">Card</th><th scope="col" class="number">Dots</th></tr></thead>
        <tbody>
        <tr><th scope="row">c3</th><td class="number"></td></tr>
        </tbody>
        </table></div>
        """)
  }

  @Test("a bar has its number as text, and what was chosen a sign and a word")
  func bars() {
    #expect(
      blocks(Fixture.bars) == """
        <ul class="bars">
        <li class="chosen"><span class="label"><span aria-hidden="true">✓ </span>\
        <span class="spoken">chosen: </span>c3 Longer bus hours</span> \
        <span class="bar" aria-hidden="true"><span style="width:100%"></span></span> \
        <span class="caption">4 dots</span></li>
        <li class="other"><span class="label">c4 Warm homes</span> \
        <span class="bar" aria-hidden="true"><span style="width:37.5%"></span></span> \
        <span class="caption">1.5 dots</span></li>
        <li class="other"><span class="label">c5</span> \
        <span class="bar" aria-hidden="true"></span> <span class="caption">0 dots</span></li>
        </ul>
        """)
  }

  @Test("a thread is nested lists; a deep one says what it replies to")
  func thread() {
    #expect(
      blocks(Fixture.brainstorm) == """
        <ul class="thread">
        <li><p class="about"><strong>c9</strong></p><p>Longer bus hours</p></li>
        <li><p class="about"><strong>c10</strong></p><p>Warm homes</p>
        <ul>
        <li><p class="about"><strong>c11</strong></p><p>Soon</p></li>
        </ul></li>
        </ul>
        """)
    let deep = (1...12).reversed().reduce([View.ThreadNode]()) { replies, number in
      [View.ThreadNode(id: CardID("c\(number)"), text: "x", replies: replies)]
    }
    let text = blocks(View([.thread(deep)]))
    #expect(text.contains("<strong>c12</strong> · ↳ reply to c11"))
    #expect(text.matches(of: /<ul/).count == 9)
  }

  @Test("the points of a matrix are drawn by number and told in a table")
  func matrix() {
    let text = blocks(Fixture.matrix)
    #expect(
      text.contains(#"<span class="point" style="left:20%;bottom:90%">1, 2</span>"#))
    #expect(text.contains(#"<th scope="row">4</th><td>c6 Warm homes</td><td>5 of 10 (high)</td>"#))
  }

  @Test("a page says its language, its name and what it may load: nothing")
  func page() throws {
    let page = HTMLRenderer(language: "cy").page(View([.text("a")]), title: "Noson <1>")
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"cy\""))
    #expect(page.contains("<title>Noson &lt;1&gt;</title>"))
    #expect(
      page.contains("<header>\n<h1>Noson &lt;1&gt;</h1>\n</header>\n<main>\n<p>a</p>\n</main>"))
    #expect(page.contains("content=\"default-src 'none'; style-src 'unsafe-inline'"))
    for word in ["<script", "<link", "<img", "url(", "@import", "https://", " src="] {
      #expect(!page.contains(word), "\(word)")
    }
    let titled = HTMLRenderer().page(View([.heading("A", level: 1)]), title: "B")
    #expect(titled.matches(of: /<h1>/).count == 1)
    #expect(titled.contains("<h1>A</h1>"))
  }

  @Test("a view within a page begins at a lower heading")
  func headingOffset() {
    let view = View([.heading("A", level: 1), .heading("B", level: 6), .heading("C", level: -3)])
    let text = HTMLRenderer().fragment(view, headingOffset: 2)
    #expect(text.contains("<h3>A</h3>\n<h6>B</h6>\n<h1>C</h1>"))
  }

  @Test(
    "whatever people type is shown as it was typed, and no more",
    arguments: [
      ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
      ("\"><img src=x onerror=y>", "&quot;&gt;&lt;img src=x onerror=y&gt;"),
      ("' onmouseover='x", "&#39; onmouseover=&#39;x"), ("&lt;b&gt;", "&amp;lt;b&amp;gt;"),
      ("]]><!-- --!>", "]]&gt;&lt;!-- --!&gt;"), ("</style><b>", "&lt;/style&gt;&lt;b&gt;"),
      ("a\u{202E}b\u{0}", "a\\u{202E}b\\u{0}"), ("\u{FFFE}", "\\u{FFFE}"),
      ("</title>", "&lt;/title&gt;"),
    ])
  func hostile(typed: String, expected: String) throws {
    let everywhere = Self.everywhere(typed)
    let page = HTMLRenderer(language: typed).page(everywhere, title: typed)
    #expect(
      page.matches(of: try Regex(NSRegularExpression.escapedPattern(for: expected))).count > 20)
    let outline = try Outline(page)
    let harmless = try Outline(HTMLRenderer(language: "x").page(Self.everywhere("x"), title: "x"))
    #expect(outline.tags == harmless.tags)
  }

  /// A view that has the text wherever a text can be.
  private static func everywhere(_ text: String) -> View {
    let axis = View.Matrix.Axis(text, low: text, high: text)
    let node = View.ThreadNode(
      id: CardID(text), text: text, author: text, tags: [text], remark: text,
      replies: [View.ThreadNode(id: CardID(text), text: text)], folded: 2)
    return View([
      .heading(text, level: 2), .text(text), .note(text, .hint), .list([text], ordered: true),
      .facts([.init(text, text)]), .thread([node]),
      .table(View.Table([.init(text), .init(text, isNumeric: true)], [[text, text]])),
      .bars([.init(text, value: 1, caption: text, isChosen: true)]),
      .grid([.init(text, prompt: text, items: [text])]),
      .matrix(.init(horizontal: axis, vertical: axis, points: [.init(text, x: 0, y: 1)])),
    ])
  }

  @Test("any view gives a page that the strictest reader reads")
  func wellFormed() throws {
    var random = Chance(seed: 11)
    for _ in 0..<200 {
      let page = HTMLRenderer().page(RandomView.view(&random), title: "x")
      let outline = try Outline(page)
      #expect(outline.tags.contains("main"))
      #expect(!outline.tags.contains("script"))
    }
  }
}

/// The elements and attributes of a page, in their order, as an XML reader finds them; an error if
/// it is not well formed.
private final class Outline: NSObject, XMLParserDelegate {
  private(set) var tags: [String] = []

  init(_ page: String) throws {
    super.init()
    let parser = XMLParser(data: Data(page.utf8))
    parser.delegate = self
    if !parser.parse() { throw parser.parserError ?? CocoaError(.fileReadCorruptFile) }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    tags.append(name)
    tags += attributes.keys.sorted()
  }
}
