import ExerciseKit

extension SessionStandIn {
  /// Makes an exercise's changes true, all of them or none, and tells what happened.
  ///
  /// - Parameters:
  ///   - actor: whose action it was; must be nil where the action is not an open one.
  ///   - isOpen: whether authors may be stored at all.
  mutating func apply(
    _ changes: [Change], actor: ParticipantID?, isOpen: Bool
  ) throws(HarnessFailure) -> [Occurrence] {
    var copy = self
    var happened: [Occurrence] = []
    var drafts: [CardID] = []
    for change in changes {
      let first = happened.count
      switch change {
      case .addCard(let draft):
        let author = try copy.author(of: draft, actor: actor, isOpen: isOpen)
        if let newcomer = author.newcomer { happened.append(.participant(newcomer)) }
        let card = try copy.card(from: draft, author: author.id, after: drafts)
        drafts.append(card.id)
        happened.append(.card(card))
      case .addParticipant(let name, let role, let organisation):
        happened.append(.participant(copy.person(called: name, role, organisation)))
      case .propose(let title, let text): copy.proposition = (title, text)
      case .record(let event): happened.append(.recorded(event, at: now))
      default: happened.append(.card(try copy.changed(by: change)))
      }
      for occurrence in happened[first...] { copy.fold(occurrence) }
    }
    self = copy
    return happened
  }

  /// The card as a change to one that is there leaves it.
  private func changed(by change: Change) throws(HarnessFailure) -> Card {
    var card: Card
    switch change {
    case .editCard(let id, let text):
      card = try self.card(id)
      card.text = try checked(text)
    case .tagCard(let id, let add, let remove):
      card = try self.card(id)
      card.tags = card.tags.changed(adding: add, removing: remove)
    case .noteCard(let id, let set, let remove):
      card = try self.card(id)
      for name in remove { card.attributes[name] = nil }
      for (name, value) in set { card.attributes[name] = try checked(value) }
    case .hideCard(let id, let reason):
      card = try self.card(id)
      card.hidden = try checked(reason)
    case .unhideCard(let id):
      card = try self.card(id)
      card.hidden = nil
    default: preconditionFailure("a change to no card")
    }
    return card
  }

  private mutating func card(
    from draft: CardDraft, author: ParticipantID?, after drafts: [CardID]
  ) throws(HarnessFailure) -> Card {
    let parent: CardID?
    switch draft.parent {
    case nil: parent = nil
    case .card(let id): parent = try card(id).id
    case .draft(let position):
      guard drafts.indices.contains(position) else { throw .unknownDraft(position) }
      parent = drafts[position]
    }
    return Card(
      id: newLabel(), text: try checked(draft.text), author: author, parent: parent,
      activity: Self.activity, at: now,
      tags: [String]().changed(adding: draft.tags, removing: []), attributes: draft.attributes)
  }

  private func author(
    of draft: CardDraft, actor: ParticipantID?, isOpen: Bool
  ) throws(HarnessFailure) -> (id: ParticipantID?, newcomer: Participant?) {
    guard isOpen else { return (nil, nil) }
    switch draft.author {
    case .nobody: return (nil, nil)
    case .actor: return (actor, nil)
    case .named(let name):
      if let known = try? person(name) { return (known, nil) }
      let newcomer = newcomer(try checked(name))
      return (newcomer.id, newcomer)
    }
  }

  private func person(
    called name: String, _ role: Participant.Role, _ organisation: String?
  ) -> Participant {
    var person = participants.first { $0.name == name } ?? newcomer(name)
    person.role = role
    person.organisation = organisation ?? person.organisation
    return person
  }

  private func checked(_ text: String) throws(HarnessFailure) -> String {
    guard text.utf8.count <= Self.textLimit else {
      throw .tooLong(bytes: text.utf8.count, limit: Self.textLimit)
    }
    return text
  }
}

extension [String] {
  /// Tags without those removed and with those added, each once.
  fileprivate func changed(adding: [String], removing: [String]) -> [String] {
    var tags = filter { !removing.contains($0) }
    for tag in adding where !tag.isEmpty && !tags.contains(tag) { tags.append(tag) }
    return tags
  }
}
