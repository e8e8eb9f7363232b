import ExerciseProtocol
import OrderedCollections
import Testing
import Workshop
import WorkshopTesting

/// What the facilitator keeps beside the exercises.
@Suite("/note, /park, /speaker, /groups and /energy")
struct AsideTests {
  private static let secret = "Ruth looks unhappy"

  @Test("A note is on no wall, in no report and in no notice, unless it is asked for")
  func note() throws {
    let desk = try TestDesk.inDiscussion()
    let said = try desk.perform("/note \(Self.secret)").view.plainText
    #expect(said.contains("Noted, for you alone."))
    #expect(!said.contains(Self.secret))
    #expect(!desk.desk.wallView().plainText.contains(Self.secret))
    #expect(try !desk.desk.reportView().plainText.contains(Self.secret))
    #expect(try !desk.perform("/log").view.plainText.contains(Self.secret))
    let told = Acknowledgement.of(desk.timeline.events.suffix(1), in: desk.session)
    #expect(told == "A note was kept")
    #expect(desk.desk.isPrivate("/note \(Self.secret)"))
    #expect(try desk.perform("/note").view.plainText.contains("\(Self.secret) (in “Needs”)"))
    try desk.perform("/report a.md notes=yes")
    try desk.perform("/report b.md")
    #expect(desk.files.text("a.md")?.contains(Self.secret) == true)
    #expect(desk.files.text("b.md")?.contains(Self.secret) == false)
    try desk.perform("/undo")
    try desk.perform("/undo")
    #expect(desk.session.asides.isEmpty)
  }

  @Test("No exercise takes the name of /note: a note never ends on the wall")
  func noteIsOurs() throws {
    let exercises = TestExercises()
    var sly = ExerciseDescription.scripted()
    sly.actions[0].name = "note"
    exercises.install(sly) { _ in .changes([]) }
    let desk = try TestDesk.scripted(exercises)
    #expect(try desk.events(of: "/note mine") == [.aside(.noted("mine", in: "a2"))])
  }

