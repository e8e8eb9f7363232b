/// An activity that a request is about, with what happened in it since the last call.
public struct ActivityNews: Hashable, Sendable {
  public var activity: ActivityID
  public var events: [Occurrence]

  public init(_ activity: ActivityID, events: [Occurrence] = []) {
    self.activity = activity
    self.events = events
  }
}

/// A file that the host read, because a plugin can reach none: `{"name": …, "base64": …}`, the same
/// form as that of a field of type `file`.
public struct FileForm: Hashable, Sendable {
  /// Without its folder.
  public var name: String
  public var base64: String
  /// The other files that were named with it, for an importer that reads several as one
  /// (``ImporterDescription/takesSeveral``). They have no others themselves.
  public var more: [FileForm]

  public init(name: String, base64: String, more: [FileForm] = []) {
    self.name = name
    self.base64 = base64
    self.more = more
  }
}

extension ActivityNews: JSONRepresentable {
  public var json: JSONValue { ["activity": activity.json, "events": .list(events)] }

  public init(_ reader: JSONReader) throws(JSONShapeError) {
    activity = try ActivityID(reader.required("activity"))
    events = try reader.list("events", Occurrence.init)
  }
}

extension FileForm: JSONRepresentable {
  public var json: JSONValue {
    ["name": .string(name), "base64": .string(base64), "more": .list(more)]
  }

  public init(_ reader: JSONReader) throws(JSONShapeError) {
    name = try reader.string("name")
    base64 = try reader.string("base64")
    more = try reader.list("more", FileForm.init)
  }
}
