public import ExerciseProtocol
public import VotingMethods

/// A poll's ballots counted by its own rule: what the bundle states as the result, and what an
/// audit counts again.
public struct PollCount: Hashable, Sendable {
  public let terms: PollTerms
  /// In the order of ``Ballot/canonicalBytes``, so that a method that looks for patterns finds the
  /// same ones whatever order they came in.
  public let ballots: [Ballot]
  /// What the facilitator counted outside the box.
  public let handCount: HandCount?
  /// For the rule `lot:SEED`.
  public let seed: UInt64
  /// Whether a lot may choose among options that no ballot says anything for, as it did in bundles
  /// of before: what was counted then stays as it was told.
  var choosesWithoutSupport = false

  public init(_ terms: PollTerms, _ ballots: [Ballot], hands handCount: HandCount?, seed: UInt64) {
    (self.terms, self.handCount, self.seed) = (terms, handCount, seed)
    self.ballots = ballots.map { ($0, $0.canonicalBytes) }
      .sorted { $0.1.lexicographicallyPrecedes($1.1) }.map(\.0)
  }

  /// Ballots and the votes that they stand for.
  public struct Share: Hashable, Sendable {
    public var ballots = 0
    public var votes = 0

    public init(ballots: Int = 0, votes: Int = 0) {
      (self.ballots, self.votes) = (ballots, votes)
    }

    mutating func add(_ ballot: Ballot) {
      ballots += 1
      votes += ballot.weight
    }
  }

  /// The ballots in the box with an answer, those handed in empty, and those made invalid.
  public var shares: (valid: Share, blank: Share, spoilt: Share) {
    var shares = (valid: Share(), blank: Share(), spoilt: Share())
    for ballot in ballots {
      switch ballot.mark {
      case .answers: shares.valid.add(ballot)
      case .blank: shares.blank.add(ballot)
      case .spoilt: shares.spoilt.add(ballot)
      }
    }
    return shares
  }

  /// Whether enough was cast.
  public struct QuorumResult: Hashable, Sendable {
    /// Votes needed.
    public var needed: Int
    /// Votes cast, the blank ones too, and the people who were counted by hand.
    public var counted: Int

    public init(needed: Int, counted: Int) { (self.needed, self.counted) = (needed, counted) }

    /// Whether it is met.
    public var isMet: Bool { counted >= needed }
  }

  /// Whether the quorum is met; nil where the poll has none.
  public var quorum: QuorumResult? {
    guard let quorum = terms.quorum else { return nil }
    let shares = shares
    let counted = shares.valid.votes + shares.blank.votes + (handCount?.people ?? 0)
    let needed =
      switch quorum {
      case .votes(let votes): votes
      case .percentage(let share): (terms.votesPossible * share + 99) / 100
      }
    return QuorumResult(needed: needed, counted: counted)
  }

  /// The votes that answered a question; all other valid ones abstain in it.
  public func votes(answering field: String) -> Int {
    counted.reduce(0) { sum, ballot in
      if case .answers(let answers) = ballot.mark, answers[field] != nil {
        sum + ballot.weight
      } else {
        sum
      }
    }
  }

  /// The ballots of the box and those counted by hand, each of these with all its votes.
  var counted: [Ballot] {
    ballots
      + (handCount?.entries ?? []).map { Ballot($0.ballot.mark, weight: $0.count) }
  }

  /// The answers to the question that the poll's rule counts, as an election that any other method
  /// can count too, and that declares the poll's own; nil where the paper has no rule.
  public func election() throws(PollCountFault) -> Election? {
    guard let rule = terms.paper.rule, let question = terms.paper.question(rule.field) else {
      return nil
    }
    let (request, kind) = try question.request(by: rule, seed: seed)
    let answers = counted.compactMap { ballot in
      if case .answers(let answers) = ballot.mark {
        answers[rule.field].map { (answer: $0, votes: ballot.weight) }
      } else {
        nil
      }
    }
    let ballots = try question.ballots(answers, as: kind, rule, request.method)
    return Election(title: terms.title, ballots: ballots, declared: request)
  }

  /// What the poll's method makes of the answers to its question; nil where it has none.
  public func outcome() throws(PollCountFault) -> Outcome? {
    guard let election = try election(), let request = election.declared else { return nil }
    do throws(CountFault) {
      return try request.tally(election)
    } catch {
      throw .count(error)
    }
  }

  /// Whether a rule can be counted from answers to this question.
  public static func canCount(_ question: PaperQuestion, by rule: CountingRule) -> Bool {
    do {
      _ = try question.request(by: rule, seed: 0)
      return true
    } catch {
      return false
    }
  }
}

/// Why a poll's ballots have no outcome.
public enum PollCountFault: Error, Hashable, Sendable {
  case unknownMethod(String)
  /// The method counts no such answers, of the question that fills this field.
  case wrongForm(field: String, MethodID)
  /// Money is spent, and this option has no cost.
  case noCost(option: String)
  case badTieBreak(String)
  /// An answer that is not in the form that its question asks for.
  case badAnswer(field: String)
  case count(CountFault)
}

/// What the facilitator counted outside the box, hands for one: kept apart, and labelled so.
public struct HandCount: Hashable, Sendable {
  /// How many people voted so, for the quorum.
  public var people: Int
  public var entries: [Entry]

  /// So many votes that all say this.
  public struct Entry: Hashable, Sendable {
    public var ballot: Ballot
    public var count: Int

    public init(_ ballot: Ballot, count: Int) { (self.ballot, self.count) = (ballot, count) }
  }

  public init(people: Int, entries: [Entry]) { (self.people, self.entries) = (people, entries) }
}

extension HandCount: JSONRepresentable {
  /// What everybody who reads a bundle is told about these numbers.
  public static let label = "entered by the facilitator"

  public var json: JSONValue {
    [
      "label": .string(Self.label), "people": .integer(people),
      "entries": .array(
        entries.map { ["ballot": $0.ballot.json, "count": .integer($0.count)] }),
    ]
  }

  public init(_ reader: JSONReader) throws(JSONShapeError) {
    self.init(
      people: try reader.integer("people"),
      entries: try reader.list("entries") { entry throws(JSONShapeError) in
        Entry(try Ballot(entry.required("ballot")), count: try entry.integer("count"))
      })
  }
}
