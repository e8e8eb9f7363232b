public import ExerciseProtocol
import VotingMethods

extension PollCount {
  /// The result as the bundle states it: the same count always gives the same bytes.
  public var json: JSONValue { json(version: PollBundle.version) }

  /// As a bundle of that version states it: those of the first say nothing of what is chosen.
  func json(version: Int) -> JSONValue {
    let shares = shares
    let answers = shares.valid.votes + handVotes
    let counted = tally
    var tally: JSONValue?
    var reason: String?
    switch counted {
    case nil: break
    case .success(let outcome): tally = outcome.json()
    case .failure(let fault): reason = fault.message
    }
    return [
      "ballots": [
        "valid": shares.valid.json, "blank": shares.blank.json, "spoilt": shares.spoilt.json,
        "by-hand": handCount == nil ? nil : .integer(handVotes),
      ],
      "quorum": quorum.map {
        ["needed": .integer($0.needed), "counted": .integer($0.counted), "met": .bool($0.isMet)]
      },
      "questions": .array(
        terms.paper.questions.map { question in
          let votes = votes(answering: question.field)
          return [
            "field": .string(question.field), "answered": .integer(votes),
            "abstained": .integer(answers - votes),
          ]
        }),
      "tally": tally, "no-tally": reason.map(JSONValue.string),
      "verdict": version > 1 ? PollVerdict(self, counted).json : nil,
    ]
  }

  /// The votes counted by hand that have answers.
  private var handVotes: Int {
    (handCount?.entries ?? []).reduce(0) { sum, entry in
      if case .answers = entry.ballot.mark { sum + entry.count } else { sum }
    }
  }
}

extension PollCount.Share {
  fileprivate var json: JSONValue { ["ballots": .integer(ballots), "votes": .integer(votes)] }
}

extension PollCountFault {
  /// What is wrong, in a sentence.
  public var message: String {
    switch self {
    case .unknownMethod(let name): "There is no method called “\(name)”."
    case .wrongForm(let field, let method):
      "\(method) can't count the answers to “\(field)”."
    case .noCost(let option): "The option \(option) has no cost, and money is to be spent."
    case .badTieBreak(let text): "“\(text)” is no way to break a tie; lot and prior,lot are."
    case .badAnswer(let field): "An answer to “\(field)” is not in the form that is asked for."
    case .count(let fault): fault.message(source: "this poll")
    }
  }
}
