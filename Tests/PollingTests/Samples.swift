import ExerciseProtocol
import Polling

/// A poll in the making, for tests to change before they open it.
struct Sample {
  var terms: PollTerms
  var secrets: PollSecrets
  var generator = Chance(seed: 7)

  static let options = [
    PaperOption("c1", "Benches"), PaperOption("c2", "Trees"), PaperOption("c3", "A fountain"),
  ]
  static let question = PaperQuestion(
    "choice", "Which should we do first?", .chooseOne, options: options)

  /// People vote by name: so many, with these weights.
  init(
    _ question: PaperQuestion = Self.question,
    rule: CountingRule? = CountingRule("plurality", of: "choice"),
    weights: [Int] = [1, 1, 1], receipts: ReceiptKind = .inclusion, quorum: Quorum? = nil
  ) {
    secrets = PollSecrets(tie: TieSeed(using: &generator))
    terms = PollTerms(
      "a3-1", activity: "a3", title: "What first?", paper: Paper([question], rule: rule),
      identification: .names,
      roll: weights.enumerated().map {
        RollEntry(ParticipantID("p\($0 + 1)"), "Person \($0 + 1)", weight: $1)
      }, receipts: receipts, quorum: quorum, tieCommitment: secrets.tie.commitment,
      allowsHandEntry: true)
  }

  /// People vote by code.
  mutating func useCodes(_ count: Int) -> [BallotCode] {
    let sheet = CodeSheet(terms.title, poll: terms.poll, count: count, using: &generator)
    secrets = PollSecrets(tie: secrets.tie, codeHashes: sheet.hashes)
    terms.identification = .codes(
      count: count, digest: BallotCode.digest(of: secrets.codeHashes))
    return sheet.codes
  }

  var box: PollBox { PollBox(terms, secrets) }

  /// A sealed ballot that answers the one question.
  mutating func sealed(_ answer: JSONValue, weight: Int = 1) -> SealedBallot {
    seal(Ballot(.answers([terms.paper.questions[0].field: answer]), weight: weight))
  }

  mutating func seal(_ ballot: Ballot) -> SealedBallot {
    SealedBallot(sealing: ballot, on: terms.paper, using: &generator)
  }

  /// The closed box after everybody on the roll, in order, gave one of these answers; nil is a
  /// blank ballot.
  mutating func closedBox(_ answers: [JSONValue?]) throws -> PollBox {
    var box = box
    for (entry, answer) in zip(terms.roll, answers) {
      let ballot =
        answer.map { sealed($0, weight: entry.weight) }
        ?? seal(Ballot(.blank, weight: entry.weight))
      try box.cast(ballot, spending: .person(entry.id), by: .booth)
    }
    try box.close()
    return box
  }

  /// The bundle of that.
  mutating func bundle(_ answers: [JSONValue?], words: String = "Môr glas") throws -> PollBundle {
    try PollBundle(of: closedBox(answers), words: words)
  }
}
