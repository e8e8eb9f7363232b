import ExerciseProtocol
import TerminalTesting
import Testing

/// What an officer declares with a result, in text, JSON and HTML alike, and the sheet to sign.
@Suite struct TallyFiguresTests {
  private static let ward = """
    4 2
    -4
    7 1 2 0
    4 2 1 0
    3 3 2 0
    2 3 0
    2 0
    0
    "Ada" "Ben" "Cleo" "Dora"
    "Ward <b>1</b>"

    """

  @Test func `figures of a count, everywhere the same`() throws {
    let how = ["--method", "scottish-stv", "--electorate", "40"]
    let text = try House.tally(how, Self.ward)
    #expect(text.status == 0, "\(text)")
    for line in [
      "May vote:      40", "Turnout:       18 of 40 (45.00 %)", "Ballots read:  18",
      "Valid:         16", "Blank:         2", "Invalid:       0",
      "Places:        2", "Quota:         6", "Withdrew:      Dora",
    ] {
      let words = text.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let wanted = line.split(separator: " ").joined(separator: " ")
      #expect(words.contains(wanted), "\(line)\n\(text)")
    }
    let json = try JSONValue(
      parsing: Array(try House.tally(how + ["--format", "json"], Self.ward).text.utf8))
    let figures = try #require(json["figures"])
    #expect(figures["electorate"] == 40 && figures["turnout"] == "45.00")
    #expect(
      figures["ballots"] == ["read": 18, "valid": 16, "blank": 2, "invalid": 0], "\(figures)")
    #expect(figures["quota"] == "6" && figures["seats"] == 2)
    #expect(figures["withdrawn"] == [["id": "4", "name": "Dora"]])
    for format in ["html", "declaration"] {
      let page = try House.tally(how + ["--format", format], Self.ward).text
      for word in ["18 of 40 (45.00 %)", "Ballots read", "Dora"] {
        #expect(page.contains(word), "\(format): \(word)")
      }
      #expect(!page.contains("<b>1</b>") && page.contains("Ward &lt;b&gt;1&lt;/b&gt;"))
    }
  }

  @Test func `by which policy ballots were set aside`() throws {
    let file = "1,2,3\nAda,Ben,Ada\nAda,Ben,\nBen,,\n,,\nBen,Ben,\nAda,,\n"
    let how = ["--method", "irv", "--repeats", "invalid"]
    let text = try House.tally(how, file).text
    #expect(text.contains("Invalid:       2 (2 by --repeats invalid)"), "\(text)")
    let json = try JSONValue(
      parsing: Array(try House.tally(how + ["--format", "json"], file).text.utf8))
    #expect(json["figures"]?["invalid"] == [["policy": "repeats", "count": 2]], "\(json)")
    #expect(
      json["figures"]?["ballots"] == ["read": 6, "valid": 3, "blank": 1, "invalid": 2])
    let sheet = try House.tally(how + ["--format", "declaration"], file).text
    #expect(sheet.contains("2 (2 by --repeats invalid)"))
  }

  /// SSI 2007/42, rule 48: five decimal places. 5 of 11 votes pass on, 0.45454 each.
  @Test func `five decimals where the rule has five`() throws {
    let file = "3 2\n11 1 2 0\n3 2 0\n3 3 0\n0\n\"Ada\" \"Ben\" \"Cleo\"\n\"W\"\n"
    let text = try House.tally(["--method", "scottish-stv"], file).text
    #expect(text.contains("11.00000"), "\(text)")
    #expect(text.contains("7.99994"), "\(text)")
    let html = try House.tally(["--method", "scottish-stv", "--format", "html"], file).text
    #expect(html.contains("7.99994") && html.contains("0.00006"))
    let meek = try House.tally(["--method", "meek-stv"], file).text
    #expect(meek.contains(/\d\.\d{9}/), "\(meek)")
  }

  @Test func `at which stage ballots were exhausted`() throws {
    let file = "4 1\n5 1 0\n4 2 0\n3 3 0\n1 4 2 0\n0\n\"A\" \"B\" \"C\" \"D\"\n\"W\"\n"
    let text = try House.tally(["--method", "irv"], file).text
    #expect(text.contains("Exhausted:     stage 3: 3; in all 3"), "\(text)")
    let json = try JSONValue(
      parsing: Array(try House.tally(["--method", "irv", "--format", "json"], file).text.utf8))
    #expect(json["figures"]?["exhausted"] == [["stage": 3, "votes": "3", "all": "3"]])
    let rounds = try House.tally(["--method", "two-round"], file).text
    #expect(rounds.contains("Exhausted:     stage 2: 3; in all 3"), "\(rounds)")
  }

  @Test func `an electorate that is too small is refused`() throws {
    let done = try House.tally(["--method", "irv", "--electorate", "5"], Self.ward)
    #expect(done.status == 2)
    #expect(done.errorText.contains("18 ballots, more than --electorate 5"), "\(done)")
    #expect(try House.tally(["--method", "irv", "--electorate", "0"], Self.ward).status == 2)
  }

  @Test func `a sheet to sign`() throws {
    let file = "3 2\n11 1 2 0\n3 2 0\n3 3 0\n0\n\"A&B\" \"<script>\" \"Cleo\"\n\"Ward\"\n"
    let done = try House.tally(["--method", "scottish-stv", "--format", "declaration"], file)
    #expect(done.status == 0)
    #expect(done.text.hasPrefix("<!DOCTYPE html>\n"))
    for word in [
      "Declaration of the result", "Ward", "Its SHA-256", "SSI 2007/42", "@page { size: A4",
      "Returning officer", "Witness", "Signature", "Place and date", "7.99994", "A&amp;B, stage 1",
      "Not transferable",
    ] {
      #expect(done.text.contains(word), "\(word)")
    }
    #expect(!done.text.contains("<script>"))
    let tied = try House.tally(
      ["--method", "plurality", "--format", "declaration"], "party,votes\nA,1\nB,1\n")
    #expect(tied.status == 3)
    #expect(tied.text.contains("nobody broke this tie"), "\(tied)")
  }
}
