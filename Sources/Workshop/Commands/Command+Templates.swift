import ExerciseProtocol

extension Command {
  static let templates = Command(
    "templates", "List templates, search them, or show what one does", group: .session,
    parameters: [
      Parameter("do", .field(.choice(["show"])), "Show one of them, whole"),
      Parameter("words", .field(.text), "Words to look for; after show, a template's name"),
      Parameter(
        "phase", .field(.choice(Template.Phase.allCases.map(\.rawValue))),
        "Only those of this phase", isOption: true),
      Parameter(
        "minutes", .field(.integer(1...10_080)), "Only those that take so long at most",
        isOption: true),
      Parameter(
        "people", .field(.integer(1...9999)), "Only those for a group of this size",
        isOption: true),
    ],
    examples: [
      "/templates", "/templates ideas people=12", "/templates phase=define minutes=60",
      "/templates show proposition",
    ],
    details: [
      "Your own templates are YAML files in a folder of yours. Of two with one name, yours counts. "
        + "/agenda save NAME makes one of the present agenda; charrette template check FILE names "
        + "all that is wrong with one."
    ], kindAfter: ["show": .template],
    subwords: Subwords(["": ["words", "phase", "minutes", "people"], "show": ["words"]])
  ) { desk, invocation throws(Problem) in
    let arguments = invocation.arguments
    let words = arguments.text("words")
    guard arguments.text("do") == nil else {
      guard let name = words else {
        throw Problem(
          "Which template?", hint: "/templates show NAME; /templates lists them.", isUsage: true)
      }
      let template = try desk.template(called: name)
      return Response(template.view, result: ["template": template.json])
    }
    let filter = TemplateFilter(
      words: (words ?? "").split(separator: " ").map(String.init),
      phase: arguments.text("phase").flatMap(Template.Phase.init(rawValue:)),
      minutes: arguments.integer("minutes"), people: arguments.integer("people"))
    let shelf = desk.surroundings.templates.shelf
    return Response(
      shelf.view(filter),
      result: [
        "templates": .array(shelf.templates(filter).map(\.listingJSON)),
        "own": .string(desk.surroundings.templates.ownFolder),
      ])
  }
}
