import ExerciseProtocol

/// The steps that others of a template take their cards from by name: by title or id, whatever its
/// case; of several that are called so, the nearest one before, and one of the same file first.
enum TemplateSources {
  /// The place in `steps` that a name in the step at `index` means; nil where nothing before it is
  /// called so.
  static func place(of name: String, before index: Int, in steps: [Template.Step]) -> Int? {
    let wanted = name.lowercased()
    let found = steps.indices.prefix(index).filter { steps[$0].isCalled(wanted) }
    return found.last { steps[$0].template == steps[index].template } ?? found.last
  }

  /// Names that no earlier step has, of those that stand in the file of `template`.
  static func faults(in steps: [Template.Step], of template: String) -> [TemplateFault] {
    steps.enumerated().flatMap { index, step -> [TemplateFault] in
      guard case .activities(let names) = step.takes else { return [] }
      return names.compactMap { fault(of: $0.rawValue, at: index, in: steps) }
    }
  }

  private static func fault(
    of name: String, at index: Int, in steps: [Template.Step]
  ) -> TemplateFault? {
    let step = steps[index]
    let told = step.takesPlace ?? step.place
    if let place = place(of: name, before: index, in: steps) {
      guard steps[place].exercise == Activity.breakID else { return nil }
      return TemplateFault(
        told, "“\(step.title)” takes from “\(name)”, a break, which gives nothing",
        hint: "Name the step before it.")
    }
    let earlier = steps.prefix(index).filter { $0.exercise != Activity.breakID }.map(\.title)
    if steps.dropFirst(index).contains(where: { $0.isCalled(name.lowercased()) }) {
      return TemplateFault(
        told, "“\(step.title)” takes from “\(name)”, which does not come before it",
        hint: "Move it before this step, or name another one.")
    }
    let near = Suggestion.nearest(to: name, among: earlier)
    return TemplateFault(
      told, "“\(step.title)” takes from “\(name)”, and no earlier step is called so",
      hint: near.isEmpty
        ? "It is previous, all, nothing, a tag such as \"#idea\", or the title or id of an earlier "
          + "step."
        : "Did you mean \(near.orList)?")
  }
}

extension Template.Step {
  fileprivate func isCalled(_ name: String) -> Bool {
    title.lowercased() == name || id?.lowercased() == name
  }
}

extension Template {
  /// The names by which a step can take from each of these activities: its title, or, where that
  /// would be read as something else, an id.
  static func names(
    of activities: [Activity]
  ) -> [ActivityID: (name: String, isID: Bool)] {
    var names: [ActivityID: (String, Bool)] = [:]
    for (index, activity) in activities.enumerated() {
      let title = activity.plan.title.lowercased()
      let isAlone = activities.count { $0.plan.title.lowercased() == title } == 1
      let isFree = Activity.Intake(text: title) == nil && !title.isEmpty
      names[activity.id] =
        isAlone && isFree ? (activity.plan.title, false) : ("step-\(index + 1)", true)
    }
    return names
  }
}
