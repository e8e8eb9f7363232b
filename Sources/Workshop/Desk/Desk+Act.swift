import ExerciseProtocol
import OrderedCollections

extension Desk {
  /// Carries out an action of the current activity.
  func act(_ invocation: Invocation) throws(Problem) -> Response {
    let live = try open()
    guard let current = live.session.currentActivity else { throw .noActivity(live.session) }
    let declared = try action(of: invocation, in: current)
    let fields = try readFiles(declared.fields, invocation.arguments)
    var notice: String?
    var shows = false
    var keepsNames = true
    let logged = try live.commit(at: now) { timeline throws(Problem) in
      guard let activity = timeline.session.agenda[current.id] else {
        throw .noActivity(timeline.session)
      }
      // Again, because another terminal may just have made the activity anonymous.
      let action = try self.action(of: invocation, in: activity)
      keepsNames = action.privacy == .open
      let reply = try self.decide(action, fields, invocation, activity, live)
      (notice, shows) = (reply.notice, reply.shows)
      return reply.events
    }
    var response = acknowledge(logged, notice: notice)
    if !keepsNames, invocation.actor != nil || invocation.newcomer != nil {
      response.view.blocks.append(.note(Acknowledgement.noNameKept, .hint))
    }
    response.view.blocks += Acknowledgement.remarks(on: logged, of: invocation, keepsNames)
    // It is done, whatever becomes of the view.
    guard shows else { return response }
    do throws(Problem) {
      response.view.blocks += try showActivity(current.id, audience: .facilitator).view.blocks
    } catch {
      response.view.blocks.append(.note("It can't be shown now: \(error.message)", .warning))
    }
    return response
  }

  private func action(
    of invocation: Invocation, in activity: Activity
  ) throws(Problem) -> ActionDescription {
    let name = invocation.command.text
    guard let action = actions(of: activity).first(where: { $0.name == name }) else {
      throw .unknownCommand(name, near: [])
    }
    if action.privacy == .sealed { throw .sealedAction }
    return action
  }

  private func decide(
    _ action: ActionDescription, _ fields: JSONValue, _ invocation: Invocation,
    _ activity: Activity, _ live: LiveSession
  ) throws(Problem) -> (events: [Event], notice: String?, shows: Bool) {
    let session = live.session
    var (actor, joining) = try self.actor(of: invocation, action, in: session)
    let everybody = everybody(
      named: actor, invocation, action, joining: &joining, in: session)
    let fields = fields.adding(action.several(everybody))
    // The exercise has to know the newcomer's name; if it declines, the newcomer was never here.
    let newcomers = joining.compactMap { event in
      switch event {
      case .joined(let person), .changed(let person): person
      default: nil
      }
    }
    var isAccepted = false
    defer { if !isAccepted, !joining.isEmpty { live.foldAgain(activity.id) } }
    let call = Call(
      action: action.name, fields: fields, actor: actor, at: now,
      seed: Call.seed(from: surroundings.random()))
    let reply: Reply
    do throws(PluginFailure) {
      reply = try live.answer(to: .decide(call), of: activity.id, knowing: newcomers)
    } catch {
      throw error.problem
    }
    switch reply {
    case .changes(let changes, let notice, let shows):
      var translated = session
      for event in joining {
        translated.note(event)
        switch event {
        case .joined(let person), .changed(let person): translated.roster[person.id] = person
        default: break
        }
      }
      var translation = ChangeTranslation(
        session: translated, activity: activity, source: .action, privacy: action.privacy,
        actor: actor, now: now, in: live.log)
      try translation.add(changes)
      var events = translation.events.map { event in
        invocation.isEscaped ? event : event.withTagsAtStart
      }.map(\.withoutEscapes)
      if action.several(everybody) == nil { events = try events.by(everybody, in: translated) }
      isAccepted = !events.isEmpty
      return (isAccepted ? joining + events : [], notice, shows)
    case .refused(let refusal): throw Problem(refusal)
    default: throw Problem("The plugin answered something else than was asked.")
    }
  }

