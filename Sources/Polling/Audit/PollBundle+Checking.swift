public import ExerciseProtocol
internal import Hashing

extension PollBundle {
  /// All that does not agree with something else in it.
  var discrepancies: [Discrepancy] {
    terms.faults.map(Discrepancy.terms) + tieFaults + voterFaults + codeFaults
      + commitmentFaults + ballotFaults + weightFaults + nonceFaults + handFaults + resultFaults
  }

  private var tieFaults: [Discrepancy] {
    let seed = Int(tie.seed(mixedWith: words))
    return
      (tie.commitment == terms.tieCommitment
      ? [] : [.tieSecret(committed: terms.tieCommitment, computed: tie.commitment)])
      + (seed == self.seed ? [] : [.seed(stated: self.seed, computed: seed)])
  }

  private var voterFaults: [Discrepancy] {
    var faults: [Discrepancy] = []
    var seen: Set<Voter> = []
    let codes = Set(codeHashes)
    for voter in used {
      let isKnown =
        switch (voter, terms.identification) {
        case (.person(let id), .names): terms.entry(of: id) != nil
        case (.code(let hash), .codes): codes.contains(hash)
        default: false
        }
      if !isKnown { faults.append(.stranger(voter)) }
      if !seen.insert(voter).inserted { faults.append(.votedTwice(voter)) }
    }
    if terms.ordered(used) != used { faults.append(.order(.voters)) }
    return faults
  }

  private var codeFaults: [Discrepancy] {
    guard case .codes(let count, let digest) = terms.identification else {
      return codeHashes.isEmpty ? [] : [.codeCount(published: 0, listed: codeHashes.count)]
    }
    var faults: [Discrepancy] = []
    if Set(codeHashes).count != count || codeHashes.count != count {
      faults.append(.codeCount(published: count, listed: codeHashes.count))
    }
    let computed = BallotCode.digest(of: codeHashes)
    if computed != digest { faults.append(.codeDigest(published: digest, computed: computed)) }
    if codeHashes.sorted() != codeHashes { faults.append(.order(.codes)) }
    return faults
  }

  private var commitmentFaults: [Discrepancy] {
    var faults: [Discrepancy] = []
    if commitments.count != ballots.count {
      faults.append(
        .commitmentCount(commitments: commitments.count, ballots: ballots.count))
    }
    if commitments.sorted() != commitments { faults.append(.order(.commitments)) }
    var seen: Set<Fingerprint> = []
    faults += commitments.filter { !seen.insert($0).inserted }.map { .commitmentTwice($0) }
    let root = MerkleTree(commitments).root
    return root == self.root ? faults : faults + [.root(stated: self.root, computed: root)]
  }

  private var ballotFaults: [Discrepancy] {
    var faults: [Discrepancy] = []
    // With names, a ballot on paper is some voter's too; with codes, it stands for itself.
    let isPossible = (0...ballots.count).contains(papers)
    let unnamed = terms.identification == .names || !isPossible ? 0 : papers
    if !isPossible || ballots.count != used.count + unnamed {
      faults.append(
        .ballotCount(ballots: ballots.count, voters: used.count, papers: papers))
    }
    guard terms.faults.allSatisfy(\.leavesBallotsReadable) else { return faults }
    for (place, opened) in ballots.enumerated() {
      faults += terms.paper.faults(in: opened.ballot).map {
        .invalidAnswer(ballot: place + 1, field: $0.field, $0.fault)
      }
      if opened.ballot.canonical(on: terms.paper) != opened.ballot {
        faults.append(.notCanonical(ballot: place + 1))
      }
    }
    let keys = ballots.map(\.sortKey)
    if zip(keys, keys.dropFirst()).contains(where: { $1.lexicographicallyPrecedes($0) }) {
      faults.append(.order(.ballots))
    }
    return faults
  }

  private var weightFaults: [Discrepancy] {
    let cast = ballots.map(\.ballot.weight).sorted()
    let published = ballots.isEmpty ? [] : publishedWeights
    return cast == published ? [] : [.weights(ballots: cast, published: published)]
  }

  private var publishedWeights: [Int] {
    guard terms.identification == .names else { return ballots.map { _ in 1 } }
    return used.map { voter in
      if case .person(let id) = voter { terms.entry(of: id)?.weight ?? 1 } else { 1 }
    }.sorted()
  }

  private var nonceFaults: [Discrepancy] {
    guard terms.receipts == .full else {
      return ballots.indices.filter { ballots[$0].nonce != nil }.map { .nonceLeft(ballot: $0 + 1) }
    }
    var faults: [Discrepancy] = []
    var left = Set(commitments)
    for (place, opened) in ballots.enumerated() {
      guard let sealed = opened.sealed else {
        faults.append(.nonceMissing(ballot: place + 1))
        continue
      }
      if left.remove(sealed.commitment) == nil {
        faults.append(
          .ballotWithoutCommitment(ballot: place + 1, computed: sealed.commitment))
      }
    }
    return faults + left.sorted().map { .commitmentWithoutBallot($0) }
  }

