import ExerciseProtocol
import OrderedCollections
import Testing
import Workshop
import WorkshopTesting

@Suite("Tables, lists and boards: a look at them first, and one step")
struct ImportPreviewTests {
  private static let csv = """
    Column,Feedback,Votes,Who
    Went well,"Pairing, at last",3,Ada
    To improve,The form is too long,1,Bo
    """

  private func desk(isInteractive: Bool = true) throws -> TestDesk {
    let desk = TestDesk(isInteractive: isInteractive)
    for line in ["/new Day", "/people add Zoe", "/agenda add discussion Talk", "/start"] {
      try desk.perform(line)
    }
    desk.files.contents["retro.csv"] = Array(Self.csv.utf8)
    return desk
  }

  private func texts(_ desk: TestDesk) -> [String] { desk.session.board.values.map(\.text) }

  private func form(_ response: Response) throws -> Form {
    guard case .ask(let form) = response.next else {
      throw Problem("nothing was asked: \(response.view.plainText)")
    }
    return form
  }

  @Test("Where somebody can be asked, they see what was taken for what, and nothing is taken yet")
  func preview() throws {
    let desk = try desk()
    let response = try desk.perform("/import retro.csv")
    let said = response.view.plainText
    #expect(
      said.contains(
        "2 cards from retro.csv. Text from “Feedback”, author from “Who”, tags from “Column”, "
          + "votes from “Votes”."))
    #expect(said.contains("First: Pairing, at last (Ada, 3 votes) #went-well"))
    #expect(said.contains("Last: The form is too long (Bo, 1 vote) #to-improve"))
    #expect(texts(desk) == [])
    var form = try form(response)
    #expect(form.current?.question == "Take them? (yes or no)")
    try form.answer("yes", at: desk.desk)
    _ = try desk.desk.carryOut(form.invocation)
    #expect(texts(desk) == ["Pairing, at last", "The form is too long"])
    let cards = Array(desk.session.board.values)
    #expect(cards.map { $0.attributes["votes"] } == ["3", "1"])
    #expect(cards.map(\.tags) == [["went-well"], ["to-improve"]])
    #expect(desk.session.elsewhere.map(\.name) == ["Ada", "Bo"])
    #expect(desk.session.polls.isEmpty)
    try desk.perform("/undo")
    #expect(texts(desk) == [])
    #expect(desk.session.elsewhere.isEmpty)
  }

  @Test("No takes nothing, and tells how a column is named")
  func declined() throws {
    let desk = try desk()
    var form = try form(try desk.perform("/import retro.csv"))
    try form.answer("no", at: desk.desk)
    let said = try desk.desk.carryOut(form.invocation).view.plainText
    #expect(said.contains("Nothing was taken."))
    #expect(said.contains("text=COLUMN"))
    #expect(texts(desk) == [])
    let named = try desk.perform("/import retro.csv text=Column author=none tags=none take=yes")
    #expect(texts(desk) == ["Went well", "To improve"])
    #expect(desk.session.elsewhere.isEmpty)
    #expect(named.view.plainText.contains("Text from “Column”, votes from “Votes”"))
  }

  @Test("In a script it is taken at once, with one line that says what was taken for what")
  func script() throws {
    let desk = try desk(isInteractive: false)
    let response = try desk.perform("/import retro.csv")
    #expect(texts(desk).count == 2)
    #expect(
      response.view.plainText.contains(
        "Text from “Feedback”, author from “Who”, tags from “Column”, votes from “Votes”."))
    let again = try desk.perform("/import retro.csv")
    #expect(again.view.plainText.contains("2 are here already."))
    #expect(texts(desk).count == 2)
    #expect(again.result?["here"] == 2)
  }

  @Test("Nothing is asked where nothing is new; only what is new comes in")
  func twice() throws {
    let desk = try desk()
    try desk.perform("/import retro.csv take=yes")
    let again = try desk.perform("/import retro.csv")
    #expect(again.view.plainText.contains("2 are here already."))
    #expect(desk.session.board.count == 2)
    desk.files.contents["retro.csv"] = Array((Self.csv + "\nWent well,Coffee,0,Ada\n").utf8)
    let more = try desk.perform("/import retro.csv")
    #expect(more.view.plainText.contains("3 cards from retro.csv. 2 are here already."))
    try desk.perform("/import retro.csv take=yes")
    #expect(texts(desk).last == "Coffee")
    #expect(desk.session.board.count == 3)
  }

  @Test("A column that is not there is refused with those that are")
  func noColumn() throws {
    let desk = try desk()
    #expect(
      desk.told("/import retro.csv text=Words") == [
        "retro.csv: The table has no column “Words”.",
        "Hint: Say which: text=COLUMN. There are: “Column”, “Feedback”, “Votes”, “Who”.",
      ])
  }

  @Test("Plain lines under any name; where no place is called so, into= is refused")
  func lines() throws {
    let desk = try desk(isInteractive: false)
    desk.files.contents["notes"] = Array("- One\n- Two #x\n".utf8)
    try desk.perform("/import notes tag=brought")
    #expect(texts(desk) == ["One", "Two"])
    #expect(desk.session.board.values.map(\.tags) == [["brought"], ["x", "brought"]])
    #expect(
      desk.told("/import notes into=Pains").first == "This activity has no place called “Pains”.")
  }

  @Test("In an anonymous activity no author is kept, and none is known")
  func anonymous() throws {
    let desk = TestDesk(isInteractive: false)
    for line in ["/new Day", "/agenda add discussion Talk set=anonymous=yes", "/start"] {
      try desk.perform(line)
    }
    desk.files.contents["retro.csv"] = Array(Self.csv.utf8)
    try desk.perform("/import retro.csv")
    #expect(desk.session.board.values.allSatisfy { $0.author == nil })
    #expect(desk.session.roster.isEmpty)
  }
}

