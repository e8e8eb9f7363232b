import ExerciseProtocol
import OrderedCollections
import Testing
import Workshop
import WorkshopTesting

/// Where a name ends, and what is nearly a name that is known.
@Suite("The edges of a name")
struct NameEdgeTests {
  private static let roster =
    "Sarah Hughes, Jan van der Berg, Anne-Marie Le Goff, Zoë Ball, Ben, Roger Owen, Sean O'Brien"

  private func desk(isInteractive: Bool = false) throws -> TestDesk {
    let desk = TestDesk(isInteractive: isInteractive)
    for line in ["/new Day", "/agenda add discussion Talk", "/people add \(Self.roster)", "/start"]
    { try desk.perform(line) }
    return desk
  }

  @Test(
    "An initial belongs to the name, and an apostrophe of any form ends it",
    arguments: [
      ("@Roger O. said it", "Roger Owen", "said it"), ("@Roger O: hm", "Roger Owen", "hm"),
      ("@Jan V.: hm", "Jan van der Berg", "hm"), ("@Kim V.: hm", "Kim V.", "hm"),
      ("@Ruth O. said it", "Ruth O.", "said it"),
      ("@John Q. Public: hm", "John Q. Public", "hm"), ("@Ben´s idea", "Ben", "idea"),
      ("@Ben`s idea", "Ben", "idea"), ("@Ben′s idea", "Ben", "idea"),
      ("@Kim´s idea", "Kim", "idea"), ("@O´Brien no", "Sean O'Brien", "no"),
    ])
  func ends(_ line: String, _ name: String, _ text: String) throws {
    let desk = try desk()
    try desk.perform(line)
    let card = try #require(desk.session.board["c1"])
    #expect(desk.session.name(of: card.author) == name && card.text == text)
  }

  @Test(
    "What is nearly a known name is refused in a script, with the choices",
    arguments: [
      ("@sarah huges hm", "Sarah Hughes"), ("@Sara Hughes hm", "Sarah Hughes"),
      ("@sarha hughes: hm", "Sarah Hughes"), ("@vanderberg hm", "Jan van der Berg"),
      ("@Vander Berg hm", "Jan van der Berg"),
      ("@Anne Marie Le Goff: hm", "Anne-Marie Le Goff"), ("@annemarie hm", "Anne-Marie Le Goff"),
      ("@zoe hm", "Zoë Ball"), ("@Zoe Ball: hm", "Zoë Ball"), ("@obrien hm", "Sean O'Brien"),
      ("@Ben K. hm", "Ben"), ("@Dr. Sarah Hughes: hm", "Sarah Hughes"),
      ("@Mrs. Ball: hm", "Zoë Ball"),
    ])
  func near(_ line: String, _ name: String) throws {
    let desk = try desk()
    let before = desk.events
    let problem = try #require(desk.problem(line))
    #expect(problem.isUsage && problem.hint?.contains(name) == true)
    #expect(desk.events == before)
  }

  @Test("At a prompt it is asked, and the words are whole whatever is answered")
  func asked() throws {
    for (answer, name, text) in [
      ("1", "Sarah Hughes", "hm"), ("2", "sarah huges", "hm"),
      ("3", "Sarah Hughes", "huges hm"), ("Ben", "Ben", "hm"),
    ] {
      let desk = try desk(isInteractive: true)
      guard case .ask(var form) = try desk.perform("@sarah huges hm").next else {
        Issue.record("not asked")
        return
      }
      #expect(form.current?.question.contains("3 Sarah Hughes, who said “huges …”") == true)
      try form.answer(answer, at: desk.desk)
      _ = try desk.desk.carryOut(form.invocation)
      let card = try #require(desk.session.board["c1"])
      #expect(desk.session.name(of: card.author) == name && card.text == text)
    }
  }

