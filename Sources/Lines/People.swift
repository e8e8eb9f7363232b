package import ExerciseProtocol

/// Finds people on the roster by what somebody types.
extension LineScope {
  /// Everybody who could be meant: the exact name alone if there is one, else all whose name, or a
  /// word of it, begins so. Case does not matter.
  package func people(called typed: String) -> [Participant] {
    let typed = typed.lowercased()
    guard !typed.isEmpty else { return [] }
    let exact = people.filter { $0.name.lowercased() == typed || $0.id.rawValue == typed }
    if !exact.isEmpty { return exact }
    return people.filter { person in
      let name = person.name.lowercased()
      return name.hasPrefix(typed)
        || name.split(separator: " ").contains { $0.hasPrefix(typed) }
    }
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

  /// The person whom the words from `start` on name, and how many words that took: the longest
  /// run of words that begins somebody's name, so that “Roger White” needs no quotes.
  package func person(in words: ArraySlice<Word>) throws(Problem) -> (
    person: Participant, count: Int
  ) {
    guard let first = words.first else { throw .unknownPerson("", near: []) }
    if !first.isQuoted {
      for count in stride(from: min(4, words.count), to: 1, by: -1) {
        let name = words.prefix(count).map(\.text).joined(separator: " ").withoutAt.lowercased()
        if let person = people.first(where: { $0.name.lowercased() == name }) {
          return (person, count)
        }
      }
    }
    return (try person(called: first.text.withoutAt), 1)
  }
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

  /// `#skills` without its sign.
  package var withoutHash: String { hasPrefix("#") ? String(dropFirst()) : self }
}
