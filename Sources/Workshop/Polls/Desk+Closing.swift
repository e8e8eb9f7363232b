import ExerciseProtocol
import OrderedCollections
import Polling

extension Desk {
  /// Nobody may cast any more. Nothing is counted yet.
  ///
  /// - Parameter now: also while somebody is in the booth, whose ballot is then not cast.
  func closePoll(now isForced: Bool) throws(Problem) -> Response {
    let (live, poll) = try currentPoll()
    guard poll.phase == .open else { throw .pollIsClosed }
    let box = try box(of: poll, in: live)
    if !isForced, box.isBoothOccupied() { throw .boothIsOccupied("/vote close now=yes") }
    try unlessRefused { () throws(BallotBoxFailure) in
      // It is closed already where a power cut came between this and the journal.
      if try box.state() == .open { try box.close() }
    }
    let (turnout, cast) = try unlessRefused { () throws(BallotBoxFailure) in
      (try box.turnout(), try box.opened().contents.channels)
    }
    let logged = try live.commit(at: now) { timeline throws(Problem) in
      try timeline.session.check(poll.id, is: .open)
      return [.poll(.closed(poll.id, cast: cast))]
    }
    let ways = PollWording.ways(cast)
    return Response(
      View([
        .note(PollWording.closed(turnout) + (ways.map { " \($0)" } ?? ""), .success),
        .note(PollWording.afterClosing(isByDefault: poll.terms.paper.rule != nil), .hint),
      ]),
      result: [
        "poll": poll.id.json, "cast": .integer(turnout.cast), "channels": cast.json,
        "step": logged.first.map { .integer($0.step) },
      ])
  }

  /// Before the count: the same box opens again. After it: a new vote in place of the old one.
  func reopenPoll(because reason: String) throws(Problem) -> Response {
    guard !reason.isEmpty else {
      throw Problem(
        "Why is it opened again? The reason is recorded, and the result tells it.",
        hint: "/vote reopen Three people were still on the train", isUsage: true)
    }
    let live = try open()
    let (activity, action) = try secretVote()
    guard let poll = live.session.polls(of: activity.id).last else { throw .noPoll }
    switch poll.phase {
    case .open: throw .pollIsOpen
    case .closed:
      let box = try box(of: poll, in: live)
      try unlessRefused { () throws(BallotBoxFailure) in
        if try box.state() == .closed { try box.reopen(because: reason) }
      }
      _ = try live.commit(at: now) { timeline throws(Problem) in
        try timeline.session.check(poll.id, is: .closed)
        return [.poll(.reopened(poll.id, because: reason))]
      }
      return Response(
        View([.note(PollWording.reopened(reason), .success)]), result: ["poll": poll.id.json],
        next: surroundings.isInteractive ? .booth(poll.id) : .goOn)
    case .counted, .calledOff, .replaced:
      var draft = TermsDraft(of: poll.terms)
      // The same rules, and the cards as they read now: nobody votes on words of before.
      (draft.title, draft.focus) = (activity.plan.title, activity.plan.focus)
      draft.paper = try paper(of: activity, action)
      return try open(
        draft, because: reason,
        undoing: try countingStep(of: poll, in: live).map { [$0] } ?? [], in: live)
    }
  }

  /// The step that opened the poll's box, so that what it gave can be taken out of the session.
  private func countingStep(of poll: Poll, in live: LiveSession) throws(Problem) -> Int? {
    let timeline = live.timeline
    let counted = timeline.events.last { entry in
      if case .poll(.counted(let id, _)) = entry.event { id == poll.id } else { false }
    }
    guard let step = counted?.step, !timeline.undone.contains(step) else { return nil }
    do throws(TimelineConflict) {
      _ = try timeline.session(without: Set(timeline.undone + [step]))
    } catch {
      throw .builtUponCount(by: error.step)
    }
    return step
  }

  /// Destroys the ballots uncounted. That can be done whatever became of the box: a vote that can't
  /// be counted must not stand in the way of the next one.
  ///
  /// - Parameter now: also while somebody is in the booth, whose ballot is then not cast.
  func callOffPoll(because reason: String, now isForced: Bool) throws(Problem) -> Response {
    guard !reason.isEmpty else {
      throw Problem(
        "Why is it called off? The reason is recorded; the ballots are destroyed uncounted.",
        hint: "/vote call-off The wrong question was on the paper", isUsage: true)
    }
    let (live, poll) = try currentPoll()
    if !isForced, (try? live.log.boxes.open(poll.id))?.isBoothOccupied() == true {
      throw .boothIsOccupied("/vote call-off \(reason) now=yes")
    }
    _ = try live.commit(at: now) { timeline throws(Problem) in
      guard timeline.session.polls[poll.id]?.phase.isUndecided == true else { throw .noPoll }
      return [.poll(.calledOff(poll.id, because: reason))]
    }
    return Response(View(destroyBox(of: poll, in: live)), result: ["poll": poll.id.json])
  }

  // MARK: What is at hand

  /// The vote of the current activity whose box is still full.
  func currentPoll() throws(Problem) -> (LiveSession, Poll) {
    let live = try open()
    guard let current = live.session.current else { throw .noActivity(live.session) }
    guard let poll = live.session.undecidedPoll(of: current) else {
      guard live.session.polls(of: current).contains(where: \.phase.isCounted) else {
        // Where none can be opened, it is said instead how one can.
        _ = try secretVote()
        throw .noPoll
      }
      throw .pollIsCounted
    }
    return (live, poll)
  }

  func box(of poll: Poll, in live: LiveSession) throws(Problem) -> any BallotBox {
    let box = try unlessRefused { () throws(BallotBoxFailure) in
      try live.log.boxes.open(poll.id)
    }
    guard let box else { throw .boxMissing(poll, live.session) }
    return box
  }

  /// The poll's own words for what a box declined.
  func unlessRefused<Result>(
    _ body: () throws(BallotBoxFailure) -> Result
  ) throws(Problem) -> Result {
    do throws(BallotBoxFailure) {
      return try body()
    } catch {
      throw error.problem
    }
  }

  var chance: Chance { Chance(draw: surroundings.random) }
}

extension Session {
  /// Refuses a step of a vote that another terminal was quicker with.
  func check(_ poll: PollID, is phase: Poll.Phase) throws(Problem) {
    guard let now = polls[poll]?.phase else { throw .noPoll }
    guard now != phase else { return }
    switch now {
    case .open: throw .pollIsOpen
    case .closed: throw .pollIsClosed
    case .counted: throw .pollIsCounted
    case .calledOff, .replaced: throw .noPoll
    }
  }
}

/// The surroundings' numbers, as Swift's own functions take them.
struct Chance: RandomNumberGenerator {
  let draw: () -> UInt64

  mutating func next() -> UInt64 { draw() }
}
