import ExerciseProtocol
import OrderedCollections
import Testing
import Workshop
import WorkshopTesting

/// Steps of a template that name others, and breaks.
@Suite("Named steps and breaks of a template")
struct NamedStepTests {
  private static func yaml(_ steps: String) -> String {
    """
    charrette-template: 1
    name: named
    title: Named
    summary: A test.
    phase: whole
    people: 2-9
    agenda:
    \(steps)
    """
  }

  private static let good = yaml(
    """
      - exercise: discussion
        title: Ideas
      - break: Tea
        minutes: 15
      - exercise: discussion
        title: Worries
        id: fears
        takes: nothing
      - exercise: dot-voting
        title: Vote
        takes: [Ideas, FEARS]
      - exercise: discussion
        title: Last
        takes: ideas
    """)

  private func templates(_ yaml: String) -> MemoryTemplates {
    MemoryTemplates([.init(path: "named.yaml", text: yaml, origin: .own)])
  }

  @Test("Names become the ids of the session, whatever stands before them")
  func planned() throws {
    let desk = TestDesk(templates: templates(Self.good))
    try desk.perform("/new Day template=named")
    let plans = desk.session.agenda.values.map(\.plan)
    #expect(
      plans.map(\.exercise) == ["discussion", "break", "discussion", "dot-voting", "discussion"])
    #expect(plans[3].takes == .activities(["a1", "a3"]))
    #expect(plans[4].takes == .activities(["a1"]))
    try desk.perform("/agenda add template named at=1")
    #expect(desk.session.agenda["a9"]?.plan.takes == .activities(["a6", "a8"]))
    #expect(desk.session.agenda["a4"]?.plan.takes == .activities(["a1", "a3"]))
  }

  @Test(
    "What it can't take from is a fault, with what is near",
    arguments: [
      ("Ideaz", "“Vote” takes from “Ideaz”, and no earlier step is called so", "Ideas"),
      ("Later", "“Vote” takes from “Later”, which does not come before it", "Move it"),
      ("Tea", "“Vote” takes from “Tea”, a break, which gives nothing", "before it"),
    ])
  func faults(_ name: String, _ message: String, _ hint: String) {
    let yaml = Self.yaml(
      """
        - exercise: discussion
          title: Ideas
        - break: Tea
        - exercise: dot-voting
          title: Vote
          takes: \(name)
        - exercise: discussion
          title: Later
      """)
    let inspection = TemplateInspection(
      [.init(path: "named.yaml", text: yaml, origin: .own)], beside: [],
      exercises: TestExercises().exercises)
    #expect(inspection.faults.map(\.message) == [message])
    #expect(inspection.faults.first?.hint?.contains(hint) == true)
    #expect(inspection.faults.first?.place.line == 13)
  }

  @Test("A saved agenda reads back as it was, also where two steps have one title")
  func saved() throws {
    let desk = TestDesk()
    for line in [
      "/new Day", "/agenda add discussion Ideas", "/agenda add break Tea minutes=10",
      "/agenda add discussion Ideas", "/agenda add dot-voting Vote takes=1,3",
      "/agenda add discussion Coffee aside=no", "/agenda add discussion Talk aside=yes",
      "/agenda save kept",
    ] { try desk.perform(line) }
    let before = desk.session.agenda.values.map(\.plan)
    try desk.perform("/new Again template=kept")
    #expect(desk.session.agenda.values.map(\.plan) == before)
  }
}
