import ExerciseProtocol
import Rendering
import Testing

@Suite("Markdown that shows text as it was typed")
struct MarkdownInjectionTests {
  @Test(arguments: [
    ("2 * 3 * 4", #"2 \* 3 \* 4"#),
    ("**bold** and _soft_ and ~~gone~~", #"\*\*bold\*\* and \_soft\_ and \~\~gone\~\~"#),
    ("# no heading", ##"\# no heading"##),
    ("text\n===", "text\\\n\\==="),
    ("text\n---", "text\\\n\\---"),
    ("- item", #"\- item"#),
    ("+ item", #"\+ item"#),
    ("1. item", #"1\. item"#),
    ("23) item", #"23\) item"#),
    ("1.5 metres", "1.5 metres"),
    ("3", "3"),
    ("> quote", #"\> quote"#),
    ("```\ncode", "\\`\\`\\`\\\ncode"),
    ("    code", "code"),
    ("<script>alert(1)</script>", #"\<script\>alert(1)\</script\>"#),
    ("<!-- hidden -->", #"\<!-- hidden --\>"#),
    ("[click](javascript:x)", #"\[click\](javascript:x)"#),
    ("![picture](x.png)", #"!\[picture\](x.png)"#),
    ("[1]: http://a.example", #"\[1\]: http\://a.example"#),
    ("see https://a.example", #"see https\://a.example"#),
    ("see WWW.a.example", #"see WWW\.a.example"#),
    ("&amp; &#42;", ##"\&amp; \&\#42;"##),
    (#"C:\path\*"#, #"C:\\path\\\*"#),
    ("a | b\n--|--", "a \\| b\\\n\\--\\|--"),
    (":-", #"\:-"#),
    ("$x$", #"\$x\$"#),
    ("\u{600}*a*", "\u{600}\\*a\\*"),
    ("\u{600}http://a.example", "\u{600}http\\://a.example"),
    ("one\ntwo\n\n\nthree", "one\\\ntwo\n\nthree"),
    ("\u{1B}[0m", #"\\u\{1B\}\[0m"#),
  ])
  func text(typed: String, expected: String) {
    #expect(markdown(View([.text(typed)])) == expected)
  }

  @Test func cellsOfATable() {
    let view = View([.table(View.Table([.init("a|b")], [["x | y\nz"], [#"\|"#], ["- 1"]]))])
    #expect(
      markdown(view) == ##"""
        | a\|b |
        | --- |
        | x \| y<br>z |
        | \\\| |
        | \- 1 |
        """##)
  }

  @Test func titlesStayOneLine() {
    let view = View([
      .heading("One\n# Two", level: 1),
      .facts([.init("a*\n- b", "c\n\n# d")]),
      .thread([.init(id: "c1\n# x", text: "- [ ] task", author: "Eve\n\n***")]),
    ])
    #expect(
      markdown(view) == ##"""
        # One \# Two

        * **a\* - b:** c

          \# d

        - **c1 \# x** · Eve  \*\*\*

          \- \[ \] task
        """##)
  }

  @Test("a view within a page begins at a lower heading, and never below the lowest")
  func headingOffset() {
    let view = View([.heading("A", level: 1), .heading("B", level: 6), .heading("C", level: -3)])
    #expect(MarkdownRenderer().render(view, headingOffset: 2) == "### A\n\n###### B\n\n# C\n")
  }

  @Test("lists that follow one another stay apart")
  func listsApart() {
    let view = View([
      .list(["a"], ordered: false), .list([], ordered: true), .list(["b"], ordered: false),
      .list(["c"], ordered: true), .list(["d"], ordered: true),
    ])
    #expect(markdown(view) == "- a\n\n* b\n\n1. c\n\n1) d")
  }

  @Test("nesting ends where it can no longer be read; words go on")
  func deepThread() {
    let thread = (1...10).reversed().reduce([View.ThreadNode]()) { replies, number in
      [View.ThreadNode(id: CardID("c\(number)"), text: "x", replies: replies)]
    }
    let lines = markdown(View([.thread(thread)])).split(separator: "\n")
    #expect(lines.contains("                - **c9** x"))
    #expect(lines.contains("                - **c10** · ↳ reply to c9"))
  }
}