  /// Whose action it is, and the event by which a newcomer joins. Nobody's, where it is anonymous:
  /// then not even the plugin is told.
  private func actor(
    of invocation: Invocation, _ action: ActionDescription, in session: Session
  ) throws(Problem) -> (ParticipantID?, [Event]) {
    guard action.privacy == .open, action.attribution != .none else { return (nil, []) }
    if let name = invocation.newcomer {
      if let known = session.roster.values.first(where: { $0.name.folded == name.folded }) {
        return (known.id, [])
      }
      let newcomer = Participant(
        id: ParticipantID("p\(session.labels.participants + 1)"), name: name)
      return (newcomer.id, [.joined(newcomer)])
    }
    if action.attribution == .required, invocation.actor == nil {
      throw .nobodyNamed(action.name)
    }
    guard let actor = invocation.actor, var person = session.roster[actor], !person.isPresent
    else { return (invocation.actor, []) }
    // Whoever says something here is here, and was known from elsewhere.
    person.isPresent = true
    return (actor, [.changed(person)])
  }

  /// The fields as the plugin gets them: of a file, its bytes, because a plugin can reach none.
  private func readFiles(
    _ declared: [FieldDescription], _ arguments: Arguments
  ) throws(Problem) -> JSONValue {
    var members: [JSONValue.Member] = []
    for field in declared {
      guard let value = arguments[field.name] ?? field.defaultValue else { continue }
      if field.type == .file, case .string(let path) = value {
        members.append(.init(field.name, try form(of: path).json))
      } else {
        members.append(.init(field.name, value))
      }
    }
    return .object(members)
  }

  /// Says what an action did: one card or a count, and the exercise's own word.
  func acknowledge(_ logged: [LoggedEvent], notice: String?) -> Response {
    let session = session ?? Session()
    let cards = logged.compactMap { entry in
      if case .cardAdded(let card) = entry.event { card } else { nil }
    }
    // What becomes of cards that are there already the exercise tells itself, if it tells anything.
    let news = notice == nil ? logged : logged.filter { !$0.event.changesCard }
    var said = Acknowledgement.of(news, in: session)
    if let notice { said = said.isEmpty ? notice : "\(said)  \(notice)" }
    let result: JSONValue = [
      "cards": .list(cards), "events": .integer(logged.count),
      "step": logged.first.map { .integer($0.step) }, "notice": notice.map(JSONValue.string),
    ]
    // Only what happened gets a tick, whatever the exercise says of it. It is one paragraph, too.
    guard !logged.isEmpty else {
      let words = said.split(whereSeparator: \.isNewline).joined(separator: " ")
      return Response(View([.text(words.isEmpty ? "Nothing changed." : words)]), result: result)
    }
    // What only the exercise understands has no words here, and has happened all the same.
    return .done(said.isEmpty ? "Noted." : said, result: result)
  }
}

extension Event {
  /// A card that begins with a tag has that tag; it says it, too.
  fileprivate var withTagsAtStart: Event {
    guard case .cardAdded(var card) = self, case let tags = Tag.atStart(of: card.text),
      !tags.isEmpty
    else { return self }
    let all = card.tags.changed(adding: tags, removing: [])
    card.tags = all.count > AnswerLimits.tags ? card.tags : all
    return .cardAdded(card)
  }

  /// Without the backslashes before signs of ours within the words: `say \\#now`.
  fileprivate var withoutEscapes: Event {
    guard case .cardAdded(var card) = self, card.text.contains("\\") else { return self }
    card.text = card.text.withoutEscapes
    return .cardAdded(card)
  }

  /// Whether it only changes a card that was there.
  fileprivate var changesCard: Bool {
    switch self {
    case .cardEdited, .cardTagged, .cardNoted, .cardHidden, .cardUnhidden, .cardAttributed,
      .cardRemoved:
      true
    default: false
    }
  }
}
