import ExerciseProtocol

/// Whose name stands after `@`: the one reader of names.
///
/// Names are compared folded: capitals, blanks, width and the form of an apostrophe make nobody
/// else. Punctuation ends a name, but what a known name has inside belongs to it: O'Brien,
/// Ann-Marie, J. Smith, Ruth H. The longest known name wins, in whole words; then some words of one
/// (`Hyde`, `Ann Marie` of Ann Marie Jones). People in the room come before those who are known
/// from elsewhere. Where it could be somebody else, it is a doubt.
package struct NameReader {
  let people: [(person: Participant, words: [String])]
  let nearly: (String) -> [Participant]

  package init(_ scope: some LineScope) {
    let people = scope.people
    self.people = people.map { ($0, $0.name.folded.split(separator: " ").map(String.init)) }
    nearly = { typed in
      let names = scope.people(nearlyCalled: typed)
      let all = names.compactMap { name in people.first { $0.name == name } }
      return all.roomFirst
    }
  }

  /// - Parameters:
  ///   - words: what stands there, from the name on and without its sign. More than a name can have
  ///     are not looked at.
  ///   - colonEnds: whether all words before a colon may be a new name, if each has a capital. Not
  ///     where a place of the exercise may stand there.
  ///   - doubts: whether it is a doubt where the first words would do, but a longer name may have
  ///     been meant: `@Ruth Smith: …`, where only Ruth Hyde is here.
  /// - Returns: nil where it can't be a name: `5pm`, `bob@x.org`.
  package func read(
    _ words: [String], colonEnds: Bool = true, doubts: LongerNames = .none
  ) -> NameReading? {
    let typed = words.prefix(Self.mostWords).map(TypedWord.init)
    guard let first = typed.first, !first.letters.isEmpty else { return nil }
    let found = self.found(in: typed)
    let stem = first.newName
    // Of several words that name somebody no further one is looked at.
    if found?.words ?? 0 < 2, stem.first?.isLetter == true, !stem.contains("@"),
      let reading = initialled(typed, found) ?? alike(typed, found) ?? misspelt(typed)
    {
      return reading
    }
    if let known = known(in: typed, asks: doubts == .all) {
      return colonEnds && doubts != .none ? longer(than: known, typed) ?? known : known
    }
    guard let begin = stem.first, begin.isLetter, !stem.contains("@") else { return nil }
    if NobodysName.includes(stem) {
      if colonEnds, let person = behindRole(typed) { return person }
      return NameReading(.nobody(stem), 1, of: first, stem.count)
    }
    return nearlyWhole(typed) ?? beginning(first)
      ?? (doubts == .all ? longer(than: stem, typed, after: colonEnds ? "," : ":,") : nil)
      ?? newcomer(typed, stem, colonEnds)
  }

  private static let mostWords = 8

  // MARK: Who is known

  /// - Parameter asks: whether it is asked if half a name is that of somebody who is not in the
  ///   room; a script means it.
  private func known(in typed: [TypedWord], asks: Bool) -> NameReading? {
    let label = typed[0].newName.lowercased()
    if let one = people.first(where: { $0.person.id.rawValue == label }) {
      return NameReading(.known(one.person), 1, of: typed[0], typed[0].newName.count)
    }
    let (whole, part) = wholeOrPart(typed)
    guard let whole else { return part?.reading(typed, isDoubtful: asks) }
    // Of two readings the longer is meant where punctuation says that the name ends there.
    if let part, part.words > whole.words, part.isEnded(in: typed), part.people.count == 1 {
      return part.reading(typed, isDoubtful: asks)
    }
    if let shorter = shorter(than: whole, typed) {
      var doubt = NameDoubt(typed[..<whole.words], whole.people + [shorter], new: [])
      doubt.leftOver[shorter.name.folded] = typed[1..<whole.words].spelling
      return NameReading(.unsure(doubt), whole.words, of: typed[whole.words - 1], whole.length)
    }
    return whole.reading(typed)
  }

  /// The longest whole name, and the longest part of one. What is all the name of somebody
  /// elsewhere may be a part of the name of somebody in the room, who is meant then.
  private func wholeOrPart(_ typed: [TypedWord]) -> (whole: Found?, part: Found?) {
    let whole = longest(typed, whole: true)
    let part = longest(typed, whole: false).map { skipping($0, typed) }
    if let whole, let part, !whole.isPresent, part.isPresent, part.words >= whole.words {
      return (nil, part)
    }
    return (whole, part)
  }

  func found(in typed: [TypedWord]) -> Found? {
    let (whole, part) = wholeOrPart(typed)
    guard let whole, let part else { return whole ?? part }
    return part.words > whole.words ? part : whole
  }

  /// `@Ann will do it`, where Ann Will is here too: whoever writes a first name with its capital
  /// would write the other with one.
  private func shorter(than found: Found, _ typed: [TypedWord]) -> Participant? {
    guard found.words > 1, found.people.count == 1, !found.isEnded(in: typed),
      typed[0].letters.first?.isUppercase == true,
      typed[found.words - 1].letters.first?.isLowercase == true,
      found.people[0].name.split(separator: " ").last?.first?.isUppercase == true
    else { return nil }
    let others = (longest([typed[0]], whole: true) ?? longest([typed[0]], whole: false))?.people
    return others?.first { $0.id != found.people[0].id }
  }

  /// What most of the words name: everybody whose name, or whose words of it, they are.
  private func longest(_ typed: [TypedWord], whole: Bool) -> Found? {
    var best: Found?
    for (person, name) in people where !name.isEmpty {
      let starts = whole ? 0...0 : 0...(name.count - 1)
      for start in starts {
        for count in stride(from: min(name.count - start, typed.count), to: 0, by: -1) {
          guard (count == name.count) == whole, count >= best?.words ?? 1,
            let length = length(of: name[start..<(start + count)], in: typed)
          else { continue }
          if count == best?.words, let length = best?.length,
            person.isPresent == best?.isPresent || best?.isPresent == true
          {
            if person.isPresent == best?.isPresent { best?.add(person, length) }
          } else {
            best = Found(people: [person], words: count, length: length)
          }
          break
        }
      }
    }
    return best
  }

  /// How many letters of the last word are the name's; nil where these words are not it.
  private func length(of name: ArraySlice<String>, in typed: [TypedWord]) -> Int? {
    for (word, typed) in zip(name.dropLast(), typed) {
      guard let stem = typed.stems.first, stem.isWord(word) else { return nil }
    }
    guard let last = name.last else { return nil }
    return typed[name.count - 1].stems.first { $0.isWord(last) }?.length
  }

  // MARK: Who is not

  /// What is only the beginning of known names. Of one letter it is an initial; more may well be a
  /// name of its own, as Ann is beside Anna.
  private func beginning(_ word: TypedWord) -> NameReading? {
    for stem in word.stems where stem.folded.first?.isLetter == true {
      let found = people.filter { person in
        person.words.joined(separator: " ").hasPrefix(stem.folded)
          || person.words.contains { $0.hasPrefix(stem.folded) }
      }.map(\.person).roomFirst
      guard let first = found.first else { continue }
      let name = String(word.letters.prefix(stem.length))
      if found.count == 1, name.count == 1, first.isPresent {
        return NameReading(.known(first), 1, of: word, stem.length)
      }
      let doubt = NameDoubt(typed: name, found, new: found.count == 1 ? [name] : [])
      return NameReading(.unsure(doubt), 1, of: word, stem.length)
    }
    return nil
  }

  private func newcomer(_ typed: [TypedWord], _ stem: String, _ colonEnds: Bool) -> NameReading {
    let count = colonEnds ? namesBeforeColon(typed) : 1
    let last = typed[count - 1]
    let isLong = count > 1
    let length = isLong ? last.newName.count : stem.count
    let name = isLong ? typed[..<count].newName : stem
    if let titled = titled(typed) { return titled }
    let near = nearly(name)
    let who: NameReading.Who =
      near.isEmpty ? .newcomer(name) : .unsure(NameDoubt(typed: name, near, new: [name]))
    return NameReading(who, count, of: last, length)
  }

  /// How many words are before a colon, if each begins with a capital: `Sarah Hughes: …`.
  /// What joins it to another name ends it as well: `Dafydd Pugh and @Jo: …`.
  func namesBeforeColon(_ typed: [TypedWord], or ends: String = ":") -> Int {
    for (index, word) in typed.prefix(5).enumerated() {
      let isBeforeSign = index + 1 < typed.count && typed[index + 1].letters.first == "@"
      if index > 0, isBeforeSign, word.isJoiner { return index }
      guard index < 4, word.letters.first?.isUppercase == true else { return 1 }
      let length = word.newName.count
      guard length < word.letters.count else { continue }
      let end = word.letters[length]
      // An initial within a name: `John Q. Public: …`.
      if end == ".", length == 1, word.letters.count == 2, index > 0 { continue }
      return ends.contains(end) || isBeforeSign && end.separatesNames ? index + 1 : 1
    }
    return 1
  }

  static let titles: Set<String> = [
    "st", "dr", "mr", "mrs", "ms", "mx", "prof", "rev", "sr", "cllr",
  ]

  /// Whom the first words name.
  struct Found {
    var people: [Participant]
    var words: Int
    /// Letters of the last word.
    var length: Int

    mutating func add(_ person: Participant, _ length: Int) {
      if !people.contains(where: { $0.id == person.id }) { people.append(person) }
      self.length = max(self.length, length)
    }

    /// Whether they are in the room: those who are not are looked at where nobody there is meant.
    var isPresent: Bool { people.contains(where: \.isPresent) }

    func isEnded(in typed: [TypedWord]) -> Bool {
      words == typed.count || length < typed[words - 1].letters.count
    }

    /// - Parameter isDoubtful: whether it is not enough for somebody who is not in the room.
    func reading(_ typed: [TypedWord], isDoubtful: Bool = false) -> NameReading {
      let name =
        typed[..<(words - 1)].map { String($0.letters) }
        + [String(typed[words - 1].letters.prefix(length))]
      let spelling = name.joined(separator: " ")
      let exact = people.filter { $0.name == spelling }
      let who: NameReading.Who =
        if isDoubtful, !isPresent {
          .unsure(NameDoubt(typed: spelling, people, new: [spelling]))
        } else if let one = exact.count == 1
          ? exact.first : people.count == 1 ? people.first : nil
        {
          .known(one)
        } else {
          .unsure(NameDoubt(typed: spelling, people, new: []))
        }
      return NameReading(who, words, of: typed[words - 1], length)
    }
  }
}