  private var handFaults: [Discrepancy] {
    var faults: [Discrepancy] = []
    if !terms.allowsHandEntry, papers != 0 || handCount != nil { faults.append(.handEntry) }
    if !terms.allowsEnteredBallots, entered != 0 { faults.append(.entered(ballots: entered)) }
    if entered < 0 || entered > ballots.count - max(0, papers) {
      faults.append(.channels(ballots: ballots.count, papers: papers, entered: entered))
    }
    guard let handCount else { return faults }
    guard terms.faults.allSatisfy(\.leavesBallotsReadable) else { return faults }
    if !handCount.isSound(on: terms.paper) { faults.append(.handCount(entry: 0)) }
    for (place, entry) in handCount.entries.enumerated() where !entry.isSound(on: terms.paper) {
      faults.append(.handCount(entry: place + 1))
    }
    return faults
  }

  private var resultFaults: [Discrepancy] {
    guard isCountable else { return [] }
    return result.differences(from: recount.json(version: version), at: "result")
  }
}

extension PollBundle {
  /// Whether all numbers are such as can be summed; those that can't have been told as faults.
  fileprivate var isCountable: Bool {
    terms.faults.allSatisfy { $0.leavesBallotsReadable && $0.leavesVotesCountable }
      && ballots.allSatisfy { (1...PollTerms.largestWeight).contains($0.ballot.weight) }
      && handCount?.isSound(on: terms.paper) ?? true
  }
}

extension TermsFault {
  /// Whether answers can still be held against the paper.
  fileprivate var leavesBallotsReadable: Bool {
    if case .unanswerable = self { false } else { true }
  }

  fileprivate var leavesVotesCountable: Bool {
    switch self {
    case .badWeight, .badQuorum, .badRule: false
    default: true
    }
  }
}

extension PollBundle.Opened {
  /// The ballot with its nonce, where it has one.
  var sealed: SealedBallot? { nonce.flatMap { SealedBallot(ballot, nonce: $0) } }
}

extension HandCount {
  /// Whether its numbers can be: the session asks before it takes them, an audit again.
  public func isSound(on paper: Paper) -> Bool {
    (0...PollTerms.largestWeight).contains(people) && entries.count <= 10_000
      && entries.allSatisfy { $0.isSound(on: paper) }
  }
}

extension HandCount.Entry {
  fileprivate func isSound(on paper: Paper) -> Bool {
    (1...PollTerms.largestWeight).contains(count) && ballot.weight == 1
      && paper.faults(in: ballot).isEmpty && ballot.canonical(on: paper) == ballot
  }
}

extension JSONValue {
  /// Where this differs from what was computed, as deep down as can be told.
  fileprivate func differences(from computed: JSONValue, at path: String) -> [Discrepancy] {
    switch (self, computed) {
    case (.object(let mine), .object(let others)) where Set(mine.map(\.name)).count == mine.count:
      let names = mine.map(\.name) + others.map(\.name).filter { self[$0] == nil }
      let found = names.flatMap { name -> [Discrepancy] in
        let place = "\(path).\(name)"
        guard let one = self[name], let other = computed[name] else {
          return [.result(path: place, stated: self[name], computed: computed[name])]
        }
        return one.differences(from: other, at: place)
      }
      // Each is as it should be, and they stand in another order.
      return found.isEmpty && mine.map(\.name) != others.map(\.name)
        ? [.result(path: path, stated: self, computed: computed)] : found
    case (.array(let mine), .array(let others)) where mine.count == others.count:
      return zip(mine, others).enumerated().flatMap { place, pair in
        pair.0.differences(from: pair.1, at: "\(path)[\(place)]")
      }
    default:
      if path.hasPrefix(Self.measures), isMeasuredAlike(computed) { return [] }
      return self == computed ? [] : [.result(path: path, stated: self, computed: computed)]
    }
  }

  /// What is measured and not counted: where people stand on the map of opinions. It decides
  /// nothing, and its last digits depend on the version and the machine that made them.
  private static let measures = "result.tally.groups."

  /// Whether both are numbers, not both whole, that differ in nothing that could be seen.
  private func isMeasuredAlike(_ other: JSONValue) -> Bool {
    if case .integer = self, case .integer = other { return false }
    guard let mine = double, let others = other.double else { return false }
    return abs(mine - others) <= 1e-9 * max(1, abs(mine), abs(others))
  }

  private var double: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .number(let number): number
    default: nil
    }
  }
}
