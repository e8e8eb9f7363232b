public import VotingMethods

extension Particulars {
  /// With all that an election tells: costs, how grades spread, approvals.
  public init(
    _ election: Election, noun: Noun = .candidate, naming: Naming = .automatic,
    currency: String = "", gradeNames: [String] = []
  ) {
    self.init(noun: noun, naming: naming, currency: currency)
    switch election.ballots {
    case .scores(let ballots): grades = GradeSpread(ballots, names: gradeNames)
    case .approvals(let ballots): approvals = ballots
    case .projects(let ballots):
      (costs, moneyDecimals) = (ballots.projects.map(\.cost), ballots.decimals)
      approvals = ballots.approvals
    case .rankings, .parties, .duels, .opinions: break
    }
  }
}

extension WhatIf {
  /// Counts the same election by every other method that takes its ballots and chooses as many.
  ///
  /// - Parameters:
  ///   - request: how the result that counts was counted; the seats, the budget and the tie-break
  ///     are the same for all.
  ///   - settle: what the result's own rules make of another method's winners, so that both are
  ///     compared alike.
  public init(
    _ outcome: Outcome, _ particulars: Particulars = Particulars(), election: Election,
    request: CountRequest, settle: (Outcome) -> Outcome = { $0 }
  ) {
    let methods = WhatIf.comparable(outcome.method, election, request)
    self.init(outcome, particulars, methods: methods) { method in
      let seats = method.traits.choice == .seats ? request.seats : nil
      let budget = method.traits.choice == .budget ? request.budget : nil
      let other = CountRequest(method, seats: seats, budget: budget, tieBreak: request.tieBreak)
      do throws(CountFault) {
        return .outcome(settle(try other.tally(election)))
      } catch {
        return .noResult(error.message(source: Wording.theseBallots))
      }
    }
  }

  /// The methods that can be compared: same ballots, as many winners, a scale that they know, and
  /// nothing that they would have to be told besides.
  public static func comparable(
    _ method: MethodID, _ election: Election, _ request: CountRequest
  ) -> [MethodID] {
    let seats = request.seats ?? election.seats ?? 1
    var scale: ClosedRange<Int>?
    if case .scores(let ballots) = election.ballots { scale = ballots.range }
    return MethodID.counting(election.ballots.kind).filter { other in
      let needsOptions = [.dots, .quadratic, .greedyBudgetThreshold].contains(other)
      // With one place these are plurality, instant runoff or approval under another name.
      let isDouble = seats == 1 && other.traits.choice == .seats && !ownForOne.contains(other)
      let knowsScale = other.scale == nil || other.scale == scale
      return other != method && other != .smith && !needsOptions && !isDouble && knowsScale
        && choosesAlike(method == .smith ? .one : method.traits.choice, other.traits.choice, seats)
    }
  }

  private static let ownForOne: [MethodID] = [.approval, .pairwiseSurvey]

  private static func choosesAlike(
    _ one: MethodTraits.Choice, _ other: MethodTraits.Choice, _ seats: Int
  ) -> Bool {
    let single: [MethodTraits.Choice] = [.one, .seats]
    return one == other && one != .one
      || seats == 1 && single.contains(one) && single.contains(other)
  }
}
