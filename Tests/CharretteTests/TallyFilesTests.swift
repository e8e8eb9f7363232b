import ExerciseProtocol
import TerminalTesting
import Testing

/// Files of other programs, and several of one election, as the command reads them.
@Suite struct TallyFilesTests {
  private func tally(_ arguments: [String], in house: House) throws -> Finished {
    try Child(house.program, ["tally"] + arguments, environment: house.environment)
      .finish(feeding: [])
  }

  private func write(_ text: String, _ name: String, in house: House) throws -> String {
    let path = "\(house.folder.path)/\(name)"
    try house.folder.write(text, to: name)
    return path
  }

  private static let blt = "3 1\n3 1 2 0\n2 2 0\n1 0\n0\nAda\nBo\nCy\nTown\n"

  @Test func severalFilesAreOneElection() throws {
    let house = try House()
    let first = try write(Self.blt, "a.blt", in: house)
    let other = try write("3 1\n4 1 0\n0\nBo\nCy\nAda\nTown\n", "b.blt", in: house)
    for method in ["irv", "schulze"] {
      let done = try tally(
        [first, "--add", other, "--method", method, "--format", "json"], in: house)
      #expect(done.text.contains(#""winners":["2"]"#), "\(done)")
      let record = try JSONValue(parsing: Array(done.text.utf8))
      #expect(
        record["reading"]?["ballots"] == ["read": 10, "valid": 9, "blank": 1, "invalid": 0])
      #expect(done.text.contains(#""added":[{"file":"\#(other)","sha256":""#))
      #expect(
        record["reading"]?["files"] == [
          ["name": .string(first), "read": 6, "valid": 5, "blank": 1, "invalid": 0],
          ["name": .string(other), "read": 4, "valid": 4, "blank": 0, "invalid": 0],
        ])
    }
    for format in ["text", "html"] {
      let done = try tally(
        [first, "--add", other, "--method", "irv", "--format", format], in: house)
      #expect(done.text.contains("b.blt: 4 read, 4 valid"), "\(done)")
    }
    let sheet = try tally(
      [first, "--add", other, "--method", "irv", "--format", "declaration"], in: house)
    #expect(sheet.text.contains("a.blt (") && sheet.text.contains("b.blt ("), "\(sheet)")
    #expect(sheet.text.ranges(of: "Its SHA-256").count == 2)
    #expect(sheet.text.contains("added up in this order"))
    let wrong = try write("3 1\n4 1 0\n0\nBo\nCy\nAnn\nTown\n", "c.blt", in: house)
    let refused = try tally([first, "--add", wrong, "--method", "irv"], in: house)
    #expect(refused.status == 1)
    #expect(refused.text == "")
    #expect(refused.errorText.contains("c.blt: “Ann” is no candidate in the first file."))
    let usage = try tally([first, other, "--add", wrong, "--method", "irv"], in: house)
    #expect(usage.status == 2)
  }

  @Test func whatIsNotReadHasItsName() throws {
    let house = try House()
    for (text, name, words) in [
      ("PK\u{3}\u{4}xxxx[Content_Types].xml", "votes.xlsx", "this is a workbook of Excel (XLSX)"),
      ("{\"@type\": \"CVR.CastVoteRecordReport\"}", "cvr.json", "this is a cast-vote record"),
      ("%PDF-1.7", "votes.pdf", "this is a PDF"),
    ] {
      let path = try write(text, name, in: house)
      for method in ["irv", "schulze", "approval"] {
        let done = try tally([path, "--method", method], in: house)
        #expect(done.status == 1)
        #expect(done.errorText.contains("\(name):1: \(words)"), "\(done)")
        #expect(done.errorText.contains("Hint: "))
      }
    }
  }

  @Test func aRuleThatNobodyKnowsIsAskedFor() throws {
    let house = try House()
    let text =
      "META\nkey;value\nunit;Łódź\nbudget;100\nvote_type;approval\nrule;greedy-custom\n"
      + "PROJECTS\nproject_id;cost\n1;60\n2;50\nVOTES\nvoter_id;vote\n1;1\n2;1,2\n"
    let path = try write(text, "a.pb", in: house)
    let done = try tally([path], in: house)
    #expect(done.status == 2)
    #expect(
      done.errorText.contains(
        "a.pb:6: The file's rule “greedy-custom” is none that is known here."), "\(done)")
    let mended = try tally(
      [path, "--method", "greedy-budget", "--format", "json"], in: house)
    #expect(mended.text.contains(#""winners":["1"]"#), "\(mended)")
  }

  @Test func moneyWithDecimalsIsShownAsItIs() throws {
    let house = try House()
    let text =
      "META\nkey;value\nbudget;100.50\nvote_type;approval\nrule;greedy\n"
      + "PROJECTS\nproject_id;cost\nA;60,25\nB;50\nVOTES\nvoter_id;vote\n1;A\n2;A,B\n"
    let path = try write(text, "a.pb", in: house)
    let done = try tally([path], in: house)
    #expect(done.text.contains("for 60.25 of a budget of 100.50"), "\(done)")
    #expect(done.text.contains("40.25 of the budget is left."))
    let json = try tally([path, "--format", "json"], in: house)
    #expect(json.text.contains(#""budget":"100.50""#), "\(json)")
  }

  /// A refusal, and the same once its hint was followed: by options, or in the file.
  private static let hints: [(name: String, text: String, method: String, mended: [String])] = [
    ("twice.blt", "3 1\n3 1 2 1 0\n2 2 0\n0\nA\nB\nC\nT\n", "irv", ["--repeats", "skip"]),
    ("tie.blt", "2 1\n3 1=2 0\n2 1 0\n0\nA\nB\nT\n", "irv", ["--overvotes", "invalid"]),
    ("case.csv", "1,2\nAda,Bo\nada,Bo\n", "irv", ["--alias", "ada=Ada"]),
    ("case.cvotes", "Ada > Bo\nada > Bo\n", "irv", ["--alias", "case"]),
    ("age.csv", "voter,age,Ada,Bo\nv,5,3,2\nw,4,1,2\n", "star", ["--ignore", "age"]),
    ("crit.csv", "Price,Weight,Hue\n5,1,3\n4,2,5\n", "score", ["--columns", "Price,Weight,Hue"]),
    ("weight.csv", "Price,Gewicht,Hue\n5,1,3\n4,2,5\n", "score", ["--weight-column", "Gewicht"]),
    ("num.csv", "1,2,3\n2,3,1\n1,2,3\n", "irv", ["--ballots", "rankings"]),
    ("sum.csv", "1,2\nAda,Bo\nTotal,Bo\n", "irv", ["--candidates", "Ada,Bo,Total"]),
    ("two.csv", "P [A],P [B],Q [A],Q [B]\n1,2,2,1\n1,2,2,1\n", "irv", ["--columns", "P"]),
  ]

  @Test(arguments: hints.indices) func followingAHintWorks(_ index: Int) throws {
    let house = try House()
    let (name, text, method, mended) = Self.hints[index]
    let path = try write(text, name, in: house)
    let refused = try tally([path, "--method", method], in: house)
    #expect(refused.status == 1, "\(refused)")
    #expect(refused.errorText.hasPrefix("Error: \(path):"), "\(refused)")
    #expect(refused.errorText.contains("Hint: "), "\(refused)")
    #expect(refused.errorText.contains(mended[0]), "\(refused)")
    let done = try tally([path, "--method", method, "--tie-break", "lot:1"] + mended, in: house)
    #expect(done.status == 0, "\(done)")
  }
}
