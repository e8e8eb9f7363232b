extension Request: JSONRepresentable {
  public var json: JSONValue {
    switch self {
    case .hello(let versions, let host, let extensions):
      [
        "call": "hello", "versions": .array(versions.map(JSONValue.integer)),
        "host": .string(host), "extensions": .list(extensions),
      ]
    case .manifest: ["call": "manifest"]
    case .open(let brief): ["call": "open", "activity": brief.json]
    case .decide(let activity, let call, let events):
      [
        "call": "decide", "activity": activity.json, "action": .string(call.action),
        "fields": call.fields, "actor": call.actor?.json,
        "weight": call.weight == 1 ? nil : .integer(call.weight), "at": call.at.json,
        "seed": call.seed == 0 ? nil : .integer(call.seed), "events": .list(events),
      ]
    case .view(let activity, let audience, let events):
      [
        "call": "view", "activity": activity.json, "audience": .string(audience.rawValue),
        "events": .list(events),
      ]
    case .give(let activity, let events):
      ["call": "give", "activity": activity.json, "events": .list(events)]
    case .paper(let activity, let events):
      ["call": "paper", "activity": activity.json, "events": .list(events)]
    case .state(let activity, let events):
      ["call": "state", "activity": activity.json, "events": .list(events)]
    case .section(let section, let activities):
      ["call": "section", "section": .string(section), "activities": .list(activities)]
    case .importing(let importer, let file, let fields):
      ["call": "import", "importer": .string(importer), "file": file.json, "fields": fields]
    }
  }

  public init(_ reader: JSONReader) throws(JSONShapeError) {
    let call = try reader.required("call")
    let name = try call.string()
    switch name {
    case "hello":
      self = .hello(
        versions: try reader.list("versions") { item throws(JSONShapeError) in
          try item.integer()
        }, host: try reader.string("host"),
        extensions: try reader.list("extensions", ExtensionID.init))
    case "manifest": self = .manifest
    case "open": self = .open(try ActivityBrief(reader.required("activity")))
    case "decide", "view", "give", "paper", "state": self = try Request.onActivity(name, reader)
    case "section":
      self = .section(
        try reader.string("section"),
        activities: try reader.list("activities", ActivityNews.init))
    case "import":
      self = .importing(
        try reader.string("importer"), file: try FileForm(reader.required("file")),
        fields: reader.optional("fields")?.value ?? [:])
    default: throw call.mismatch("a call that this plugin knows")
    }
  }

  private static func onActivity(
    _ name: String, _ reader: JSONReader
  ) throws(JSONShapeError) -> Request {
    let activity = try ActivityID(reader.required("activity"))
    let events = try reader.list("events", Occurrence.init)
    switch name {
    case "decide": return .decide(activity, try Call(reader), events: events)
    case "view":
      return .view(activity, try Audience(choice: reader.required("audience")), events: events)
    case "give": return .give(activity, events: events)
    case "paper": return .paper(activity, events: events)
    default: return .state(activity, events: events)
    }
  }
}

extension Call {
  init(_ reader: JSONReader) throws(JSONShapeError) {
    action = try reader.string("action")
    fields = try reader.required("fields").value
    actor = try reader.optional("actor").map(ParticipantID.init)
    weight = try reader.optional("weight")?.integer() ?? 1
    at = try Timestamp(reader.required("at"))
    seed = try reader.optional("seed")?.integer() ?? 0
  }
}

extension ActivityBrief: JSONRepresentable {
  public var json: JSONValue {
    [
      "id": id.json, "exercise": .string(exercise), "title": .string(title),
      "focus": focus.map(JSONValue.string), "settings": settings, "cards": .list(cards),
      "taken": .list(taken), "participants": .list(participants),
      "lot": lot.map(JSONValue.integer), "state": state?.json, "events": .list(events),
    ]
  }

  public init(_ reader: JSONReader) throws(JSONShapeError) {
    id = try ActivityID(reader.required("id"))
    exercise = try reader.string("exercise")
    title = try reader.string("title")
    focus = try reader.optional("focus")?.string()
    settings = try reader.required("settings").value
    cards = try reader.list("cards", Card.init)
    taken = try reader.list("taken", CardID.init)
    participants = try reader.list("participants", Participant.init)
    lot = try reader.optional("lot")?.integer()
    state = try reader.optional("state").map(SavedState.init)
    events = try reader.list("events", Occurrence.init)
  }
}

extension SavedState: JSONRepresentable {
  public var json: JSONValue { ["version": .integer(version), "data": data] }

  public init(_ reader: JSONReader) throws(JSONShapeError) {
    version = try reader.integer("version")
    data = try reader.required("data").value
  }
}

extension Reply: JSONRepresentable {
  public var json: JSONValue {
    switch self {
    case .welcome(let version, let extensions):
      ["reply": "welcome", "version": .integer(version), "extensions": .list(extensions)]
    case .manifest(let manifest): ["reply": "manifest", "manifest": manifest.json]
    case .done: ["reply": "done"]
    case .changes(let changes, let notice, let shows):
      [
        "reply": "changes", "changes": .list(changes), "notice": notice.map(JSONValue.string),
        "shows": shows ? true : nil,
      ]
    case .view(let view):
      [
        "reply": "view", "view": view.json,
        "loose": view.loose.map { .array($0.map(\.json)) },
      ]
    case .cards(let cards): ["reply": "cards", "cards": .list(cards)]
    case .paper(let paper): ["reply": "paper", "paper": paper?.json]
    case .state(let state): ["reply": "state", "state": state.json]
    case .refused(let refusal):
      [
        "reply": "refused", "message": .string(refusal.message),
        "field": refusal.field.map(JSONValue.string), "hint": refusal.hint.map(JSONValue.string),
      ]
    case .fault(let message): ["reply": "fault", "message": .string(message)]
    }
  }

  public init(_ reader: JSONReader) throws(JSONShapeError) {
    let reply = try reader.required("reply")
    switch try reply.string() {
    case "welcome":
      self = .welcome(
        version: try reader.integer("version"),
        extensions: try reader.list("extensions", ExtensionID.init))
    case "manifest": self = .manifest(try Manifest(reader.required("manifest")))
    case "done": self = .done
    case "changes":
      self = .changes(
        try reader.list("changes", Change.init), notice: try reader.optional("notice")?.string(),
        shows: try reader.bool("shows", default: false))
    case "view":
      var view = try View(reader.required("view"))
      if reader.optional("loose") != nil { view.loose = try reader.list("loose", CardID.init) }
      self = .view(view)
    case "cards": self = .cards(try reader.list("cards", CardID.init))
    case "paper": self = .paper(try reader.optional("paper").map(Paper.init))
    case "state": self = .state(try SavedState(reader.required("state")))
    case "refused":
      self = .refused(
        Refusal(
          try reader.string("message"), field: try reader.optional("field")?.string(),
          hint: try reader.optional("hint")?.string()))
    case "fault": self = .fault(try reader.string("message"))
    default: throw reply.mismatch("a reply that this host knows")
    }
  }
}
