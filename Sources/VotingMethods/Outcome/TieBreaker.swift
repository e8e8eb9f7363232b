/// Applies the declared rules to the ties of one count and keeps the record of them.
struct TieBreaker {
  private let lots: [(rule: TieBreak.Rule, favour: [Int])]
  private(set) var ties: [Tie] = []
  /// The lot that is followed, where ``TieBreak/universe`` says so.
  private var followed: PartialLot?

  init(_ tieBreak: TieBreak, candidates: Int) {
    followed = tieBreak.universe.map { PartialLot(path: $0, candidates: candidates) }
    lots = tieBreak.rules.map { rule in
      guard case .lot(let seed) = rule else { return (rule, []) }
      var favour = Array(repeating: 0, count: candidates)
      for (place, candidate) in Lot(seed: seed, candidates: candidates).order.enumerated() {
        favour[candidate] = place
      }
      return (rule, favour)
    }
  }

  /// Which end of an order is asked for.
  enum End { case most, least }

  /// What the choices were between that a followed lot left open; see ``PartialLot/choices``.
  var choices: [PartialLot.Choice] { followed?.choices ?? [] }

  /// The same rules, and the same lot, for another round of the count: without the ties of this.
  var forNextRound: TieBreaker {
    var next = self
    next.ties = []
    return next
  }

  /// The one of the tied with the most (or least); `history` has their totals at earlier stages.
  ///
  /// - Parameter decidesNothing: whether the count comes to the same whoever it is: then it goes on
  ///   where no rule decides.
  /// - Throws: `unbrokenTie` where no rule decides.
  mutating func one<Total: Comparable>(
    _ end: End, of tied: [Int], for question: Tie.Question, stage: Int?, history: [[Total]],
    decidesNothing: Bool = false
  ) throws(TallyFault) -> Int {
    if tied.count == 1 { return tied[0] }
    for (rule, favour) in lots {
      switch rule {
      case .priorStage:
        guard let (place, candidate) = prior(end, of: tied, history) else { continue }
        record(question, stage, tied, [candidate], .priorStage(place))
        return candidate
      case .lot(let seed):
        let ordered = tied.sorted { favour[$0] < favour[$1] }
        let candidate = end == .most ? ordered[0] : ordered[ordered.count - 1]
        record(question, stage, tied, [candidate], .lot(seed: seed))
        return candidate
      }
    }
    if decidesNothing {
      let first = tied.sorted()[0]
      record(question, stage, tied, [first], .immaterial)
      return first
    }
    if let chosen = follow(end, tied, question, stage) { return chosen }
    throw .unbrokenTie(
      Tie(question: question, stage: stage, candidates: tied, chosen: [], resolution: .unbroken))
  }

  /// Whom the lot that is followed falls on, if one is.
  private mutating func follow(
    _ end: End, _ tied: [Int], _ question: Tie.Question, _ stage: Int?
  ) -> Int? {
    guard let chosen = followed?.choose(end, of: tied, for: question, stage: stage)
    else { return nil }
    record(question, stage, tied, [chosen], .immaterial)
    return chosen
  }

  /// Goes back stage by stage, keeping those who had the most (or least), until one is left.
  private func prior<Total: Comparable>(
    _ end: End, of tied: [Int], _ history: [[Total]]
  ) -> (stage: Int, candidate: Int)? {
    var left = tied
    for (place, totals) in history.enumerated().reversed() {
      let extreme = left.reduce(totals[left[0]]) {
        end == .most ? max($0, totals[$1]) : min($0, totals[$1])
      }
      left.removeAll { totals[$0] != extreme }
      if left.count == 1 { return (place, left[0]) }
    }
    return nil
  }

  /// The first `count` of the tied by lot, in that order; nil if no lot is declared.
  mutating func some(
    _ count: Int, of tied: [Int], for question: Tie.Question, stage: Int? = nil
  ) -> [Int]? {
    if tied.count <= count { return tied }
    for case (.lot(let seed), let favour) in lots {
      let chosen = Array(tied.sorted { favour[$0] < favour[$1] }.prefix(count))
      record(question, stage, tied, chosen, .lot(seed: seed))
      return chosen
    }
    // Who is elected is never immaterial.
    if question != .election, let chosen = followSome(count, of: tied, question, stage) {
      return chosen
    }
    record(question, stage, tied, [], .unbroken)
    return nil
  }

  private mutating func followSome(
    _ count: Int, of tied: [Int], _ question: Tie.Question, _ stage: Int?
  ) -> [Int]? {
    guard let chosen = inOrder(count, of: tied, for: question, stage: stage) else { return nil }
    record(question, stage, tied, chosen, .immaterial)
    return chosen
  }

  /// The first `count` of these in the order of the lot that is declared or followed; nil where
  /// there is none. Nothing is recorded.
  mutating func inOrder(
    _ count: Int, of tied: [Int], for question: Tie.Question, stage: Int?
  ) -> [Int]? {
    if let lot { return Array(tied.sorted { lot.favour[$0] < lot.favour[$1] }.prefix(count)) }
    var (left, chosen) = (tied, [Int]())
    while chosen.count < count, !left.isEmpty {
      guard let next = followed?.choose(.most, of: left, for: question, stage: stage) else {
        return nil
      }
      chosen.append(next)
      left.removeAll { $0 == next }
    }
    return chosen
  }

  /// The declared lot, if there is one: its seed, and each candidate's place in it.
  var lot: (seed: UInt64, favour: [Int])? {
    for case (.lot(let seed), let favour) in lots { return (seed, favour) }
    return nil
  }

  mutating func record(
    _ question: Tie.Question, _ stage: Int?, _ tied: [Int], _ chosen: [Int],
    _ resolution: Tie.Resolution
  ) {
    ties.append(
      Tie(
        question: question, stage: stage, candidates: tied.sorted(), chosen: chosen,
        resolution: resolution))
  }
}

extension TieBreak: CustomStringConvertible {
  /// As it is written in commands and results: "prior,lot:42"; "none" where there is no rule.
  public var description: String {
    rules.isEmpty
      ? "none"
      : rules.map { rule in
        switch rule {
        case .priorStage: "prior"
        case .lot(let seed): "lot:\(seed)"
        }
      }.joined(separator: ",")
  }
}
