import ExerciseProtocol
import OrderedCollections
import Testing
import Workshop
import WorkshopTesting

@Suite("/people and /outcome")
struct PeopleTests {
  private func desk() throws -> TestDesk {
    let desk = try TestDesk.inDiscussion()
    try desk.perform("@Ruth one")
    return desk
  }

  @Test("People are added, alone and by several, in one step")
  func add() throws {
    let desk = try desk()
    let events = try desk.events(
      of: "/people add Carrie Bishop, \"Zoe\" role=facilitator organisation=FutureGov")
    #expect(
      events == [
        .joined(
          Participant(
            id: "p4", name: "Carrie Bishop", role: .facilitator, organisation: "FutureGov")),
        .joined(
          Participant(id: "p5", name: "Zoe", role: .facilitator, organisation: "FutureGov")),
      ])
    #expect(
      try desk.result("/people add Nell")?["participants"]
        == .array([["id": "p6", "name": "Nell", "role": "participant"]]))
  }

  @Test("They are changed, and their cards stay theirs")
  func change() throws {
    let desk = try desk()
    #expect(
      try desk.events(of: #"/people change Ruth name="Ruth Hart" organisation=Home"#) == [
        .changed(Participant(id: "p2", name: "Ruth Hart", organisation: "Home"))
      ])
    #expect(try desk.perform("/show").view.plainText.contains("Ruth Hart"))
    #expect(try desk.events(of: "/people change Ruth organisation=Home") == [])
  }

  @Test("They are removed while nothing is theirs, each once")
  func remove() throws {
    let desk = try desk()
    #expect(try desk.events(of: "/people remove Rhona, Rhona, p1") == [.left("p3"), .left("p1")])
    #expect(desk.timeline.passedOver.isEmpty)
  }

  @Test(
    "What can't be is refused",
    arguments: [
      ("/people add", "Nobody is named."), ("/people remove", "Nobody is named."),
      ("/people add Ruth Hyde", "Somebody is already called “Ruth Hyde”."),
      ("/people add Zoe, Zoe", "Somebody is already called “Zoe”."),
      ("/people change Ruth name=\"Roger White\"", "Somebody is already called “Roger White”."),
      ("/people change Zoe role=facilitator", "Nobody here is called “Zoe”."),
      (
        "/people change R role=facilitator", "“R” could be Roger White, Ruth Hyde or Rhona Roberts."
      ),
      ("/people remove Ruth", "Ruth Hyde has written cards and can't be taken off the roster."),
      ("/people add Zoe role=king", "“king” is not participant or facilitator."),
    ])
  func refused(_ line: String, _ message: String) throws {
    let desk = try desk()
    let before = desk.session
    #expect(desk.problem(line)?.message == message)
    #expect(desk.session == before)
  }

  @Test("The roster tells who wrote how much")
  func roster() throws {
    let desk = try desk()
    #expect(try desk.perform("/people").view.plainText.contains("Ruth Hyde | participant |  | 1"))
    let empty = TestDesk()
    try empty.perform("/new Empty")
    #expect(try empty.result("/people") == ["participants": .array([])])
  }

  @Test("Outcomes are recorded with their owner, their day and where they come from")
  func outcome() throws {
    let desk = try desk()
    let line = "/outcome action c1 Write the guide owner=Ruth due=2026-12-01"
    let outcome = Outcome(
      kind: .action, text: "Write the guide", owners: ["p2"], due: CivilDate("2026-12-01"),
      cards: ["c1"], activity: "a1")
    #expect(try desk.events(of: line) == [.decided(outcome)])
    #expect(try desk.result("/outcome decision c1")?["outcome"]?["text"] == "one")
    #expect(try desk.result("/outcome insight We agree")?["outcome"]?["cards"] == nil)
    let text = try desk.perform("/outcome").view.plainText
    #expect(text.contains("Write the guide (Ruth Hyde, by 2026-12-01, from c1)"))
    #expect(desk.problem("/outcome decision")?.message == "The decision has no words yet.")
    #expect(desk.problem("/outcome action x owner=Zoe")?.message == "Nobody here is called “Zoe”.")
    #expect(desk.problem("/outcome action x due=soon")?.message.contains("is not a day") == true)
  }
}
