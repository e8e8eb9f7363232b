package import ExerciseProtocol

/// Somebody in a list of people, as people write lists: the one reader of them for the roster,
/// typed, pasted, or out of a file.
///
/// ```
/// Ruth Hyde, Tom Orr and Eve Ash      Dora (HR); Max       "Mary Ann Evans", Bo
/// Ruth Hyde <ruth@x.org>              2. Zoë Ito, Ministry (a line by itself)
/// ```
///
/// What stands in brackets behind a name is the organisation, or the role in the room; pronouns
/// stay with the name. Bullets, numbers and addresses are none of it. In quotes a name is taken as
/// it stands.
package struct ListedPerson: Hashable, Sendable {
  package private(set) var name = ""
  package private(set) var organisation: String?
  package private(set) var role: Participant.Role?
  /// Whether quotes say that it is a name.
  package private(set) var isQuoted = false
  /// Whether an address stood there, which is not kept.
  package private(set) var hadAddress = false

  /// - Parameter entry: one person's, see `entries(in:)`.
  package init(_ entry: String) {
    var text = entry.withoutListMark
    (text, hadAddress) = text.withoutAddresses
    if let quoted = text.inQuotes {
      isQuoted = true
      text = quoted
    }
    let commas = text.places(of: ",")
    if let comma = commas.first {
      let (before, after) = (text[..<comma].trimmed, text[text.index(after: comma)...].trimmed)
      // `"Hyde, Ruth" <ruth@x.org>`, as programs for mail write it.
      let isTurned =
        commas.count == 1 && (isQuoted || hadAddress) && !after.isEmpty
        && after.split(separator: " ").count < 3
      if isTurned {
        text = "\(after) \(before)"
      } else if !isQuoted {
        text = before
        note(after)
      }
    } else if !isQuoted, let dash = [" – ", " — ", " - ", "\t"].compactMap(text.range(of:)).first {
      note(text[dash.upperBound...].trimmed)
      text = text[..<dash.lowerBound].trimmed
    }
    while !isQuoted, let (before, inside) = text.bracketAtEnd, !before.isEmpty {
      // Pronouns are the name's.
      if inside.contains("/") { break }
      text = before
      note(inside)
    }
    // `"Mary Ann Evans" – Council`
    if let quoted = text.inQuotes { (isQuoted, text) = (true, quoted) }
    name =
      isQuoted ? text.split(whereSeparator: \.isWhitespace).joined(separator: " ") : text.asName
  }

  /// What stands behind a name: where somebody comes from, or what they are here.
  private mutating func note(_ words: String) {
    let words = words.asName
    if let role = Participant.Role.called(words) {
      self.role = role
    } else if !words.isEmpty {
      organisation = organisation.map { "\(words), \($0)" } ?? words
    }
  }

  /// The text cut into one entry for each person. With several lines, or a bullet `•` before it,
  /// each line is one person, and what follows a comma belongs to them; in one line commas and
  /// semicolons stand between people. So do `and`, `&` and `+`.
  package static func entries(in text: String) -> [String] {
    let lines = text.cut(\.isNewline)
    if lines.count > 1 || text.trimmed.hasPrefix("•") { return lines.flatMap(Self.people(inLine:)) }
    var parts = text.cut { $0 == ";" || $0 == "；" }
    let isOneComma = parts.allSatisfy { $0.places(of: ",").count == 1 }
    if parts.count < 2 || !isOneComma { parts = parts.flatMap { $0.cut { ",，、".contains($0) } } }
    return parts.flatMap(Self.people(inLine:))
  }

  /// Those whom one line names: one, unless `and` or the like joins several before any comma.
  private static func people(inLine line: String) -> [String] {
    let line = line.trimmed
    let comma = line.places(of: ",").first ?? line.endIndex
    let head = line[..<comma].trimmed
    guard !head.isEmpty else { return [] }
    let names = head.cutAtJoiners
    guard let last = names.last, names.count > 1 else { return [line] }
    return names.dropLast() + ["\(last)\(line[comma...])"]
  }

  /// Whether it can be a name, and is no sentence, number or address.
  package var isName: Bool {
    isQuoted
      ? name.contains(where: \.isLetter)
      : name.first?.isLetter == true && !name.contains("@") && !name.readsAsSentence
  }
}

extension Participant.Role {
  /// What a word in a list says of somebody's part in the room.
  fileprivate static func called(_ word: String) -> Participant.Role? {
    switch word.folded {
    case "facilitator", "facilitation", "moderator", "moderation", "host": .facilitator
    case "participant", "attendee": .participant
    default: nil
    }
  }
}

extension String {
  /// One person's name out of a list, or the text where it is none.
  package var listedName: String {
    let name = ListedPerson(self).name
    return name.isEmpty ? self : name
  }

  /// Whether it reads like something that was said, and not like a name.
  package var readsAsSentence: Bool {
    let words = split(separator: " ").map(String.init)
    guard words.count > 1 else { return false }
    if words.count > 8 || contains(where: { "!?=<>@#".contains($0) }) || contains(": ") {
      return true
    }
    let folded = words.map(\.folded)
    if folded.dropLast().contains("i") || folded.contains(where: Self.saying.contains) {
      return true
    }
    let small = zip(words, folded).count { word, folded in
      word.first?.isLowercase == true && !Self.particles.contains(folded)
    }
    return small > 3 || small > 1 && words.first?.first?.isUppercase == true
  }

