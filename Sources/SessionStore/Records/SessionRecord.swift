package import ExerciseProtocol
import OrderedCollections
import Polling
package import Workshop

/// A session as the document that people read and `jq` queries, and from which it begins again
/// where the journal was lost. The grammar is `Schemas/session.schema.json`.
package struct SessionRecord: Hashable, Sendable {
  package var session: Session
  /// Folded states of exercises, so that their events need not all be folded again.
  package var states: [ActivityID: ExerciseCheckpoint] = [:]

  package init(_ session: Session, states: [ActivityID: ExerciseCheckpoint] = [:]) {
    self.session = session
    self.states = states
  }
}

extension SessionRecord: JSONRepresentable {
  package var json: JSONValue {
    let labels = session.labels
    return [
      "id": .string(session.id), "title": .string(session.title),
      "proposition": session.proposition.map {
        ["title": .string($0.title), "text": .string($0.text)]
      },
      "roster": .list(Array(session.roster.values)), "current": session.current?.json,
      "agenda": .array(
        session.agenda.values.map { ActivityRecord($0, state: states[$0.id]).json }),
      "board": .list(Array(session.board.values)), "outcomes": .list(session.outcomes),
      "polls": .list(Array(session.polls.values)),
      "codes": session.codes.isEmpty
        ? nil
        : .object(
          session.codes.sorted { $0.key < $1.key }.map {
            .init($0.key.rawValue, .list($0.value) ?? [])
          }),
      "hands": .list(
        session.handCounts.values.sorted { $0.activity < $1.activity }),
      "rights": session.rights.isEmpty ? nil : session.rights.json,
      "asides": .list(session.asides),
      "labels": [
        "cards": .integer(labels.cards), "participants": .integer(labels.participants),
        "activities": .integer(labels.activities),
      ],
    ]
  }

  package init(_ reader: JSONReader) throws(JSONShapeError) {
    session = Session()
    session.id = try reader.string("id")
    session.title = try reader.string("title")
    if let proposition = reader.optional("proposition") {
      session.proposition = Proposition(
        title: try proposition.string("title"), text: try proposition.string("text"))
    }
    for person in try reader.list("roster", Participant.init) {
      session.roster[person.id] = person
    }
    for record in try reader.list("agenda", ActivityRecord.init) {
      session.agenda[record.activity.id] = record.activity
      states[record.activity.id] = record.state
    }
    session.current = try reader.optional("current").map(ActivityID.init)
    for card in try reader.list("board", Card.init) { session.board[card.id] = card }
    for poll in try reader.list("polls", Poll.init) { session.polls[poll.id] = poll }
    for (id, hashes) in try reader.optional("codes")?.members() ?? [] {
      session.codes[PollID(id)] = try hashes.elements().map { item throws(JSONShapeError) in
        try Fingerprint(item)
      }
    }
    for count in try reader.list("hands", ShowOfHands.init) {
      session.handCounts[count.activity] = count
    }
    session.rights = try reader.optional("rights").map(VotingRights.init) ?? VotingRights()
    session.asides = try reader.list("asides", Aside.init)
    session.outcomes = try reader.list("outcomes", Outcome.init)
    let labels = try reader.required("labels")
    session.labels.cards = try labels.integer("cards")
    session.labels.participants = try labels.integer("participants")
    session.labels.activities = try labels.integer("activities")
  }
}

extension SessionRecord {
  /// The folded states in the `agenda` of a session's document, without the rest of it.
  static func states(
    inAgenda agenda: JSONReader
  ) throws(JSONShapeError) -> [ActivityID: ExerciseCheckpoint] {
    var states: [ActivityID: ExerciseCheckpoint] = [:]
    for element in try agenda.elements() {
      let record = try ActivityRecord(element)
      states[record.activity.id] = record.state
    }
    return states
  }
}

/// An activity with how far the room got in it.
struct ActivityRecord: JSONRepresentable {
  var activity: Activity
  var state: ExerciseCheckpoint?

