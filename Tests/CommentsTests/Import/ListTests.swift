import Comments
import Testing

/// Plain lines and Markdown.
@Suite struct ListTests {
  @Test func `a line is a card, and a name before a colon says whose`() throws {
    #expect(
      try outline(boardFixture("plain.txt"), named: "plain.txt") == [
        "The form is too long.", "Nobody answers.", "The login page is slow. (Ada)",
      ])
    #expect(
      try outline("Ada: Slow\n", named: "a.txt") { $0.author = "none" } == ["Ada: Slow"])
  }

  @Test func `bullets, blanks, tabs, line ends and tags of plain lines`() throws {
    let text = "\u{FEFF}Went well:\r\n\r\n\t• One #a\r\n  - Two\r\n3. Three\r\n* \r\n---\r\n"
    #expect(
      try outline(text, named: "a.txt") == [
        "One #went-well #a", "Two #went-well", "Three #went-well",
      ])
  }

  @Test func `a few words apart, before bullets, are their tag`() throws {
    let text = "We met again.\n\nWent well\n\n- One\n- Two\n\nTo improve\n- Three\n\nA last word\n"
    #expect(
      try outline(text, named: "a.txt") == [
        "We met again.", "One #went-well", "Two #went-well", "Three #to-improve",
        "A last word #to-improve",
      ])
  }

  @Test(arguments: [
    ("Note: call Bo", "Note: call Bo"), ("Problem: noise", "Problem: noise"),
    ("http://e.org is down", "http://e.org is down"), ("At 10:30: too late", "At 10:30: too late"),
    ("what I mean: this", "what I mean: this"), ("Ada von Berg: no", "no (Ada von Berg)"),
    ("@Ruth: My mother", "My mother (Ruth)"), ("@\"Ruth Hyde\" And I", "And I (Ruth Hyde)"),
    ("O'Neil-Smith: hm", "hm (O'Neil-Smith)"), ("Ada:", "Ada:"),
  ])
  func `who says a line`(line: String, card: String) throws {
    #expect(try outline(line + "\nLast", named: "a.txt").first == card)
  }

  @Test func `scrumlr's Markdown, as an older one and as today's writes it`() throws {
    let cards = [
      "Pairing worked (Ada, 3 votes) #positive", "also in the evening (Bo) #positive <0",
      "Coffee (Cy) #positive",
    ]
    let bytes = try boardFixture("scrumlr.md")
    #expect(try outline(bytes, named: "scrumlr.md") == cards)
    #expect(try importDiscussion(bytes, named: "scrumlr.md").title == "Retro")
    let today = """
      # Retro

      - Participants: 3
      - [Link to the board](https://scrumlr.io/board/1)

      ## Positive (3 Notes)

      - Pairing worked _(Ada, 3 Votes)_
          - also in the evening _(Bo)_
      - Coffee _(Cy)_

      ## Negativ (1 Notizen)

      - Noise (and heat)

      > Generated on [scrumlr.io](https://scrumlr.io)
      """
    #expect(try outline(today, named: "a.md") == cards + ["Noise (and heat) #negativ"])
  }

  @Test func `nested, numbered and task lists, with headings as tags`() throws {
    let text = """
      ---
      date: today
      ---
      # Our board
      Some words.

      ## Getting about
      - **Buses** at night
        are rare
          1. Ada: and dear #money
          2) and full
      * [x] Ask [the town](https://e.org)
      + [ ] Walk

      ***
      ### Home
      - `rent`
      """
    let read = try importDiscussion(Array(text.utf8), named: "a.md")
    #expect(
      read.comments.map(\.outline) == [
        "Buses at night/are rare #getting-about", "and dear (Ada) #getting-about #money <0",
        "and full #getting-about <0", "Ask the town (https://e.org) #getting-about #done",
        "Walk #getting-about", "rent #home",
      ])
    #expect(read.warnings == ["1 paragraph outside of the lists was left out (line 5)"])
    #expect(read.title == "Our board")
  }

  @Test(arguments: [("a.json", "Hello"), ("a.vcf", "Hello"), ("a.txt", "{"), ("a.html", "Hello")])
  func `what is called something else, or looks like it, is no list`(
    name: String, text: String
  ) throws {
    let failure = try #require(throws: ImportFailure.self) { try outline(text, named: name) }
    #expect(failure.hint.contains("a table (CSV), a list (.md, .txt)"))
  }

  @Test func `without lists the paragraphs are the cards`() throws {
    #expect(
      try outline("# T\nOne\nstill one\n\nTwo\n", named: "a.md") == ["One/still one", "Two"])
  }

  @Test func `a list as deep as it likes, and very many lines`() throws {
    let deep = (0..<2000).map { String(repeating: " ", count: $0) + "- x" }
    #expect(try outline(deep.joined(separator: "\n"), named: "a.md").count == 2000)
    let many = String(repeating: "x\n", count: 100_000)
    let failure = try #require(throws: ImportFailure.self) { try outline(many, named: "a.txt") }
    #expect(failure.what == "It holds 100000 cards; at most 20000 can be taken at once.")
  }
}
