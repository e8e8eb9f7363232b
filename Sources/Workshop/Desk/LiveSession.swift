package import ExerciseProtocol
import OrderedCollections
import Polling

/// A session that is open here: its timeline, its journal, and the exercises that hold its
/// activities.
///
/// The way of every change: decide (nothing is changed yet), append to the journal (now it is
/// true), fold, tell the exercises. If another terminal was quicker, its events are folded first
/// and the change is decided again.
package final class LiveSession {
  package private(set) var timeline = Timeline()
  package let log: any SessionLog
  private let exercises: any ExerciseCalling
  private var checkpoints: [ActivityID: ExerciseCheckpoint]
  /// Activities whose exercise gave no state when so many of its events were there.
  private var stateless: [ActivityID: Int] = [:]
  /// The activity whose exercise makes the paper for a vote in place of a counted one.
  private var heldAnew: ActivityID?
  /// The head that the snapshot on disk stands for.
  private var savedHead = 0
  /// Events of others that were folded on the way to a change of ours and that nobody saw yet.
  private var unseen: [LoggedEvent] = []

  package var session: Session { timeline.session }

  package init(_ opened: OpenedSession, exercises: any ExerciseCalling) {
    log = opened.log
    self.exercises = exercises
    // No exercise holds any of it yet, so none is to be told.
    timeline.append(opened.events)
    checkpoints = opened.states
    savedHead = opened.states.isEmpty ? 0 : timeline.head
  }

  /// Makes a change true. `decide` may be called again on a newer session.
  ///
  /// - Returns: the events as they stand in the journal; none where there was nothing to change.
  package func commit(
    at now: Timestamp, _ decide: (Timeline) throws(Problem) -> [Event]
  ) throws(Problem) -> [LoggedEvent] {
    if let reason = log.readOnly { throw reason }
    var isDecidedAgain = false
    while true {
      let events = try decide(timeline)
      if events.isEmpty { return [] }
      if let excess = events.lazy.compactMap(\.excess).first { throw Problem(excess) }
      if isDecidedAgain { try check(events, at: now) }
      try PollGuard(timeline: timeline, hasBox: hasBox).check(events, at: now)
      switch try log.append(events, at: now, after: timeline.head) {
      case .done(let logged):
        fold(logged)
        return logged
      case .behind(let others):
        fold(others)
        unseen += others
        isDecidedAgain = true
      }
    }
  }

  /// Whether a vote's box is beside the session, and can be read.
  func hasBox(_ poll: PollID) -> Bool { (try? log.boxes.open(poll)) != nil }

  /// Refuses events that speak of what was there when the line was read, and is no more.
  private func check(_ events: [Event], at now: Timestamp) throws(Problem) {
    var trial = session
    do throws(Inconsistency) {
      for event in events { try trial.evolve(event, at: now) }
    } catch {
      throw .overtaken(by: error)
    }
  }

  /// Folds what other terminals appended.
  ///
  /// - Returns: their events, and those of earlier that nobody saw yet.
  package func catchUp() throws(Problem) -> [LoggedEvent] {
    let others = try log.catchUp()
    fold(others)
    defer { unseen = [] }
    return unseen + others
  }

  /// Asks the exercise of an activity; a failure is told in words.
  ///
  /// - Parameter newcomers: people who join with the answer, and whom it has to know already.
  package func ask(
    _ question: ExerciseQuestion, of id: ActivityID, knowing newcomers: [Participant] = []
  ) throws(Problem) -> Reply {
    do throws(PluginFailure) {
      return try answer(to: question, of: id, knowing: newcomers)
    } catch {
      throw error.problem
    }
  }

  /// The paper for a vote that stands in place of one that was counted: about the cards as they are
  /// now, and not as they were counted.
  func askForPaper(of id: ActivityID) throws(Problem) -> Reply {
    guard session.polls(of: id).last?.phase.isCounted == true else {
      return try ask(.paper, of: id)
    }
    heldAnew = id
    exercises.forget(id)
    defer {
      heldAnew = nil
      exercises.forget(id)
    }
    return try ask(.paper, of: id)
  }

  /// Asks the exercise of an activity. The answer is no larger than a session takes; changes are
  /// held against their rules later, and views are cut.
  func answer(
    to question: ExerciseQuestion, of id: ActivityID, knowing newcomers: [Participant] = []
  ) throws(PluginFailure) -> Reply {
    guard let activity = session.agenda[id] else {
      throw PluginFailure(plugin: "", kind: .unknownExercise(id.rawValue))
    }
    for newcomer in newcomers { exercises.note(.participant(newcomer), in: id) }
    do throws(PluginFailure) {
      do throws(PluginFailure) {
        return try ask(question, of: activity, knowing: newcomers).checked(activity.plan.exercise)
      } catch {
        guard case .staleState = error.kind, checkpoints[id] != nil else { throw error }
        // Another version of the plugin wrote it: this one folds everything again.
        checkpoints[id] = nil
        return try ask(question, of: activity, knowing: newcomers).checked(activity.plan.exercise)
      }
    } catch {
      // A folded state may itself be what the plugin stumbles over: next time, all events.
      checkpoints[id] = nil
      throw error
    }
  }

  private func ask(
    _ question: ExerciseQuestion, of activity: Activity, knowing newcomers: [Participant]
  ) throws(PluginFailure) -> Reply {
    let brief = briefing(of: activity)
    return try exercises.ask(question, of: activity.id, exercise: activity.plan.exercise) {
      var brief = brief()
      brief.participants += newcomers
      return brief
    }
  }

  /// All that there is to know of an activity as it stands now, worked out when it is asked for.
  private func briefing(of activity: Activity) -> () -> ActivityBrief {
    let (session, checkpoint) = (session, checkpoints[activity.id])
    let isAnew = heldAnew == activity.id
    return { [exercises] in
      var brief = session.brief(
        of: activity, from: checkpoint.map { ($0.state, $0.events) }, isAnew: isAnew)
      let installed = exercises.exercises.first { $0.description.id == brief.exercise }
      brief.settings = installed?.description.completed(brief.settings) ?? brief.settings
      return brief
    }
  }

  /// Asks a plugin for its section of the report. It sees the activities of its own exercises that
  /// were begun, and nothing else of the session.
  ///
  /// - Returns: nil where there is none to see, or where the plugin has nothing to say.
  func section(_ section: String, of plugin: String) throws(Problem) -> View? {
    let own = Set(
      exercises.exercises.filter { $0.plugin == plugin }.map(\.description.id))
    let activities = session.agenda.values.filter {
      $0.wasStarted && own.contains($0.plan.exercise)
    }
    guard !activities.isEmpty else { return nil }
    do throws(PluginFailure) {
      return try exercises.section(
        section, of: plugin,
        about: activities.map { SectionActivity(id: $0.id, brief: briefing(of: $0)) }
      )?.cut(for: .report)
    } catch {
      for activity in activities { checkpoints[activity.id] = nil }
      throw error.problem
    }
  }

  /// Has the exercise fold the activity again, because it was told what did not come true.
  func foldAgain(_ activity: ActivityID) { exercises.forget(activity) }

  /// Writes the snapshot if anything happened since the last one.
  package func saveSnapshot() throws(Problem) {
    guard timeline.head != savedHead, log.readOnly == nil else { return }
    try exercises.asOneLine { () throws(Problem) in saveStates() }
    if try log.writeSnapshot(timeline, states: checkpoints) { savedHead = timeline.head }
  }

  private func saveStates() {
    for activity in session.agenda.values
    where activity.recorded.count >= (stateless[activity.id] ?? 0) + 64 {
      guard case .state(let state)? = try? ask(.state, of: activity.id) else {
        // Asked again when there is more to spare; until then nobody waits for it in vain.
        stateless[activity.id] = activity.recorded.count
        continue
      }
      stateless[activity.id] = nil
      checkpoints[activity.id] = ExerciseCheckpoint(state: state, events: activity.recorded.count)
    }
  }

  /// How many events the snapshot does not hold yet.
  package var unsavedEvents: Int { timeline.head - savedHead }

  private func fold(_ logged: [LoggedEvent]) {
    if timeline.append(logged) {
      checkpoints = [:]
      for id in session.agenda.keys { exercises.forget(id) }
    } else {
      for entry in logged { tell(entry) }
    }
  }

  /// Tells the exercises what concerns them.
  private func tell(_ entry: LoggedEvent) {
    switch entry.event {
    case .cardAdded(let card): exercises.note(.card(card), in: card.activity)
    case .cardEdited(let id, _), .cardTagged(let id, _), .cardNoted(let id, _),
      .cardHidden(let id, _), .cardUnhidden(let id), .cardAttributed(let id, _):
      guard let card = timeline.session.board[id] else { return }
      for activity in timeline.session.agenda.values
      where activity.id == card.activity || activity.taken.contains(id) {
        for card in timeline.session.asCounted([card], in: activity.id) {
          exercises.note(.card(card), in: activity.id)
        }
      }
    case .joined(let person), .changed(let person):
      for id in timeline.session.agenda.keys { exercises.note(.participant(person), in: id) }
    case .recorded(let id, let event):
      exercises.note(.recorded(event, at: entry.at), in: id)
    case .started(let id, let taken) where !taken.isEmpty: exercises.forget(id)
    case .replanned(let plan): exercises.forget(plan.id)
    case .poll(.counted(let id, let result)):
      guard let poll = timeline.session.polls[id] else { return }
      exercises.note(.lot(result.seed), in: poll.terms.activity)
    case .poll(.opened(let terms, _)): exercises.forget(terms.activity)
    case .poll(.calledOff(let id, _)):
      // From now on its settings are those of the agenda again.
      if let poll = timeline.session.polls[id] { exercises.forget(poll.terms.activity) }
    case .left, .restored, .cardRemoved:
      for id in timeline.session.agenda.keys { exercises.forget(id) }
    default: break
    }
  }
}

extension Reply {
  /// The answer with its words cut to what a screen takes.
  ///
  /// - Throws: where it is larger than a session takes.
  fileprivate func checked(_ plugin: String) throws(PluginFailure) -> Reply {
    if let excess { throw PluginFailure(plugin: plugin, kind: .garbage(excess.clause)) }
    return withShortWords
  }
}
