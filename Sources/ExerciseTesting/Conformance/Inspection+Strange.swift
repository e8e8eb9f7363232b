import ExerciseKit

extension Inspection {
  /// Begins with nothing set but what must be.
  mutating func checkDefaults(of exercise: ExerciseDescription) {
    let request = Request.open(SessionStandIn.sample(of: exercise).brief())
    guard let reply = ask(request, on: exercise.id) else { return }
    guard case .done = reply else {
      return find(
        .defaultsAreAccepted, on: exercise.id, "“open” was answered with \(reply.json.text())")
    }
  }

  /// Asks for what is not there, and says what does not belong.
  mutating func checkStrangeRequests(of exercise: ExerciseDescription) {
    let subject = exercise.id
    let brief = SessionStandIn.sample(of: exercise).brief()
    var other = brief
    other.exercise = "no-such-exercise"
    expectNo(.open(other), on: subject, rule: .unknownIsRefused)
    let nowhere: ActivityID = "a99"
    let call = Call(action: "no-such-action", fields: [:], actor: nil, at: Harness.start)
    for request in [
      Request.view(nowhere, .room, events: []), .give(nowhere, events: []),
      .state(nowhere, events: []), .decide(nowhere, call, events: []),
    ] {
      expectNo(request, on: subject, rule: .unknownIsRefused)
    }
    guard ask(.open(brief), on: subject) != nil else { return }
    expectNo(.decide(brief.id, call, events: []), on: subject, rule: .unknownIsRefused)
    for action in exercise.actions { checkShapelessFields(of: action, brief, subject) }
    // Whatever it makes of this version, it must answer, and go on to answer.
    _ = ask(.hello(versions: [.max], host: "conformance"), on: subject)
    guard case .manifest? = ask(.manifest, on: subject) else {
      return find(.replyHasItsKind, on: subject, "“manifest” can't be asked twice")
    }
  }

  /// Fields that are no object at all, where something has to be given.
  private mutating func checkShapelessFields(
    of action: ActionDescription, _ brief: ActivityBrief, _ subject: String
  ) {
    for fields: JSONValue in [.null, 7, "text", [1, 2], .number(0.5)] {
      let call = Call(action: action.name, fields: fields, actor: nil, at: Harness.start)
      let request = Request.decide(brief.id, call, events: [])
      if action.fields.contains(where: \.isRequired) {
        expectNo(request, on: "\(subject) \(action.name)", rule: .wrongFieldsAreRefused)
      } else {
        _ = ask(request, on: "\(subject) \(action.name)")
      }
    }
  }

  /// Opens the exercise with states and events that it never wrote.
  mutating func checkDamagedStates(
    of exercise: ExerciseDescription, seed: Int, saved: SavedState?
  ) {
    var brief = SessionStandIn.sample(of: exercise).brief()
    brief.state = SavedState(version: .max, data: saved?.data ?? [:])
    expectNo(.open(brief), on: exercise.id, rule: .damagedStateIsAnswered)
    var damage = JSONDamage(seed: seed)
    let data = saved?.data ?? [:]
    let states = [.null, [:], [], "garbage", 7] + (0..<60).map { _ in damage.damaged(data) }
    for state in states {
      brief.state = SavedState(version: exercise.stateVersion, data: state)
      checkItAnswers(brief)
    }
    brief.state = nil
    for event in states {
      brief.events = [.recorded(event, at: Harness.start)]
      checkItAnswers(brief)
    }
  }

  /// It may decline to open; if it opens, it must answer.
  private mutating func checkItAnswers(_ brief: ActivityBrief) {
    let subject = "\(brief.exercise) from \((brief.state?.data ?? brief.events[0].json).text())"
    guard case .done? = ask(.open(brief), on: subject, rule: .damagedStateIsAnswered) else {
      return
    }
    for request in [
      Request.view(brief.id, .facilitator, events: []), .view(brief.id, .report, events: []),
      .give(brief.id, events: []), .state(brief.id, events: []),
    ] {
      guard ask(request, on: subject, rule: .damagedStateIsAnswered) != nil else { return }
    }
  }
}

extension SessionStandIn {
  /// A session for an inspection: some cards, some people, and such settings as must be given.
  static func sample(of exercise: ExerciseDescription) -> SessionStandIn {
    var sampler = FieldSampler(seed: 0)
    return sample(of: exercise, &sampler)
  }

  static func sample(
    of exercise: ExerciseDescription, _ sampler: inout FieldSampler
  ) -> SessionStandIn {
    func session(_ settings: JSONValue) -> SessionStandIn {
      SessionStandIn(
        exercise: exercise, title: nil, focus: "What do we need?", settings: settings,
        cards: ["Guide", "Training", "Time", "Trust"], people: ["Ruth", "Roger", "Mike"],
        now: Harness.start)
    }
    return session(sampler.valid(exercise.settings.filter(\.isRequired), in: session([:])))
  }
}
