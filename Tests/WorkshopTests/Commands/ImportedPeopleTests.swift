import ExerciseProtocol
import Foundation
import OrderedCollections
import Polling
import Testing
import Workshop
import WorkshopTesting

@Suite("People on the web are not in the room")
struct ImportedPeopleTests {
  private static let json = """
    [{"id": 1, "post": 7, "author_name": "Ruth Hyde", "content": {"rendered": "<p>One</p>"}},
    {"id": 2, "post": 7, "author_name": "Ahmed", "content": {"rendered": "<p>Two</p>"}}]
    """

  private func desk() throws -> TestDesk {
    let desk = TestDesk()
    for line in [
      "/new Day", "/people add Zoe, Ahmed", "/agenda add discussion Talk",
      "/agenda add dot-voting Vote set=privacy=sealed", "/start",
    ] { try desk.perform(line) }
    desk.files.contents["a.json"] = Array(Self.json.utf8)
    try desk.perform("/import a.json")
    return desk
  }

  private func person(_ name: String, _ desk: TestDesk) -> Participant? {
    desk.session.roster.values.first { $0.name == name }
  }

  @Test("Whoever an import names is known and not present; whoever was here stays so")
  func notPresent() throws {
    let desk = try desk()
    #expect(desk.session.present.map(\.name) == ["Zoe", "Ahmed"])
    #expect(desk.session.elsewhere.map(\.name) == ["Ruth Hyde"])
    let cards = Array(desk.session.board.values)
    #expect(cards.map(\.author) == [person("Ruth Hyde", desk)?.id, person("Ahmed", desk)?.id])
  }

  @Test("They are not waited for, and not on the roll of a vote")
  func notCounted() throws {
    let desk = try desk()
    try desk.perform("@Zoe Three")
    let view = try desk.perform("/show").view.plainText
    #expect(view.contains("1 of 2 has spoken."))
    #expect(view.contains("Not yet: Ahmed"))
    #expect(view.contains("Ruth Hyde"))
    try desk.perform("/next")
    try desk.perform("/vote open")
    let roll = desk.session.polls.values.last?.terms.roll.map(\.name)
    #expect(roll == ["Zoe", "Ahmed"])
  }

  @Test("The report has who was there, and apart from them who said something on the web")
  func report() throws {
    let report = try desk().desk.reportView().plainText
    let there = try #require(report.range(of: "Who was there"))
    let web = try #require(report.range(of: "Said on the web"))
    #expect(there.upperBound < web.lowerBound)
    #expect(!report[there.upperBound..<web.lowerBound].contains("Ruth Hyde"))
    #expect(report[web.upperBound...].contains("Ruth Hyde"))
  }

  @Test("Once they come in they are the same person, present from then on")
  func comeIn() throws {
    let desk = try desk()
    let before = person("Ruth Hyde", desk)?.id
    try desk.perform("/people add Ruth Hyde, Bo role=facilitator")
    #expect(person("Ruth Hyde", desk)?.id == before)
    #expect(person("Ruth Hyde", desk)?.isPresent == true)
    #expect(person("Ruth Hyde", desk)?.role == .facilitator)
    #expect(desk.session.roster.count == 4)
    try desk.perform("/undo")
    #expect(person("Ruth Hyde", desk)?.isPresent == false)
    #expect(person("Bo", desk) == nil)
  }

  @Test("Whoever says something here is here")
  func speaking() throws {
    let desk = try desk()
    try desk.perform("@\"Ruth Hyde\" And now in person")
    #expect(person("Ruth Hyde", desk)?.isPresent == true)
    #expect(desk.session.board.values.last?.author == person("Ruth Hyde", desk)?.id)
    try desk.perform("/undo")
    #expect(person("Ruth Hyde", desk)?.isPresent == false)
  }

  @Test("Whoever leaves and spoke on the web alone is known as before")
  func leaving() throws {
    let desk = try desk()
    try desk.perform("/people add Ruth Hyde")
    try desk.perform("/people remove Ruth Hyde")
    #expect(person("Ruth Hyde", desk)?.isPresent == false)
    #expect(desk.problem("/people remove Ruth Hyde")?.hint?.contains("not in the room") == true)
  }

  @Test("/people shows them apart")
  func people() throws {
    let desk = try desk()
    let shown = try desk.perform("/people").view.plainText
    let web = try #require(shown.range(of: "Said on the web, and not in the room"))
    #expect(!shown[..<web.lowerBound].contains("Ruth Hyde"))
    #expect(shown[web.upperBound...].contains("Ruth Hyde"))
  }

  @Test("A person's presence is kept where it says something, and read as present where not")
  func kept() throws {
    let away = Participant(id: "p1", name: "Ruth", isPresent: false)
    #expect(away.json["present"] == false)
    #expect(try Participant(JSONReader(away.json, path: "x")) == away)
    let here = Participant(id: "p1", name: "Ruth")
    #expect(here.json["present"] == nil)
    #expect(try Participant(JSONReader(here.json, path: "x")).isPresent)
  }
}
