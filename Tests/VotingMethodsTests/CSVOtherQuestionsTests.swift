import Testing
import VotingMethods

/// A form asks more than the vote: how many children, how old, in which district.
@Suite("CSV: other questions of a form")
struct CSVOtherQuestionsTests {
  @Test(
    "A number of something is no number of voters",
    arguments: [
      "How many children do you have?", "Number of years here", "Body weight", "Household count",
    ])
  func numbers(_ name: String) throws {
    for (text, method) in [
      ("Ada,Ben,\(name)\n1,2,3\n2,1,1\n2,1,1\n", MethodID.irv),
      ("1st choice,2nd choice,\(name)\nAda,Ben,3\nBen,Ada,1\nBen,Ada,1\n", .irv),
      ("Ada,Ben,\(name)\n5,2,70\n2,4,80\n2,4,70\n", .score),
    ] {
      let fault = #expect(throws: ReadingFault.self, "\(text)") { try CSVText.read(text, method) }
      #expect(fault?.expected == .decision(.isWeight), "\(text)")
      let one = try CSVText.read(text, method) { $0.ignored = [name] }
      #expect(one.reading?.ballots == 3)
      let other = try CSVText.read(text, method) { $0.columns = ["1,2"] }
      #expect(other.reading?.ballots == 3)
    }
    let words = try CSVText.read("Ada,Ben,\(name)\n1,2,three\n2,1,one\n", .irv)
    #expect(words.reading?.columns[2].taken == .leftOut(.persons))
    for weight in ["How many voters", "Number of ballots", "Vote count", "Response Count"] {
      let election = try CSVText.read("Ada,Ben,\(weight)\n1,2,3\n2,1,1\n", .irv)
      #expect(election.reading?.ballots == 4, "\(weight)")
    }
  }

  @Test("A question beside a form's grid is no candidate of it")
  func besideAGrid() throws {
    let text = "Timestamp,Rate [Ada],Rate [Ben],Cars\n1/2/24 1:00:00,5,1,3\n1/2/24 1:01:00,4,0,5\n"
    let fault = #expect(throws: ReadingFault.self) { try CSVText.read(text, .score) }
    #expect(fault?.column?.name == "Cars")
    #expect(fault?.expected == .decision(.isCandidate(.others)))
    let election = try CSVText.read(text, .score) { $0.ignored = ["Cars"] }
    #expect(election.candidates.map(\.name) == ["Ada", "Ben"])
  }

  @Test(
    "Facts about voters are asked about in other languages too",
    arguments: [
      "Edad", "Âge", "Household size", "Years in the club", "Wahlbezirk", "Mitgliedsnummer",
      "Table", "Status", "Valid", "Present",
    ])
  func facts(_ name: String) throws {
    let fault = #expect(throws: ReadingFault.self) {
      try CSVText.read("\(name),Ada,Ben\n4,2,1\n5,2,1\n4,2,1\n", .score)
    }
    #expect(fault?.column?.name == name)
  }
}