  @Test("The parking lot is a list, in the report too, with whose it is")
  func park() throws {
    let desk = try TestDesk.inDiscussion()
    try desk.perform("/park Who pays for the coffee?")
    try desk.perform("/park @Ruth What about Sundays?")
    try desk.perform("/park @nobody at all")
    #expect(
      desk.session.asides.map(\.event) == [
        .parked("Who pays for the coffee?", by: nil, in: "a1"),
        .parked("What about Sundays?", by: "p2", in: "a1"),
        .parked("at all", by: nil, in: "a1"),
      ])
    let report = try desk.desk.reportView().plainText
    #expect(report.contains("Parking lot"))
    #expect(report.contains("What about Sundays? (Ruth Hyde, in “Needs”)"))
    #expect(desk.session.board.isEmpty)
    #expect(desk.problem("/people remove Ruth") == nil)
  }

  @Test("A speaker is drawn by chance and never twice in a row; the journal keeps the draw")
  func speaker() throws {
    let desk = try TestDesk.inDiscussion()
    var drawn: [ParticipantID] = []
    for _ in 0..<30 {
      guard case .aside(.called(let person, in: "a1"))? = try desk.events(of: "/pick").first else {
        Issue.record("nobody was drawn")
        return
      }
      drawn.append(person)
    }
    #expect(Set(drawn) == ["p1", "p2", "p3"])
    #expect(zip(drawn, drawn.dropFirst()).allSatisfy { $0 != $1 })
    #expect(desk.timeline.foldedAgain.session == desk.session)
    #expect(desk.desk.wallView().plainText.contains("Next: "))
  }

  @Test("A fair draw is among those who spoke least here")
  func fair() throws {
    let desk = try TestDesk.inDiscussion()
    for line in ["@Roger one", "@Ruth two"] { try desk.perform(line) }
    #expect(try desk.events(of: "/speaker fair") == [.aside(.called("p3", in: "a1"))])
    for _ in 0..<8 {
      var round: Set<ParticipantID> = []
      for _ in 0..<3 {
        guard case .aside(.called(let person, _))? = try desk.events(of: "/speaker fair").first
        else { return }
        round.insert(person)
      }
      #expect(round.count == 3)
    }
  }

  @Test("Facilitators are not drawn, and with nobody there is nothing to draw")
  func nobody() throws {
    let desk = TestDesk()
    try desk.perform("/new Day")
    #expect(desk.problem("/speaker")?.hint?.contains("/people add") == true)
    #expect(desk.problem("/groups 2")?.message == "Nobody is on the roster yet.")
    for line in ["/people add Fay role=facilitator", "/people add Ruth"] { try desk.perform(line) }
    #expect(try desk.events(of: "/speaker") == [.aside(.called("p2", in: nil))])
    #expect(try desk.events(of: "/speaker") == [.aside(.called("p2", in: nil))])
  }

  private func groups(_ desk: TestDesk, _ line: String) throws -> [[ParticipantID]] {
    guard case .aside(.grouped(let groups))? = try desk.events(of: line).first else { return [] }
    return groups
  }

  @Test(
    "Groups are as even as can be, and nobody is alone",
    arguments: [
      (10, "3", [3, 3, 4]), (7, "of=2", [2, 2, 3]), (8, "of=3", [2, 3, 3]), (3, "of=2", [3]),
      (1, "of=2", [1]), (6, "6", [1, 1, 1, 1, 1, 1]), (12, "of=4", [4, 4, 4]),
      (5, "of=99", [5]),
    ])
  func sizes(_ people: Int, _ typed: String, _ sizes: [Int]) throws {
    let desk = TestDesk()
    try desk.perform("/new Day")
    for number in 1...people { try desk.perform("/people add Person \(number)") }
    let groups = try groups(desk, "/groups \(typed)")
    #expect(groups.map(\.count).sorted() == sizes)
    #expect(Set(groups.flatMap(\.self)).count == people)
  }

  @Test("Pairs meet others before they meet again")
  func others() throws {
    let desk = TestDesk()
    try desk.perform("/new Day")
    for number in 1...6 { try desk.perform("/people add Person \(number)") }
    var met: Set<Set<ParticipantID>> = []
    for _ in 0..<3 {
      let pairs = try groups(desk, "/groups of=2").map { Set($0) }
      #expect(met.isDisjoint(with: pairs))
      met.formUnion(pairs)
    }
    #expect(desk.desk.wallView().plainText.isEmpty == false)
    #expect(desk.problem("/groups 7")?.message == "7 groups are too many for 6 people.")
    #expect(desk.problem("/groups 2 of=2")?.isUsage == true)
  }

  @Test(
    "The energy is read as it is said",
    arguments: [
      ("3 4 5", [3, 4, 5]), ("@Ruth 3, @Roger 5", [3, 5]), ("Ruth: 2; Roger: 4", [2, 4]),
      ("@Ruth Hyde 1", [1]),
    ])
  func energy(_ typed: String, _ levels: [Int]) throws {
    let desk = try TestDesk.inDiscussion()
    guard case .aside(.energy(let taken))? = try desk.events(of: "/energy \(typed)").first else {
      Issue.record("nothing was taken")
      return
    }
    #expect(taken.map(\.level) == levels)
    #expect(taken.map(\.person).contains("p2") == typed.contains("Ruth"))
  }

  @Test("It is shown as bars without names, with the average and those before")
  func energyShown() throws {
    let desk = try TestDesk.inDiscussion()
    try desk.perform("/energy 2 2 3")
    let text = try desk.perform("/energy @Ruth 4, @Roger 5").view.plainText
    #expect(text.contains("On average 4.5 of 5, of 2 answers. Before: 2.3."))
    #expect(!text.contains("Ruth"))
    for line in ["/energy 6", "/energy 0", "/energy Ruth", "/energy @Ruth 3 @Ruth 4"] {
      #expect(desk.problem(line)?.isUsage == true, "\(line)")
    }
  }
}
