import ExerciseProtocol

/// Whose a line is, and what it answers: in either order, because people say it in either.
extension LineReader {
  /// Reads `@Name` and `>12` at the start of a plain line, and a name behind what the line begins
  /// with (`readName`). What is read is blank in `words` afterwards.
  func readSigns(
    _ invocation: inout Invocation, _ shape: CommandShape, _ words: inout Words
  ) throws(Problem) {
    while let word = words.words.first {
      if word.text.hasPrefix("@"), try take(nameAt: 0, &invocation, shape, &words) { continue }
      if invocation.arguments.isEmpty, try reply(&invocation, shape, &words) { continue }
      break
    }
    try readName(&invocation, shape, &words, after: 0)
    try readPeopleInText(&invocation, shape, &words, after: 0)
  }

  /// Reads `@Name` where nobody is named yet: in the next word, or behind what may stand before it:
  /// cards and numbers (`c2=3 @Ruth`), a place and its colon (`pains: @Ruth …`), an answer.
  ///
  /// - Parameter index: the first word to look at.
  func readName(
    _ invocation: inout Invocation, _ shape: CommandShape, _ words: inout Words, after index: Int
  ) throws(Problem) {
    guard shape.attribution != .none, !invocation.isSomebodys,
      let place = words.words.indices.dropFirst(index).first(where: {
        words.words[$0].text.hasPrefix("@") || words.words[$0].text.contains(":@")
      })
    else { return }
    if place == index {
      _ = try take(nameAt: place, &invocation, shape, &words)
    } else if shape.mayBegin(with: words, from: index, to: place, isPlace: isPlace) {
      _ = try take(nameAt: place, &invocation, shape, &words)
    }
  }

  /// - Returns: whether there is a name; if so it is taken out of the words.
  private func take(
    nameAt index: Int, _ invocation: inout Invocation, _ shape: CommandShape, _ words: inout Words
  ) throws(Problem) -> Bool {
    let word = words.words[index]
    guard shape.attribution != .none, !invocation.isSomebodys,
      let sign = words.line[word.range].firstIndex(of: "@")
    else { return false }
    guard let scope else { throw .noSession }
    guard let (first, firstEnd) = name(at: sign, in: words, of: shape, scope) else { return false }
    let others = try others(after: firstEnd, in: words, of: shape, scope)
    let (who, end) = (first, others.end)
    do throws(Problem) {
      try invocation.take(who, asks: asks)
      invocation.take(others)
      if case .nobody(let word) = who { invocation.readings += self.told(ofNobody: word) }
    } catch {
      throw error.placed(at: sign..<words.nameEnd(from: sign, to: end))
    }
    if who.isNobody, invocation.nobody != nil, shape.attribution == .required {
      throw Problem.notANobody("\(words.line[sign..<end].map(String.init).joined())")
        .placed(at: sign..<words.nameEnd(from: sign, to: end))
    }
    if index > 0, let first = words.words.first {
      invocation.doubt?.before = words.line[first.range.lowerBound..<sign].map(String.init).joined()
    }
    let name = sign..<words.pastDash(from: end)
    // Behind a place or an answer the text closes up; cards and numbers keep their places.
    words = index > 0 && shape.plainText != nil ? words.removing(name) : words.blanking(name)
    return true
  }

  /// Reads `>12`, `> c12`, and a label beside a name: `c12 @Ruth …`, `@Ruth c12 …`.
  private func reply(
    _ invocation: inout Invocation, _ shape: CommandShape, _ words: inout Words
  ) throws(Problem) -> Bool {
    let (word, next) = (words.words[0], words.words.dropFirst().first)
    let parent = shape.parameters.first { $0.kind == .field(.card) }
    guard let scope else { throw .noSession }
    var (label, end) = (word.text, word.range.upperBound)
    if !word.text.hasPrefix(">") {
      let isBesideName = invocation.isSomebodys || next?.text.hasPrefix("@") == true
      guard shape.plainText != nil, parent != nil, isBesideName, next != nil,
        word.text.lowercased().hasPrefix("c"), (try? scope.card(word.text)) != nil
      else { return false }
      if !invocation.isSomebodys {
        // Only where it is a name, and not an address or a time.
        guard let next, words.name(at: next.range.lowerBound, in: scope) != nil else {
          return false
        }
      }
    } else if word.text == ">" {
      guard let next, CardID.looksLikeCard(next.text) else { return false }
      (label, end) = (next.text, next.range.upperBound)
    }
    let range = word.range.lowerBound..<end
    guard let parent else { throw Problem.noReplies.placed(at: range) }
    do throws(Problem) {
      invocation.arguments[parent.name] = try scope.card(label).json
    } catch {
      throw error.placed(at: range)
    }
    words = words.blanking(range)
    return true
  }
}

extension Invocation {
  /// Whether somebody was named, or nobody on purpose.
  var isSomebodys: Bool {
    actor != nil || newcomer != nil || nobody != nil || doubt != nil
  }

