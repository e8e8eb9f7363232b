/// Applies the declared rules to the ties of one count and keeps the record of them.
struct TieBreaker {
  private let lots: [(rule: TieBreak.Rule, favour: [Int])]
  private(set) var ties: [Tie] = []
  /// What is left of ``TieBreak/universe``.
  private var universe: ArraySlice<Int>?

  init(_ tieBreak: TieBreak, candidates: Int) {
    universe = tieBreak.universe?[...]
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

  /// The one of the tied with the most (or least); `history` has their totals at earlier stages.
  ///
  /// - Throws: `unbrokenTie` where no rule decides.
  mutating func one<Total: Comparable>(
    _ end: End, of tied: [Int], for question: Tie.Question, stage: Int?, history: [[Total]]
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
    if let followed = follow(tied, question, stage) { return followed }
    throw .unbrokenTie(
      Tie(question: question, stage: stage, candidates: tied, chosen: [], resolution: .unbroken))
  }

  /// Whom the decision falls on in the universe that is followed, if one is.
  private mutating func follow(_ tied: [Int], _ question: Tie.Question, _ stage: Int?) -> Int? {
    guard universe != nil else { return nil }
    let choice = universe?.popFirst() ?? 0
    guard tied.indices.contains(choice) else { return nil }
    let candidate = tied.sorted()[choice]
    record(question, stage, tied, [candidate], .immaterial)
    return candidate
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
    var (left, chosen) = (tied, [Int]())
    while chosen.count < count {
      guard let next = follow(left, question, stage) else { return nil }
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