@Suite("Lists of people from files")
struct PeopleFileTests {
  private func desk(isInteractive: Bool = true) throws -> TestDesk {
    let desk = TestDesk(isInteractive: isInteractive)
    try desk.perform("/new Day")
    desk.files.contents["people.csv"] = Array(
      "Name,Organisation,Role\nAda Lovelace,Ministry,participant\nBo Diddley,,facilitator\n".utf8)
    return desk
  }

  private func roster(_ desk: TestDesk) -> [String] {
    desk.session.present.map { person in
      [person.name, person.role.rawValue, person.organisation].compactMap(\.self)
        .joined(separator: ", ")
    }
  }

  @Test("Before anything begins, in one step, and the same list again adds nobody")
  func add() throws {
    let desk = try desk()
    let said = try desk.perform("/people add from=people.csv").view.plainText
    let people = ["Ada Lovelace, participant, Ministry", "Bo Diddley, facilitator"]
    #expect(roster(desk) == people)
    #expect(
      said.contains(
        "Ada Lovelace and Bo Diddley joined.  Name from “Name”, organisation from “Organisation”, "
          + "role from “Role”."))
    #expect(
      try desk.perform("/people add from=people.csv").view.plainText
        .contains("2 are on the roster already."))
    #expect(roster(desk) == people)
    try desk.perform("/undo")
    #expect(roster(desk) == [])
  }

  @Test("Names in a plain file, contacts, and what is typed for all of them")
  func other() throws {
    let desk = try desk()
    desk.files.contents["names.txt"] = Array("Ann Marie\n• Zoe\n".utf8)
    try desk.perform("/people add from=names.txt organisation=Town")
    #expect(roster(desk) == ["Ann Marie, participant, Town", "Zoe, participant, Town"])
    desk.files.contents["a.vcf"] = Array("BEGIN:VCARD\nN:Hyde;Ruth\nEND:VCARD\n".utf8)
    try desk.perform("/people add from=a.vcf")
    #expect(roster(desk).last == "Ruth Hyde, participant")
    desk.files.contents["x.json"] = Array("[]".utf8)
    #expect(desk.problem("/people add from=x.json")?.hint?.isEmpty == false)
    desk.files.contents["page.html"] = Array("<!doctype html><p>Ada</p>".utf8)
    #expect(desk.problem("/people add from=page.html") != nil)
    #expect(roster(desk).count == 3)
  }

  @Test("Whoever was known from the web comes in as the same person")
  func comesIn() throws {
    let desk = try desk(isInteractive: false)
    for line in ["/agenda add discussion Talk", "/start"] { try desk.perform(line) }
    desk.files.contents["a.txt"] = Array("Ada Lovelace: It computes\nThat is all\n".utf8)
    try desk.perform("/import a.txt")
    let ada = desk.session.elsewhere.first
    #expect(ada?.name == "Ada Lovelace")
    try desk.perform("/people add from=people.csv")
    #expect(desk.session.elsewhere.isEmpty)
    #expect(desk.session.present.first { $0.name == "Ada Lovelace" }?.id == ada?.id)
  }

  @Test("/import knows a list of people, asks at a desk, and puts them in the room")
  func byImport() throws {
    let desk = try desk()
    for line in ["/agenda add discussion Talk", "/start"] { try desk.perform(line) }
    let response = try desk.perform("/import people.csv")
    #expect(response.view.plainText.contains("2 people from people.csv. Name from “Name”"))
    #expect(roster(desk) == [])
    try desk.perform("/import people.csv take=yes")
    #expect(roster(desk).count == 2)
    #expect(desk.session.board.isEmpty)
    #expect(
      try desk.perform("/import people.csv").view.plainText
        .contains("2 are on the roster already."))
  }
}
