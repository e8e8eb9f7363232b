import ExerciseProtocol
import OrderedCollections
import Testing
import Workshop
import WorkshopTesting

/// Lists of people as people write them, typed or pasted.
@Suite("A list of people")
struct ListedPersonTests {
  private func people(_ line: String) throws -> [String] {
    let desk = TestDesk(isInteractive: false)
    try desk.perform("/new Day")
    try desk.perform(line)
    return desk.session.roster.values.map { person in
      person.name + (person.organisation.map { " / \($0)" } ?? "")
        + (person.role == .facilitator ? " *" : "")
    }
  }

  @Test(
    "In one line commas, semicolons, and, & and + stand between people",
    arguments: [
      ("Ruth Hyde, Tom Orr", ["Ruth Hyde", "Tom Orr"]), ("Eve; Max", ["Eve", "Max"]),
      ("Eve Ash and Max Orr", ["Eve Ash", "Max Orr"]),
      ("Eve, Max, and Bo & Ann + Jo", ["Eve", "Max", "Bo", "Ann", "Jo"]),
      ("Dora (HR), Max (facilitator)", ["Dora / HR", "Max *"]),
      ("Ruth Hyde (she/her), Bo", ["Ruth Hyde (she/her)", "Bo"]),
      ("Dora (HR, Leeds), Max", ["Dora / HR, Leeds", "Max"]),
      ("Ruth <ruth@x.org>, Bo <mailto:bo@x.org>", ["Ruth", "Bo"]),
      ("Hyde, Ruth <r@x.org>; Orr, Max <m@x.org>", ["Ruth Hyde", "Max Orr"]),
      ("Ruth Hyde, HR; Max Orr, IT", ["Ruth Hyde / HR", "Max Orr / IT"]),
      (#""Mary Ann Evans", “Bo Ek”, 'Jo'"#, ["Mary Ann Evans", "Bo Ek", "Jo"]),
      (#""Hyde, Ruth" <r@x.org>, Bo"#, ["Ruth Hyde", "Bo"]),
      (#""Smith and Sons""#, ["Smith and Sons"]),
      ("2. Ruth Hyde, - Bo, 3) Ann", ["Ruth Hyde", "Bo", "Ann"]),
      ("Robert (Bob) Smith", ["Robert (Bob) Smith"]), ("Ruth Hyde r@x.org", ["Ruth Hyde"]),
      // A line, or several, of a paste.
      ("• Zoë Ito, Ministry", ["Zoë Ito / Ministry"]),
      ("• Zoë Ito, Ministry of Art and Tea\n• Bo", ["Zoë Ito / Ministry of Art and Tea", "Bo"]),
      ("• 2. Ruth Hyde – FutureGov\n• Eve and Max", ["Ruth Hyde / FutureGov", "Eve", "Max"]),
      ("• \"Mary Ann Evans\" – Council\n• Bo [IT]", ["Mary Ann Evans / Council", "Bo / IT"]),
      ("• Ludwig van der Berg, Host", ["Ludwig van der Berg *"]),
    ])
  func lists(_ list: String, _ names: [String]) throws {
    #expect(try people("/people add \(list)") == names)
  }

  @Test(
    "What is no name is refused, and says what it is",
    arguments: [
      "we are all here", "I think we should begin", "42", "ruth@x.org", "<ruth@x.org>",
      "The bus is late again", "what now?", "next", "all", "yes", "(HR)",
    ])
  func refused(_ list: String) throws {
    let desk = TestDesk(isInteractive: false)
    try desk.perform("/new Day")
    let problem = try #require(desk.problem("/people add \(list)"))
    #expect(problem.isUsage && problem.hint?.isEmpty == false)
    #expect(desk.session.roster.isEmpty)
  }

  @Test("It is told who joined with what, and that addresses are not kept")
  func told() throws {
    let desk = TestDesk(isInteractive: false)
    try desk.perform("/new Day")
    let told = try desk.perform("/people add Dora (HR), Ruth <ruth@x.org>").view.plainText
    #expect(told.contains("Dora (HR) and Ruth joined"))
    #expect(told.contains("Addresses are not kept."))
    try desk.perform("/people remove Dora and Ruth")
    #expect(desk.session.roster.isEmpty)
    #expect(
      desk.problem("/people add we are all here")?.hint
        == "In quotes it is a name: /people add \"we are all here\"")
    try desk.perform("/people add \"we are all here\"")
    #expect(desk.session.roster.values.map(\.name) == ["we are all here"])
  }
}
