public import ExerciseKit

/// Runs one exercise of a plugin in a test: no terminal, no process, no files.
///
/// It plays the host. It asks the exercise what an action would change, makes that true (labels the
/// cards, stores or withholds authors, moves its own clock on by a second) and tells the exercise
/// what happened. Everything goes through the bytes that would go between the processes.
///
/// ```swift
/// let harness = try Harness(
///   plugin, exercise: "dot-voting", settings: ["dots": 5], cards: ["Guide", "Training"],
///   people: ["Ruth", "Roger"])
/// try harness.run("dots c1=2 c2", as: "Ruth")
/// #expect(try harness.give() == [])
/// ```
///
/// Lines are read as the host reads them; the fields of an action can also be given in their JSON
/// form. With `CHARRETTE_RUNNER`, the path of the program `exercise-runner`, in the environment,
/// the same test asks the library as it was built, in a process of its own and behind the sandbox:
/// see ``PluginProcess``. To be used on one thread at a time.
public final class Harness {
  /// The exercise as its manifest tells it.
  public let exercise: ExerciseDescription
  var session: SessionStandIn
  let manifest: Manifest
  let answer: (Request) throws(HarnessFailure) -> Reply
  /// What was typed so far, and what came of it: see ``transcript``.
  var record = Transcript()
  /// What the exercise must be told before its next answer.
  var untold: [Occurrence] = []

  /// Opens an activity.
  ///
  /// - Parameters:
  ///   - exercise: its id, `dot-voting`.
  ///   - title: what the agenda calls the activity; the exercise's name unless given.
  ///   - focus: the question that the activity works on.
  ///   - settings: by field name, in their JSON form; defaults stand in for the others.
  ///   - cards: the texts of the cards that come in from an earlier activity, labelled `c1`, `c2`…
  ///   - people: the names on the roster.
  ///   - now: what the clock shows at the start.
  /// - Throws: ``HarnessFailure``; `Refusal` where the exercise declines the settings.
  public convenience init(
    _ plugin: Plugin, exercise: String, title: String? = nil, focus: String? = nil,
    settings: JSONValue = [:], cards: [String] = [], people: [String] = [],
    now: Timestamp = Harness.start
  ) throws {
    let server = ExerciseServer(plugin)
    let process = try PluginProcess.asked(for: plugin.manifest)
    try self.init(
      exercise: exercise, title: title, focus: focus, settings: settings, cards: cards,
      people: people, now: now
    ) { request throws(HarnessFailure) in
      if let process { return try process.answer(request) }
      return try server.exchange(request)
    }
  }

  /// Opens an activity of any plugin, whatever it is written in.
  ///
  /// - Parameter answer: asks it; ``PluginProcess/answer(_:)`` of a library.
  public init(
    exercise: String, title: String? = nil, focus: String? = nil, settings: JSONValue = [:],
    cards: [String] = [], people: [String] = [], now: Timestamp = Harness.start,
    asking answer: @escaping (Request) throws(HarnessFailure) -> Reply
  ) throws {
    let reply = try answer(.manifest)
    guard case .manifest(let manifest) = reply else { throw reply.surprise(to: "manifest") }
    let description = manifest.exercises.first { $0.id == exercise }
    guard let description else { throw HarnessFailure.unknownExercise(exercise) }
    try settings.check(against: description.settings, of: exercise)
    self.exercise = description
    self.manifest = manifest
    self.answer = answer
    session = SessionStandIn(
      exercise: description, title: title, focus: focus, settings: settings, cards: cards,
      people: people, now: now)
    try open(from: nil)
  }

  /// What the clock shows at the start unless a test says otherwise.
  public static let start = Timestamp(milliseconds: 1_318_411_800_000)

  /// What an action did.
  public struct Step: Hashable, Sendable {
    /// As the exercise proposed them.
    public var changes: [Change]
    /// The exercise's word for whoever took the action.
    public var notice: String?
    /// Whether the exercise has the activity shown then.
    public var shows: Bool
    /// What became of the changes, as the exercise is told.
    public var occurrences: [Occurrence]

    /// The cards that are new or were changed, in order.
    public var cards: [CardID] {
      occurrences.compactMap { if case .card(let card) = $0 { card.id } else { nil } }
    }
  }

