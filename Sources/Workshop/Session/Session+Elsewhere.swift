import ExerciseProtocol
import Lines
import OrderedCollections

/// People who are known because they said something elsewhere, and who come into the room, or leave
/// it again.
extension Session {
  /// Those of a list who are known from elsewhere, as they are once they are here: the same
  /// people, with the role and the organisation that were given for them, if any were.
  func comingIn(_ listed: [ListedPerson], _ arguments: Arguments) -> [Participant] {
    listed.compactMap { one in
      guard var person = elsewhere.first(where: { $0.name.folded == one.name.folded }) else {
        return nil
      }
      person.isPresent = true
      person.organisation = one.organisation ?? person.organisation
      if let role = arguments.text("role").flatMap(Participant.Role.init) { person.role = role }
      if let organisation = arguments.text("organisation") {
        person.organisation = organisation.isEmpty ? nil : organisation
      }
      return person
    }
  }

  /// Whether all that a person said came out of files: then they can leave the room, and what they
  /// said elsewhere stays.
  func saidAllElsewhere(_ person: Participant) -> Bool {
    let own = board.values.filter { $0.author == person.id }
    return !own.isEmpty && own.allSatisfy(\.isImported)
  }
}

extension Card {
  /// Whether it came out of a file.
  var isImported: Bool {
    attributes[CardDraft.importedID] != nil || attributes["posted"] != nil
  }
}

extension Event {
  /// Who is in the room by it and was not.
  var newcomer: Participant? {
    switch self {
    case .joined(let person), .changed(let person): person
    default: nil
    }
  }
}
