import Testing
import VotingMethods

@Suite("Files as they are found in the wild")
struct DialectTests {
  private func read(_ text: String, _ name: String = "") throws -> Election {
    try BallotFile().read([UInt8](text.utf8), name: name)
  }

  @Test(
    "A format is told by its content, then by the file's ending",
    arguments: [
      ("4 2\n", "", BallotFormat.blt), ("# Ward 3\n#\n\n 4 2 # here\n", "x.csv", .blt),
      ("\u{FEFF}4 2\r\n", "", .blt), ("3 1 -2\n", "", .blt), ("4\n2\n", "x.blt", .blt),
      ("# FILE NAME: a.soc\n", "", .preflib), ("# NUMBER ALTERNATIVES: 3\n", "", .preflib),
      ("3\n1,Ada\n", "", .preflib), ("3\n", "00001.toi", .preflib),
      ("META\nkey;value\n", "", .pabulib), ("\u{FEFF}meta\r\n", "", .pabulib),
      ("", "votes.PB", .pabulib), ("A,B\n1,2\n", "", .csv), ("A;B\n", "", .csv),
      ("\n\nA\tB\n", "", .csv), ("Ada\n1\n", "votes.csv", .csv),
    ])
  func formats(_ text: String, _ name: String, _ format: BallotFormat) {
    #expect(BallotFormat(content: [UInt8](text.utf8), name: name) == format)
  }

