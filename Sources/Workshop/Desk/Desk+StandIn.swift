import ExerciseProtocol
import OrderedCollections
import Polling

/// What the host does in the place of a plugin that does not answer: so that the room can always go
/// on, with the cards that are there. Nothing of it shows or passes on what is sealed or was not
/// counted.
extension Desk {
  /// An activity as its exercise shows it; where that does not answer, as the host knows it, with
  /// the problem. Of a vote that was counted, the result: no exercise is asked for it.
  ///
  /// - Throws: where there is no such activity.
  func shown(
    _ id: ActivityID, for audience: Audience
  ) throws(Problem) -> (view: View, problem: Problem?) {
    let live = try open()
    guard let activity = live.session.agenda[id] else {
      throw .noSuchActivity(id.rawValue, count: live.session.agenda.count)
    }
    if activity.isBreak { return (breakView(of: activity), nil) }
    if let counted = counted(in: id) {
      let blocks = counted.blocks(for: audience, in: live.session)
      return (View(blocks + pollBlocks(of: id, for: audience)), nil)
    }
    var view: View
    var problem: Problem?
    do throws(PluginFailure) {
      view = try live.answer(to: .view(audience), of: id).view?.cut(for: audience) ?? View()
      view = view.inAPluginsWords
    } catch {
      let failed = error.problem(in: live.timeline, at: activity)
      view = View(live.session.standIn(for: activity, audience, failed)).cut(for: audience)
      problem = failed
    }
    view.blocks += pollBlocks(of: id, for: audience)
    return (view, problem)
  }

  /// The cards that an activity gives on. Of a vote it is what was chosen when the box was opened;
  /// before that, and where the vote is not valid, nothing. Of all else it is what its exercise
  /// says; where that does not answer, what the host has, with the problem.
  func gift(of giver: Activity) throws(Problem) -> (cards: [CardID], problem: Problem?) {
    let live = try open()
    if giver.isBreak { return ([], nil) }
    switch live.session.polls(of: giver.id).last?.phase {
    case .open, .closed: return ([], nil)
    case .counted(let result):
      if let counted = counted(in: giver.id) {
        return (counted.chosen.filter { live.session.board[$0] != nil }, nil)
      }
      if result.isValid == false { return ([], nil) }
    case .calledOff, .replaced, nil: break
    }
    do throws(PluginFailure) {
      let given = try live.answer(to: .give, of: giver.id).cards ?? []
      // What is no card of this session, or of no concern to the activity, does not go on.
      return (
        given.given { id in live.session.board[id].flatMap { giver.holds($0) ? $0 : nil } }, nil
      )
    } catch {
      return (standIn(for: giver), error.problem)
    }
  }

  /// After a secret vote: what was counted, or nothing. Else every card that is there to be seen:
  /// what came in was on the board before, and what was written here in the open is. Where the
  /// activity is sealed as a whole, of what was written in it nothing goes on: whether it may be
  /// seen yet, its exercise alone knows.
  private func standIn(for giver: Activity) -> [CardID] {
    guard let session else { return [] }
    let (own, taken) = session.visibleCards(of: giver)
    guard let poll = session.polls(of: giver.id).last else {
      let isSealed = giver.plan.settings["privacy"] == "sealed"
      return (isSealed ? taken : own + taken).map(\.id)
    }
    // What was written in secret became cards when the box was opened, and not before. What a vote
    // that was counted chose has its own way: see `gift`.
    guard case .counted = poll.phase, poll.terms.paper.rule == nil else { return [] }
    return own.map(\.id)
  }

