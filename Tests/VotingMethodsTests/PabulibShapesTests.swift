import Testing
import VotingMethods

@Suite("Pabulib as cities write it")
struct PabulibShapesTests {
  private func file(
    budget: String = "100", costs: (String, String) = ("60", "50"), votes: [String],
    columns: String = "", totals: (String, String) = ("", ""), meta: String = "rule;greedy",
    type: String = "approval"
  ) -> String {
    """
    META
    key;value
    description;Town
    num_projects;2
    num_votes;\(votes.count)
    budget;\(budget)
    vote_type;\(type)
    \(meta)
    PROJECTS
    project_id;cost;name\(columns)
    1;\(costs.0);Park\(totals.0)
    2;\(costs.1);Tree\(totals.1)
    VOTES
    voter_id;vote
    \(votes.enumerated().map { "\($0);\($1)" }.joined(separator: "\n"))

    """
  }

  private func read(
    _ text: String, _ policy: ReadingPolicy = ReadingPolicy()
  ) throws(ReadingFault) -> Election {
    try BallotFile(policy: policy).read([UInt8](text.utf8), name: "x.pb")
  }

  @Test(
    "Money with decimals is exact",
    arguments: [
      ("100.50", "50.25", "50.25", [0, 1]), ("100,50", "50,25", "50,26", [0]),
      ("1 000,10", "1000.09", "0.01", [0, 1]), ("100", "99.999", "0.001", [0, 1]),
      ("100", "99.999", "0.002", [0]),
    ])
  func money(_ budget: String, _ one: String, _ other: String, _ funded: [Int]) throws {
    let election = try read(file(budget: budget, costs: (one, other), votes: ["1,2", "1"]))
    let outcome = try CountRequest(.greedyBudget).tally(election)
    #expect(outcome.winners == funded)
  }

  @Test("Amounts are shown as they are written; add-1 gives whole units of the currency")
  func units() throws {
    let election = try read(file(budget: "100.50", votes: ["1", "1,2", "2"]))
    var request = CountRequest(.equalSharesBudget, tieBreak: TieBreak([.lot(seed: 1)]))
    let whole = try read(file(budget: "100", votes: ["1", "1,2", "2"]))
    let (one, other) = (try request.tally(election), try request.tally(whole))
    #expect(
      one.parameters.first
        == other.parameters.first.map { parameter in
          var parameter = parameter
          parameter.value = "100.50"
          return parameter
        })
    #expect(one.winners == other.winners)
    #expect(one.stages[0].totals == other.stages[0].totals)
    request = CountRequest(.phragmenBudget, tieBreak: TieBreak([.lot(seed: 1)]))
    #expect(try request.tally(election).stages == request.tally(whole).stages)
    // A budget that somebody names is in the currency.
    request = CountRequest(.greedyBudget, budget: 110)
    #expect(try request.tally(election).winners == [0, 1])
  }

  @Test("A project twice on a ballot counts as its city counted it, and that is told")
  func repeats() throws {
    let votes = ["1", "1,2", "2,2"]
    for (totals, scores, words) in [
      ((";2", ";2"), [2, 2], "it counts once, as in the totals"),
      ((";2", ";3"), [2, 3], "each time counts, as in the totals"),
      ((";", ";"), [2, 2], "it counts once; the file has no totals"),
    ] {
      let election = try read(file(votes: votes, columns: ";votes", totals: totals))
      guard case .projects(let ballots) = election.ballots else { return #expect(Bool(false)) }
      #expect(ballots.scores == scores)
      let note = election.reading?.notes.first { $0.kind == .repeatedProject }
      #expect(note?.sentence.contains(words) == true)
      #expect(note?.line == 17)
    }
    var policy = ReadingPolicy()
    for (doubt, scores, numbers) in [
      (ReadingPolicy.Doubt.skip, [2, 2], "3 read, 3 valid"),
      (.exhaust, [2, 2], "3 read, 3 valid"), (.invalid, [2, 1], "3 read, 2 valid, 1 invalid"),
    ] {
      policy.repeats = doubt
      let election = try read(file(votes: votes), policy)
      guard case .projects(let ballots) = election.ballots else { return #expect(Bool(false)) }
      #expect(ballots.scores == scores)
      #expect(election.reading?.numbers == numbers)
    }
    policy.repeats = .refuse
    #expect(
      throws: ReadingFault(line: 17, expected: .decision(.repeats), found: "")
    ) { try read(file(votes: votes), policy) }
  }

  @Test("A rule is told with its field; one that is not known is no rule")
  func rules() throws {
    let known = try read(file(votes: ["1"], meta: "rule;greedy-custom\nunit;Poznań"))
    #expect(known.declared?.options == [.topUp: "80"])
    #expect(
      known.reading?.notes.map(\.sentence) == [
        "The file's rule “greedy-custom of Poznań” was taken for greedy-budget-no-skip, top-up=80 "
          + "(line 8)"
      ])
    for meta in [
      "rule;greedy-custom\nunit;Łódź", "rule;greedy-custom", "rule;greedy-exclusive",
      "rule;equalshares-comparison", "rule;greedy-threshold", "rule;unknown",
    ] {
      let election = try read(file(votes: ["1"], meta: meta))
      #expect(election.declared == nil)
      // That rule is known, and its threshold is not.
      let isBare = meta == "rule;greedy-threshold"
      #expect(election.reading?.notes.map(\.kind) == [isBare ? .noThreshold : .unknownRule])
    }
  }

  @Test("Numbers of votes that the head doesn't say are not asked for; names keep their marks")
  func shapes() throws {
    let text =
      "\u{FEFF}META\nkey;value\nbudget;100\nvote_type;approval\nPROJECTS\n"
      + "project_id;cost;name\na;60;\"Park; \"\"big\"\"\"\nVOTES\nvoter_id;vote\n1;a\n2;\n"
    let election = try read(text)
    #expect(election.candidates.map(\.name) == ["Park; \"big\""])
    #expect(election.reading?.numbers == "2 read, 1 valid, 1 blank")
  }

  @Test(
    "What is missing is refused by its name, with a way on",
    arguments: [
      ("PROJECTS\n", "PROJECT\n"), ("VOTES\n", "VOTE\n"), ("budget;100", "bugdet;100"),
      ("vote_type;approval", "vote_type;stars"), ("vote_type;approval", ""),
      ("num_votes;1", "num_votes;2"), ("project_id;cost", "project_id;price"),
      ("1;60;Park", "1;6O;Park"), ("1;60;Park", "1;60;\"Park"), ("0;1", "0;7"),
    ])
  func faults(_ part: String, _ other: String) {
    let text = file(votes: ["1"]).split(
      separator: part, maxSplits: 1, omittingEmptySubsequences: false
    ).joined(separator: other)
    let fault = #expect(throws: ReadingFault.self) { try read(text) }
    #expect(fault?.hint != nil, "\(String(describing: fault))")
  }
}
