/// What becomes of the changes that an exercise proposes, and what it may not decide: who is
/// stored, whose cards are touched, how much is kept, which labels are given.
///
/// The one set of rules: the host makes events of the outcomes, the harness occurrences.
package struct ChangeRules<Ground: ChangeGround> {
  package let ground: Ground
  private let activity: ActivityID
  let source: ChangeSource
  /// Whether authors are stored at all.
  let isOpen: Bool
  private let actor: ParticipantID?
  private let now: Timestamp
  var labels: (cards: Int, people: Int)
  /// Cards as the changes so far left them.
  private var changed: [CardID: Card] = [:]
  /// Everybody by name, folded; made when somebody is first named.
  var people: [String: ParticipantID]?
  /// The labels of the cards that the present list proposed.
  package private(set) var drafts: [CardID] = []
  /// The cards that came out of files; made when somebody first brings one.
  var marks: [ImportMark: CardID]?
  /// What the present list leaves behind.
  var volume = (people: 0, bytes: 0)
  /// What the lists before it leave, in bytes.
  private var kept = 0
  /// Of all lists, in order.
  package internal(set) var outcomes: [ChangeOutcome] = []

  /// - Parameter actor: whose action it is; of no meaning where `privacy` is not open.
  package init(
    _ ground: Ground, activity: ActivityID, source: ChangeSource, privacy: Privacy,
    actor: ParticipantID?, now: Timestamp
  ) {
    (self.ground, self.activity, self.source, self.now) = (ground, activity, source, now)
    isOpen = privacy == .open
    self.actor = isOpen ? actor : nil
    labels = ground.lastLabels
  }

  /// Takes one answer's changes. Where it throws, nothing of them may be kept.
  package mutating func take(_ changes: [Change]) throws(ChangeFault) {
    (drafts, volume) = ([], (0, 0))
    let before = labels
    try within(changes.count, "changes", AnswerLimits.changes)
    if source == .importer {
      for change in changes where !change.isOfAnImport { throw .notForImporters }
    }
    for change in changes { try take(change) }
    try checkRoom(since: before)
    kept += volume.bytes
  }

  /// Whether the session has room for the present list.
  private func checkRoom(since before: (cards: Int, people: Int)) throws(ChangeFault) {
    let excess =
      SessionExcess(
        "cards", held: before.cards, adding: drafts.count, SessionLimits.cards,
        few: SessionLimits.fewCards)
      ?? SessionExcess(
        "people", held: before.people, adding: volume.people, SessionLimits.people,
        few: SessionLimits.fewPeople)
      ?? SessionExcess(
        "bytes", held: ground.journalBytes + kept, adding: volume.bytes, SessionLimits.journal,
        few: SessionLimits.fewBytes)
    if let excess { throw .full(excess) }
  }

  private mutating func take(_ change: Change) throws(ChangeFault) {
    switch change {
    case .addCard(let draft): try add(draft)
    case .editCard, .tagCard, .noteCard, .hideCard, .unhideCard: try update(change)
    case .addParticipant(let name, let role, let organisation, let isPresent):
      try checkSource()
      if let known = person(called: name) {
        if isPresent { comeIn(known) }
      } else {
        try join(name, role, organisation, isPresent: isPresent)
      }
    case .propose(let title, let text):
      try checkSource()
      outcomes.append(
        .proposed(
          title: try keeping(title, "title", AnswerLimits.line),
          text: try keeping(text, "text", AnswerLimits.text)))
    case .record(let event):
      let length = event.serialized().count
      try within(length, "event", AnswerLimits.event, isLength: true)
      try keep(length)
      outcomes.append(.recorded(event))
    }
  }

  private func checkSource() throws(ChangeFault) {
    if source == .action { throw .onlyFromImporters }
  }
}

// MARK: - Cards

extension ChangeRules {
  private mutating func update(_ change: Change) throws(ChangeFault) {
    switch change {
    case .editCard(let id, let text):
      var card = try card(id)
      card.text = try keeping(text, "text", AnswerLimits.text)
      push(card, .edited(card))
    case .tagCard(let id, let add, let remove):
      var card = try card(id)
      let before = card.tags.count
      card.tags = card.tags.changed(adding: add, removing: remove)
      try checkTags(of: card, new: add, before: before)
      push(card, .tagged(card))
    case .noteCard(let id, let set, let remove):
      var card = try card(id)
      let before = card.attributes.count
      for name in remove { card.attributes[name] = nil }
      card.attributes.merge(set) { $1 }
      try checkAttributes(of: card, new: set, before: before)
      push(card, .noted(card))
    case .hideCard(let id, let reason):
      var card = try card(id)
      card.hidden = try keeping(reason, "reason", AnswerLimits.line)
      push(card, .hidden(card, reason: reason))
    case .unhideCard(let id):
      var card = try card(id)
      card.hidden = nil
      push(card, .unhidden(card))
    default: break
    }
  }

  private mutating func push(_ card: Card, _ outcome: ChangeOutcome) {
    changed[card.id] = card
    outcomes.append(outcome)
  }

