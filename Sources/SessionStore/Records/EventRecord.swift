package import ExerciseProtocol
package import Workshop

/// An event as it lies in the journal: one JSON object whose `type` says which. Apart from the
/// domain's ``Workshop/Event``, so that each can change without the other; what is here is read for
/// ever. The grammar is `Schemas/event.schema.json`.
package struct EventRecord: Hashable, Sendable {
  package var event: Event

  package init(_ event: Event) { self.event = event }
}

extension EventRecord: JSONRepresentable {
  package var json: JSONValue {
    switch event {
    case .created(let id, let title):
      ["type": "session.created", "format": 1, "id": .string(id), "title": .string(title)]
    case .titled(let title): ["type": "session.titled", "title": .string(title)]
    case .proposed(let proposition):
      [
        "type": "proposition.set", "title": .string(proposition.title),
        "text": .string(proposition.text),
      ]
    case .joined(let person): ["type": "participant.joined", "participant": person.json]
    case .changed(let person): ["type": "participant.changed", "participant": person.json]
    case .left(let id): ["type": "participant.left", "participant": id.json]
    case .cardAdded, .cardEdited, .cardTagged, .cardNoted, .cardHidden, .cardUnhidden,
      .cardAttributed, .cardRemoved:
      cardJSON
    case .recorded(let id, let event):
      ["type": "exercise.event", "activity": id.json, "event": event]
    case .erased: ["type": "erased"]
    case .unreadable: ["type": "unreadable"]
    case .poll(let event): ["type": "poll", "event": event.json]
    case .aside(let event): ["type": "aside", "event": event.json]
    case .decided(let outcome): ["type": "outcome.recorded", "outcome": outcome.json]
    case .undone(let step): ["type": "step.undone", "step": .integer(step)]
    case .redone(let step): ["type": "step.redone", "step": .integer(step)]
    case .restored(let session):
      ["type": "session.restored", "session": SessionRecord(session).json]
    default: agendaJSON
    }
  }

  private var cardJSON: JSONValue {
    switch event {
    case .cardEdited(let id, let text):
      ["type": "card.edited", "card": id.json, "text": .string(text)]
    case .cardTagged(let id, let tags):
      ["type": "card.tagged", "card": id.json, "tags": .array(tags.map(JSONValue.string))]
    case .cardNoted(let id, let attributes):
      ["type": "card.noted", "card": id.json, "attributes": .table(attributes)]
    case .cardHidden(let id, let reason):
      ["type": "card.hidden", "card": id.json, "reason": .string(reason)]
    case .cardUnhidden(let id): ["type": "card.unhidden", "card": id.json]
    case .cardAttributed(let id, let person):
      ["type": "card.attributed", "card": id.json, "author": person?.json]
    case .cardRemoved(let id): ["type": "card.removed", "card": id.json]
    case .cardAdded(let card): ["type": "card.added", "card": card.json]
    default: .null
    }
  }

  private var agendaJSON: JSONValue {
    switch event {
    case .planned(let plan, let index):
      ["type": "activity.planned", "plan": PlanRecord(plan).json, "index": .integer(index)]
    case .replanned(let plan): ["type": "activity.replanned", "plan": PlanRecord(plan).json]
    case .moved(let id, let index):
      ["type": "activity.moved", "activity": id.json, "index": .integer(index)]
    case .unplanned(let id): ["type": "activity.removed", "activity": id.json]
    case .started(let id, let taken):
      ["type": "activity.started", "activity": id.json, "taken": .list(taken)]
    case .stopped: ["type": "activity.stopped"]
    case .paused: ["type": "clock.paused"]
    case .resumed: ["type": "clock.resumed"]
    case .extended(let seconds): ["type": "clock.extended", "seconds": .integer(seconds)]
    case .clockSet(let id, let seconds):
      ["type": "clock.set", "activity": id.json, "seconds": .integer(seconds)]
    default: .null
    }
  }

  package init(_ reader: JSONReader) throws(JSONShapeError) {
    let type = try reader.required("type")
    let name = try type.string()
    if let event = try EventRecord.card(name, reader) {
      self.event = event
    } else if let event = try EventRecord.agenda(name, reader) {
      self.event = event
    } else if let event = try EventRecord.session(name, reader) {
      self.event = event
    } else {
      throw type.mismatch("an event that this version knows")
    }
  }

  private static func card(_ type: String, _ reader: JSONReader) throws(JSONShapeError) -> Event? {
    switch type {
    case "card.added": .cardAdded(try Card(reader.required("card")))
    case "card.edited":
      .cardEdited(try CardID(reader.required("card")), text: try reader.string("text"))
    case "card.tagged":
      .cardTagged(try CardID(reader.required("card")), tags: try reader.strings("tags"))
    case "card.noted":
      .cardNoted(
        try CardID(reader.required("card")), attributes: try reader.stringTable("attributes"))
    case "card.hidden":
      .cardHidden(try CardID(reader.required("card")), reason: try reader.string("reason"))
    case "card.unhidden": .cardUnhidden(try CardID(reader.required("card")))
    case "card.attributed":
      .cardAttributed(
        try CardID(reader.required("card")),
        to: try reader.optional("author").map(ParticipantID.init))
    case "card.removed": .cardRemoved(try CardID(reader.required("card")))
    case "exercise.event":
      .recorded(
        try ActivityID(reader.required("activity")), try reader.required("event").value)
    default: nil
    }
  }

  private static func agenda(
    _ type: String, _ reader: JSONReader
  ) throws(JSONShapeError) -> Event? {
    switch type {
    case "activity.planned":
      .planned(
        try PlanRecord(reader.required("plan")).plan, index: try reader.integer("index"))
    case "activity.replanned": .replanned(try PlanRecord(reader.required("plan")).plan)
    case "activity.moved":
      .moved(
        try ActivityID(reader.required("activity")), index: try reader.integer("index"))
    case "activity.removed": .unplanned(try ActivityID(reader.required("activity")))
    case "activity.started":
      .started(
        try ActivityID(reader.required("activity")),
        taken: try reader.list("taken", CardID.init))
    case "activity.stopped": .stopped
    case "clock.paused": .paused
    case "clock.resumed": .resumed
    case "clock.extended": .extended(seconds: try reader.integer("seconds"))
    case "clock.set":
      .clockSet(
        try ActivityID(reader.required("activity")), seconds: try reader.integer("seconds"))
    default: nil
    }
  }

  private static func session(
    _ type: String, _ reader: JSONReader
  ) throws(JSONShapeError) -> Event? {
    switch type {
    case "session.created":
      .created(id: try reader.string("id"), title: try reader.string("title"))
    case "session.titled": .titled(try reader.string("title"))
    case "proposition.set":
      .proposed(
        Proposition(title: try reader.string("title"), text: try reader.string("text")))
    case "participant.joined": .joined(try Participant(reader.required("participant")))
    case "participant.changed": .changed(try Participant(reader.required("participant")))
    case "participant.left": .left(try ParticipantID(reader.required("participant")))
    case "outcome.recorded": .decided(try Outcome(reader.required("outcome")))
    case "poll": .poll(try PollEvent(reader.required("event")))
    case "aside": .aside(try AsideEvent(reader.required("event")))
    case "step.undone": .undone(step: try reader.integer("step"))
    case "step.redone": .redone(step: try reader.integer("step"))
    case "erased": .erased
    case "unreadable": .unreadable
    case "session.restored":
      .restored(try SessionRecord(reader.required("session")).session)
    default: nil
    }
  }
}
