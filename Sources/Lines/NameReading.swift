package import ExerciseProtocol

/// What the words after `@` are.
package struct NameReading: Hashable, Sendable {
  package enum Who: Hashable, Sendable {
    case known(Participant)
    /// Somebody who was not here before, by this name.
    case newcomer(String)
    /// `@all`, `@room`: nobody in particular.
    case nobody(String)
    /// It could be one or another: somebody is to be asked.
    case unsure(NameDoubt)
  }

  package var who: Who
  /// How many words it takes, of the last one perhaps only a part.
  package var words: Int
  /// How many characters of the last one, with the punctuation that ends the name.
  package var letters: Int

  /// - Parameters:
  ///   - count: how many words it takes.
  ///   - length: how many characters of the last one are the name.
  init(_ who: Who, _ count: Int, of last: TypedWord, _ length: Int) {
    (self.who, words) = (who, count)
    letters = last.end(after: length)
  }
}

/// A name that could be one person's or another's.
package struct NameDoubt: Hashable, Sendable {
  /// As it was typed.
  package var typed: String
  /// Who could be meant.
  package var candidates: [Participant]
  /// How a new person would be called, if it can be one.
  package var newNames: [String]
  /// Words that belong to what was said if the one of that name, folded, is meant: of `Ann will`,
  /// `will` if it is Ann and not Ann Will.
  package var leftOver: [String: String] = [:]
  /// Of whom the first word alone may be the name, so that the others were said.
  package var speakers: [Participant] = []
  /// What was said, as it was read with the name that is `typed`.
  package var said: Said?
  /// What of it stood before the name: `pains: `.
  var before = ""

  package struct Said: Hashable, Sendable {
    package var parameter: String
    package var text: String
  }

  init(typed: String, _ candidates: [Participant], new names: [String]) {
    (self.typed, self.candidates, newNames) = (typed, candidates, names)
  }

  init(_ words: ArraySlice<TypedWord>, _ candidates: [Participant], new names: [String]) {
    self.init(typed: words.spelling, candidates, new: names)
  }

  /// What was said if the one of that name is meant.
  package func said(by name: String) -> Said? {
    guard var said, let words = leftOver[name.folded] else { return said }
    let start = said.text.hasPrefix(before) ? before : ""
    said.text = "\(start)\(words) \(said.text.dropFirst(start.count))"
    return said
  }

  /// What can be chosen, in the order in which it is numbered; a name that two people have is told
  /// with their labels.
  package var choices: [String] {
    let names = candidates.map { person in
      candidates.count { $0.name.folded == person.name.folded } > 1
        ? "\(person.name) (\(person.id))" : person.name
    }
    let words = typed.split(separator: " ").dropFirst().joined(separator: " ")
    return names + newNames.map { "somebody new called \($0)" }
      + speakers.map { "\($0.name), who said “\(words) …”" }
  }

  /// Who is meant by the number of a choice, and whether only the first word was the name; nil
  /// where there is no such number.
  package func choice(_ number: Int) -> (who: NameReading.Who, isFirstWord: Bool)? {
    let known = candidates.map { (NameReading.Who.known($0), false) }
    let new = newNames.map { (NameReading.Who.newcomer($0), false) }
    let all = known + new + speakers.map { (NameReading.Who.known($0), true) }
    return all.indices.contains(number - 1) ? all[number - 1] : nil
  }

  /// What was said if only the first word was the name.
  package var saidBehindFirstWord: Said? {
    var doubt = self
    doubt.leftOver = ["": typed.split(separator: " ").dropFirst().joined(separator: " ")]
    return doubt.said(by: "")
  }
}

/// Words that stand for everybody or for a part in the room, and are nobody's name.
package enum NobodysName {
  package static func includes(_ name: String) -> Bool { words.contains(name.folded) }

  /// Whether it can be a part of somebody's name, or go before one: `Facilitator Jim`, `Room
  /// Service`. Nobody is called `All`.
  static func isRole(_ name: String) -> Bool { roles.contains(name.folded) }

  private static let roles: Set<String> = [
    "facilitator", "facilitators", "moderator", "moderators", "host", "hosts", "participant",
    "participants", "room", "group", "team", "channel", "people", "audience", "anonymous", "name",
    "speaker", "presenter", "chair", "organiser", "organizer", "scribe", "timekeeper", "observer",
    "observers", "guest", "guests", "hwylusydd", "moderation", "next",
  ]

  private static let words: Set<String> = [
    "all", "everyone", "everybody", "anyone", "anybody", "someone", "somebody", "nobody", "no one",
    "none", "no-one", "noone", "facilitator", "facilitators", "moderator", "moderators", "host",
    "participant", "participants", "room", "the room", "group", "the group", "team", "the team",
    "here", "channel", "us", "them", "people", "audience", "anonymous", "name",
    "both", "others", "the others", "the rest", "whole group", "the whole group", "hosts",
    "speaker", "presenter", "chair", "organiser", "organizer", "scribe", "timekeeper", "observer",
    "observers", "guest", "guests",
    // What is typed for an answer or a command, and the same in the rooms that we know.
    "next", "back", "yes", "no", "ok", "okay", "skip", "cancel", "quit", "exit", "help", "later",
    "pawb", "neb", "hwylusydd", "alle", "niemand", "moderation", "tous", "tout le monde",
  ]
}

