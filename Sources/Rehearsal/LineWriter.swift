import ExerciseProtocol

/// Writes what somebody types: values for the fields that an action declares.
struct LineWriter {
  /// Those that can be seen, in the order of the screen.
  var cards: [Card]
  /// Those nobody has placed, sorted or taken up yet.
  var freshCards: [Card]
  var people: [Guest]
  var voice: Guest.Voice
  var kind: Sentence.Kind
  var today: CivilDate?
  /// What was said already.
  var said: Set<String> = []
  /// After a refusal: as little as can be.
  var isModest = false

  /// The words of an action's fields, in their order; nil where something is asked for that is not
  /// there.
  func words(
    for action: ActionDescription, isLine: Bool, using chance: inout Chance
  ) -> [String]? {
    var words: [String] = []
    let lastText = action.fields.last { $0.type == .text }?.name
    for field in wanted(of: action, using: &chance) {
      guard let value = value(of: field, using: &chance) else {
        if field.isRequired { return nil }
        continue
      }
      let isReply = isLine && field.type == .card && !field.isRequired
      if isReply {
        words.append(">" + value)
      } else if field.name == lastText || field.isRequired || field.type != .text {
        words.append(value)
      } else {
        words.append("\(field.name)=\"\(value)\"")
      }
    }
    return words.isEmpty && !action.fields.isEmpty ? nil : words
  }

  /// What is filled in: what must be, and of the rest as much as makes a line.
  private func wanted(
    of action: ActionDescription, using chance: inout Chance
  ) -> [FieldDescription] {
    let required = action.fields.filter(\.isRequired)
    let optional = action.fields.filter { !$0.isRequired && $0.defaultValue == nil }
    var wanted = required
    if required.isEmpty {
      let texts = optional.filter { $0.type == .text }
      // A card that is there is named; else something is said.
      let first = optional.first.flatMap { $0.type == .text ? texts.last : $0 }
      let isThere = first?.type != .card || !cards.isEmpty
      if let pick = isThere ? first : texts.last ?? first { wanted.append(pick) }
    } else {
      let isReason = optional.first { $0.type == .text }
      if let isReason, Int.random(in: 0..<3, using: &chance) == 0 { wanted.append(isReason) }
      let isReply = optional.first { $0.type == .card }
      if let isReply, cards.count > 3, !isModest, Int.random(in: 0..<3, using: &chance) == 0 {
        wanted.append(isReply)
      }
    }
    let names = Set(wanted.map(\.name))
    return action.fields.filter { names.contains($0.name) }
  }

  private func value(of field: FieldDescription, using chance: inout Chance) -> String? {
    switch field.type {
    case .text: return text(for: field, using: &chance)
    case .integer(let range): return "\(number(in: range, using: &chance))"
    case .flag: return Bool.random(using: &chance) ? "yes" : "no"
    case .choice(let names): return names.randomElement(using: &chance)
    case .card: return pick(using: &chance)?.id.rawValue
    case .cards: return some(2, using: &chance)
    case .person: return people.randomElement(using: &chance)?.name
    case .points(let range): return points(in: range, field.isNumbered, using: &chance)
    case .ranking:
      let order = cards.shuffled(using: &chance).prefix(isModest ? 1 : 5)
      return order.isEmpty ? nil : order.map(\.id.rawValue).joined(separator: " ")
    case .duels: return duels(using: &chance)
    case .tags: return kind.rawValue
    case .date: return date(using: &chance)
    case .file: return nil
    }
  }

  /// In somebody's own words; a day at the end where the field says that one may stand there.
  private func text(for field: FieldDescription, using chance: inout Chance) -> String {
    let said = Sentence.draw(kind, by: voice, notAmong: said, using: &chance)
    guard field.summary.contains("by 20"), let date = date(using: &chance) else { return said }
    return "\(said) by \(date)"
  }

  /// Within bounds; where these are no scale, a round number that is not too large.
  private func number(in range: ClosedRange<Int>, using chance: inout Chance) -> Int {
    let (width, isWide) = range.upperBound.subtractingReportingOverflow(range.lowerBound)
    if !isWide, width <= 20 { return Int.random(in: range, using: &chance) }
    let small = Int.random(in: 1...20, using: &chance)
    let large = range.upperBound >= 100_000 ? small * 100 : small
    return min(max(large, range.lowerBound), range.upperBound)
  }

