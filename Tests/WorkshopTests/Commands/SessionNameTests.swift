import ExerciseProtocol
import Testing
import Workshop
import WorkshopTesting

@Suite("A session is opened by its title, and not mistaken for another")
struct SessionNameTests {
  private static let titles = [
    "Solace Summit, autumn", "Team A/B: day “one”", "Zoe\u{308}’s day 🎉", "12:30 / lunch?",
    String(repeating: "a long title, ", count: 25),
  ]

  @Test(
    "By its title as it was typed, by its file's name, and by another encoding", arguments: titles)
  func opens(title: String) throws {
    let library = MemoryLibrary()
    let desk = TestDesk(isInteractive: false, library: library)
    try desk.perform("/new \"\(title)\"")
    let name = try #require(desk.desk.live?.log.name)
    for typed in [title, name, title.replacing("e\u{308}", with: "ë")] {
      let other = TestDesk(isInteractive: false, library: library)
      try other.perform("/open \"\(typed)\"")
      #expect(other.session.title.hasPrefix(title.prefix(20)))
    }
  }

  @Test("By a title that is another than its name")
  func byTitle() throws {
    let library = MemoryLibrary()
    try TestDesk(library: library).perform("/new Day title=\"Solace: what next?\"")
    let script = TestDesk(isInteractive: false, library: library)
    try script.perform("/open Solace: what next?")
    #expect(script.desk.live?.log.name == "Day")
  }

  @Test(
    "A name that is nearly another's is asked about; a script is refused with the choices",
    arguments: ["summit, autumn", "SUMMIT, Autumn", "Summit,  autumn", "Summit: autumn"])
  func mistakable(name: String) throws {
    let library = MemoryLibrary()
    let desk = TestDesk(library: library)
    try desk.perform("/new Summit, autumn")
    guard case .ask(let form) = try desk.perform("/new \(name)").next else {
      Issue.record("nothing was asked")
      return
    }
    #expect(form.current?.question.contains("“Summit, autumn” is there already") == true)
    #expect(library.journals.count == 1)
    let script = TestDesk(isInteractive: false, library: library)
    let problem = try #require(script.problem("/new \(name)"))
    #expect(problem.hint?.contains("/open Summit, autumn opens it") == true)
    #expect(problem.hint?.contains("same=new begins another") == true)
    try script.perform("/new \(name) same=open")
    #expect(script.session.title == "Summit, autumn" && library.journals.count == 1)
    try script.perform("/new \(name) same=new")
    #expect(library.journals.count == 2)
    let title = script.session.title
    let third = TestDesk(isInteractive: false, library: library)
    try third.perform("/open \"\(title)\"")
    #expect(third.session.title == title)
    try third.perform("/open Summit, autumn")
    #expect(third.session.title == "Summit, autumn")
  }

  @Test("Just the same name is refused as ever")
  func same() throws {
    let desk = TestDesk()
    try desk.perform("/new Summit, autumn")
    #expect(desk.problem("/new Summit, autumn")?.message.contains("already") == true)
    #expect(desk.problem("/new Summit- autumn")?.message.contains("already") == true)
  }
}
