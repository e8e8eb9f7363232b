import ExerciseProtocol
import OrderedCollections
import Testing
import Workshop
import WorkshopTesting

/// Names, places and tags in lines of the exercises that really are there.
@Suite("Names, places and tags")
struct NamesInPlacesTests {
  private func desk(
    _ exercise: String, cards: [String] = [], people: String = "Ruth Hyde, Roger White, Jim",
    isInteractive: Bool = false
  ) throws -> TestDesk {
    let desk = EveryExercise.desk(isInteractive: isInteractive)
    for line in [
      "/new Day", "/agenda add discussion Before", "/agenda add \(exercise) There",
      "/people add \(people)", "/start",
    ] + cards + ["/next"] { try desk.perform(line) }
    return desk
  }

  private func lastCard(_ desk: TestDesk) throws -> Card {
    try #require(desk.session.board.values.last)
  }

  @Test(
    "In a canvas a word before a colon is a place, or a part of the name",
    arguments: [
      ("@Ruth pains: no roof", "Ruth Hyde", "no roof", "pains"),
      ("@Ruth Pains: no roof", "Ruth Hyde", "no roof", "pains"),
      ("@Ruth Hyde Pains: no roof", "Ruth Hyde", "no roof", "pains"),
      ("@Ruth Hyde: Pains: no roof", "Ruth Hyde", "no roof", "pains"),
      ("@Sarah Hughes: pains: no roof", "Sarah Hughes", "no roof", "pains"),
      ("@Sarah Hughes: no roof", "Sarah Hughes", "no roof", "says"),
      ("@Sarah Pains: no roof", "Sarah", "no roof", "pains"),
      ("Pains - no roof", "", "no roof", "pains"),
      ("pains – no roof", "", "no roof", "pains"),
      ("Pains： no roof", "", "no roof", "pains"),
      ("PAINS = no roof", "", "no roof", "pains"),
      ("Pains are - well - no roof", "", "Pains are - well - no roof", "says"),
      ("pain-free buses", "", "pain-free buses", "says"),
    ])
  func canvas(_ line: String, _ name: String, _ text: String, _ region: String) throws {
    let desk = try desk("canvas")
    try desk.perform(line)
    let card = try lastCard(desk)
    #expect(card.text == text && card.attributes["region"] == region)
    #expect(desk.session.name(of: card.author) ?? "" == name)
  }

  @Test("A new surname behind a known first name is asked about, in a canvas too")
  func surname() throws {
    let line = "@Ruth Smith: pains: no roof"
    let problem = try #require(try desk("canvas").problem(line))
    #expect(problem.message.contains("Ruth Smith") && problem.hint?.contains("Ruth Hyde") == true)
    let asked = try desk("canvas", isInteractive: true)
    guard case .ask(var form) = try asked.perform(line).next else {
      Issue.record("nothing was asked")
      return
    }
    try form.answer("Ruth Smith", at: asked.desk)
    _ = try asked.desk.carryOut(form.invocation)
    let card = try lastCard(asked)
    #expect(card.text == "no roof" && card.attributes["region"] == "pains")
    #expect(asked.session.name(of: card.author) == "Ruth Smith")
  }

  @Test("A region with a comma behind it may be words, and that is told")
  func comma() throws {
    let desk = try desk("canvas")
    let told = try desk.perform("Pains, no roof").view.plainText
    #expect(try lastCard(desk).text == "Pains, no roof")
    #expect(told.contains("pains: …"))
  }

  @Test(
    "A word for a part in the room begins a name that a colon ends",
    arguments: [
      ("@Room Service: we are late", "Room Service", "we are late"),
      ("@Facilitator Al: we are late", "Facilitator Al", "we are late"),
      ("@Team Blue: we are late", "Team Blue", "we are late"),
      ("@room: we are late", "", "we are late"),
      ("@all Good people: we are late", "", "Good people: we are late"),
      ("@facilitator we are late", "", "we are late"),
    ])
  func roles(_ line: String, _ name: String, _ text: String) throws {
    let desk = try desk("discussion")
    try desk.perform(line)
    #expect(try lastCard(desk).text == text)
    #expect(desk.session.name(of: try lastCard(desk).author) ?? "" == name)
  }

  @Test("A role before a name that is known may be its: that is asked")
  func roleOfKnown() throws {
    let problem = try #require(try desk("discussion").problem("@Facilitator Jim: we are late"))
    #expect(problem.hint?.contains("Jim") == true)
    let there = try desk("discussion", people: "Facilitator Jim, Room Service")
    try there.perform("@Facilitator Jim: we are late")
    #expect(there.session.name(of: try lastCard(there).author) == "Facilitator Jim")
    try there.perform("@Room Service we are late")
    #expect(there.session.name(of: try lastCard(there).author) == "Room Service")
  }

  @Test(
    "A tag at the start counts, and stays in the words",
    arguments: [
      ("discussion", "@Ruth #idea put a bench", ["idea"]),
      ("discussion", "#Idea: put a bench #cheap", ["cheap", "idea"]),
      ("discussion", "#idea #cheap, put a bench", ["idea", "cheap"]),
      ("discussion", "#1 priority: a bench", []),
      ("discussion", "C# and a bench", []),
      ("discussion", "\\#idea put a bench", []),
      ("collect", "#idea put a bench", ["idea"]),
      ("canvas", "pains: #idea put a bench", ["pains", "idea"]),
    ])
  func tags(_ exercise: String, _ line: String, _ tags: [String]) throws {
    let desk = try desk(exercise)
    try desk.perform(line)
    let card = try lastCard(desk)
    #expect(Set(card.tags) == Set(tags) && card.text.contains("bench"))
  }

  @Test("A tag alone is words, and that is told")
  func lone() throws {
    for line in ["#idea", "(#idea)", "@Ruth #Idea."] {
      let told = try desk("discussion").perform(line).view.plainText
      #expect(told.contains("so it is its words and no tag"), "\(line)")
    }
  }

  @Test("/show with a tag shows the cards that have it, whatever the capitals")
  func showTag() throws {
    let desk = try desk("discussion")
    for line in ["A bench #idea", "A tree"] { try desk.perform(line) }
    let told = try desk.perform("/show #Idea").view.plainText
    #expect(told.contains("A bench") && !told.contains("A tree"))
  }

  @Test("A search that finds many says by what it took them")
  func group() throws {
    let desk = try desk("group", cards: (1...12).map { "Idea \($0)" } + ["A tree"])
    let told = try desk.perform("~idea Rest").view.plainText
    #expect(told.contains("“Rest”, 12 cards that say “idea”, labelled #rest."))
  }

  @Test("A turn of a round and a region of a canvas have their clock")
  func innerClock() throws {
    let rounds = try desk("rounds")
    try rounds.perform("/round")
    let pace = try #require(rounds.session.currentActivity?.pace)
    #expect(pace.seconds == 60 && pace.left(after: pace.begun + 15) == 45)
    try rounds.perform("/done")
    #expect(rounds.session.currentActivity?.pace?.label != pace.label)
    for _ in 0..<2 { try rounds.perform("/done") }
    #expect(rounds.session.currentActivity?.pace == nil)
    let canvas = try desk("canvas")
    try canvas.perform("/at 2")
    #expect(canvas.session.currentActivity?.pace == nil)
    try canvas.perform("/agenda change here set=region-minutes=5")
    try canvas.perform("/at 3")
    #expect(canvas.session.currentActivity?.pace?.seconds == 300)
  }
}
