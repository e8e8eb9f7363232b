/// One contribution: a comment, an idea, a need, an option. The currency of a session.
public struct Card: Hashable, Sendable {
  public var id: CardID
  public var text: String
  /// Who said it; nil where it was not attributed, or was given anonymously (then it is stored
  /// nowhere).
  public var author: ParticipantID?
  /// The card this one replies to.
  public var parent: CardID?
  /// Where it was contributed.
  public var activity: ActivityID
  public var at: Timestamp
  /// In the order they were given; no repeats.
  public var tags: [String]
  /// Why the facilitator hid it; nil while it is visible. Hidden is not deleted.
  public var hidden: String?
  /// What an exercise or an importer keeps with the card: `kind`, `url`, `posted`…
  public var attributes: [String: String]

  public init(
    id: CardID, text: String, author: ParticipantID? = nil, parent: CardID? = nil,
    activity: ActivityID, at: Timestamp, tags: [String] = [], hidden: String? = nil,
    attributes: [String: String] = [:]
  ) {
    self.id = id
    self.text = text
    self.author = author
    self.parent = parent
    self.activity = activity
    self.at = at
    self.tags = tags
    self.hidden = hidden
    self.attributes = attributes
  }
}

extension Card: JSONRepresentable {
  public var json: JSONValue {
    [
      "id": id.json, "text": .string(text), "author": author?.json, "parent": parent?.json,
      "activity": activity.json, "at": at.json, "tags": .list(tags),
      "hidden": hidden.map(JSONValue.string), "attributes": .table(attributes),
    ]
  }

  public init(_ reader: JSONReader) throws(JSONShapeError) {
    id = try CardID(reader.required("id"))
    text = try reader.string("text")
    author = try reader.optional("author").map(ParticipantID.init)
    parent = try reader.optional("parent").map(CardID.init)
    activity = try ActivityID(reader.required("activity"))
    at = try Timestamp(reader.required("at"))
    tags = try reader.strings("tags")
    hidden = try reader.optional("hidden")?.string()
    attributes = try reader.stringTable("attributes")
  }
}

/// A person on the session's roster.
public struct Participant: Hashable, Sendable {
  public var id: ParticipantID
  public var name: String
  public var role: Role
  public var organisation: String?
  /// Whether they are in the room. False for those who are known because they said something
  /// elsewhere, on the web for example: nobody waits for them, and they have no vote.
  public var isPresent: Bool

  /// What a person does in the session.
  public enum Role: String, CaseIterable, Sendable {
    case participant, facilitator
  }

  public init(
    id: ParticipantID, name: String, role: Role = .participant, organisation: String? = nil,
    isPresent: Bool = true
  ) {
    self.isPresent = isPresent
    self.id = id
    self.name = name
    self.role = role
    self.organisation = organisation
  }
}

extension Participant: JSONRepresentable {
  public var json: JSONValue {
    [
      "id": id.json, "name": .string(name), "role": .string(role.rawValue),
      "organisation": organisation.map(JSONValue.string), "present": isPresent ? nil : false,
    ]
  }

  public init(_ reader: JSONReader) throws(JSONShapeError) {
    id = try ParticipantID(reader.required("id"))
    name = try reader.string("name")
    role = try Role(choice: reader.required("role"))
    organisation = try reader.optional("organisation")?.string()
    isPresent = try reader.bool("present", default: true)
  }
}

extension RawRepresentable where RawValue == String, Self: CaseIterable {
  /// Reads one of this type's names; the refusal lists them all.
  public init(choice reader: JSONReader) throws(JSONShapeError) {
    guard let value = Self(rawValue: try reader.string()) else {
      let names = Self.allCases.map { "“\($0.rawValue)”" }.joined(separator: ", ")
      throw reader.mismatch("one of \(names)")
    }
    self = value
  }
}
