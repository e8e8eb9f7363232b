import ExerciseProtocol
import OrderedCollections
import Testing
import Workshop
import WorkshopTesting

@Suite("Templates")
struct TemplateTests {
  @Test("The proposition loads, and plans a whole agenda")
  func proposition() throws {
    let text = try TemplateSamples.shipped("proposition")
    let template = try Template(yaml: text, file: "proposition.yaml")
    #expect(template.steps.count == 7 && template.minutes == 120)
    let desk = TestDesk(templates: MemoryTemplates(["proposition": text]))
    #expect(try desk.result("/new Solace Summit template=proposition")?["events"] == 8)
    let vote = desk.session.agenda["a6"]?.plan
    #expect(vote?.takes == .tagged("idea") && vote?.minutes == 10)
    #expect(vote?.settings == ["dots": 3, "max-per-card": 2, "winners": 3])
    #expect(vote?.gives == "The three ideas with the most dots.")
    #expect(desk.session.agenda["a2"]?.plan.settings == ["pass-on": "idea"])
    try desk.perform("/start")
    #expect(desk.session.current == "a1")
  }

  @Test("Every key is read")
  func everyKey() throws {
    let template = try Template(yaml: TemplateSamples.good, file: "a/short.yaml")
    #expect(
      template.head
        == Template.Head(
          name: "short", title: "Short", summary: "One step.", phase: .define, people: 3...40,
          originator: "Somebody, somewhere.", licence: "Our own wording.", materials: ["Pens"]))
    let step = try #require(template.steps.first)
    #expect(step.exercise == "discussion" && step.title == "Talk" && step.focus == "What now?")
    #expect(step.minutes == 10 && step.takes == .nothing && step.gives == "Words.")
    #expect(step.settings == ["order": "newest"] && step.template == "short")
    #expect(step.place == TemplatePlace(file: "a/short.yaml", line: 12))
    #expect(step.settingPlaces == ["order": TemplatePlace(file: "a/short.yaml", line: 18)])
    #expect(
      step.guide == [
        Guidance(.action, "Read it out."), Guidance(.say, "What do you see?"),
        Guidance(.tip, "Wait."), Guidance(.variation, "In pairs."),
        Guidance(.access, "Say the numbers."),
      ])
  }

  @Test("What may be left out can be left out")
  func least() throws {
    let yaml = TemplateSamples.template("least", [TemplateSamples.step("A")])
    let template = try Template(yaml: yaml, file: "least.yaml")
    #expect(template.head.people == 6...6 && template.head.materials.isEmpty)
    #expect(template.head.originator == nil && template.head.licence == nil)
    let step = try #require(template.steps.first)
    #expect(step.takes == .previous && step.minutes == nil && step.guide.isEmpty)
  }

  @Test("What does not fit the exercises here is told when a session is to begin with it")
  func planning() {
    let good = TemplateSamples.good
    for (yaml, message) in [
      (
        good.replacing("discussion", with: "discusion"),
        "short.yaml:12: no installed plugin provides the exercise “discusion”."
      ),
      (
        good.replacing("newest", with: "loudest"),
        "short.yaml:18: “loudest” is not oldest, newest or busiest."
      ),
      (good.replacing("people: 3-40", with: "people: few"), "short.yaml:6: “people” is no size"),
    ] {
      let desk = TestDesk(templates: MemoryTemplates(["short": yaml]))
      #expect(desk.problem("/new Day template=short")?.message.hasPrefix(message) == true)
      #expect(desk.desk.session == nil)
    }
    let desk = TestDesk(templates: MemoryTemplates(["short": good]))
    #expect(
      desk.told("/new Day template=shrot") == [
        "There is no template “shrot”.", "Hint: Did you mean short?",
      ])
    #expect(
      desk.told("/new Day template=elephant") == [
        "There is no template “elephant”.",
        "Hint: /templates lists them; /templates WORDS searches.",
      ])
  }

  @Test("What the facilitator says and does is on no wall")
  func theWall() throws {
    let desk = TestDesk(templates: MemoryTemplates(["short": TemplateSamples.good]))
    try desk.perform("/new Day template=short")
    let shown = try desk.perform("/start").view.plainText
    #expect(shown.contains("“What do you see?”") && shown.contains("Read it out."))
    #expect(shown.contains("What comes out: Words."))
    let wall = desk.desk.wallView().plainText
    #expect(wall.contains("Talk") && !wall.contains("What do you see?"))
    #expect(!wall.contains("What comes out") && !wall.contains("Read it out."))
    let guide = try desk.perform("/guide").view.plainText
    for part in [
      "Tip: Wait.", "Accessibility: Say the numbers.", "Take a minute for yourself first.",
    ] {
      #expect(guide.contains(part), "\(part)")
    }
    #expect(desk.exercises.opened.allSatisfy { !"\($0)".contains("What do you see?") })
  }
}
