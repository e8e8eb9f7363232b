import ExerciseProtocol
import TerminalTesting
import Testing

/// `--lot`: a lot that was drawn by hand, as it is entered.
@Suite struct TallyLotTests {
  private static let even = """
    3 1
    2 1 0
    2 2 0
    2 3 0
    0
    "Ada" "Smith, A" "Ben ""Bo"" Ray"
    "Chair"

    """
  private static let plain = "party,votes\nAda,2\nBen,2\nCleo,2\n"

  @Test(arguments: [
    ("Ada, Ben", "does not name all who are tied at stage 1: Ada, Ben and Cleo. Cleo is missing."),
    ("Ada, Zoe, Ben", "nobody called “Zoe” stands."),
    ("Ada, Ben, Cleo, ada", "“Ada” is named twice."),
    ("Ada", "a lot is drawn between two at least."),
    ("", "there is a comma without a name."),
    ("Ada,,Ben", "there is a comma without a name."),
    ("\"Ada, Ben", "a quotation mark is not closed."),
  ])
  func `a lot is refused that can't have been drawn between the tied`(lot: String, why: String)
    throws
  {
    let done = try House.tally(["--method", "plurality", "--lot", lot], Self.plain)
    #expect(done.status == 2, "\(done)")
    #expect(done.text == "")
    #expect(done.errorText.contains(why), "\(done)")
    #expect(done.errorText.contains("Hint: "))
  }

  @Test func `the same lot is entered once, and not beside another kind of lot`() throws {
    let twice = try House.tally(
      ["--method", "plurality", "--lot", "Ada, Ben, Cleo", "--lot", "Ben, Ada, Cleo"], Self.plain)
    #expect(twice.status == 2 && twice.errorText.contains("drawn already"), "\(twice)")
    let again = try House.tally(
      ["--method", "plurality", "--lot", "Ben, Ada, Cleo", "--lot", "Ben,Ada,Cleo"], Self.plain)
    #expect(again.status == 0 && again.text.contains("✓ Ben"), "\(again)")
    let both = try House.tally(
      ["--method", "plurality", "--lot", "Ada, Ben, Cleo", "--tie-break", "lot:4"], Self.plain)
    #expect(both.status == 2 && both.errorText.contains("Leave one of them out"), "\(both)")
    let prior = try House.tally(
      ["--method", "plurality", "--lot", "Ben, Ada, Cleo", "--tie-break", "prior"], Self.plain)
    #expect(prior.status == 0 && prior.text.contains("Ben"), "\(prior)")
  }

  /// Names with commas need no quotation marks where they are somebody's.
  @Test(arguments: [
    "Smith, A, Ada, Ben \"Bo\" Ray", "\"Smith, A\",Ada,\"Ben \"\"Bo\"\" Ray\"", "2, 1, 3",
    "smith,  a, ADA, ben \"bo\" ray",
  ])
  func `names with commas and quotation marks`(lot: String) throws {
    let names = #""Ada" "Smith, A" "Ben \"Bo\" Ray""#
    let file = Self.even.replacing(#""Ada" "Smith, A" "Ben ""Bo"" Ray""#, with: names)
    let done = try House.tally(["--method", "plurality", "--lot", lot, "--format", "json"], file)
    #expect(done.status == 0, "\(lot): \(done)")
    #expect(done.text.contains(#""winners":["2"]"#), "\(lot): \(done)")
    #expect(done.text.contains(#""lots":[{"order":["2","1","3"],"ties":1}]"#), "\(done)")
  }

  /// 1 goes out before 2 by the one lot, then 4 before 3 by the other; or by one lot of everybody.
  @Test(arguments: [["Ben, Ada", "Cleo, Dan"], ["Cleo, Ben, Dan, Ada, Eve"]])
  func `several ties in one count`(lots: [String]) throws {
    let file = """
      5 1
      1 1 3 0
      1 2 4 0
      6 3 0
      6 4 0
      8 5 0
      0
      "Ada" "Ben" "Cleo" "Dan" "Eve"
      "Chair"

      """
    let done = try House.tally(
      ["--method", "irv", "--format", "json"] + lots.flatMap { ["--lot", $0] }, file)
    #expect(done.status == 0, "\(done)")
    let told = try JSONValue(parsing: Array(done.text.utf8))
    #expect(told["stages"]?[1]?["excluded"] == ["1"])
    guard case .array(let ties)? = told["ties"] else { return }
    #expect(ties.allSatisfy { $0["resolution"] == "drawn" || $0["resolution"] == "immaterial" })
    #expect(ties.contains { $0["resolution"] == "drawn" })
  }

  /// The next lot between the same people decides the next tie, and one too many is refused.
  @Test func `one lot of everybody for each tie, in order`() throws {
    let file = """
      5 1
      1 1 3 0
      1 2 4 0
      6 3 0
      6 4 0
      6 5 0
      0
      "Ada" "Ben" "Cleo" "Dan" "Eve"
      "Chair"

      """
    let first = "Cleo, Ben, Dan, Ada, Eve"
    let second = "Ada, Dan, Cleo, Ben, Eve"
    for (lots, winner) in [([first], "3"), ([first, second], "4"), ([second, first], "3")] {
      let done = try House.tally(
        ["--method", "irv", "--format", "json"] + lots.flatMap { ["--lot", $0] }, file)
      #expect(done.status == 0, "\(lots): \(done)")
      #expect(done.text.contains("\"winners\":[\"\(winner)\"]"), "\(lots): \(done)")
    }
    let third = try House.tally(
      ["--method", "irv", "--lot", first, "--lot", second, "--lot", "Eve, Dan, Cleo, Ben, Ada"],
      file)
    #expect(third.status == 2 && third.errorText.contains("no further tie"), "\(third)")
    #expect(third.errorText.contains("Hint: Enter each lot once: 2 for these."), "\(third)")
  }

  @Test func `a lot for which there was no tie is told to have decided nothing`() throws {
    let done = try House.tally(
      ["--method", "plurality", "--lot", "Ben, Ada"], "party,votes\nAda,2\nBen,1\n")
    #expect(done.status == 0)
    #expect(done.text.contains("The lot “Ben, Ada” decided nothing"), "\(done)")
  }

  @Test func `namesakes are told apart by their ids`() throws {
    let file = "3 1\n2 1 0\n2 2 0\n1 3 0\n0\n\"Ada\" \"Ada\" \"Cy\"\n\"Chair\"\n"
    let vague = try House.tally(["--method", "plurality", "--lot", "Ada, Cy"], file)
    #expect(vague.status == 2 && vague.errorText.contains("Write their ids instead: 1, 2."))
    let done = try House.tally(
      ["--method", "plurality", "--lot", "2, 1", "--format", "json"], file)
    #expect(done.text.contains(#""winners":["2"]"#), "\(done)")
  }
}
