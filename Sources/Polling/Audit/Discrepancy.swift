public import ExerciseProtocol
internal import Hashing

/// One thing in a bundle that does not agree with another. ``message`` says it to a person.
public enum Discrepancy: Hashable, Sendable {
  /// It is no JSON, or not the JSON of a bundle; then nothing else can be checked.
  case unreadable(BundleFault)
  /// From this byte on, counted from 0, the file is not as it would be written.
  case notAsWritten(offset: Int)
  /// The digest that the file states is not that of its bytes.
  case digest(stated: Fingerprint?, computed: Fingerprint)
  /// It is not the file whose digest was noted.
  case otherFile(noted: Fingerprint, computed: Fingerprint)
  case terms(TermsFault)
  /// The secret is not the one that was committed to.
  case tieSecret(committed: Fingerprint, computed: Fingerprint)
  case seed(stated: Int, computed: Int)
  /// Who voted, or with which code, was not among those who may.
  case stranger(Voter)
  case votedTwice(Voter)
  /// A list that is not in its one order.
  case order(Listing)
  /// The codes are not those that were published, by their number or their digest.
  case codeCount(published: Int, listed: Int)
  case codeDigest(published: Fingerprint, computed: Fingerprint)
  /// So many ballots from so many voters and papers.
  case ballotCount(ballots: Int, voters: Int, papers: Int)
  /// More ballots from paper and by the facilitator's hand than there are, or fewer than none.
  case channels(ballots: Int, papers: Int, entered: Int)
  case commitmentCount(commitments: Int, ballots: Int)
  case commitmentTwice(Fingerprint)
  case root(stated: Fingerprint, computed: Fingerprint)
  /// Ballots are counted from 1, in the order of the file.
  case invalidAnswer(ballot: Int, field: String, AnswerFault)
  case notCanonical(ballot: Int)
  /// The ballots' weights, in order, are not those of the people who voted.
  case weights(ballots: [Int], published: [Int])
  /// A ballot lacks the nonce that full receipts promise, or has one that was to be destroyed.
  case nonceMissing(ballot: Int)
  case nonceLeft(ballot: Int)
  /// No commitment of the list is that of this ballot.
  case ballotWithoutCommitment(ballot: Int, computed: Fingerprint)
  /// No ballot of the list has this commitment.
  case commitmentWithoutBallot(Fingerprint)
  /// Something was entered by hand that the terms don't allow, or can't be.
  case handEntry
  /// So many ballots were entered by the facilitator, which the terms don't allow.
  case entered(ballots: Int)
  case handCount(entry: Int)
  /// The result, counted again, is another at this place; nil where there is nothing.
  case result(path: String, stated: JSONValue?, computed: JSONValue?)

  /// What is listed.
  public enum Listing: String, Hashable, Sendable {
    case voters, codes, commitments, ballots
  }
}