  @Test(
    "Words of ours after @ are nobody's name, and the way on is told",
    arguments: ["next", "Next", "back", "merge", "speaker", "everyone", "yes", "pawb"])
  func nobody(_ word: String) throws {
    let desk = try desk()
    let told = try desk.perform("@\(word) go on").view.plainText
    #expect(desk.session.board["c1"]?.author == nil && desk.session.board["c1"]?.text == "go on")
    #expect(desk.session.roster.count == 7)
    #expect(told.contains("“@\(word)” is nobody in particular"))
    #expect(told.contains("/by c1 NAME"))
    if word == "next" || word == "merge" { #expect(told.contains("/\(word) is the command.")) }
    #expect(desk.problem("/people add \(word)")?.message == "“\(word)” is nobody's name.")
    if word == "next" { #expect(desk.problem("@next")?.hint == "/next is the command.") }
    #expect(desk.problem("/by c1 \(word)") != nil || desk.session.board["c1"]?.author == nil)
  }

  @Test("A question for a name takes no sentence, number or command for one")
  func answers() throws {
    let desk = try desk(isInteractive: true)
    guard case .ask(let form) = try desk.perform("@Sarha hm").next else {
      Issue.record("not asked")
      return
    }
    let before = desk.session
    for answer in [
      "7", "42", "next", "yes", "no", "The bus is late", "Buses run late", "I think so",
      "we go on", "who?", "ok", "/", "half past five", "more benches are needed here",
      "a sentence here", "Sarah, it is late",
    ] {
      var form = form
      #expect(throws: Problem.self, "\(answer)") { try form.answer(answer, at: desk.desk) }
      #expect(form.current != nil)
    }
    #expect(desk.session == before)
    var last = form
    try last.answer("Kim Lee", at: desk.desk)
    _ = try desk.desk.carryOut(last.invocation)
    #expect(desk.session.name(of: desk.session.board["c1"]?.author) == "Kim Lee")
  }

  @Test("People in the room come first; of others half a name is asked about")
  func web() throws {
    let desk = try desk(isInteractive: true)
    desk.files.contents["a.json"] = Array(
      """
      [{"id": 1, "post": 7, "author_name": "Ben Web", "content": {"rendered": "<p>One</p>"}},
      {"id": 2, "post": 7, "author_name": "Sarah", "content": {"rendered": "<p>Two</p>"}},
      {"id": 3, "post": 7, "author_name": "Zed Moon", "content": {"rendered": "<p>Three</p>"}}]
      """.utf8)
    try desk.perform("/import a.json same=no")
    for (line, name) in [
      ("@Ben hm", "Ben"), ("@Sarah hm", "Sarah Hughes"), ("@sarah: hm", "Sarah Hughes"),
      ("@Ben Web: hm", "Ben Web"),
    ] {
      try desk.perform(line)
      #expect(desk.session.name(of: desk.session.board.values.last?.author) == name, "\(line)")
    }
    #expect(try desk.perform("/show brief").view.plainText.contains("People: 8"))
    guard case .ask(let form) = try desk.perform("@Zed hm").next else {
      Issue.record("not asked")
      return
    }
    #expect(form.current?.question.contains("1 Zed Moon, 2 somebody new called Zed") == true)
  }

  @Test("A backslash goes before one of our signs at the beginning of a word, and only there")
  func escapes() throws {
    let desk = try desk()
    for (line, text) in [
      (##"\#word it is"##, "#word it is"), (##"say \#now and go"##, "say #now and go"),
      (##"ask \@home, or not"##, "ask @home, or not"), (##"\o/ hooray"##, ##"\o/ hooray"##),
      (##"\\srv\x"##, ##"\\srv\x"##), (##"a\#b and \d+"##, ##"a\#b and \d+"##),
      (##"the end \#word"##, "the end #word"),
    ] {
      try desk.perform(line)
      #expect(desk.session.board.values.last?.text == text)
      #expect(desk.session.board.values.last?.tags == [])
      #expect(desk.desk.line(saying: line) == line, "pasted")
    }
    try desk.perform(##"/edit c1 say \#this now"##)
    #expect(desk.session.board["c1"]?.text == "say #this now")
  }
}
