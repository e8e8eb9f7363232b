import ExerciseKit

/// Random values of fields, as a host would let them pass, and others that it would not.
struct FieldSampler {
  var random: Chance

  init(seed: Int) { random = Chance(seed: seed) }

  /// Fields that a host could send in `session`: required ones always, the others now and then.
  mutating func valid(
    _ fields: [FieldDescription], in session: SessionStandIn
  ) -> JSONValue {
    var members: [JSONValue.Member] = []
    for field in fields where field.isRequired || !random.once(in: 3) {
      members.append(.init(field.name, value(of: field.type, in: session)))
    }
    return JSONValue.object(members).completed(from: fields)
  }

  /// Fields of which one is of the wrong kind or missing; nil where there is none to get wrong.
  mutating func invalid(
    _ fields: [FieldDescription], in session: SessionStandIn
  ) -> JSONValue? {
    guard let wrong = random.pick(fields), case .object(var members) = valid(fields, in: session)
    else { return nil }
    members.removeAll { $0.name == wrong.name }
    if !wrong.isRequired || random.once(in: 2) {
      members.append(.init(wrong.name, Self.wrongValue(of: wrong.type)))
    }
    return .object(members)
  }

  private mutating func value(of type: FieldType, in session: SessionStandIn) -> JSONValue {
    switch type {
    case .text: .string(text())
    case .integer(let range): .integer(integer(in: range))
    case .flag: .bool(random.once(in: 2))
    case .choice(let names): .string(random.pick(names) ?? "")
    case .card: .string(label(in: session))
    case .cards: .array((0..<3).map { _ in .string(label(in: session)) })
    case .person: .string(random.pick(session.participants)?.id.rawValue ?? "p1")
    case .points(let range): points(in: session, range)
    case .ranking: .array(distinctLabels(in: session).map { .array([.string($0)]) })
    case .duels: duels(in: session)
    case .tags: .array([.string("skills"), .string(text())])
    case .date: .string(CivilDate(daysSinceEpoch: integer(in: 0...40_000)).description)
    case .file: ["name": "a.txt", "base64": .string(random.pick(Self.files) ?? "")]
    }
  }

  /// Mostly a card that is there.
  private mutating func label(in session: SessionStandIn) -> String {
    if random.once(in: 8) { return "c9999" }
    return random.pick(session.cards)?.id.rawValue ?? "c1"
  }

  private mutating func points(
    in session: SessionStandIn, _ range: ClosedRange<Int>
  ) -> JSONValue {
    var members: [JSONValue.Member] = []
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      let name = label(in: session)
      guard !members.contains(where: { $0.name == name }) else { continue }
      members.append(.init(name, .integer(integer(in: range))))
    }
    return .object(members)
  }

  private mutating func distinctLabels(in session: SessionStandIn) -> [String] {
    var labels: [String] = []
    for _ in 0..<3 {
      let name = label(in: session)
      if !labels.contains(name) { labels.append(name) }
    }
    return labels
  }

  private mutating func duels(in session: SessionStandIn) -> JSONValue {
    let labels = distinctLabels(in: session)
    return .array(zip(labels, labels.dropFirst()).map { [.string($0), .string($1)] })
  }

  /// The bounds now and then, and small numbers more often than large ones.
  private mutating func integer(in range: ClosedRange<Int>) -> Int {
    if random.once(in: 6) { return random.once(in: 2) ? range.lowerBound : range.upperBound }
    let low = max(range.lowerBound, min(0, range.upperBound))
    let (sum, overflow) = low.addingReportingOverflow(3)
    return Int.random(in: low...(overflow ? low : min(range.upperBound, sum)), using: &random)
  }

  private mutating func text() -> String {
    (0..<Int.random(in: 0...6, using: &random)).map { _ in random.pick(Self.words) ?? "" }
      .joined(separator: " ")
  }

  private static let words = [
    "We", "need", "a guide", "#skills", "#", "c1", "@Ruth", ">c1", "\u{1B}[2J", "\u{202E}",
    "e\u{301}", "日本語", "👩‍👩‍👧", "\n", "\t", "\u{0}", "\"", "\\", "<b>", "",
  ]

  /// Nothing, “Hello”, a NUL, and no base64 at all but what a host would never send.
  private static let files = ["", "SGVsbG8=", "AA==", "PHJzcy8+", "W10="]

  /// A value that no reading of the type can take.
  private static func wrongValue(of type: FieldType) -> JSONValue {
    switch type {
    case .text, .card, .person: 7
    case .integer: "seven"
    case .flag: "perhaps"
    case .choice: "no such choice"
    case .cards, .tags, .ranking, .duels: "c1"
    case .points: ["c1": "many"]
    case .date: "2023-02-29"
    case .file: ["name": 1]
    }
  }
}
