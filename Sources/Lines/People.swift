package import ExerciseProtocol

/// Finds people on the roster by what somebody types.
extension LineScope {
  /// Everybody who could be meant: whose name it is, however it is written; else all of whose name
  /// it is some words; else all whose name, or a word of it, begins so.
  package func people(called typed: String) -> [Participant] {
    let name = typed.asName.folded
    guard !name.isEmpty else { return [] }
    let exact = people.filter {
      $0.name.folded == name || $0.name.asName.folded == name || $0.id.rawValue == name
    }
    if exact.count > 1 {
      let same = exact.filter { $0.name == typed }
      return (same.count == 1 ? same : exact).roomFirst
    }
    let spaced = " \(name) "
    let within = people.filter { " \($0.name.folded) ".contains(spaced) }
    // One word that is all the name of somebody elsewhere may be a part of a name in the room.
    if let one = exact.first, one.isPresent || name.contains(" ") || !within.isInRoom {
      return exact
    }
    if !within.isEmpty { return within.roomFirst }
    return people.filter { person in
      let folded = person.name.folded
      return folded.hasPrefix(name) || folded.split(separator: " ").contains { $0.hasPrefix(name) }
    }.roomFirst
  }

  /// Whose name, or a word of it, is nearly what was typed: the full names, the nearest first.
  package func people(nearlyCalled typed: String) -> [String] {
    var owners: [String: [String]] = [:]
    for person in people {
      for name in person.names { owners[name, default: []].append(person.name) }
    }
    let near = Suggestion.nearest(to: typed, among: owners.keys.sorted())
    return Array(near.flatMap { owners[$0] ?? [] }.withoutRepeats.prefix(3))
  }

  /// The one person meant by `typed`.
  ///
  /// - Throws: a problem that names who else it could be, or who is called nearly so.
  package func person(called typed: String) throws(Problem) -> Participant {
    let found = people(called: typed)
    guard let person = found.first else {
      throw .unknownPerson(typed, near: people(nearlyCalled: typed))
    }
    if found.count > 1 { throw .ambiguousPerson(typed, candidates: found.map(\.name)) }
    return person
  }

  /// Whether nobody has this name, nor nearly: then it is somebody's who was not here before.
  package func isNewcomer(_ name: String) -> Bool {
    !name.isEmpty && people(called: name).isEmpty && people(nearlyCalled: name).isEmpty
  }

  /// The person whom the first words name, and how many words that took: the longest known name,
  /// so that “Roger White” needs no quotes.
  package func person(in words: ArraySlice<Word>) throws(Problem) -> (
    person: Participant, count: Int
  ) {
    guard let first = words.first else { throw .unknownPerson("", near: []) }
    if !first.isQuoted {
      let texts = words.prefix(8).map(\.text)
      let typed = [texts[0].withoutAt] + texts.dropFirst()
      if let reading = NameReader(self).read(typed), case .known(let person) = reading.who,
        reading.letters == typed[reading.words - 1].count
      {
        return (person, reading.words)
      }
    }
    return (try person(called: first.text.withoutAt), 1)
  }
}

extension [Participant] {
  package var isInRoom: Bool { contains(where: \.isPresent) }

  /// Those in the room; where nobody of them is there, all.
  package var roomFirst: [Participant] { isInRoom ? filter(\.isPresent) : self }
}

extension Participant {
  /// The name and each word of it, for suggestions.
  fileprivate var names: [String] {
    [name] + name.split(separator: " ").map(String.init).filter { $0 != name }
  }
}

extension String {
  /// `@Roger` without its sign.
  package var withoutAt: String { hasPrefix("@") ? String(dropFirst()) : self }

  /// The tag that `#Skills` is; what can't be one, without its sign.
  package var tagName: String { Tag.reading(self) ?? withoutHash }

  /// `#skills` without its sign.
  package var withoutHash: String { hasPrefix("#") ? String(dropFirst()) : self }
}
