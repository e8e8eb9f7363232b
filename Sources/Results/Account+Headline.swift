import VotingMethods

extension Account {
  /// Who won, in one sentence.
  var headline: String {
    if outcome.isUnfinished, let tie = openTie {
      return stopped(at: tie)
    }
    switch outcome.method {
    case .dhondt, .sainteLague, .largestRemainder: return Wording.seats(seatsOfParties)
    case .fistToFive, .gradients, .consent:
      return Wording.adopted(labels(outcome.winners), of: everybody.count)
    case .greedyBudget, .greedyBudgetNoSkip, .greedyBudgetThreshold, .equalSharesBudget,
      .phragmenBudget:
      return Wording.funded(
        labels(outcome.winners), noun(outcome.winners.count), cost: costOfWinners,
        budget: budget.map(money))
    case .opinionGroups: return Wording.common(labels(outcome.winners))
    case .smith:
      return outcome.winners.count == 1
        ? Wording.chosen(labels(outcome.winners)) : Wording.smith(labels(outcome.winners))
    default: break
    }
    if let tie = openTie {
      return Wording.open(
        labels(tie.candidates), seats: seats - certain.count, certain: labels(certain))
    }
    return outcome.winners.isEmpty ? Wording.nobody : Wording.chosen(labels(outcome.winners))
  }

  /// What is certain where the count stops.
  private func stopped(at tie: Tie) -> String {
    let tied = labels(tie.candidates)
    let areParties = [.dhondt, .sainteLague, .largestRemainder].contains(outcome.method)
    if areParties, !certain.isEmpty {
      return Wording.seats(seatsOfParties) + " " + Wording.stops(between: tied)
    }
    return Wording.stopped(tied, certain: labels(certain), isAboutMoney: isAboutMoney)
  }

  /// Whether projects are funded, and nobody elected.
  var isAboutMoney: Bool { parameter("budget") != nil }

  /// With their names, unless they are so many that nobody finds the end of the sentence: the bars
  /// below it have the names.
  private func labels(_ candidates: [Int]) -> [String] {
    candidates.count > Self.few ? candidates.map(name) : candidates.map(label)
  }

  private static var few: Int { 6 }

  func noun(_ count: Int) -> String {
    count == 1 ? particulars.noun.one : particulars.noun.many
  }

  /// Each party's seats, the most first.
  private var seatsOfParties: [(name: String, seats: Int)] {
    let counts = everybody.map { party in outcome.winners.count { $0 == party } }
    return everybody.sorted { (counts[$1], $0) < (counts[$0], $1) }
      .filter { counts[$0] > 0 }.map { (label($0), counts[$0]) }
  }

  private var costOfWinners: String? {
    particulars.costs.count == everybody.count
      ? money(outcome.winners.reduce(0) { $0 + particulars.costs[$1] }) : nil
  }
}
