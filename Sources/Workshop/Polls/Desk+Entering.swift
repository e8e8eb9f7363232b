import ExerciseProtocol
import OrderedCollections
import Polling

/// Ballots that nobody cast in the booth: from paper, by double entry; and, in a script, by the
/// facilitator's hand.
extension Desk {
  /// Takes down what one person reads on a ballot on paper: `7 c3 c1=c2`, `8 blank`, `9 spoilt`.
  func enterPaper(_ typed: String, by name: String?) throws(Problem) -> Response {
    let (live, poll) = try currentPoll()
    guard let name else {
      throw Problem(
        "Who reads the paper? Two people enter every ballot, and each is named.",
        hint: "/vote enter 7 c3 c1 by=Ruth", isUsage: true)
    }
    let person = try live.session.person(called: name)
    let words = Words(typed)
    guard let number = words.words.first.flatMap({ Int($0.text.withoutHash) }) else {
      throw Problem(
        "Which paper is it? Number them, and begin with the number.",
        hint: "/vote enter 7 c3 c1 by=Ruth", isUsage: true)
    }
    let ballot = try readBallot(words, from: 1, for: poll)
    let box = try box(of: poll, in: live)
    try unlessRefused { () throws(BallotBoxFailure) in
      try box.enter(ballot, paper: number, by: person.id)
    }
    let entries = try unlessRefused { () throws(BallotBoxFailure) in try box.entries() }
    return Response(
      View(PollWording.entered(number, entries, in: live.session)),
      result: [
        "paper": .integer(number), "agreed": .integer(entries.agreed.count),
        "differing": .array(entries.differing.map { .integer($0.number) }),
        "waiting": .array(entries.waiting.map(JSONValue.integer)),
      ])
  }

  /// Puts the papers that two people read alike into the box; where people vote by name, those
  /// whose papers they are.
  func takePapers(of names: String) throws(Problem) -> Response {
    let (live, poll) = try currentPoll()
    var voters: [Voter] = []
    for name in names.split(separator: ",") {
      let words = Words(name)
      guard !words.words.isEmpty else { continue }
      voters.append(.person(try live.session.person(called: words.rest(from: 0)).id))
    }
    let box = try box(of: poll, in: live)
    let count = try unlessRefused { () throws(BallotBoxFailure) in
      try box.takePapers(spending: voters)
    }
    guard count > 0 else {
      throw Problem(
        "No paper was read alike by two people yet.", hint: "/vote tells which are waiting.")
    }
    return .done(PollWording.taken(count), result: ["taken": .integer(count)])
  }

  /// Enters a ballot for a voter: `Ruth: c3 c1`, or `CODE: blank`. In scripts alone, where nobody
  /// looks on, and only where the published terms say that the facilitator may; it is counted apart
  /// from what people cast themselves.
  func castInScript(_ typed: String) throws(Problem) -> Response {
    guard !surroundings.isInteractive else {
      throw Problem(
        "A secret ballot can't be typed here: everybody would see it.",
        hint: "/vote open starts the booth.")
    }
    let (live, poll) = try currentPoll()
    guard poll.terms.allows(.entered) else { throw .refused(.notByThisWay(.entered)) }
    guard let colon = typed.firstIndex(of: ":") else {
      throw Problem(
        "Whose ballot is it?", hint: "/vote cast Ruth: c3 c1", isUsage: true)
    }
    let name = typed[..<colon].trimmingSpaces
    let voter = try voter(called: name, in: poll, live.session)
    var ballot = try readBallot(Words(typed[typed.index(after: colon)...]), from: 0, for: poll)
    if case .person(let id) = voter { ballot.weight = poll.terms.entry(of: id)?.weight ?? 1 }
    var chance = chance
    let sealed = SealedBallot(sealing: ballot, on: poll.terms.paper, using: &chance)
    let box = try box(of: poll, in: live)
    try unlessRefused { () throws(BallotBoxFailure) in
      try box.cast(sealed, spending: voter, by: .entered)
    }
    let turnout = try unlessRefused { () throws(BallotBoxFailure) in try box.turnout() }
    let receipt = Receipt(poll.terms.receipts, for: sealed, in: poll.id)?.text
    return .done(
      PollWording.turnout(turnout),
      result: ["cast": .integer(turnout.cast), "receipt": receipt.map(JSONValue.string)])
  }

  private func voter(
    called name: String, in poll: Poll, _ session: Session
  ) throws(Problem) -> Voter {
    guard poll.terms.identification != .names else {
      return .person(try session.person(called: name).id)
    }
    do throws(CodeFault) {
      return .code(try BallotCode(reading: name).hash(in: poll.id))
    } catch {
      throw .refused(.unknownVoter)
    }
  }
}

extension Substring {
  fileprivate var trimmingSpaces: String { Words(self).rest(from: 0) }
}