/// A word of a line, as a name is read from it.
struct TypedWord {
  let letters: [Character]
  /// What of it can be the name, the longest first: `Ruth:` and `Ruth`.
  let stems: [Stem]

  struct Stem {
    var length: Int
    var folded: String

    /// Whether it is this word of a name, with or without the point of an abbreviation.
    func isWord(_ word: String) -> Bool {
      word == folded || word.withoutPoint == folded.withoutPoint
    }
  }

  init(_ text: String) {
    let letters = Array(text.prefix(200))
    let cuts = letters.indices.filter { $0 > 0 && letters.endsName(at: $0) }.suffix(12)
    self.letters = letters
    stems = ([letters.count] + cuts.reversed()).map {
      Stem(length: $0, folded: String(letters[..<$0]).folded)
    }
  }

  /// What of it would be the name of somebody new: up to punctuation, but for what names have
  /// inside.
  var newName: String {
    var end = letters.firstIndex { $0.alwaysEndsName || $0.beginsWhatFollows } ?? letters.count
    while end > 0, letters.endsName(at: end - 1), !letters[end - 1].isLetter { end -= 1 }
    let possessive = letters[..<end].indices.first { $0 > 0 && letters.isPossessive(at: $0) }
    return String(letters[..<(possessive ?? end)])
  }

  /// Where what was said begins, after a name of that length: behind the punctuation that ends it.
  func end(after length: Int) -> Int {
    var end = length
    if letters.isPossessive(at: end) {
      let isLong = end + 1 < letters.count && letters[end + 1].isLetter
      end += isLong ? 2 : 1
    }
    while end < letters.count, letters[end].isDroppedAfterName { end += 1 }
    if end == letters.count - 1, "\"”".contains(letters[end]) { end += 1 }
    return end
  }
}

extension [Character] {
  /// Whether a name may end before the character there.
  fileprivate func endsName(at index: Int) -> Bool {
    let character = self[index]
    if character.isPlainLetter { return false }
    if character.alwaysEndsName || character.beginsWhatFollows || character == "." { return true }
    if "-–‐".contains(character) { return index + 1 == count || self[index + 1] == "-" }
    return isPossessive(at: index)
  }

  /// Whether `'s`, or an apostrophe with nothing of a word after it, stands there.
  fileprivate func isPossessive(at index: Int) -> Bool {
    guard index < count, self[index].isApostrophe else { return false }
    let next = index + 1
    guard next < count, self[next].isLetter || self[next].isNumber else { return true }
    return "sS".contains(self[next]) && (next + 1 == count || !self[next + 1].isLetter)
  }
}

extension Character {
  /// Most letters that are typed, told without looking anything up.
  fileprivate var isPlainLetter: Bool {
    guard let byte = utf8.first, utf8.count == 1 else { return false }
    return 0x61...0x7A ~= byte || 0x41...0x5A ~= byte
  }

  fileprivate var alwaysEndsName: Bool {
    if isPlainLetter { return false }
    return ":;,!?…—\"“”()[]{}«»/=&+：；，！？。、".contains(self)
  }

  /// `@Fred>c3 …`, `@Fred#idea …`: a sign of ours, typed without a blank.
  fileprivate var beginsWhatFollows: Bool { ">#".contains(self) }

  /// In any of the forms that keyboards and programs give it.
  fileprivate var isApostrophe: Bool { "'’‘ʼ＇´`′‛ʹ".contains(self) }

  fileprivate var isDroppedAfterName: Bool { ":;,.!?…—–-)]}»：；，！？。、".contains(self) }
}

extension String {
  fileprivate var withoutPoint: Substring { hasSuffix(".") && count > 1 ? dropLast() : self[...] }

  /// A name as it is kept: its words with one blank between, without a sign before it and without
  /// the punctuation that ended it.
  package var asName: String {
    let text = withoutAt
    var words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    while let last = words.last {
      var name = Substring(last)
      while let end = name.last, end.alwaysEndsName || end.isApostrophe || "-–".contains(end) {
        // `Ruth Hyde (she/her)`: what was opened is closed.
        if end == ")", text.contains("(") { break }
        name.removeLast()
      }
      // An initial keeps its point, and so does Jr.
      if name.last == ".", name.count > 3 { name.removeLast() }
      words[words.count - 1] = String(name)
      if !name.isEmpty { break }
      words.removeLast()
    }
    return words.joined(separator: " ")
  }
}
