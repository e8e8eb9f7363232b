import ExerciseKit

extension Poll {
  /// What becomes of a vote; every line action decides this.
  static func take(
    _ vote: Vote, in room: Room<Self>
  ) throws(Refusal) -> [Effect<PollEvent<Vote>>] {
    room.isSealed ? try unseal(vote, in: room) : try takeOpenly(vote, in: room)
  }

  /// A ballot out of the box. It is judged by the paper on which it was cast: a card that was
  /// hidden since is no reason to refuse it.
  private static func unseal(
    _ vote: Vote, in room: Room<Self>
  ) throws(Refusal) -> [Effect<PollEvent<Vote>>] {
    try check(vote, against: room.taken, in: room)
    return [.record(.cast(Cast(vote: vote, weight: room.weight, after: room.lot)))]
  }

  private static func takeOpenly(
    _ vote: Vote, in room: Room<Self>
  ) throws(Refusal) -> [Effect<PollEvent<Vote>>] {
    guard let voter = room.actor else {
      throw Refusal(
        "Whose \(words.unit.many) are these?", hint: "@Name and then the \(words.field).")
    }
    guard !room.state.isRevealed else {
      throw Refusal("The count is revealed already.", hint: "/reopen lets people vote again.")
    }
    try check(vote, against: options(of: room), in: room)
    let name = room.name(of: voter) ?? voter.rawValue
    let again = room.state.ballots[voter] == nil ? "" : " again, in place of the first time"
    let remark = remark(on: vote, room.settings).map { " \($0)" } ?? ""
    let words = newWords(in: vote, room)
    let event: PollEvent<Vote> =
      words.isEmpty ? .voted(voter, vote) : .votedOn(voter, vote, words: words)
    return [.record(event), .notice("\(name) has voted\(again).\(remark)")]
  }

  /// How the cards read that this vote is the first to name.
  private static func newWords(in vote: Vote, _ room: Room<Self>) -> [CardID: String] {
    let named = answer(vote).labels
    let cards = options(of: room).filter {
      named.contains($0.id.rawValue) && room.state.words[$0.id] == nil
    }
    return Dictionary(cards.map { ($0.id, $0.text) }) { first, _ in first }
  }

  private static func check(
    _ vote: Vote, against cards: [Card], in room: Room<Self>
  ) throws(Refusal) {
    guard !cards.isEmpty else { throw whyNothing(room) }
    var question = room.question(about: cards)
    question.form = typedForm(room.settings, options: cards.count)
    if let fault = question.fault(in: answer(vote)) {
      throw fault.refusal(of: question, words)
    }
  }
}

extension JSONValue {
  /// What an answer names: strings, in lists too, and the names of members.
  fileprivate var labels: Set<String> {
    switch self {
    case .string(let text): [text]
    case .array(let items): items.reduce(into: []) { $0.formUnion($1.labels) }
    case .object(let members): Set(members.map(\.name))
    default: []
    }
  }
}
