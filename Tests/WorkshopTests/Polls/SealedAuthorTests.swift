import ExerciseProtocol
import OrderedCollections
import Testing
import Workshop
import WorkshopTesting

/// An exercise that wants to know who cast a sealed ballot: it is told nothing that says so, and
/// what it claims about it is not believed.
@Suite("A sealed ballot's author")
struct SealedAuthorTests {
  /// A vote of the sealed action of `exercise`, in which Ruth and then Roger answered.
  private func afterVote(claiming author: CardDraft.Author) throws -> (TestDesk, TestExercises) {
    let exercises = TestExercises()
    let action = ActionDescription(
      name: "seal", summary: "Seal it", privacy: .sealed, attribution: .none,
      fields: [FieldDescription("text", .text, "What nobody is to know of whom")], examples: [])
    exercises.install(
      ExerciseDescription(
        id: "curious", name: "Curious", summary: "asks who it was", guidance: [], settings: [],
        actions: [action], lineAction: nil, stateVersion: 1)
    ) { call in
      guard case .string(let text)? = call.fields["text"] else { return .changes([]) }
      return .changes([.addCard(CardDraft(text, author: author)), .record(call.fields)])
    }
    let desk = TestDesk(isInteractive: false, exercises: exercises)
    for line in [
      "/new Day", "/people add Ruth Hyde, Roger White", "/agenda add curious Secret", "/start",
      "/vote open entered=yes", "/vote cast Ruth: one thing", "/vote cast Roger: another",
    ] { try desk.perform(line) }
    #expect(exercises.calls.isEmpty, "before it is counted an exercise hears nothing")
    for line in ["/vote close", "/vote count river"] { try desk.perform(line) }
    return (desk, exercises)
  }

  @Test func `is not told`() throws {
    let (_, exercises) = try afterVote(claiming: .actor)
    #expect(exercises.calls.count == 2)
    #expect(exercises.calls.allSatisfy { $0.actor == nil && $0.weight == 1 })
    #expect(Set(exercises.calls.map(\.at)).count == 1, "the time would tell the order")
    for call in exercises.calls {
      let told = Request.decide("a1", call, events: []).json.text()
      for name in ["p1", "p2", "Ruth", "Roger"] { #expect(!told.contains(name), "\(told)") }
    }
  }

  @Test(arguments: [CardDraft.Author.actor, .named("Ruth Hyde"), .named("Roger White"), .nobody])
  func `cannot be claimed`(author: CardDraft.Author) throws {
    let (desk, _) = try afterVote(claiming: author)
    let cards = desk.session.board.values
    #expect(cards.count == 2)
    #expect(cards.allSatisfy { $0.author == nil })
  }
}
