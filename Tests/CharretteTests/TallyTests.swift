import ExerciseProtocol
import TerminalTesting
import Testing

/// `charrette tally`, as a returning officer calls it.
@Suite struct TallyTests {
  static let blt = """
    3 1
    5 1 2 0
    4 2 1 0
    3 3 2 0
    0
    "Ada" "Ben" "Cleo" "Chair"

    """

  private func tally(
    _ arguments: [String], input: String = "", in house: House? = nil, columns: String? = nil
  ) throws -> Finished {
    let house = try house ?? House()
    var variables = house.environment
    variables["COLUMNS"] = columns
    return try Child(house.program, ["tally"] + arguments, environment: variables)
      .finish(feeding: Array(input.utf8))
  }

  /// The members that are promised, in their order, with the file's own ids.
  @Test func jsonShape() throws {
    let done = try tally(["-", "--method", "irv", "--format", "json"], input: Self.blt)
    #expect(done.status == 0)
    #expect(done.errorText == "")
    #expect(
      done.text == """
        {"method":"irv","parameters":{"tie-break":"none"},\
        "candidates":[{"id":"1","name":"Ada"},{"id":"2","name":"Ben"},{"id":"3","name":"Cleo"}],\
        "winners":["2"],"ranking":[["2"],["1"],["3"]],"ties":[],"stages":[\
        {"totals":{"1":"5","2":"4","3":"3"},"quota":null,"elected":[],"excluded":[],\
        "transfers":[]},\
        {"totals":{"1":"5","2":"7","3":"0"},"quota":null,"elected":["2"],"excluded":["3"],\
        "transfers":[{"from":"3","to":"2","votes":"3"}]}],\
        "reading":{"format":"blt","encoding":"utf-8","separator":null,"cells":null,\
        "ballots":{"read":12,"valid":12,"blank":0,"invalid":0},"columns":[],"notes":[]},\
        "status":"decided","figures":{"electorate":null,"turnout":null,\
        "ballots":{"read":12,"valid":12,"blank":0,"invalid":0},"invalid":[],"seats":null,\
        "quota":null,"lastQuota":null,"exhausted":[],"withdrawn":[],"lots":[],"source":{\
        "sha256":"1f176c90c85beddaa53a8346c77bbdb7d6f3f8addd81b2bde12ebc5d13d0307a",\
        "bytes":57}}}

        """)
  }

  @Test func pairwiseAndExactFractions() throws {
    let done = try tally(["-", "--method", "schulze", "--format", "json"], input: Self.blt)
    #expect(done.text.contains(#""pairwise":[[0,5,9],[7,0,9],[3,3,0]]"#), "\(done)")
    let survey = try tally(
      ["-", "--method", "pairwise-survey", "--format", "json"],
      input: "winner,loser\nTrees,Benches\n")
    #expect(survey.text.contains(#""totals":{"Trees":"2/3","Benches":"1/3"}"#), "\(survey)")
    #expect(survey.text.contains(#""duels":{"decided":1,"undecided":0"#))
  }

  /// Read piece by piece, of which this has several, from a file and from a pipe.
  @Test func aLongFileIsComparedInPairs() throws {
    let house = try House()
    let ballots = String(repeating: "5 1 2 0\n4 2 1 0\n3 3 2 0\n", count: 40_000)
    let names = "\"Ada\"\n\"Ben\"\n\"Cleo\"\n\"Chair\"\n"
    try house.folder.write("3 1\n\(ballots)0\n\(names)", to: "long.blt")
    let file = house.folder["long.blt"]
    let done = try tally([file, "--method", "minimax", "--format", "json"], in: house)
    #expect(done.status == 0, "\(done)")
    #expect(
      done.text.contains(#""pairwise":[[0,200000,360000],[280000,0,360000],[120000,120000,0]]"#))
    #expect(done.text.contains(#"{"id":"3","name":"Cleo"}"#))
    let piped = try tally(
      ["-", "--method", "minimax", "--format", "json"], input: "3 1\n\(ballots)0\n\(names)")
    #expect(piped.text == done.text)
    try house.folder.write("3 1\n\(ballots)1 4 0\n0\n\(names)", to: "long.blt")
    let bad = try tally([file, "--method", "minimax"], in: house)
    #expect(bad.status == 1)
    #expect(bad.text == "")
    #expect(
      bad.errorText == """
        Error: \(file):120002:3: expected a candidate's number from 1 to 3, found “4”
        Hint: Candidates are numbered from 1 to 3 in the order of their names: mend the number, or \
        how many the head of the file says there are.

        """)
  }

  @Test func severalFilesAreLinesOfJSON() throws {
    let house = try House()
    try house.folder.write(Self.blt, to: "a.blt")
    try house.folder.write("A,B\n1,2\n", to: "b.csv")
    let done = try tally(
      [house.folder["a.blt"], house.folder["b.csv"], "--method", "borda", "--format", "json"],
      in: house)
    #expect(done.status == 0)
    let lines = done.text.split(separator: "\n")
    #expect(lines.count == 2)
    let second = try JSONValue(parsing: Array(try #require(lines.last).utf8))
    #expect(second["file"] == .string(house.folder["b.csv"]))
    #expect(second["winners"] == ["A"])
  }

  /// Nothing is printed of the first where the second is malformed.
  @Test func neverAPartialTally() throws {
    let house = try House()
    try house.folder.write(Self.blt, to: "a.blt")
    try house.folder.write("2 1\n1 3 0\n0\n", to: "bad.blt")
    let done = try tally(
      [house.folder["a.blt"], house.folder["bad.blt"], "--method", "irv"], in: house)
    #expect(done.status == 1)
    #expect(done.text == "")
    #expect(
      done.errorText == """
        Error: \(house.folder["bad.blt"]):2:3: expected a candidate's number from 1 to 2, \
        found “3”
        Hint: Candidates are numbered from 1 to 2 in the order of their names: mend the number, or \
        how many the head of the file says there are.

        """)
  }

  @Test func textBeginsWithTheWinner() throws {
    let done = try tally(["-", "--method", "irv"], input: Self.blt, columns: "80")
    #expect(done.status == 0)
    #expect(done.text.contains("Chair"))
    #expect(done.text.contains("Ben is chosen."))
    #expect(done.text.contains("Stage 2"))
    for line in done.text.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
  }

  @Test(arguments: ["40", "80", "120"])
  func stagesFoldToTheWidth(columns: String) throws {
    let names = (1...12).map { "\"Candidate number \($0)\"" }.joined(separator: "\n")
    let ballots = (1...12).map { "\($0 * 3) \($0) \($0 % 12 + 1) 0" }.joined(separator: "\n")
    let done = try tally(
      ["-", "--method", "scottish-stv", "--seats", "4", "--tie-break", "prior,lot:1"],
      input: "12 1\n\(ballots)\n0\n\(names)\n", columns: columns)
    #expect(done.status == 0, "\(done)")
    let width = try #require(Int(columns))
    for line in done.text.split(separator: "\n") { #expect(line.count <= width, "\(line)") }
  }

  @Test func htmlIsOnePageWithNothingOfTheFilesOwn() throws {
    let done = try tally(
      ["-", "--method", "plurality", "--format", "html"],
      input: "party,votes\n<script>alert(1)</script>,5\nB,4\n")
    #expect(done.status == 0)
    #expect(done.text.hasPrefix("<!DOCTYPE html>\n"))
    #expect(!done.text.contains("<script>"))
    #expect(done.text.contains("&lt;script&gt;"))
  }

  @Test func whatAFileSaysActsOnTheTerminalNowhere() throws {
    for format in ["text", "json", "html"] {
      let done = try tally(
        ["-", "--method", "plurality", "--format", format],
        input: "party,votes\nA\u{1B}]0;x\u{7}\u{202E}B,5\n")
      #expect(done.status == 0)
      #expect(!done.text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{7}" })
    }
    let fault = try tally(["-", "--method", "irv"], input: "A,B\n1,\u{1B}[2J\n")
    #expect(fault.status == 1)
    #expect(!fault.errorText.unicodeScalars.contains("\u{1B}"))
  }

  @Test func aFileThatSaysItsRule() throws {
    let done = try tally(
      ["-", "--format", "json"],
      input: """
        META
        key;value
        budget;100
        num_projects;2
        num_votes;1
        vote_type;approval
        rule;greedy
        PROJECTS
        project_id;cost
        p7;60
        p9;50
        VOTES
        voter_id;vote
        1;p7,p9

        """)
    #expect(done.status == 3, "two projects are tied and only one can be paid for")
    #expect(
      done.text.contains(#""tied":{"question":"election","stage":1,"candidates":["p7","p9"]"#),
      "\(done)")
    #expect(done.text.contains(#"--lot \"p7, p9\""#), "\(done)")
  }

  @Test func aFileThatDoesNotSayHow() throws {
    let done = try tally(["-"], input: Self.blt)
    #expect(done.status == 2)
    #expect(done.text == "")
    #expect(
      done.errorText.hasPrefix(
        """
        Error: “standard input” doesn't say how it is to be counted.
        Hint: Name a method with --method. These count rankings: plurality, borda,
        """.replacing("borda,", with: "borda, two-round, irv, schulze,")), "\(done)")
    let csv = try tally(["-"], input: "A,B\n1,2\n")
    #expect(csv.status == 2)
    #expect(csv.errorText.contains("doesn't say what its cells mean"))
  }

  @Test func ballotsThatTheMethodDoesNotCount() throws {
    let done = try tally(
      ["-", "--method", "ranked-pairs", "--ballots", "approvals"], input: "A,B\n1,0\n")
    #expect(done.status == 1)
    #expect(
      done.errorText.hasPrefix(
        "Error: standard input: ranked-pairs counts rankings, and this file has approvals.\n"
          + "Hint: These methods count approvals: approval, block,"), "\(done)")
  }

  @Test(arguments: [
    ["-", "--method", "nonsense"], ["-", "--method", "irv", "--seats", "two"],
    ["-", "--method", "irv", "--seats", "2"], ["-", "--method", "irv", "--tie-break", "coin"],
    ["-", "--method", "schulze", "--option", "strength"], [],
    ["-", "--method", "schulze", "--option", "strength=wins"], ["-", "-", "--method", "irv"],
    ["-", "--method", "irv", "--format", "pdf"], ["-", "--method", "irv", "--budget", "5"],
    ["-", "--method", "score", "--scale", "5..0"], ["-", "--method", "score", "--ballots", "x"],
  ])
  func askedWrongly(arguments: [String]) throws {
    let done = try tally(arguments, input: Self.blt)
    #expect(done.status == 2, "\(done)")
    #expect(done.text == "")
    #expect(done.errorText.hasPrefix("Error: "))
  }

  @Test func optionsReachTheMethod() throws {
    let done = try tally(
      [
        "-", "--method", "schulze", "--option", "strength=margins", "--tie-break", "lot:9",
        "--format", "json",
      ], input: Self.blt)
    #expect(done.text.contains(#""parameters":{"strength":"margins","tie-break":"lot:9"}"#))
    let judged = try tally(
      ["-", "--method", "majority-judgment", "--scale", "Poor,Fair,Good", "--format", "json"],
      input: "A,B\ngood,fair\nGood,Poor\nfair,Good\n")
    #expect(judged.text.contains(#""winners":["A"]"#), "\(judged)")
  }

  @Test func filesThatAreNotThere() throws {
    let house = try House()
    let missing = try tally(["nowhere.blt", "--method", "irv"], in: house)
    #expect(missing.status == 1)
    #expect(
      missing.errorText == """
        Error: “nowhere.blt” can't be read: it is not there.
        Hint: Check the name.

        """)
    let folder = try tally([house.folder.path, "--method", "irv"], in: house)
    #expect(folder.status == 1)
    #expect(folder.errorText.contains("Hint: Name a file in it."))
  }

  @Test func theMethodsAreListed() throws {
    let done = try tally(["--list-methods"], columns: "100")
    #expect(done.status == 0)
    for method in ["scottish-stv", "opinion-groups", "greedy-budget-no-skip", "score-mean"] {
      #expect(done.text.contains(method))
    }
    for line in done.text.split(separator: "\n") { #expect(line.count <= 100, "\(line)") }
  }

  @Test func help() throws {
    let done = try tally(["--help"])
    #expect(done.status == 0)
    for line in done.text.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
  }
}
