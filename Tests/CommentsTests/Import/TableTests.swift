import Comments
import Testing

/// Cards in tables: which column is what, and every dialect of CSV that tools write.
@Suite struct TableTests {
  @Test func `a retrospective's columns, text, votes and authors`() throws {
    let read = try importDiscussion(boardFixture("retro.csv"), named: "retro.csv")
    #expect(
      read.comments.map(\.outline) == [
        "Pairing, at last (Ada, 3 votes) #went-well",
        "The form is too long (Bo, 1 votes) #to-improve",
      ])
    #expect(
      read.reading
        == "text from “Text”, author from “Author”, tags from “Column”, votes from “Votes”")
  }

  @Test(arguments: [
    // Semicolons, tabs, bars; what Excel writes first; a byte order mark; CR and CR LF.
    "Feedback;Who;Tags\r\nSlow, too;Ada;a b,c\r\n",
    "sep=;\r\nFeedback;Who;Tags\r\nSlow, too;Ada;a b,c\r\n",
    "\u{FEFF}Feedback\tWho\tTags\nSlow, too\tAda\ta b,c\n",
    "Feedback|Who|Tags\rSlow, too|Ada|a b,c",
    "\"Feedback\",\"Who\",\"Tags\"\n\"Slow, too\",\"Ada\",\"a b,c\"\n\n\n",
    // The heads in another order and language, with blanks and capitals.
    "Schlagworte;Autorin; Kommentar \na b,c;Ada;Slow, too",
    "created by,LABELS,Card Name\nAda,\"a b,c\",\"Slow, too\"",
  ])
  func `dialects and headings`(text: String) throws {
    #expect(try outline(text, named: "a.csv") == ["Slow, too (Ada) #a-b #c"])
  }

  @Test func `UTF-16 and Latin-1`() throws {
    let text = "Text,Author\nCafé fermé à midi,Zoé\nÀ côté,Noël\n"
    let expected = ["Café fermé à midi (Zoé)", "À côté (Noël)"]
    var wide: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { wide += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    #expect(try outline(wide, named: "a.csv") == expected)
    let latin = text.unicodeScalars.map { UInt8($0.value) }
    #expect(try outline(latin, named: "a.csv") == expected)
  }

  @Test func `line ends and quotes in a cell`() throws {
    let text =
      "Text,Author\n\"One\nTwo \"\"so\"\"\",Ada\n\"He said \"no\" to it\",Bo\n5\" pipe,Cy\n"
    #expect(
      try outline(text, named: "a.csv") == [
        "One/Two \"so\" (Ada)", "He said \"no\" to it (Bo)", "5\" pipe (Cy)",
      ])
  }

  @Test func `a quote that does not end costs nothing but itself`() throws {
    let text = "Text,Author\nFine,Ada\n\"Open,Bo\nLast,Cy\n"
    let read = try importDiscussion(Array(text.utf8), named: "a.csv")
    #expect(read.comments.map(\.outline) == ["Fine (Ada)", "\"Open (Bo)", "Last (Cy)"])
    #expect(
      read.warnings == ["1 quotation mark that does not end was taken as it stands (line 3)"])
  }

  @Test func `one or two letters of Windows-1252 are letters`() throws {
    let latin = "Text,Author\nCaf\u{E9},J\u{FC}rgen\n".unicodeScalars.map { UInt8($0.value) }
    #expect(try outline(latin, named: "a.csv") == ["Caf\u{E9} (J\u{FC}rgen)"])
    let sign = Array("Text\nIt".utf8) + [0x92] + Array("s 5".utf8) + [0x80, 0x0A]
    #expect(try outline(sign, named: "a.csv") == ["It\u{2019}s 5\u{20AC}"])
    // Neither in a word nor a letter; and where there are letters of UTF-8, it is damage.
    for bytes: [UInt8] in [[0x20, 0xE9, 0x20], [0xFF], [0xC3, 0xA9, 0x62, 0xE9]] {
      let read = try importDiscussion(Array("Text\nCaf".utf8) + bytes + [0x0A], named: "a.csv")
      #expect(
        read.warnings == ["1 byte that is no UTF-8 was replaced by \u{FFFD} (line 2)"], "\(bytes)")
    }
  }

  @Test func `columns side by side, as EasyRetro has them`() throws {
    let text = "Went well,To improve,Actions\nPairing,The form,Ask Bo\nCoffee,,\n,Rooms,\n"
    let read = try importDiscussion(Array(text.utf8), named: "board.csv")
    #expect(
      read.comments.map(\.outline) == [
        "Pairing #went-well", "The form #to-improve", "Ask Bo #actions", "Coffee #went-well",
        "Rooms #to-improve",
      ])
    let start = "a card for each cell, its tag from the column's heading"
    #expect(read.reading?.hasPrefix(start) == true)
    let votes = "Went well,Votes,To improve,Votes\nPairing,3,The form,1\nCoffee,0,,\n"
    #expect(
      try outline(votes, named: "board.csv") == [
        "Pairing (3 votes) #went-well", "The form (1 votes) #to-improve",
        "Coffee (0 votes) #went-well",
      ])
  }

  @Test func `answers to a form, each with its question`() throws {
    let text = "Timestamp,Name,What is good?,What is not?\n3/4 10:00,Ada,Pairing,Noise\n"
    #expect(
      try outline(text, named: "form.csv") == [
        "Pairing (Ada) #what-is-good", "Noise (Ada) #what-is-not",
      ])
  }

  @Test func `Parabol: reflections with prompt and group, and what was said on them`() throws {
    let text = """
      "reflectionGroup","author","votes","type","createdAt","discussionThread","prompt","content"
      "Builds","Anonymous",4,"Reflection","2022-02-11T10:00:00.000Z","","Sad","CI is slow"
      "Builds","Ada",4,"Comment","2022-02-11T10:20:00.000Z","Cache it","","Cache it"
      "Builds","Bo",4,"Reply","2022-02-11T10:21:00.000Z","Cache it","","Yes"
      """
    #expect(
      try outline(text, named: "ParabolRetrospective.csv") == [
        "CI is slow (4 votes) #builds #sad", "Cache it (Ada) #builds", "Yes (Bo) #builds <1",
      ])
  }

  @Test func `scrumlr's CSV: what is stacked on a note answers it`() throws {
    let text = """
      note_id,author_id,author,text,column_id,column,rank,stack,voting_0
      n1,u1,Ada,Pairing,k1,Positive,2,null,3
      n2,u2,Bo,also at night,k1,Positive,1,n1,0
      """
    #expect(
      try outline(text, named: "a.csv") == [
        "Pairing (Ada, 3 votes) #positive", "also at night (Bo, 0 votes) #positive <0",
      ])
  }

  @Test func `Miro: what is no note is left out, HTML is text`() throws {
    let text = """
      Type,Content,Created by,Tags,Frame
      sticky_note,<p>Long&nbsp;lines</p>,Ada,red,Ideas
      frame,Ideas,,,
      sticky_note,"1 < 2, and <b>",Bo,,Ideas
      """
    let read = try importDiscussion(Array(text.utf8), named: "miro.csv")
    #expect(
      read.comments.map(\.outline) == [
        "Long\u{A0}lines (Ada) #red #ideas", "1 < 2, and <b> (Bo) #ideas",
      ])
    #expect(read.warnings.first?.hasPrefix("1 row that is no card") == true)
    #expect(
      try outline("A note\n\"Another, too\"\n", named: "b.csv") == ["A note", "Another, too"])
  }

  @Test func `a column can be named, by its heading or its number, or none`() throws {
    let text = "Datum,Was,Wozu,Name\n1.2.,Kürzer,Zeit,Ada\n"
    #expect(try outline(text, named: "a.csv") { $0.text = "was" } == ["Kürzer (Ada)"])
    #expect(
      try outline(text, named: "a.csv") {
        ($0.text, $0.author, $0.tags, $0.tag) = ("3", "none", "Was", "new")
      } == ["Zeit #kürzer #new"])
    let failure = try #require(throws: ImportFailure.self) {
      try outline(text, named: "a.csv") { $0.text = "Wo ist" }
    }
    #expect(failure.what == "The table has no column “Wo ist”.")
    #expect(
      failure.hint == "Say which: text=COLUMN. There are: “Datum”, “Was”, “Wozu”, “Name”.")
  }

  @Test func `rows without words are told, blank ones are not`() throws {
    let read = try importDiscussion(Array("Text,Author\n,Ada\n,\nX,Bo\n".utf8), named: "a.csv")
    #expect(read.comments.map(\.outline) == ["X (Bo)"])
    #expect(read.warnings == ["1 card without text was left out (line 2)"])
  }

  @Test func `what is too much is refused calmly, or costs itself alone`() throws {
    let many = "Text,Author\n" + String(repeating: "a,b\n", count: 1_000_000)
    let failure = try #require(throws: ImportFailure.self) { try outline(many, named: "a.csv") }
    #expect(failure.what == "It holds 1000000 cards; at most 20000 can be taken at once.")
    #expect(failure.hint.hasPrefix("Take a part of it"))
    let long = String(repeating: "x", count: 70_000)
    let read = try importDiscussion(
      Array("Text,Author\n\(long),Ada\nfine,\(long)\n".utf8), named: "a.csv")
    #expect(read.comments.map(\.text).last == "fine")
    #expect(read.comments.map(\.author) == ["Ada", nil])
    #expect(read.comments[0].text.utf8.count <= 65_536)
    #expect(read.warnings == ["1 text that is longer than a card's was cut"])
    let failed = try #require(throws: ImportFailure.self) {
      try outline([UInt8](repeating: 0x61, count: 17 << 20), named: "a.csv")
    }
    #expect(failed.what == "The file has 17825792 bytes; at most 16777216 are read.")
    #expect(failed.hint == "Take a part of it, as a file of its own.")
    let workbook = try #require(throws: ImportFailure.self) {
      try outline("PK\u{3}\u{4}", named: "people.xlsx")
    }
    #expect(workbook.hint == "Save it as CSV, or as plain text, and import that.")
    let quotes = String(repeating: "\"", count: 300_001)
    #expect(throws: Never.self) { try outline("Text,Author\n" + quotes + ",a", named: "a.csv") }
    let wide = String(repeating: "a,", count: 100_000)
    #expect(throws: Never.self) { try? outline("Text," + wide + "\nx\n", named: "a.csv") }
  }
}
