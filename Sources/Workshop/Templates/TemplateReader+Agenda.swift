import ExerciseProtocol
import YAML

extension TemplateReader {
  private static let stepKeys = [
    "exercise", "title", "id", "focus", "minutes", "takes", "aside", "settings", "gives", "guide",
  ]
  private static let breakKeys = ["break", "id", "focus", "minutes", "guide"]
  private static let referenceKeys = [
    "template", "title", "focus", "minutes", "takes", "settings", "guide",
  ]

  mutating func agenda(_ root: YAMLNode) -> [TemplateDraft.Part] {
    guard root["agenda"] != nil || !guesses.contains("agenda") else { return [] }
    guard let agenda = root["agenda"], let sequence = agenda.sequence, !sequence.isEmpty else {
      fault(
        root["agenda"] ?? root, "the agenda has no steps",
        hint: "agenda: is a list; each step begins with “- exercise:” or “- template:”.")
      return []
    }
    checkCount(of: sequence, at: agenda, "agenda", TemplateLimits.steps)
    if let first = sequence.first, let takes = first["takes"], takes.text == "previous" {
      fault(
        takes, "the first step takes what comes before it, and nothing does",
        hint: "Leave takes: out, or write takes: nothing.")
    }
    return sequence.prefix(TemplateLimits.steps).compactMap { part($0) }
  }

  private mutating func part(_ node: YAMLNode) -> TemplateDraft.Part? {
    guard node["template"] == nil else {
      guard node["exercise"] == nil else {
        fault(
          node, "a step is an exercise or a template, and this is both", hint: "Make two of it.")
        return nil
      }
      return reference(node).map { .template($0) }
    }
    if node["break"] != nil, node["exercise"] == nil { return pause(node).map { .step($0) } }
    guard check(node, hasOnly: Self.stepKeys) else { return nil }
    return step(node).map { .step($0) }
  }

  private mutating func step(_ node: YAMLNode) -> Template.Step? {
    let exercise = text(node, "exercise", TemplateLimits.name, .line)
    let title = text(node, "title", TemplateLimits.title, .line)
    let focus = optionalText(node, "focus", TemplateLimits.focus)
    let (minutes, takes) = (minutes(node), takes(node))
    let settings = settings(node["settings"])
    let gives = optionalText(node, "gives", TemplateLimits.gives)
    let guide = guide(node["guide"])
    guard let exercise, let title else { return nil }
    return Template.Step(
      exercise: exercise, title: title, focus: focus, minutes: minutes,
      takes: takes ?? .previous, id: optionalText(node, "id", TemplateLimits.title, .line),
      aside: aside(node), settings: settings.json, gives: gives, guide: guide,
      template: "", place: place(node), takesPlace: node["takes"].map(place),
      settingPlaces: settings.places)
  }

  /// `- break: Lunch`: a step of the kit's own, which collects nothing and lets cards pass.
  private mutating func pause(_ node: YAMLNode) -> Template.Step? {
    guard check(node, hasOnly: Self.breakKeys),
      let title = text(node, "break", TemplateLimits.title, .line)
    else { return nil }
    return Template.Step(
      exercise: Activity.breakID, title: title,
      focus: optionalText(node, "focus", TemplateLimits.focus), minutes: minutes(node),
      takes: .previous, id: optionalText(node, "id", TemplateLimits.title, .line),
      settings: .object([]), guide: guide(node["guide"]), template: "", place: place(node),
      settingPlaces: [:])
  }

  private mutating func aside(_ node: YAMLNode) -> Bool? {
    guard let value = node["aside"] else { return nil }
    switch value.text?.lowercased() {
    case "yes", "true": return true
    case "no", "false": return false
    default:
      fault(
        value, "“aside” is not yes or no", hint: "Write aside: yes where cards pass the step by.")
      return nil
    }
  }

