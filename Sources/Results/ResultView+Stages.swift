import ExerciseProtocol
import VotingMethods

extension ResultView {
  /// A stage table tells something only where votes pass from one to another.
  private var hasCourse: Bool {
    switch account.outcome.method {
    case .irv, .scottishSTV, .meekSTV, .wigSTV, .ers97STV, .northernIrelandSTV, .senateSTV,
      .minneapolisSTV, .cambridgeSTV, .benham, .smithIRV, .tidemanAlternative, .coombs, .nanson,
      .baldwin:
      account.outcome.stages.count > 1
    default: false
    }
  }

  /// What happened at each stage, in a line; nothing but the decisive ones where there are many.
  var moments: [View.Block] {
    guard hasCourse else { return [] }
    let all = account.outcome.stages.indices.compactMap(moment)
    guard !all.isEmpty else { return [] }
    return [.heading(Wording.course, level: 3), .list(all, ordered: false)]
  }

  private func moment(_ place: Int) -> String? {
    let stage = account.outcome.stages[place]
    var parts: [String] = []
    if let from = stage.transfers.first?.from, !stage.excluded.contains(from) {
      let wasOut = account.outcome.stages[..<place].contains { $0.excluded.contains(from) }
      let name = account.name(from)
      parts.append(wasOut ? Wording.furtherVotes(name) : Wording.surplus(name))
    }
    if !stage.excluded.isEmpty { parts.append(Wording.isOut(stage.excluded.map(account.name))) }
    if !stage.elected.isEmpty {
      let amount = account.amount(telling: stage.elected.map { stage.totals[$0] })
      parts.append(
        Wording.isIn(
          stage.elected.map { "\(account.name($0)) (\(amount.text(stage.totals[$0])))" }))
    }
    return parts.isEmpty ? nil : Wording.moment(place + 1, parts)
  }

  /// All totals of all stages. A renderer that finds it too wide folds it into groups of stages.
  var stages: [View.Block] {
    let all = account.outcome.stages
    guard all.count > 1, let first = all.first, !isConsensus else { return [] }
    let amount = account.amount(telling: Array(all.map(\.totals).joined()))
    let rows = order(first).map { candidate in
      [account.label(candidate)] + all.indices.map { cell(candidate, $0, amount) }
    }
    let columns =
      [View.Table.Column(account.particulars.noun.one.capitalisedFirst)]
      + all.indices.map {
        View.Table.Column(Wording.stage($0 + 1, of: account.outcome.method), isNumeric: true)
      }
    let isRounded = amount.places >= 7 && account.decimals == nil
    return [
      .heading(Wording.allStages, level: 3),
      .table(View.Table(columns, rows + sums(all, amount))),
    ] + (isRounded ? [.note(Wording.rounded, .hint)] : [])
  }

  /// Its hurdles are told one by one.
  private var isConsensus: Bool {
    [.fistToFive, .gradients, .consent].contains(account.outcome.method)
  }

  /// Methods whose totals are 0 for those who can't be paid for or are elected already.
  private var hasGaps: Bool {
    [.seqPAV, .seqPhragmen, .equalShares, .equalSharesBudget, .phragmenBudget, .rrv, .starPR]
      .contains(account.outcome.method)
  }

  /// The most at first on top.
  private func order(_ first: Stage) -> [Int] {
    account.everybody.sorted { (first.totals[$1], $0) < (first.totals[$0], $1) }
  }

  private func cell(_ candidate: Int, _ place: Int, _ amount: Amount) -> String {
    let all = account.outcome.stages
    let stage = all[place]
    let total = amount.text(stage.totals[candidate])
    if stage.elected.contains(candidate) { return Wording.electedCell(total) }
    if stage.excluded.contains(candidate) {
      return stage.totals[candidate] == .zero ? Wording.outCell : Wording.outCell(total)
    }
    if hasGaps, stage.totals[candidate] == .zero { return Wording.emptyCell }
    let wasOut = all[..<place].contains { $0.excluded.contains(candidate) }
    return wasOut && stage.totals[candidate] == .zero ? Wording.emptyCell : total
  }

  /// The quota, and the votes that went to nobody.
  private func sums(_ all: [Stage], _ amount: Amount) -> [[String]] {
    var rows: [[String]] = []
    if all.contains(where: { $0.quota != nil }) {
      rows.append([Wording.quotaRow] + all.map { $0.quota.map(amount.text) ?? "" })
    }
    var lost = Rational.zero
    let gone = all.map { stage in
      for transfer in stage.transfers where transfer.to == nil { lost += transfer.votes }
      return lost
    }
    if lost > .zero { rows.append([Wording.lostRow] + gone.map(amount.text)) }
    return rows
  }
}

extension String {
  /// As the first word of a line or a column.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
