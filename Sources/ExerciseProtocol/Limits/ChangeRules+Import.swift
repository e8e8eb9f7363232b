// What an import may bring besides cards: people, and what was there before.

extension ChangeRules {
  mutating func person(called name: String) -> ParticipantID? {
    if people == nil {
      people = Dictionary(ground.everybody.map { ($0.name.folded, $0.id) }) { first, _ in first }
    }
    return people?[name.folded]
  }

  /// The participant of that name, however it is written, who joins if there is none.
  mutating func participant(called name: String) throws(ChangeFault) -> ParticipantID {
    if let known = person(called: name) { return known }
    return try join(name, .participant, nil, isPresent: source != .importer)
  }

  @discardableResult
  mutating func join(
    _ name: String, _ role: Participant.Role, _ organisation: String?, isPresent: Bool
  ) throws(ChangeFault) -> ParticipantID {
    let name = name.asOneLine
    guard name.contains(where: { !$0.isWhitespace }) else { throw .namelessPerson }
    _ = try keeping(name, "name", AnswerLimits.name)
    _ = try keeping(organisation ?? "", "organisation", AnswerLimits.name)
    let newcomer = Participant(
      id: ParticipantID("p\(labels.people + 1)"), name: name, role: role,
      organisation: organisation, isPresent: isPresent)
    labels.people += 1
    volume.people += 1
    try within(volume.people, "new people", AnswerLimits.people)
    people?[name.folded] = newcomer.id
    outcomes.append(.joined(newcomer))
    return newcomer.id
  }

  /// Somebody who was known by name alone is in the room from now on.
  mutating func comeIn(_ id: ParticipantID) {
    let index = outcomes.firstIndex {
      if case .joined(let person) = $0 { person.id == id } else { false }
    }
    if let index, case .joined(var person) = outcomes[index] {
      person.isPresent = true
      outcomes[index] = .joined(person)
    } else if var person = ground.everybody.first(where: { $0.id == id }), !person.isPresent {
      person.isPresent = true
      outcomes.append(.cameIn(person))
    }
  }
}

extension ChangeRules {
  /// The card on the board that a draft is, though its words may have changed since.
  mutating func known(_ draft: CardDraft) -> Card? {
    guard let mark = ImportMark(draft.attributes) else { return nil }
    let known = knownMarks()
    let old = ImportMark(old: draft.attributes, text: draft.text)
    return (known[mark] ?? old.flatMap { known[$0] }).flatMap(ground.cardOnBoard)
  }

  /// The card on the board that a draft answers by the name that its source has for it; what is
  /// found is no attribute any more.
  mutating func answered(_ draft: inout CardDraft) -> CardID? {
    guard source == .importer, let name = draft.attributes[CardDraft.answersImported],
      let id = knownMarks()[ImportMark(id: name, from: draft.attributes[CardDraft.importedFrom])]
    else { return nil }
    draft.attributes[CardDraft.answersImported] = nil
    return id
  }

  private mutating func knownMarks() -> [ImportMark: CardID] {
    if let marks { return marks }
    let made = ImportMark.index(of: ground.board)
    marks = made
    return made
  }
}