  private func date(using chance: inout Chance) -> String? {
    let days = Int.random(in: 14...120, using: &chance)
    return today.map { CivilDate(daysSinceEpoch: $0.daysSinceEpoch + days).description }
  }

  private func pick(using chance: inout Chance) -> Card? {
    (freshCards.isEmpty ? cards : freshCards).randomElement(using: &chance)
  }

  private func some(_ most: Int, using chance: inout Chance) -> String? {
    let count = isModest ? 1 : Int.random(in: 1...most, using: &chance)
    let some = cards.shuffled(using: &chance).prefix(count)
    return some.isEmpty ? nil : some.map(\.id.rawValue).joined(separator: " ")
  }

  /// Where the bounds are a scale, a judgement of several cards; else one point on a card or two.
  private func points(
    in range: ClosedRange<Int>, _ isNumbered: Bool = false, using chance: inout Chance
  ) -> String? {
    let (width, isWide) = range.upperBound.subtractingReportingOverflow(range.lowerBound)
    let isScale = !isWide && width <= 20
    let count = isModest ? 1 : isScale ? 5 : 2
    let some = cards.shuffled(using: &chance).prefix(count)
    guard !some.isEmpty else { return nil }
    let given = some.map { card -> String in
      if isScale, !isModest || isNumbered {
        return "\(card.id)=\(Int.random(in: range, using: &chance))"
      }
      return range.contains(1) ? card.id.rawValue : "\(card.id)=\(range.lowerBound)"
    }
    return given.joined(separator: " ")
  }

  private func duels(using chance: inout Chance) -> String? {
    let order = cards.shuffled(using: &chance).prefix(isModest ? 2 : 4).map(\.id.rawValue)
    let pairs = zip(order, order.dropFirst()).map { "\($0)>\($1)" }
    return pairs.isEmpty ? nil : pairs.joined(separator: " ")
  }
}

extension LineWriter {
  /// A line of this form; nil where there is no card left that nobody has taken up.
  func line(_ form: LineForm, using chance: inout Chance) -> String? {
    var topic: Topic?
    var words: [String] = []
    for part in form.parts {
      switch part {
      case .word(let word): words.append(word)
      case .cards:
        let cards = related(naming: form.parts.contains(.words), using: &chance)
        guard let first = cards.first else { return nil }
        topic = Topic(of: first.text)
        words += cards.map(\.id.rawValue)
      case .points:
        let points = points(in: form.bounds ?? 1...5, using: &chance)
        guard let points else { return nil }
        words.append(points)
      case .number:
        words.append("\(number(form, using: &chance))")
      case .date: words += [date(using: &chance)].compactMap(\.self)
      case .words:
        // After cards it is what they are called; after a keyword it is the reason.
        words.append(
          form.parts.contains(.cards)
            ? topic?.theme ?? "What else came up"
            : Sentence.draw(.reaction, by: voice, notAmong: said, using: &chance))
      }
    }
    return words.joined(separator: " ")
  }

  /// Where it is all of the line it is an answer on a scale, and people who came to a workshop are
  /// rather for things than against.
  private func number(_ form: LineForm, using chance: inout Chance) -> Int {
    let range = form.bounds ?? 1...5
    let isAnswer = form.parts == [.number] && Int.random(in: 0..<7, using: &chance) > 0
    let low = isAnswer ? range.upperBound - (range.upperBound - range.lowerBound) / 3 : nil
    return Int.random(in: (low ?? range.lowerBound)...range.upperBound, using: &chance)
  }

  /// Cards that belong together by what they speak of, where they are to be named; else one.
  private func related(naming: Bool, using chance: inout Chance) -> [Card] {
    guard let first = freshCards.randomElement(using: &chance) else { return [] }
    guard naming else { return [first] }
    let topic = Topic(of: first.text)
    return Array(freshCards.filter { Topic(of: $0.text) == topic }.prefix(9))
  }
}
