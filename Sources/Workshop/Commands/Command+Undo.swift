import ExerciseProtocol
import OrderedCollections

extension Command {
  static let undo = Command(
    "undo", "Take back the last step, or any step by its number or the card that it made",
    group: .session,
    parameters: [
      Parameter("step", .step, "Its number in /log, or a card; the last one where not given"),
      Parameter(
        "all", .field(.flag), "Whether to take back what builds on it as well", isOption: true),
    ],
    examples: ["/undo", "/undo 12", "/undo c2", "/undo c2 all=yes"],
    details: [
      "Where later steps build on it you are told which, and asked whether they go as well. "
        + "/redo brings all of them back."
    ]
  ) { desk, invocation throws(Problem) in
    var undone: [LoggedEvent] = []
    // Who joined in the step is known by name only while it counts.
    var before = Session()
    var offer: UndoOffer?
    let answer = invocation.arguments["all"]
    let logged = try desk.commit { timeline throws(Problem) in
      let step = try timeline.stepToUndo(invocation.arguments)
      try timeline.checkUndo(of: step)
      let steps = try timeline.steps(goingWith: step)
      if steps.count > 1, answer != true {
        offer = UndoOffer(step: step, all: steps, timeline)
        return []
      }
      offer = nil
      undone = timeline.events(ofStep: step)
      before = timeline.session
      // The latest first, as somebody would who undid them one by one.
      return steps.sorted(by: >).map { .undone(step: $0) }
    }
    if let offer {
      guard answer == nil else { return .unchanged() }
      guard desk.surroundings.isInteractive else { throw offer.problem }
      return Response(next: .ask(offer.form(invocation)))
    }
    var response = desk.told("Undone", undone, before, logged)
    response.view.blocks += desk.supplyNews(since: before)
    return response
  }

  static let redo = Command(
    "redo", "Bring back what was undone last, or any undone step by its number or its card",
    group: .session,
    parameters: [Parameter("step", .step, "Its number in /log, or a card")],
    examples: ["/redo", "/redo 12", "/redo c2"]
  ) { desk, invocation throws(Problem) in
    var redone: [LoggedEvent] = []
    var before = Session()
    let logged = try desk.commit { timeline throws(Problem) in
      before = timeline.session
      let steps = try timeline.stepsToRedo(invocation.arguments)
      guard let step = steps.first else { throw .nothingToRedo }
      guard timeline.undone.contains(step) else {
        throw timeline.isStep(step) ? .notUndone(step) : .noSuchStep(step)
      }
      guard step > timeline.lastRestored else { throw .nothingToRedo }
      redone = timeline.events(ofStep: step)
      do throws(TimelineConflict) {
        _ = try timeline.session(without: Set(timeline.undone).subtracting(steps))
      } catch {
        throw .missingBase(step)
      }
      return steps.map { .redone(step: $0) }
    }
    var response = desk.told("Redone", redone, desk.session ?? Session(), logged)
    response.view.blocks += desk.supplyNews(since: before)
    return response
  }
}

extension Timeline {
  fileprivate var lastRestored: Int {
    events.last { if case .restored = $0.event { true } else { false } }?.sequence ?? 0
  }

  fileprivate func isStep(_ step: Int) -> Bool { events(ofStep: step).first?.sequence == step }

  /// - Throws: where the step is not there, does not count, or is of a kind that can't be undone.
  fileprivate func checkUndo(of step: Int) throws(Problem) {
    guard let first = events(ofStep: step).first, isStep(step) else { throw .noSuchStep(step) }
    guard !undone.contains(step) else { throw .undoneAlready(step) }
    // Of a session that was restored, what led to it can't be taken back any more.
    guard step > lastRestored else { throw whyNotUndoable(step) }
    switch first.event {
    case .created, .undone, .redone, .erased, .unreadable, .restored, .poll:
      throw whyNotUndoable(step)
    default: break
    }
  }
}

extension Timeline {
  /// Whether the step is one that happened to a vote.
  func isOfVote(_ step: Int) -> Bool {
    events(ofStep: step).contains { if case .poll = $0.event { true } else { false } }
  }

  /// Nothing that happened to a vote can be undone; what there is instead is told.
  fileprivate func whyNotUndoable(_ step: Int) -> Problem {
    guard isOfVote(step) else { return .notUndoable(step) }
    let undecided = session.polls.values.last(where: \.phase.isUndecided)
    return .voteStep(step, undecided: undecided, session)
  }
}

extension Desk {
  fileprivate func told(
    _ word: String, _ events: [LoggedEvent], _ session: Session, _ logged: [LoggedEvent]
  ) -> Response {
    let step = events.first?.step ?? 0
    let what = live?.timeline.notes(of: events, in: session) ?? session.described(events)
    let others = logged.count - 1
    let steps = others.counted("step that builds", "steps that build")
    let more = others > 0 ? ", with \(steps) on it" : ""
    return .done(
      "\(word): step \(step)" + (what.isEmpty ? "" : ", \(what)") + more,
      result: ["step": .integer(step), "events": .integer(logged.count)])
  }
}
