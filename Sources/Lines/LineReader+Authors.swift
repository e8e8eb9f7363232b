import ExerciseProtocol

/// Those who are named behind the first name of a line.
struct NamedOthers {
  var people: [NameReading.Who] = []
  /// Behind the last name and what ends it.
  var end: Int
  /// What stays in the words although it reads like a name.
  var remarks: [String] = []
}

/// Several people before the words: `@Liz, @Tom: we agree`, `@Zoë & Ben – …`, `@Ben, Ann, Zoë: …`.
///
/// A comma, `and` (`a`, `und`, …), `&`, `+` or `/` joins them. With its sign each is a name.
/// Without one it has to be somebody's who is known, and the list has to be ended: by a colon, a
/// dash, a sign of ours; behind `and` a comma does, and behind `&`, `+` and `/` a blank. For
/// “Ruth, Tom said so” is Ruth's.
extension LineReader {
  /// - Parameters:
  ///   - end: behind the first name, with the punctuation that ends it.
  /// - Throws: where one of them could be somebody else.
  func others(
    after end: Int, in words: Words, of shape: CommandShape, _ scope: any LineScope
  ) throws(Problem) -> NamedOthers {
    var (found, taken): ([(who: NameReading.Who, end: Int)], Int) = ([], 0)
    var place = end
    while found.count < 30, let joint = words.joint(at: place),
      let (who, next) = name(at: joint.sign, in: words, of: shape, scope)
    {
      if !joint.isSigned { guard case .known = who else { break } }
      let isEnded = isEnded(at: next, joint, in: words, of: shape)
      if case .unsure(let doubt) = who, joint.kind != .none || isEnded {
        throw Problem.unsure(doubt)
          .placed(at: joint.sign..<words.nameEnd(from: joint.sign, to: next))
      }
      found.append((who, next))
      let isSure =
        joint.isSigned && (joint.kind != .none || shape.severalPeople != nil)
        || joint.kind == .sign
      if isSure || isEnded { taken = found.count }
      place = next
    }
    var others = NamedOthers(end: taken == 0 ? end : found[taken - 1].end)
    for (who, _) in found.prefix(taken) {
      if case .nobody(let word) = who {
        others.remarks.append("“@\(word)” is nobody in particular.")
      } else {
        others.people.append(who)
      }
    }
    if let name = looseName(after: others.end, in: words, of: shape, scope) {
      others.remarks.append(
        "“\(name)” stays in the words. A colon behind the last name, or @ before each, names "
          + "several: @Ruth and @Tom: …")
    }
    return others
  }

  /// Whether the list of names ends behind one of them.
  private func isEnded(
    at end: Int, _ joint: Words.Joint, in words: Words, of shape: CommandShape
  ) -> Bool {
    let closing = words.line[..<end].reversed().prefix { ":：,.;!?…)".contains($0) }
    if closing.contains(where: { ":：".contains($0) }) { return true }
    if closing.contains(","), joint.kind == .word { return true }
    // `@Tom's and Ann's idea`
    if joint.kind == .word, String(words.line[..<end].suffix(2)).folded == "'s" { return true }
    if words.pastDash(from: end) > end { return true }
    let rest = words.line[end...].drop(while: \.isWhitespace)
    guard let next = rest.first else { return true }
    if next == ">" { return true }
    let first = String(rest.prefix { !$0.isWhitespace })
    if shape.plainText == nil { return first.isValue }
    guard let isPlace, let colon = rest.firstIndex(where: { ":：".contains($0) }) else {
      return false
    }
    let before = String(rest[..<colon])
    return before.count <= 60 && isPlace(before)
  }

  /// `and Tom` behind a name, where nothing says that it is the name of a second author.
  private func looseName(
    after end: Int, in words: Words, of shape: CommandShape, _ scope: any LineScope
  ) -> String? {
    guard let joint = words.joint(at: end), joint.kind != .comma,
      let (who, next) = name(at: joint.sign, in: words, of: shape, scope)
    else { return nil }
    let text = words.line[(joint.sign + (joint.isSigned ? 0 : 1))..<next]
    switch who {
    case .known: break
    case .newcomer, .unsure:
      // Somebody new would have a capital, and something that ends the name.
      let isName = text.first(where: \.isLetter)?.isUppercase == true
      guard joint.isSigned || isName && isEnded(at: next, joint, in: words, of: shape) else {
        return nil
      }
    case .nobody: return nil
    }
    return words.line[words.nextWord(end)..<words.nameEnd(from: joint.sign, to: next)]
      .map(String.init).joined()
  }

  /// Where a line keeps no name, one before it is left out of the words, and that is told: of a
  /// theme's name it would be a part.
  func readNameOfNone(
    _ invocation: inout Invocation, _ shape: CommandShape, _ words: inout Words
  ) throws(Problem) {
    guard shape.attribution == .none, shape.plainText != nil, let scope,
      let place = words.words.firstIndex(where: { $0.text.hasPrefix("@") }),
      words.words[..<place].allSatisfy({ $0.text.isValue || "#~*".contains($0.text.first ?? " ") })
    else { return }
    let sign = words.words[place].range.lowerBound
    guard let (who, end) = name(at: sign, in: words, of: shape, scope) else { return }
    switch who {
    case .newcomer:
      let name = words.line[sign..<words.nameEnd(from: sign, to: end)].map(String.init).joined()
      invocation.readings.append("“\(name)” names nobody here, so it stays in the words.")
      return
    case .known, .unsure, .nobody: break
    }
    let others = try others(after: end, in: words, of: shape, scope)
    let names = words.line[sign..<words.nameEnd(from: sign, to: others.end)].map(String.init)
    invocation.readings.append("No names are kept of this, so “\(names.joined())” is left out.")
    words = words.removing(sign..<words.pastDash(from: others.end))
  }
}

extension Words {
  /// What stands between two names.
  struct Joint {
    enum Kind { case none, comma, word, sign }

    /// Where the name begins; one before it where it has no sign of its own.
    var sign: Int
    var isSigned: Bool
    var kind: Kind
  }

  /// What may join another name to the one that ends there; nil where a colon or the like has ended
  /// the names.
  func joint(at end: Int) -> Joint? {
    let closing = line[..<end].reversed().prefix { ":：;；!?…,，、/&+.".contains($0) }
    guard !closing.contains(where: { ":：!?…".contains($0) }) else { return nil }
    var kind = closing.contains(where: \.separatesNames) ? Joint.Kind.comma : .none
    var index = nextWord(end)
    while index < line.count {
      if line[index].separatesNames {
        kind = "&+/＋".contains(line[index]) ? .sign : .comma
        index = nextWord(index + 1)
        continue
      }
      let word = line[index...].prefix { !$0.isWhitespace }
      guard word.count < 6, word.endIndex < line.count, !line[word.endIndex].isNewline,
        String(word).folded.isNameJoiner
      else { break }
      kind = .word
      index = nextWord(word.endIndex)
    }
    guard index < line.count, index > 0 else { return nil }
    let isSigned = line[index] == "@" || line[index] == "＠"
    guard isSigned || kind != .none && line[index].isLetter else { return nil }
    return Joint(sign: isSigned ? index : index - 1, isSigned: isSigned, kind: kind)
  }

  /// The next character on the line that is no blank.
  func nextWord(_ index: Int) -> Int {
    line[index...].firstIndex { !$0.isWhitespace || $0.isNewline } ?? line.count
  }
}
