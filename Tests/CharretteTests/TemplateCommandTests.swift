import Glibc
import TerminalTesting
import Testing

/// `charrette template …`, and the facilitator's own folder.
@Suite struct TemplateCommandTests {
  private static let good = """
    charrette-template: 1
    name: our-day
    title: Our own day
    summary: Two steps.
    phase: whole
    people: 3-12
    agenda:
      - exercise: collect
        title: Ideas
        minutes: 15
        gives: Ideas.
        guide:
          - say: What comes to mind?
      - template: proposition

    """

  private func house(_ files: [String: String] = [:]) throws -> House {
    let house = try House()
    for folder in ["data", "data/charrette", "data/charrette/templates"] {
      mkdir(house.folder[folder], 0o700)
    }
    for (name, text) in files {
      try house.write(Array(text.utf8), to: name)
      chmod(house.folder[name], 0o644)
    }
    return house
  }

  @Test func checkNamesEveryFault() throws {
    let bad = Self.good.replacing("phase: whole", with: "phase: hole")
      .replacing("exercise: collect", with: "exercise: colect")
      .replacing("template: proposition", with: "template: propositoin")
    let house = try house(["our-day.yaml": Self.good, "bad.yaml": bad])
    let good = try house.run(["template", "check", house.folder["our-day.yaml"]])
    #expect(good.status == 0, "\(good)")
    #expect(good.text == "✓ our-day: Our own day, 8 steps, 2 h 15\n")
    let path = house.folder["bad.yaml"]
    let done = try house.run(["template", "check", path, "nowhere.yaml"])
    #expect(done.status == 1 && done.text == "")
    #expect(
      done.errorText == """
        “nowhere.yaml” can't be read: it is not there.
        Hint: Check the name; TAB completes it.
        \(path):2: the name “our-day” is not the file's, “bad”.
        Hint: Call the file our-day.yaml, or write name: bad.
        \(path):5: there is no phase “hole”.
        Hint: It is begin, discover, define, develop, deliver, reflect or whole.
        \(path):8: no installed plugin provides the exercise “colect”.
        Hint: Did you mean collect?
        \(path):14: there is no template “propositoin”.
        Hint: Did you mean proposition?

        """)
    #expect(try house.run(["template", "check"]).status == 2)
    #expect(try house.run(["template", "check", "--nonsense", path]).status == 2)
  }

  @Test func listAndShow() throws {
    let house = try house(["data/charrette/templates/our-day.yaml": Self.good])
    let list = try house.run(["template", "list", "our-day", "--people", "5"])
    #expect(list.status == 0 && list.text.contains("our-day"), "\(list)")
    #expect(!list.text.contains("proposition"))
    let json = try house.run(["template", "list", "our-day", "--format", "json"])
    #expect(json.text.hasPrefix("{\"name\":\"our-day\",\"title\":\"Our own day\""), "\(json)")
    let shown = try house.run(["template", "show", "our-day"])
    #expect(shown.status == 0 && shown.text.contains("“What comes to mind?”"), "\(shown)")
    let file = try house.run([
      "template", "show", house.folder["data/charrette/templates/our-day.yaml"],
    ])
    #expect(file.status == 0 && file.text == shown.text)
    let none = try house.run(["template", "show", "our-dya"])
    #expect(none.status == 1)
    #expect(
      none.errorText == "Error: There is no template “our-dya”.\nHint: Did you mean our-day?\n")
    #expect(try house.run(["template", "list", "--phase", "middle"]).status == 2)
  }

  @Test func onesOwnStandInForThoseThatAreShipped() throws {
    let own = Self.good.replacing("our-day", with: "proposition")
      .replacing("  - template: proposition\n", with: "")
    let house = try house(["data/charrette/templates/proposition.yaml": own])
    let begun = try house.run(input: "/new Day template=proposition\n/templates proposition\n")
    #expect(begun.status == 0 && begun.text.contains("Ideas"), "\(begun)")
    #expect(begun.words.contains("stands in for one of that name that came with a plugin"))
    chmod(house.folder["data/charrette/templates"], 0o777)
    let other = try house.run(input: "/new Other template=proposition\n/templates\n")
    #expect(other.text.contains("Frame the proposition"), "\(other)")
    #expect(other.words.contains("is passed over: others than you can write to it."), "\(other)")
  }

  @Test func theCurrentFolderIsNotLookedAt() throws {
    let house = try House()
    mkdir(house.folder["team"], 0o755)
    try house.write(Array(Self.good.utf8), to: "team/our-day.yaml")
    chmod(house.folder["team/our-day.yaml"], 0o644)
    let script = "cd '\(house.folder["team"])' && exec \"$@\""
    let here = try house.shell(script, ["template", "show", "our-day"]).finish()
    #expect(here.status == 1, "\(here)")
    let named = try house.run(["template", "show", "our-day", "--templates", house.folder["team"]])
    #expect(named.status == 0, "\(named)")
  }

  @Test func anAgendaIsKeptForAnotherDay() throws {
    let house = try House()
    let lines = "/new Day\n/agenda add collect Ideas minutes=15\n/agenda save our-day Our day\n"
    let saved = try house.run(input: lines)
    #expect(saved.status == 0, "\(saved)")
    #expect(saved.words.contains("The agenda is the template “our-day”, in "))
    let path = "data/charrette/templates/our-day.yaml"
    let text = try #require(house.folder.read(path))
    let again = try house.run(["Day"], input: "/agenda save our-day Other\n")
    #expect(again.status == 1)
    #expect(again.errorText.contains("There is a template “our-day” of yours already"))
    #expect(house.folder.read(path) == text)
    let replaced = try house.run(["Day"], input: "/agenda save our-day Other replace=yes\n")
    #expect(replaced.status == 0, "\(replaced)")
    #expect(house.folder.read(path)?.contains("title: Other") == true)
    #expect(try house.run(["template", "check", house.folder[path]]).status == 0)
    let other = try house.run(input: "/new Other template=our-day\n/agenda\n")
    #expect(other.text.contains("Ideas") && other.text.contains("15:00"), "\(other)")
  }
}
