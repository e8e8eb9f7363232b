import Testing
import VotingMethods

@Suite("Counting an election of any ballots")
struct CountTests {
  static let names = ["Ada", "Ben", "Cleo"]
  static let candidates = Candidate.numbered(names)

  /// Small ballots of each kind, on the scale that the method asks for.
  static func ballots(_ kind: BallotKind, for method: MethodID = .score) throws -> Election.Ballots
  {
    switch kind {
    case .rankings:
      var ballots = RankedBallots(candidates: candidates)
      try ballots.append([[0], [1], [2]], count: 5)
      try ballots.append([[1], [2], [0]], count: 3)
      return .rankings(ballots)
    case .approvals:
      var ballots = ApprovalBallots(candidates: candidates)
      try ballots.append([0], count: 5)
      try ballots.append([1], count: 3)
      return .approvals(ballots)
    case .scores:
      let range = method.scale ?? 0...5
      var ballots = ScoreBallots(candidates: candidates, range: range)
      try ballots.append([range.upperBound, range.lowerBound, nil], count: 2)
      try ballots.append([2, 1, 2])
      return .scores(ballots)
    case .projects:
      let projects = zip(candidates, [60, 50, 40]).map { Project($0, cost: $1) }
      var ballots = BudgetBallots(projects: projects, budget: 100)
      try ballots.append([.init(0), .init(2)], count: 2)
      try ballots.append([.init(1)])
      return .projects(ballots)
    case .parties: return .parties(PartyVotes(candidates, votes: [53, 24, 23]))
    case .duels:
      var ballots = DuelBallots(candidates: candidates)
      try ballots.append(0, over: 1, count: 3)
      try ballots.append(1, over: 2)
      return .duels(ballots)
    case .opinions:
      var ballots = OpinionBallots(candidates: candidates)
      try ballots.append([.agree, .agree, .disagree], count: 2)
      try ballots.append([.disagree, .agree, nil])
      return .opinions(ballots)
    }
  }

  /// With what it can't do without.
  static func request(_ method: MethodID) -> CountRequest {
    var options: [CountOption: String] = [:]
    if method == .dots { options = [.dots: "10"] }
    if method == .quadratic { options = [.credits: "100"] }
    if method == .greedyBudgetThreshold { options = [.threshold: "1"] }
    return CountRequest(
      method, seats: method == .block ? 2 : nil, tieBreak: TieBreak([.lot(seed: 7)]),
      options: options)
  }

  @Test(
    "Every method is reached, from every kind of ballots that it takes",
    arguments: MethodID.allCases)
  func everyMethod(_ method: MethodID) throws {
    #expect(!method.traits.ballots.isEmpty)
    for kind in method.traits.ballots {
      let election = Election(ballots: try Self.ballots(kind, for: method))
      let outcome = try Self.request(method).tally(election)
      #expect(outcome.method == method)
      #expect(outcome.candidates == Self.candidates)
      #expect(outcome == (try Self.request(method).tally(election)))
      let isConverted = kind != method.traits.ballots[0]
      #expect(outcome.parameters.contains { $0.name == "ballots" } == isConverted)
    }
  }