  /// Keeps with a doubt what was said, for whoever is meant may have said more.
  mutating func keepSaid(_ shape: CommandShape) {
    guard doubt != nil, let name = shape.plainText?.name, let text = arguments.text(name) else {
      return
    }
    doubt?.said = NameDoubt.Said(parameter: name, text: text)
  }

  /// Those who are named beside the first; where the first is nobody, one of them is.
  fileprivate mutating func take(_ others: NamedOthers) {
    alsoNamed += others.people
    readings += others.remarks
    guard nobody != nil, !alsoNamed.isEmpty else { return }
    switch alsoNamed.removeFirst() {
    case .known(let person): (actor, nobody) = (person.id, nil)
    case .newcomer(let name): (newcomer, nobody) = (name, nil)
    case .nobody, .unsure: break
    }
  }

  fileprivate mutating func take(_ who: NameReading.Who, asks: Bool) throws(Problem) {
    switch who {
    case .known(let person): actor = person.id
    case .newcomer(let name): newcomer = name
    case .nobody(let word): nobody = word
    case .unsure(let doubt):
      guard asks else { throw .unsure(doubt) }
      self.doubt = doubt
    }
  }
}

extension NameReading.Who {
  var isNobody: Bool { if case .nobody = self { true } else { false } }
}

extension CommandShape {
  /// Whether what stands before a name is what this may begin with; else the name is a part of what
  /// was said.
  fileprivate func mayBegin(
    with words: Words, from start: Int, to end: Int, isPlace: ((String) -> Bool)?
  ) -> Bool {
    let before = words.words[start..<end]
    let openings = parameters.flatMap(\.beforeName)
    let glued = words.words[end].text
    let sign = glued.firstIndex(of: "@") ?? glued.startIndex
    let text = (before.map(\.text) + [String(glued[..<sign])]).joined(separator: " ")
    let opening = text.folded
    // Words and a colon, the only one: a sentence with a colon is longer.
    if opening.hasSuffix(":"), openings.contains(":") {
      return before.count <= 6 && opening.dropLast().contains(where: { !$0.isWhitespace })
        && !opening.dropLast().contains(":")
    }
    guard glued.hasPrefix("@"), !before.isEmpty else { return false }
    // A place and another sign than a colon: `Moves us - @Ben …`.
    if openings.contains(":"), let isPlace, let dash = before.last, dash.text.standsForColon {
      return before.count <= 6 && isPlace(before.dropLast().map(\.text).joined(separator: " "))
    }
    let bare = opening.hasSuffix(":") || opening.hasSuffix(",") ? opening.dropLast() : opening[...]
    if openings.contains(where: { $0.folded == bare }) { return true }
    if openings.contains("*"), before.count == 1 { return true }
    let isPlainText = plainText != nil && start == 0
    guard openings.contains("1") || takesValues && !isPlainText else { return false }
    return before.allSatisfy { $0.text.isValue }
  }

  /// Whether something else than words is asked for in a line or after the command.
  private var takesValues: Bool {
    plainText == nil
      || parameters.contains { parameter in
        guard !parameter.isOption, case .field(let type) = parameter.kind else { return false }
        return switch type {
        case .text, .choice, .person, .tags, .date, .file, .flag: false
        default: true
        }
      }
  }
}

extension String {
  /// With our own sign in place of the wide one of another keyboard that it begins with: `＠Ruth`.
  var withOurSign: String {
    guard let first, let place = Array("＠＞／").firstIndex(of: first) else { return self }
    return String(Array("@>/")[place]) + dropFirst()
  }

  /// What people type between a place and what belongs there.
  fileprivate var standsForColon: Bool {
    ["-", "–", "—", "=", "→", "->", "|", ":"].contains(self)
  }

  /// A card or several, a number, or what is typed of them: `c3=2`, `c1>c2`, `c4,c5;`.
  var isValue: Bool {
    let parts = split { ">=,;-".contains($0) }
    return !isEmpty && parts.allSatisfy { Int($0) != nil || CardID.looksLikeCard(String($0)) }
  }

  /// Without the backslash that lets a text begin with one of our signs; any other is a part of the
  /// text: `\\o/`, `\\\\server\\share`.
  package var withoutEscape: String {
    if hasPrefix("//") { return String(dropFirst()) }
    guard hasPrefix("\\") else { return self }
    let rest = drop { $0 == "\\" }
    let isSign = rest.first.map { "@>/#?".contains($0) } == true
    // `c12?` would explain the card.
    let isQuestion = rest.last == "?" && CardID.looksLikeCard(String(rest.dropLast()))
    guard isSign || isQuestion else { return self }
    return String(dropFirst())
  }

  /// Without the backslashes that stand before one of our signs at the beginning of a word, but for
  /// the first: that one is `withoutEscape`'s.
  package var withoutEscapes: String {
    let letters = Array(self)
    return String(
      letters.indices.filter { index in
        let isEscape =
          letters[index] == "\\" && index > 0 && letters[index - 1].isWhitespace
          && index + 1 < letters.count && "@>#".contains(letters[index + 1])
        return !isEscape
      }.map { letters[$0] })
  }
}
