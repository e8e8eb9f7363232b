import ExerciseProtocol
import OrderedCollections
import Testing
import Workshop
import WorkshopTesting

@Suite("/templates")
struct TemplatesTests {
  private func desk() -> TestDesk {
    func text(_ name: String, _ phase: String, _ people: String, _ minutes: Int) -> String {
      TemplateSamples.good.replacing("name: short", with: "name: \(name)")
        .replacing("title: Short", with: "title: The \(name) way")
        .replacing("phase: define", with: "phase: \(phase)")
        .replacing("people: 3-40", with: "people: \(people)")
        .replacing("minutes: 10", with: "minutes: \(minutes)")
    }
    return TestDesk(
      templates: MemoryTemplates([
        "check-in": text("check-in", "begin", "1-99", 10),
        "how-might-we": text("how-might-we", "define", "3-40", 30),
        "five-whys": text("five-whys", "define", "2-8", 60),
        "day": TemplateSamples.template(
          "day", ["template: how-might-we", "{template: five-whys, takes: previous}"]),
        "broken": "charrette-template: 1",
      ]))
  }

  private func names(_ line: String) throws -> [JSONValue?] {
    guard case .array(let templates)? = try desk().result(line)?["templates"] else { return [] }
    return templates.map { $0["name"] }
  }

  @Test("Listed by phase, and within a phase the shortest first")
  func listing() throws {
    #expect(try names("/templates") == ["check-in", "how-might-we", "five-whys", "day"])
    let text = try desk().perform("/templates").view.plainText
    #expect(text.contains("broken.yaml:1: “name” is missing."))
    #expect(text.contains("1 h 30"))
  }

  @Test(
    "Searched by words, phase, duration and size of the group",
    arguments: [
      ("/templates whys", ["five-whys"]), ("/templates WAY might", ["how-might-we"]),
      ("/templates ay", []), ("/templates phase=define", ["how-might-we", "five-whys"]),
      ("/templates minutes=45", ["check-in", "how-might-we"]),
      ("/templates people=12", ["check-in", "how-might-we"]),
      ("/templates the phase=define people=5 minutes=30", ["how-might-we"]),
    ])
  func searching(_ line: String, _ found: [String]) throws {
    #expect(try names(line) == found.map { .string($0) })
    if found.isEmpty {
      let text = try desk().perform(line).view.plainText
      #expect(text.contains("No template is like that; /templates lists all 4."))
    }
  }

  @Test("Shown with agenda, materials and what to say")
  func showing() throws {
    let desk = desk()
    let view = try desk.perform("/templates show The how-might-we way").view.plainText
    for part in [
      "Pens", "Somebody, somewhere.", "Say: “What do you see?”", "Tip: Wait.", "Words.", "3–40",
      "30 min",
    ] { #expect(view.contains(part), "\(part)") }
    let whole = try desk.result("/templates show day")?["template"]
    guard case .array(let steps)? = whole?["steps"] else {
      Issue.record("no steps")
      return
    }
    #expect(steps.count == 2 && steps[1]["takes"] == "previous")
    #expect(
      desk.told("/templates show") == [
        "Which template?", "Hint: /templates show NAME; /templates lists them.",
      ])
    #expect(
      desk.told("/templates show broken") == [
        "broken.yaml:1: “name” is missing.",
        "Hint: Add name: and its text. 5 more faults in that file.",
      ])
  }

  @Test("A template is put on the agenda anywhere, and taken off in one step")
  func adding() throws {
    let desk = desk()
    for line in ["/new X", "/agenda add discussion First", "/agenda add discussion Last"] {
      try desk.perform(line)
    }
    let before = desk.session.agenda
    let result = try desk.result("/agenda add template day at=2")
    #expect(result?["activities"] == ["a3", "a4"])
    #expect(desk.session.agenda.keys == ["a1", "a3", "a4", "a2"])
    #expect(desk.session.agenda["a4"]?.plan.guide.count == 5)
    try desk.perform("/undo")
    #expect(desk.session.agenda == before)
    try desk.perform("/agenda add template Five-Whys")
    #expect(desk.session.agenda.keys.last == "a5")
    #expect(
      desk.told("/agenda add template") == [
        "Which template?", "Hint: /agenda add template NAME; /templates lists them.",
      ])
    #expect(
      desk.problem("/agenda add template day minutes=3")?.message.hasPrefix("“minutes”") == true)
    #expect(desk.told("/agenda add template dya").last == "Hint: Did you mean day?")
  }

  @Test("Names complete wherever one is asked for")
  func completing() throws {
    let desk = desk()
    try desk.perform("/new X")
    for (line, choice) in [
      ("/new Other template=fi", "template=five-whys"), ("/templates show fi", "five-whys"),
      ("/agenda add template fi", "five-whys"), ("/agenda add tem", "template"),
      ("/templates phase=de", "phase=define"),
    ] {
      let choices = desk.desk.complete(line, at: line.count).choices.map(\.text)
      #expect(choices.contains(choice), "\(line): \(choices)")
    }
  }

  @Test("Templates are not read before somebody asks for one")
  func lazily() throws {
    let desk = desk()
    for line in ["/new X", "/agenda add discussion Talk", "/start", "Hello", "/next", "/help"] {
      try desk.perform(line)
    }
    #expect(desk.templates.readings == 0)
  }
}
