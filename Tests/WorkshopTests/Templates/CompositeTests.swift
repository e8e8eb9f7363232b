import ExerciseProtocol
import Testing
import Workshop
import WorkshopTesting

@Suite("Templates of templates")
struct CompositeTests {
  private let step = TemplateSamples.step

  private func shelf(_ agendas: [String: [String]]) -> TemplateShelf {
    TemplateShelf(
      Dictionary(
        uniqueKeysWithValues: agendas.map { ($0.key, TemplateSamples.template($0.key, $0.value)) }))
  }

  @Test("The steps of another stand in place, at any depth")
  func inPlace() throws {
    let shelf = shelf([
      "a": [step("One", ""), "template: b", step("Last", "")],
      "b": [step("Two", "takes: nothing"), "{template: c, takes: \"#idea\"}"],
      "c": [step("Three", ""), step("Four", "takes: all")],
    ])
    #expect(shelf.told == [])
    let steps = try #require(shelf.template(called: "A")).steps
    #expect(steps.map(\.title) == ["One", "Two", "Three", "Four", "Last"])
    #expect(steps.map(\.template) == ["a", "b", "c", "c", "a"])
    #expect(steps.map(\.takes) == [.previous, .nothing, .tagged("idea"), .all, .previous])
    #expect(steps[3].place == TemplatePlace(file: "c.yaml", line: 9))
  }

  @Test("A single step may be told otherwise, and its settings are laid over")
  func overriding() throws {
    let shelf = TemplateShelf([
      "short": TemplateSamples.good,
      "day": TemplateSamples.template(
        "day",
        [
          """
          template: short
              title: Listen
              focus: Who is left out?
              minutes: 25
              settings: {anonymous: yes, order: busiest}
              guide: [{say: First this.}]
          """, "template: short",
        ]),
    ])
    #expect(shelf.told == [])
    let steps = try #require(shelf.template(called: "day")).steps
    #expect(steps[0].title == "Listen" && steps[0].focus == "Who is left out?")
    #expect(steps[0].minutes == 25 && steps[0].gives == "Words.")
    #expect(steps[0].settings == ["anonymous": "yes", "order": "busiest"])
    #expect(steps[0].settingPlaces["order"]?.file == "day.yaml")
    #expect(steps[0].guide.first == Guidance(.say, "First this.") && steps[0].guide.count == 6)
    #expect(steps[1].title == "Talk" && steps[1].settings == ["order": "newest"])
  }

  @Test("What can't be put in place is told with the line that asks for it")
  func faults() {
    let shelf = shelf([
      "long": [step("A", ""), step("B", "")],
      "a": ["template: lnog", "{template: long, title: Other}", "template: broken"],
      "broken": [step("A", "minutes: 0")],
      "self": ["template: self"],
      "x": ["template: y"], "y": ["template: z"], "z": ["template: x"],
      "user": ["template: x"],
    ])
    #expect(shelf.templates.map(\.name) == ["long"])
    #expect(
      shelf.told == [
        "a.yaml:8: there is no template “lnog”.",
        "a.yaml:9: “long” has 2 steps, so only takes: can stand beside it.",
        "a.yaml:10: the template “broken” has faults of its own.",
        "broken.yaml:8: “minutes” is not a whole number from 1 to 1440.",
        "self.yaml:8: a template can't bring in itself: “self” → “self”.",
        "user.yaml:8: the template “x” has faults of its own.",
        "x.yaml:8: a template can't bring in itself: “x” → “y” → “z” → “x”.",
        "y.yaml:8: a template can't bring in itself: “y” → “z” → “x” → “y”.",
        "z.yaml:8: a template can't bring in itself: “z” → “x” → “y” → “z”.",
      ])
  }

  @Test("Templates that double themselves end at a hundred steps")
  func doubling() {
    var agendas = ["t0": [step("A", ""), step("B", "")]]
    for level in 1...60 {
      agendas["t\(level)"] = Array(repeating: "template: t\(level - 1)", count: 2)
    }
    let shelf = shelf(agendas)
    #expect(shelf.templates.map(\.steps.count).max() == 64)
    #expect(shelf.told.contains("t6.yaml:2: it comes to 128 steps, and 100 are allowed."))
  }

  @Test("The facilitator's own stands in for one that is shipped; two of one origin are a fault")
  func sameNames() throws {
    func file(_ path: String, _ title: String, _ origin: Template.Origin) -> TemplateShelf.File {
      let text = TemplateSamples.template("t", [step(title, "")])
      return .init(path: "\(path)/t.yaml", text: text, origin: origin)
    }
    let shelf = TemplateShelf([
      file("shipped", "Theirs", .shipped), file("own", "Mine", .own), file("team", "Ours", .own),
      file("other", "Another's", .shipped),
    ])
    #expect(shelf.templates.map(\.steps[0].title) == ["Mine"])
    #expect(shelf.templates[0].origin == .own)
    #expect(
      shelf.told == ["team/t.yaml:2: “t” is the name of another template, in own/t.yaml."])
  }

  @Test("An inspection finds what the reader, the others and the exercises find, in one go")
  func inspection() {
    let yaml = TemplateSamples.good.replacing("order: newest", with: "order: loudest\n      odr: x")
      .replacing("minutes: 10", with: "minutes: ten")
    let other = TemplateSamples.template("other", [step("A", ""), "template: shrot"])
    let inspection = TemplateInspection(
      [
        .init(path: "short.yaml", text: yaml, origin: .own),
        .init(path: "other.yaml", text: other, origin: .own),
      ],
      beside: [.init(path: "plugin/short.yaml", text: TemplateSamples.good, origin: .shipped)],
      exercises: TestExercises().exercises)
    #expect(
      inspection.faults.map { $0.problem.message } == [
        "other.yaml:9: there is no template “shrot”.",
        "short.yaml:15: “minutes” is not a whole number from 1 to 1440.",
        "short.yaml:18: “loudest” is not oldest, newest or busiest.",
        "short.yaml:19: “Discussion” has no setting “odr”.",
      ])
    #expect(inspection.sound.isEmpty)
  }
}
