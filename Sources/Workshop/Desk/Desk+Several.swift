import ExerciseProtocol
import OrderedCollections

extension Desk {
  /// Those who are named in a line beside the one whose it is, all of them as the field gets them
  /// that takes several people; nil where nobody else is named, or no names are kept.
  ///
  /// - Parameter joining: the events by which people join who were not here; more are added.
  func named(
    beside actor: ParticipantID?, _ invocation: Invocation, _ action: ActionDescription,
    joining: inout [Event], in session: Session
  ) -> JSONValue.Member? {
    guard action.privacy == .open, !invocation.alsoNamed.isEmpty,
      let field = action.fields.first(where: \.isSeveral)
    else { return nil }
    let given = invocation.arguments.strings(field.name).map { ParticipantID($0) }
    var people = given.isEmpty ? [actor].compactMap(\.self) : given
    for who in invocation.alsoNamed {
      switch who {
      case .known(let person): people.append(person.id)
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
    return .init(field.name, .array(people.withoutRepeats.map(\.json)))
  }
}

extension JSONValue {
  /// The same object with this member in place of one of its name.
  func adding(_ member: Member?) -> JSONValue {
    guard let member, case .object(let members) = self else { return self }
    return .object(members.filter { $0.name != member.name } + [member])
  }
}
