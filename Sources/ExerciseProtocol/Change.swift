/// What an action asks to happen. The host makes it true or refuses it whole; a plugin never does.
public enum Change: Hashable, Sendable {
  /// Put a new card on the board.
  case addCard(CardDraft)
  /// Give a card other words.
  case editCard(CardID, text: String)
  /// Change a card's labels.
  case tagCard(CardID, add: [String], remove: [String])
  /// Keep something with a card, for exercises to read: who owns it, when it is due.
  case noteCard(CardID, set: [String: String], remove: [String])
  /// Take a card out of everybody's sight, for a stated reason; it stays in the session.
  case hideCard(CardID, reason: String)
  case unhideCard(CardID)
  /// Put a person on the roster unless someone of that name is on it. Where they are not in the
  /// room (`isPresent`), they are known by name alone; somebody so known who is brought as present
  /// is in the room from then on.
  case addParticipant(
    name: String, role: Participant.Role, organisation: String?, isPresent: Bool = true)
  /// Set the proposition that the session is about, where an import carries one.
  case propose(title: String, text: String)
  /// Something that only the exercise understands; it comes back in order, as
  /// ``Occurrence/recorded(_:at:)``.
  case record(JSONValue)
}

/// A card as an action proposes it, before the host gave it a label.
public struct CardDraft: Hashable, Sendable {
  public var text: String
  public var author: Author
  public var parent: Parent?
  public var tags: [String]
  public var attributes: [String: String]

  /// Who is to stand under the card.
  public enum Author: Hashable, Sendable {
    /// Whoever the contribution is attributed to; nobody in an anonymous action.
    case actor
    /// A person by name; an import names people whom the roster may not have yet.
    case named(String)
    case nobody
  }

  /// What the card answers.
  public enum Parent: Hashable, Sendable {
    case card(CardID)
    /// The card proposed earlier in the same list of changes, counted from 0 among its cards.
    case draft(Int)
  }

  public init(
    _ text: String, author: Author = .actor, parent: Parent? = nil, tags: [String] = [],
    attributes: [String: String] = [:]
  ) {
    self.text = text
    self.author = author
    self.parent = parent
    self.tags = tags
    self.attributes = attributes
  }

  /// How a notice names a card that it proposes, before that card has a label: the host puts the
  /// label there, or that of the card that was there already.
  ///
  /// - Parameter position: as in ``Parent/draft(_:)``.
  public static func mention(_ position: Int) -> String { "\u{FFFC}\(position)\u{FFFC}" }
}

extension Change: JSONRepresentable {
  public var json: JSONValue {
    switch self {
    case .addCard(let draft):
      draft.json
    case .editCard(let card, let text):
      ["change": "edit-card", "card": card.json, "text": .string(text)]
    case .tagCard(let card, let add, let remove):
      ["change": "tag-card", "card": card.json, "add": .list(add), "remove": .list(remove)]
    case .noteCard(let card, let set, let remove):
      [
        "change": "note-card", "card": card.json, "set": .table(set), "remove": .list(remove),
      ]
    case .hideCard(let card, let reason):
      ["change": "hide-card", "card": card.json, "reason": .string(reason)]
    case .unhideCard(let card):
      ["change": "unhide-card", "card": card.json]
    case .addParticipant(let name, let role, let organisation, let isPresent):
      [
        "change": "add-participant", "name": .string(name), "role": .string(role.rawValue),
        "organisation": organisation.map(JSONValue.string), "present": isPresent ? nil : false,
      ]
    case .propose(let title, let text):
      ["change": "propose", "title": .string(title), "text": .string(text)]
    case .record(let event):
      ["change": "record", "event": event]
    }
  }

