import ExerciseProtocol
import OrderedCollections
import Testing
import Workshop
import WorkshopTesting

@Suite("Files, options and names as they are typed and pasted")
struct TypedTests {
  @Test(
    "A file is read as terminals paste it",
    arguments: [
      "my file.txt": #"my file.txt"#, "'my file.txt'": "my file.txt",
      #"my\ file.txt"#: "my file.txt", "“my file.txt”": "my file.txt",
      "‘my file.txt’": "my file.txt", "file:///tmp/my%20file.txt": "/tmp/my file.txt",
      "file://localhost/tmp/Zo%C3%AB.txt": "/tmp/Zoë.txt", #"'it'\''s.txt'"#: "it's.txt",
      "Ruth's.txt": "Ruth's.txt", #"'/a/b c.txt' "#: "/a/b c.txt", "~/a.txt": "~/a.txt",
      #"a\b.txt"#: #"a\b.txt"#, "100%.txt": "100%.txt",
    ])
  func path(typed: String, path: String) { #expect(TypedFile.path(typed) == path) }

  @Test(
    "Every command that takes a file reads it so",
    arguments: [
      "'my day.md'", #"my\ day.md"#, "“my day.md”", "\"my day.md\"", "'my day.md' ",
    ])
  func report(file: String) throws {
    let desk = try TestDesk.inDiscussion()
    try desk.perform("/report \(file)")
    #expect(desk.files.text("my day.md") != nil)
    try desk.perform("/report \(file) replace=yes")
  }

  @Test(
    "A misspelt option is told, with its value",
    arguments: [
      ("/agenda add discussion Talk minuts=15", "minutes=15"),
      ("/agenda add discussion minuts=15 Talk", "minutes=15"),
      ("/agenda add discussion Talk Minuts=15", "minutes=15"),
      ("/agenda add discussion Talk minuts:15", "minutes=15"),
      ("/agenda add discussion Talk minutes:15", "minutes=15"),
      ("/agenda add discussion Talk minutes = 15", "minutes=15"),
      ("/agenda add discussion Talk minuts= 15", "minutes=15"),
      ("/people add Ann rol=facilitator", "role=facilitator"),
      ("/outcome action Write it ownr=Ruth", "owner=Ruth"),
      ("/new Day templat=proposition", "template=proposition"),
    ])
  func misspelt(line: String, near: String) throws {
    let desk = try TestDesk.inDiscussion(isInteractive: false)
    let before = desk.events
    let hint = try #require(desk.problem(line)?.hint)
    #expect(hint.contains("Did you mean \(near)?"), "\(hint)")
    #expect(desk.events == before)
  }

  @Test(
    "An equals sign in a text is one",
    arguments: ["E=mc2", "What is a=b", "x=1 and y=2", "Speed=distance/time", "See: 10:30"])
  func equals(text: String) throws {
    let desk = try TestDesk.inDiscussion()
    try desk.perform("/agenda add discussion \(text)")
    #expect(desk.session.agenda.values.last?.plan.title == text)
  }

  @Test(
    "TAB goes on after a blank",
    arguments: [
      ("@Ruth H", "@\"Ruth Hyde\""), ("@\"Ruth H", "@\"Ruth Hyde\""),
      ("/people remove Roger White, Ruth H", "\"Ruth Hyde\""),
      ("/import \"My f", "\"My file.txt\""), ("/import My f", "\"My file.txt\""),
      (#"/import My\ f"#, "\"My file.txt\""), ("/import 'My f", "\"My file.txt\""),
      ("/open Summ", "Summit"), ("/open Zoë's d", "Zoë's day, autumn"),
      ("/save-as X in=\"My f", "in=\"My file.txt\""),
    ])
  func completion(line: String, choice: String) throws {
    let library = MemoryLibrary()
    try TestDesk(library: library).perform("/new Zoë's day, autumn")
    let desk = TestDesk(library: library)
    desk.files.contents["My file.txt"] = []
    for line in [
      "/new Summit", "/agenda add discussion Needs", "/people add Roger White, Ruth Hyde", "/start",
    ] { try desk.perform(line) }
    let completion = desk.desk.complete(line, at: line.count)
    #expect(completion.choices.map(\.text) == [choice])
    #expect(completion.range.upperBound == line.count)
  }
}
