import ExerciseProtocol
import OrderedCollections
import Testing
import Workshop
import WorkshopTesting

@Suite("/new, /open, /sessions, /save-as, /quit, /report, /plugins and /help")
struct SessionsTests {
  @Test("A session begins with its name as a file can have it, and its title as it was typed")
  func new() throws {
    let desk = TestDesk()
    let events = try desk.events(of: "/new Solace: “Summit” / 2011?")
    guard case .created(let id, let title)? = events.first else {
      Issue.record("nothing was created")
      return
    }
    #expect(title == "Solace: “Summit” / 2011?" && id.count == 32)
    #expect(desk.desk.live?.log.name == "Solace- -Summit- - 2011")
    #expect(desk.problem("/new Solace: Summit/2011") == nil)
    #expect(desk.problem("/new Solace- Summit-2011") != nil)
  }

  @Test("Where a session can't begin, the one that was open stays open")
  func refusedBeginning() throws {
    let library = MemoryLibrary()
    let desk = TestDesk(library: library)
    try desk.perform("/new First")
    #expect(desk.problem("/new First") != nil)
    #expect(desk.problem("/new Second template=none")?.message == "There is no template “none”.")
    #expect(desk.session.title == "First")
    #expect(library.journals.count == 1)
  }

  @Test("It is opened again as it was, by any case; the nearest name is suggested")
  func open() throws {
    let library = MemoryLibrary()
    let desk = TestDesk(library: library)
    for line in ["/new Summit", "/agenda add discussion", "/start", "one"] {
      try desk.perform(line)
    }
    let other = TestDesk(library: library)
    #expect(
      try other.result("/open summit") == ["title": "Summit", "cards": 1])
    #expect(other.session == desk.session)
    #expect(
      other.told("/open Sumit") == [
        "There is no session “Sumit” in memory.", "Hint: Did you mean Summit?",
      ])
    #expect(try other.result("/sessions")?["place"] == "memory")
  }

  @Test("A script gets the session that it names, or none; who looks is told which one is open")
  func capitals() throws {
    let library = MemoryLibrary()
    let desk = TestDesk(library: library)
    for name in ["Meeting", "MEETING same=new"] { try desk.perform("/new \(name)") }
    let script = TestDesk(isInteractive: false, library: library)
    #expect(
      script.told("/open meeting") == [
        "There is no session “meeting” in memory.", "Hint: Did you mean MEETING or Meeting?",
      ])
    #expect(script.desk.live == nil)
    try script.perform("/open MEETING")
    #expect(script.session.title == "MEETING")
    // Two that differ in capitals alone are not guessed between.
    #expect(desk.problem("/open meeting") != nil)
    try desk.perform("/open Meeting")
    #expect(desk.session.title == "Meeting")
  }

  @Test("A report takes the place of an earlier one, and of nothing else unless told to")
  func reportReplaces() throws {
    let desk = try TestDesk.inDiscussion()
    try desk.perform("/report day.md")
    try desk.perform("one more")
    try desk.perform("/report day.md")
    #expect(desk.files.text("day.md")?.contains("one more") == true)
    desk.files.contents["notes.md"] = Array("mine".utf8)
    #expect(desk.problem("/report notes.md")?.hint?.contains("replace=yes") == true)
    #expect(desk.files.text("notes.md") == "mine")
    try desk.perform("/report notes.md replace=yes")
    #expect(desk.files.text("notes.md")?.contains("one more") == true)
  }

  @Test("What one session's exercises know is saved before the next one is told of")
  func apart() throws {
    let library = MemoryLibrary()
    let desk = TestDesk(library: library)
    for name in ["First", "Second"] {
      for line in [
        "/new \(name)", "/agenda add discussion", "/agenda add dot-voting", "/people add Ruth, Zoe",
        "/start", "one", "/next",
      ] { try desk.perform(line) }
      if name == "Second" { try desk.perform("@Zoe c1") }
    }
    try desk.perform("/open First")
    for _ in 0..<70 { try desk.perform("@Ruth c1") }
    try desk.perform("/open Second")
    let saved = library.journals["First"]?.snapshot
    #expect(saved?.states["a2"]?.events == 70)
    #expect(saved?.states["a2"]?.state.data.text().contains("p2") == false)
    try desk.perform("/open First")
    #expect(try desk.perform("/show").view.plainText.contains("1 of 2 has voted"))
  }

  @Test("A copy goes on by itself")
  func saveAs() throws {
    let library = MemoryLibrary()
    let desk = TestDesk(library: library)
    try desk.perform("/new Summit")
    #expect(try desk.result("/save-as Summit: day two") == ["name": "Summit- day two"])
    try desk.perform("/people add Ruth")
    #expect(library.journals["Summit"]?.events.count == 1)
    #expect(TestDesk().problem("/save-as X")?.message == "No session is open.")
  }

  @Test("A session that can't be written says why, and nothing changes")
  func readOnly() throws {
    let library = MemoryLibrary()
    let desk = TestDesk(library: library)
    for line in ["/new Summit", "/agenda add discussion", "/start"] { try desk.perform(line) }
    library.journals["Summit"]?.readOnly = Problem("The disk is full.")
    let before = desk.session
    for line in ["Hello", "/next", "/undo", "/people add Zoe"] {
      #expect(desk.problem(line)?.message == "The disk is full.")
    }
    #expect(desk.session == before)
    try desk.perform("/show")
    #expect(throws: Never.self) { try desk.perform("/quit") }
  }

  @Test("Leaving saves the document and says so")
  func quit() throws {
    let library = MemoryLibrary()
    let desk = TestDesk(library: library)
    for line in ["/new Summit", "/people add Ruth"] { try desk.perform(line) }
    guard case .leave = try desk.perform("/quit").next else {
      Issue.record("it stayed")
      return
    }
    #expect(library.journals["Summit"]?.snapshot?.timeline.head == desk.timeline.head)
  }

  @Test("The report holds the whole session, also where a plugin can't answer")
  func report() throws {
    let desk = try TestDesk.inDiscussion()
    for line in [
      "@Ruth one", "secret words", "/hide c2 off topic", "/outcome decision c1", "/next",
      "@Ruth c1", "/reveal",
    ] { try desk.perform(line) }
    #expect(try desk.result("/report") == ["file": "memory/Summit.md"])
    let text = desk.files.text("memory/Summit.md") ?? ""
    for part in ["Summit", "Ruth Hyde", "one", "c1 one: 1 dot", "Decisions", "Choice"] {
      #expect(text.contains(part), "\(part)")
    }
    #expect(!text.contains("secret words"))
    desk.exercises.uninstall("dot-voting")
    try desk.perform("/report other.md")
    #expect(desk.files.text("other.md")?.contains("No installed plugin provides") == true)
  }

  @Test("Plugins are listed, and switched on again")
  func plugins() throws {
    let desk = TestDesk()
    #expect(try desk.perform("/plugins").view.plainText.contains("No plugin was found."))
    desk.plugins.listing = [
      PluginListing(
        id: "comments", name: "Comments", version: "1.0.0", state: "off", exercises: ["discussion"])
    ]
    #expect(
      try desk.result("/plugins") == [
        "plugins": .array([
          ["id": "comments", "version": "1.0.0", "state": "off", "exercises": ["discussion"]]
        ])
      ])
    try desk.perform("/plugins enable comments")
    #expect(desk.plugins.enabled == ["comments"])
    #expect(desk.problem("/plugins enable x")?.message == "There is no plugin “x”.")
  }

  @Test("Help says what can be done here, explains a command, and lists them all")
  func help() throws {
    let desk = try TestDesk.inDiscussion()
    let here = try desk.perform("/help").view.plainText
    #expect(here.contains("We are at “Needs”") && here.contains("Just type what people say."))
    #expect(try desk.perform("/help /undo").view.plainText.contains("/undo [step]"))
    #expect(try desk.perform("/help hide").view.plainText.contains("/hide CARD REASON"))
    guard case .array(let all)? = try desk.result("/help all")?["commands"] else {
      Issue.record("no commands")
      return
    }
    #expect(all.contains("/undo") && all.contains("/hide") && Set(all).count == all.count)
    #expect(
      desk.told("/help unod") == [
        "There is no command “/unod”.", "Hint: Did you mean /undo or /unfold?",
      ])
    #expect(try TestDesk().perform("/help").view.plainText.contains("No session is open."))
  }

  @Test("A script opens the session that it names, and no other")
  func exactName() throws {
    let library = MemoryLibrary()
    try TestDesk(library: library).perform("/new Summit")
    let script = TestDesk(isInteractive: false, library: library)
    #expect(script.problem("/open SUMMIT")?.hint?.hasPrefix("Did you mean Summit?") == true)
    try script.perform("/open Summit")
    try TestDesk(library: library).perform("/open SUMMIT")
  }
}
