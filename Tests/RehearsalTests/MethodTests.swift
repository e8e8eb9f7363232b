import ExerciseProtocol
import Rehearsal
import Testing
import Workshop
import WorkshopTesting

/// That a rehearsal plays our exercises as they are meant: to the end of their phases.
@Suite struct MethodTests {
  private func rehearse(_ steps: String..., people: Int = 5) throws -> RehearsalRecord {
    try RehearsalStage.record(
      try steps.count == 1
        ? RehearsalStage.template(steps[0]) : RehearsalStage.template(steps[0], steps[1]),
      people: people)
  }

  @Test(arguments: ["consent", "fist-to-five", "gradients"], [1, 5, 40])
  func aProposalIsDecided(method: String, people: Int) throws {
    let record = try rehearse(
      """
      exercise: consent, title: Consent, minutes: 40, takes: nothing, \
      settings: {method: \(method)}
      """,
      people: people)
    #expect(record.failures.isEmpty, "\(record.reasons)")
    #expect(record.lines.contains { $0.hasPrefix("/propose ") })
    #expect(record.lines.contains("/phase"))
    #expect(record.lines.contains { $0.hasPrefix("/decide ") }, "\(record.lines.suffix(9))")
  }

  @Test func everyPassIsScoredAndRevealed() throws {
    let record = try rehearse(
      "exercise: collect, title: Ideas, minutes: 10, takes: nothing",
      "exercise: crowd-scoring, title: Scores, minutes: 20")
    #expect(record.lines.count { $0 == "/pass" } == 5)
    #expect(record.lines.count { $0 == "/reveal" } == 1)
  }

  @Test func everyHatIsWornByEverybody() throws {
    let record = try rehearse(
      "exercise: rounds, title: Hats, minutes: 40, takes: nothing, settings: {preset: six-hats}")
    #expect(record.lines.count { $0 == "/round" } == 7)
    #expect(record.activities.first?.cards ?? 0 >= 7 * 4)
  }

  @Test func everyRegionIsFilled() throws {
    let record = try rehearse(
      "exercise: canvas, title: Map, minutes: 30, takes: nothing, settings: {preset: swot}")
    #expect(record.lines.filter { $0.hasPrefix("/at ") } == ["/at 2", "/at 3", "/at 4"])
    #expect(record.report.plainText.contains("Threats"))
  }

  /// Cards are sorted once each, by what they speak of.
  @Test func everyCardIsGrouped() throws {
    let record = try rehearse(
      "exercise: collect, title: Ideas, minutes: 15, takes: nothing",
      "exercise: group, title: Themes, minutes: 15")
    let sorted = record.lines.filter { $0.hasPrefix("c") }
      .flatMap { $0.split(separator: " ").filter { $0.first == "c" } }
    #expect(Set(sorted).count == sorted.count)
    #expect(sorted.count == record.activities.first?.cards)
    #expect(record.activities.last?.heard == nil)
  }

  @Test(arguments: [1, 5, 40])
  func aSecretVoteIsCastByEverybodyAndCounted(people: Int) throws {
    let record = try rehearse(
      "exercise: collect, title: Ideas, minutes: 15, takes: nothing",
      "exercise: dot-voting, title: Choice, minutes: 15, settings: {privacy: sealed}",
      people: people)
    #expect(record.failures.isEmpty, "\(record.reasons)")
    #expect(record.activities.last?.ballots == people)
    #expect(record.lines.contains("/vote close"))
    #expect(record.report.plainText.contains("ballot"))
  }

  /// What is taken by its tag is tagged where the template says so.
  @Test func cardsAreTaggedWhereTheyAreAskedFor() throws {
    let record = try rehearse(
      """
      exercise: discussion, title: Talk, minutes: 15, takes: nothing, \
      guide: [{do: "Write #idea at the end of what is worth a vote."}]
      """, "exercise: dot-voting, title: Choice, minutes: 10, takes: \"#idea\"")
    #expect(record.failures.isEmpty, "\(record.reasons)")
    #expect(record.lines.contains { $0.hasSuffix(" #idea") })
  }

  /// A facilitator who finds no cards goes back for them.
  @Test func cardsAreLabelledWhereNobodyDid() throws {
    let record = try rehearse(
      "exercise: discussion, title: Talk, minutes: 15, takes: nothing",
      "exercise: dot-voting, title: Choice, minutes: 10, takes: \"#idea\"")
    #expect(record.failures.isEmpty, "\(record.reasons)")
    #expect(record.lines.contains("/back"))
    #expect(record.lines.contains { $0.hasPrefix("/tag ") })
  }
}
