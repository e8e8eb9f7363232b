import Glibc
import TerminalTesting
import Testing
import VotingMethods

/// How a tally ends: the table of the guide's page “How ties are broken”, for every method.
@Suite struct TallyStatusTests {
  /// Ballots that each kind of method counts, with a result and without a tie.
  private static let clear: [BallotKind: String] = [
    .rankings: "Ada,Ben,Cy\n1,2,3\n1,3,2\n2,1,3\n1,2,3\n3,2,1\n",
    .approvals: "Ada,Ben,Cy\n1,0,0\n0,1,0\n1,0,0\n",
    .scores: "Ada,Ben,Cy\n3,1,0\n3,2,1\n3,0,1\n",
    .parties: "party,votes\nAda,10\nBen,4\n",
    .duels: "winner,loser\nAda,Ben\nAda,Cy\nBen,Cy\n",
    .opinions: "s1,s2,s3\n1,1,-1\n1,1,-1\n-1,-1,1\n-1,-1,1\n1,-1,1\n",
    .projects: """
    META
    key;value
    num_projects;2
    num_votes;3
    budget;10
    vote_type;approval
    PROJECTS
    project_id;cost;name
    1;5;Ada
    2;6;Ben
    VOTES
    voter_id;vote
    1;1
    2;1,2
    3;1

    """,
  ]

  /// Ballots that this method counts.
  private func ballots(_ method: MethodID) throws -> String {
    // Consent has three grades: no objection, reservation, objection.
    if method == .consent { return "Ada,Ben,Cy\n2,1,0\n2,2,1\n2,0,1\n" }
    // The gradients of agreement begin at 1.
    if method == .gradients { return "Ada,Ben,Cy\n8,2,1\n7,2,1\n8,3,1\n" }
    return try #require(Self.clear[method.traits.ballots[0]])
  }

  private func needed(_ method: MethodID) -> [String] {
    switch method {
    case .dots: ["--option", "dots=9"]
    case .quadratic: ["--option", "credits=20"]
    case .greedyBudgetThreshold: ["--option", "threshold=1"]
    default: []
    }
  }

