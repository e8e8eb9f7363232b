import Testing
import VotingMethods

/// Tables as people of several countries write them, and what is asked about them.
@Suite("CSV: words, numbers and columns in several languages")
struct CSVLanguagesTests {
  private func winners(_ election: Election, _ method: MethodID) throws -> [String] {
    let outcome = try CountRequest(method, seats: nil).tally(election)
    return outcome.winners.map { outcome.candidates[$0].name }
  }

  @Test(
    "Numbers below headings of ranks are asked about",
    arguments: ["Choice 1,Choice 2,Choice 3", "No. 1,No. 2,No. 3", "Place 1,Place 2,Place 3"])
  func numbersBelowRanks(head: String) throws {
    let text = head + "\n1,2,3\n2,1,3\n3,1,2\n"
    for method in [MethodID.irv, .schulze] {
      let fault = #expect(throws: ReadingFault.self) { try CSVText.read(text, method) }
      #expect(fault?.expected == .decision(.candidatesOrPreferences))
    }
    let ranks = try BallotFile(for: .schulze, csv: CSVBallots(shape: .rankings))
      .read([UInt8](text.utf8), name: "x.csv")
    #expect(
      ranks.candidates.map(\.name) == head.split(separator: ",").map(String.init))
  }

  @Test("One column of numbers, and ranks below each other, are no candidates")
  func questions() throws {
    let vote = #expect(throws: ReadingFault.self) { try CSVText.read("Vote\n1\n2\n1\n", .irv) }
    #expect(vote?.expected == .decision(.isCandidate(.others)))
    let long = "ballot,rank,candidate\n1,1,Ada\n1,2,Ben\n2,1,Ada\n"
    let fault = #expect(throws: ReadingFault.self) { try CSVText.read(long, .irv) }
    #expect(fault?.expected == .decision(.rowsOfABallot("candidate")))
    #expect(try CSVText.read(long, .irv) { $0.columns = ["candidate"] }.ballots.voters == 3)
    let beside = "Ada,Ben,Happy?\n1,2,1\n2,1,2\n"
    #expect(throws: ReadingFault.self) { try CSVText.read(beside, .schulze) }
  }

  @Test(
    "What is usually about voters is asked about by its name",
    arguments: [
      "Mitglied", "Anwesend", "Vollmacht", "Briefwahl", "Member", "Present", "Proxy", "Postal",
      "Aelod", "Membre", "Présent", "Adhérent", "Bresennol", "Dirprwy", "Vollmacht erteilt",
      "Gruppe", "Procuration", "Miembro", "Grŵp",
    ])
  func voters(name: String) throws {
    let text = "\(name),Ada,Ben\n1,1,0\n1,0,1\n1,1,0\n"
    let fault = #expect(throws: ReadingFault.self) { try CSVText.read(text, .approval) }
    #expect(fault?.column?.name == name)
    #expect(fault?.hint?.contains("--ignore") == true)
    #expect(
      try winners(try CSVText.read(text, .approval) { $0.ignored = [name] }, .approval) == ["Ada"])
  }

  @Test("A column whose marks are written otherwise is asked about, whatever it is called")
  func otherMarks() throws {
    let fault = #expect(throws: ReadingFault.self) {
      try CSVText.read("Klub,Ada,Ben\nja,1,0\nja,0,1\nnein,1,0\n", .approval)
    }
    #expect(fault?.expected == .decision(.isInScale))
    #expect(fault?.column?.name == "Klub")
  }

  @Test(
    "Numbers beside names are weights, or are asked about: never dropped unsaid",
    arguments: [
      ("Häufigkeit", true), ("Anzahl", true), ("Count", true), ("Gewicht", true), ("Nifer", false),
      ("Nombre", false), ("Total", false), ("Summe", false), ("Times", false), ("Zeugs", false),
    ])
  func weights(name: String, isPlain: Bool) throws {
    let text = "\(name),1st choice,2nd choice\n5,Ada,Ben\n2,Ben,Ada\n3,Ben,\n"
    if isPlain {
      #expect(try CSVText.read(text, .irv).ballots.voters == 10)
    } else {
      let fault = #expect(throws: ReadingFault.self) { try CSVText.read(text, .irv) }
      #expect(fault?.expected == .decision(.isWeight))
    }
    #expect(try CSVText.read(text, .irv) { $0.weightColumn = name }.ballots.voters == 10)
    #expect(try CSVText.read(text, .irv) { $0.ignored = [name] }.ballots.voters == 3)
  }

  @Test(
    "A weight that can be read in two ways is asked about",
    arguments: [
      ("1.234", 1, 1_234), ("1,234", 1_234, 1), ("1 234", 1_234, 1_234), ("1'234", 1_234, 1_234),
    ])
  func marks(text: String, byPoint: Int, byComma: Int) throws {
    let table = "Gewicht;Ada;Ben\n\(text);1;2\n\(text);1;2\n"
    let fault = #expect(throws: ReadingFault.self) { try CSVText.read(table, .irv) }
    #expect(fault?.expected == .decision(.decimalMark))
    #expect(fault?.line == 2)
    for (mark, whole) in [(ReadingPolicy.DecimalMark.point, byPoint), (.comma, byComma)] {
      let election = try CSVText.read(table, .irv) { $0.decimalMark = mark }
      let total = try CountRequest(.irv).tally(election).stages[0].totals[0].description
      #expect(total == (whole == 1 ? "2.468" : "\(2 * whole)"), "\(mark)")
    }
  }

  @Test("Words among weights are asked about, and an alias says what they are")
  func wordsAmongWeights() throws {
    let text = "Gewicht,Ada,Ben\nMEA,1,2\n5,2,1\n3,2,1\n"
    let fault = #expect(throws: ReadingFault.self) { try CSVText.read(text, .irv) }
    #expect(fault?.expected == .decision(.isWeight))
    let named = #expect(throws: ReadingFault.self) {
      try CSVText.read(text, .irv) { $0.weightColumn = "Gewicht" }
    }
    #expect(named?.expected == .weight)
    #expect(named?.hint?.contains("--alias 'MEA=1000'") == true)
    let election = try CSVText.read(text, .irv) {
      $0.weightColumn = "Gewicht"
      $0.aliases.names = ["MEA": "1000"]
    }
    #expect(election.ballots.voters == 1_008)
  }

  @Test(
    "Ranks as people write them",
    arguments: [
      ("1er", "2e"), ("1ère", "2ème"), ("1af", "2il"), ("Rang 1", "Rang 2"), ("1.", "2."),
      ("#1", "#2"), ("erste", "zweite"), ("premier", "deuxième"), ("cyntaf", "ail"), ("1º", "2º"),
      ("1°", "2°"), ("Platz 1", "Platz 2"), ("1er choix", "2e choix"), ("①", "②"), ("1af", "3ydd"),
    ])
  func ranks(first: String, second: String) throws {
    let text =
      "Ada,Ben,Cy\n\(first),\(second),\n\(second),\(first),\n,\(second),\(first)\n"
      + "\(second),,\(first)\n\(first),\(second),\n"
    let plain = "Ada,Ben,Cy\n1,2,\n2,1,\n,2,1\n2,,1\n1,2,\n"
    #expect(
      try CSVText.read(text, .schulze).ballots == CSVText.read(plain, .schulze).ballots)
  }

  @Test("What is no rank is told with a way on that counts no rank as a name")
  func noRanks() throws {
    for word in ["x", "0", "A"] {
      let text = "Ada,Ben\n1,2\n1,\(word)\n"
      let fault = #expect(throws: ReadingFault.self) { try CSVText.read(text, .irv) }
      #expect(fault?.line == 3)
      #expect(fault?.column?.name == "Ben")
      #expect(fault?.hint?.contains("--ballots preferences") == false)
      #expect(fault?.hint?.contains("--alias \(word == "A" ? "'A=1'" : "'\(word)=1'")") == true)
      let election = try CSVText.read(text, .irv) { $0.aliases.names = [word: "blank"] }
      #expect(try winners(election, .irv) == ["Ada"])
      #expect(election.reading?.notes.contains { $0.kind == .alias && $0.word == word } == true)
    }
    let names = #expect(throws: ReadingFault.self) {
      try CSVText.read("A,B\nAda,Ben\nBen,Ada\n", .irv)
    }
    #expect(names?.hint?.contains("--ballots preferences") == true)
  }

  @Test(
    "Yes and no in several languages",
    arguments: [
      ("WAHR", "FALSCH"), ("VRAI", "FAUX"), ("ja", "nein"), ("oui", "non"), ("ie", "na"),
      ("Ydw", "Nac"), ("vero", "falso"), ("waar", "onwaar"), ("J", "N"), ("TRUE", "FALSE"),
    ])
  func yesAndNo(yes: String, no: String) throws {
    let text = "Ada,Ben\n\(yes),\(no)\n\(no),\(yes)\n\(yes),\(no)\n"
    #expect(
      try CSVText.read(text, .approval).ballots
        == CSVText.read("Ada,Ben\n1,0\n0,1\n1,0\n", .approval).ballots)
  }

  @Test("Columns of one candidate are one, as aliases say")
  func columns() throws {
    let text = "Ada,ada,Ben\n1,,2\n,1,2\n,2,1\n"
    let fault = #expect(throws: ReadingFault.self) { try CSVText.read(text, .irv) }
    #expect(fault?.expected == .decision(.isSame("Ada", "ada")))
    let plain = try CSVText.read("Ada,Ben\n1,2\n1,2\n2,1\n", .irv)
    for decide in [
      { (policy: inout ReadingPolicy) in policy.aliases.spelling = .anyCase },
      { (policy: inout ReadingPolicy) in policy.aliases.names = ["ada": "Ada"] },
    ] {
      #expect(try CSVText.read(text, .irv, decide).ballots == plain.ballots)
    }
    let apart = try CSVText.read(text, .irv) { $0.aliases.spelling = .exact }
    #expect(apart.candidates.count == 3)
    let twice = "Ada,ada,Ben\n1,3,2\n"
    let repeated = #expect(throws: ReadingFault.self) {
      try CSVText.read(twice, .irv) { $0.aliases.spelling = .anyCase }
    }
    #expect(repeated?.expected == .decision(.repeats))
    let skipped = try CSVText.read(twice, .irv) {
      ($0.aliases.spelling, $0.repeats) = (.anyCase, .skip)
    }
    #expect(skipped.ballots == (try CSVText.read("Ada,Ben\n1,2\n", .irv)).ballots)
    let scores = try CSVText.read("Ada,ada,Ben\n5,,2\n,4,3\n", .score) {
      $0.aliases.spelling = .anyCase
    }
    #expect(scores.ballots == (try CSVText.read("Ada,Ben\n5,2\n4,3\n", .score)).ballots)
  }

  @Test("A party again: by an alias its votes are added up; by wards where that is said")
  func parties() throws {
    let cases = "party,votes\nRed,10\nred,5\nBlue,20\n"
    let joined = try CSVText.read(cases, .dhondt) { $0.aliases.spelling = .anyCase }
    #expect(joined.ballots == .parties(PartyVotes(joined.candidates, votes: [15, 20])))
    let wards = "ward,party,votes\nA,Red,10\nA,Blue,20\nB,Red,3\nB,Blue,9\n"
    let fault = #expect(throws: ReadingFault.self) { try CSVText.read(wards, .dhondt) }
    #expect(fault?.expected == .decision(.partyAgain))
    let sum = try CSVText.read(wards, .dhondt) { $0.addsRows = true }
    #expect(sum.ballots == .parties(PartyVotes(sum.candidates, votes: [13, 29])))
  }

  @Test("Two rows of names, as SurveyMonkey writes them")
  func twoHeads() throws {
    let text = """
      Respondent ID,Start Date,Please rank,,
      ,,Ada,Bo,Cy
      118812345678,2024-01-02 10:00:00,1,2,3
      118812345679,2024-01-02 10:00:00,2,1,3
      118812345680,2024-01-02 10:00:00,2,1,3

      """
    let election = try CSVText.read(text, .irv)
    #expect(election.candidates.map(\.name) == ["Ada", "Bo", "Cy"])
    #expect(try winners(election, .irv) == ["Bo"])
    #expect(election.reading?.notes.map(\.kind) == [.secondHeader])
  }

  @Test("A column of each row's sum is no weight and no candidate")
  func rowSums() throws {
    for name in ["Anzahl", "Total", "Summe"] {
      let election = try CSVText.read(
        "Name,Mo,Di,\(name)\nAda,OK,,1\nBo,OK,OK,2\nCy,,OK,1\nDi,OK,OK,2\n", .approval)
      #expect(election.candidates.map(\.name) == ["Mo", "Di"], "\(name)")
      #expect(election.ballots.voters == 4, "\(name)")
    }
  }

  @Test("Ballots that spend too much are set aside, and told, if that is said")
  func overspent() throws {
    var policy = ReadingPolicy()
    policy.overvotes = .invalid
    let table = "Ada,Ben,Cy\n1,1,1\n1,0,0\n0,1,0\n1,1,0\n"
    var election = try CSVText.read(table, .block)
    let request = CountRequest(.block, seats: 2)
    #expect(throws: CountFault.self) { try request.tally(election) }
    try request.setAsideOverspent(in: &election, policy)
    #expect(election.reading?.numbers == "4 read, 3 valid, 1 invalid")
    #expect(try request.tally(election).stages[0].totals.map(\.description) == ["2", "2", "0"])
    for (method, option) in [(MethodID.dots, CountOption.dots), (.quadratic, .credits)] {
      var scores = try CSVText.read("Ada,Ben\n3,1\n1,1\n0,1\n", method)
      let request = CountRequest(method, options: [option: "3"])
      try request.setAsideOverspent(in: &scores, policy)
      #expect(scores.reading?.invalid == 1)
      #expect(
        try request.tally(scores).stages[0].totals.map(\.description) == ["1", "2"], "\(method)")
    }
  }

  @Test("Who wins over themselves is refused, with a way on")
  func ownLoser() throws {
    let fault = #expect(throws: ReadingFault.self) {
      try CSVText.read("winner,loser\nAda,Ben\nAda,Ada\n", .pairwiseSurvey)
    }
    #expect(fault?.line == 3)
    #expect(fault?.hint?.contains("take it out") == true)
  }
}
