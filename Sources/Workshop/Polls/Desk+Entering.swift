import ExerciseProtocol
import OrderedCollections
import Polling

/// Ballots that nobody cast in the booth: from paper, by double entry; from a show of hands; and,
/// in a script, as a rehearsal of the booth.
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

  /// Casts a ballot as the booth would: `Ruth: c3 c1`, or `CODE: blank`. In scripts alone, so that
  /// examples and rehearsals can hold a vote: what stands in a script is no secret.
  func castInScript(_ typed: String) throws(Problem) -> Response {
    guard !surroundings.isInteractive else {
      throw Problem(
        "A secret ballot can't be typed here: everybody would see it.",
        hint: "/vote open starts the booth.")
    }
    let (live, poll) = try currentPoll()
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
    try unlessRefused { () throws(BallotBoxFailure) in try box.cast(sealed, spending: voter) }
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

  /// What a line says of a ballot: the fields of the sealed action in their order, `blank` or
  /// `spoilt`.
  private func readBallot(
    _ words: Words, from start: Int, for poll: Poll
  ) throws(Problem) -> Ballot {
    let session = try open().session
    let only = words.words.count == start + 1 ? words.words.last?.text.lowercased() : nil
    if only == "blank" { return Ballot(.blank) }
    if only == "spoilt" { return Ballot(.spoilt) }
    guard let activity = session.agenda[poll.terms.activity],
      let action = actions(of: activity).first(where: { $0.privacy == .sealed })
    else { throw .noPoll }
    var reader = ArgumentReader(
      words, from: start, parameters: action.fields.map { Parameter($0) }, scope: session)
    let given = try reader.read()
    var answers: [String: JSONValue] = [:]
    for question in poll.terms.paper.questions {
      answers[question.field] = given[question.field].map(question.answer)
    }
    let ballot = Ballot(.answers(answers))
    if let (field, fault) = poll.terms.paper.faults(in: ballot).first {
      throw .refused(.invalidBallot([.init(field, fault)]))
    }
    return ballot
  }
}

extension Substring {
  fileprivate var trimmingSpaces: String { Words(self).rest(from: 0) }
}
