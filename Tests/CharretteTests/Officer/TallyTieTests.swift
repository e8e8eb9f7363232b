import ExerciseProtocol
import TerminalTesting
import Testing

/// A tie that nobody has broken: the same status by every method, what there is up to it, exactly
/// who is tied, and a way on that works.
@Suite struct TallyTieTests {
  private func json(_ arguments: [String], _ input: String, status: Int32) throws -> JSONValue {
    let done = try House.tally(arguments + ["--format", "json"], input)
    #expect(done.status == status, "\(arguments): \(done)")
    return try JSONValue(parsing: Array(done.text.utf8))
  }

  private static let ranked = "1,2\nAda,\nBen,\n"
  private static let scored = "Ada,Ben,Cy\n5,5,1\n5,5,0\n"
  private static let approved = "Ada,Ben,Cy\n1,0,0\n0,1,0\n"
  private static let parties = "party,votes\nAda,5\nBen,5\n"
  private static let projects = """
    META
    key;value
    budget;60
    num_projects;2
    num_votes;2
    vote_type;approval
    rule;greedy
    PROJECTS
    project_id;cost;name
    Ada;60;Ada
    Ben;60;Ben
    VOTES
    voter_id;vote
    1;Ada,Ben
    2;Ada,Ben

    """

  private static let even: [(methods: [String], ballots: String)] = [
    (
      [
        "plurality", "two-round", "irv", "borda", "schulze", "ranked-pairs", "minimax",
        "copeland", "kemeny", "nanson", "baldwin", "benham", "smith-irv", "tideman-alternative",
        "coombs", "bucklin", "sntv", "scottish-stv", "meek-stv", "wig-stv",
      ], ranked
    ),
    (
      [
        "score", "score-mean", "star", "majority-judgment", "majority-judgment-gauge", "rrv",
        "star-pr", "dots --option dots=50", "quadratic --option credits=500",
      ], scored
    ),
    (["approval", "block", "seq-pav", "seq-phragmen", "equal-shares"], approved),
    (["dhondt", "sainte-lague", "largest-remainder", "plurality", "sntv"], parties),
    (
      [
        "greedy-budget", "greedy-budget-no-skip", "greedy-budget-threshold --option threshold=1",
        "equal-shares-budget", "phragmen-budget",
      ], projects
    ),
    (["pairwise-survey"], "winner,loser\nAda,Ben\nBen,Ada\n"),
  ]

