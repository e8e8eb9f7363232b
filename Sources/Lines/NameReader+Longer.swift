import ExerciseProtocol

/// Which longer names are worth a question.
package enum LongerNames: Sendable {
  case none
  /// Where the first words are a known name: it would be said in the name of somebody else.
  case ofKnown
  /// Those of somebody new as well, where a person can be asked.
  case all
}

/// Where the first words would do for a name, and more of them may belong to it.
extension NameReader {
  /// `@Dr. Patel`, `@Ann Jones` of Ann Mary Jones: words of one name that leave some out belong to
  /// it as well.
  func skipping(_ found: Found, _ typed: [TypedWord]) -> Found {
    guard !found.isEnded(in: typed) else { return found }
    let next = typed[found.words]
    guard next.letters.first?.isUppercase == true else { return found }
    var longer: Found?
    for (person, words) in people where found.people.contains(where: { $0.id == person.id }) {
      let later = words.dropFirst(found.words)
      guard let stem = next.stems.first(where: { stem in later.contains { stem.isWord($0) } })
      else { continue }
      if longer == nil {
        longer = Found(people: [person], words: found.words + 1, length: stem.length)
      } else {
        longer?.add(person, stem.length)
      }
    }
    return longer ?? found
  }

  /// `@Facilitator Jim: …`, `@Room Service: …`: a colon ends a name of several words, of which the
  /// first alone would be nobody. Where the others are somebody's, it may be they.
  func behindRole(_ typed: [TypedWord]) -> NameReading? {
    let count = namesBeforeColon(typed)
    guard count > 1, let first = typed.first, NobodysName.isRole(first.newName) else { return nil }
    let words = typed[..<count]
    let rest = words.dropFirst().newName
    let known = people.filter { $0.person.name.folded == rest.folded }.map(\.person)
    let some = people.filter { $0.words.contains(rest.folded) }.map(\.person)
    let candidates = known.isEmpty ? some : known
    let near = candidates.isEmpty ? nearly(words.newName) : candidates
    let who: NameReading.Who =
      near.isEmpty
      ? .newcomer(words.newName)
      : .unsure(NameDoubt(typed: words.newName, near, new: [words.newName]))
    return NameReading(who, count, of: typed[count - 1], typed[count - 1].newName.count)
  }

  /// `J. Smith`, `St. John`, `Dr. Kim Lee: …`: a point there does not end a name, and nobody of
  /// that name is known; without the title somebody may be.
  func titled(_ typed: [TypedWord]) -> NameReading? {
    guard typed.count > 1, typed[0].letters.last == ".", typed[1].newName.count > 1,
      typed[1].letters.first?.isUppercase == true
    else { return nil }
    let word = typed[0].newName
    let isTitle = Self.titles.contains(word.folded)
    guard word.count == 1 || isTitle else { return nil }
    let rest = Array(typed.dropFirst())
    let known = isTitle ? found(in: rest) : nil
    let count = known?.words ?? namesBeforeColon(rest)
    let name = "\(word). \(rest[..<count].newName)"
    let doubt = NameDoubt(typed: name, known?.people ?? [], new: [name])
    let last = rest[count - 1]
    return NameReading(.unsure(doubt), count + 1, of: last, known?.length ?? last.newName.count)
  }

  /// `@Sara Hughes, …`, where Sarah Hughes is here: all words of a name, nearly.
  func nearlyWhole(_ typed: [TypedWord]) -> NameReading? {
    for count in [3, 2] where typed.count >= count {
      let words = typed[..<count]
      guard words.dropLast().allSatisfy({ $0.newName.count == $0.letters.count }),
        words.allSatisfy({ $0.letters.first?.isUppercase == true })
      else { continue }
      let name = words.newName
      let near = nearly(name).filter { $0.name.split(separator: " ").count == count }
      guard !near.isEmpty else { continue }
      let doubt = NameDoubt(typed: name, near, new: [name])
      let last = typed[count - 1]
      return NameReading(.unsure(doubt), count, of: last, last.newName.count)
    }
    return nil
  }

  /// `@Ruth Smith: …`, where Ruth Hyde is here: hers, or somebody's who is new.
  func longer(than known: NameReading, _ typed: [TypedWord]) -> NameReading? {
    // Several words that name somebody are enough: `@Aisha Owen Nervous: …` is Aisha Owen's.
    guard case .known(let person) = known.who, known.words == 1 else { return nil }
    return doubt(
      [person], new: [], person.name, namesBeforeColon(typed), typed, from: known.words)
  }

  /// `@Ingrid Olsen, …`, where neither is here: called by one of the words or by all.
  func longer(than stem: String, _ typed: [TypedWord], after ends: String) -> NameReading? {
    guard nearly(stem).isEmpty else { return nil }
    return doubt([], new: [stem], stem, namesBeforeColon(typed, or: ends), typed, from: 1)
  }

  /// - Parameters:
  ///   - shorter: whose the line is if the words from `start` on are not of the name.
  ///   - count: how many words the longer name would have.
  private func doubt(
    _ candidates: [Participant], new: [String], _ shorter: String, _ count: Int,
    _ typed: [TypedWord], from start: Int
  ) -> NameReading? {
    guard count > start, typed[count - 1].newName.count > 0 else { return nil }
    let name = typed[..<count].newName
    var doubt = NameDoubt(typed: name, candidates, new: [name] + new)
    let last = typed[count - 1]
    let end = last.end(after: last.newName.count)
    let before = typed[start..<(count - 1)].map { String($0.letters) }
    doubt.leftOver[shorter.folded] =
      (before + [String(last.letters.prefix(end))]).joined(separator: " ")
    return NameReading(.unsure(doubt), count, of: last, last.newName.count)
  }
}

extension ArraySlice<TypedWord> {
  /// As it was typed.
  var spelling: String { map { String($0.letters) }.joined(separator: " ") }

  /// As the name of somebody new: without the punctuation after it.
  var newName: String {
    (dropLast().map { String($0.letters) } + [last?.newName ?? ""]).joined(separator: " ")
  }
}
