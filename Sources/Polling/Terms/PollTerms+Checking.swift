public import ExerciseProtocol

/// Why terms can't stand. ``wording`` says it to a person.
public enum TermsFault: Error, Hashable, Sendable {
  /// The id is not of lower-case letters, digits and hyphens, or too long.
  case badID(String)
  /// Nobody may vote.
  case emptyRoll
  case twiceOnRoll(ParticipantID)
  /// Below 1 or above ``PollTerms/largestWeight``.
  case badWeight(ParticipantID, Int)
  /// A proxy of somebody who is not on the roll.
  case proxyOfStranger(ParticipantID, heldBy: ParticipantID)
  case proxyOfOneself(ParticipantID)
  /// The same proxy is held twice.
  case proxyHeldTwice(ParticipantID)
  /// Who gave a proxy does not come to the booth, so holds none for others.
  case proxyChain(ParticipantID)
  /// A code knows no person, so neither weight nor proxy.
  case weightWithCodes(ParticipantID)
  case proxyWithCodes(ParticipantID)
  case badCodeCount(Int)
  /// It can't be met, or asks for nothing.
  case badQuorum(Quorum)
  /// The paper's rule names a method that this kit doesn't count, or can't count from such answers.
  case badRule(field: String, method: String)
  /// The question asks for options, and has fewer than two.
  case tooFewOptions(field: String)
  /// The bounds of the form leave nothing that can be answered.
  case unanswerable(field: String)
}

extension PollTerms {
  /// The most votes that one ballot may stand for: sums stay far from the bounds of a number.
  public static let largestWeight = 1_000_000
  /// The most codes that one poll may have.
  public static let mostCodes = 10_000

  /// Whether the id can be part of a file name.
  public static func isID(_ id: PollID) -> Bool {
    let allowed = Set<UInt8>("abcdefghijklmnopqrstuvwxyz0123456789-".utf8)
    return (1...40).contains(id.rawValue.utf8.count) && !id.rawValue.hasPrefix("-")
      && id.rawValue.utf8.allSatisfy(allowed.contains)
  }

  /// What contradicts itself here; empty where the poll may open.
  public var faults: [TermsFault] {
    (Self.isID(poll) ? [] : [.badID(poll.rawValue)])
      + (identification == .names && roll.isEmpty ? [.emptyRoll] : []) + roll.faults + codeFaults
      + quorumFaults + paper.questions.flatMap(faults(of:)) + ruleFaults
  }

  private var codeFaults: [TermsFault] {
    guard case .codes(let count, _) = identification else { return [] }
    return ((1...Self.mostCodes).contains(count) ? [] : [.badCodeCount(count)])
      + roll.filter { $0.weight != 1 }.map { .weightWithCodes($0.id) }
      + roll.filter { !$0.holdsProxiesOf.isEmpty }.map { .proxyWithCodes($0.id) }
  }

  private var quorumFaults: [TermsFault] {
    switch quorum {
    case nil: []
    case .votes(let votes)?:
      votes >= 1 && (allowsHandEntry || votes <= votesPossible) ? [] : [.badQuorum(.votes(votes))]
    case .percentage(let share)?:
      (1...100).contains(share) ? [] : [.badQuorum(.percentage(share))]
    }
  }

  private func faults(of question: PaperQuestion) -> [TermsFault] {
    if question.form.needsOptions, question.options.count < 2 {
      return [.tooFewOptions(field: question.field)]
    }
    return question.form.isAnswerable(question.options.count)
      ? [] : [.unanswerable(field: question.field)]
  }

  private var ruleFaults: [TermsFault] {
    guard let rule = paper.rule, let question = paper.question(rule.field) else { return [] }
    return PollCount.canCount(question, by: rule)
      ? [] : [.badRule(field: rule.field, method: rule.method)]
  }
}

extension PaperForm {
  /// Whether there is any answer, with so many options, that its bounds allow.
  fileprivate func isAnswerable(_ options: Int) -> Bool {
    switch self {
    case .chooseOne: true
    case .chooseSome(let count): count.lowerBound >= 0 && count.lowerBound <= options
    case .rank(let atMost, _): atMost >= 1
    case .score(let range):
      range.lowerBound >= -Self.largestScore && range.upperBound <= Self.largestScore
    case .dots(let total, let perOption):
      (1...Self.largestScore).contains(total) && perOption >= 1
    case .credits(let total): (1...Self.largestScore).contains(total)
    case .grade(let grades, let first):
      grades.count >= 2 && (-Self.largestScore...Self.largestScore).contains(first)
    case .scale(let steps):
      steps.count >= 2 && Set(steps.map(\.value)).count == steps.count
        && steps.allSatisfy { (-Self.largestScore...Self.largestScore).contains($0.value) }
    case .duels(let count): count >= 1
    case .text(let lines): lines >= 1
    }
  }

  /// What VotingMethods takes as a score.
  private static var largestScore: Int { 1_000_000 }
}

extension [RollEntry] {
  /// What contradicts itself in a roll; empty where it may be published.
  public var faults: [TermsFault] { rollFaults + proxyFaults }

  private var rollFaults: [TermsFault] {
    var faults: [TermsFault] = []
    var seen: Set<ParticipantID> = []
    for entry in self {
      if !seen.insert(entry.id).inserted { faults.append(.twiceOnRoll(entry.id)) }
      if !(1...PollTerms.largestWeight).contains(entry.weight) {
        faults.append(.badWeight(entry.id, entry.weight))
      }
    }
    return faults
  }

  private var proxyFaults: [TermsFault] {
    var faults: [TermsFault] = []
    var given: Set<ParticipantID> = []
    let people = Set(map(\.id))
    for entry in self {
      for giver in entry.holdsProxiesOf {
        if !people.contains(giver) { faults.append(.proxyOfStranger(giver, heldBy: entry.id)) }
        if giver == entry.id { faults.append(.proxyOfOneself(giver)) }
        if !given.insert(giver).inserted { faults.append(.proxyHeldTwice(giver)) }
      }
    }
    let chained = filter { !$0.holdsProxiesOf.isEmpty && given.contains($0.id) }
    return faults
      + chained.filter { !$0.holdsProxiesOf.contains($0.id) }.map { .proxyChain($0.id) }
  }
}
