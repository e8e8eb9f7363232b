import Testing
import VotingMethods

/// Rows and columns that are about nobody, and columns of counting machines.
@Suite("CSV: words for nobody, sums and machines")
struct CSVNobodyTests {
  @Test("A sum, blank and invalid ballots are no parties")
  func totalsOfParties() throws {
    let election = try CSVText.read(
      "party,votes\nA,5\nB,3\nBlank votes,2\nRejected,1\nTotal,11\n", .plurality)
    #expect(election.candidates.map(\.name) == ["A", "B"])
    #expect(election.reading?.ballots == 11)
    #expect(election.reading?.blank == 2)
    #expect(election.reading?.invalid == 1)
    #expect(throws: ReadingFault.self) {
      try CSVText.read("party,votes\nA,5\nTotal,7\n", .plurality)
    }
    let named = try CSVText.read("party,votes\nA,5\nTotal,7\n", .plurality) {
      $0.candidates = ["A,Total"]
    }
    #expect(named.candidates.map(\.name) == ["A", "Total"])
  }

  @Test("A column called by a word for nobody", arguments: ["Abstain", "Overvote", "None", "-"])
  func nobody(_ name: String) throws {
    let text = "Ada,Bo,\(name)\n1,0,1\n0,1,1\n"
    let fault = #expect(throws: ReadingFault.self) { try CSVText.read(text, .approval) }
    #expect(fault?.column?.name == name)
    #expect(fault?.expected == .decision(.isCandidate(.nobody)))
    #expect(try CSVText.read(text, .approval) { $0.ignored = ["3"] }.candidates.count == 2)
    #expect(try CSVText.read(text, .approval) { $0.columns = ["1,2,3"] }.candidates.count == 3)
  }

  @Test(
    "What was spoilt is nobody",
    arguments: ["spoiled", "Spoilt", "UNGÜLTIG", "invalid", "Blank ballot", "nul", "under-vote"])
  func spoilt(_ word: String) throws {
    let text = "rank 1,rank 2\n\(word),\n\(word),\nAda,Bo\n"
    let election = try CSVText.read(text, .irv)
    #expect(election.candidates.map(\.name) == ["Ada", "Bo"])
    let isBlank = ["Blank ballot", "under-vote"].contains(word)
    #expect(election.reading?.blank == (isBlank ? 2 : 0))
    #expect(election.reading?.invalid == (isBlank ? 0 : 2))
    let named = try CSVText.read(text, .irv) { $0.candidates = ["Ada,Bo,\(word)"] }
    #expect(named.candidates.count == 3)
    let fault = #expect(throws: ReadingFault.self) {
      try CSVText.read("Ada,Bo,\(word)\n1,0,1\n0,1,1\n", .approval)
    }
    #expect(fault?.expected == .decision(.isCandidate(.nobody)))
  }

  @Test("Turnout and spoilt papers are no parties")
  func turnout() throws {
    let text = "party,votes\nA,10\nB,12\nSpoilt papers,4\nTurnout,26\n"
    let election = try CSVText.read(text, .sainteLague)
    #expect(election.candidates.map(\.name) == ["A", "B"])
    #expect(election.reading?.invalid == 4)
    let wrong = "party,votes\nA,10\nB,12\nTurnout,26\n"
    let fault = #expect(throws: ReadingFault.self) { try CSVText.read(wrong, .sainteLague) }
    #expect(fault?.expected == .decision(.isCandidate(.statistics)))
  }

  @Test("A remark of the last voter is no sum")
  func remarks() throws {
    let election = try CSVText.read("Voter,Ada,Bo,Comments\nv1,5,3,\nv2,1,4,all\n", .score)
    #expect(election.reading?.ballots == 2)
    let sums = try CSVText.read("Voter,Ada,Bo,Comments\nv1,5,3,\nv2,1,4,fine\nTotal,6,7,\n", .score)
    #expect(sums.reading?.ballots == 2)
  }

  @Test("Preferences of a counting machine: Choice 1 of 5, with a code behind")
  func machines() throws {
    let office = "Citywide (026916)"
    let names = (1...3).map { "DEM Mayor Choice \($0) of 3 \(office)" }.joined(separator: ",")
    let text = "Cast Vote Record,Precinct,\(names)\n1,AD 23,Ada,undervote,Bo\n2,AD 23,Bo,,\n"
    let election = try CSVText.read(text, .irv)
    #expect(election.candidates.map(\.name) == ["Ada", "Bo"])
    #expect(election.reading?.columns.suffix(3).map(\.taken) == (1...3).map { .preference($0) })
    let two = "Mayor Choice 1,Mayor Choice 2,Clerk Choice 1,Clerk Choice 2\nAda,Bo,Cy,Di\n"
    let fault = #expect(throws: ReadingFault.self) { try CSVText.read(two, .irv) }
    guard case .decision(.contest(let contests)) = fault?.expected else {
      return #expect(Bool(false))
    }
    for (contest, names) in zip(contests, [["Ada", "Bo"], ["Cy", "Di"]]) {
      let one = try CSVText.read(two, .irv) { $0.columns = [contest] }
      #expect(one.candidates.map(\.name) == names)
    }
  }

  @Test("A cell that says that the ballot is not valid sets it aside")
  func invalidCells() throws {
    for word in ["Ungültig", "spoilt", "invalid", "bulletin nul"] {
      let election = try CSVText.read("1,2\nAda,Bo\n\(word),\n\(word),Ada\nBo,Ada\n", .irv)
      #expect(election.reading?.numbers == "4 read, 2 valid, 2 invalid", "\(word)")
    }
  }

  @Test(
    "Who may vote, who did, and sums are no parties",
    arguments: [
      "Electorate,500", "Wahlberechtigte,500", "Registered voters,500", "Inscrits,500",
      "Votants,220", "Gültige Stimmen,220", "Abstentions,90", "Total:,220", "Whatever,220",
    ])
  func noParties(row: String) {
    // Refused, or left out as a sum and told.
    let election = try? CSVText.read("party,votes\nA,100\nB,120\n\(row)\n", .dhondt)
    #expect(election.map { $0.candidates.map(\.name) } ?? ["A", "B"] == ["A", "B"])
  }

  @Test("Numbers far from all others are asked about, though not every row has such")
  func numbersOutOfScale() {
    for (text, method) in [
      ("Dauer (Sek.),Ada,Ben\n61,5,3\n42,4,5\n32,0,5\n", MethodID.score),
      ("Ada;Bo;Pleidleisiau\n1;2;12\n2;1;5\n2;1;3\n", .irv),
    ] {
      #expect(throws: ReadingFault.self) { try CSVText.read(text, method) }
    }
  }
}
