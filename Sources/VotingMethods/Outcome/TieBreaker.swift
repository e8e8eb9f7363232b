/// Applies the declared rules to the ties of one count and keeps the record of them.
struct TieBreaker {
  private let lots: [(rule: TieBreak.Rule, favour: [Int])]
  private(set) var ties: [Tie] = []
  /// The lot that is followed, where ``TieBreak/universe`` says so.
  private var followed: PartialLot?

  init(_ tieBreak: TieBreak, candidates: Int) {
    followed = tieBreak.universe.map { PartialLot(path: $0, candidates: candidates) }
    lots = tieBreak.rules.map { rule in
      let order =
        switch rule {
        case .priorStage: [Int]()
        case .lot(let seed): Lot(seed: seed, candidates: candidates).order
        case .drawn(let lot): lot.order
        }
      var favour = Array(repeating: TieBreaker.notNamed, count: order.isEmpty ? 0 : candidates)
      for (place, candidate) in order.enumerated() where favour.indices.contains(candidate) {
        favour[candidate] = place
      }
      return (rule, favour)
    }
  }

  /// The place of those whom a lot drawn by hand leaves out.
  private static let notNamed = Int.max

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
    let lot = lot(of: tied)
    for (rule, _) in lots {
      if rule == .priorStage {
        guard let (place, candidate) = prior(end, of: tied, history) else { continue }
        record(question, stage, tied, [candidate], .priorStage(place))
        return candidate
      }
      guard let lot else { continue }
      let ordered = tied.sorted { lot.favour[$0] < lot.favour[$1] }
      let candidate = end == .most ? ordered[0] : ordered[ordered.count - 1]
      record(question, stage, tied, [candidate], lot.resolution)
      return candidate
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
  ///
  /// - Parameter endsCount: whether the caller can't go on without an answer to who is elected.
  mutating func some(
    _ count: Int, of tied: [Int], for question: Tie.Question, stage: Int? = nil,
    endsCount: Bool = false
  ) -> [Int]? {
    if tied.count <= count { return tied }
    if let lot = lot(of: tied) {
      let chosen = Array(tied.sorted { lot.favour[$0] < lot.favour[$1] }.prefix(count))
      record(question, stage, tied, chosen, lot.resolution)
      return chosen
    }
    // Who is elected is never immaterial.
    if question != .election || endsCount, let chosen = followSome(count, of: tied, question, stage)
    {
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
    if let lot = lot(of: tied) {
      return Array(tied.sorted { lot.favour[$0] < lot.favour[$1] }.prefix(count))
    }
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

  /// A lot that decides between some candidates.
  struct Decision {
    /// Each candidate's place in it.
    var favour: [Int]
    /// How it is told.
    var resolution: Tie.Resolution
  }

  /// The lot that decides between these, if one does: of those drawn by hand the one that names
  /// just these, else the first that names all of them; of several between the same people the
  /// next one.
  func lot(of tied: [Int]) -> Decision? {
    let fitting = lots.filter { rule, favour in
      !favour.isEmpty && tied.allSatisfy { favour[$0] != TieBreaker.notNamed }
    }
    let exact = fitting.first { rule, _ in
      if case .drawn(let lot) = rule { lot.order.count == tied.count } else { false }
    }
    guard let (rule, favour) = exact ?? fitting.first else { return nil }
    if case .lot(let seed) = rule {
      return Decision(favour: favour, resolution: .lot(seed: seed))
    }
    let drawn = fitting.compactMap { entry -> DrawnLot? in
      if case .drawn(let lot) = entry.rule { lot } else { nil }
    }
    guard drawn.count > 1, let lot = drawn.deciding(tied, after: ties) else {
      return Decision(favour: favour, resolution: .drawn)
    }
    let next = fitting.first { $0.rule == .drawn(lot) }
    return Decision(favour: next?.favour ?? favour, resolution: .drawn)
  }

  /// The lot that is an order of everybody, if there is one.
  var wholeLot: Decision? {
    let count = lots.lazy.map(\.favour.count).max() ?? 0
    return count == 0 ? nil : lot(of: Array(0..<count))
  }

  /// The same where it is drawn from a seed.
  var seededLot: Decision? { wholeLot.flatMap { $0.resolution == .drawn ? nil : $0 } }

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
        case .drawn(let lot): "drawn(\(lot))"
        }
      }.joined(separator: ",")
  }
}
