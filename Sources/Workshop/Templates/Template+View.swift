package import ExerciseProtocol

extension TemplateShelf {
  /// The templates by phase, each with its duration and the size of its group.
  package func view(_ filter: TemplateFilter) -> View {
    let found = templates(filter)
    var blocks: [View.Block] = []
    // Few can be told more of.
    let isShort = found.count <= 6 && !filter.isEmpty
    for phase in Template.Phase.allCases {
      let here = found.filter { $0.head.phase == phase }
      guard !here.isEmpty else { continue }
      blocks.append(.heading(phase.title, level: 3))
      let rows = here.map { template in
        [
          template.name, described(template, isShort: isShort),
          template.minutes > 0 ? template.minutes.minutesText : "", template.head.people.text,
        ]
      }
      let columns: [View.Table.Column] = [
        .init("Name"), .init("What it is"), .init("Time"), .init("People"),
      ]
      blocks.append(.table(View.Table(columns, rows)))
    }
    if found.isEmpty { blocks.append(.text(TemplateWording.none(of: templates.count))) }
    if found.contains(where: { overridden.contains($0.name) }) {
      blocks.append(.note(TemplateWording.overriding, .hint))
    }
    for problem in faults.prefix(3).map(\.problem) + passedOver.prefix(3) {
      blocks.append(.note(problem.message, .warning))
      if let hint = problem.hint { blocks.append(.note(hint, .hint)) }
    }
    if faults.count > 3 { blocks.append(.note(TemplateWording.moreFaults, .hint)) }
    if !found.isEmpty { blocks.append(.note(TemplateWording.howToGoOn, .hint)) }
    return View(blocks)
  }

  private func described(_ template: Template, isShort: Bool) -> String {
    let whose =
      template.origin == .own
      ? overridden.contains(template.name) ? " (yours ↔)" : " (yours)" : ""
    return template.title + whose + (isShort ? ": " + template.head.summary : "")
  }
}

extension Template {
  /// The preview: what it is, what it needs, its agenda, and what is said to the room.
  package var view: View {
    var facts = [
      View.Fact("Name", name), View.Fact("Phase", head.phase.title),
      View.Fact("Time", extent), View.Fact("People", head.people.text),
    ]
    if let originator = head.originator { facts.append(View.Fact("From", originator)) }
    if let licence = head.licence { facts.append(View.Fact("Licence", licence)) }
    if origin == .own, let file { facts.append(View.Fact("Yours", file)) }
    var blocks: [View.Block] = [
      .heading(title, level: 1), .text(head.summary), .facts(facts),
    ]
    if !head.materials.isEmpty {
      blocks += [
        .heading(TemplateWording.materials, level: 2), .list(head.materials, ordered: false),
      ]
    }
    blocks += [.heading(TemplateWording.agenda, level: 2), agendaTable]
    // Of a whole workshop the words for the room; of a method, all there is.
    let isWhole = steps.count > 3
    for (index, step) in steps.enumerated() {
      blocks += step.blocks(number: index + 1, ofWhole: isWhole, in: name)
    }
    blocks.append(.note(TemplateWording.howToUse(name, isWhole: isWhole), .hint))
    return View(blocks)
  }

  private var agendaTable: View.Block {
    .table(
      View.Table(
        [
          .init("No.", isNumeric: true), .init("Step"), .init("Exercise"), .init("Time"),
          .init("Takes"), .init("What comes out"),
        ],
        steps.enumerated().map { index, step in
          [
            "\(index + 1)", step.title, step.exercise, step.minutes?.minutesText ?? "",
            index == 0 && step.takes == .previous ? "" : step.takes.text, step.gives ?? "",
          ]
        }))
  }

  /// What a list tells programs of it.
  package var listingJSON: JSONValue {
    guard case .object(let members) = json else { return json }
    return .object(members.filter { $0.name != "steps" })
  }

  /// For programs.
  package var json: JSONValue {
    [
      "name": .string(name), "title": .string(title), "summary": .string(head.summary),
      "phase": .string(head.phase.rawValue), "minutes": .integer(minutes),
      "people": [
        "least": .integer(head.people.lowerBound), "most": .integer(head.people.upperBound),
      ], "own": .bool(origin == .own), "steps": .array(steps.map(\.json)),
    ]
  }
}

extension Template.Step {
  fileprivate func blocks(number: Int, ofWhole isWhole: Bool, in name: String) -> [View.Block] {
    let lines = isWhole ? guide.filter { $0.kind == .say } : guide
    guard !lines.isEmpty || focus != nil else { return [] }
    var blocks: [View.Block] = [.heading("\(number). \(title)", level: 3)]
    if let focus { blocks.append(.text(focus)) }
    if !lines.isEmpty {
      blocks.append(.list(lines.map { isWhole ? $0.quoted : $0.line }, ordered: false))
    }
    if isWhole, template != name {
      blocks.append(.note(TemplateWording.broughtIn(template), .hint))
    }
    return blocks
  }

  fileprivate var json: JSONValue {
    [
      "exercise": .string(exercise), "title": .string(title),
      "focus": focus.map(JSONValue.string), "minutes": minutes.map(JSONValue.integer),
      "takes": .string(takes.text), "settings": settings, "gives": gives.map(JSONValue.string),
      "guide": .array(guide.map(\.json)),
    ]
  }
}
