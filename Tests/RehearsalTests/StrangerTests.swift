import ExerciseProtocol
import Rehearsal
import Testing
import Workshop
import WorkshopTesting

/// Exercises that no rehearsal was written for: what is known of them is their manifest, and what
/// they answer.
@Suite struct StrangerTests {
  private func exercise(
    _ actions: [ActionDescription], line: String?, guidance: [String] = []
  ) -> ExerciseDescription {
    ExerciseDescription(
      id: "stranger", name: "Stranger", summary: "somebody else's", guidance: guidance,
      settings: [], actions: actions, lineAction: line, stateVersion: 1)
  }

  private func rehearse(
    _ description: ExerciseDescription, answer: @escaping (Call) -> Reply
  ) throws -> RehearsalRecord {
    let exercises = TestExercises()
    exercises.install(description, answer: answer)
    return try RehearsalStage.record(
      try RehearsalStage.template("exercise: stranger, title: Strange, minutes: 10"),
      exercises: exercises)
  }

  private let say = ActionDescription(
    name: "say", summary: "Say something",
    fields: [FieldDescription("text", .text, "What is said")], examples: ["say Hello"])

  /// “/open-up lets people speak”: somebody reads the hint, and does it.
  @Test func aHintIsFollowed() throws {
    var isOpen = false
    let record = try rehearse(
      exercise(
        [
          say,
          ActionDescription(
            name: "open-up", summary: "Let people speak", attribution: .none,
            isForFacilitator: true, fields: [], examples: ["open-up"]),
        ], line: "say")
    ) { call in
      if call.action == "open-up" {
        isOpen = true
        return .changes([.record(true)])
      }
      return isOpen
        ? .changes([.addCard(CardDraft("heard"))])
        : .refused(Refusal("It is not open.", hint: "/open-up lets people speak."))
    }
    #expect(record.failures.isEmpty, "\(record.reasons)")
    #expect(record.refused == 1)
    #expect(record.lines.count { $0 == "/open-up" } == 1)
  }

  /// In a room one goes on; a rehearsal is there to find it out before.
  @Test func aPluginThatDoesNotAnswerIsAFailure() throws {
    let exercises = RehearsalStage.exercises()
    exercises.failing = { question, activity in
      question == .give && activity == "a1"
        ? PluginFailure(plugin: "comments", kind: .hung(seconds: 2)) : nil
    }
    let record = try RehearsalStage.record(
      try RehearsalStage.template(
        "exercise: discussion, title: First, minutes: 5",
        "exercise: discussion, title: Second, minutes: 5"), exercises: exercises)
    #expect(record.failures.map(\.step) == [2])
    #expect(record.failures.first?.message.contains("did not answer within 2 s") == true)
    #expect(record.activities.count == 2 && record.activities[1].cards > 0)
  }

  /// A form that a hint shows is taken up by everybody, within its bounds.
  @Test func aHintShowsHowALineHasToLook() throws {
    var answers: [String] = []
    let record = try rehearse(exercise([say], line: "say")) { call in
      guard case .string(let text)? = call.fields["text"], let number = Int(text),
        (3...9).contains(number)
      else {
        return .refused(Refusal("That is no mark.", hint: "@Ruth 4, from 3, poor, to 9, splendid"))
      }
      answers.append(text)
      return .changes([.record(.string(text))])
    }
    #expect(record.failures.isEmpty, "\(record.reasons)")
    #expect(record.refused == 1)
    #expect(answers.count >= 5)
  }

  /// Every kind of field has a value that is read as one.
  @Test(arguments: [
    FieldType.integer(3...5), .flag, .choice(["red", "green"]), .person, .tags, .date,
  ])
  func everyFieldIsFilledIn(type: FieldType) throws {
    let record = try rehearse(
      exercise(
        [
          ActionDescription(
            name: "give", summary: "Give it", fields: [FieldDescription("it", type, "What")],
            examples: ["give 1"])
        ], line: "give")
    ) { _ in .changes([.record(1)]) }
    #expect(record.failures.isEmpty, "\(record.reasons)")
    #expect(record.refused == 0, "\(record.answers)")
  }

  /// An action that takes everything back, and one that needs a file, are not for a rehearsal.
  @Test func nobodyTakesBackOrBringsFiles() throws {
    let record = try rehearse(
      exercise(
        [
          say,
          ActionDescription(
            name: "clear", summary: "Remove everything, to begin the next round",
            attribution: .none,
            isForFacilitator: true, fields: [], examples: ["clear"]),
          ActionDescription(
            name: "bring", summary: "Bring a file", attribution: .none,
            fields: [FieldDescription("file", .file, "Which")], examples: ["bring a.txt"]),
        ], line: "say", guidance: ["/clear removes everything.", "/bring brings a file."])
    ) { call in call.action == "say" ? .changes([.addCard(CardDraft("said"))]) : .changes([]) }
    #expect(record.failures.isEmpty)
    #expect(!record.lines.contains { $0.hasPrefix("/clear") || $0.hasPrefix("/bring") })
  }

  /// An exercise that refuses everything ends, with a bounded number of tries.
  @Test func anExerciseThatRefusesEverythingIsGivenUp() throws {
    let record = try rehearse(exercise([say], line: "say")) { _ in
      .refused(Refusal("No.", hint: "/say something else, or /next."))
    }
    #expect(record.failures.map(\.step) == [1])
    #expect(record.refused < 60)
  }
}
