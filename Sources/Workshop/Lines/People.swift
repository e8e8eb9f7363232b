import ExerciseProtocol
import OrderedCollections

/// Finds people on the roster by what somebody types.
extension Session {
  /// Everybody who could be meant: the exact name alone if there is one, else all whose name, or a
  /// word of it, begins so. Case does not matter.
  func people(called typed: String) -> [Participant] {
    let typed = typed.lowercased()
    guard !typed.isEmpty else { return [] }
    let exact = roster.values.filter { $0.name.lowercased() == typed || $0.id.rawValue == typed }
    if !exact.isEmpty { return exact }
    return roster.values.filter { person in
      let name = person.name.lowercased()
      return name.hasPrefix(typed)
        || name.split(separator: " ").contains { $0.hasPrefix(typed) }
    }
  }

  /// Whose name, or a word of it, is nearly what was typed: the full names, the nearest first.
  func people(nearlyCalled typed: String) -> [String] {
    var owners: [String: OrderedSet<String>] = [:]
    for person in roster.values {
      for name in person.names { owners[name, default: []].append(person.name) }
    }
    let near = Suggestion.nearest(to: typed, among: owners.keys.sorted())
    return Array(OrderedSet(near.flatMap { owners[$0] ?? [] }).prefix(3))
  }

  /// The one person meant by `typed`.
  ///
  /// - Throws: a problem that names who else it could be, or who is called nearly so.
  func person(called typed: String) throws(Problem) -> Participant {
    let found = people(called: typed)
    guard let person = found.first else {
      throw .unknownPerson(typed, near: people(nearlyCalled: typed))
    }
    if found.count > 1 { throw .ambiguousPerson(typed, candidates: found.map(\.name)) }
    return person
  }

  /// Whether nobody has this name, nor nearly: then it is somebody's who was not here before.
  func isNewcomer(_ name: String) -> Bool {
    !name.isEmpty && people(called: name).isEmpty && people(nearlyCalled: name).isEmpty
  }

  /// The person whom the words from `start` on name, and how many words that took: the longest
  /// run of words that begins somebody's name, so that “Roger White” needs no quotes.
  func person(in words: ArraySlice<Word>) throws(Problem) -> (person: Participant, count: Int) {
    guard let first = words.first else { throw .unknownPerson("", near: []) }
    if !first.isQuoted {
      for count in stride(from: min(4, words.count), to: 1, by: -1) {
        let name = words.prefix(count).map(\.text).joined(separator: " ").withoutAt.lowercased()
        if let person = roster.values.first(where: { $0.name.lowercased() == name }) {
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
  var withoutAt: String { hasPrefix("@") ? String(dropFirst()) : self }
}
