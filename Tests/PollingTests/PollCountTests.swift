import ExerciseProtocol
import Polling
import Testing
import VotingMethods

/// From the answers of each form to the winner of each method that can count them.
@Suite struct PollCountTests {
  /// A form, the methods that count it, and three ballots after which c2 wins (or, on a scale, the
  /// question itself passes).
  struct Case: Sendable, CustomTestStringConvertible {
    var form: PaperForm
    var methods: [MethodID]
    var answers: [JSONValue]
    var testDescription: String { methods.map(\.rawValue).joined(separator: " ") }
  }

  static let cases: [Case] = [
    Case(
      form: .chooseOne,
      methods: [
        .plurality, .sntv, .approval, .block, .seqPAV, .seqPhragmen, .equalShares, .dhondt,
        .sainteLague, .greedyBudget, .equalSharesBudget, .phragmenBudget, .greedyBudgetNoSkip,
      ], answers: ["c2", "c1", "c2"]),
    Case(
      form: .chooseSome(1...2),
      methods: [.approval, .seqPAV, .seqPhragmen, .equalShares, .greedyBudget],
      answers: [["c2"], ["c1", "c2"], ["c2", "c3"]]),
    Case(
      form: .rank(atMost: 3, allowsTies: false),
      methods: [
        .irv, .schulze, .rankedPairs, .minimax, .copeland, .smith, .borda, .twoRound,
        .scottishSTV, .meekSTV, .wigSTV, .ers97STV, .northernIrelandSTV, .senateSTV,
        .minneapolisSTV, .cambridgeSTV, .plurality,
      ], answers: [[["c2"], ["c1"]], [["c2"], ["c3"]], [["c1"], ["c2"]]]),
    Case(
      form: .score(0...5), methods: [.score, .scoreMean, .star, .majorityJudgment, .schulze],
      answers: [["c1": 1, "c2": 5], ["c1": 3, "c2": 4, "c3": 0], ["c2": 5]]),
    Case(
      form: .score(0...10), methods: [.score, .greedyBudget],
      answers: [["c2": 9], ["c2": 10], ["c1": 1]]),
    Case(
      form: .dots(total: 5, perOption: 3), methods: [.dots, .score, .greedyBudget],
      answers: [["c2": 3, "c1": 2], ["c2": 3], ["c3": 1]]),
    Case(
      form: .credits(9), methods: [.quadratic],
      answers: [["c2": 3], ["c2": -1, "c1": 1], ["c2": 2]]),
    Case(
      form: .grade(["bad", "fair", "good"]),
      methods: [.majorityJudgment, .majorityJudgmentGauge, .score],
      answers: [
        ["c1": 0, "c2": 2, "c3": 1], ["c1": 1, "c2": 2, "c3": 1], ["c1": 2, "c2": 1, "c3": 0],
      ]),
    Case(
      form: .duels(3), methods: [.pairwiseSurvey],
      answers: [[["c2", "c1"]], [["c2", "c3"], ["c1", "c3"]], [["c2", "c1"]]]),
  ]

  private func count(
    _ form: PaperForm, _ method: MethodID, _ answers: [JSONValue?], weights: [Int] = [1, 1, 1],
    settings: [String: String] = [:]
  ) throws -> PollCount {
    let spends = method.traits.choice == .budget
    let options = Sample.options.map { PaperOption($0.id, $0.text, cost: spends ? 10 : nil) }
    let question = PaperQuestion(
      "q", "Which?", form, options: form.needsOptions ? options : [])
    let rule = CountingRule(method.rawValue, of: "q", budget: spends ? 10 : nil, settings: settings)
    var sample = Sample(question, rule: rule, weights: weights)
    try #require(sample.terms.faults == [])
    let box = try sample.closedBox(answers)
    return PollCount(sample.terms, box.contents.ballots.map(\.ballot), hands: nil, seed: 42)
  }

