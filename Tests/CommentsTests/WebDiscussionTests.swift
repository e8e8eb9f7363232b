import Comments
import ExerciseKit
import ExerciseTesting
import Testing

/// The importer: what becomes of a file on the board.
@Suite struct WebDiscussionTests {
  private func imported(_ fixture: ImportFixture) throws -> Harness {
    let harness = try Harness(plugin, exercise: "discussion", people: ["Roger White"])
    let file = FileContents(name: fixture.rawValue, bytes: try fixture.bytes)
    try harness.importing(file, by: "web-discussion")
    return harness
  }

  @Test(arguments: ImportFixture.allCases)
  func `cards keep their authors and what they answer`(fixture: ImportFixture) throws {
    let harness = try imported(fixture)
    let cards = harness.cards.filter { $0.attributes["approved"] != "no" }
    let names = cards.map { card in
      harness.participants.first { $0.id == card.author }?.name
    }
    #expect(names == [nil, "Roger White", nil, "Ruth Hyde"])
    #expect(cards.map(\.parent) == [nil, nil, "c2", nil])
    #expect(cards.map { $0.attributes["kind"] } == ["pingback", nil, nil, nil])
    // Who was on the roster already is not there twice.
    #expect(harness.participants.filter { $0.name == "Roger White" }.count == 1)
    #expect(try harness.outline().prefix(3).last?.hasPrefix(". c3 Thanks for your") == true)
  }

  @Test(arguments: ImportFixture.allCases)
  func `a pingback does not go on`(fixture: ImportFixture) throws {
    let harness = try imported(fixture)
    #expect(try harness.give() == harness.cards.map(\.id).filter { $0 != "c1" })
  }

  @Test(arguments: [ImportFixture.page, .export])
  func `the proposition and who put it come along`(fixture: ImportFixture) throws {
    let harness = try imported(fixture)
    let proposition = try #require(harness.proposition)
    #expect(proposition.title == "Proposition 4: Public Services in a Networked\u{A0}World")
    #expect(proposition.text.hasPrefix("Local Authorities exist in a networked world"))
    let facilitator = try #require(harness.participants.first { $0.role == .facilitator })
    #expect(facilitator.name == "Carrie Bishop")
    #expect(facilitator.organisation == "Director, FutureGov")
  }

  @Test func `what was left out is said`() throws {
    let harness = try Harness(plugin, exercise: "discussion")
    let file = FileContents(name: "export.xml", bytes: try ImportFixture.export.bytes)
    let step = try harness.importing(file, by: "web-discussion")
    #expect(
      step.notice
        == "2 comments in spam or trash left out. The post “Proposition 5: Leading without a map” "
        + "was left out with 1 comment.")
  }

  @Test func `a file that is none of these is refused with a hint`() throws {
    let harness = try Harness(plugin, exercise: "discussion")
    let file = FileContents(name: "x.txt", bytes: Array("<feed/>".utf8))
    let refusal = try #require(throws: Refusal.self) {
      try harness.importing(file, by: "web-discussion")
    }
    #expect(
      refusal.message == "x.txt: This is XML, but no export of WordPress: it begins with <feed>.")
    #expect(refusal.field == "file")
    #expect(refusal.hint?.hasPrefix("Import a page of comments saved as text") == true)
    #expect(harness.cards == [])
  }
}
