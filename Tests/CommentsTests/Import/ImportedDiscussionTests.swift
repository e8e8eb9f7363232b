import Comments
import ExerciseProtocol
import Testing

/// What the three sources of the same discussion agree on.
@Suite struct ImportedDiscussionTests {
  @Test(arguments: ImportFixture.allCases)
  func `names, texts and replies are the same in each source`(fixture: ImportFixture) throws {
    let comments = try fixture.discussion().comments.filter(\.isApproved)
    #expect(comments.map(\.author) == [nil, "Roger White", nil, "Ruth Hyde"])
    #expect(comments.map(\.parent) == [nil, nil, 1, nil])
    #expect(comments.map(\.kind) == [.pingback, .comment, .comment, .comment])
    let page = try ImportFixture.page.discussion().comments
    #expect(comments.dropFirst().map(\.text) == page.dropFirst().map(\.text))
    #expect(comments[0].text.hasPrefix("Welcome to the Solace Summit 2011 | Solace Summit 2011"))
  }

  @Test(arguments: [ImportFixture.page, .export])
  func `the page above the comments is the same in each source`(fixture: ImportFixture) throws {
    let discussion = try fixture.discussion()
    let person = try #require(discussion.facilitator)
    #expect(discussion.title == "Proposition 4: Public Services in a Networked\u{A0}World")
    #expect(person.name == "Carrie Bishop")
    #expect(person.role == "Director")
    #expect(person.organisation == "FutureGov")
    let proposition = try #require(discussion.proposition)
    #expect(
      proposition.hasPrefix("Local Authorities exist in a networked world; a world of web tech"))
    #expect(proposition.hasSuffix("and implement services with, rather than for, people?"))
    #expect(proposition.contains("we hear a lot about “co-designing” and “co-producing” services"))
    #expect(!proposition.contains("\n"))
  }

  @Test func `the saved page is read to the letter`() throws {
    let discussion = try ImportFixture.page.discussion()
    let texts = discussion.comments.map(\.text)
    #expect(discussion.warnings.isEmpty)
    #expect(texts[0] == "Welcome to the Solace Summit 2011 | Solace Summit 2011")
    #expect(texts[1].hasPrefix("Hi – just clicked through to this site having seen Mike’s most"))
    #expect(texts[1].contains("of young people there *is* a big generation gap."))
    #expect(
      texts[1].hasSuffix(
        "\n\nHaving seeded that I’m happy to provide further thoughts "
          + "and examples if helpful."))
    #expect(
      texts[2].hasPrefix(
        "Thanks for your comment and for kick starting what I hope will be "
          + "a lively conversation.\n\nIt is true that"))
    #expect(texts[2].hasSuffix("at the SOLACE summit well placed to comment on this."))
    #expect(texts[3].hasPrefix("In this networked world debate we could do a lot worse than take"))
    #expect(
      texts[3].contains("same authors – and look at how they apply to local govt.\n1. Collab"))
    #expect(texts[3].contains("\n5.Interdependence Everything is connected to everything else"))
    #expect(texts[3].hasSuffix("identify the dangers and pitfalls that lie ahead."))
    #expect(texts[3].split(separator: "\n").count == 6)
  }

  @Test func `an export tells time, spam and what waits for a moderator`() throws {
    let discussion = try ImportFixture.export.discussion()
    let roger = discussion.comments[1]
    let time = try #require(Timestamp("2011-09-27T09:30:00Z"))
    #expect(roger.posted == .moment(time))
    #expect(roger.externalID == "12")
    let waiting = try #require(discussion.comments.last)
    #expect(!waiting.isApproved)
    #expect(waiting.author == "Tom O’Neill")
    #expect(
      waiting.text == "See the report (https://example.org/report) & its annex.\nIt is short.")
    #expect(discussion.comments.count == 5)
    #expect(
      discussion.warnings == [
        "2 comments in spam or trash left out",
        "the post “Proposition 5: Leading without a map” was left out with 1 comment",
      ])
  }

  @Test(arguments: ["proposition-5", "9", "PROPOSITION 5:  leading without a map"])
  func `a post of an export is chosen by title, slug or number`(name: String) throws {
    let discussion = try ImportFixture.export.discussion(of: name)
    #expect(discussion.comments.map(\.author) == ["Ann Lee"])
    #expect(discussion.warnings.isEmpty)
  }

  @Test(arguments: ["proposition-4", "7"])
  func `a post of the API is chosen by slug or number`(name: String) throws {
    let discussion = try ImportFixture.rest.discussion(of: name)
    #expect(discussion.comments.count == 4)
    #expect(discussion.comments[1].url?.hasSuffix("/proposition-4/#comment-12") == true)
  }
}
