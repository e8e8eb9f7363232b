import ExerciseProtocol

extension Desk {
  /// - Throws: what is wrong with its file, where there is one; else which names are near.
  package func template(called typed: String) throws(Problem) -> Template {
    let shelf = surroundings.templates.shelf
    if let template = shelf.template(called: typed) { return template }
    // The file may be there and be broken: that is the more useful thing to say.
    let stem = "/\(typed.lowercased())."
    let broken = shelf.faults.filter { "/\($0.place.file)".contains(stem) }
    if let first = broken.first {
      var problem = first.problem
      if broken.count > 1 {
        problem.hint = [
          problem.hint, "\((broken.count - 1).counted("more fault", "more faults")) in that file.",
        ].compactMap(\.self).joined(separator: " ")
      }
      throw problem
    }
    if let unread = shelf.passedOver.first(where: { $0.message.lowercased().contains(stem) }) {
      throw unread
    }
    let names = shelf.templates.map(\.name)
    throw .noSuchTemplate(typed, near: Suggestion.nearest(to: typed, among: names))
  }

  /// The template's steps as plans, checked against the exercises that are installed, with ids
  /// after those that the session gave already.
  package func plans(of template: Template) throws(Problem) -> [Activity.Plan] {
    let check = TemplateCheck(exercises.exercises)
    if let fault = check.faults(in: template.steps).first {
      var problem = fault.problem
      problem.hint = [problem.hint, "/plugins tells what was found."].compactMap(\.self)
        .joined(separator: " ")
      throw problem
    }
    var plans: [Activity.Plan] = []
    for (index, step) in template.steps.enumerated() {
      var takes = step.takes
      if case .activities(let names) = takes {
        takes = .activities(
          names.compactMap { name in
            TemplateSources.place(of: name.rawValue, before: index, in: template.steps)
              .map { ActivityID("a\($0 + 1)") }
          })
      }
      let settings = try check.settings(of: step)
      var plan = Activity.Plan(
        id: ActivityID("a\(index + 1)"), exercise: step.exercise, title: step.title,
        focus: step.focus, minutes: step.minutes, takes: takes, settings: settings,
        guide: step.guide, gives: step.gives)
      plan.aside = step.aside ?? isAside(plan)
      plans.append(plan)
    }
    return plans
  }
}