  @Test("What is of no known format", arguments: ["", "Ada\n", "hello", "1"])
  func unknown(_ text: String) {
    #expect(throws: ReadingFault(line: 1, expected: .format, found: "")) {
      try read(text, "x.txt")
    }
  }

  @Test("BLT: ids of ballots, Windows line ends, empty lines, remarks, skipped preferences")
  func blt() throws {
    let plain = try read("3 2\n1 1 2 0\n1 2=3 0\n1 3 0\n0\n\"A\"\n\"B\"\n\"C\"\n\"T\"\n")
    for text in [
      "3 2\r\n1 1 2 0\r\n1 2=3 0\r\n1 3 0\r\n0\r\n\"A\"\r\n\"B\"\r\n\"C\"\r\n\"T\"\r\n",
      "\u{FEFF}# A remark\n\n3 2 # c\n(a 1) 1 1 2 0\n(b) 1 2=3 0\n( c ) 1 - 3 0 # last\n\n0\n"
        + "\"A\" # a\n\n\"B\"\n\"C\"\n\"T\"",
      "3 2 1 1 2 0 1 2 = 3 0 1 3 0 0 \"A\" \"B\" \"C\" \"T\"",
      "3 2\n1 1 2 0\n1 2=3 0\n1 3 0\n0\n\"A\"\n\"B\"\n\"C\"\n\"T\"\n\"the source\"\n\"a remark\"\n",
    ] {
      let other = try read(text)
      #expect(other.ballots == plain.ballots, "\(text)")
      #expect(other.title == plain.title && other.seats == plain.seats, "\(text)")
      #expect(other.reading == plain.reading, "\(text)")
    }
    #expect(plain.seats == 2)
    #expect(plain.title == "T")
  }

  @Test("BLT: parties beside the names, quotation marks within them, no title")
  func names() throws {
    let parties = try read(
      "2 1\n1 1 0\n0\n\"Ada Low\" \"Greens\"\n\"Ben Orr\" \"Reds\"\n\"Ward 1\"\n")
    #expect(parties.candidates.map(\.name) == ["Ada Low (Greens)", "Ben Orr (Reds)"])
    #expect(parties.title == "Ward 1")
    let quoted = try read(
      "4 1\n0\n\"James \"Jim\" Roe\"\n\"Ann \"\"Nan\"\" Fay\"\n"
        + "\"Bob \\\"B\\\"\"\n\"Al \"Big Al\"\"\n"
    )
    #expect(
      quoted.candidates.map(\.name) == [
        #"James "Jim" Roe"#, #"Ann "Nan" Fay"#, #"Bob "B""#, #"Al "Big Al""#,
      ])
    #expect(quoted.title == "")
    let row = try read("2 1\n0\n\"A\" \"B\"\n")
    #expect(row.candidates.map(\.name) == ["A", "B"])
    let one = try read("1 1\n0\n\"A\" \"The title\"\n")
    #expect(one.candidates.map(\.name) == ["A"])
    #expect(one.title == "The title")
  }

  @Test("Withdrawn candidates are on no ballot and told apart")
  func withdrawn() throws {
    let election = try read("3 1\n-2\n4 2 1 0\n1 3=2 0\n0\n\"A\" \"B\" \"C\"\n")
    #expect(election.withdrawn.map(\.id) == ["2"])
    #expect(election.candidates.map(\.id) == ["1", "3"])
    #expect(try CountRequest(.irv).tally(election).winners == [0])
  }

  @Test("Names in Latin-1, as older programs write them")
  func latin() throws {
    let bytes = [UInt8]("1 1\n0\n\"Sin".utf8) + [0xE9] + [UInt8]("ad\"\n".utf8)
    #expect(try BallotFile().read(bytes).candidates[0].name == "Sinéad")
  }

  @Test("PrefLib: the older form gives what the newer one gives")
  func preflib() throws {
    let newer = try read(
      """
      # FILE NAME: x.toi
      # TITLE:
      # NUMBER ALTERNATIVES: 3
      # NUMBER VOTERS: 15
      # NUMBER UNIQUE ORDERS: 2
      # ALTERNATIVE NAME 1: Ada
      # ALTERNATIVE NAME 2: Ben, B
      # ALTERNATIVE NAME 3: Cleo
      9: 1,2,3
      6: {2,3},1
      """)
    for text in [
      "3\n1,Ada\n2,Ben, B\n3,Cleo\n15,15,2\n9,1,2,3\n6,{2,3},1\n",
      "3\r\n1, Ada\r\n2, Ben, B\r\n3, Cleo\r\n15, 15, 2\r\n9, 1, 2, 3\r\n6, {2, 3}, 1",
    ] { #expect(try read(text).ballots == newer.ballots) }
  }

  @Test(
    "PrefLib: what is wrong with older and newer files",
    arguments: [
      ("3\n1,Ada\n3,Ben\n", "", 3, ReadingFault.Expectation.alternative(2)),
      ("2\n1,Ada\n2,Ben\n15,15\n", "", 4, .sums),
      ("2\n1,Ada\n2,Ben\n3,3,1\n2,1,2\n", "", 6, .votersInAll(3)),
      ("2\n1,Ada\n2,Ben\n3,3,1\n3,1\n", "x.soc", 5, .completeRanking),
      ("2\n1,Ada\n2,Ben\n3,3,1\n3,{1,2}\n", "x.soi", 5, .noEqualRanks),
      ("2 x\n1,Ada\n", "x.soi", 1, .endOfLine),
      (
        "# DATA TYPE: soi\n# NUMBER ALTERNATIVES: 1\n# NUMBER VOTERS: 4\n"
          + "# ALTERNATIVE NAME 1: A\n3: 1\n", "", 6, .votersInAll(4)
      ),
    ])
  func preflibFaults(
    _ text: String, _ name: String, _ line: Int, _ expected: ReadingFault.Expectation
  ) {
    let fault = #expect(throws: ReadingFault.self) { try read(text, name) }
    #expect(fault?.expected == expected)
    #expect(fault?.line == line)
  }

  private func budget(_ type: String, _ rule: String, _ more: String = "") -> String {
    let points = type == "cumulative" || type == "scoring"
    return """
      META
      key;value
      description;Town
      budget;100
      num_projects;2
      num_votes;2
      vote_type;\(type)
      rule;\(rule)\(more)
      PROJECTS
      project_id;cost;votes
      7;60;2
      b;50;1
      VOTES
      voter_id;age;vote\(points ? ";points" : "")
      1;30;\(type == "choose-1" ? "7" : "7,b")\(points ? ";2,1" : "")
      2;;7\(points ? ";3" : "")

      """
  }

  @Test(
    "Pabulib: every type of vote",
    arguments: [
      ("approval", [2, 1]), ("choose-1", [2, 0]), ("cumulative", [5, 1]), ("scoring", [5, 1]),
      ("ordinal", [4, 1]),
    ])
  func pabulib(_ type: String, _ points: [Int]) throws {
    let election = try read(budget(type, "greedy"))
    guard case .projects(let ballots) = election.ballots else { return #expect(Bool(false)) }
    #expect(ballots.scores == points)
    #expect(election.title == "Town")
    #expect(election.budget == 100)
    let outcome = try #require(election.declared).tally(election)
    #expect(outcome.winners == [0])
  }

  @Test(
    "Pabulib: the rule that the file names",
    arguments: [
      ("greedy", "", CountRequest(.greedyBudget)),
      ("greedy-no-skip", "", CountRequest(.greedyBudgetNoSkip)),
      (
        "greedy-threshold", "\nmin_project_score_threshold;5",
        CountRequest(.greedyBudgetThreshold, options: [.threshold: "5"])
      ),
      (
        "greedy-custom", "\nunit;Poznań",
        CountRequest(.greedyBudgetNoSkip, options: [.topUp: "80"])
      ),
      ("equalshares", "", CountRequest(.equalSharesBudget, options: [.completion: "none"])),
      ("equalshares/add1", "", CountRequest(.equalSharesBudget, options: [.completion: "add-1"])),
    ])
  func rules(_ rule: String, _ more: String, _ request: CountRequest) throws {
    let election = try read(budget("approval", rule, more))
    #expect(election.declared == request)
    #expect(try request.tally(election).candidates.count == 2)
    #expect(try read(budget("approval", "greedy-exclusive")).declared == nil)
  }
}