  @Test("Every other kind is refused", arguments: MethodID.allCases)
  func refusals(_ method: MethodID) throws {
    for kind in BallotKind.allCases where !method.traits.ballots.contains(kind) {
      let election = Election(ballots: try Self.ballots(kind, for: method))
      #expect(throws: CountFault.ballots(method, have: kind)) {
        try Self.request(method).tally(election)
      }
    }
  }

  @Test("There are fifty-three, and their names are told apart")
  func names() {
    #expect(MethodID.allCases.count == 53)
    #expect(Set(MethodID.allCases.map(\.traits.title)).count == 53)
  }

  @Test("Ballots read as others give what the same ballots of the method's own kind give")
  func conversions() throws {
    let ranked = try Self.request(.plurality).tally(
      Election(ballots: try Self.ballots(.rankings)))
    let approved = try Self.request(.plurality).tally(
      Election(ballots: try Self.ballots(.approvals)))
    #expect(ranked.stages == approved.stages)
    #expect(
      approved.parameters.last
        == ranked.parameters.last.map { last in
          var changed = last
          (changed.name, changed.value) = ("ballots", "approvals as rankings")
          return changed
        })
    var scores = ScoreBallots(candidates: Self.candidates, range: 0...5)
    try scores.append([5, 2, nil], count: 4)
    try scores.append([0, 0, 3], count: 3)
    let schulze = try CountRequest(.schulze).tally(Election(ballots: .scores(scores)))
    #expect(schulze.pairwise == [[0, 4, 4], [0, 0, 4], [3, 3, 0]])
  }

  @Test("Seats: what is asked, else what the election says, else one")
  func seats() throws {
    let ballots = try Self.ballots(.rankings)
    func winners(_ asked: Int?, _ said: Int?) throws -> Int {
      try CountRequest(.sntv, seats: asked)
        .tally(Election(ballots: ballots, seats: said)).winners.count
    }
    #expect(try winners(nil, nil) == 1)
    #expect(try winners(nil, 2) == 2)
    #expect(try winners(1, 2) == 1)
    #expect(try CountRequest(.irv).tally(Election(ballots: ballots, seats: 2)).winners == [0])
  }

  @Test("Another budget than the file's")
  func budget() throws {
    let election = Election(ballots: try Self.ballots(.projects))
    #expect(try CountRequest(.greedyBudget).tally(election).winners == [0, 2])
    #expect(try CountRequest(.greedyBudget, budget: 50).tally(election).winners == [2])
  }

  @Test(
    "Tie-breaks as text",
    arguments: [
      ("none", TieBreak.none), ("prior", TieBreak([.priorStage])),
      ("prior,lot:42", TieBreak([.priorStage, .lot(seed: 42)])),
      ("lot:18446744073709551615", TieBreak([.lot(seed: .max)])),
    ])
  func tieBreaks(_ text: String, _ rules: TieBreak) {
    #expect(TieBreak(text) == rules)
    #expect(rules.description == text)
  }

  @Test(
    "What is no tie-break",
    arguments: [
      "", "lot", "lot:", "lot:-1", "lot:+1", "prior,", "Prior", "lot:18446744073709551616",
    ])
  func noTieBreak(_ text: String) { #expect(TieBreak(text) == nil) }

  @Test("Numbers too large to be added up are refused")
  func tooLarge() throws {
    let votes = PartyVotes(Self.candidates, votes: [.max, .max, 1])
    #expect(throws: CountFault.tally(.dhondt, .tooLarge, Self.candidates)) {
      try CountRequest(.dhondt).tally(Election(ballots: .parties(votes)))
    }
    var scores = ScoreBallots(candidates: Self.candidates, range: 0...5)
    try scores.append([1, 2, 3], count: 1_000_000_000)
    #expect(throws: CountFault.tally(.majorityJudgment, .tooLarge, Self.candidates)) {
      try CountRequest(.majorityJudgment).tally(Election(ballots: .scores(scores)))
    }
  }
}

@Suite("What is wrong with a request, in words")
struct CountFaultTests {
  private func fault(_ request: CountRequest, _ kind: BallotKind = .rankings) throws -> CountFault?
  {
    let election = Election(ballots: try CountTests.ballots(kind))
    return #expect(throws: CountFault.self) { try request.tally(election) }
  }