  @Test(arguments: cases)
  func `each form is counted by its methods`(sample: Case) throws {
    for method in sample.methods {
      let outcome = try #require(
        try count(sample.form, method, sample.answers.map { $0 }).outcome(), "\(method)")
      #expect(outcome.winners.map { outcome.candidates[$0].id } == ["c2"], "\(method)")
    }
  }

  @Test func `a scale is about the question itself`() throws {
    for (method, values, answers) in [
      (MethodID.fistToFive, 0...5, [3, 4, 5]), (.gradients, 1...8, [6, 8, 7]),
      (.consent, 0...2, [2, 2, 2]),
    ] {
      let steps = values.map { ScaleStep($0, "step \($0)") }
      let outcome = try #require(
        try count(.scale(steps), method, answers.map { .integer($0) }).outcome())
      #expect(outcome.candidates.map(\.id) == ["q"])
      #expect(outcome.winners == [0], "\(method)")
    }
  }

  @Test func `opinions are minus one, zero and one`() throws {
    let answers: [JSONValue] = [
      ["c1": 1, "c2": 1, "c3": -1], ["c1": -1, "c2": 1, "c3": 1], ["c1": 0, "c2": 1, "c3": -1],
    ]
    let outcome = try #require(try count(.score(-1...1), .opinionGroups, answers).outcome())
    #expect(outcome.method == .opinionGroups && outcome.winners.contains(1))
  }

  @Test func `grades of a method with a scale of its own begin at its least`() throws {
    let grades = (1...8).map { "grade \($0)" }
    let answers: [JSONValue] = [["c1": 7, "c2": 0], ["c1": 6, "c2": 0], ["c1": 5, "c2": 7]]
    let outcome = try #require(try count(.grade(grades), .gradients, answers).outcome())
    #expect(outcome.winners.contains(0) && !outcome.winners.contains(1))
  }

  @Test func `what a method can't count is refused before the poll opens`() {
    for (form, method) in [
      (PaperForm.text(lines: 3), "plurality"), (.chooseOne, "schulze"),
      (.dots(total: 3, perOption: 3), "approval"),
      (.chooseOne, "greedy-budget"), (.score(0...3), "star"), (.chooseOne, "nonsense"),
      (.rank(atMost: 3, allowsTies: false), "approval"),
    ] {
      let question = PaperQuestion(
        "q", "Which?", form, options: form.needsOptions ? Sample.options : [])
      #expect(!PollCount.canCount(question, by: CountingRule(method, of: "q")), "\(method)")
    }
    let question = PaperQuestion("q", "?", .chooseOne, options: Sample.options)
    for rule in [
      CountingRule("plurality", of: "q", seats: 2), CountingRule("plurality", of: "q", budget: 5),
      CountingRule("plurality", of: "q", settings: ["tie-break": "coin"]),
      CountingRule("plurality", of: "q", settings: ["colour": "red"]),
    ] { #expect(!PollCount.canCount(question, by: rule), "\(rule)") }
  }

  @Test func `weights count, abstentions don't, and blank ballots count for the quorum`() throws {
    var sample = Sample(weights: [5, 2, 1, 2], quorum: .percentage(70))
    let box = try sample.closedBox(["c1", "c2", "c2", nil])
    var count = PollCount(
      sample.terms, box.contents.ballots.map(\.ballot), hands: nil, seed: 1)
    #expect(try count.outcome()?.winners == [0])
    #expect(count.shares.valid.votes == 8 && count.shares.blank.ballots == 1)
    #expect(count.quorum == .init(needed: 7, counted: 10))
    #expect(count.votes(answering: "choice") == 8)
    var spoilt = box.contents.ballots.map(\.ballot)
    let place = try #require(spoilt.firstIndex { $0.weight == 5 })
    spoilt[place].mark = .spoilt
    count = PollCount(sample.terms, spoilt, hands: nil, seed: 1)
    #expect(count.quorum?.isMet == false && count.quorum?.counted == 5)
    #expect(try count.outcome()?.winners == [1])
    #expect(count.shares.spoilt.votes == 5)
  }

  @Test func `an unanswered question is an abstention in that question alone`() throws {
    var sample = Sample()
    sample.terms.paper.questions.append(
      PaperQuestion("why", "Why?", .text(lines: 5)))
    var box = sample.box
    try box.cast(
      sample.seal(Ballot(.answers(["why": "Because."]))), spending: .person("p1"), by: .booth)
    try box.cast(
      sample.seal(Ballot(.answers(["choice": "c1", "why": "So."]))), spending: .person("p2"),
      by: .booth)
    try box.cast(sample.sealed("c1"), spending: .person("p3"), by: .booth)
    try box.close()
    let bundle = try PollBundle(of: box, words: "x")
    #expect(
      bundle.result["questions"] == [
        ["field": "choice", "answered": 2, "abstained": 1],
        ["field": "why", "answered": 2, "abstained": 1],
      ])
    #expect(bundle.result["tally"]?["winners"] == ["c1"])
  }

  @Test func `a tie goes by the poll's own lot`() throws {
    var winners: Set<[Int]> = []
    for seed in 0..<20 as Range<UInt64> {
      var sample = Sample()
      let box = try sample.closedBox(["c1", "c2", "c3"])
      let count = PollCount(
        sample.terms, box.contents.ballots.map(\.ballot), hands: nil, seed: seed)
      let outcome = try #require(try count.outcome())
      #expect(outcome.ties.contains { $0.resolution == .lot(seed: seed) })
      winners.insert(outcome.winners)
    }
    #expect(winners == [[0], [1], [2]])
  }

  @Test func `other methods can count the same answers`() throws {
    var sample = Sample()
    let bundle = try sample.bundle(["c1", "c2", "c2"])
    let election = try #require(try bundle.recount.election())
    #expect(election.declared?.method == .plurality)
    #expect(try CountRequest(.approval).tally(election).winners == [1])
  }

  @Test func `hands are counted with the ballots, and apart from them`() throws {
    var sample = Sample(quorum: .votes(12))
    let box = try sample.closedBox(["c1", "c1", "c2"])
    let hands = HandCount(
      people: 9, entries: [.init(Ballot(.answers(["choice": "c3"])), count: 9)])
    #expect(hands.isSound(on: sample.terms.paper))
    let bundle = try PollBundle(of: box, words: "x", hands: hands)
    #expect(bundle.result["tally"]?["winners"] == ["c3"])
    #expect(bundle.result["ballots"]?["by-hand"] == 9)
    #expect(bundle.result["quorum"]?["met"] == true)
    #expect(bundle.json(of: "by-hand")?["label"] == "entered by the facilitator")
    #expect(Audit(bundle.bytes).discrepancies == [])
    #expect(Audit(bundle.bytes).remarks == [.handCount(people: 9)])
  }
}

extension PollBundle {
  fileprivate func json(of name: String) -> JSONValue? {
    (try? JSONValue(parsing: bytes))?[name]
  }
}
