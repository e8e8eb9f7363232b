public import ExerciseProtocol

/// A poll's box with its rules: what goes in, what doesn't and why. A value; whoever keeps it on a
/// disk changes a copy and keeps it whole or not at all.
public struct PollBox: Hashable, Sendable {
  public let terms: PollTerms
  /// Nil when the box has been emptied.
  public private(set) var secrets: PollSecrets?
  public private(set) var state: State
  public private(set) var contents: BoxContents
  /// Ballots on paper that are being entered.
  public private(set) var entries: PaperEntries
  /// Why the poll was opened again after it had been closed, each time.
  public private(set) var reopenings: [String]

  /// Where the poll stands.
  public enum State: String, Hashable, Sendable {
    case open, closed
    /// Counted and published: the box holds no ballot and no secret any more.
    case emptied
  }

  /// A box that is opened now; the terms have no faults and the secrets belong to them.
  public init(_ terms: PollTerms, _ secrets: PollSecrets) {
    self.init(terms, secrets, .open, BoxContents(), PaperEntries(), reopenings: [])
  }

  /// A box as it was kept.
  public init(
    _ terms: PollTerms, _ secrets: PollSecrets?, _ state: State, _ contents: BoxContents,
    _ entries: PaperEntries, reopenings: [String]
  ) {
    (self.terms, self.secrets, self.state) = (terms, secrets, state)
    (self.contents, self.entries, self.reopenings) = (contents, entries, reopenings)
  }

  /// How many ballots are in it, of how many; all that anybody learns while it is open.
  public var turnout: Turnout {
    Turnout(cast: contents.ballots.count, possible: terms.votersPossible)
  }
}

/// How many ballots were cast, of how many that could be.
public struct Turnout: Hashable, Sendable {
  public var cast: Int
  public var possible: Int

  public init(cast: Int, possible: Int) { (self.cast, self.possible) = (cast, possible) }
}

/// Why the box did not do what it was asked; nothing in it changed.
///
/// A booth says the first three with the same words: which of them it is tells who has voted.
public enum BoxRefusal: Error, Hashable, Sendable {
  /// Not on the roll, or no code of this poll.
  case unknownVoter
  /// This name or code has cast its ballot.
  case alreadyUsed
  /// The poll is not open.
  case closed
  /// The ballot can't be counted: what is wrong, in the order of the paper.
  case invalidBallot([FieldFault])
  /// It says what it says in another way than ``Ballot/canonical(on:)``.
  case notCanonical
  /// The ballot stands for other votes than the published weight.
  case wrongWeight(Int, published: Int)
  /// The terms allow no entry by hand.
  case noHandEntry
  /// The terms allow no ballots by this way.
  case notByThisWay(BallotChannel)
  /// So many voters for so many ballots on paper; with names, each ballot is some voter's.
  case voterCount(Int, papers: Int)
  /// Only a closed box can be counted, emptied or opened again.
  case stillOpen
  /// It was counted and emptied, for ever.
  case emptied
  case entry(EntryFault)

  /// An answer that can't be counted.
  public struct FieldFault: Hashable, Sendable {
    public var field: String
    public var fault: AnswerFault

    public init(_ field: String, _ fault: AnswerFault) { (self.field, self.fault) = (field, fault) }
  }
}

extension PollBox {
  /// Whether this voter may cast a ballot now: nil, or why not. The booth asks before it shows a
  /// paper; casting asks again.
  public func refusal(of voter: Voter) -> BoxRefusal? {
    guard state == .open else { return .closed }
    if !isKnown(voter) { return .unknownVoter }
    return contents.used.contains(voter) ? .alreadyUsed : nil
  }

  private func isKnown(_ voter: Voter) -> Bool {
    switch (voter, terms.identification) {
    case (.person(let person), .names): terms.entry(of: person) != nil
    case (.code(let hash), .codes): secrets?.codeHashes.contains(hash) == true
    default: false
    }
  }

  /// The votes that this voter's ballot stands for, as published.
  public func weight(of voter: Voter) -> Int {
    if case .person(let person) = voter { terms.entry(of: person)?.weight ?? 1 } else { 1 }
  }

