import ExerciseProtocol
import OrderedCollections
import Testing
import Workshop
import WorkshopTesting

@Suite("Names in files that are those of people who are here, written in another way")
struct ImportedNamesTests {
  private func desk(isInteractive: Bool = false) throws -> TestDesk {
    let desk = TestDesk(isInteractive: isInteractive)
    for line in [
      "/new Day", "/people add Ruth Hyde, Roger White", "/agenda add discussion Talk", "/start",
    ] { try desk.perform(line) }
    return desk
  }

  private func authors(_ names: String...) -> [UInt8] {
    let rows = names.enumerated().map { "Card \($0),\"\($1)\"" }
    return Array("Text,Author\n\(rows.joined(separator: "\n"))\n".utf8)
  }

  private func names(_ desk: TestDesk) -> [String] { desk.session.roster.values.map(\.name) }

  @Test(
    "A title, a degree, pronouns, capitals and the surname first make nobody else",
    arguments: [
      "Dr. Ruth Hyde", "Prof Dr Ruth Hyde", "Hyde, Ruth", "RUTH HYDE", "Ruth Hyde, PhD",
      "Ruth Hyde (she/her)", "HYDE, Dr. Ruth",
    ])
  func sure(name: String) throws {
    let desk = try desk()
    desk.files.contents["a.csv"] = authors(name, "Cy")
    let said = try desk.perform("/import a.csv").view.plainText
    #expect(names(desk) == ["Ruth Hyde", "Roger White", "Cy"])
    #expect(desk.session.board.values.first?.author == desk.session.roster.values.first?.id)
    #expect(
      said.contains("was taken for Ruth Hyde; after /undo, the same with same=no")
        == (name != "RUTH HYDE"))
    desk.files.contents["p.csv"] = Array("Name,Organisation\n\"\(name)\",X\n".utf8)
    let added = try desk.perform("/people add from=p.csv").view.plainText
    #expect(names(desk) == ["Ruth Hyde", "Roger White", "Cy"])
    #expect(added.contains("1 is on the roster already."))
  }

  @Test(
    "What may be somebody else is told, and kept apart until that is said",
    arguments: ["R. Hyde", "Ruth", "Rutth Hyde", "Ruth M. Hyde", "Hyde Ruth", "Rúth Hyde"])
  func doubtful(name: String) throws {
    let desk = try desk()
    desk.files.contents["a.csv"] = authors(name, "Cy")
    let said = try desk.perform("/import a.csv").view.plainText
    #expect(names(desk) == ["Ruth Hyde", "Roger White", name, "Cy"])
    #expect(said.contains("“\(name)” may be Ruth Hyde, and they were kept apart"))
    try desk.perform("/undo")
    try desk.perform("/import a.csv same=yes")
    #expect(names(desk) == ["Ruth Hyde", "Roger White", "Cy"])
  }

  @Test("At a terminal it is asked; no keeps all apart", arguments: ["yes", "no"])
  func asked(answer: String) throws {
    let desk = try desk(isInteractive: true)
    desk.files.contents["a.csv"] = authors("Dr. Ruth Hyde", "R. White", "Cy")
    let response = try desk.perform("/import a.csv take=yes")
    #expect(
      response.view.plainText.contains(
        "In the file “Dr. Ruth Hyde” may be Ruth Hyde, and “R. White” may be Roger White."))
    guard case .ask(var form) = response.next else {
      Issue.record("nothing was asked")
      return
    }
    #expect(desk.session.board.isEmpty)
    try form.answer(answer, at: desk.desk)
    _ = try desk.desk.carryOut(form.invocation)
    #expect(
      names(desk) == ["Ruth Hyde", "Roger White"]
        + (answer == "yes" ? ["Cy"] : ["Dr. Ruth Hyde", "R. White", "Cy"]))
    // What is here already is not asked about again.
    guard case .ask = try desk.perform("/import a.csv").next else { return }
    Issue.record("asked again")
  }

  @Test("Two people are not taken for one")
  func apart() throws {
    let desk = try desk()
    try desk.perform("/people add Rita Hyde, Ruth Hydes organisation=Red")
    desk.files.contents["a.csv"] = authors("R. Hyde", "Hyde", "Bo Hyde", "Anna Li", "Anne Li")
    let said = try desk.perform("/import a.csv").view.plainText
    #expect(names(desk).count == 9)
    #expect(!said.contains("R. Hyde"))
    desk.files.contents["p.csv"] = Array("Name,Organisation\nDr. Ruth Hydes,Blue\n".utf8)
    let added = try desk.perform("/people add from=p.csv").view.plainText
    #expect(names(desk).last == "Dr. Ruth Hydes")
    #expect(added.contains("may be Ruth Hydes, and they were kept apart"))
  }
}
