import ExerciseProtocol
import OrderedCollections
import Testing
import Workshop
import WorkshopTesting

/// Who said it: people write as people write, and are who they were.
@Suite("Names in a line")
struct NameTests {
  private static let roster =
    "Ruth Hyde, Roger White, Carrie Bishop, Ann, Ann Marie, Sean O'Brien, Jo Smith-Jones, "
    + "Priya, J. Smith, Ruth H., Zoë Ball, Dafydd ap Rhys, St. John Rivers"

  private func desk(isInteractive: Bool = false, roster: String = roster) throws -> TestDesk {
    let desk = TestDesk(isInteractive: isInteractive)
    for line in ["/new Day", "/agenda add discussion Talk", "/people add \(roster)", "/start"] {
      try desk.perform(line)
    }
    return desk
  }

  @Test(
    "Punctuation ends a name, the longest known one wins, and nobody joins by a way of writing",
    arguments: [
      ("@Ruth Hyde: My mother", "Ruth Hyde", "My mother"),
      ("@ruth hyde My mother", "Ruth Hyde", "My mother"),
      ("@RUTH  HYDE, My mother", "Ruth Hyde", "My mother"),
      ("@Roger, I agree", "Roger White", "I agree"),
      ("@Roger: I agree", "Roger White", "I agree"),
      ("@Roger – I agree", "Roger White", "I agree"),
      ("@Roger — I agree", "Roger White", "I agree"),
      ("@Roger—I agree", "Roger White", "I agree"),
      ("@Roger:I agree", "Roger White", "I agree"),
      ("@Roger... well", "Roger White", "well"),
      ("@Roger! Yes", "Roger White", "Yes"),
      ("@Roger: \"I agree\"", "Roger White", "\"I agree\""),
      ("@Carrie's idea", "Carrie Bishop", "idea"),
      ("@Carrie’s idea", "Carrie Bishop", "idea"),
      ("@Ann Marie: she said it", "Ann Marie", "she said it"),
      ("@ann marie: she said it", "Ann Marie", "she said it"),
      ("@Ann: Marie said it", "Ann", "Marie said it"),
      ("@Ann she said it", "Ann", "she said it"),
      ("@\"Ann Marie\": she said it", "Ann Marie", "she said it"),
      ("@“Ann Marie” she said it", "Ann Marie", "she said it"),
      ("@Sean O’Brien: no", "Sean O'Brien", "no"),
      ("@O'Brien no", "Sean O'Brien", "no"),
      ("@O'Brien's idea", "Sean O'Brien", "idea"),
      ("@Smith-Jones, no", "Jo Smith-Jones", "no"),
      ("@Jo Smith‑Jones no", "Jo Smith-Jones", "no"),
      ("@J. Smith: no", "J. Smith", "no"),
      ("@J Smith no", "J. Smith", "no"),
      ("@Ruth H. no", "Ruth H.", "no"),
      ("@Ruth H: no", "Ruth H.", "no"),
      ("@St. John Rivers, no", "St. John Rivers", "no"),
      ("@Zoe\u{308} no", "Zoë Ball", "no"),
      ("@Ｒｏｇｅｒ no", "Roger White", "no"),
      ("＠Roger no", "Roger White", "no"), ("@ Roger: no", "Roger White", "no"),
      ("@Roger\u{A0}White no", "Roger White", "no"),
    ])
  func known(_ line: String, _ name: String, _ text: String) throws {
    let desk = try desk()
    let events = try desk.events(of: line)
    let card = try #require(desk.session.board["c1"])
    #expect(desk.session.roster[card.author ?? ""]?.name == name)
    #expect(card.text == text)
    #expect(!events.contains { if case .joined = $0 { true } else { false } })
  }

