import ExerciseProtocol
import OrderedCollections
import Testing
import Workshop
import WorkshopTesting

/// An activity that is set to anonymous: what is not stored cannot leak.
@Suite("Anonymous activities")
struct AnonymityTests {
  private func desk() throws -> TestDesk {
    let desk = try TestDesk.inDiscussion()
    try desk.perform("/agenda change 1 set=anonymous=yes")
    return desk
  }

  @Test("Nobody is named in any event, nor told to the plugin")
  func nobodyIsNamed() throws {
    let desk = try desk()
    let head = desk.events.count
    for line in ["@Ruth I am afraid of it", "/say @Roger So am I", "@Rhona >c1 Me too", "Nobody"] {
      #expect(try desk.call(line)?.actor == nil, "\(line)")
    }
    let cards = desk.events[head...].compactMap { event -> Card? in
      if case .cardAdded(let card) = event { card } else { nil }
    }
    #expect(cards.map(\.text) == ["I am afraid of it", "So am I", "Me too", "Nobody"])
    #expect(cards.allSatisfy { $0.author == nil })
    #expect(cards[2].parent == "c1")
    for view in [try desk.perform("/show"), try desk.perform("/cards"), try desk.perform("c1?")] {
      #expect(!view.view.plainText.contains("Ruth"))
    }
  }

  @Test("A name that was typed is dropped, and this is said")
  func hint() throws {
    let desk = try desk()
    let hint = View.Block.note("No name was kept: this activity is anonymous.", .hint)
    #expect(try desk.perform("@Ruth Hello").view.blocks.contains(hint))
    #expect(try desk.perform("@Zoe Hello").view.blocks.contains(hint))
    #expect(!(try desk.perform("Hello").view.blocks.contains(hint)))
  }

  @Test("A newcomer who is named does not join")
  func newcomer() throws {
    let desk = try desk()
    let events = try desk.events(of: "@Zoe Hello")
    #expect(events.count == 1)
    #expect(desk.session.roster.count == 3)
    #expect(desk.session.labels.participants == 3)
    #expect(!events.contains { "\($0)".contains("Zoe") })
  }

  @Test("No line of it is to be remembered, and help says that no names are kept")
  func lines() throws {
    let desk = try desk()
    for line in ["@Ruth Hello", "Hello", "/say @Ruth Hello", "/sort newest"] {
      #expect(desk.desk.isPrivate(line), "\(line)")
    }
    #expect(!desk.desk.isPrivate("/next"))
    #expect(try desk.perform("?").view.plainText.contains("No names are kept here."))
    try desk.perform("/agenda change 1 set=anonymous=no")
    #expect(!desk.desk.isPrivate("@Ruth Hello"))
    #expect(try desk.call("@Ruth Hello")?.actor == "p2")
  }

  @Test("An import leaves its authors out, and nobody joins by it but who was put on the roster")
  func imported() throws {
    let desk = try desk()
    desk.files.contents["comments.json"] = Array(
      #"[{"id":1,"author_name":"Mary Smith","content":{"rendered":"Hello"}}]"#.utf8)
    try desk.perform("/import comments.json")
    #expect(desk.session.board["c1"]?.text == "Hello")
    #expect(desk.session.board["c1"]?.author == nil)
    #expect(!desk.events.contains { "\($0)".contains("Mary") })
  }

  @Test("It is enough that the exercise declares so by default, and no other setting does it")
  func declaredDefault() throws {
    for (type, value, isKept) in [
      (FieldType.flag, true as JSONValue, false), (.flag, false, true), (.text, "true", true),
    ] {
      let exercises = TestExercises()
      exercises.install(
        ExerciseDescription(
          id: "box", name: "Box", summary: "a box", guidance: [],
          settings: [
            FieldDescription("anonymous", type, "No names", isRequired: false, defaultValue: value)
          ],
          actions: [
            ActionDescription(
              name: "put", summary: "Put in", attribution: .required,
              fields: [FieldDescription("text", .text, "What")])
          ], lineAction: "put", stateVersion: 1)
      ) { call in .changes([.addCard(CardDraft("\(call.actor == nil)"))]) }
      let desk = TestDesk(exercises: exercises)
      for line in ["/new Box", "/agenda add box", "/people add Ruth", "/start"] {
        try desk.perform(line)
      }
      try desk.perform("@Ruth Hello")
      #expect((desk.session.board["c1"]?.author != nil) == isKept)
      #expect(desk.session.board["c1"]?.text == "\(!isKept)")
    }
  }

  @Test("Who is named by the exercise itself is not kept either")
  func forged() throws {
    let exercises = TestExercises()
    exercises.install(.scripted(privacy: .anonymous)) { _ in
      .changes([.addCard(CardDraft("one", author: .named("Ruth"))), .addCard(CardDraft("two"))])
    }
    let desk = try TestDesk.scripted(exercises)
    #expect(try desk.events(of: "/go").count == 2)
    #expect(desk.session.board.values.allSatisfy { $0.author == nil })
    #expect(desk.session.roster.isEmpty)
  }
}