extension LineScope {
  /// Whose name the whole text is, as an answer or an argument: `Sarah Hughes`, `@ruth hyde.`
  package func name(_ text: String) -> NameReading.Who? {
    let words = text.withoutAt.split(whereSeparator: \.isWhitespace).map(String.init)
    let reading = NameReader(self).read(words)
    let name = text.withoutAt.asName
    if let reading {
      let isAll = reading.words == words.count && reading.letters == words.last?.count
      switch reading.who {
      case .newcomer: break
      case .known(let person) where !isAll:
        return .unsure(NameDoubt(typed: name, [person], new: [name]))
      case .nobody where !isAll: break
      default: return reading.who
      }
    }
    // A sentence in place of a name would join the roster as a person.
    guard name.first?.isLetter == true, name.count <= 80,
      name.split(separator: " ").count <= 6, !name.contains(where: { ":;@#!?/=<>".contains($0) })
    else { return nil }
    let near = people(nearlyCalled: name)
    let found = people(called: name)
    guard near.isEmpty, found.isEmpty else {
      let candidates = people.filter { person in
        found.contains(person) || near.contains(person.name)
      }
      return .unsure(NameDoubt(typed: name, candidates, new: [name]))
    }
    return NobodysName.includes(name) ? .nobody(name) : .newcomer(name)
  }
}
