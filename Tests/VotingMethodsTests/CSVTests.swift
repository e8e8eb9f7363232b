import Testing
import VotingMethods

@Suite("Reading CSV")
struct CSVTests {
  private func read(
    _ text: String, _ shape: CSVBallots.Shape? = nil, _ scale: CSVBallots.Scale? = nil
  ) throws(ReadingFault) -> Election.Ballots {
    try CSVBallots(shape: shape, scale: scale).read([UInt8](text.utf8))
  }

  @Test("Ranks under the candidates, with ties, gaps and counts")
  func rankings() throws {
    let text = "Ada,\"Ben \"\"B\"\", Bo\",Cleo,count\n1,2,3,5\n,1,1,2\n3,,1,\n"
    guard case .rankings(let ballots) = try read(text.replacing(",\n", with: ",1\n"), .rankings)
    else { return #expect(Bool(false)) }
    #expect(ballots.candidates.map(\.name) == ["Ada", #"Ben "B", Bo"#, "Cleo"])
    #expect(ballots.candidates.map(\.id) == ballots.candidates.map(\.name))
    #expect(ballots.counts == [5, 2, 1])
    #expect((0..<3).map(ballots.ranking) == [[[0], [1], [2]], [[1, 2]], [[2], [0]]])
  }

  @Test(
    "Preferences in the cells",
    arguments: ["1,2,3", "rank 1,Rank 2,rank_3", "choice1,choice2,choice3"])
  func preferences(_ header: String) throws {
    guard case .rankings(let ballots) = try read("\(header)\nBen,Ada,\nCleo,,Ada\n,,\n") else {
      return #expect(Bool(false))
    }
    #expect(ballots.candidates.map(\.name) == ["Ben", "Ada", "Cleo"])
    // A preference left out moves the later ones up; an empty row is an empty ballot.
    #expect((0..<2).map(ballots.ranking) == [[[0], [1]], [[2], [1]]])
  }

  @Test("Approvals, scores, grades, points")
  func marks() throws {
    let approvals = try read("voter,A,B\n7,x,\n8,1,1\n9,no,YES", .approvals)
    guard case .approvals(let marks) = approvals else { return #expect(Bool(false)) }
    #expect((0..<3).map(marks.approvals) == [[0], [0, 1], [1]])
    guard case .scores(let scores) = try read("A,B\n5,\n-2,3", .scores) else {
      return #expect(Bool(false))
    }
    #expect(scores.range == -2...5)
    guard case .scores(let asked) = try read("A,B\n4,", .scores, .numbers(1...8)) else {
      return #expect(Bool(false))
    }
    #expect(asked.range == 1...8)
    guard
      case .scores(let grades) = try read(
        "A\ngood\nPoor", .scores, .words(["Poor", "Fair", "Good"]))
    else { return #expect(Bool(false)) }
    let judged = try MajorityJudgment().tally(grades)
    #expect(grades.range == 0...2)
    #expect(judged.stages[0].totals == [0])
  }

  @Test("Party totals, duels and opinions; the first row tells the first two")
  func others() throws {
    #expect(
      try read("Party,Votes\nGreens,53\nReds,24\n")
        == .parties(
          PartyVotes(
            [Candidate(id: "Greens", name: "Greens"), Candidate(id: "Reds", name: "Reds")],
            votes: [53, 24])))
    #expect(try read("list,count\nGreens,53\n").voters == 53)
    guard case .duels(let duels) = try read("winner,loser,undecided,count\nA,B,,2\nC,A,1,1") else {
      return #expect(Bool(false))
    }
    #expect(duels.candidates.map(\.name) == ["A", "B", "C"])
    #expect(duels.duels.map(\.isUndecided) == [false, true])
    #expect(duels.duels.map(\.count) == [2, 1])
    guard
      case .opinions(let answers) = try read("S,T,U\nagree,,pass\n-1,1,0\n", .opinions)
    else { return #expect(Bool(false)) }
    #expect((0..<3).map { answers[0, $0] } == [.agree, nil, .pass])
    #expect((0..<3).map { answers[1, $0] } == [.disagree, .agree, .pass])
  }

  @Test("Line ends, byte order mark, other separators, empty lines, no last line end")
  func dialects() throws {
    let plain = try read("A,B\n1,2\n2,1\n", .rankings)
    for text in [
      "A,B\r\n1,2\r\n2,1\r\n", "\u{FEFF}A,B\n1,2\n2,1", "A;B\n1;2\n2;1", "A\tB\n1\t2\n2\t1\n",
      "\n\nA,B\n\n1,2\n  \n2,1\n\n", " A , \"B\" \n 1,2 \n2 , 1", "A,B\r1,2\r2,1\r",
    ] { #expect(try read(text, .rankings) == plain, "\(text)") }
    guard case .approvals(let long) = try read("\"Two\nlines\",B\n1,0\n", .approvals) else {
      return #expect(Bool(false))
    }
    #expect(long.candidates[0].name == "Two\nlines")
  }

  @Test(
    "A malformed file is told by line and what was expected",
    arguments: [
      ("", CSVBallots.Shape?.none, 1, ReadingFault.Expectation.columnNames, ""),
      ("A,B\n1,2\n", nil, 1, .shape, "A"),
      ("A,B\n1,2,3\n", .rankings, 2, .fields(2), "3"),
      ("A,B\n1,2\n1\n", .rankings, 3, .fields(2), "1"),
      ("A,A\n1,2\n", .rankings, 1, .nameOnce, "A"),
      ("A,\n1,2\n", .rankings, 1, .name, ""),
      ("A,B\n1,0\n", .rankings, 2, .rank, "0"),
      ("A,B\n1,two\n", .rankings, 2, .rank, "two"),
      ("A,B\n1,2\n\n1,-2\n", .rankings, 4, .rank, "-2"),
      ("1,2\nA,A\n", nil, 2, .decision(.repeats), "A"),
      ("A,B\n1,2\n", .approvals, 2, .mark, "2"),
      ("A,count\n1,x\n", .approvals, 2, .weight, "x"),
      ("A,count\n1,\n", .approvals, 2, .weight, ""),
      ("A,count\n1,9999999999999\n", .approvals, 2, .weight, "9999999999999"),
      ("A,B\n1.5,x\n", .scores, 2, .score(-1_000_000...1_000_000), "x"),
      ("A\n--1\n", .scores, 2, .score(-1_000_000...1_000_000), "--1"),
      ("A,B\nagree,yes\n", .opinions, 2, .opinion, "yes"),
      ("winner,loser\nA,A\n", nil, 2, .candidateOnce, "A"),
      ("winner,loser\nA,\n", nil, 2, .name, ""),
      ("A,B\nA,B\n", .duels, 1, .column("winner"), "A"),
      ("party,votes\nA,3\nB,4\nA,5\n", nil, 4, .decision(.partyAgain), "A"),
      ("A,B\n\"1,2\n", .rankings, 2, .closingQuote, ""),
      ("A,B\n1,\"2\"x\n", .rankings, 2, .separator, "x"),
      ("A,B\n1,2\"\n", .rankings, 2, .unquoted, "2\""),
      ("\"A\nB\",C\n1,2\n1,x\n", .rankings, 4, .rank, "x"),
    ])
  func faults(
    _ text: String, _ shape: CSVBallots.Shape?, _ line: Int, _ expected: ReadingFault.Expectation,
    _ found: String
  ) {
    let fault = #expect(throws: ReadingFault.self) { try read(text, shape) }
    #expect(fault?.line == line)
    #expect(fault?.expected == expected)
    #expect(fault?.found == found)
  }

  @Test("A score outside of the scale, a word that is no grade")
  func scales() {
    let column = ReadingFault.Column(1, "A")
    #expect(throws: ReadingFault(line: 3, expected: .score(0...5), found: "6", column: column)) {
      try read("A\n5\n6", .scores, .numbers(0...5))
    }
    let grades = ReadingFault.Expectation.grade(["Poor", "Good"])
    #expect(throws: ReadingFault(line: 2, expected: grades, found: "Fair", column: column)) {
      try read("A\nFair", .scores, .words(["Poor", "Good"]))
    }
  }

  @Test("Text that is not UTF-8 is read as Windows-1252 and told with its place")
  func invalidText() throws {
    let bytes = [UInt8]("1,2\nAda,Bo\n".utf8) + [0x5A, 0x6F, 0xEB, 0x2C, 0x80, 0x0A]
    let election = try BallotFile(for: .irv).read(bytes)
    #expect(election.candidates.map(\.name) == ["Ada", "Bo", "Zo\u{EB}", "\u{20AC}"])
    #expect(election.reading?.encoding == .windows1252)
    let note = election.reading?.notes.first { $0.kind == .decoded }
    #expect(note?.line == 3)
    #expect(note?.column == 1)
    #expect(note?.count == 2)
  }

  @Test("A method reads the cells as its own ballots, on its own scale")
  func byMethod() throws {
    func ballots(_ method: MethodID, _ text: String) throws -> Election.Ballots {
      try BallotFile(for: method).read([UInt8](text.utf8)).ballots
    }
    let cells = "A,B\n1,2\n2,1\n"
    #expect(try ballots(.irv, cells).kind == .rankings)
    guard case .scores(let stars) = try ballots(.star, cells) else { return #expect(Bool(false)) }
    #expect(stars.range == 0...5)
    #expect(try ballots(.approval, "A,B\n1,0\n").kind == .approvals)
    #expect(try ballots(.opinionGroups, "A,B\n1,0\n").kind == .opinions)
    // The first row tells more than the method does.
    #expect(try ballots(.irv, "winner,loser\nA,B\n").kind == .duels)
    #expect(try ballots(.plurality, "party,votes\nA,1\n").kind == .parties)
    #expect(throws: ReadingFault.self) { try ballots(.greedyBudget, cells) }
  }
}
