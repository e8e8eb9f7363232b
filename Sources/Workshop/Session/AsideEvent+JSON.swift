package import ExerciseProtocol

extension AsideEvent: JSONRepresentable {
  package var json: JSONValue {
    switch self {
    case .series(let name): ["kind": "series", "series": name.map(JSONValue.string)]
    case .starts(let schedule):
      [
        "kind": "starts", "minute": schedule.map { .integer($0.minute) },
        "from": schedule?.from?.json,
      ]
    case .noted(let text, let activity):
      ["kind": "note", "text": .string(text), "activity": activity?.json]
    case .parked(let text, let person, let activity):
      [
        "kind": "parked", "text": .string(text), "person": person?.json,
        "activity": activity?.json,
      ]
    case .called(let person, let activity):
      ["kind": "speaker", "person": person.json, "activity": activity?.json]
    case .grouped(let groups):
      ["kind": "groups", "groups": .array(groups.map { .array($0.map(\.json)) })]
    case .energy(let levels):
      [
        "kind": "energy",
        "levels": .array(levels.map { ["person": $0.person?.json, "level": .integer($0.level)] }),
      ]
    }
  }

  package init(_ reader: JSONReader) throws(JSONShapeError) {
    let kind = try reader.required("kind")
    func activity() throws(JSONShapeError) -> ActivityID? {
      try reader.optional("activity").map(ActivityID.init)
    }
    switch try kind.string() {
    case "series": self = .series(try reader.optional("series")?.string())
    case "starts":
      let from = try reader.optional("from").map(ActivityID.init)
      self = .starts(
        try reader.optional("minute")?.integer().within(0...1439).map {
          Schedule(minute: $0, from: from)
        })
    case "note": self = .noted(try reader.string("text"), in: try activity())
    case "parked":
      self = .parked(
        try reader.string("text"), by: try reader.optional("person").map(ParticipantID.init),
        in: try activity())
    case "speaker":
      self = .called(try ParticipantID(reader.required("person")), in: try activity())
    case "groups":
      self = .grouped(
        try reader.list("groups") { group throws(JSONShapeError) in
          try group.elements().map { person throws(JSONShapeError) in try ParticipantID(person) }
        })
    case "energy":
      self = .energy(
        try reader.list("levels") { level throws(JSONShapeError) in
          Energy(
            try level.optional("person").map(ParticipantID.init), try level.integer("level"))
        })
    default: throw kind.mismatch("a kind that this version knows")
    }
  }
}

extension Int {
  fileprivate func within(_ range: ClosedRange<Int>) -> Int? { range.contains(self) ? self : nil }
}

extension Aside: JSONRepresentable {
  package var json: JSONValue { ["at": at.json, "event": event.json] }

  package init(_ reader: JSONReader) throws(JSONShapeError) {
    self.init(
      try AsideEvent(reader.required("event")), at: try Timestamp(reader.required("at")))
  }
}
