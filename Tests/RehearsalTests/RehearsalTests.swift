import ExerciseProtocol
import Rehearsal
import Rendering
import Testing
import Workshop
import WorkshopTesting

@Suite struct RehearsalTests {
  private static let summit = """
    exercise: rounds, title: Check-in, minutes: 10, takes: nothing, settings: {preset: check-in}
    """
  private static let ideas = """
    exercise: collect, title: Ideas, focus: How might we answer sooner?, minutes: 15, takes: nothing
    """
  private static let vote = "exercise: dot-voting, title: Choice, minutes: 10"

  // MARK: The same again

  @Test func sameSeedGivesTheSameBytes() throws {
    let template = try RehearsalStage.template(
      Self.summit, Self.ideas, Self.vote,
      "exercise: choose, title: Secret choice, minutes: 10, takes: all, settings: {privacy: sealed}"
    )
    let first = try RehearsalStage.record(template)
    #expect(try RehearsalStage.record(template).whole == first.whole)
    #expect(try RehearsalStage.record(template, seed: 8).lines != first.lines)
    #expect(first.failures.isEmpty, "\(first.reasons)")
  }

  @Test(arguments: [1, 2, 5, 40, 200])
  func anyNumberOfPeopleTakesPart(people: Int) throws {
    let record = try RehearsalStage.record(
      try RehearsalStage.template(Self.summit, Self.ideas, Self.vote), people: people)
    #expect(record.failures.isEmpty, "\(record.reasons)")
    #expect(record.activities.count == 3)
    #expect(record.activities.allSatisfy { ($0.heard ?? 1) > 0 && $0.used > 0 })
    #expect(record.lines.contains { $0.hasPrefix("/people add ") })
    #expect(record.report.plainText.contains("Ideas"))
  }

  // MARK: The clock

  /// A round takes as long as there are people in it; that is what a rehearsal is for.
  @Test func aRoundOfFortyIsLongerThanItsTime() throws {
    let template = try RehearsalStage.template(Self.summit)
    let few = try #require(try RehearsalStage.record(template).activities.first)
    let many = try #require(try RehearsalStage.record(template, people: 40).activities.first)
    #expect(few.planned == 600)
    #expect(few.used < 400 && few.heard == 5)
    #expect(many.used > 600 && (many.heard ?? 0) > 20)
  }

  /// Whom the screen counts is waited for, but not for ever.
  @Test func nobodyWaitsForTwoHundred() throws {
    let template = try RehearsalStage.template(
      "exercise: discussion, title: Talk, minutes: 15, takes: nothing")
    let few = try #require(try RehearsalStage.record(template).activities.first)
    #expect(few.used <= 900 && few.heard == 5, "\(few)")
    let many = try #require(try RehearsalStage.record(template, people: 200).activities.first)
    #expect((830...1400).contains(many.used), "\(many)")
    #expect((20..<100).contains(many.heard ?? 0), "\(many)")
  }

  @Test func thePlanFitsEightyColumns() throws {
    let record = try RehearsalStage.record(
      try RehearsalStage.template(
        Self.summit,
        "exercise: survey, title: How was the whole of this long day for everybody, minutes: 95"),
      people: 200)
    let style = TerminalStyle(columns: 80, usesColour: false, usesUnicode: true, isLinear: false)
    let text = TerminalRenderer(style).render(record.planView)
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(text)")
    #expect(text.contains("All together"))
  }

  // MARK: What goes wrong

  @Test func aStepInWhichNobodyCanDoAnythingIsAFailure() throws {
    let record = try RehearsalStage.record(
      try RehearsalStage.template(Self.vote, Self.ideas, Self.vote))
    let failure = try #require(record.failures.first)
    #expect(record.failures.count == 1)
    #expect(failure.step == 1 && failure.title == "Choice")
    #expect(failure.message.hasPrefix("Nobody could contribute. "))
    #expect(failure.message.contains("cards came in"), "\(failure)")
    #expect(record.planView.plainText.contains("Step 1, “Choice”: Nobody could contribute."))
    #expect(record.activities[0].heard == 0 && record.activities[2].heard == 5)
  }

  @Test func aMissingExerciseIsToldAtOnce() throws {
    let template = try RehearsalStage.template("exercise: juggling, title: Balls")
    #expect(throws: Problem.self) { try RehearsalStage.record(template) }
  }
}