  @Test(
    "Somebody new is called as they are, without the punctuation",
    arguments: [
      ("@Bob: hello", "Bob", "hello"), ("@Bob, hello", "Bob", "hello"),
      ("@Bob's idea", "Bob", "idea"), ("@D'Arcy hello", "D'Arcy", "hello"),
      ("@Mary-Lou hello", "Mary-Lou", "hello"), ("@Sarah Hughes: hello", "Sarah Hughes", "hello"),
      ("@Bob Ask them first", "Bob", "Ask them first"),
      (#"@"Mary Ann Evans", hello"#, "Mary Ann Evans", "hello"),
    ])
  func newcomers(_ line: String, _ name: String, _ text: String) throws {
    let desk = try desk()
    let events = try desk.events(of: line)
    #expect(events.first == .joined(Participant(id: "p14", name: name)))
    #expect(desk.session.board["c1"]?.text == text)
  }

  @Test(
    "Words for everybody or a part in the room are nobody: the card has no name, and it is told",
    arguments: ["all", "everyone", "Everybody", "facilitator", "room", "nobody", "participants"])
  func nobody(_ word: String) throws {
    let desk = try desk()
    let response = try desk.perform("@\(word): we go on")
    #expect(desk.session.board["c1"]?.author == nil && desk.session.board["c1"]?.text == "we go on")
    #expect(desk.session.roster.count == 13)
    #expect(response.view.plainText.contains("“@\(word)” is nobody in particular"))
    #expect(desk.problem("/people add \(word)")?.message == "“\(word)” is nobody's name.")
  }

  @Test(
    "What is no name is text",
    arguments: [
      "@ 5pm we meet", "@5pm we meet", "write to bob@x.org", "@bob@x.org is my handle",
      "at @Ruth’s place", "Thanks @Ruth",
    ])
  func text(_ line: String) throws {
    let desk = try desk()
    #expect(try desk.events(of: line).count == 1)
    #expect(desk.session.board["c1"]?.text == line && desk.session.board["c1"]?.author == nil)
  }

  @Test(
    "What could be one or another is refused in a script, with the choices",
    arguments: [
      ("@Ruth: hello", "“Ruth” could be Ruth Hyde or Ruth H.."),
      ("@Zoe hello", "Nobody here is called “Zoe”."),
      ("@Rogr hello", "Nobody here is called “Rogr”."),
      ("@Rog hello", "Nobody here is called “Rog”."),
      ("@K. Lewis hello", "Nobody here is called “K. Lewis”."),
    ])
  func unsure(_ line: String, _ message: String) throws {
    let desk = try desk()
    let before = desk.events
    #expect(desk.problem(line)?.message.hasPrefix(String(message.dropLast())) == true)
    #expect(desk.problem(line)?.hint?.isEmpty == false)
    #expect(desk.events == before)
  }

  @Test("At a prompt it is asked, and a number, a name or the same name again answers")
  func asked() throws {
    for (answer, name) in [
      ("1", "Roger White"), ("roger white", "Roger White"), ("2", "Rogr"), ("Rogr", "Rogr"),
    ] {
      let desk = try desk(isInteractive: true)
      guard case .ask(var form) = try desk.perform("@Rogr: hello").next else {
        Issue.record("not asked")
        return
      }
      #expect(form.current?.question.contains("1 Roger White, 2 somebody new called Rogr") == true)
      #expect(throws: Problem.self) { try form.answer("pains: @Ruth it rains", at: desk.desk) }
      try form.answer(answer, at: desk.desk)
      _ = try desk.desk.carryOut(form.invocation)
      let card = try #require(desk.session.board["c1"])
      #expect(desk.session.name(of: card.author) == name && card.text == "hello")
    }
  }

  @Test(
    "A name longer than a known one is asked about, and no word is lost whoever is meant",
    arguments: [
      ("@Priya Patel: no, never", "1", "Priya", "Patel: no, never"),
      ("@Priya Patel: no, never", "2", "Priya Patel", "no, never"),
      ("@Ruthe Hyde, no", "1", "Ruth Hyde", "no"), ("@Ruthe Hyde, no", "2", "Ruthe Hyde", "no"),
      ("@Ingrid Olsen, no", "1", "Ingrid Olsen", "no"),
      ("@Ingrid Olsen, no", "Ingrid", "Ingrid", "Olsen, no"),
      ("@Ann will say it", "1", "Ann Will", "say it"),
      ("@Ann will say it", "2", "Ann", "will say it"),
      (">c1 @Ann will say it", "2", "Ann", "will say it"),
    ])
  func longer(_ line: String, _ answer: String, _ name: String, _ text: String) throws {
    let desk = try desk(isInteractive: true, roster: Self.roster + ", Ann Will")
    try desk.perform("a first card")
    guard case .ask(var form) = try desk.perform(line).next else {
      Issue.record("not asked")
      return
    }
    try form.answer(answer, at: desk.desk)
    _ = try desk.desk.carryOut(form.invocation)
    let card = try #require(desk.session.board["c2"])
    #expect(desk.session.name(of: card.author) == name && card.text == text)
  }

  @Test("A script is refused where a longer name may be somebody else's")
  func longerInAScript() throws {
    let desk = try desk()
    #expect(desk.problem("@Priya Patel: no")?.message == "Nobody here is called “Priya Patel”.")
    #expect(try desk.events(of: "@Priya: Patel: no").count == 1)
  }

  @Test("Of a name some words may be left out, and a sign of ours ends it")
  func fewerWords() throws {
    let desk = try desk(roster: "Dr. Maya Patel, Ann Mary Jones, Ann, Fred")
    try desk.perform("a first card")
    for line in [
      "@Dr. Patel: no", "@Ann Jones: no", "@Fred>c1 no", "@Fred#idea no",
    ] { try desk.perform(line) }
    let cards = desk.session.board.values.dropFirst()
    #expect(
      cards.map { desk.session.name(of: $0.author) }
        == ["Dr. Maya Patel", "Ann Mary Jones", "Fred", "Fred"])
    #expect(cards.map(\.text) == ["no", "no", "no", "#idea no"])
    #expect(desk.session.board["c4"]?.parent == "c1")
  }

  @Test("A roster has each name once, however it is written")
  func roster() throws {
    let desk = try desk()
    for name in ["ruth  hyde", "@Ruth Hyde", "Ruth Hyde:", "sean O’Brien", "zoe\u{308} ball"] {
      #expect(desk.problem("/people add \(name)")?.message.hasPrefix("Somebody is already") == true)
    }
    #expect(try desk.events(of: "/people add Lee Jones,  @Mia:").count == 2)
    #expect(desk.session.roster.values.map(\.name).suffix(2) == ["Lee Jones", "Mia"])
  }

  @Test("No way of writing a known name makes a new person: 2,000 of them")
  func property() throws {
    let desk = try desk()
    var random = SystemSeed(state: 11)
    let names = desk.session.roster.values.map(\.name)
    let endings = [":", ",", ";", ".", "!", "?", "'s", "’s", ")", "—", " –", " :", "…", ""]
    for _ in 0..<2_000 {
      let name = names[Int(random.next() % UInt64(names.count))]
      var typed = name
      switch random.next() % 4 {
      case 0: typed = typed.lowercased()
      case 1: typed = typed.uppercased()
      case 2: typed = typed.replacing(" ", with: "  ")
      default: break
      }
      if random.next() % 2 == 0 { typed = typed.replacing("'", with: "’") }
      let line = "@\(typed)\(endings[Int(random.next() % UInt64(endings.count))]) x y z"
      let reading = desk.desk.session?.leadingName(in: line).map { who -> String? in
        if case .known(let person) = who { person.name } else { nil }
      }
      #expect(reading == name, "\(line)")
    }
  }
}

/// SplitMix64.
private struct SystemSeed {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}
