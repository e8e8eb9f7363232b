/// What is wrong with an answer. The wording is for whoever asks.
public enum AnswerFault: Hashable, Sendable {
  /// It has not the form that the question says.
  case wrongForm
  /// It must be answered.
  case missing
  /// It names something that is not on the paper.
  case unknownOption(String)
  /// It names something twice.
  case repeated(String)
  /// More was chosen, ranked, spread or spent than may be: so much, of so much.
  case tooMany(used: Int, allowed: Int)
  /// Fewer were chosen than must be.
  case tooFew(used: Int, needed: Int)
  /// More (or less) on one option than may be.
  case outOfBounds(option: String, value: Int, allowed: ClosedRange<Int>)
  /// Two share a rank, and every rank holds one.
  case tiedRank
}

extension PaperQuestion {
  /// What is wrong with this answer; nil where it is valid. The booth asks before it takes a
  /// ballot, double entry before it takes a paper, an audit of every ballot in a bundle.
  ///
  /// - Parameter answer: in the form that ``PaperForm`` says; nil where there is none.
  public func fault(in answer: JSONValue?) -> AnswerFault? {
    guard let answer else { return isRequired ? .missing : nil }
    switch (form, answer) {
    case (.chooseOne, .string(let id)): return unknown(in: [id])
    case (.chooseSome(let count), .array(let items)):
      guard let ids = items.strings else { return .wrongForm }
      if let fault = unknown(in: ids) { return fault }
      if ids.count > count.upperBound {
        return .tooMany(used: ids.count, allowed: count.upperBound)
      }
      return ids.count < count.lowerBound
        ? .tooFew(used: ids.count, needed: count.lowerBound) : nil
    case (.rank(let atMost, let allowsTies), .array(let ranks)):
      return fault(inRanks: ranks, atMost: atMost, allowsTies: allowsTies)
    case (.score, .object(let members)), (.dots, .object(let members)),
      (.credits, .object(let members)), (.grade, .object(let members)):
      return fault(inPoints: members)
    case (.scale(let steps), .integer(let value)):
      return steps.contains { $0.value == value } ? nil : .wrongForm
    case (.duels(let count), .array(let pairs)): return fault(inDuels: pairs, atMost: count)
    case (.text(let lines), .string(let text)):
      let used = text.split(separator: "\n", omittingEmptySubsequences: false).count
      return used > lines ? .tooMany(used: used, allowed: lines) : nil
    default: return .wrongForm
    }
  }

  private func unknown(in ids: [String]) -> AnswerFault? {
    let known = Set(options.map(\.id))
    var seen: Set<String> = []
    for id in ids {
      guard known.contains(id) else { return .unknownOption(id) }
      guard seen.insert(id).inserted else { return .repeated(id) }
    }
    return nil
  }

  private func fault(
    inRanks ranks: [JSONValue], atMost: Int, allowsTies: Bool
  ) -> AnswerFault? {
    var ids: [String] = []
    for rank in ranks {
      guard case .array(let items) = rank, let rank = items.strings, !rank.isEmpty else {
        return .wrongForm
      }
      if rank.count > 1, !allowsTies { return .tiedRank }
      ids += rank
    }
    if let fault = unknown(in: ids) { return fault }
    return ids.count > atMost ? .tooMany(used: ids.count, allowed: atMost) : nil
  }

  private func fault(inPoints members: [JSONValue.Member]) -> AnswerFault? {
    if let fault = unknown(in: members.map(\.name)) { return fault }
    var values: [Int] = []
    for member in members {
      guard case .integer(let value) = member.value else { return .wrongForm }
      guard pointsAllowed.contains(value) else {
        return .outOfBounds(option: member.name, value: value, allowed: pointsAllowed)
      }
      values.append(value)
    }
    // Within bounds, so that neither sum can overflow.
    switch form {
    case .dots(let total, _):
      let used = values.reduce(0, +)
      return used > total ? .tooMany(used: used, allowed: total) : nil
    case .credits(let total):
      let used = values.reduce(0) { $0 + $1 * $1 }
      return used > total ? .tooMany(used: used, allowed: total) : nil
    default: return nil
    }
  }

  /// What one option may be given.
  public var pointsAllowed: ClosedRange<Int> {
    switch form {
    case .score(let range): return range
    case .dots(let total, let perOption): return 0...max(0, min(total, perOption))
    case .credits(let total):
      let most = max(0, total).squareRoot
      return -most...most
    case .grade(let grades, let first):
      let (last, overflow) = first.addingReportingOverflow(max(0, grades.count - 1))
      return overflow ? first...first : first...last
    default: return 0...0
    }
  }

  private func fault(inDuels pairs: [JSONValue], atMost: Int) -> AnswerFault? {
    var seen: Set<Set<String>> = []
    for pair in pairs {
      guard case .array(let items) = pair, let ids = items.strings, ids.count == 2 else {
        return .wrongForm
      }
      if let fault = unknown(in: ids) { return fault }
      guard seen.insert(Set(ids)).inserted else { return .repeated(ids.joined(separator: " ")) }
    }
    return pairs.count > atMost ? .tooMany(used: pairs.count, allowed: atMost) : nil
  }
}

extension Paper {
  /// What is wrong with a ballot, by field in the order of the questions; empty where it is valid.
  /// Blank and spoilt ballots are what they are.
  public func faults(in ballot: Ballot) -> [(field: String, fault: AnswerFault)] {
    guard case .answers(let answers) = ballot.mark else { return [] }
    var faults = questions.compactMap { question in
      question.fault(in: answers[question.field]).map { (question.field, $0) }
    }
    let unknown = answers.keys.filter { question($0) == nil }.sorted()
    faults += unknown.map { ($0, .wrongForm) }
    return faults
  }
}

extension [JSONValue] {
  fileprivate var strings: [String]? {
    var texts: [String] = []
    for case .string(let text) in self { texts.append(text) }
    return texts.count == count ? texts : nil
  }
}

extension Int {
  /// The largest whole number whose square is not above this one.
  fileprivate var squareRoot: Int {
    var root = Int(Double(self).squareRoot())
    while root > 0, root > self / root { root -= 1 }
    while (root + 1) <= self / (root + 1) { root += 1 }
    return root
  }
}
