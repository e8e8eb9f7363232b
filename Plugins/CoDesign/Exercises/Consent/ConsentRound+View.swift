import ExerciseKit

extension ConsentRound {
  static func view(of room: Room<ConsentRound>, for audience: Audience) -> View {
    var blocks = room.opening
    for decision in room.state.decisions {
      blocks.append(.note("Decided: \(decision.text)", .success))
      blocks.append(.facts([.init("Looked at again on", decision.review)]))
    }
    guard let proposal = room.state.wordings.last else {
      let cards = room.visibleTaken.map(room.line)
      blocks.append(.note("/propose puts a proposal to the room.", .hint))
      return View(blocks + (cards.isEmpty ? [] : [.list(cards, ordered: false)]))
    }
    let isDecided = room.state.decisions.last?.text == proposal && room.state.phase == .decision
    if !isDecided { blocks += current(proposal, room, audience) }
    blocks += said(room)
    return View(blocks)
  }

  private static func current(
    _ proposal: String, _ room: Room<ConsentRound>, _ audience: Audience
  ) -> [View.Block] {
    let (state, method) = (room.state, room.settings.method)
    var facts = [View.Fact("Proposal", proposal)]
    if state.wordings.count > 1 {
      facts.append(.init("Wording", "\(state.wordings.count)"))
      if audience != .room, let first = state.wordings.first {
        facts.append(.init("At first", first))
      }
    }
    var blocks: [View.Block] = [.facts(facts)]
    if audience != .report {
      let phases = Phase.allCases.map { $0 == state.phase ? "[\($0.rawValue)]" : $0.rawValue }
      blocks.append(.text(phases.joined(separator: " → ")))
    }
    if audience == .facilitator { blocks.append(.note(state.phase.words(method), .hint)) }
    let isTested = !state.answers.isEmpty
    if isTested { blocks.append(bars(state.answers, method)) }
    if isTested || state.phase == .objections {
      let people = state.answers.compactMap(\.by)
      blocks += room.readiness(
        people, count: state.answers.count, "answered", room.settings.privacy, for: audience)
    }
    if isTested, audience != .report {
      blocks.append(
        room.settings.passes(state.answers)
          ? .note("As it stands, the proposal passes. /decide records it.", .success)
          : .note("As it stands, the proposal does not pass.", .warning))
    }
    return blocks
  }

  private static func bars(_ answers: [Answer], _ method: Method) -> View.Block {
    .bars(
      method.steps.reversed().map { step in
        let count = answers.count { $0.grade == step.value }
        return View.Bar(
          method == .consent ? step.label : "\(step.value)  \(step.label)", value: Double(count),
          caption: "\(count)")
      })
  }

  /// What was said, by kind; objections with how they were taken in.
  private static func said(_ room: Room<ConsentRound>) -> [View.Block] {
    let kinds = [
      ("objection", "Objections"), ("concern", "Concerns"), ("question", "Questions"),
      ("reaction", "Reactions"), ("suggestion", "Suggestions"), ("note", "Notes"),
    ]
    return kinds.flatMap { tag, title -> [View.Block] in
      let cards = room.visible.filter { $0.tags.first == tag }
      guard !cards.isEmpty else { return [] }
      let lines = cards.map { card in
        room.line(card) + (room.state.resolved[card.id].map { " → taken in: \($0)" } ?? "")
      }
      return [.heading(title, level: 2), .list(lines, ordered: false)]
    }
  }
}
