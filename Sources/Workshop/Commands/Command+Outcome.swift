package import ExerciseProtocol
import OrderedCollections

extension Command {
  static let outcome = Command(
    "outcome", "Record what the session leaves behind, or list it", group: .cards,
    parameters: [
      Parameter(
        "kind", .field(.choice(Outcome.Kind.allCases.map(\.rawValue))),
        "A decision, an action, or an insight"),
      Parameter("cards", .field(.cards), "The cards that it comes from"),
      Parameter("text", .field(.text), "In words; the card's own words where not given"),
      Parameter.owner,
      Parameter("due", .field(.date), "By when: 2026-12-01", isOption: true),
    ],
    examples: [
      "/outcome", "/outcome decision c12",
      "/outcome action c12 Write the guide owner=Ruth due=2026-12-01",
      "/outcome action Ring the school by Friday @Liz @Tom",
      "/outcome insight Senior people and young people share more needs than we thought",
    ],
    subwords: Subwords([
      "": [], "decision": ["cards", "text", "owner", "due"],
      "action": ["cards", "text", "owner", "due"], "insight": ["cards", "text", "owner", "due"],
    ])
  ) { desk, invocation throws(Problem) in
    let session = try desk.open().session
    let arguments = invocation.arguments
    guard let kind = arguments.text("kind").flatMap(Outcome.Kind.init) else {
      return Response(
        session.outcomeView, result: ["outcomes": .array(session.allOutcomes.map(\.json))])
    }
    let cards = arguments.strings("cards").map { CardID($0) }
    guard let text = arguments.text("text") ?? cards.first.flatMap({ session.board[$0]?.text })
    else {
      throw Problem(
        "The \(kind.rawValue) has no words yet.",
        hint: "/outcome \(kind.rawValue) c12 or its words",
        isUsage: true)
    }
    let outcome = Outcome(
      kind: kind, text: text, owners: arguments.strings("owner").map { ParticipantID($0) },
      due: arguments.text("due").flatMap { CivilDate($0) }, cards: cards,
      activity: session.current)
    let logged = try desk.commit { _ in [.decided(outcome)] }
    return .done(Acknowledgement.of(logged, in: session), result: ["outcome": outcome.json])
  }
}

extension Parameter {
  /// Who sees to what is recorded.
  fileprivate static var owner: Parameter {
    var parameter = Parameter(
      "owner", .field(.person), "Who sees to it, one or several: owner=Liz,Tom", isOption: true)
    parameter.isSeveral = true
    return parameter
  }
}

extension Outcome: JSONRepresentable {
  package var json: JSONValue {
    [
      "kind": .string(kind.rawValue), "text": .string(text), "owner": owners.first?.json,
      "owners": owners.count > 1 ? .list(owners) : nil,
      "due": due.map { .string($0.description) }, "cards": .list(cards),
      "activity": activity?.json,
    ]
  }

  package init(_ reader: JSONReader) throws(JSONShapeError) {
    kind = try Kind(choice: reader.required("kind"))
    text = try reader.string("text")
    let first = try reader.optional("owner").map(ParticipantID.init)
    let all = try reader.list("owners", ParticipantID.init)
    owners = all.isEmpty ? [first].compactMap(\.self) : all
    due = nil
    if let day = reader.optional("due") {
      guard let date = CivilDate(try day.string()) else { throw day.mismatch("a day") }
      due = date
    }
    cards = try reader.list("cards", CardID.init)
    activity = try reader.optional("activity").map(ActivityID.init)
  }
}

extension Session {
  /// The outcomes, a heading a kind.
  var outcomeView: View {
    let outcomes = allOutcomes
    guard !outcomes.isEmpty else {
      return View([
        .text("No outcome is recorded yet."),
        .note("/outcome decision c12, or action, or insight", .hint),
      ])
    }
    var blocks: [View.Block] = []
    for kind in Outcome.Kind.allCases {
      let items = outcomes.filter { $0.kind == kind }.map { described($0) }
      guard !items.isEmpty else { continue }
      blocks += [
        .heading("\(kind.rawValue.capitalizedFirst)s", level: 3), .list(items, ordered: true),
      ]
    }
    return View(blocks)
  }

  private func described(_ outcome: Outcome) -> String {
    var remarks: [String] = []
    remarks += outcome.owners.compactMap { name(of: $0) }
    if let due = outcome.due { remarks.append("by \(due)") }
    if outcome.cards.contains(where: { board[$0]?.attributes["status"] == "done" }) {
      remarks.append("done")
    }
    if !outcome.cards.isEmpty {
      remarks.append("from \(outcome.cards.map(\.rawValue).andList)")
    }
    return outcome.text + (remarks.isEmpty ? "" : " (\(remarks.joined(separator: ", ")))")
  }
}
