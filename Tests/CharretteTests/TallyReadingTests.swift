import ExerciseProtocol
import TerminalTesting
import Testing

/// How a file was read, as it is told with a result, and what the options decide.
@Suite struct TallyReadingTests {
  private static let blanks = "1,2\nundervote,-\nundervote,\nAda,Bo\n"

  @Test func itIsToldInEveryForm() throws {
    let json = try House.tally(["--method", "irv", "--format", "json"], Self.blanks)
    #expect(json.status == 0, "\(json)")
    let record = try JSONValue(parsing: Array(json.text.utf8))
    #expect(
      record["reading"]?["ballots"] == ["read": 3, "valid": 1, "blank": 2, "invalid": 0])
    #expect(
      record["reading"]?["columns"] == [
        ["number": 1, "name": "1", "taken": "preference", "preference": 1],
        ["number": 2, "name": "2", "taken": "preference", "preference": 2],
      ])
    for format in ["text", "html"] {
      let done = try House.tally(["--method", "irv", "--format", format], Self.blanks)
      #expect(done.text.contains("What was read"))
      #expect(done.text.contains("3 read, 1 valid, 2 blank"))
      #expect(
        done.text.contains("“undervote” was read as nothing, 2 times (first line 2, column 1)."))
    }
  }

  @Test func blankBallotsOfOtherFormatsAreTold() throws {
    let blt = "2 1\n3 0\n3 1 2 0\n0\n\"A\" \"B\"\n"
    for method in ["irv", "schulze"] {
      let done = try House.tally(["--method", method, "--format", "json"], blt)
      let record = try JSONValue(parsing: Array(done.text.utf8))
      #expect(
        record["reading"]?["ballots"] == ["read": 6, "valid": 3, "blank": 3, "invalid": 0],
        "\(done)")
    }
  }

  @Test func whatIsRefusedSaysTheWayOn() throws {
    let text = "voter,age,Ada,Bo\nv1,5,3,2\nv2,4,1,2\nv3,5,3,1\n"
    let done = try House.tally(["--method", "star"], text)
    #expect(done.status == 1)
    #expect(done.text == "")
    #expect(
      done.errorText == """
        Error: standard input:1: column 2, “age” looks like facts about people, not like a \
        candidate, but could be one.
        Hint: Leave it out with --ignore age, or name the candidates' columns with --columns.

        """)
    for option in [
      ["--ignore", "age"], ["--columns", "Ada,Bo"], ["--columns", "Ada", "--columns", "4"],
    ] {
      let mended = try House.tally(["--method", "star", "--format", "json"] + option, text)
      #expect(mended.text.contains(#""winners":["Ada"]"#), "\(mended)")
    }
    let unknown = try House.tally(["--method", "star", "--ignore", "Age,x"], text)
    #expect(unknown.status == 2, "\(unknown)")
    #expect(unknown.errorText.contains("Hint: The columns are “voter”, “age”, “Ada”, “Bo”."))
  }

  @Test func policiesAreOptions() throws {
    let text = "1,2,3\nAda,Ada,Bo\nada,overvote,Bo\n"
    let done = try House.tally(
      [
        "--method", "irv", "--format", "json", "--repeats", "skip", "--overvotes", "exhaust",
        "--alias", "case",
      ], text)
    #expect(done.text.contains(#""winners":["Ada"]"#), "\(done)")
    for word in ["repeated", "overvote", "alias"] {
      #expect(done.text.contains("\"kind\":\"\(word)\""), "\(done)")
    }
    for wrong in [["--repeats", "maybe"], ["--alias", "ada"], ["--overvotes", ""]] {
      #expect(try House.tally(["--method", "irv"] + wrong, text).status == 2)
    }
  }

  @Test func votesWithDecimalsAreShownAsTheyAre() throws {
    let text = "1st choice,weight\nAda,1.5\nBo,0.25\nBo,1\n"
    let done = try House.tally(["--method", "plurality"], text)
    #expect(done.text.contains("Ada has 1.5 of 2.75 first preferences, more than half."), "\(done)")
    let json = try House.tally(["--method", "plurality", "--format", "json"], text)
    #expect(json.text.contains(#""totals":{"Ada":"1.5","Bo":"1.25"}"#))
    let refused = try House.tally(["--method", "meek-stv"], text)
    #expect(refused.status == 1)
    #expect(refused.errorText.contains("meek-stv counts whole votes"))
  }

  @Test func theBallotOfACountFaultIsToldByItsLine() throws {
    let done = try House.tally(["--method", "irv"], "A,B\n1,2\n1,2\n1,1\n")
    #expect(done.status == 1)
    #expect(
      done.errorText.hasPrefix(
        "Error: standard input:4: irv counts strict rankings, and the ballot on line 4 ranks two "
          + "alike.\nHint: "), "\(done)")
  }

  /// Decoding, streaming and the end of a pipe, as the program itself does it.
  @Test func aLongTableComesThroughAPipe() throws {
    let rows = String(repeating: "b,1,2\nc,2,1\nd,1,2\n", count: 60_000)
    let done = try House.tally(
      ["--method", "plurality", "--format", "json"], "ballot id,Ada,Bo\n\(rows)")
    #expect(done.text.contains(#""totals":{"Ada":"120000","Bo":"60000"}"#), "\(done)")
    let bad = try House.tally(["--method", "plurality"], "ballot id,Ada,Bo\n\(rows)e,x,1\n")
    #expect(
      bad.errorText.hasPrefix("Error: standard input:180002: column 2, “Ada”: expected a rank"))
  }
}