  /// A card that the activity may change. What the list itself proposes has no label to be called
  /// by yet.
  private func card(_ id: CardID) throws(ChangeFault) -> Card {
    guard let card = ground.cardOnBoard(id) else { throw .unknownCard(id) }
    guard ground.mayChange(card) else { throw .foreignCard(id) }
    return changed[id] ?? card
  }

  private mutating func add(_ proposed: CardDraft) throws(ChangeFault) {
    var draft = proposed
    if source == .importer {
      if let known = known(proposed) {
        drafts.append(known.id)
        outcomes.append(.known(known, text: proposed.text))
        return
      }
      // It leads to whoever wrote it, as their name does.
      if !isOpen { draft.attributes["url"] = nil }
    }
    let parent: CardID?
    switch draft.parent {
    case nil: parent = answered(&draft)
    case .card(let id): parent = try card(id).id
    case .draft(let position):
      guard drafts.indices.contains(position) else { throw .unknownDraft(position) }
      parent = drafts[position]
    }
    let author: ParticipantID?
    switch draft.author {
    case .actor: author = actor
    case .nobody: author = nil
    case .named(let name): author = isOpen ? try participant(called: name) : nil
    }
    let card = Card(
      id: CardID("c\(labels.cards + 1)"), text: try keeping(draft.text, "text", AnswerLimits.text),
      author: author, parent: parent, activity: activity, at: now,
      tags: [String]().changed(adding: draft.tags, removing: []), attributes: draft.attributes)
    try checkTags(of: card, new: draft.tags, before: 0)
    try checkAttributes(of: card, new: draft.attributes, before: 0)
    labels.cards += 1
    drafts.append(card.id)
    try within(drafts.count, "new cards", AnswerLimits.cards)
    outcomes.append(.added(card))
  }

  /// A card of before may have more than the limit: it keeps them, and may lose some.
  private mutating func checkTags(
    of card: Card, new: [String], before: Int
  ) throws(ChangeFault) {
    if card.tags.count > before {
      try within(card.tags.count, "tags on a card", AnswerLimits.tags)
    }
    for tag in new { try within(tag.utf8.count, "tag", AnswerLimits.name, isLength: true) }
    try keep(card.tags.reduce(0) { $0 + $1.utf8.count })
  }

  private mutating func checkAttributes(
    of card: Card, new: [String: String], before: Int
  ) throws(ChangeFault) {
    if card.attributes.count > before {
      try within(card.attributes.count, "attributes of a card", AnswerLimits.attributes)
    }
    // In order, so that of several the same one is told everywhere.
    for (name, value) in new.sorted(by: { $0.key < $1.key }) {
      try within(name.utf8.count, "name of an attribute", AnswerLimits.name, isLength: true)
      try within(value.utf8.count, "attribute", AnswerLimits.attribute, isLength: true)
    }
    try keep(card.attributes.reduce(0) { $0 + $1.key.utf8.count + $1.value.utf8.count })
  }
}

// MARK: - How much of everything

extension ChangeRules {
  /// A text that is to be kept, as it came.
  mutating func keeping(
    _ text: String, _ what: String, _ limit: Int
  ) throws(ChangeFault) -> String {
    try within(text.utf8.count, what, limit, isLength: true)
    try keep(text.utf8.count)
    return text
  }

  private mutating func keep(_ bytes: Int) throws(ChangeFault) {
    volume.bytes += bytes
    try within(volume.bytes, "changes in all", AnswerLimits.kept, isLength: true)
  }

  func within(
    _ amount: Int, _ what: String, _ limit: Int, isLength: Bool = false
  ) throws(ChangeFault) {
    guard amount <= limit else {
      throw .tooMuch(Excess(what, amount, limit: limit, isLength: isLength))
    }
  }
}

extension Change {
  /// Whether it brings something and touches nothing that was there.
  fileprivate var isOfAnImport: Bool {
    switch self {
    case .addCard(let draft): if case .card? = draft.parent { false } else { true }
    case .addParticipant, .propose: true
    default: false
    }
  }
}

extension String {
  /// A name is one line, or nobody could ever type it.
  var asOneLine: String {
    contains(where: \.isNewline)
      ? split(whereSeparator: \.isNewline).joined(separator: " ") : self
  }
}

extension [String] {
  /// Tags without those removed and with those added, each once whatever its capitals, without
  /// their sign.
  package func changed(adding: [String], removing: [String]) -> [String] {
    var tags = filter { tag in !removing.contains { Tag.isSame($0, tag) } }
    // Most cards have a few; a set costs more than it spares them, and much less for many.
    guard adding.count > 8 else {
      for tag in adding where !tag.isEmpty && !tags.contains(where: { Tag.isSame($0, tag) }) {
        tags.append(tag)
      }
      return tags
    }
    var known = Set(tags.map(\.folded))
    for tag in adding where !tag.isEmpty && known.insert(tag.folded).inserted { tags.append(tag) }
    return tags
  }
}
