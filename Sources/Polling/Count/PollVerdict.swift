public import ExerciseProtocol
public import VotingMethods

/// What a count comes to: whether the vote is valid, and what it chooses. This, and nothing that a
/// method says besides, is what goes on to the next activity.
///
/// It is worked out once, when the box is opened, stands in the bundle and in the journal, and is
/// read from there by whoever shows, reports, hands on or compares.
public struct PollVerdict: Hashable, Sendable {
  /// Nil where the vote is valid.
  public var flaw: Flaw?
  /// The ids of the options that are chosen, in order of election; none where the vote is not
  /// valid. A party stands there once for each of its seats.
  public var chosen: [String]

  /// Why nobody is chosen, whatever the numbers say.
  public enum Flaw: Hashable, Sendable {
    /// Fewer votes than the quorum asks for.
    case quorum(needed: Int, counted: Int)
    /// Nothing was in the box and nobody was counted by hand.
    case noBallots
    /// Ballots were cast, and none of them answers the question that is counted.
    case noAnswers
    /// The method gives no result; why, in a sentence.
    case notCounted(String)
  }

  public init(chosen: [String], flaw: Flaw? = nil) { (self.chosen, self.flaw) = (chosen, flaw) }

  /// Whether the vote is valid.
  public var isValid: Bool { flaw == nil }
}

extension PollVerdict {
  /// - Parameter tally: what the method makes of the answers; nil where the paper has no rule.
  init(_ count: PollCount, _ tally: Result<Outcome, PollCountFault>?) {
    self.init(chosen: [])
    if let quorum = count.quorum, !quorum.isMet {
      flaw = .quorum(needed: quorum.needed, counted: quorum.counted)
      return
    }
    if count.counted.isEmpty {
      flaw = .noBallots
      return
    }
    guard let rule = count.terms.paper.rule, let tally else { return }
    let answers = count.answers(to: rule.field)
    guard answers.contains(where: { !$0.saysNothing }) else {
      flaw = .noAnswers
      return
    }
    do {
      let outcome = try tally.get()
      let ids = outcome.candidates.map(\.id)
      let unchosen = count.unchosen(by: outcome, answers)
      chosen = outcome.winners.filter { !unchosen.contains($0) }.map { ids[$0] }
    } catch {
      flaw = .notCounted(error.message)
    }
  }
}

extension PollCount {
  /// What the count comes to.
  public var verdict: PollVerdict { PollVerdict(self, tally) }

  /// The outcome of any method without the winners whom nobody chose, as the verdict has it.
  public func settled(_ outcome: Outcome) -> Outcome {
    guard let rule = terms.paper.rule else { return outcome }
    let unchosen = unchosen(by: outcome, answers(to: rule.field))
    var settled = outcome
    settled.winners.removeAll(where: unchosen.contains)
    return settled
  }

  /// Who is not chosen, whatever the method makes of it: whom nobody chose, and all of them where
  /// no ballot says anything for anybody.
  fileprivate func unchosen(by outcome: Outcome, _ answers: [JSONValue]) -> Set<Int> {
    let unnamed = outcome.unchosen(by: answers)
    guard !choosesWithoutSupport, case .scores(let scores)? = try? election()?.ballots else {
      return unnamed
    }
    return unnamed.union(scores.unsupported(in: outcome))
  }

  /// The method's own result, or why there is none; nil where the paper has no rule.
  var tally: Result<Outcome, PollCountFault>? {
    do throws(PollCountFault) {
      return try outcome().map { .success($0) }
    } catch {
      return .failure(error)
    }
  }

  /// The answers to a question, one a ballot.
  func answers(to field: String) -> [JSONValue] {
    counted.compactMap { ballot in
      if case .answers(let answers) = ballot.mark { answers[field] } else { nil }
    }
  }
}

extension Outcome {
  /// Those whom nobody chose. They are not chosen either, even where there are more places than
  /// others to fill them: a lot among those whom nobody wants is no vote.
  func unchosen(by answers: [JSONValue]) -> Set<Int> {
    switch method {
    case .dots, .quadratic:
      let totals = stages.first?.totals ?? []
      return Set(totals.indices.filter { totals[$0] <= .zero })
    // A scale has one candidate, the question itself, which no answer names.
    case .fistToFive, .gradients, .consent, .opinionGroups: return []
    // A duel names its loser too, and many cards meet nobody: chosen is who won one.
    case .pairwiseSurvey:
      let won = Set(answers.flatMap(\.winnersOfDuels))
      return Set(candidates.indices.filter { !won.contains(candidates[$0].id) })
    default:
      var named: Set<String> = []
      for answer in answers { answer.collectNames(into: &named) }
      return Set(candidates.indices.filter { !named.contains(candidates[$0].id) })
    }
  }
}

extension JSONValue {
  /// Whether an answer names nothing at all: an empty list, or points for nobody.
  fileprivate var saysNothing: Bool {
    switch self {
    case .null: true
    case .string(let text): text.isEmpty
    case .array(let items): items.allSatisfy(\.saysNothing)
    case .object(let members): members.isEmpty
    default: false
    }
  }

  /// Who won a duel each: the first of two.
  fileprivate var winnersOfDuels: [String] {
    guard case .array(let duels) = self else { return [] }
    return duels.compactMap { duel in
      guard case .array(let two) = duel, case .string(let winner)? = two.first else { return nil }
      return winner
    }
  }

  /// The options that an answer names: as strings, in lists, or by points.
  fileprivate func collectNames(into names: inout Set<String>) {
    switch self {
    case .string(let id): names.insert(id)
    case .array(let items): for item in items { item.collectNames(into: &names) }
    case .object(let members): for member in members { names.insert(member.name) }
    default: break
    }
  }
}

extension PollVerdict: JSONRepresentable {
  public var json: JSONValue {
    var members: [JSONValue.Member] = [.init("valid", .bool(isValid))]
    switch flaw {
    case nil: break
    case .quorum(let needed, let counted):
      members += [
        .init("why", "quorum"), .init("needed", .integer(needed)),
        .init("counted", .integer(counted)),
      ]
    case .noBallots: members.append(.init("why", "no-ballots"))
    case .noAnswers: members.append(.init("why", "no-answers"))
    case .notCounted(let reason):
      members += [.init("why", "not-counted"), .init("reason", .string(reason))]
    }
    return .object(members + [.init("chosen", .array(chosen.map(JSONValue.string)))])
  }

  public init(_ reader: JSONReader) throws(JSONShapeError) {
    self.init(chosen: try reader.strings("chosen"))
    guard let why = reader.optional("why") else { return }
    switch try why.string() {
    case "quorum":
      flaw = .quorum(
        needed: try reader.integer("needed"), counted: try reader.integer("counted"))
    case "no-ballots": flaw = .noBallots
    case "no-answers": flaw = .noAnswers
    case "not-counted": flaw = .notCounted(try reader.string("reason"))
    default: throw why.mismatch("a reason that this version knows")
    }
  }
}
