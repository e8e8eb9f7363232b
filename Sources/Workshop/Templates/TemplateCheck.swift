import ExerciseProtocol

/// Holds templates against the exercises that are installed.
package struct TemplateCheck {
  private let exercises: [String: ExerciseDescription]

  package init(_ exercises: [InstalledExercise]) {
    self.exercises = Dictionary(
      exercises.map { ($0.description.id, $0.description) }, uniquingKeysWith: { first, _ in first }
    )
  }

  /// All that doesn't fit, in the order of the steps.
  package func faults(in steps: [Template.Step]) -> [TemplateFault] {
    steps.flatMap { faults(in: $0) }
  }

  private func faults(in step: Template.Step) -> [TemplateFault] {
    if step.exercise == Activity.breakID {
      return step.settings == .object([])
        ? []
        : [TemplateFault(step.place, "a break has no settings", hint: "Leave settings: out.")]
    }
    guard let exercise = exercises[step.exercise] else {
      let near = Suggestion.nearest(to: step.exercise, among: exercises.keys)
      return [
        TemplateFault(
          step.place, "no installed plugin provides the exercise “\(step.exercise)”",
          hint: near.isEmpty
            ? "There are: \(exercises.keys.sorted().joined(separator: ", "))."
            : "Did you mean \(near.orList)?")
      ]
    }
    guard case .object(let members) = step.settings else { return [] }
    var faults: [TemplateFault] = []
    for member in members {
      do throws(Problem) {
        _ = try SettingsReader(exercise).check(.object([member]))
      } catch {
        var message = error.message
        if message.hasSuffix(".") { message.removeLast() }
        faults.append(
          TemplateFault(
            step.settingPlaces[member.name] ?? step.place, message, hint: error.hint))
      }
    }
    return faults
  }

  /// The step's settings, as the exercise declares them. For steps without ``faults(in:)``.
  func settings(of step: Template.Step) throws(Problem) -> JSONValue {
    guard let exercise = exercises[step.exercise] else { return step.settings }
    return try SettingsReader(exercise).check(step.settings)
  }
}
