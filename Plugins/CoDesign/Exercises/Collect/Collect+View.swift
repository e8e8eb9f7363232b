import ExerciseKit

extension Collect {
  static func view(of room: Room<Collect>, for audience: Audience) -> View {
    var blocks = room.opening
    if audience != .report { blocks += room.stage(for: audience) }
    let taken = room.visibleTaken
    var brought: [View.Block] = []
    if !taken.isEmpty, audience != .report {
      brought = [.heading("Brought in", level: 2), .list(taken.map(room.line), ordered: false)]
    }
    // The room has seen what came in; on the wall what is said now comes first.
    let isNew = audience == .room && !room.visible.isEmpty
    blocks += isNew ? [] : brought
    blocks += ideas(room, audience)
    let isPaced = room.settings.mode != .solo && room.state.round > 0 && audience != .report
    let said = room.visible.filter { !$0.isFromFile }
    blocks += room.readiness(
      isPaced
        ? room.state.given
        : room.state.contributors + said.flatMap { $0.authors.dropFirst() }, count: said.count,
      unnamed: isPaced ? 0 : said.count { $0.author == nil },
      isPaced ? "contributed in this round" : "contributed", room.settings.privacy, for: audience)
    return View(blocks + (isNew ? brought : []))
  }

  private static func ideas(_ room: Room<Collect>, _ audience: Audience) -> [View.Block] {
    let merging = room.state.merging
    let sheets = Set(room.visible.compactMap { $0.attributes["sheet"].flatMap { Int($0) } })
    guard !room.visible.isEmpty else { return [.text("No idea is on the board yet.")] }
    guard sheets.count > 1 else { return [thread(room.visible, room, merging)] }
    var blocks: [View.Block] = []
    for sheet in sheets.sorted() {
      let cards = room.visible.filter { $0.attributes["sheet"] == "\(sheet)" }
      blocks += [.heading("Sheet \(sheet)", level: 2), thread(cards, room, merging)]
    }
    let loose = room.visible.filter { $0.attributes["sheet"] == nil }
    if !loose.isEmpty {
      blocks += [.heading("On no sheet", level: 2), thread(loose, room, merging)]
    }
    return blocks
  }

  /// Ideas with those that build on them one step in; deeper ones say what they build on.
  private static func thread(
    _ cards: [Card], _ room: Room<Collect>, _ merging: Merging
  ) -> View.Block {
    let ids = Set(cards.map(\.id))
    func node(_ card: Card, _ replies: [View.ThreadNode]) -> View.ThreadNode {
      let sources = room.sources(of: card, merging)
      var remarks = sources + [card.votesElsewhere].compactMap(\.self)
      if let parent = card.parent, !ids.contains(parent) { remarks.insert("on \(parent)", at: 0) }
      return View.ThreadNode(
        id: card.id, text: card.text, author: room.authors(of: card), tags: card.tags,
        remark: remarks.isEmpty ? nil : remarks.joined(separator: ", "), replies: replies)
    }
    // A chain of ideas has the place of its first one.
    let parents = Dictionary(cards.map { ($0.id, $0.parent) }) { first, _ in first }
    func root(of card: Card) -> CardID {
      var (id, steps) = (card.id, 0)
      while let parent = parents[id] ?? nil, ids.contains(parent), steps < 1000 {
        (id, steps) = (parent, steps + 1)
      }
      return id
    }
    let families = Dictionary(grouping: cards, by: root)
    return .thread(
      cards.filter { families[$0.id] != nil }.map { first in
        let others = (families[first.id] ?? []).filter { $0.id != first.id }
        return node(first, others.map { node($0, []) })
      })
  }
}

extension Room<Collect> {
  /// The sheet in front of somebody, from 1, where sheets are passed on and names are kept: who
  /// wrote on which sheet when would tell who it was.
  func sheet(of person: ParticipantID?) -> Int? {
    guard settings.mode == .passItOn, settings.privacy == .open, state.round > 0, let person,
      let seat = state.ring.firstIndex(of: person)
    else { return nil }
    let count = state.ring.count
    return (seat + count - (state.round - 1) % count) % count + 1
  }

  /// What a round that begins is called, and what to do in it.
  func words(for round: Int) -> String {
    let ideas = counted(settings.perRound, "idea")
    guard settings.mode == .oneTwoFourAll else {
      return round == 1
        ? "Round 1: everybody has a sheet, \(ideas) each, "
          + "\(counted(settings.roundMinutes, "minute"))."
        : round > state.ring.count && !state.ring.isEmpty
          ? "Round \(round): every sheet has been everywhere, and comes home."
          : "Round \(round): pass the sheets on. Read what is there, and add \(ideas)."
    }
    let step = min(max(round, 1), 4)
    let what = [
      "alone, in silence.", "in pairs. Tell each other, and build on it.",
      "in fours. What is alike, what stands out?", "all together. One idea from each four.",
    ]
    return "Step \(step), \(counted(settings.steps[step - 1], "minute")): \(what[step - 1])"
  }

  /// What to say to the room as a round begins.
  func say(for round: Int) -> String {
    let say =
      switch (settings.mode, round) {
      case (.solo, _): "Every idea counts, also half an idea."
      case (.rounds, _): "One idea each. Say pass if you have none now; you come round again."
      case (.passItOn, 1): "Write what comes to you, in words that others can read."
      case (.passItOn, _): "Read what is there, and build on it, or add something new."
      case (.oneTwoFourAll, 1): "Write your ideas down for yourself. Nobody talks."
      case (.oneTwoFourAll, 2): "Tell each other your ideas, and make them better."
      case (.oneTwoFourAll, 3): "What is alike in your ideas, what stands out? Choose one."
      case (.oneTwoFourAll, _): "One idea from each four: which must not be lost?"
      }
    return "Say: “\(say)”"
  }

  /// Where the room is: whose turn, which sheet, which pair.
  fileprivate func stage(for audience: Audience) -> [View.Block] {
    let round = state.round
    guard settings.mode != .solo else { return [] }
    guard round > 0 else {
      return audience == .facilitator ? [.note("/round begins.", .hint)] : []
    }
    switch settings.mode {
    case .rounds:
      let turn = counted(settings.turnSeconds, "second")
      return [.heading("Round \(round)", level: 2)] + state.turns.lines(in: self)
        + [.text("A turn is about \(turn).")]
    case .passItOn:
      guard settings.privacy == .open else {
        return [
          .text(words(for: round)),
          .note("No names are kept, so it is not kept either who has which sheet.", .hint),
        ]
      }
      let rows = state.ring.compactMap { person in
        sheet(of: person).map { [name(of: person) ?? "", "\($0)"] }
      }
      return [
        .text(words(for: round)),
        .table(View.Table([.init("Person"), .init("Sheet", isNumeric: true)], rows)),
      ]
    default:
      let size = [1, 2, 4][min(round, 3) - 1]
      let text = View.Block.text(words(for: round))
      guard round == 2 || round == 3 else { return [text] }
      return [text, .list(groups(of: size), ordered: true)]
    }
  }

  /// Neighbours in the ring; whoever would be alone makes a group larger.
  private func groups(of size: Int) -> [String] {
    var groups = stride(from: 0, to: state.ring.count, by: size).map {
      Array(state.ring[$0..<min($0 + size, state.ring.count)])
    }
    if groups.count > 1, let last = groups.last, last.count == 1 {
      groups.removeLast()
      groups[groups.count - 1] += last
    }
    return groups.map { $0.compactMap { name(of: $0) }.listed }
  }
}