  /// Words of sentences that no name has.
  private static let saying: Set<String> = [
    "we", "you", "is", "are", "was", "were", "not", "what", "this", "that", "have", "has", "don't",
    "isn't", "can't", "i'm", "it's", "it", "please", "said", "says", "should", "they", "nobody",
  ]
  /// Words within names that have no capital.
  private static let particles: Set<String> = [
    "de", "la", "le", "du", "des", "van", "der", "den", "ter", "von", "zu", "zur", "of", "ap", "ab",
    "ferch", "bin", "bint", "ibn", "al", "el", "y", "e", "da", "do", "dos", "das", "di", "del",
    "af", "av", "the",
  ]

  /// Without a bullet or a number before it: `- Ruth`, `2. Ruth`, `(3) Ruth`.
  fileprivate var withoutListMark: String {
    var text = trimmed[...]
    while let first = text.first {
      let rest = text.dropFirst()
      if "-•*–—·‣▪◦☐☑".contains(first), rest.first?.isWhitespace == true {
        text = rest.drop(while: \.isWhitespace)
        continue
      }
      let opened = first == "(" ? rest : text
      let digits = opened.prefix { $0.isASCII && $0.isNumber }
      let after = opened.dropFirst(digits.count)
      guard !digits.isEmpty, let sign = after.first, ".)".contains(sign),
        after.dropFirst().first?.isWhitespace == true
      else { break }
      text = after.dropFirst().drop(while: \.isWhitespace)
    }
    return String(text)
  }

  /// Without `<ruth@x.org>`, and without a bare address where something else stands there.
  fileprivate var withoutAddresses: (text: String, had: Bool) {
    var (text, had) = (self, false)
    while let open = text.firstIndex(of: "<"), let close = text[open...].firstIndex(of: ">") {
      text.removeSubrange(open...close)
      had = true
    }
    let words = text.split(whereSeparator: \.isWhitespace)
    let others = words.filter { word in
      guard let at = word.firstIndex(of: "@"), at > word.startIndex else { return true }
      return !word[at...].contains(".")
    }
    guard others.count < words.count, !others.isEmpty else { return (text.trimmed, had) }
    return (others.joined(separator: " "), true)
  }

  fileprivate var inQuotes: String? {
    let text = trimmed
    let pairs: [(Character, Character)] = [
      ("\"", "\""), ("“", "”"), ("„", "“"), ("«", "»"), ("‘", "’"), ("'", "'"),
    ]
    guard text.count > 2, let first = text.first, let last = text.last,
      pairs.contains(where: { $0 == first && $1 == last })
    else { return nil }
    return String(text.dropFirst().dropLast()).trimmed
  }

  /// `Dora (HR)`: what stands before the bracket that it ends with, and in it.
  fileprivate var bracketAtEnd: (before: String, inside: String)? {
    let text = trimmed
    guard let last = text.last, let open: Character = [")": "(", "]": "["][last],
      let place = text.lastIndex(of: open)
    else { return nil }
    return (text[..<place].trimmed, text[text.index(after: place)...].dropLast().trimmed)
  }

  /// Where the character stands outside of quotes and brackets.
  fileprivate func places(of sign: Character) -> [Index] { places { $0 == sign } }

  fileprivate func places(_ isSign: (Character) -> Bool) -> [Index] {
    var (depth, quote, places) = (0, Character?.none, [Index]())
    var before: Character = " "
    for index in indices {
      let character = self[index]
      if let end = quote {
        if character == end { quote = nil }
      } else if let end: Character = ["\"": "\"", "“": "”", "„": "“", "«": "»"][character],
        before.isWhitespace || ",;(•".contains(before), self[index...].dropFirst().contains(end)
      {
        quote = end
      } else if "([<".contains(character) {
        depth += 1
      } else if ")]>".contains(character) {
        depth = max(0, depth - 1)
      } else if depth == 0, isSign(character) {
        places.append(index)
      }
      before = character
    }
    return places
  }

  fileprivate func cut(_ isSign: (Character) -> Bool) -> [String] {
    var (parts, start) = ([String](), startIndex)
    for place in places(isSign) {
      parts.append(self[start..<place].trimmed)
      start = index(after: place)
    }
    return (parts + [self[start...].trimmed]).filter { !$0.isEmpty }
  }

  /// `Eve Ash and Max Orr` as two; `and Max` as one. In quotes and brackets none of it joins.
  fileprivate var cutAtJoiners: [String] {
    var (names, words) = ([String](), [String]())
    for word in cut(\.isWhitespace) {
      if ["and", "und", "&", "+", "et", "ac"].contains(word.folded) {
        names.append(words.joined(separator: " "))
        words = []
      } else {
        words.append(word)
      }
    }
    return (names + [words.joined(separator: " ")]).filter { !$0.isEmpty }
  }

  /// The first place of the text in it.
  fileprivate func range(of text: String) -> Range<Index>? { ranges(of: text).first }
}
