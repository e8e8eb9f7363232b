import ExerciseProtocol
import Testing
import Workshop
import WorkshopTesting

/// Somebody who has never run a method finds in every step what to say and what to do, and what the
/// guide tells them to type is something that can be typed there.
@Suite struct ShippedGuideTests {
  private let exercises = RehearsalStage.exercises()

  @Test(arguments: ShippedTemplateTests.names)
  func everyStepTellsWhatToSayAndWhatToDo(name: String) throws {
    let template = try #require(RehearsalStage.shipped.template(called: name))
    for step in template.steps {
      let kinds = Set(step.guide.map(\.kind))
      #expect(kinds.isSuperset(of: [.say, .action]), "\(step.title)")
      #expect(step.focus != nil && step.minutes != nil && step.gives != nil, "\(step.title)")
    }
    let kinds = Set(template.steps.flatMap(\.guide).map(\.kind))
    #expect(kinds.isSuperset(of: [.tip, .access]))
    let (originator, licence) = (template.head.originator, template.head.licence)
    #expect(originator != nil && licence?.contains("Our own wording, Apache-2.0.") == true)
  }

  @Test(arguments: ShippedTemplateTests.names)
  func everyCommandInAGuideIsThere(name: String) throws {
    let template = try #require(RehearsalStage.shipped.template(called: name))
    let own = Set(TestDesk().desk.commands.map(\.name.text))
    for step in template.steps {
      let exercise = try #require(
        exercises.exercises.first { $0.description.id == step.exercise })
      let known = own.union(exercise.description.actions.map(\.name))
      for entry in step.guide {
        for match in entry.text.matches(of: /(?:^|[\s(“])\/([a-z][a-z-]*)/) {
          #expect(known.contains(String(match.1)), "\(step.title): /\(match.1)")
        }
      }
    }
  }
}