  /// Puts a ballot in the box and takes the voter's name or code. Who comes with a proxy casts with
  /// the name of whoever gave it.
  ///
  /// - Parameter channel: how it came; refused where the terms don't have it. Ballots from paper
  ///   come by ``takePapers(spending:using:)`` alone, when two people have read them.
  public mutating func cast(
    _ sealed: SealedBallot, spending voter: Voter, by channel: BallotChannel
  ) throws(BoxRefusal) {
    guard channel != .paper, terms.allows(channel) else { throw .notByThisWay(channel) }
    if let refusal = refusal(of: voter) { throw refusal }
    try check(sealed.ballot)
    let weight = weight(of: voter)
    guard sealed.ballot.weight == weight else {
      throw .wrongWeight(sealed.ballot.weight, published: weight)
    }
    contents.add([sealed], spending: [voter], by: channel)
  }

  private func check(_ ballot: Ballot) throws(BoxRefusal) {
    let faults = terms.paper.faults(in: ballot)
    guard faults.isEmpty else {
      throw .invalidBallot(faults.map { BoxRefusal.FieldFault($0.field, $0.fault) })
    }
    guard ballot.canonical(on: terms.paper) == ballot else { throw .notCanonical }
  }

  /// Closes the poll: nothing goes in any more.
  public mutating func close() throws(BoxRefusal) {
    guard state == .open else { throw .closed }
    state = .closed
  }

  /// Opens a closed poll again, for a reason that the result will tell.
  public mutating func reopen(because reason: String) throws(BoxRefusal) {
    switch state {
    case .open: throw .stillOpen
    case .emptied: throw .emptied
    case .closed: (state, reopenings) = (.open, reopenings + [reason])
    }
  }

  /// What there is to count; only when it is closed.
  public func opened() throws(BoxRefusal) -> BoxContents {
    switch state {
    case .open: throw .stillOpen
    case .emptied: throw .emptied
    case .closed: return contents
    }
  }

  /// Forgets ballots, voters, papers and secrets, for ever: when the bundle is safely written.
  public mutating func empty() throws(BoxRefusal) {
    _ = try opened()
    (state, contents, entries) = (.emptied, BoxContents(), PaperEntries())
    secrets = nil
  }
}

extension PollBox {
  /// Takes down what one person reads on a ballot on paper.
  public mutating func enter(
    _ ballot: Ballot, paper number: Int, by person: ParticipantID
  ) throws(BoxRefusal) {
    guard terms.allowsHandEntry else { throw .noHandEntry }
    guard state == .open else { throw .closed }
    let ballot = ballot.canonical(on: terms.paper)
    try check(ballot)
    do throws(EntryFault) {
      try entries.enter(ballot, paper: number, by: person)
    } catch {
      throw .entry(error)
    }
  }

  /// Moves the papers that two people read alike into the box.
  ///
  /// - Parameters:
  ///   - voters: with names, whose these ballots are, one for each; with codes, none: the result
  ///     tells how many ballots came from paper.
  ///   - nonces: 32 random bytes for each, in any order.
  /// - Returns: how many.
  @discardableResult
  public mutating func takePapers(
    spending voters: [Voter], using generator: inout some RandomNumberGenerator
  ) throws(BoxRefusal) -> Int {
    guard state == .open else { throw .closed }
    let agreed = entries.agreed
    let isByName = terms.identification == .names
    guard voters.count == (isByName ? agreed.count : 0), Set(voters).count == voters.count else {
      throw .voterCount(voters.count, papers: agreed.count)
    }
    for voter in voters { if let refusal = refusal(of: voter) { throw refusal } }
    let weights = isByName ? voters.map(weight).sorted() : agreed.map { _ in 1 }
    let entered = agreed.map(\.ballot.weight).sorted()
    if let (found, published) = zip(entered, weights).first(where: { $0 != $1 }) {
      throw .wrongWeight(found, published: published)
    }
    let sealed = agreed.map { SealedBallot(sealing: $0.ballot, on: terms.paper, using: &generator) }
    contents.add(sealed, spending: voters, by: .paper)
    entries.forget(agreed.map(\.number))
    return sealed.count
  }
}
