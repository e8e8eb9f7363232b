import ExerciseProtocol
import Rehearsal
import Testing
import Workshop
import WorkshopTesting

/// Every template that we ship is held, with one person, with a few and with many, to its report.
@Suite struct ShippedTemplateTests {
  static let names = RehearsalStage.shipped.templates.map(\.name)

  @Test func allAreRead() {
    #expect(RehearsalStage.shipped.faults.map(\.problem.message) == [])
    #expect(Self.names.count >= 50)
  }

  @Test(arguments: names)
  func isRehearsedToItsReport(name: String) throws {
    let template = try #require(RehearsalStage.shipped.template(called: name))
    for people in [1, 5, 40] {
      let record = try RehearsalStage.record(template, people: people)
      #expect(record.failures.isEmpty, "with \(people): \(record.reasons)")
      let report = record.report.plainText
      for step in template.steps { #expect(report.contains(step.title)) }
      // A line or two are for learning how it is done; more is help that does not help.
      #expect(record.refused <= 3 * template.steps.count, "with \(people): \(record.refused)")
    }
  }
}
