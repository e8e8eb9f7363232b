import ExerciseProtocol
import VotingMethods

extension ResultView {
  /// A bar for each candidate, the most first; the winners are marked in words too.
  var bars: [View.Block] {
    switch account.outcome.method {
    case .dhondt, .sainteLague, .largestRemainder: return partyBars
    case .fistToFive, .gradients, .consent: return consensusBars
    case .pairwiseSurvey, .opinionGroups: return shareBars
    case .schulze, .rankedPairs, .minimax, .smith, .kemeny: return duelBars
    case .majorityJudgment, .majorityJudgmentGauge: return gradeBars
    case .equalShares, .seqPhragmen, .equalSharesBudget, .phragmenBudget: return supportBars
    case .irv, .twoRound, .benham, .smithIRV, .tidemanAlternative, .coombs: return runoffBars
    case .nanson, .baldwin:
      return totalBars(account.outcome.stages.first, Wording.Unit(account.outcome.method))
    case .bucklin:
      return [.text(Wording.lastStage(account.outcome.stages.count))]
        + totalBars(account.outcome.stages.last, Wording.Unit(.irv))
    case .scottishSTV, .meekSTV, .wigSTV, .ers97STV, .northernIrelandSTV, .senateSTV,
      .minneapolisSTV, .cambridgeSTV:
      let bars = totalBars(account.outcome.stages.first, Wording.Unit(.irv))
      return account.outcome.stages.count > 1 ? [.text(Wording.firstStage)] + bars : bars
    default: return totalBars(account.outcome.stages.first, Wording.Unit(account.outcome.method))
    }
  }

  private func mark(_ candidate: Int) -> String? {
    if account.outcome.isUnfinished { return markSoFar(candidate) }
    guard account.outcome.winners.contains(candidate) else { return nil }
    let isTied = account.openTie?.candidates.contains(candidate) == true
    return isTied ? Wording.tiedMark : Wording.winnerMark(account.outcome.method)
  }

  /// Where the count stops at a tie: a party can have places and be tied for another one.
  private func markSoFar(_ candidate: Int) -> String? {
    let isIn = account.outcome.winners.contains(candidate)
    let isTied = account.openTie?.candidates.contains(candidate) == true
    let marks = [
      isTied ? Wording.tiedMark : nil,
      isIn ? Wording.winnerMark(account.outcome.method) : nil,
    ]
    let told = marks.compactMap(\.self)
    return told.isEmpty ? nil : told.joined(separator: ", ")
  }

  private func isChosen(_ candidate: Int) -> Bool {
    if account.outcome.isUnfinished { return account.outcome.winners.contains(candidate) }
    return account.outcome.winners.contains(candidate)
      && account.openTie?.candidates.contains(candidate) != true
  }

  /// The caption carries the number and, for winners, a word.
  private func bar(_ candidate: Int, _ value: Rational, _ caption: String) -> View.Bar {
    View.Bar(
      account.label(candidate), value: max(0, value.approximation),
      caption: [caption, mark(candidate)].compactMap(\.self).joined(separator: ", "),
      isChosen: isChosen(candidate))
  }

  private func totalBars(_ stage: Stage?, _ unit: Wording.Unit) -> [View.Block] {
    guard let totals = stage?.totals else { return [] }
    let amount = Amount(telling: totals)
    return bars(by: totals) { unit.count(totals[$0], amount) }
  }

  /// The ranking decides between equal values, as it does in the result.
  private func bars(by values: [Rational], _ caption: (Int) -> String) -> [View.Block] {
    let ranking =
      account.outcome.ranking.isEmpty ? [account.outcome.winners] : account.outcome.ranking
    var places = Array(repeating: Int.max, count: values.count)
    for (place, tier) in ranking.enumerated() { for one in tier { places[one] = place } }
    let order = account.everybody.sorted { one, other in
      if values[one] != values[other] { return values[one] > values[other] }
      if isChosen(one) != isChosen(other) { return isChosen(one) }
      return (places[one], one) < (places[other], other)
    }
    return order.isEmpty ? [] : [.bars(order.map { bar($0, values[$0], caption($0)) })]
  }

