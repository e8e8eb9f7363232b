import Comments
import Testing

/// Whether a table's first row names its columns, and rows in which a comma stands unquoted.
@Suite struct TableHeadingTests {
  private func read(
    _ text: String, _ change: (inout ImportOptions) -> Void = { _ in }
  ) throws -> ImportedDiscussion {
    var options = ImportOptions()
    change(&options)
    return try importDiscussion([("a.csv", Array(text.utf8))], options)
  }

  @Test(arguments: [
    ("Pairing helped,Ada Li,3\nSlow build,Bo,1\n", ["Pairing helped (Ada Li)", "Slow build (Bo)"]),
    ("Pairing helped,Ada\nSlow build,Bo\n", ["Pairing helped", "Slow build"]),
    ("Idea,Ada,3\nSlow build,Bo,1\n", ["Idea", "Slow build"]),
    ("Pairing helped\nSlow build\n", ["Pairing helped", "Slow build"]),
    ("\"Pairing, at last\"\n\"Slow\nbuild\"\n", ["Pairing, at last", "Slow/build"]),
    ("We met.,Sad\nIt rained.,Sad\n", ["We met.", "It rained."]),
    ("Cheap,No roof\nFast,Cold wait\n", ["Cheap", "No roof", "Fast", "Cold wait"]),
    ("Tea, with milk\nCake, but small\nBread\n", ["Tea, with milk", "Cake, but small", "Bread"]),
  ])
  func `a first row that is a card is one`(text: String, cards: [String]) throws {
    let read = try read(text)
    #expect(read.comments.map(\.outline) == cards)
    #expect(read.reading?.contains("is the first card; headings=yes takes") == true)
    #expect(read.warnings.isEmpty)
  }

  @Test(arguments: [
    ("Went well,To improve\nPairing,The form\n", ["Pairing #went-well", "The form #to-improve"]),
    ("Yellow,light_green\nPairing,The form\n", ["Pairing #yellow", "The form #light-green"]),
    ("#fff9b1,#d5f692\nA,B\n", ["A #fff9b1", "B #d5f692"]),
    (
      "so good,hm\nPairing,The form\nCake,\n",
      ["Pairing #so-good", "The form #hm", "Cake #so-good"]
    ),
    (
      "What was good?,And what not?\nPairing.,Noise.\n",
      ["Pairing. #what-was-good", "Noise. #and-what-not"]
    ),
    ("Was,Wieviel\nKürzer,3\nLänger,4\n", ["Kürzer", "Länger"]),
  ])
  func `a first row that names lanes or numbers is none`(text: String, cards: [String]) throws {
    let read = try read(text)
    #expect(read.comments.map(\.outline) == cards)
    #expect(read.reading?.contains("was taken as headings; headings=no makes a card of it") == true)
  }

  @Test func `it can be said`() throws {
    let text = "Went well,To improve\nPairing,The form\n"
    #expect(
      try read(text) { $0.headings = false }.comments.map(\.outline)
        == ["Went well", "To improve", "Pairing", "The form"])
    #expect(try read("One\nTwo\n") { $0.headings = true }.comments.map(\.outline) == ["Two"])
    #expect(try read("One\nTwo\n") { $0.text = "one" }.comments.map(\.outline) == ["Two"])
    let plain = try read("Text\nTwo\n")
    #expect(plain.reading == "text from “Text”")
  }

  @Test func `what is not taken without headings can be named by its number`() throws {
    let text = "Pairing helped,Ada,3\nSlow build,Bo,1\n"
    #expect(
      try read(text).reading?.hasPrefix(
        "text from column 1; not taken: column 2 and column 3 (author=2, tags=2 or votes=2 take "
          + "one)") == true)
    #expect(
      try read(text) { ($0.author, $0.tags, $0.votes) = ("none", "2", "3") }.comments.map(\.outline)
        == ["Pairing helped (3 votes) #ada", "Slow build (1 votes) #bo"])
  }

  @Test func `how notes look and where they lie says nothing`() throws {
    let miro = """
      Text,Color,Background colour,X,Y,Width,Board name,Created by
      Hello,#fff9b1,yellow,10,20,100,Day,Ada
      World,#d5f692,green,30,40,100,Day,Bo
      """
    #expect(try read(miro).comments.map(\.outline) == ["Hello (Ada)", "World (Bo)"])
    let mural = "ID,Text,BG Color,Area,Position X,Last updated by\n1,Hello,#fff,Ideas,3,Ada\n"
    #expect(try read(mural).comments.map(\.outline) == ["Hello (Ada) #ideas"])
    #expect(try read("Text,Color\nHello,red\n").comments.map(\.outline) == ["Hello"])
  }

  @Test(arguments: [
    ("Text,Author\nFine,Ada\nTea, with milk,Bo\n,,,\n", ["Fine (Ada)", "Tea, with milk (Bo)"]),
    (
      "Who,Feedback\nAda,I like it, a lot\nBo,1,000 times\n",
      ["I like it, a lot (Ada)", "1,000 times (Bo)"]
    ),
    (
      "Text,Author,Votes\nA, b, c,Ada,3\nOh, well,Bo\nFine,Cy,2\n",
      ["A, b, c (Ada, 3 votes)", "Oh, well (Bo)", "Fine (Cy, 2 votes)"]
    ),
    ("Text,Author,\nTea, with milk,Bo,\n", ["Tea, with milk (Bo)"]),
    ("Idea\nFirst\nTea, with milk\n", ["First", "Tea, with milk"]),
    (
      "Went well,Votes,To improve,Votes\nPairing, at last,3,The form,1\n",
      ["Pairing, at last (3 votes) #went-well", "The form (1 votes) #to-improve"]
    ),
  ])
  func `a comma that nobody quoted is put right`(text: String, cards: [String]) throws {
    let read = try read(text)
    #expect(read.comments.map(\.outline) == cards)
    let isTold =
      text.hasPrefix("Idea\n")
      ? []
      : ["commas", "a comma"].filter { word in
        read.warnings.contains { $0.contains("\(word) that no quotation marks hold") }
      }
    #expect(read.warnings.count == isTold.count)
  }

  @Test(arguments: [
    "Text,Author\nGood,Hyde, Ruth\nFine,Bo\n", "Text,Author,Votes\nGood,Hyde, Ruth\nFine,Bo,2\n",
    "Idea,Other,Author\na, x,b,Bo\nFine,,Bo\n",
  ])
  func `where nobody can say which comma it is, the row is set aside and told`(
    text: String
  ) throws {
    let read = try read(text)
    #expect(read.comments.map(\.text) == ["Fine"])
    #expect(
      read.warnings == [
        "1 row has more cells than there are columns, and nobody can say which comma is one too "
          + "many: it was left out (line 2)"
      ])
  }

  @Test func `authors with the surname first`() throws {
    let text = "Text,Author\nOne,\"Hyde, Ruth\"\nTwo,\"Li, Bo\"\n"
    #expect(try read(text).comments.map(\.author) == ["Ruth Hyde", "Bo Li"])
    // Two who wrote one card are nobody's name.
    #expect(
      try read("Text,Author\nOne,\"Ada, Bo\"\nTwo,Cy\n").comments.map(\.author) == [
        "Ada, Bo", "Cy",
      ])
  }
}
