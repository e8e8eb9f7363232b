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
    blocks += answers(room, audience)
    if !isDecided, audience != .report { blocks += verdict(room, audience) }
    return View(blocks + said(room))
  }

  private static func current(
    _ proposal: String, _ room: Room<ConsentRound>, _ audience: Audience
  ) -> [View.Block] {
    let state = room.state
    var facts = [View.Fact("Proposal", proposal)]
    if state.wordings.count > 1 {
      facts.append(.init("Wording", "\(state.wordings.count)"))
      if audience != .room, let first = state.wordings.first {
        facts.append(.init("At first", first))
      }
    }
    if audience != .report { facts.append(.init("Phase", state.phase.place)) }
    return [.facts(facts)]
      + (audience == .facilitator
        ? [.note(state.phase.words(room.settings.method), .hint)] : [])
  }

  /// How the test went so far.
  private static func answers(
    _ room: Room<ConsentRound>, _ audience: Audience
  ) -> [View.Block] {
    let answers = room.state.answers
    guard !answers.isEmpty || room.state.phase == .objections else { return [] }
    return (answers.isEmpty ? [] : [bars(answers, room.settings.method)])
      + room.readiness(
        answers.compactMap(\.by), count: answers.count, "answered", room.settings.privacy,
        for: audience)
  }

  private static func verdict(
    _ room: Room<ConsentRound>, _ audience: Audience
  ) -> [View.Block] {
    guard !room.state.answers.isEmpty else { return [] }
    if let reason = room.whyNot {
      return [.note("As it stands, the proposal does not pass. \(reason)", .warning)]
    }
    let command = audience == .facilitator ? " /decide 2027-03-01 records it." : ""
    return [.note("As it stands, the proposal passes.\(command)", .success)]
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
      let cards = room.said.filter { $0.tags.first == tag }
      guard !cards.isEmpty else { return [] }
      let lines = cards.map { card in
        room.line(card) + (room.state.resolved[card.id].map { ". Taken in: \($0)" } ?? "")
      }
      return [.heading(title, level: 2), .list(lines, ordered: false)]
    }
  }
}
