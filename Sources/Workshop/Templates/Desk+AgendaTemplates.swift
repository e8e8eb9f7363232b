import ExerciseProtocol
import OrderedCollections

extension Desk {
  /// Puts a template's steps on the present agenda, in one step that can be undone.
  func addTemplate(_ arguments: Arguments) throws(Problem) -> Response {
    let session = try open().session
    guard let name = arguments.text("title") else {
      throw Problem(
        "Which template?", hint: "/agenda add template NAME; /templates lists them.",
        isUsage: true)
    }
    for option in ["focus", "minutes", "takes", "aside", "set"] where arguments[option] != nil {
      throw Problem(
        "“\(option)” belongs to one activity, and a template may bring several.",
        hint: "/agenda change changes one once it is on the agenda.", isUsage: true)
    }
    let template = try template(called: name)
    let plans = try plans(of: template)
    let index = try session.index(typed: arguments.integer("at"))
    var ids: [ActivityID] = []
    _ = try commit { timeline in
      let labels = timeline.session.labels.activities
      ids = plans.indices.map { ActivityID("a\(labels + $0 + 1)") }
      return plans.enumerated().map { offset, plan in
        var plan = plan
        plan.id = ids[offset]
        if case .activities(let sources) = plan.takes {
          // The plans have the ids of a session of their own.
          plan.takes = .activities(sources.map { ids[$0.number - 1] })
        }
        return .planned(plan, index: index + offset)
      }
    }
    var response = agendaResponse(try open().session)
    response.view.blocks.insert(
      .note("“\(template.title)” is on the agenda: \(template.extent)", .success), at: 0)
    response.view.blocks += supplyNews(since: session)
    response.result = ["template": .string(template.name), "activities": .list(ids)]
    return response
  }

  /// Makes a template of the present agenda, in the folder of the facilitator's own.
  func saveAgenda(_ arguments: Arguments) throws(Problem) -> Response {
    let session = try open().session
    guard !session.agenda.isEmpty else { throw .emptyAgenda }
    guard let name = arguments.text("what") else {
      throw Problem(
        "What shall the template be called?", hint: "/agenda save our-day Our day", isUsage: true)
    }
    guard Template.isName(name) else {
      throw Problem(
        "“\(name)” is no name for a template.",
        hint: "Small letters, digits and single hyphens between, such as our-day; a title may "
          + "follow.", isUsage: true)
    }
    let template = session.template(called: name, titled: arguments.text("title"))
    let yaml = template.yaml
    // Nothing is kept that could not be used again.
    let shelf = TemplateShelf([.init(path: "\(name).yaml", text: yaml, origin: .own)])
    if let fault = shelf.faults.first {
      throw Problem(
        "This agenda can't be a template: \(fault.message).",
        hint: "/agenda change mends an activity.")
    }
    let overrides = surroundings.templates.shelf.template(called: name)?.origin == .shipped
    let path = try surroundings.templates.keep(
      yaml, named: name, replacing: arguments["replace"] == true)
    var response = Response.done(
      "The agenda is the template “\(name)”, in \(path)",
      result: ["template": .string(name), "file": .string(path), "overrides": .bool(overrides)])
    if overrides {
      response.view.blocks.append(
        .note("It stands in for the one of that name that came with a plugin.", .hint))
    }
    response.view.blocks.append(
      .note("It is a text file: add what you say in each step, and for whom it is made.", .hint))
    return response
  }
}

extension Session {
  /// The agenda as a recipe.
  fileprivate func template(called name: String, titled title: String?) -> Template {
    let names = Template.names(of: Array(agenda.values))
    let named = Set(
      agenda.values.flatMap { activity -> [ActivityID] in
        if case .activities(let ids) = activity.plan.takes { ids } else { [] }
      })
    return Template(
      head: Template.Head(
        name: name, title: title ?? self.title,
        summary: "The agenda of “\(self.title)”.", phase: .whole, people: 1...40),
      steps: agenda.values.map { activity in
        let plan = activity.plan
        var takes = plan.takes
        if case .activities(let ids) = takes {
          let known = ids.compactMap { names[$0].map { ActivityID($0.name) } }
          takes = known.isEmpty ? .nothing : .activities(known)
        }
        let own = names[activity.id].flatMap {
          $0.isID && named.contains(activity.id) ? $0.name : nil
        }
        let isAside = !plan.isBreak && Activity.Plan.isAside(plan.title, plan.settings)
        return Template.Step(
          exercise: plan.exercise, title: plan.title, focus: plan.focus, minutes: plan.minutes,
          takes: takes, id: own, aside: plan.aside == isAside ? nil : plan.aside,
          settings: plan.settings, gives: plan.gives, guide: plan.guide,
          template: name, place: TemplatePlace(file: name, line: 1), settingPlaces: [:])
      }, origin: .own)
  }
}