  /// Carries out an action, and makes its changes true.
  ///
  /// - Parameters:
  ///   - action: its name, `dots`.
  ///   - fields: by name, in their JSON form.
  ///   - person: the name of whoever does it; not told to the exercise where the action is not an
  ///     open one.
  ///   - weight: how many votes it counts for.
  ///   - seed: the chance that the exercise has; another at each step unless given.
  /// - Throws: `Refusal` where the exercise declines, and then nothing changed; ``HarnessFailure``.
  @discardableResult public func run(
    _ action: String, _ fields: JSONValue, as person: String? = nil, weight: Int = 1,
    seed: Int? = nil
  ) throws -> Step {
    guard let described = actions.first(where: { $0.name == action }) else {
      throw HarnessFailure.unknownAction(action)
    }
    try fields.check(against: described.fields, of: action)
    let named = try person.map { name throws(HarnessFailure) in try session.person(name) }
    return try carryOut(described, fields, by: named, weight: weight, seed: seed)
  }

  /// Asks the exercise what the action would change, and makes that true.
  func carryOut(
    _ described: ActionDescription, _ fields: JSONValue, by named: ParticipantID?, weight: Int,
    seed: Int?
  ) throws -> Step {
    let action = described.name
    if described.attribution == .required, described.privacy == .open, named == nil {
      throw HarnessFailure.nobodyNamed(action: action)
    }
    let isSomebodys = described.privacy == .open && described.attribution != .none
    let call = Call(
      action: action, fields: fields.completed(from: described.fields),
      actor: isSomebodys ? named : nil, weight: weight, at: session.now,
      seed: seed ?? session.now.milliseconds)
    let reply = try ask { .decide($0, call, events: $1) }
    guard case .changes(let changes, let notice, let shows) = reply else {
      throw reply.surprise(to: action)
    }
    let occurrences = try session.apply(
      changes, actor: call.actor, source: .action, privacy: described.privacy)
    untold += occurrences
    wait(seconds: 1)
    return Step(
      changes: changes, notice: notice?.cut(to: AnswerLimits.line), shows: shows,
      occurrences: occurrences)
  }

  /// The activity as `audience` sees it: cut where it is larger than a host shows.
  public func view(for audience: Audience = .room) throws -> View {
    let reply = try ask { .view($0, audience, events: $1) }
    guard case .view(let view) = reply else { throw reply.surprise(to: "view") }
    return view.cut(for: audience)
  }

  /// The cards that go on to the next activity; those that are not there do not.
  public func give() throws -> [CardID] {
    let reply = try ask { .give($0, events: $1) }
    guard case .cards(let cards) = reply else { throw reply.surprise(to: "give") }
    return cards.given { session.cardOnBoard($0) }
  }

  /// What somebody is asked in the booth: the exercise's own paper, or the one that the host makes
  /// from the fields of the sealed action. Nil where no action is sealed.
  public func paper() throws -> Paper? {
    guard let sealed = actions.first(where: { $0.privacy == .sealed }) else { return nil }
    let reply = try ask { .paper($0, events: $1) }
    guard case .paper(let paper) = reply else { throw reply.surprise(to: "paper") }
    if let excess = reply.excess { throw HarnessFailure.impossibleChange(excess.clause) }
    return paper ?? Paper(asking: sealed, about: session.cards.filter { $0.hidden == nil })
  }

  /// Opens the box: each ballot becomes a use of the sealed action that is nobody's, in this order,
  /// and the lot is drawn. Blank and spoilt ballots are not told to the exercise.
  ///
  /// - Throws: `Refusal` where the exercise declines a ballot; ``HarnessFailure``.
  public func reveal(_ ballots: [Ballot], lot: Int) throws {
    guard let sealed = actions.first(where: { $0.privacy == .sealed }) else {
      throw HarnessFailure.unknownAction("of a secret vote")
    }
    for ballot in ballots {
      guard case .answers(let answers) = ballot.mark else { continue }
      guard let paper = try paper() else { continue }
      try run(sealed.name, paper.fields(of: answers, for: sealed), weight: ballot.weight)
    }
    tell(.lot(lot))
  }

  /// The actions as the settings make them.
  var actions: [ActionDescription] { exercise.actions(under: session.settings) }

  /// The folded state, as a snapshot keeps it.
  public func state() throws -> SavedState {
    let reply = try ask { .state($0, events: $1) }
    guard case .state(let state) = reply else { throw reply.surprise(to: "state") }
    return state
  }

  /// Opens the activity anew: from a state, or, as after a crash, from its events.
  public func reopen(from state: SavedState? = nil) throws { try open(from: state) }

  /// Tells what happened elsewhere in the session: another activity, an undo, the roster.
  public func tell(_ occurrence: Occurrence) {
    session.fold(occurrence)
    untold.append(occurrence)
  }

  private func open(from state: SavedState?) throws {
    untold = []
    let reply = try answer(.open(session.brief(from: state)))
    guard case .done = reply else { throw reply.surprise(to: "open") }
  }

  private func ask(_ request: (ActivityID, [Occurrence]) -> Request) throws -> Reply {
    let reply = try answer(request(SessionStandIn.activity, untold))
    untold = []
    return reply
  }
}
