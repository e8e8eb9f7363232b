package import ExerciseProtocol

/// A recipe for an agenda. Data: it comes from a YAML file of a plugin or of the facilitator's own.
package struct Template: Hashable, Sendable {
  /// In kebab case: `proposition`.
  package var name: String
  package var title: String
  package var summary: String
  /// Who invented the method, and under which licence it is described.
  package var credit: String?
  package var steps: [Step]

  /// An activity as the recipe has it.
  package struct Step: Hashable, Sendable {
    package var exercise: String
    package var title: String
    package var focus: String?
    package var minutes: Int?
    package var takes: Activity.Intake
    package var settings: JSONValue
    /// What the facilitator does and says.
    package var say: [String]
    /// Where it stands in its file, for whoever has to mend it.
    package var line: Int
  }

  /// Minutes of all its steps.
  package var minutes: Int { steps.reduce(0) { $0 + ($1.minutes ?? 0) } }
}

/// The templates that are installed, by name, and what is wrong with the files that are none.
package struct TemplateShelf: Sendable {
  package var templates: [Template]
  package var faults: [Problem]

  package init(templates: [Template] = [], faults: [Problem] = []) {
    self.templates = templates
    self.faults = faults
  }
}

extension Desk {
  package func template(called typed: String) throws(Problem) -> Template {
    let shelf = surroundings.templates()
    if let template = shelf.templates.first(where: { $0.name == typed.lowercased() }) {
      return template
    }
    // The file may be there and be broken: that is the more useful thing to say.
    if let fault = shelf.faults.first { throw fault }
    let names = shelf.templates.map(\.name)
    throw .noSuchTemplate(typed, near: Suggestion.nearest(to: typed, among: names), all: names)
  }

  /// The template's steps as plans of this session, checked against the exercises that are
  /// installed.
  func plans(of template: Template) throws(Problem) -> [Activity.Plan] {
    var plans: [Activity.Plan] = []
    for (index, step) in template.steps.enumerated() {
      guard let exercise = exercise(called: step.exercise) else {
        throw Problem(
          "The template “\(template.name)” needs the exercise “\(step.exercise)” (line "
            + "\(step.line)), and no installed plugin provides it.",
          hint: "/plugins tells what was found.")
      }
      let settings: JSONValue
      do throws(Problem) {
        settings = try SettingsReader(exercise.description).check(step.settings)
      } catch {
        throw Problem(
          "The template “\(template.name)”, line \(step.line): \(error.message)",
          hint: error.hint)
      }
      plans.append(
        Activity.Plan(
          id: ActivityID("a\(index + 1)"), exercise: step.exercise, title: step.title,
          focus: step.focus, minutes: step.minutes, takes: step.takes, settings: settings,
          guidance: step.say))
    }
    return plans
  }
}
