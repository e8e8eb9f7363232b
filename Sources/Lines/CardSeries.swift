package import ExerciseProtocol

/// What is typed of several cards at once: points on them, an order, comparisons. Each takes as
/// many words as have its shape, and is nil where not even the first has.
extension LineScope {
  /// `c1=2 c3 c3`: a card without a number counts one, unless every card must have one. Then what
  /// is typed by itself is neither: it could be a card, or the number that the screen shows. Where
  /// there is one card only, it is that number.
  package func points(
    in words: ArraySlice<Word>, _ range: ClosedRange<Int>, numbered: Bool = false
  ) throws(Problem) -> (json: JSONValue, count: Int)? {
    if numbered, let answer = try numberAlone(words.first, range) { return (answer, 1) }
    var points: [CardID: Int] = [:]
    var count = 0
    var rest = words
    while let word = rest.first {
      var parts = String(word.text.withoutListEnd).withTimes.split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false
      ).map(String.init)
      guard CardID.looksLikeCards(parts[0]) else { break }
      rest = rest.dropFirst()
      if parts.count == 1, let times = rest.first?.text.times {
        parts.append(times)
        rest = rest.dropFirst()
        count += 1
      }
      if numbered, parts.count == 1 {
        // After the cards, a number may begin a sentence.
        if count > 0, Int(parts[0]) != nil { break }
        throw Problem.withoutNumber(parts[0], range).placed(at: word.range)
      }
      guard let number = parts.count == 1 ? 1 : Int(parts[1]) else {
        throw Problem.notANumber(parts[1]).placed(at: word.range)
      }
      for card in try cards(parts[0]) {
        let (total, overflow) = (points[card] ?? 0).addingReportingOverflow(number)
        guard !overflow, range.contains(total) else {
          throw Problem.outOfRange("\(card)", number, range).placed(at: word.range)
        }
        points[card] = total
      }
      count += 1
    }
    guard count > 0 else { return nil }
    let members = points.sorted { $0.key < $1.key }
    return (.object(members.map { .init($0.key.rawValue, .integer($0.value)) }), count)
  }

  /// A number by itself, as the number that is given to the only card; nil where there are more.
  private func numberAlone(
    _ word: Word?, _ range: ClosedRange<Int>
  ) throws(Problem) -> JSONValue? {
    guard let word, let number = Int(word.text), let card = onlyCard else { return nil }
    guard range.contains(number) else {
      throw Problem.outOfRange("\(card)", number, range).placed(at: word.range)
    }
    return .object([.init(card.rawValue, .integer(number))])
  }

  /// `c3 c1=c2 c5`, or with `>` between: the best first, those with `=` between them alike.
  package func ranking(in words: ArraySlice<Word>) throws(Problem) -> (json: JSONValue, count: Int)?
  {
    var ranks: [[CardID]] = []
    var count = 0
    for word in words {
      let parts = word.text.withoutListEnd.split(separator: ">").map(String.init)
      guard !parts.isEmpty, parts.allSatisfy(CardID.looksLikeRank) else { break }
      do throws(Problem) {
        for part in parts {
          var rank: [CardID] = []
          for name in part.split(separator: "=") { rank.append(try card(String(name))) }
          ranks.append(rank)
        }
      } catch {
        throw error.placed(at: word.range)
      }
      count += 1
    }
    let all = ranks.joined()
    if let twice = all.first(where: { card in all.count { $0 == card } > 1 }) {
      throw Problem(
        "\(twice) stands in the order twice.", hint: "Name every card once.", isUsage: true)
    }
    return ranks.isEmpty
      ? nil : (.array(ranks.map { .array($0.map(\.json)) }), count)
  }

  /// `c1>c2 c4>c3`: of each two, the better one first.
  package func duels(in words: ArraySlice<Word>) throws(Problem) -> (json: JSONValue, count: Int)? {
    var duels: [JSONValue] = []
    for word in words {
      let sides = word.text.withoutListEnd.split(
        separator: ">", omittingEmptySubsequences: false
      ).map(String.init)
      guard sides.count == 2, sides.allSatisfy(CardID.looksLikeCard) else { break }
      do throws(Problem) {
        let (better, worse) = (try card(sides[0]), try card(sides[1]))
        guard better != worse else {
          throw Problem(
            "\(better) can't be compared with itself.", hint: "Write c1>c2.", isUsage: true)
        }
        duels.append([better.json, worse.json])
      } catch {
        throw error.placed(at: word.range)
      }
    }
    return duels.isEmpty ? nil : (.array(duels), duels.count)
  }
}

extension String {
  /// `c3x2`, `c3×2`, `c3*2` as `c3=2`.
  fileprivate var withTimes: String {
    guard lowercased().hasPrefix("c"), !contains("="),
      let sign = lastIndex(where: { "x×*".contains($0) }), sign != startIndex,
      CardID.looksLikeCard(String(self[..<sign])), Int(self[index(after: sign)...]) != nil
    else { return self }
    return self[..<sign] + "=" + self[index(after: sign)...]
  }

  /// The number of `x3`, `×3`, `*3`, `3x`: so many times; nil for what says none.
  fileprivate var times: String? {
    let bare = withoutListEnd
    guard let first = bare.first, let last = bare.last else { return nil }
    let digits =
      "x×*".contains(first.lowercased())
      ? bare.dropFirst()
      : "x×".contains(last.lowercased()) ? bare.dropLast() : ""
    return Int(digits) == nil ? nil : String(digits)
  }

  /// `c1=2;`, `c3,`, `c4.`: without what people put between cards, or at the end.
  fileprivate var withoutListEnd: Substring {
    var text = self[...]
    while let last = text.last, ",;.".contains(last) { text.removeLast() }
    return text
  }
}

extension CardID {
  fileprivate static func looksLikeRank(_ text: String) -> Bool {
    let names = text.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
    return names.allSatisfy(looksLikeCard)
  }
}
