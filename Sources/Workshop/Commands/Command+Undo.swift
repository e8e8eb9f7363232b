import ExerciseProtocol
import OrderedCollections

extension Command {
  static let undo = Command(
    "undo", "Take back the last step, or any step by its number", group: .session,
    parameters: [Parameter("step", .step, "Its number in /log; the last one where not given")],
    examples: ["/undo", "/undo 12"],
    details: ["What other steps build on can only be taken back after them. /redo brings it back."]
  ) { desk, invocation throws(Problem) in
    let asked = invocation.arguments.integer("step")
    var undone: [LoggedEvent] = []
    // Who joined in the step is known by name only while it counts.
    var before = Session()
    let logged = try desk.commit { timeline throws(Problem) in
      guard let step = asked ?? timeline.lastUndoableStep else { throw .nothingToUndo }
      try timeline.checkUndo(of: step)
      undone = timeline.events(ofStep: step)
      before = timeline.session
      do throws(TimelineConflict) {
        _ = try timeline.session(without: Set(timeline.undone + [step]))
      } catch {
        throw .builtUpon(
          step, by: error.step, timeline.described(error.step),
          isVote: timeline.isOfVote(error.step))
      }
      return [.undone(step: step)]
    }
    return desk.told("Undone", undone, before, logged)
  }

  static let redo = Command(
    "redo", "Bring back what was undone last, or any undone step by its number",
    group: .session,
    parameters: [Parameter("step", .step, "Its number in /log")], examples: ["/redo", "/redo 12"]
  ) { desk, invocation throws(Problem) in
    let asked = invocation.arguments.integer("step")
    var redone: [LoggedEvent] = []
    let logged = try desk.commit { timeline throws(Problem) in
      guard let step = asked ?? timeline.undone.last else { throw .nothingToRedo }
      guard timeline.undone.contains(step) else {
        throw timeline.isStep(step) ? .notUndone(step) : .noSuchStep(step)
      }
      guard step > timeline.lastRestored else { throw .nothingToRedo }
      redone = timeline.events(ofStep: step)
      do throws(TimelineConflict) {
        _ = try timeline.session(without: Set(timeline.undone).subtracting([step]))
      } catch {
        throw .missingBase(step)
      }
      return [.redone(step: step)]
    }
    return desk.told("Redone", redone, desk.session ?? Session(), logged)
  }

  static let log = Command(
    "log", "List the latest steps with their numbers, for /undo and /redo", group: .session,
    parameters: [Parameter("count", .field(.integer(1...10_000)), "How many; 15 if not given")],
    examples: ["/log", "/log 50"]
  ) { desk, invocation throws(Problem) in
    let timeline = try desk.open().timeline
    let undone = Set(timeline.undone)
    let starts = timeline.events.filter { $0.step == $0.sequence }
      .suffix(invocation.arguments.integer("count") ?? 15)
    let rows = starts.map { first in
      [
        "\(first.step)", String("\(first.at)".dropFirst(11).prefix(8)),
        undone.contains(first.step) ? "undone" : "",
        timeline.described(first.step),
      ]
    }
    let columns: [View.Table.Column] = [
      .init("Step", isNumeric: true), .init("UTC"), .init(""), .init("What"),
    ]
    return Response(
      View([.table(View.Table(columns, rows))]),
      result: [
        "steps": .array(
          starts.map { first in
            [
              "step": .integer(first.step), "what": .string(timeline.described(first.step)),
              "undone": .bool(undone.contains(first.step)),
            ]
          })
      ])
  }
}

extension Session {
  /// What a step did, in one line; of what only an exercise understands, where it was.
  fileprivate func described(_ logged: [LoggedEvent]) -> String {
    let said = Acknowledgement.of(logged, in: self)
    guard said.isEmpty, let first = logged.first?.event else { return said }
    switch first {
    case .recorded(let id, _): return "in “\(title(of: id))”"
    case .cardNoted(let id, _): return "on \(id)"
    default: return said
    }
  }
}

extension Timeline {
  /// What a step did, in one line.
  fileprivate func described(_ step: Int) -> String {
    session.described(events(ofStep: step))
  }

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
  fileprivate func isOfVote(_ step: Int) -> Bool {
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
    let what = session.described(events)
    return .done(
      "\(word): step \(step)" + (what.isEmpty ? "" : ", \(what)"),
      result: ["step": .integer(step), "events": .integer(logged.count)])
  }
}
