import ExerciseKit

extension Inspection {
  /// Sends requests that are sound but for some damage: a member less, another value in a place, a
  /// text as long as any may be. Each is a JSON object; what is none, a host never sends.
  ///
  /// Whatever the exercise makes of them, it answers, and still does what it should after them.
  mutating func checkDamagedRequests(of exercise: ExerciseDescription, seed: Int, count: Int) {
    var requests = DamagedRequests(exercise, seed: seed)
    for position in 0..<count {
      let request = position == 0 ? requests.opening : requests.next()
      let text = request.text()
      let shown = text.utf8.count > 400 ? "\(text.prefix(400))…" : text
      _ = ask(request, called: shown, on: exercise.id, rule: .damagedRequestIsAnswered)
    }
    let reply = ask(
      requests.opening, called: "“open”", on: exercise.id, rule: .damagedRequestIsAnswered)
    if let reply, reply != .done {
      find(
        .damagedRequestIsAnswered, on: exercise.id,
        "after strange requests “open” was answered with \(reply.json.text())")
    }
  }
}

/// Requests with damage, the same ones for the same seed.
struct DamagedRequests {
  /// A sound one, to begin with.
  let opening: JSONValue
  private let exercise: ExerciseDescription
  private let session: SessionStandIn
  private var sampler: FieldSampler
  private var damage: JSONDamage

  init(_ exercise: ExerciseDescription, seed: Int) {
    self.exercise = exercise
    session = .sample(of: exercise)
    sampler = FieldSampler(seed: seed)
    damage = JSONDamage(seed: seed)
    opening = Request.open(session.brief()).json
  }

  mutating func next() -> JSONValue {
    var request = sound()
    for _ in 0..<Int.random(in: 0...3, using: &sampler.random) {
      let damaged = damage.damaged(request)
      if case .object = damaged { request = damaged }
    }
    return request
  }

  private mutating func sound() -> JSONValue {
    let activity = SessionStandIn.activity
    let audience = sampler.random.pick(Audience.allCases) ?? .room
    switch Int.random(in: 0..<8, using: &sampler.random) {
    case 0: return opening
    case 1: return Request.view(activity, audience, events: events()).json
    case 2: return Request.give(activity, events: events()).json
    case 3: return Request.state(activity, events: events()).json
    case 4: return Request.paper(activity, events: events()).json
    case 5: return Request.hello(versions: [protocolVersion], host: "conformance").json
    default: return decision(activity)
    }
  }

  private mutating func decision(_ activity: ActivityID) -> JSONValue {
    guard let action = sampler.random.pick(exercise.actions) else { return opening }
    var fields = sampler.valid(action.fields, in: session)
    if sampler.random.once(in: 20), case .object(var members) = fields,
      let index = members.firstIndex(where: { if case .string = $0.value { true } else { false } })
    {
      members[index].value = .string(String(repeating: "é", count: AnswerLimits.text / 2))
      fields = .object(members)
    }
    let call = Call(
      action: action.name, fields: fields, actor: "p1", at: session.now,
      seed: Call.seed(from: sampler.random.next()))
    return Request.decide(activity, call, events: events()).json
  }

  /// Mostly nothing; else something that never happened.
  private mutating func events() -> [Occurrence] {
    switch Int.random(in: 0..<8, using: &sampler.random) {
    case 0: [.recorded(damage.damaged(["c1": 1]), at: session.now)]
    case 1: [.cardRemoved("c2")]
    case 2: session.cards.prefix(1).map { .card($0) }
    case 3: [.lot(Int.random(in: 0...9, using: &sampler.random))]
    default: []
    }
  }
}
