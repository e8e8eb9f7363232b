import ExerciseProtocol
import Foundation
import OrderedCollections
import Testing
import Workshop
import WorkshopTesting

@Suite("Templates")
struct TemplateTests {
  @Test("The one that is shipped loads, and plans a whole agenda")
  func shipped() throws {
    let path =
      URL(filePath: #filePath).deletingLastPathComponent().path
      + "/../../../Plugins/DesignThinking/Templates/proposition.yaml"
    let template = try Template(
      yaml: String(contentsOfFile: path, encoding: .utf8), file: "proposition.yaml")
    #expect(template.steps.count == 7 && template.minutes == 120)
    let desk = TestDesk(templates: TemplateShelf(templates: [template]))
    #expect(try desk.result("/new Solace Summit template=proposition")?["events"] == 8)
    let vote = desk.session.agenda["a6"]?.plan
    #expect(vote?.takes == .tagged("idea") && vote?.minutes == 10)
    #expect(vote?.settings == ["dots": 3, "max-per-card": 2, "winners": 3])
    #expect(desk.session.agenda["a2"]?.plan.settings == ["pass-on": "idea"])
    try desk.perform("/start")
    #expect(desk.session.current == "a1")
  }

  /// A template that is well, for a test to spoil one line of.
  private static let good = """
    charrette-template: 1
    name: short
    title: Short
    summary: One step.
    agenda:
      - exercise: discussion
        title: Talk
        minutes: 10
        settings:
          order: newest
        say: Hello
    """

  @Test(
    "Each fault is named with its file and line, and with the mend",
    arguments: [
      (
        "charrette-template: 1", "", "t.yaml:2: this is not a template of version 1.",
        "Begin it with: charrette-template: 1"
      ),
      (
        "charrette-template: 1", "charrette-template: 2",
        "t.yaml:1: this is not a template of version 1.", "Begin it with: charrette-template: 1"
      ),
      ("name: short", "", "t.yaml:1: “name” is missing.", "Add name: and its text."),
      ("title: Short", "title:", "t.yaml:3: “title” is not a text.", "Write title: and its text."),
      (
        "title: Short", "titel: Short", "t.yaml:3: “titel” is not known here.",
        "Did you mean title?"
      ),
      (
        "title: Short", "title: [a, b]", "t.yaml:3: “title” is not a text.",
        "Write title: and its text."
      ),
      (
        "summary: One step.", "summary: One step.\ncredit: [a]",
        "t.yaml:5: “credit” is not a text.", "Write credit: and its text."
      ),
      (
        "name: short", "name: short\nname: long", "t.yaml:2: “name” stands here twice.",
        "YAML is indented with spaces; quote odd text."
      ),
      (
        "  - exercise: discussion", "  - exercize: discussion",
        "t.yaml:6: “exercize” is not known here.", "Did you mean exercise?"
      ),
      (
        "minutes: 10", "minutes: ten", "t.yaml:8: “minutes” is not a whole number from 1 to 1440.",
        "Write minutes: 20."
      ),
      (
        "minutes: 10", "minutes: 0", "t.yaml:8: “minutes” is not a whole number from 1 to 1440.",
        "Write minutes: 20."
      ),
      (
        "minutes: 10", "takes: some", "t.yaml:8: “takes” does not say which cards come in.",
        "It is previous, all, nothing, or a tag such as #idea."
      ),
      (
        "minutes: 10", "focus: {a: b}", "t.yaml:8: “focus” is not a text.",
        "Write focus: and its text."
      ),
      (
        "      order: newest", "      - newest", "t.yaml:10: “settings” is not names with values.",
        "Write name: value."
      ),
      (
        "order: newest", "order: [newest]", "t.yaml:10: “order” is not one value.",
        "Write order: value."
      ),
      (
        "say: Hello", "say: {a: b}", "t.yaml:11: “say” is not a text or a list of texts.",
        "Begin each text with “- ”."
      ),
      (
        "say: Hello", "say: [Hello, {a: b}]", "t.yaml:11: “say” holds something else than a text.",
        "Quote the text."
      ),
      (
        "title: Talk", "title: \"Talk", "t.yaml:11: found unexpected end of stream.",
        "YAML is indented with spaces; quote odd text."
      ),
      (
        "    title: Talk", "\ttitle: Talk",
        "t.yaml:7: found a tab character that violates indentation.",
        "YAML is indented with spaces; quote odd text."
      ),
    ])
  func faults(_ line: String, _ spoilt: String, _ message: String, _ hint: String) throws {
    let yaml = Self.good.replacing(line, with: spoilt)
    let problem = #expect(throws: Problem.self) { try Template(yaml: yaml, file: "t.yaml") }
    #expect(problem?.message == message)
    #expect(problem?.hint == hint)
  }

  @Test("A file with nothing in it, or something else, is told so")
  func nothing() {
    for (yaml, message) in [
      ("", "t.yaml:1: the file is empty."),
      ("# only a remark", "t.yaml:1: the file is empty."),
      ("- a list", "t.yaml:1: names with values are expected here."),
      (
        "charrette-template: 1\nname: a\ntitle: b\nsummary: c", "t.yaml:1: the agenda has no steps."
      ),
      (
        "charrette-template: 1\nname: a\ntitle: b\nsummary: c\nagenda: []",
        "t.yaml:5: the agenda has no steps."
      ),
    ] {
      let problem = #expect(throws: Problem.self) { try Template(yaml: yaml, file: "t.yaml") }
      #expect(problem?.message == message)
      #expect(problem?.hint != nil)
    }
  }

  @Test("What does not fit the exercises here is told when a session is to begin with it")
  func planning() throws {
    let unknown = try Template(
      yaml: Self.good.replacing("discussion", with: "juggling"), file: "t.yaml")
    let setting = try Template(yaml: Self.good.replacing("newest", with: "loudest"), file: "t.yaml")
    for (template, message) in [
      (
        unknown,
        "The template “short” needs the exercise “juggling” (line 6), "
          + "and no installed plugin provides it."
      ),
      (setting, "The template “short”, line 6: “loudest” is not oldest, newest or busiest."),
    ] {
      let desk = TestDesk(templates: TemplateShelf(templates: [template]))
      #expect(desk.problem("/new Day template=short")?.message == message)
      #expect(desk.desk.session == nil)
    }
    let broken = TestDesk(templates: TemplateShelf(faults: [Problem("t.yaml:1: broken.")]))
    #expect(broken.problem("/new Day template=short")?.message == "t.yaml:1: broken.")
    let shelf = TemplateShelf(templates: [unknown])
    #expect(
      TestDesk(templates: shelf).told("/new Day template=shrot") == [
        "There is no template “shrot”.", "Hint: Did you mean short?",
      ])
  }
}