  /// The last comparison; who was out before is in the stages.
  private var runoffBars: [View.Block] {
    guard let last = account.outcome.stages.last else { return [] }
    let isOut = Set(account.outcome.stages.flatMap(\.excluded))
    guard account.outcome.stages.count > 1 else {
      return totalBars(last, Wording.Unit(.plurality))
    }
    let left = account.everybody.filter { !isOut.contains($0) }
      .sorted { (last.totals[$1], $0) < (last.totals[$0], $1) }
    let unit = Wording.Unit(.irv)
    let amount = Amount(places: 2)
    return [
      .text(Wording.lastStage(account.outcome.stages.count)),
      .bars(left.map { bar($0, last.totals[$0], unit.count(last.totals[$0], amount)) }),
    ]
  }

  private var partyBars: [View.Block] {
    let held = account.everybody.map { party in
      Rational(account.outcome.winners.count { $0 == party })
    }
    let votes = account.outcome.stages.first?.totals
    return bars(by: held) { party in
      let seats = Wording.seatCount(Int(held[party].description) ?? 0)
      guard let votes else { return seats }
      return seats + ", " + Wording.Unit(.block).count(votes[party], Amount(places: 0))
    }
  }

  /// Shares of one, shown in hundredths; of the group-informed consensus there is nothing to see.
  private var shareBars: [View.Block] {
    guard account.outcome.method == .pairwiseSurvey,
      let totals = account.outcome.stages.first?.totals
    else { return [] }
    return bars(by: totals) { Wording.share(account.percent($0)) }
  }

  private var consensusBars: [View.Block] {
    guard account.outcome.stages.count == 3 else { return [] }
    let (voices, shares) = (account.outcome.stages[0].totals, account.outcome.stages[1].totals)
    guard account.outcome.method != .consent else { return [] }
    return bars(by: shares) { one in
      let percent = Amount(places: 1).text(shares[one] * 100)
      let supporters = Amount(places: 0).text(shares[one] * voices[one])
      return Wording.support(supporters, of: Amount(places: 0).text(voices[one]), percent)
    }
  }

  /// How many of the others each one beats.
  private var duelBars: [View.Block] {
    guard let duels = Duels(account.outcome) else { return [] }
    let wins = account.everybody.map { Rational(duels.victims(of: $0).count) }
    return bars(by: wins) { Wording.beatsSome(wins[$0], of: duels.count - 1) }
  }

  private var gradeBars: [View.Block] {
    guard let medians = account.outcome.stages.first?.totals else { return [] }
    let least = account.particulars.grades?.lowest ?? 0
    let ranked = account.outcome.ranking.joined()
    return [
      .bars(
        ranked.map { one in
          let grade = Int(medians[one].description) ?? least
          return bar(
            one, medians[one] - Rational(least), Wording.middle(account.gradeName(grade)))
        })
    ]
  }

  /// Where the totals are prices: who got a place, and how many support each, if that is known.
  private var supportBars: [View.Block] {
    if account.outcome.method == .equalSharesBudget || account.outcome.method == .phragmenBudget {
      let costs = account.particulars.costs
      guard costs.count == account.everybody.count, !account.outcome.winners.isEmpty else {
        return [.list(account.outcome.winners.map(account.label), ordered: true)]
      }
      return [
        .bars(
          account.outcome.winners.map { bar($0, Rational(costs[$0]), account.money(costs[$0])) })
      ]
    }
    guard let ballots = account.particulars.approvals else {
      return [.list(account.outcome.winners.map(account.label), ordered: true)]
    }
    let counts = account.everybody.map { Rational(account.supporters(of: $0, ballots)) }
    return bars(by: counts) { Wording.Unit(.approval).count(counts[$0], Amount(places: 0)) }
  }
}
