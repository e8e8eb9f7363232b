public import ExerciseProtocol

/// What a bundle says to a receipt.
public enum ReceiptAnswer: Hashable, Sendable {
  /// The bundle is another poll's.
  case otherPoll(PollID)
  /// No commitment of the list is the receipt's.
  case notInTheBox
  /// It is in the box; nothing tells which ballot it is.
  case inTheBox(Fingerprint)
  /// It is in the box and says this; counted from 1 in the order of the file.
  case ballot(Int, Ballot, Fingerprint)
  /// The commitment is in the list, but the receipt's nonce is no ballot's.
  case otherNonce(Fingerprint)

  /// Whether the receipt's ballot is in the box, as far as the bundle promises to tell.
  public var isGood: Bool {
    switch self {
    case .inTheBox, .ballot: true
    case .otherPoll, .notInTheBox, .otherNonce: false
    }
  }
}

extension PollBundle {
  /// Looks for the ballot of a receipt. With full receipts the file itself links ballots and
  /// commitments, so that the short form is enough to see the ballot.
  public func answer(to receipt: Receipt) -> ReceiptAnswer {
    guard receipt.poll == terms.poll else { return .otherPoll(terms.poll) }
    guard let commitment = commitments.first(where: receipt.matches) else { return .notInTheBox }
    let place = ballots.firstIndex { $0.sealed?.commitment == commitment }
    if let nonce = receipt.nonce {
      guard let place, ballots[place].nonce == nonce else { return .otherNonce(commitment) }
    }
    return place.map { .ballot($0 + 1, ballots[$0].ballot, commitment) } ?? .inTheBox(commitment)
  }
}
