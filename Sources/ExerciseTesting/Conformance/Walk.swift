import ExerciseKit

/// A random walk through one exercise, with two instances of the plugin side by side: one that is
/// told everything as it happens, and one that is opened anew every few steps, from a saved state
/// or from the events. The two must never differ.
struct Walk {
  private(set) var inspection: Inspection
  /// The last state that the exercise saved.
  private(set) var savedState: SavedState?
  private let exercise: ExerciseDescription
  private var second: Inspection
  private var session: SessionStandIn
  private var sampler: FieldSampler
  /// What each instance must be told before its next answer.
  private var untold: (first: [Occurrence], second: [Occurrence]) = ([], [])
  /// The rule that is broken where the instances differ.
  private var likeness = Rule.decidingIsPure

  /// How many steps the second instance goes before it is opened anew.
  private static let leg = 7

  init(
    _ exercise: ExerciseDescription, seed: Int,
    start: @escaping () throws -> Conformance.Answering
  ) {
    self.exercise = exercise
    inspection = Inspection(start: start)
    second = Inspection(start: start)
    sampler = FieldSampler(seed: seed)
    session = .sample(of: exercise, &sampler)
  }

  mutating func run(steps: Int) {
    guard open() else { return }
    for step in 1...max(1, steps) {
      guard sampler.random.once(in: 3) || look(), act() else { break }
      if step % Self.leg == 0, !reopen(fromState: step % 2 == 0) { break }
    }
    inspection.findings += second.findings
  }

  /// Opens both; false where there is no point in going on.
  private mutating func open() -> Bool {
    let request = Request.open(session.brief())
    for reply in [inspection.ask(request, on: exercise.id), second.ask(request, on: exercise.id)] {
      guard let reply else { return false }
      guard case .done = reply else {
        inspection.find(
          .defaultsAreAccepted, on: exercise.id, "“open” was answered with \(reply.json.text())")
        return false
      }
    }
    return true
  }

  /// Asks both for every view and for what goes on.
  private mutating func look() -> Bool {
    for audience in Audience.allCases {
      let subject = "\(exercise.id) for the \(audience)"
      let reply = askBoth(subject, .everyAudienceHasAView) {
        .view(SessionStandIn.activity, audience, events: $0)
      }
      guard case .view? = reply else { return mismatch(reply, of: subject) }
    }
    let given = askBoth(exercise.id) { .give(SessionStandIn.activity, events: $0) }
    guard case .cards(let cards)? = given else { return mismatch(given, of: exercise.id) }
    for card in cards where (try? session.card(card)) == nil {
      inspection.find(.changesArePossible, on: exercise.id, "it gives a card that is not there")
    }
    return true
  }

  /// Takes a random action with random fields, now and then wrong ones.
  private mutating func act() -> Bool {
    guard let action = sampler.random.pick(exercise.actions) else { return true }
    let subject = "\(exercise.id) \(action.name)"
    let wrong = sampler.random.once(in: 4) ? sampler.invalid(action.fields, in: session) : nil
    let call = Call(
      action: action.name, fields: wrong ?? sampler.valid(action.fields, in: session),
      actor: actor(of: action), at: session.now, seed: Call.seed(from: sampler.random.next()))
    guard let reply = decide(call, subject) else { return false }
    switch reply {
    case .refused: break
    case .fault where wrong != nil: break
    case .changes where wrong != nil:
      inspection.find(
        .wrongFieldsAreRefused, on: subject, "it took \(call.fields.text())")
    case .changes(let changes, _, _): happen(changes, call, action, subject)
    default: return mismatch(reply, of: subject)
    }
    session.now = session.now.advanced(bySeconds: 1)
    return true
  }

  /// Opens the second instance anew.
  private mutating func reopen(fromState: Bool) -> Bool {
    guard let state = state() else { return false }
    savedState = state
    untold.second = []
    likeness = .stateReopens
    let request = Request.open(session.brief(from: fromState ? state : nil))
    guard let reply = second.ask(request, on: exercise.id) else { return false }
    guard case .done = reply else {
      inspection.find(
        .stateReopens, on: exercise.id,
        "opened \(fromState ? "from its state" : "again"), it says \(reply.json.text())")
      return false
    }
    return true
  }
}

extension Walk {
  private mutating func happen(
    _ changes: [Change], _ call: Call, _ action: ActionDescription, _ subject: String
  ) {
    do throws(HarnessFailure) {
      let happened = try session.apply(
        changes, actor: call.actor, source: .action, privacy: action.privacy)
      untold.first += happened
      untold.second += happened
    } catch {
      inspection.find(.changesArePossible, on: subject, "\(error)")
    }
  }

  private mutating func actor(of action: ActionDescription) -> ParticipantID? {
    guard action.privacy == .open, action.attribution != .none else { return nil }
    if action.attribution == .optional, sampler.random.once(in: 3) { return nil }
    return sampler.random.pick(session.participants)?.id
  }

  /// The same question to both, with what each was not told yet; the first one's reply.
  private mutating func askBoth(
    _ subject: String, _ rule: Rule = .everyRequestIsAnswered,
    _ request: ([Occurrence]) -> Request
  ) -> Reply? {
    let first = inspection.ask(request(untold.first), on: subject, rule: rule)
    let other = second.ask(request(untold.second), on: subject, rule: rule)
    untold = ([], [])
    guard let first, let other else { return nil }
    if first.json.serialized() != other.json.serialized() {
      inspection.find(
        likeness, on: subject, "two instances differ: \(first.json.text()); \(other.json.text())")
    }
    return first
  }

  /// Decides twice, and sees that nothing came of it.
  private mutating func decide(_ call: Call, _ subject: String) -> Reply? {
    // Not always, so that now and then “decide” itself is what brings the news.
    let before = sampler.random.once(in: 2) ? state() : nil
    let first = askBoth(subject) { .decide(SessionStandIn.activity, call, events: $0) }
    if let before, let after = state(), before != after {
      inspection.find(.decidingChangesNothing, on: subject, "the state is another after “decide”")
    }
    let again = askBoth(subject) { .decide(SessionStandIn.activity, call, events: $0) }
    if let first, let again, first.json.serialized() != again.json.serialized() {
      inspection.find(.decidingIsPure, on: subject, "asked twice, it gives two answers")
    }
    return first
  }

  private mutating func state() -> SavedState? {
    let reply = askBoth(exercise.id) { .state(SessionStandIn.activity, events: $0) }
    guard case .state(let state)? = reply else {
      _ = mismatch(reply, of: exercise.id)
      return nil
    }
    if state.version != exercise.stateVersion {
      inspection.find(
        .stateReopens, on: exercise.id,
        "the state is of version \(state.version), the manifest says \(exercise.stateVersion)")
    }
    return state
  }

  /// A finding where there was a reply of the wrong kind; false, for there is no going on.
  private mutating func mismatch(_ reply: Reply?, of subject: String) -> Bool {
    if let reply {
      inspection.find(.replyHasItsKind, on: subject, "an answer was \(reply.json.text())")
    }
    return false
  }
}
