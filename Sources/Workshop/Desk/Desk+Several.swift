import ExerciseProtocol
import OrderedCollections

extension Desk {
  /// Those who are named in a line beside the one whose it is, all of them in their order; none
  /// where nobody else is named, or no names are kept.
  ///
  /// - Parameter joining: the events by which people join who were not here; more are added.
  func everybody(
    named actor: ParticipantID?, _ invocation: Invocation, _ action: ActionDescription,
    joining: inout [Event], in session: Session
  ) -> [ParticipantID] {
    guard action.privacy == .open, !invocation.alsoNamed.isEmpty else { return [] }
    let field = action.fields.first(where: \.isSeveral)
    let given = field.map { invocation.arguments.strings($0.name) } ?? []
    var people = given.isEmpty ? [actor].compactMap(\.self) : given.map { ParticipantID($0) }
    for who in invocation.alsoNamed {
      switch who {
      case .known(let person):
        people.append(person.id)
        if var absent = session.roster[person.id], !absent.isPresent {
          absent.isPresent = true
          joining.append(.changed(absent))
        }
      case .newcomer(let name):
        let known =
          session.roster.values.first { $0.name.folded == name.folded }
          ?? joining.compactMap(\.newcomer).first { $0.name.folded == name.folded }
        if let known {
          people.append(known.id)
          continue
        }
        let new = joining.count { if case .joined = $0 { true } else { false } }
        let number = session.labels.participants + new + 1
        let person = Participant(id: ParticipantID("p\(number)"), name: name)
        joining.append(.joined(person))
        people.append(person.id)
      case .nobody, .unsure: break
      }
    }
    return people.withoutRepeats
  }
}

extension ActionDescription {
  /// The field that takes several people, with these; nil where there is none.
  func several(_ people: [ParticipantID]) -> JSONValue.Member? {
    guard !people.isEmpty, let field = fields.first(where: \.isSeveral) else { return nil }
    return .init(field.name, .array(people.map(\.json)))
  }
}

extension [Event] {
  /// The cards of the first of these people are all theirs.
  ///
  /// - Throws: where nothing that was said is on a card: what else somebody does, such as a vote,
  ///   is one person's.
  func by(_ people: [ParticipantID], in session: Session) throws(Problem) -> [Event] {
    guard people.count > 1 else { return self }
    let isSaid = contains { if case .cardAdded = $0 { true } else { false } }
    guard isSaid || isEmpty else {
      let roster = reduce(into: session) { session, event in
        if let person = event.newcomer { session.roster[person.id] = person }
      }.roster
      throw .onePersonEach(people.compactMap { roster[$0]?.name })
    }
    return map { event in
      guard case .cardAdded(var card) = event, card.author == people.first else { return event }
      card.attributes.setAuthors(people)
      return .cardAdded(card)
    }
  }
}

extension Problem {
  fileprivate static func onePersonEach(_ names: [String]) -> Problem {
    Problem(
      "This is one person's at a time, and \(names.andList) are \(names.count).",
      hint: "Type it once for each of them: @\(names.first ?? "Ruth") …", isUsage: true)
  }
}

extension JSONValue {
  /// The same object with this member in place of one of its name.
  func adding(_ member: Member?) -> JSONValue {
    guard let member, case .object(let members) = self else { return self }
    return .object(members.filter { $0.name != member.name } + [member])
  }
}