  /// Both lots elect the one who was drawn first, and say that it was by hand.
  @Test(arguments: Self.even.flatMap { pair in pair.methods.map { ($0, pair.ballots) } })
  func `two are tied for the only place`(method: String, ballots: String) throws {
    let how = ["--method"] + method.split(separator: " ").map(String.init)
    let told = try json(how, ballots, status: 3)
    #expect(told["status"] == "tied")
    let tied = try #require(told["tied"])
    let stands = try #require(told["candidates"])
    let first = try #require(stands[0]?["id"])
    let second = try #require(stands[1]?["id"])
    #expect(tied["candidates"] == JSONValue.array([first, second]), "\(method)")
    #expect(tied["certain"] == [])
    for (lot, winner) in [("Ada, Ben", first), ("Ben,Ada", second)] {
      let drawn = try json(how + ["--lot", lot], ballots, status: 0)
      #expect(drawn["status"] == "decided")
      #expect(drawn["winners"] == JSONValue.array([winner]), "\(method)")
      guard case .array(let ties)? = drawn["ties"] else { continue }
      #expect(ties.contains { $0["resolution"] == "drawn" }, "\(method)")
    }
    let text = try House.tally(how + ["--lot", "Ben, Ada"], ballots)
    let words = text.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("drawn by hand"), "\(text)")
  }

  /// Ada leads; whether Ben or Cy goes out first decides nothing.
  @Test(arguments: [
    "irv", "benham", "smith-irv", "tideman-alternative", "coombs", "scottish-stv", "meek-stv",
    "wig-stv", "baldwin", "two-round", "kemeny", "nanson", "ranked-pairs", "schulze",
  ])
  func `a tie that decides nothing is no tie to break`(method: String) throws {
    let ballots = "1,2\nAda,Ben\nAda,Ben\nAda,Cy\nAda,Cy\nBen,Ada\nCy,Ada\n"
    let told = try json(["--method", method], ballots, status: 0)
    #expect(told["winners"] == ["Ada"])
    #expect(told["status"] == "decided" && told["tied"] == nil)
  }

  private static let three = """
    4 1
    5 1 0
    1 2 0
    3 3 4 0
    3 4 3 0
    0
    "Ada" "Smith, A" "Cleo <script>" "Dan \\"D\\" Ray"
    "Chair"

    """

  /// Whoever of Cleo and Dan stays has the other's ballots, and wins.
  @Test func `the stages up to the tie are printed`() throws {
    for format in ["text", "html", "declaration"] {
      let done = try House.tally(["--method", "irv", "--format", format], Self.three)
      #expect(done.status == 3)
      #expect(done.text.contains("The count stops at a tie"), "\(done)")
      #expect(done.text.contains("Nobody is chosen yet"))
      #expect(done.text.contains("How to go on"))
      #expect(!done.text.contains("<script>") || format == "text")
    }
    let told = try json(["--method", "irv"], Self.three, status: 3)
    #expect(told["tied"]?["candidates"] == ["3", "4"])
    #expect(told["stages"]?[0]?["totals"]?["1"] == "5")
    #expect(told["stages"]?[1]?["excluded"] == ["2"])
    #expect(told["stages"]?[2] == nil)
    #expect(told["winners"] == [])
  }

  /// The way on that is told is taken as it is told, by a shell.
  @Test func `what is told to be typed works`() throws {
    let house = try House()
    try house.folder.write(Self.three, to: "three.blt")
    let told = try json(["--method", "irv"], Self.three, status: 3)
    guard case .array(let ways)? = told["tied"]?["ways"] else {
      Issue.record("no ways")
      return
    }
    for case .string(let way) in ways {
      let line = "\(house.program) tally \(house.folder["three.blt"]) --method irv \(way)"
      let done = try Child("/bin/sh", ["-c", line], environment: house.environment).finish()
      #expect(done.status == 0, "\(way): \(done)")
    }
  }

  /// Bench and Tree, or Swing, by lot: no tie of that count may be told to come to the same.
  @Test func `where the result is open no tie leaves it the same`() throws {
    let file =
      "META\nkey;value\nbudget;5\nnum_projects;3\nnum_votes;2\nvote_type;approval\n"
      + "rule;equalshares/add1\nPROJECTS\nproject_id;cost;name\np0;2;Bench\np1;2;Tree\n"
      + "p2;4;Swing\nVOTES\nvoter_id;vote\n0;p0,p1,p2\n1;\n"
    let done = try House.tally(["--method", "equal-shares-budget"], file)
    let words = done.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(done.status == 3)
    #expect(!words.contains("the result is the same"), "\(words)")
    #expect(words.contains("p0 Bench, p1 Tree and p2 Swing"), "\(words)")
  }

  @Test func `a place that is certain is told beside the tie for the other`() throws {
    let ballots = "Ada,Ben,Cy\n1,1,0\n1,0,1\n1,0,0\n"
    for method in ["approval", "seq-pav", "seq-phragmen", "equal-shares"] {
      let told = try json(["--method", method, "--seats", "2"], ballots, status: 3)
      #expect(told["tied"]?["certain"] == ["Ada"], "\(method)")
      #expect(told["tied"]?["candidates"] == ["Ben", "Cy"], "\(method)")
      #expect(told["tied"]?["places"] == 1, "\(method)")
    }
    let parties = "party,votes\nA,30\nB,20\nC,20\n"
    for method in ["dhondt", "sainte-lague"] {
      let told = try json(["--method", method, "--seats", "2"], parties, status: 3)
      #expect(told["tied"]?["certain"] == ["A"])
      #expect(told["tied"]?["candidates"] == ["B", "C"])
    }
  }
}
