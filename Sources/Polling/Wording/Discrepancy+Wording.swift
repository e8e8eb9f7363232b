public import ExerciseProtocol
internal import Hashing

extension Discrepancy: CustomStringConvertible {
  public var description: String { message }

  /// What does not agree with what, in a sentence.
  public var message: String {
    switch self {
    case .unreadable(let fault): fault.message
    case .notAsWritten(let offset):
      "From byte \(offset + 1) on the file is not as it was written."
    case .digest(nil, let computed):
      "The file states no digest of its own; it would be \(computed)."
    case .digest(let stated?, let computed):
      "The file states the digest \(stated), and its bytes have \(computed)."
    case .otherFile(let noted, let computed):
      "The digest noted is \(noted), and this file's is \(computed): it is another file."
    case .terms(let fault): "The terms can't stand: \(fault.message)"
    default: pollMessage
    }
  }

  private var pollMessage: String {
    switch self {
    case .tieSecret(let committed, let computed):
      "The tie's secret has the commitment \(computed), and \(committed) was published."
    case .seed(let stated, let computed):
      "The secret and the words give the seed \(computed), and the file states \(stated)."
    case .stranger(let voter): "\(voter.words) voted, and is not among those who may."
    case .votedTwice(let voter): "\(voter.words) stands twice among those who voted."
    case .order(let listing): "The \(listing.rawValue) are not in their order."
    case .codeCount(let published, let listed):
      "\(published) codes were published, and \(listed) are listed."
    case .codeDigest(let published, let computed):
      "The codes listed have the digest \(computed), and \(published) was published."
    case .ballotCount(let ballots, let voters, let papers):
      "There are \(ballots) ballots, \(voters) who voted, and \(papers) ballots from paper."
    case .commitmentCount(let commitments, let ballots):
      "There are \(commitments) commitments for \(ballots) ballots."
    case .commitmentTwice(let commitment): "The commitment \(commitment) stands twice."
    case .root(let stated, let computed):
      "The commitments have the root \(computed), and the file states \(stated)."
    default: ballotMessage
    }
  }

  private var ballotMessage: String {
    switch self {
    case .invalidAnswer(let ballot, let field, let fault):
      "Ballot \(ballot) is not valid: \(fault.words(in: field))."
    case .notCanonical(let ballot):
      "Ballot \(ballot) is written in another order than that of the paper."
    case .weights(let ballots, let published):
      "The ballots weigh \(Self.list(ballots)), and those who voted \(Self.list(published))."
    case .nonceMissing(let ballot):
      "Ballot \(ballot) has no nonce, and full receipts were promised."
    case .nonceLeft(let ballot):
      "Ballot \(ballot) has its nonce, which was to be destroyed."
    case .ballotWithoutCommitment(let ballot, let computed):
      "Ballot \(ballot) has the commitment \(computed), which is not in the list."
    case .commitmentWithoutBallot(let commitment): "No ballot has the commitment \(commitment)."
    case .handEntry: "Something was entered by hand, which the terms don't allow."
    case .entered(let ballots):
      "\(ballots) \(ballots == 1 ? "ballot was" : "ballots were") entered by the facilitator, "
        + "which the terms don't allow."
    case .channels(let ballots, let papers, let entered):
      "There are \(ballots) ballots, \(papers) of them from paper and \(entered) entered by the "
        + "facilitator, which can't be."
    case .handCount(0): "The numbers counted by hand are out of bounds."
    case .handCount(let entry): "Entry \(entry) of what was counted by hand is not valid."
    case .result(let path, let stated, let computed):
      "\(path): the file states \(Self.value(stated)), and counting again gives "
        + "\(Self.value(computed))."
    default: ""
    }
  }

  private static func value(_ value: JSONValue?) -> String {
    guard let text = value?.text() else { return "nothing" }
    return text.count > 120 ? "\(text.prefix(119))…" : text
  }

  private static func list(_ numbers: [Int]) -> String {
    numbers.isEmpty
      ? "nothing"
      : numbers.prefix(20).map(String.init).joined(separator: ", ")
        + (numbers.count > 20 ? " and so on" : "")
  }
}

extension Voter {
  fileprivate var words: String {
    switch self {
    case .person(let id): "“\(id)”"
    case .code(let hash): "The code \(hash)"
    }
  }
}

extension AnswerFault {
  /// What is wrong with the answer to a question, without a full stop.
  public func words(in field: String) -> String {
    switch self {
    case .wrongForm: "the answer to “\(field)” has not the form that is asked for"
    case .missing: "“\(field)” must be answered"
    case .unknownOption(let id): "“\(field)” has no option “\(id)”"
    case .repeated(let id): "“\(field)” names “\(id)” twice"
    case .tooMany(let used, let allowed): "“\(field)” has \(used), and \(allowed) are allowed"
    case .tooFew(let used, let needed): "“\(field)” has \(used), and \(needed) are needed"
    case .outOfBounds(let option, let value, let allowed):
      "“\(field)” gives “\(option)” \(value), and "
        + "\(allowed.lowerBound) to \(allowed.upperBound) are allowed"
    case .tiedRank: "“\(field)” puts two in one place"
    }
  }
}

extension BundleFault {
  /// What is wrong with the file, in a sentence.
  public var message: String {
    switch self {
    case .syntax(let error): "The file is no JSON from byte \(error.offset + 1) on."
    case .shape(let error):
      "The file is no poll's bundle: at \(error.path) there must be \(error.expected), and there "
        + "is \(error.found)."
    case .changed(let offset): "From byte \(offset + 1) on the file is not as it was written."
    }
  }
}