  public init(_ reader: JSONReader) throws(JSONShapeError) {
    let kind = try reader.required("change")
    switch try kind.string() {
    case "add-card": self = .addCard(try CardDraft(reader))
    case "edit-card":
      self = .editCard(try CardID(reader.required("card")), text: try reader.string("text"))
    case "tag-card":
      self = .tagCard(
        try CardID(reader.required("card")), add: try reader.strings("add"),
        remove: try reader.strings("remove"))
    case "note-card":
      self = .noteCard(
        try CardID(reader.required("card")), set: try reader.stringTable("set"),
        remove: try reader.strings("remove"))
    case "hide-card":
      self = .hideCard(
        try CardID(reader.required("card")), reason: try reader.string("reason"))
    case "unhide-card": self = .unhideCard(try CardID(reader.required("card")))
    case "add-participant":
      self = .addParticipant(
        name: try reader.string("name"), role: try .init(choice: reader.required("role")),
        organisation: try reader.optional("organisation")?.string(),
        isPresent: try reader.bool("present", default: true))
    case "propose":
      self = .propose(title: try reader.string("title"), text: try reader.string("text"))
    case "record": self = .record(try reader.required("event").value)
    default: throw kind.mismatch("a change that this host knows")
    }
  }
}

extension CardDraft: JSONRepresentable {
  public var json: JSONValue {
    var members: [JSONValue.Member] = [.init("change", "add-card"), .init("text", .string(text))]
    switch author {
    case .actor: break
    case .named(let name): members.append(.init("author", .string(name)))
    case .nobody: members.append(.init("author", .bool(false)))
    }
    switch parent {
    case nil: break
    case .card(let card): members.append(.init("parent", card.json))
    case .draft(let position): members.append(.init("parent", .integer(position)))
    }
    if let tags = JSONValue.list(tags) { members.append(.init("tags", tags)) }
    if let table = JSONValue.table(attributes) { members.append(.init("attributes", table)) }
    return .object(members)
  }

  public init(_ reader: JSONReader) throws(JSONShapeError) {
    text = try reader.string("text")
    tags = try reader.strings("tags")
    attributes = try reader.stringTable("attributes")
    switch reader.value["author"] {
    case nil: author = .actor
    case .string(let name): author = .named(name)
    case false: author = .nobody
    default: throw try reader.required("author").mismatch("a name, or false for nobody")
    }
    switch reader.value["parent"] {
    case nil: parent = nil
    case .string(let card): parent = .card(CardID(card))
    case .integer(let position): parent = .draft(position)
    default: throw try reader.required("parent").mismatch("a card, or the number of a draft")
    }
  }
}

/// One thing that happened in the session and that an open activity must know: what a plugin folds.
public enum Occurrence: Hashable, Sendable {
  /// A card is new, or is now like this.
  case card(Card)
  /// A card is gone, because the step that made it was undone.
  case cardRemoved(CardID)
  /// A person joined, or is now called this.
  case participant(Participant)
  /// The exercise's own event, as it proposed it.
  case recorded(JSONValue, at: Timestamp)
  /// The activity's box was opened and counted; ties go by the lot of this seed.
  case lot(Int)
}

extension Occurrence: JSONRepresentable {
  public var json: JSONValue {
    switch self {
    case .card(let card): ["card": card.json]
    case .cardRemoved(let card): ["card-removed": card.json]
    case .participant(let participant): ["participant": participant.json]
    case .recorded(let event, let at): ["recorded": event, "at": at.json]
    case .lot(let seed): ["lot": .integer(seed)]
    }
  }

  public init(_ reader: JSONReader) throws(JSONShapeError) {
    if let event = reader.value["recorded"] {
      self = .recorded(event, at: try Timestamp(reader.required("at")))
    } else if let card = reader.optional("card") {
      self = .card(try Card(card))
    } else if let card = reader.optional("card-removed") {
      self = .cardRemoved(try CardID(card))
    } else if let seed = reader.optional("lot") {
      self = .lot(try seed.integer())
    } else {
      self = .participant(try Participant(reader.required("participant")))
    }
  }
}
