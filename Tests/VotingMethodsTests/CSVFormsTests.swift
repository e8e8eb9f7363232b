import ExerciseProtocol
import Testing
import VotingMethods

/// Tables as people have them: exports of forms, of voting programs, of spreadsheets.
@Suite("CSV as people have it")
struct CSVFormsTests {
  private func read(
    _ text: String, _ method: MethodID, scale: CSVBallots.Scale? = nil
  ) throws(ReadingFault) -> Election {
    try BallotFile(for: method, csv: CSVBallots(scale: scale))
      .read([UInt8](text.utf8), name: "x.csv")
  }

  private func first(_ election: Election, _ method: MethodID) throws -> [String: String] {
    let outcome = try CountRequest(method).tally(election)
    return Dictionary(
      uniqueKeysWithValues: zip(outcome.candidates.map(\.id), outcome.stages[0].totals).map {
        ($0, $1.description)
      })
  }

  @Test("Google Forms: a grid with candidates in rows, ranks in cells")
  func grid() throws {
    for (one, two, three) in [
      ("1", "2", "3"), ("1st choice", "2nd choice", "3rd choice"),
      ("1.0", "2.0", "3.0"), ("First", "Second", "Third"), ("Rank 1", "Rank 2", "Rank 3"),
    ] {
      let election = try read(
        """
        Timestamp,Name,Rank [Ada],Rank [Bo],Rank [Cy]
        2024/01/02 3:04:05 PM GMT+1,Jo,\(one),\(two),\(three)
        2024/01/02 3:05:05 PM GMT+1,Li,\(two),\(one),\(three)
        """, .plurality)
      #expect(try first(election, .plurality) == ["Ada": "1", "Bo": "1", "Cy": "0"])
      #expect(
        election.reading?.columns.prefix(2).map(\.taken) == [.leftOut(.times), .leftOut(.people)])
    }
  }

  @Test("Google Forms: a grid with ranks in rows, candidates in cells")
  func ranksInRows() throws {
    let election = try read(
      """
      "Timestamp","Email Address","Rank them [1st choice]","Rank them [2nd choice]","Why?"
      "2024/01/02 3:04:05 PM","jo@example.org","Ada","Bo","Well,
      because"
      "2024/01/02 3:05:05 PM","li@example.org","Bo","",""
      """, .irv)
    #expect(try first(election, .plurality) == ["Ada": "1", "Bo": "1"])
    #expect(election.reading?.shape == .preferences)
  }

  @Test("Check boxes in one cell; one choice in one cell; an order in one cell")
  func oneCell() throws {
    for (separator, end) in [(", ", ""), ("; ", ""), (";", ";"), (",", "")] {
      let text =
        "Timestamp,Which would you take?\n1/2/2024 15:04:05,\"Ada\(separator)Bo\(end)\"\n"
        + "1/2/2024 15:04:06,Bo\(end)\n1/2/2024 15:04:07,\n"
      let election = try read(text, .approval)
      #expect(try first(election, .approval) == ["Ada": "1", "Bo": "2"], "\(separator)")
      #expect(election.reading?.blank == 1)
      #expect(election.reading?.columns[1].taken == .list)
    }
    let single = try read(
      "Timestamp,Who?\n1/2/2024 15:04:05,Ada\n1/2/2024 15:04:06,Ada\n", .plurality)
    #expect(try first(single, .plurality) == ["Ada": "2"])
    let ordered = try read(
      "ID,Start time,Rank them\n1,1/2/24 9:00:00,Ada;Bo;Cy;\n2,1/2/24 9:00:00,Bo;Ada;\n", .irv)
    guard case .rankings(let ballots) = ordered.ballots else { return #expect(Bool(false)) }
    #expect((0..<2).map(ballots.ranking) == [[[0], [1], [2]], [[1], [0]]])
    var policy = ReadingPolicy()
    policy.candidates = ["\"Ada, the baker\",Bo"]
    let commas = try BallotFile(for: .approval, policy: policy).read(
      [UInt8]("Who?,Timestamp\n\"Ada, the baker, Bo\",1/2/2024 15:04:05\n".utf8), name: "x.csv")
    #expect(try first(commas, .approval) == ["Ada, the baker": "1", "Bo": "1"])
  }

  @Test("Rank columns of counting programs: Minneapolis, RCTab, OpaVote, star.vote")
  func programs() throws {
    let minneapolis = try read(
      """
      Precinct,1ST CHOICE MAYOR MINNEAPOLIS,2ND CHOICE MAYOR MINNEAPOLIS,Count
      P-01,ADA,BO,2
      P-01,undervote,undervote,1
      P-02,BO,overvote,3
      """, .irv)
    #expect(try first(minneapolis, .irv) == ["ADA": "2", "BO": "3"])
    #expect(minneapolis.reading?.ballots == 6)
    #expect(minneapolis.reading?.blank == 1)
    #expect(
      minneapolis.reading?.columns.map(\.taken)
        == [.leftOut(.places), .preference(1), .preference(2), .weight])
    let rctab = try read(
      "Cast Vote Record,Precinct,Ballot Style,Rank 1,Rank 2\n1,A,x,Ada,Bo\n2,A,x,Bo,skipped\n", .irv
    )
    #expect(try first(rctab, .plurality) == ["Ada": "1", "Bo": "1"])
    let opavote = try read("\"Ballot ID\",\"Ada\",\"Bo\"\n\"a1\",1,2\n\"b2\",,1\n", .irv)
    #expect(try first(opavote, .plurality) == ["Ada": "1", "Bo": "1"])
    let star = try read(
      "Timestamp,Voter ID,Ada,Bo\n2024-01-02 03:04:05,v1,5,2\n2024-01-02 03:04:06,v2,0,5\n", .star)
    #expect(try first(star, .star) == ["Ada": "5", "Bo": "7"])
  }

  @Test("Polis: the matrix of participants, and the list of votes")
  func polis() throws {
    let matrix = try read(
      """
      participant,group-id,n-comments,n-votes,n-agree,n-disagree,0,1,2
      0,0,1,3,2,1,1,1,-1
      1,1,0,2,1,1,-1,,1
      2,,0,1,0,0,,,0
      """, .opinionGroups)
    guard case .opinions(let answers) = matrix.ballots else { return #expect(Bool(false)) }
    #expect(answers.candidates.map(\.name) == ["0", "1", "2"])
    #expect((0..<3).map { answers[0, $0] } == [.agree, .agree, .disagree])
    #expect((0..<3).map { answers[1, $0] } == [.disagree, nil, .agree])
    let list = try read(
      """
      timestamp,datetime,comment-id,voter-id,vote
      1,Tue Jan 02 2024 03:04:05 GMT+0000,0,7,1
      2,Tue Jan 02 2024 03:04:06 GMT+0000,1,7,-1
      3,Tue Jan 02 2024 03:04:07 GMT+0000,0,8,0
      4,Tue Jan 02 2024 03:04:08 GMT+0000,0,7,-1
      """, .opinionGroups)
    guard case .opinions(let votes) = list.ballots else { return #expect(Bool(false)) }
    #expect((0..<2).map { votes[0, $0] } == [.disagree, .disagree])
    #expect((0..<2).map { votes[1, $0] } == [.pass, nil])
    #expect(list.reading?.notes.map(\.kind) == [.replaced])
    #expect(list.reading?.ballots == 2)
  }

  @Test(
    "Marks of approval",
    arguments: [
      ("✓", ""), ("x", ""), ("y", "n"), ("Y", "N"), ("yes", "no"), ("TRUE", "FALSE"),
      ("1.0", "0.0"),
      ("OK", ""), ("(OK)", ""), ("☑", "☐"), ("Ja", "Nein"), ("1", "0"), ("✔️", "N/A"),
    ])
  func marks(_ yes: String, _ no: String) throws {
    let election = try read("Name,Mon,Tue\nJo,\(yes),\(no)\nLi,\(yes),\(yes)\n", .approval)
    #expect(try first(election, .approval) == ["Mon": "2", "Tue": "1"])
    let told = election.reading?.notes.map(\.kind) ?? []
    #expect(told.contains(.mark) == (yes == "(OK)"))
  }

  @Test("A row of sums below the ballots is left out and told")
  func sums() throws {
    let election = try read("Name,Mon,Tue\nJo,OK,\nLi,OK,(OK)\nCount,2,1\n", .approval)
    #expect(try first(election, .approval) == ["Mon": "2", "Tue": "1"])
    #expect(election.reading?.notes.map(\.kind) == [.mark, .sums])
    #expect(election.reading?.ballots == 2)
  }

  @Test("Decimals, of points and of weights: exact, with a point or a comma")
  func decimals() throws {
    for text in [
      "Ada,Ben\n4.5,3\n2,3.25\n", "Ada;Ben\n4,5;3\n2,0;3,25\n", "Ada\tBen\n4.50\t3.0\n2\t3,25\n",
      "Ada,Ben\n\"4,5\",3\n2,\"3,25\"\n",
    ] {
      let election = try read(text, .score)
      #expect(try first(election, .score) == ["Ada": "6.5", "Ben": "6.25"], "\(text)")
      #expect(try first(election, .scoreMean) == ["Ada": "3.25", "Ben": "3.125"])
    }
    let scaled = try read("Ada,Ben\n4.5,3\n5,1\n", .score, scale: .numbers(0...5))
    #expect(try first(scaled, .score) == ["Ada": "9.5", "Ben": "4"])
    #expect(throws: ReadingFault.self) {
      try read("Ada,Ben\n5.5,3\n", .score, scale: .numbers(0...5))
    }
    #expect(throws: CountFault.parts(.majorityJudgment, of: .points)) {
      try CountRequest(.majorityJudgment).tally(scaled)
    }
    let weighed = try read("1st choice,2nd choice,weight\nAda,Bo,1.5\nBo,Ada,0.25\nBo,,1\n", .irv)
    #expect(try first(weighed, .plurality) == ["Ada": "1.5", "Bo": "1.25"])
    #expect(weighed.reading?.ballots == 3)
    #expect(throws: CountFault.parts(.scottishSTV, of: .votes)) {
      try CountRequest(.scottishSTV).tally(weighed)
    }
  }

  @Test("Separators, coded texts, ends of lines: all the same election")
  func dialects() throws {
    let plain = "1,2\nZo\u{EB},Bo\nBo,Zo\u{EB}\nZo\u{EB},\n"
    let expected = try read(plain, .irv)
    var files: [[UInt8]] = []
    for separator in [";", "\t", "|"] {
      files.append([UInt8](plain.replacing(",", with: separator).utf8))
      files.append([UInt8]("sep=\(separator)\r\n\(plain.replacing(",", with: separator))".utf8))
    }
    files.append([UInt8]("\u{FEFF}\(plain)".utf8))
    files.append([UInt8](plain.replacing("\n", with: "\r\n").utf8))
    files.append([UInt8](plain.replacing("\n", with: "\r").utf8))
    files.append([UInt8](plain.replacing("\n", with: "\n\n").utf8))
    files.append([UInt8](plain.replacing("\n", with: ",\n").utf8))
    files.append(plain.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) })
    for mark in ["\u{FEFF}", ""] {
      let units = Array((mark + plain).utf16)
      files.append(units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
      files.append(units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] })
    }
    for file in files {
      for name in ["x.csv", ""] {
        let election = try BallotFile(for: .irv).read(file, name: name)
        #expect(election.ballots == expected.ballots, "\(String(decoding: file, as: UTF8.self))")
      }
      for size in [1, 7] {
        var left = file[...]
        let streamed = try CSVBallots(shape: .preferences).election {
          defer { left = left.dropFirst(size) }
          return left.isEmpty ? nil : Array(left.prefix(size))
        }
        #expect(streamed.ballots == expected.ballots)
      }
    }
    #expect(try BallotFile(for: .irv).read(files[0], name: "x").reading?.separator == .semicolon)
  }

  /// However a file is cut, and whatever is done to it.
  @Test("In pieces it is read as it is as a whole, faults and all")
  func pieces() throws {
    let whole = [UInt8](
      "Name,\"Zo\u{EB}, B\",B,count\r\nJo,5,\"3\"\"\",2\r\n\r\n\"L\ni\",4,3,1\nMo,1,2,3\n".utf8)
    var draws = Chance(seed: 7)
    for _ in 0..<400 {
      var bytes = whole
      for _ in 0..<draws.below(4) {
        let place = draws.below(bytes.count)
        switch draws.below(3) {
        case 0: bytes[place] = [10, 13, 34, 44, 59, 0xE9, 48, 0][draws.below(8)]
        case 1: bytes.remove(at: place)
        default: bytes.insert([10, 13, 34, 44, 9][draws.below(5)], at: place)
        }
      }
      let csv = CSVBallots(shape: .scores)
      let expected = Result { () throws(ReadingFault) in try csv.read(bytes) }
      for size in [1, 3, 50] {
        var left = bytes[...]
        let next: () -> [UInt8]? = {
          defer { left = left.dropFirst(size) }
          return left.isEmpty ? nil : Array(left.prefix(size))
        }
        do {
          let streamed = try csv.election(reading: next)
          #expect(try streamed.ballots == expected.get())
        } catch let fault as ReadingFault {
          #expect(throws: fault) { try expected.get() }
        }
      }
    }
  }

  @Test("The same ballots are kept once, in the order of the file")
  func distinct() throws {
    let rows = (0..<2000).map { "\($0 % 2 == 0 ? "Ada,Bo" : "Bo,"),\($0)" }.joined(separator: "\n")
    let election = try read("1st,2nd,ballot_id\n\(rows)\n", .irv)
    guard case .rankings(let ballots) = election.ballots else { return #expect(Bool(false)) }
    #expect(ballots.counts == [1000, 1000])
    #expect(election.line(of: 1) == 3)
  }

  @Test("What is wrong is told by column and line, far down too")
  func places() throws {
    let rows = String(repeating: "Jo,5,3\n", count: 1500)
    let fault = #expect(throws: ReadingFault.self) {
      try read("Name,Ada,\"B\no\"\n\(rows)Li,4,x\n", .score)
    }
    #expect(fault?.line == 1503)
    #expect(fault?.column == ReadingFault.Column(3, "B\no"))
    let quote = #expect(throws: ReadingFault.self) { try read("A,B\n1,2\n\"1,2\n1,2\n", .borda) }
    #expect(quote?.line == 3)
    #expect(quote?.expected == .closingQuote)
    let contests = #expect(throws: ReadingFault.self) {
      try read("Mayor [Ada],Mayor [Bo],Clerk [Cy],Clerk [Di]\n1,2,2,1\n", .borda)
    }
    #expect(contests?.expected == .decision(.contest(["Mayor", "Clerk"])))
  }
}
