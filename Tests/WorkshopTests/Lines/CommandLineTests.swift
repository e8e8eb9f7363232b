import ExerciseProtocol
import Testing
import Workshop
import WorkshopTesting

@Suite("Lines with a slash")
struct CommandLineTests {
  @Test(
    "A command that is not there is answered with the nearest ones",
    arguments: [
      ["/unod", "^^^^^", "There is no command “/unod”.", "Hint: Did you mean /undo?"],
      [
        "/xyzzy 1", "^^^^^^", "There is no command “/xyzzy”.",
        "Hint: /help lists what you can do here.",
      ],
      ["/", "^", "There is no command “/”.", "Hint: /help lists what you can do here."],
      [
        "/s", "^^",
        "“/s” could be /start, /show, /speaker, /sessions, /series, /save-as, /say, /secret or "
          + "/seal.",
        "Hint: Type a little more of it.",
      ],
      ["  /unod", "  ^^^^^", "There is no command “/unod”.", "Hint: Did you mean /undo?"],
    ])
  func unknown(_ told: [String]) throws {
    #expect(try TestDesk.atProbe().told(told[0]) == told)
  }

  @Test("At a prompt a command may be short, and is named in full")
  func abbreviation() throws {
    let desk = try TestDesk.atProbe()
    let response = try desk.perform("/ag")
    #expect(response.view.blocks.first == .note("/agenda", .hint))
    #expect(try desk.perform("/AGENDA").view.blocks.first != .note("/agenda", .hint))
  }

  @Test("In a script a command is written whole, and nothing is asked")
  func script() throws {
    let desk = try TestDesk.atProbe(isInteractive: false)
    #expect(
      desk.told("/ag") == [
        "/ag", "^^^", "“/ag” is short for “/agenda”, and a script needs the whole name.",
        "Hint: Write /agenda.",
      ])
    #expect(desk.problem("/ag")?.isAbbreviation == true)
    #expect(desk.problem("/s")?.isAbbreviation == true)
    #expect(desk.problem("/unod")?.isAbbreviation == false)
    #expect(
      desk.told("/edit") == [
        "“card” and “text” are missing.",
        "Hint: For example: /edit c12 There is a big generation gap",
      ])
    #expect(desk.told("/points c1").first == "“who” is missing.")
  }

  @Test("At a prompt what is missing is asked for, one thing after the other")
  func form() throws {
    let desk = try TestDesk.atProbe()
    guard case .ask(var form) = try desk.perform("/points").next else {
      Issue.record("nothing was asked")
      return
    }
    #expect(form.missing.map(\.name) == ["who", "points"])
    #expect(throws: Problem.self) { try form.answer("Rogr", at: desk.desk) }
    try form.answer("Ruth", at: desk.desk)
    #expect(throws: Problem.self) { try form.answer("cat", at: desk.desk) }
    try form.answer("c1 c1", at: desk.desk)
    #expect(form.current == nil)
    #expect(form.invocation.actor == "p2")
    #expect(form.invocation.arguments["points"] == ["c1": 2])
  }

  @Test(
    "A question mark at the end explains what stands before it",
    arguments: [
      ("?", "We are at “Probe”"), ("/undo?", "Take back the last step"),
      ("/undo ?", "Take back the last step"), ("/undo 3?", "Take back the last step"),
      ("/say?", "Try say"), ("/say ?", "Try say"), ("/card c1?", "Try card"),
      ("/agenda add ?", "See the agenda"), ("/und?", "Take back the last step"),
      ("c2?", "two"), ("c2 ?", "two"), (">2?", "two"), ("@Ruth?", "Ruth Hyde"),
      ("@Ruth ?", "Ruth Hyde"), ("#skills?", "There are no such cards."),
    ])
  func explained(_ line: String, _ text: String) throws {
    let desk = try TestDesk.atProbe()
    let head = desk.timeline.head
    #expect(try desk.perform(line).view.plainText.contains(text))
    #expect(desk.timeline.head == head)
  }

  @Test("Every example that help shows can be read", arguments: Examples.all)
  func examples(_ line: String) throws {
    let desk = try TestDesk.atProbe()
    for number in 5...12 { try desk.perform("card \(number)") }
    desk.files.contents["page.txt"] = []
    // Whatever it is refused for, it is not for how it is written.
    let problem = desk.problem(line)
    #expect(problem == nil || problem?.range == nil, "\(problem?.told(of: line) ?? [])")
  }
}

/// The lines that the commands' own help shows.
enum Examples {
  static var all: [String] { TestDesk().desk.commands.flatMap(\.examples) }
}