  init(_ activity: Activity, state: ExerciseCheckpoint?) {
    self.activity = activity
    self.state = state
  }

  var json: JSONValue {
    let timer = activity.timer
    return [
      "plan": PlanRecord(activity.plan).json, "started": .bool(activity.wasStarted),
      "taken": .list(Array(activity.taken)),
      "clock": [
        "elapsed": .number(timer.elapsed), "running-since": timer.runningSince?.json,
        "extra": .integer(timer.extra),
      ], "begun": activity.begun?.json,
      "state": state.map {
        ["of": .integer($0.events), "version": .integer($0.state.version), "data": $0.state.data]
      },
      "events": activity.recorded.isEmpty
        ? nil : .array(activity.recorded.map { ["at": $0.at.json, "event": $0.event] }),
    ]
  }

  init(_ reader: JSONReader) throws(JSONShapeError) {
    activity = Activity(plan: try PlanRecord(reader.required("plan")).plan)
    activity.wasStarted = try reader.bool("started", default: false)
    activity.taken.append(contentsOf: try reader.list("taken", CardID.init))
    activity.begun = try reader.optional("begun").map(Timestamp.init)
    let clock = try reader.required("clock")
    activity.timer.elapsed = try clock.required("elapsed").number()
    activity.timer.runningSince = try clock.optional("running-since").map(Timestamp.init)
    activity.timer.extra = try clock.integer("extra")
    activity.recorded = try reader.list("events") { item throws(JSONShapeError) in
      Activity.Recorded(
        event: try item.required("event").value, at: try Timestamp(item.required("at")))
    }
    if let saved = reader.optional("state") {
      state = ExerciseCheckpoint(
        state: SavedState(
          version: try saved.integer("version"), data: try saved.required("data").value),
        events: try saved.integer("of"))
    }
  }
}

/// What the agenda says of an activity.
struct PlanRecord: JSONRepresentable {
  var plan: Activity.Plan

  init(_ plan: Activity.Plan) { self.plan = plan }

  var json: JSONValue {
    [
      "id": plan.id.json, "exercise": .string(plan.exercise), "title": .string(plan.title),
      "focus": plan.focus.map(JSONValue.string), "minutes": plan.minutes.map(JSONValue.integer),
      "takes": .string(plan.takes.recorded), "settings": plan.settings,
      "guide": .list(plan.guide), "gives": plan.gives.map(JSONValue.string),
      "aside": plan.aside ? true : nil,
    ]
  }

  init(_ reader: JSONReader) throws(JSONShapeError) {
    let takes = try reader.required("takes")
    guard let intake = Activity.Intake(recorded: try takes.string()) else {
      throw takes.mismatch("previous, all, nothing, a #tag, or from and ids of activities")
    }
    plan = Activity.Plan(
      id: try ActivityID(reader.required("id")), exercise: try reader.string("exercise"),
      title: try reader.string("title"), focus: try reader.optional("focus")?.string(),
      minutes: try reader.optional("minutes")?.integer(), takes: intake,
      settings: try reader.required("settings").value,
      guide: try reader.list("guide", Guidance.init)
        // Before there were kinds, it was all to be done.
        + reader.strings("guidance").map { Guidance(.action, $0) },
      gives: try reader.optional("gives")?.string(), aside: try reader.bool("aside", default: false)
    )
  }
}

extension Activity.Intake {
  /// As it lies on disk: `previous`, `all`, `nothing`, `#idea`, `from a2 a4`.
  var recorded: String {
    guard case .activities(let ids) = self else { return text }
    return (["from"] + ids.map(\.rawValue)).joined(separator: " ")
  }

  init?(recorded text: String) {
    let words = text.split(separator: " ")
    if words.first == "from", words.count > 1 {
      self = .activities(words.dropFirst().map { ActivityID(String($0)) })
    } else {
      self.init(text: text)
    }
  }
}
