import ExerciseProtocol
import OrderedCollections

/// Turns what an exercise proposes into events, and enforces what it may not decide itself: who is
/// stored, whose cards are touched, how long a text may be, which labels are given.
struct ChangeTranslation {
  private var session: Session
  private let activity: Activity
  private let privacy: Privacy
  private let actor: ParticipantID?
  private let now: Timestamp
  private(set) var events: [Event] = []
  /// The labels that this list's own new cards got.
  private var drafts: [CardID] = []
  /// The tags of cards that this list has tagged.
  private var tags: [CardID: [String]] = [:]
  /// The attributes of cards that this list has noted something with.
  private var attributes: [CardID: [String: String]] = [:]

  /// In bytes of UTF-8: what fits a line of any journal, with room to spare.
  static let textLimit = 64 * 1024

  init(
    session: Session, activity: Activity, privacy: Privacy, actor: ParticipantID?, now: Timestamp
  ) {
    self.session = session
    self.activity = activity
    self.privacy = privacy
    self.actor = privacy == .open ? actor : nil
    self.now = now
  }

  /// - Throws: where a change asks for what an exercise may not do, or speaks of what is not there.
  mutating func add(_ changes: [Change]) throws(Problem) {
    for change in changes { try add(change) }
  }

  private mutating func add(_ change: Change) throws(Problem) {
    switch change {
    case .addCard(let draft): try add(draft)
    case .editCard(let id, let text):
      try check(id)
      push(.cardEdited(id, text: try checked(text)))
    case .tagCard(let id, let add, let remove):
      let card = try check(id)
      let changed = (tags[id] ?? card.tags).changed(adding: add, removing: remove)
      tags[id] = changed
      push(.cardTagged(id, tags: changed))
    case .noteCard(let id, let set, let remove):
      let card = try check(id)
      var noted = attributes[id] ?? card.attributes
      for name in remove { noted[name] = nil }
      for (name, value) in set { noted[try checked(name)] = try checked(value) }
      attributes[id] = noted
      push(.cardNoted(id, attributes: noted))
    case .hideCard(let id, let reason):
      try check(id)
      push(.cardHidden(id, reason: try checked(reason)))
    case .unhideCard(let id):
      try check(id)
      push(.cardUnhidden(id))
    case .addParticipant(let name, let role, let organisation):
      try addParticipant(name, role, organisation)
    case .propose(let title, let text):
      push(.proposed(Proposition(title: try checked(title), text: try checked(text))))
    case .record(let event): push(.recorded(activity.id, event))
    }
  }

  /// Adds the event and folds it into the working copy, so that the next label is the next one. The
  /// copy folds labels, people and cards only by what it is asked for below.
  private mutating func push(_ event: Event) {
    events.append(event)
    session.note(event)
  }

  @discardableResult
  private func check(_ id: CardID) throws(Problem) -> Card {
    guard let card = session.board[id] else {
      throw .unknownCard(id, last: session.board.keys.last)
    }
    guard card.activity == activity.id || activity.taken.contains(id) else {
      throw .foreignCard(id)
    }
    return card
  }

  private func checked(_ text: String) throws(Problem) -> String {
    guard text.utf8.count <= Self.textLimit else {
      throw .tooLong("text", limit: Self.textLimit)
    }
    return text
  }

  private mutating func add(_ draft: CardDraft) throws(Problem) {
    let parent: CardID?
    switch draft.parent {
    case nil: parent = nil
    case .card(let id):
      try check(id)
      parent = id
    case .draft(let position):
      guard drafts.indices.contains(position) else {
        throw Problem("The exercise refers to a card that it did not propose.")
      }
      parent = drafts[position]
    }
    let author: ParticipantID?
    switch draft.author {
    case .actor: author = actor
    case .nobody: author = nil
    case .named(let name): author = privacy == .open ? try participant(called: name) : nil
    }
    let id = CardID("c\(session.labels.cards + 1)")
    drafts.append(id)
    push(
      .cardAdded(
        Card(
          id: id, text: try checked(draft.text), author: author, parent: parent,
          activity: activity.id, at: now,
          tags: [String]().changed(adding: draft.tags, removing: []),
          attributes: draft.attributes)))
  }

  /// The participant of exactly that name, who joins if there is none.
  private mutating func participant(called name: String) throws(Problem) -> ParticipantID {
    if let known = session.roster.values.first(where: { $0.name == name }) { return known.id }
    return try join(name, .participant, nil)
  }

  @discardableResult
  private mutating func join(
    _ name: String, _ role: Participant.Role, _ organisation: String?
  ) throws(Problem) -> ParticipantID {
    guard name.contains(where: { !$0.isWhitespace }) else {
      throw Problem("The exercise named a person without a name.")
    }
    let newcomer = Participant(
      id: ParticipantID("p\(session.labels.participants + 1)"), name: try checked(name),
      role: role, organisation: organisation)
    push(.joined(newcomer))
    session.roster[newcomer.id] = newcomer
    return newcomer.id
  }

  /// Somebody of that name who is here already stays as the roster says.
  private mutating func addParticipant(
    _ name: String, _ role: Participant.Role, _ organisation: String?
  ) throws(Problem) {
    if session.roster.values.contains(where: { $0.name == name }) { return }
    try join(name, role, try organisation.map(checked))
  }
}

extension [String] {
  /// Tags without those removed and with those added, each once, without their sign.
  func changed(adding: [String], removing: [String]) -> [String] {
    var tags = filter { !removing.contains($0) }
    for tag in adding where !tag.isEmpty && !tags.contains(tag) { tags.append(tag) }
    return tags
  }
}
