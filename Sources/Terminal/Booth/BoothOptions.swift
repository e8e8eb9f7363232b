/// How a booth is run; what the facilitator or the command line may set.
package struct BoothOptions: Sendable {
  /// For screen readers: line by line, nothing redrawn, every state in words.
  package var isLinear = false
  /// How long nobody touches a key before the booth asks whether somebody is still there.
  package var idle: Duration = .seconds(180)
  /// How long it then waits for an answer. The ballot is discarded uncast after it.
  package var alert: Duration = .seconds(45)
  /// How long “thank you” stands before the next person's screen comes.
  package var thanks: Duration = .seconds(15)
  /// How long nobody can try another word after three wrong ones.
  package var lockout: Duration = .seconds(30)
  /// How often the turnout is read again while nobody is in the booth.
  package var refresh: Duration = .seconds(5)
  /// How often it is looked whether the vote is still open while somebody is in the booth.
  package var pulse: Duration = .seconds(1)

  package init() {}
}

/// Why a booth closed. The terminal is wiped and as it was before in every case.
package enum BoothEnd: Hashable, Sendable {
  /// The facilitator gave the word.
  case left
  /// The facilitator went back before setting a word: it never opened.
  case notOpened
  /// The process was told to end by this signal.
  case terminated(signal: Int32)
  /// The terminal is gone, or was none to begin with.
  case noTerminal
}
