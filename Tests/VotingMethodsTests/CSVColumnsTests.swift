import Testing
import VotingMethods

/// What is no candidate must not win: columns that look like candidates, and are not.
@Suite("Columns that are no candidates")
struct CSVColumnsTests {
  private func read(
    _ text: String, _ method: MethodID, _ shape: CSVBallots.Shape? = nil,
    _ decide: (inout ReadingPolicy) -> Void = { _ in }
  ) throws(ReadingFault) -> Election {
    var policy = ReadingPolicy()
    decide(&policy)
    let file = BallotFile(for: method, csv: CSVBallots(shape: shape), policy: policy)
    return try file.read([UInt8](text.utf8), name: "x.csv")
  }

  private func totals(_ election: Election, _ method: MethodID) throws -> [String: String] {
    let outcome = try CountRequest(method).tally(election)
    return Dictionary(
      uniqueKeysWithValues: zip(outcome.candidates.map(\.id), outcome.stages[0].totals).map {
        ($0, $1.description)
      })
  }

  @Test("Ids that are certain are left out, and told")
  func ids() throws {
    for name in ["id", "ID", "Ballot ID", "ballot_id", "voterId", "Response ID", "uuid", "userid"] {
      let election = try read("\(name),Ada,Ben\n101,5,3\n102,4,5\n103,0,5\n", .score)
      #expect(try totals(election, .score) == ["Ada": "9", "Ben": "13"], "\(name)")
      #expect(
        election.reading?.columns.map(\.taken)
          == [.leftOut(.ids), .candidate("Ada"), .candidate("Ben")])
    }
    for text in [
      "Voter,Ada,Ben\nv1,5,3\nv2,4,5\n", "Name,Ada,Ben\nJo,5,3\nJo,4,5\n",
      ",Ada,Ben\n0,5,3\n1,4,5\n2,0,0\n", "No.,Ada,Ben\n1,5,3\n2,4,5\n3,0,0\n",
      "Timestamp,Ada,Ben\n2024/01/02 3:04:05 PM GMT+1,5,3\n2024/01/02 3:04:05 PM GMT+1,4,5\n",
      "when,Ada,Ben\n2024-01-02T03:04:05Z,5,3\n2024-01-03T03:04:05Z,4,5\n",
      "who,Ada,Ben\njo@example.org,5,3\nli@example.org,4,5\n",
      "Precinct,Ada,Ben\nNorth,5,3\nSouth,4,5\n",
      "IP Address,Ada,Ben\n10.0.0.1,5,3\n10.0.0.2,4,5\n",
      "Comments,Ada,Ben\nfine,5,3\n,4,5\n", "E-mail,Ada,Ben\na@b.org,5,3\n,4,5\n",
    ] {
      let election = try read(text, .score)
      #expect(try totals(election, .score) == ["Ada": "9", "Ben": "8"], "\(text)")
      guard case .leftOut = election.reading?.columns[0].taken else {
        Issue.record("\(text)")
        continue
      }
    }
  }

  @Test(
    "What could be a candidate is refused by its name",
    arguments: [
      ("voter,age,Ada,Bo\nv1,5,3,2\nv2,4,1,2\nv3,5,3,1\n", MethodID.star, "age"),
      ("ballot_id,precinct,Ada,Bo\nb1,2,5,3\nb2,3,4,5\nb3,1,5,4\n", .score, "precinct"),
      ("Price,Weight,Colour\n5,1,3\n4,2,5\n1,5,5\n", .score, "Weight"),
      ("Price,Count,Colour\n5,1,3\n4,2,5\n1,5,5\n", .score, "Count"),
      ("Price,Ballot,Colour\n5,1,3\n4,2,5\n1,5,5\n", .score, "Ballot"),
      ("Price,Voter,Colour\n5,1,3\n4,1,5\n1,5,5\n", .score, "Voter"),
      ("Ada,Bo,Ward\n1,2,3\n2,1,3\n", .irv, "Ward"), ("id,Ada\n1,5\n1,4\n", .score, "id"),
      ("time,Ada,Bo\n3,1,2\n3,2,1\n", .borda, "time"),
      ("Age,Ada,Bo\n1,1,0\n0,1,1\n", .approval, "Age"),
    ])
  func refused(_ text: String, _ method: MethodID, _ name: String) throws {
    let fault = #expect(throws: ReadingFault.self) { try read(text, method) }
    #expect(fault?.column?.name == name)
    #expect(fault?.detail.contains("“\(name)”") == true)
    // What the hint says works.
    #expect(fault?.hint?.contains("--ignore \(name)") == true)
    let ignored = try read(text, method) { $0.ignored = [name] }
    #expect(!ignored.candidates.contains { $0.name == name })
    let number = try #require(fault?.column?.number)
    let byNumber = try read(text, method) { $0.ignored = ["\(number)"] }
    #expect(byNumber.ballots == ignored.ballots)
  }

  @Test("Numbers unlike the others' are asked about by name")
  func outOfScale() throws {
    for (text, method) in [
      ("Badge,Ada,Bo\n10234,1,2\n10239,2,1\n", MethodID.borda),
      ("Shelf,Ada,Bo\n101,5,2\n104,2,1\n107,0,1\n", .score),
      ("Born,Ada,Bo\n1980,5,2\n1980,2,1\n", .score),
    ] {
      let fault = #expect(throws: ReadingFault.self) { try read(text, method) }
      let name = String(text.prefix { $0 != "," })
      #expect(fault?.column == ReadingFault.Column(1, name))
      #expect(
        try read(text, method) { $0.ignored = [name] }.candidates.map(\.name) == ["Ada", "Bo"])
      #expect(
        try read(text, method) { $0.columns = ["Bo,Ada"] }.candidates.map(\.name) == ["Bo", "Ada"])
    }
    // One such column does not hide another.
    let places = "Northing,Easting,Ada,Bo\n144.97,93.2,3,2\n144.98,93.1,4,1\n"
    for ignored in [[], ["Northing"], ["Easting"]] {
      let fault = #expect(throws: ReadingFault.self) {
        try read(places, .score) { $0.ignored = ignored }
      }
      #expect(fault?.expected == .decision(.isInScale))
    }
    let fault = #expect(throws: ReadingFault.self) {
      try read("Shelf,Ada\n101,5\n", .star)
    }
    #expect(fault?.detail == "column 1, “Shelf”: expected a number from 0 to 5, found “101”")
    #expect(fault?.hint?.contains("--ignore Shelf") == true)
  }

  @Test("A candidate called Weight is a candidate if it is said, a weight if that is said")
  func weight() throws {
    let text = "Price,Weight,Colour\n5,1,3\n4,2,5\n1,5,5\n"
    let all = try read(text, .score) { $0.columns = ["Price,Weight,Colour"] }
    #expect(try totals(all, .score) == ["Price": "10", "Weight": "8", "Colour": "13"])
    let weighed = try read(text, .score) { $0.weightColumn = "Weight" }
    #expect(try totals(weighed, .score) == ["Price": "18", "Colour": "38"])
    #expect(weighed.reading?.columns[1].taken == .weight)
    #expect(weighed.reading?.ballots == 8)
    // Out of the ranks that there are it can be nothing else; that is told.
    let plain = try read("Ada,Bo,Weight\n1,2,30\n2,1,20\n", .borda)
    #expect(plain.reading?.columns[2].taken == .weight)
    #expect(plain.ballots.voters == 50)
    let ours = try read("Ada,Bo,count\n5,2,3\n2,1,2\n", .score)
    #expect(ours.reading?.columns[2].taken == .weight)
  }

  @Test("Candidates called 1, 2, 3: ranks where they are ranks, asked where nobody says")
  func numbers() throws {
    let text = "1,2,3\n2,3,1\n2,3,1\n1,2,3\n"
    let asked = try read(text, .irv, .rankings)
    #expect(
      try CountRequest(.irv).tally(asked).winners
        == CountRequest(.irv).tally(try read(text.replacing("1,2,3\n2", with: "A,B,C\n2"), .irv))
        .winners)
    #expect(try CountRequest(.irv).tally(asked).winners == [2])
    let fault = #expect(throws: ReadingFault.self) { try read(text, .irv) }
    #expect(fault?.expected == .decision(.candidatesOrPreferences))
    let named = try read(text, .irv, .preferences)
    #expect(try CountRequest(.irv).tally(named).winners.map { named.candidates[$0].name } == ["2"])
    // Scores under such names stay scores.
    #expect(try totals(try read(text, .score), .score) == ["1": "5", "2": "8", "3": "5"])
  }

  @Test(
    "Words for nothing are never elected",
    arguments: [
      "undervote", "Undervote", "overvote", "skipped", "blank", "exhausted", "write-in", "Write-In",
      "UWI", "none", "-", "N/A", "n/a", "Abstain", "SKIPPEDRANK", "skippedRank", "NaN", "null",
      "(blank)", "no vote", "undeclared write-ins",
    ])
  func nothing(_ word: String) throws {
    let text =
      "rank1,rank2\n\(word),\(word)\n\(word),\(word)\n\(word),\(word)\nAda,Ben\nBen,\(word)\n"
    let election = try read(text + "Ada,\n", .irv)
    #expect(election.candidates.map(\.name) == ["Ada", "Ben"])
    #expect(try CountRequest(.irv).tally(election).winners == [0])
    #expect(election.reading?.blank == 3)
    #expect(election.reading?.ballots == 6)
    #expect(election.reading?.notes.reduce(0) { $0 + $1.count } == 7)
    #expect(election.reading?.notes.first?.line == 2)
    let named = try read(text, .irv) {
      $0.candidates = ["Ada, Ben, \(word)"]
      $0.repeats = .skip
    }
    #expect(named.candidates.count == 3)
  }

  @Test("Names that differ in case alone are told; one or several, as is said")
  func cases() throws {
    let text = "1,2\nAda,Bo\nada,Bo\nADA ,Bo\nBo,\nBo,\n"
    let fault = #expect(throws: ReadingFault.self) { try read(text, .irv) }
    #expect(fault?.expected == .decision(.isSame("Ada", "ada")))
    #expect(fault?.line == 3)
    #expect(fault?.hint?.contains("--alias 'ada=Ada'") == true)
    #expect(fault?.hint?.contains("--alias case") == true)
    let one = try read(text, .irv) { $0.aliases.spelling = .anyCase }
    #expect(try totals(one, .irv) == ["Ada": "3", "Bo": "2"])
    #expect(one.reading?.notes.filter { $0.kind == .alias }.map(\.count) == [1, 1])
    let named = try read(text, .irv) { $0.aliases.names = ["ada": "Ada", "ADA": "Ada"] }
    #expect(try totals(named, .irv) == ["Ada": "3", "Bo": "2"])
    let apart = try read(text, .irv) { $0.aliases.spelling = .exact }
    #expect(apart.candidates.count == 4)
    #expect(apart.reading?.notes.map(\.kind) == [.similar, .similar])
    // Unicode's forms and blanks around are always the same.
    let forms = try read("1,2\nZoe\u{308},Bo\nZo\u{EB}\u{A0},\" Bo \"\n", .irv)
    #expect(forms.candidates.count == 2)
  }

  @Test("A candidate twice on a ballot: by a named policy, and told")
  func repeats() throws {
    let text = "1,2,3\nAda,Ada,Bo\nBo,Ada,\n"
    let fault = #expect(throws: ReadingFault.self) { try read(text, .irv) }
    #expect(fault?.expected == .decision(.repeats))
    #expect(fault?.column == ReadingFault.Column(2, "2"))
    #expect(fault?.line == 2)
    for (policy, ranks) in [
      (ReadingPolicy.Doubt.skip, [[[0], [1]], [[1], [0]]]), (.exhaust, [[[0]], [[1], [0]]]),
      (.invalid, [[[1], [0]]]),
    ] {
      let election = try read(text, .irv) { $0.repeats = policy }
      guard case .rankings(let ballots) = election.ballots else { return #expect(Bool(false)) }
      #expect(ballots.counts.indices.map(ballots.ranking) == ranks)
      #expect(election.reading?.notes.first?.became == policy.rawValue)
      #expect(election.reading?.invalid == (policy == .invalid ? 1 : 0))
      #expect(election.reading?.ballots == 2)
    }
  }

  @Test("Several at one rank: by a named policy where it matters")
  func overvotes() throws {
    let text = "1,2,3\nAda,overvote,Bo\nBo,overvote,\n"
    let fault = #expect(throws: ReadingFault.self) { try read(text, .irv) }
    #expect(fault?.expected == .decision(.overvotes))
    for (policy, ranks) in [
      (ReadingPolicy.Doubt.skip, [[[0], [1]], [[1]]]), (.exhaust, [[[0]], [[1]]]), (.invalid, []),
    ] {
      let election = try read(text, .irv) { $0.overvotes = policy }
      guard case .rankings(let ballots) = election.ballots else { return #expect(Bool(false)) }
      #expect(ballots.counts.indices.map(ballots.ranking) == ranks)
    }
    let matrix = "A,B,C\n1,1,2\n1,2,3\n"
    #expect(throws: CountFault.self) { try CountRequest(.irv).tally(try read(matrix, .irv)) }
    for (policy, ranks) in [
      (ReadingPolicy.Doubt.skip, [[[2]], [[0], [1], [2]]]), (.exhaust, [[], [[0], [1], [2]]]),
      (.invalid, [[[0], [1], [2]]]),
    ] {
      let election = try read(matrix, .irv) { $0.overvotes = policy }
      guard case .rankings(let ballots) = election.ballots else { return #expect(Bool(false)) }
      #expect(ballots.counts.indices.map(ballots.ranking) == ranks)
    }
  }

  @Test("Columns are named by names, numbers and common beginnings; what is not there is told")
  func named() throws {
    let text = "x,\"Smith, J\",Q [Ada],Q [Bo]\n1,2,1,2\n2,1,2,1\n"
    for (word, names) in [
      ("Q", ["Ada", "Bo"]), ("Q [Bo],Q [Ada]", ["Bo", "Ada"]), ("3,4", ["Ada", "Bo"]),
      ("\"Smith, J\",X", ["Smith, J", "x"]), ("Smith, J", ["Smith, J"]), ("Bo,Ada", ["Bo", "Ada"]),
    ] {
      let election = try read(text, .borda) { $0.columns = [word] }
      #expect(election.candidates.map(\.name) == names, "\(word)")
    }
    let fault = #expect(throws: ReadingFault.self) {
      try read(text, .borda) { $0.ignored = ["y"] }
    }
    #expect(fault?.expected == .existingColumn(["x", "Smith, J", "Q [Ada]", "Q [Bo]"]))
    #expect(fault?.isUsage == true)
  }

  @Test(
    "What is plainly a candidate is not asked about",
    arguments: [
      ("Yes,No\n1,0\n0,1\n1,0\n", MethodID.approval), ("A,B\n10,1\n9,2\n8,3\n", .score),
      ("Education,Health,Transport\n5,3,2\n4,1,1\n", .score), ("A,B\n30,0\n40,0\n", .score),
      ("People,Planet,Profit\n1,2,3\n3,1,2\n", .borda), ("A,B\n90,10\n95,20\n100,5\n", .score),
      ("Beach,City\n1,2\n2,1\n", .irv), ("Candidate 1,Candidate 2\n1,2\n2,1\n", .irv),
      ("Option 1,Option 2\n5,2\n4,1\n", .score), ("2024,2025,2026\n1,2,3\n2,1,3\n", .borda),
    ])
  func plain(_ text: String, _ method: MethodID) throws {
    let names = text.prefix { $0 != "\n" }.split(separator: ",").map(String.init)
    #expect(try read(text, method).candidates.map(\.name) == names)
  }

  @Test("Names of columns that differ in case are told; --candidates chooses columns")
  func columnNames() throws {
    let election = try read("Ada,ada\n5,3\n", .score) { $0.aliases.spelling = .exact }
    #expect(election.candidates.count == 2)
    #expect(election.reading?.notes.map(\.kind) == [.similar])
    let chosen = try read("x,Ada,Bo\n5,5,3\n", .score) { $0.candidates = ["Bo,Ada"] }
    #expect(chosen.candidates.map(\.name) == ["Bo", "Ada"])
    #expect(chosen.reading?.columns[0].taken == .leftOut(.asked))
  }

  @Test("A number that two people read differently is refused")
  func thousands() {
    let fault = #expect(throws: ReadingFault.self) {
      try read("party,votes\nGreens,\"1,234\"\n", .plurality)
    }
    #expect(fault?.column == ReadingFault.Column(2, "votes"))
    #expect(fault?.found == "1,234")
  }
}