  private mutating func reference(_ node: YAMLNode) -> TemplateDraft.Reference? {
    guard check(node, hasOnly: Self.referenceKeys) else { return nil }
    let name = text(node, "template", TemplateLimits.name, .line)
    let title = optionalText(node, "title", TemplateLimits.title, .line)
    let focus = optionalText(node, "focus", TemplateLimits.focus)
    let (minutes, takes) = (minutes(node), takes(node))
    let settings = settings(node["settings"])
    let guide = guide(node["guide"])
    return name.map {
      TemplateDraft.Reference(
        name: $0, place: place(node), takes: takes, title: title, focus: focus, minutes: minutes,
        settings: settings.json, settingPlaces: settings.places, guide: guide)
    }
  }

  private mutating func minutes(_ node: YAMLNode) -> Int? {
    guard let value = node["minutes"] else { return nil }
    if let number = value.wholeNumber, TemplateLimits.minutes ~= number {
      return number
    }
    fault(value, "“minutes” is not a whole number from 1 to 1440", hint: "Write minutes: 20.")
    return nil
  }

  private mutating func takes(_ node: YAMLNode) -> Activity.Intake? {
    guard let value = node["takes"] else { return nil }
    if let sequence = value.sequence {
      let names = sequence.compactMap { text(of: $0, "takes", TemplateLimits.title, .line) }
      guard names.count == sequence.count, !names.isEmpty else {
        if names.isEmpty { fault(value, "“takes” names no step", hint: "Write takes: [Ideas].") }
        return nil
      }
      checkCount(of: sequence, at: value, "takes", TemplateLimits.steps)
      return .activities(names.map { ActivityID($0) })
    }
    if let takes = Activity.Intake(text: value.text ?? "") { return takes }
    // YAML takes what follows a bare # for a remark.
    let isBare = value.text?.isEmpty != false
    guard isBare || value.isNothing else {
      return text(of: value, "takes", TemplateLimits.title, .line)
        .map { .activities([ActivityID($0)]) }
    }
    fault(
      value, "“takes” does not say which cards come in",
      hint: "It is previous, all, nothing, the title or id of an earlier step, or a tag such as "
        + "\"#idea\"" + (isBare ? ", with its quotes." : "."))
    return nil
  }

  private mutating func settings(
    _ node: YAMLNode?
  ) -> (json: JSONValue, places: [String: TemplatePlace]) {
    guard let node else { return (.object([]), [:]) }
    guard let mapping = node.mapping else {
      fault(node, "“settings” is not names with values", hint: "Write name: value.")
      return (.object([]), [:])
    }
    var members: [JSONValue.Member] = []
    var places: [String: TemplatePlace] = [:]
    for (key, value) in mapping.map({ ($0.key, $0.value) }) {
      let name = key.text ?? ""
      guard let text = value.text, !value.isNothing else {
        fault(value, "“\(name)” is not one value", hint: "Write \(name): value.")
        continue
      }
      members.append(.init(name, .string(text)))
      places[name] = place(key)
    }
    return (.object(members), places)
  }

  // MARK: The guide

  private mutating func guide(_ node: YAMLNode?) -> [Guidance] {
    guard let node else { return [] }
    guard let sequence = node.sequence else {
      fault(
        node, "“guide” is not a list", hint: "Begin each entry with “- do:” or “- say:”.")
      return []
    }
    checkCount(of: sequence, at: node, "guide", TemplateLimits.guide)
    return sequence.compactMap { guidance($0) }
  }

  private mutating func guidance(_ node: YAMLNode) -> Guidance? {
    let kinds = Guidance.Kind.allCases.map(\.rawValue)
    guard let mapping = node.mapping else {
      fault(
        node, "it is not told what this is for",
        hint: "Begin it with \(kinds.map { $0 + ":" }.orList).")
      return nil
    }
    guard check(node, hasOnly: kinds) else { return nil }
    guard mapping.count == 1 else {
      fault(node, "this entry says several things", hint: "Begin each of them with “- ”.")
      return nil
    }
    for kind in Guidance.Kind.allCases {
      guard let value = node[kind.rawValue] else { continue }
      return text(of: value, kind.rawValue, TemplateLimits.guidance).map { Guidance(kind, $0) }
    }
    return nil
  }
}