  @Test("Message and hint")
  func wording() throws {
    let cases: [(CountRequest, BallotKind, String, String?)] = [
      (
        CountRequest(.rankedPairs), .approvals,
        "ranked-pairs counts rankings, and this file has approvals.",
        "These methods count approvals: approval, block, seq-pav, seq-phragmen, equal-shares, "
          + "plurality, sntv."
      ),
      (
        CountRequest(.irv, seats: 2), .rankings, "irv elects one, and 2 are to be elected.",
        "These elect several: approval, sntv, block, dots, quadratic, scottish-stv, meek-stv, "
          + "wig-stv, ers97-stv, northern-ireland-stv, senate-stv, minneapolis-stv, cambridge-stv, "
          + "seq-pav, seq-phragmen, equal-shares, rrv, star-pr, dhondt, sainte-lague, "
          + "largest-remainder, pairwise-survey."
      ),
      (
        CountRequest(.consent, seats: 1), .scores, "consent has no number of seats.",
        "Leave the number of seats out."
      ),
      (CountRequest(.irv, budget: 5), .rankings, "irv spends no budget.", "Leave the budget out."),
      (
        CountRequest(.greedyBudget, budget: -5), .projects, "A budget of -5 can't be spent.",
        "Give a whole number, at least 0 and below a million million."
      ),
      (
        CountRequest(.schulze, options: [.strength: "wins"]), .rankings,
        "“wins” is not a value for the option strength of schulze.",
        "Write one of margins | winning-votes."
      ),
      (
        CountRequest(.borda, options: [.strength: "margins"]), .rankings,
        "borda has no option “strength”.", "It has none."
      ),
      (
        CountRequest(.dots), .scores, "dots can't count without dots.",
        "Say how many dots a voter has: dots=VALUE, which is a whole number from 1 to 1000000."
      ),
      (
        CountRequest(.sntv, seats: 4), .rankings,
        "4 are to be elected, and there are only 3 candidates.",
        "Give a number from 1 to that of the candidates."
      ),
      (
        CountRequest(.gradients), .scores,
        "gradients grades from 1 to 8, and this file from 0 to 5.",
        "Give the ballots' own scale, or choose a method that takes any, such as score."
      ),
    ]
    for (request, kind, message, hint) in cases {
      let found = try fault(request, kind)
      #expect(found?.message() == message)
      #expect(found?.hint == hint)
    }
  }

  @Test("A tie that stops the count names the tied")
  func tie() throws {
    var ballots = RankedBallots(candidates: CountTests.candidates)
    try ballots.append([[0]])
    try ballots.append([[1]])
    try ballots.append([[2]])
    let election = Election(ballots: .rankings(ballots))
    let fault = #expect(throws: CountFault.self) { try CountRequest(.irv).tally(election) }
    #expect(
      fault?.message()
        == "Ada, Ben and Cleo are tied at stage 1, and who is excluded can't be told without "
        + "breaking the tie.")
    #expect(
      fault?.hint == "Declare a lot that everyone can check, such as lot:42, as the tie-break.")
  }

  @Test("More votes on a ballot than the method counts")
  func tooMany() throws {
    var approvals = ApprovalBallots(candidates: CountTests.candidates)
    try approvals.append([0])
    try approvals.append([0, 1])
    #expect(throws: CountFault.oneVote(.plurality, ballot: 1)) {
      try CountRequest(.plurality).tally(Election(ballots: .approvals(approvals)))
    }
    var points = BudgetBallots(
      projects: CountTests.candidates.map { Project($0, cost: 1) }, budget: 1)
    try points.append([.init(0)])
    try points.append([])
    try points.append([.init(0), .init(1, points: 3)])
    #expect(throws: CountFault.onePoint(.approval, ballot: 2)) {
      try CountRequest(.approval).tally(Election(ballots: .projects(points)))
    }
  }

  @Test(
    "Shares are exact",
    arguments: [("3/4", 3, 4), ("0.75", 3, 4), ("75%", 3, 4), ("66.6%", 333, 500), ("1", 1, 1)])
  func shares(_ text: String, _ top: Int, _ bottom: Int) throws {
    var request = CountRequest(.fistToFive)
    try request.set("share", to: text)
    let outcome = try request.tally(
      Election(ballots: try CountTests.ballots(.scores, for: .fistToFive)))
    let share = Rational(top, over: bottom).description
    #expect(outcome.parameters.contains { $0.name == "support-share" && $0.value == share })
  }

  @Test(
    "What is no share or number",
    arguments: [
      "", "1.1", "-1", "1/0", "1/", "half", "%", "0.1234567891", "1.2.3", "9999999999999",
    ])
  func noShares(_ text: String) throws {
    var request = CountRequest(.fistToFive)
    #expect(throws: CountFault.optionValue(.share, .fistToFive, text)) {
      try request.set("share", to: text)
    }
    #expect(request.options.isEmpty)
    #expect(throws: CountFault.unknownOption("stength", .schulze)) {
      var other = CountRequest(.schulze)
      try other.set("stength", to: "margins")
    }
  }
}