  @Test(arguments: MethodID.allCases)
  func aResultEndsWith0AndOtherBallotsWith1(method: MethodID) throws {
    let arguments = ["--method", method.rawValue] + needed(method)
    let done = try House.tally(arguments, try ballots(method))
    #expect(done.status == 0, "\(done)")
    let other: BallotKind = method.traits.ballots.contains(.duels) ? .parties : .duels
    let refused = try House.tally(arguments, try #require(Self.clear[other]))
    #expect(refused.status == 1, "\(refused)")
    #expect(refused.text == "")
  }

  @Test(arguments: MethodID.allCases)
  func whatIsAskedWronglyEndsWith2(method: MethodID) throws {
    let ballots = try self.ballots(method)
    let seats = method.traits.choice == .seats && method.traits.ballots[0] != .parties ? "9" : "-1"
    let budget = method.traits.choice == .budget ? "-1" : "5"
    for wrong in [
      ["--seats", seats], ["--option", "nonsense=1"], ["--budget=\(budget)"],
    ] {
      let done = try House.tally(["--method", method.rawValue] + needed(method) + wrong, ballots)
      #expect(done.status == 2, "\(done)")
      #expect(done.text == "")
    }
  }

  @Test(arguments: MethodID.allCases)
  func partsOfVotesAreCountedOrEndWith1(method: MethodID) throws {
    let kind = method.traits.ballots[0]
    guard [.rankings, .approvals, .scores].contains(kind) else { return }
    let lines = try ballots(method).split(separator: "\n")
    let text = lines.enumerated().map { "\($1),\($0 == 0 ? "weight" : "1.5")\n" }.joined()
    let done = try House.tally(
      ["--method", method.rawValue, "--weight-column", "weight"] + needed(method), text)
    #expect([0, 1].contains(done.status), "\(done)")
    #expect((done.status == 1) == done.errorText.contains("counts whole votes"), "\(done)")
  }

  @Test func tooManyOrdersOfLockingAreATie() throws {
    let names = (0..<11).map { "c\($0)" }
    // A circle in which everybody beats the next five by as much.
    let rows = names.indices.map { start in
      names.indices.map { String(($0 - start + 11) % 11 + 1) }.joined(separator: ",")
    }
    let text = ([names.joined(separator: ",")] + rows).joined(separator: "\n") + "\n"
    let done = try House.tally(["--method", "ranked-pairs"], text)
    #expect(done.status == 3, "\(done)")
    let lot = try House.tally(
      ["--method", "ranked-pairs", "--lot", names.joined(separator: ", ")], text)
    #expect(lot.status == 0, "\(lot)")
  }

  @Test func aLotOfOneTieIsNotRefusedAtTheNext() throws {
    // The first tie is between three for going out, the second one between two of them.
    let text = "Ann,Bob,Cid,Dan\n3,4,2,1\n4,1,3,2\n1,2,3,4\n"
    var lots: [String] = []
    for _ in 0..<4 {
      let done = try House.tally(["--method", "coombs"] + lots.flatMap { ["--lot", $0] }, text)
      if done.status == 0 { break }
      #expect(done.status == 3, "\(done)")
      let entry = try #require(done.text.split(separator: "--lot \"").dropFirst().first)
      lots.append(entry.prefix { $0 != "\"" }.split(separator: "\n").joined(separator: " "))
    }
    let all = try House.tally(["--method", "coombs", "--lot", "Ann, Bob, Cid, Dan"], text)
    #expect(all.status == 0, "\(all)")
    let last = try House.tally(["--method", "coombs"] + lots.flatMap { ["--lot", $0] }, text)
    #expect(last.status == 0, "\(lots) \(last)")
  }

  @Test func namesakesInALotAreTold() throws {
    let blt = "3 1\n2 1 0\n2 2 0\n1 3 1 2 0\n0\n\"Ada\"\n\"Ada\"\n\"Ben\"\n"
    let tied = try House.tally(["--method", "plurality"], blt)
    #expect(tied.status == 3, "\(tied)")
    let lot = try House.tally(["--method", "plurality", "--lot", "2, 1"], blt)
    #expect(lot.status == 0, "\(lot)")
    #expect(!lot.text.contains("Ada, Ada"), "\(lot)")
  }

  @Test func aDeclarationSaysWhatWasRead() throws {
    let done = try House.tally(
      ["--method", "irv", "--ignore", "age", "--alias", "1er=1", "--format", "declaration"],
      "age,Ada,Ben\n30,1er,2\n40,1,2\n")
    #expect(done.status == 0, "\(done)")
    for words in ["What was read", "left out, as was asked", "“1er” was taken for “1”"] {
      #expect(done.text.contains(words), "\(words)")
    }
  }

  @Test func aFileThatIsNamedTwiceIsRefused() throws {
    let house = try House()
    try house.folder.write("2 1\n3 1 2 0\n0\nAda\nBo\nTown\n", to: "a.blt")
    let path = "\(house.folder.path)/a.blt"
    let done = try Child(
      house.program,
      ["tally", path, "--add", "\(house.folder.path)/./a.blt", "--method", "irv"],
      environment: house.environment
    ).finish(feeding: [])
    #expect(done.status == 2, "\(done)")
    #expect(done.errorText.contains("is named twice"))
    #expect(done.errorText.contains("Hint: Name each file once."))
  }

  @Test func aStopEndsWith130AndNoPartOfAResult() throws {
    let house = try House()
    for key in ["\u{3}", ""] {
      let terminal = try PseudoTerminal.spawn(
        house.program, arguments: ["tally", "-", "--method", "irv"],
        environment: house.environment.mapValues { Optional($0) }, columns: 80, rows: 24)
      try terminal.send("Ada,Ben\r1,2\r")
      try terminal.waitFor("Reading standard input")
      if key.isEmpty { kill(terminal.process, SIGINT) } else { try terminal.send(key) }
      #expect(try terminal.waitForExit() == .status(130))
      #expect(terminal.transcript.contains("Stopped before there was a result."))
      #expect(!terminal.transcript.contains("Instant runoff"))
    }
  }
}
