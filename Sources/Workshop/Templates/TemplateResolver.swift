import ExerciseProtocol

/// Puts in place what templates bring in of others. Each is put together once, however often it is
/// brought in, and none may have more steps than anybody could hold in a week: nothing can grow
/// without end.
struct TemplateResolver {
  private let drafts: [String: TemplateDraft]
  /// Those with faults of their own, told already.
  private let broken: Set<String>
  private var known: [String: Resolved] = [:]

  typealias Resolved = (steps: [Template.Step], faults: [TemplateFault])

  init(_ reading: TemplateReading) {
    drafts = reading.drafts.mapValues(\.draft)
    broken = reading.broken
  }

  mutating func steps(of draft: TemplateDraft) -> Resolved {
    if let known = known[draft.head.name] { return known }
    var resolved: Resolved = ([], [])
    for part in draft.parts {
      switch part {
      case .step(var step):
        step.template = draft.head.name
        resolved.steps.append(step)
      case .template(let reference):
        do throws(TemplateFault) {
          resolved.steps += try steps(for: reference, in: draft)
        } catch {
          resolved.faults.append(error)
        }
      }
    }
    resolved.faults += TemplateSources.faults(in: resolved.steps, of: draft.head.name)
    if resolved.steps.count > TemplateLimits.steps {
      resolved.faults.append(
        TemplateFault(
          draft.place,
          "it comes to \(resolved.steps.count) steps, and \(TemplateLimits.steps) are allowed",
          hint: "Make two workshops of it."))
    }
    known[draft.head.name] = resolved
    return resolved
  }

  private mutating func steps(
    for reference: TemplateDraft.Reference, in draft: TemplateDraft
  ) throws(TemplateFault) -> [Template.Step] {
    let name = reference.name
    guard let brought = drafts[name] else {
      let near = Suggestion.nearest(to: name, among: drafts.keys)
      throw TemplateFault(
        reference.place, "there is no template “\(name)”",
        hint: near.isEmpty ? "charrette template list shows them." : "Did you mean \(near.orList)?")
    }
    // Before anything is put in place: a circle has no end.
    if let way = way(from: name, to: draft.head.name) {
      let names = ([draft.head.name] + way).map { "“\($0)”" }.joined(separator: " → ")
      throw TemplateFault(
        reference.place, "a template can't bring in itself: \(names)",
        hint: "Take one of them out.")
    }
    let inner = steps(of: brought)
    guard inner.faults.isEmpty, !broken.contains(name) else {
      throw TemplateFault(
        reference.place, "the template “\(name)” has faults of its own",
        hint: "Mend \(brought.place.file) first.")
    }
    guard inner.steps.count == 1 || !reference.changesStep else {
      throw TemplateFault(
        reference.place,
        "“\(name)” has \(inner.steps.count) steps, so only takes: can stand beside it",
        hint: "Leave out title, focus, minutes, settings and guide, or write its steps out.")
    }
    return reference.changing(inner.steps)
  }

  /// The names by which one template leads to another, both in it; nil where it does not.
  private func way(from start: String, to end: String) -> [String]? {
    var before: [String: String] = [start: start]
    var waiting = [start]
    while let name = waiting.popLast() {
      if name == end {
        var way = [end]
        while let last = way.last, last != start, let previous = before[last] {
          way.append(previous)
        }
        return way.reversed()
      }
      for part in drafts[name]?.parts ?? [] {
        guard case .template(let reference) = part, before[reference.name] == nil else { continue }
        before[reference.name] = name
        waiting.append(reference.name)
      }
    }
    return nil
  }
}

extension TemplateDraft.Reference {
  /// The steps with what stands beside the reference in place of their own.
  fileprivate func changing(_ steps: [Template.Step]) -> [Template.Step] {
    var steps = steps
    guard !steps.isEmpty else { return steps }
    if let takes { (steps[0].takes, steps[0].takesPlace) = (takes, place) }
    guard changesStep else { return steps }
    steps[0].title = title ?? steps[0].title
    steps[0].focus = focus ?? steps[0].focus
    steps[0].minutes = minutes ?? steps[0].minutes
    steps[0].guide = guide + steps[0].guide
    steps[0].settings = steps[0].settings.merged(with: settings)
    steps[0].settingPlaces.merge(settingPlaces) { $1 }
    return steps
  }
}

extension JSONValue {
  /// The members of both; of those in both, the other's.
  fileprivate func merged(with other: JSONValue) -> JSONValue {
    guard case .object(let own) = self, case .object(let others) = other else { return self }
    return .object(own.filter { other[$0.name] == nil } + others)
  }
}