  /// What to say where the room went on without an answer.
  ///
  /// - Parameter step: that of going on, which can be undone.
  func standInBlocks(
    for unanswered: [(giver: Activity, cards: [CardID], problem: Problem)], step: Int?
  ) -> [View.Block] {
    guard !unanswered.isEmpty else { return [] }
    var blocks = unanswered.map { item -> View.Block in
      let title = item.giver.plan.title
      let cards =
        item.cards.isEmpty
        ? "No cards came in from there."
        : "\(item.cards.count.counted("card", "cards")) came in from there: "
          + item.cards.prefix(8).map(\.rawValue).joined(separator: " ")
          + (item.cards.count > 8 ? " …" : "")
      return .note(
        "“\(title)” could not say which cards go on. \(item.problem.message) \(cards)", .warning)
    }
    if let step {
      blocks.append(
        .note(
          "/undo \(step) takes this step back, to go on again once the plugin answers; /plugins "
            + "tells how it does.", .hint))
    }
    return blocks
  }
}

extension Activity {
  /// Whether the card is its own, or came in.
  func holds(_ card: Card) -> Bool { card.activity == id || taken.contains(card.id) }
}

extension Session {
  /// The activity's own cards and those that came in, without those that are hidden.
  func visibleCards(of activity: Activity) -> (own: [Card], taken: [Card]) {
    (
      board.values.filter { $0.activity == activity.id && $0.hidden == nil },
      activity.taken.compactMap { board[$0] }.filter {
        $0.activity != activity.id && $0.hidden == nil
      }
    )
  }

  /// An activity without its exercise. The room sees what came in, and of what is written here how
  /// much it is: whether it may be seen yet, the exercise alone knows.
  fileprivate func standIn(
    for activity: Activity, _ audience: Audience, _ problem: Problem
  ) -> [View.Block] {
    let (own, taken) = visibleCards(of: activity)
    var blocks: [View.Block] = [.heading(activity.plan.title, level: 1)]
    if let focus = activity.plan.focus { blocks.append(.text(focus)) }
    if audience != .report, !taken.isEmpty {
      blocks += [.heading("Brought in", level: 2), .list(taken.map(\.standInLine), ordered: false)]
    }
    if audience == .room {
      if !own.isEmpty {
        blocks.append(.text("\(own.count.counted("card", "cards")) written here."))
      }
    } else if !own.isEmpty {
      blocks += [.heading("Written here", level: 2), .list(own.map(\.standInLine), ordered: false)]
    }
    blocks.append(.note(problem.message, .warning))
    if audience == .facilitator, let hint = problem.hint { blocks.append(.note(hint, .hint)) }
    return blocks
  }
}

extension Card {
  fileprivate var standInLine: String { "\(id)  \(text)" }
}

extension Reply {
  var view: View? { if case .view(let view) = self { view } else { nil } }
  fileprivate var cards: [CardID]? { if case .cards(let cards) = self { cards } else { nil } }
}

extension PluginFailure {
  /// The problem where an activity can't be shown: with the way on, and, where the plugin may
  /// stumble over what happened there, with the step to take back.
  fileprivate func problem(in timeline: Timeline, at activity: Activity) -> Problem {
    var problem = problem
    guard kind.isOfItsOwn, let step = timeline.lastUndoableStep(in: activity) else {
      return problem
    }
    problem.hint =
      "Nothing is lost. /next goes on. If it fails again: /undo \(step) takes back the last thing "
      + "that happened there." + forItsAuthor
    return problem
  }
}

extension Timeline {
  /// The latest step that could be undone and that the activity's exercise was told of.
  func lastUndoableStep(in activity: Activity) -> Int? {
    let gone = Set(undone)
    for entry in events.reversed() where !gone.contains(entry.step) && concerns(entry, activity) {
      // What a secret vote brought stays as it was counted.
      if case .poll? = events(ofStep: entry.step).first?.event { continue }
      return entry.step
    }
    return nil
  }

  private func concerns(_ entry: LoggedEvent, _ activity: Activity) -> Bool {
    switch entry.event {
    case .recorded(let id, _): id == activity.id
    case .cardAdded(let card): card.activity == activity.id
    case .cardEdited(let id, _), .cardTagged(let id, _), .cardNoted(let id, _),
      .cardHidden(let id, _), .cardUnhidden(let id), .cardAttributed(let id, _):
      session.board[id]?.activity == activity.id
    default: false
    }
  }
}
