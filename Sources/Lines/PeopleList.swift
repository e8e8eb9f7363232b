import ExerciseProtocol

/// Several people named one after another: `Liz, Tom`, `@Liz @Tom`, `Liz and Ruth Hyde`.
extension LineScope {
  /// Everybody whom these words name, each once: with a comma, `and`, `&`, `+` or `/` between them,
  /// or a blank alone.
  ///
  /// - Throws: a problem, in its place, about the first that names nobody, or more than one.
  func people(listed words: ArraySlice<Word>) throws(Problem) -> [Participant] {
    var people: [Participant] = []
    for group in words.namesApart {
      var rest = group[...]
      while let first = rest.first {
        do throws(Problem) {
          let (person, count) = try person(in: rest)
          people.append(person)
          rest = rest.dropFirst(count)
        } catch {
          throw error.placed(at: first.range)
        }
      }
    }
    return people.withoutRepeats
  }
}

extension ArraySlice<Word> {
  /// The words between what can stand between two names.
  fileprivate var namesApart: [[Word]] {
    var groups: [[Word]] = [[]]
    for word in self {
      if word.text.folded.isNameJoiner {
        groups.append([])
        continue
      }
      let parts = word.text.split(omittingEmptySubsequences: false) { $0.separatesNames }
      for (index, part) in parts.enumerated() {
        if index > 0 { groups.append([]) }
        groups[groups.count - 1] += part.split(whereSeparator: \.isWhitespace)
          .filter { !String($0).folded.isNameJoiner }
          .map { Word(text: String($0).withoutAt, range: word.range, isQuoted: false) }
      }
    }
    return groups.filter { !$0.isEmpty }
  }
}

extension Character {
  /// Between two names: `Liz, Tom`, `Liz/Tom`.
  var separatesNames: Bool { ",;/&+，、；".contains(self) }
}

extension String {
  /// A word between two names, in the languages of the rooms that we know: `and`, Welsh `a` and
  /// `ac`, …
  var isNameJoiner: Bool {
    [
      "and", "with", "plus", "a", "ac", "und", "et", "y", "e", "i", "og", "och", "en", "ja",
    ].contains(self)
  }
}

extension ArgumentReader {
  /// `owner=Ruth Hyde`, `owner=Liz, Tom and Ann` at the end of the line: a name may have blanks.
  ///
  /// - Throws: where it is a list, and one of them is nobody here.
  mutating func readTrailingPeople() throws(Problem) -> Bool {
    guard let scope else { return false }
    for count in stride(from: min(12, end - position), to: 1, by: -1) {
      let run = words.words[(end - count)..<end]
      guard let first = run.first, let last = run.last, !first.isQuoted,
        let equals = first.text.firstIndex(of: "="),
        let parameter = parameters.first(where: {
          $0.kind == .field(.person) && $0.name == first.text[..<equals].lowercased()
        }), arguments[parameter.name] == nil
      else { continue }
      let name = Word(
        text: String(first.text[first.text.index(after: equals)...]), range: first.range,
        isQuoted: false)
      let value = [name] + run.dropFirst()
      guard value.allSatisfy({ !$0.text.contains("=") }) else { continue }
      let people: [Participant]
      do throws(Problem) {
        people = try scope.people(listed: value[...])
      } catch {
        guard value.dropLast().contains(where: { $0.text.last?.separatesNames == true }) else {
          continue
        }
        throw error
      }
      guard !people.isEmpty, parameter.isSeveral || people.count == 1 else { continue }
      let json: JSONValue = parameter.isSeveral ? .array(people.map(\.id.json)) : people[0].id.json
      take(json, for: parameter, at: first.range.lowerBound..<last.range.upperBound)
      end -= count
      return true
    }
    return false
  }
}
