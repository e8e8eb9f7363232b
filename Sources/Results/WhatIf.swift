public import ExerciseProtocol
public import VotingMethods

/// The same ballots counted by other methods, and where these would have chosen otherwise.
///
/// It changes nothing: the result is the one by the method that was announced before the vote.
public struct WhatIf: Sendable {
  /// What another method says.
  public enum Answer: Hashable, Sendable {
    case outcome(Outcome)
    /// Why there is no result by it: one sentence for people.
    case noResult(String)
  }

  let outcome: Outcome
  let particulars: Particulars
  let others: [(method: MethodID, answer: Answer)]

  /// - Parameters:
  ///   - outcome: the result that counts.
  ///   - methods: the others, which take the same ballots and as many places.
  ///   - tally: counts the ballots by one of them; called once for each.
  public init(
    _ outcome: Outcome, _ particulars: Particulars = Particulars(), methods: [MethodID],
    tally: (MethodID) -> Answer
  ) {
    self.outcome = outcome
    self.particulars = particulars
    others = methods.filter { $0 != outcome.method }.map { ($0, tally($0)) }.filter {
      // That ballots can't be read as ballots of another kind is nothing to be told.
      let isOwn = $0.0.traits.ballots.first == outcome.method.traits.ballots.first
      if case .noResult = $0.1 { return isOwn }
      return true
    }
  }

  /// The methods that choose others than the result does, those that agree with each other
  /// together. Their order of election doesn't matter.
  public var differing: [[MethodID]] { groups.map { $0.map(\.method) } }

  private var counted: [Outcome] {
    others.compactMap { if case .outcome(let outcome) = $0.answer { outcome } else { nil } }
  }

  private var groups: [[Outcome]] {
    var groups: [[Outcome]] = []
    for other in counted where !WhatIf.agree(other, outcome) {
      if let place = groups.firstIndex(where: { WhatIf.agree($0[0], other) }) {
        groups[place].append(other)
      } else {
        groups.append([other])
      }
    }
    return groups
  }

  private static func agree(_ one: Outcome, _ other: Outcome) -> Bool {
    one.winners.sorted() == other.winners.sorted()
  }

  /// What is to be said of it, one paragraph an element: first of those that agree, then of each
  /// group that doesn't, with the reason of its first method.
  public var sentences: [String] {
    let account = Account(outcome, particulars)
    let groups = self.groups
    guard !counted.isEmpty else { return [Wording.nothingToCompare] }
    let agreeing = counted.filter { WhatIf.agree($0, outcome) }.map(\.method)
    var sentences: [String] = []
    if groups.isEmpty {
      sentences.append(Wording.allAgree(counted.count + 1, account.winnersInWords(outcome)))
    } else if agreeing.isEmpty {
      sentences.append(Wording.nobodyAgrees(Wording.title(outcome.method)))
    } else {
      sentences.append(
        Wording.agree(
          ([outcome.method] + agreeing).map(Wording.title), account.winnersInWords(outcome)))
    }
    return sentences + groups.map { sentence($0, account) }
  }

  private func sentence(_ group: [Outcome], _ account: Account) -> String {
    let reason = Account(group[0], particulars).decisive
    return Wording.differ(
      group.map { Wording.title($0.method) }, account.winnersInWords(group[0]),
      because: reason, by: group.count > 1 ? Wording.title(group[0].method) : nil)
  }

  /// A table of methods and winners, and the sentences.
  public var blocks: [View.Block] {
    let heading = View.Block.heading(Wording.whatIf, level: 2)
    guard !others.isEmpty else { return [heading, .text(Wording.nothingToCompare)] }
    let account = Account(outcome, particulars)
    let rows = [(outcome.method, Answer.outcome(outcome))] + others
    let table = View.Table(
      [.init(Wording.method), .init(Wording.chosenColumn), .init(Wording.compared)],
      rows.map { method, answer in
        let title = Wording.title(method).capitalisedFirst
        switch answer {
        case .noResult(let reason): return [title, Wording.emptyCell, reason]
        case .outcome(let other):
          let winners = account.winnersInWords(other)
          let mark =
            method == outcome.method
            ? Wording.theResult : WhatIf.agree(other, outcome) ? Wording.same : Wording.other
          return [title, winners.isEmpty ? Wording.emptyCell : winners, mark]
        }
      })
    return [heading, .table(table)]
      + sentences.map { .text($0) } + [.note(Wording.whatIfChangesNothing, .hint)]
  }
}

extension Account {
  /// The one sentence of the reasons that says most.
  var decisive: String? {
    switch outcome.method {
    case .plurality, .approval, .score, .scoreMean, .borda, .sntv, .block, .dots, .quadratic:
      return reasonsByTotals.first { $0.contains(where: \.isNumber) && !isMeaning($0) }
    case .greedyBudget, .greedyBudgetNoSkip, .greedyBudgetThreshold, .irv, .twoRound, .star,
      .schulze, .rankedPairs, .minimax, .copeland, .smith, .kemeny, .benham, .smithIRV,
      .tidemanAlternative, .coombs, .nanson, .baldwin:
      return reasons.last
    case .scottishSTV, .meekSTV, .wigSTV, .ers97STV, .northernIrelandSTV, .senateSTV,
      .minneapolisSTV, .cambridgeSTV:
      return reasons.last
    default: return reasons.first
    }
  }

  private func isMeaning(_ text: String) -> Bool {
    text == Wording.meaning(of: outcome.method, particulars.noun)
  }

  /// Those whom an outcome chooses; of parties, with their seats.
  func winnersInWords(_ outcome: Outcome) -> String {
    let counts = Dictionary(grouping: outcome.winners) { $0 }.mapValues(\.count)
    guard counts.contains(where: { $0.value > 1 }) else { return list(outcome.winners) }
    let order = counts.keys.sorted { (counts[$1] ?? 0, $0) < (counts[$0] ?? 0, $1) }
    return Wording.list(order.map { Wording.seats(name($0), counts[$0] ?? 0) })
  }
}
