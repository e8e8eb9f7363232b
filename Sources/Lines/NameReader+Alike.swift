import ExerciseProtocol

/// Names that are nearly a known one: an initial for a word, a slip of the fingers, a blank or an
/// accent more or less. None makes another person without a question.
extension NameReader {
  /// `@Ruth O. said …`: an initial with its point belongs to the name; without one where it can
  /// only be that of somebody who is known (`@Ruth O: …`).
  ///
  /// - Parameter known: whom the first word names.
  func initialled(_ typed: [TypedWord], _ known: Found?) -> NameReading? {
    guard typed.count > 1, typed[0].newName.count == typed[0].letters.count,
      let initial = typed[1].initial
    else { return nil }
    let first = typed[0].newName
    let fitting = people.filter { _, words in
      guard let place = words.firstIndex(of: first.folded) else { return false }
      return words[(place + 1)...].contains { $0.hasPrefix(initial.letter.folded) }
    }.map(\.person)
    let candidates = fitting.roomFirst
    let length = initial.hasPoint ? 2 : 1
    func reading(_ who: NameReading.Who) -> NameReading {
      NameReading(who, 2, of: typed[1], length)
    }
    let name = "\(first) \(initial.letter)\(initial.hasPoint ? "." : "")"
    if candidates.count == 1 { return reading(.known(candidates[0])) }
    guard initial.hasPoint else { return nil }
    if !candidates.isEmpty { return reading(.unsure(NameDoubt(typed: name, candidates, new: []))) }
    guard let known else {
      // More words of a new name may follow: `John Q. Public: …`.
      guard namesBeforeColon(typed) < 3, typed[0].letters.first?.isUppercase == true,
        !NobodysName.includes(first), first.count > 1
      else { return nil }
      return reading(.newcomer(name))
    }
    var doubt = NameDoubt(typed: name, known.people, new: [name])
    for person in known.people { doubt.leftOver[person.name.folded] = "\(initial.letter)." }
    return reading(.unsure(doubt))
  }

  /// `@sarah huges …`, where Sarah Hughes is here: each word of a name, or nearly.
  func misspelt(_ typed: [TypedWord]) -> NameReading? {
    for count in [4, 3, 2] where typed.count >= count {
      let run = typed[..<count]
      guard run.areOneName else { continue }
      let said = run.map { $0.newName.folded }
      let near = people.filter { _, words in
        words.count == count && words != said
          && zip(words, said).allSatisfy { $0 == $1 || $1.count > 3 && $0.isNearly($1) }
      }.map(\.person)
      guard !near.isEmpty else { continue }
      var doubt = NameDoubt(typed: run.newName, near, new: [run.newName])
      doubt.speakers = near.filter { $0.name.folded.hasPrefix("\(said[0]) ") }
      let last = typed[count - 1]
      return NameReading(.unsure(doubt), count, of: last, last.newName.count)
    }
    return nil
  }

  /// `@vanderberg` of Jan van der Berg, `@Anne Marie` of Anne-Marie, `@zoe` of Zoë: the same
  /// letters with other blanks, hyphens, apostrophes or accents.
  ///
  /// - Parameter known: whom fewer words name.
  func alike(_ typed: [TypedWord], _ known: Found?) -> NameReading? {
    let least = (known?.words ?? 0) + 1
    guard typed.count >= least else { return nil }
    for count in stride(from: min(5, typed.count), through: least, by: -1) {
      let run = typed[..<count]
      guard run.areOneName else { continue }
      let letters = run.newName.squashed
      guard letters.count > 2 else { continue }
      let candidates = people.filter { Self.has($0.words, letters) }.map(\.person).roomFirst
      guard !candidates.isEmpty else { continue }
      let last = typed[count - 1]
      let others = known?.people.filter { !candidates.contains($0) } ?? []
      if others.isEmpty, candidates.count == 1, known != nil {
        return NameReading(.known(candidates[0]), count, of: last, last.newName.count)
      }
      var doubt = NameDoubt(typed: run.newName, candidates + others, new: [run.newName])
      for person in others {
        doubt.leftOver[person.name.folded] = run.dropFirst(least - 1).spelling
      }
      return NameReading(.unsure(doubt), count, of: last, last.newName.count)
    }
    return nil
  }

  /// Whether words of the name that follow each other have just these letters.
  private static func has(_ words: [String], _ letters: String) -> Bool {
    let parts = words.flatMap { $0.split(separator: "-") }.map { String($0).squashed }
    return parts.indices.contains { start in
      var joined = ""
      for part in parts[start...] where joined.count < letters.count {
        joined += part
        if joined == letters { return true }
      }
      return false
    }
  }
}

extension ArraySlice<TypedWord> {
  /// Whether they can be one name: of letters each, and nothing that ends it before the last.
  fileprivate var areOneName: Bool {
    dropLast().allSatisfy { $0.newName.count == $0.letters.count }
      && allSatisfy { $0.letters.first?.isLetter == true }
  }
}

extension TypedWord {
  /// `O.` or `O.:`, and `O:`: one capital letter and what ends it.
  var initial: (letter: String, hasPoint: Bool)? {
    guard let letter = letters.first, letter.isUppercase, letters.count > 1 else { return nil }
    if letters[1] == ".", letters.count == 2 || !letters[2].isLetter {
      return (String(letter), true)
    }
    return ":,".contains(letters[1]) ? (String(letter), false) : nil
  }

  /// Whether it stands between two names: `and`, `&`.
  var isJoiner: Bool {
    let word = String(letters)
    return word.folded.isNameJoiner || word.count == 1 && letters[0].separatesNames
  }
}
