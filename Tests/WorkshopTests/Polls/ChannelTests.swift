import ExerciseProtocol
import OrderedCollections
import Polling
import Testing
import Workshop
import WorkshopTesting

/// Ballots come only by the ways that the published terms say; and closing heeds whoever is in the
/// booth.
@Suite("How ballots come")
struct ChannelTests {
  private func atChoice(_ lines: String...) throws -> TestDesk {
    let desk = TestDesk(isInteractive: false)
    let before = [
      "/new Summit", "/agenda add discussion Needs",
      "/people add Roger White, Ruth Hyde, Zoë Price",
      "/start", "A guide", "Training", "A forum", "/agenda add choose Choice takes=all", "/next",
    ]
    for line in before + lines { try desk.perform(line) }
    return desk
  }

  private func box(_ desk: TestDesk, _ poll: PollID = "a2-1") throws -> MemoryBallotBox {
    let library = try #require(desk.desk.library as? MemoryLibrary)
    return try #require(library.journals["Summit"]?.boxes.boxes[poll])
  }

  private func bundle(_ desk: TestDesk, _ poll: PollID = "a2-1") throws -> PollBundle {
    let library = try #require(desk.desk.library as? MemoryLibrary)
    let name = PollBundle.fileName(session: "Summit", poll: poll)
    return try PollBundle(reading: try #require(library.journals["Summit"]?.boxes.bundles[name]))
  }

  @Test func `a script stuffs no booth, and the hint is a way that works`() throws {
    let desk = try atChoice("/vote open")
    let head = desk.timeline.head
    for line in ["/vote cast Zoë: c2", "/vote cast Zoë: blank", "/vote cast Nobody: c1"] {
      let problem = try #require(desk.problem(line))
      #expect(problem.message.hasPrefix("This vote takes no ballots entered by the facilitator"))
      #expect(
        problem.hint?.contains("/vote call-off and the reason, then /vote open entered=yes") == true
      )
    }
    #expect(try box(desk).turnout().cast == 0)
    #expect(desk.timeline.head == head)
    try desk.perform("/vote call-off Zoë is at home")
    try desk.perform("/vote open entered=yes")
    try desk.perform("/vote cast Zoë: c2")
    #expect(try box(desk, "a2-2").turnout().cast == 1)
  }

  @Test func `the terms tell everybody by which ways ballots come`() throws {
    func told(_ options: String) throws -> String {
      try atChoice().perform("/vote open" + options).view.plainText
    }
    #expect(try told("").contains("from the booth"))
    #expect(try !told("").contains("entered by the facilitator"))
    #expect(try told(" entered=yes").contains("entered by the facilitator, and counted apart"))
    #expect(try told(" paper=yes").contains("from paper, read by two people"))
  }

  @Test func `what was entered is counted apart, in journal, report and bundle`() throws {
    let desk = try atChoice("/vote open entered=yes", "/vote cast Ruth: c1")
    // Two come to the booth.
    let box = try box(desk)
    var chance = Chance(seed: 3)
    for person in ["p1", "p3"] as [ParticipantID] {
      let ballot = SealedBallot(
        sealing: Ballot(.answers([box.terms.paper.questions[0].field: ["c3"]])),
        on: box.terms.paper, using: &chance)
      try box.cast(ballot, spending: .person(person), by: .booth)
    }
    let counts = ChannelCounts(booth: 2, entered: 1)
    #expect(try desk.events(of: "/vote close") == [.poll(.closed("a2-1", cast: counts))])
    try desk.perform("/vote count x")
    guard case .counted(let result) = desk.session.polls["a2-1"]?.phase else {
      Issue.record("not counted")
      return
    }
    #expect(result.channels == counts)
    #expect(try bundle(desk).entered == 1)
    #expect(Audit(try bundle(desk).bytes, noted: result.digest).remarks == [.entered(1)])
    let shown = try desk.perform("/show").view.plainText
    #expect(
      shown.contains("3 ballots: 2 from the booth, 1 entered by the facilitator."), "\(shown)")
  }

  @Test func `reopened, the way stays open; held again too`() throws {
    let desk = try atChoice(
      "/vote open entered=yes", "/vote cast Ruth: c1", "/vote close", "/vote reopen Zoë came",
      "/vote cast Zoë: c1", "/vote close", "/vote count x", "/vote reopen Misread",
      "/vote cast Ruth: c3")
    #expect(try box(desk, "a2-2").turnout().cast == 1)
  }

  @Test func `journals of before are read as they were`() throws {
    let closed: JSONValue = ["poll": "closed", "id": "a2-1"]
    #expect(try PollEvent(json: closed, path: "event") == .closed("a2-1", cast: nil))
    #expect(PollEvent.closed("a2-1", cast: nil).json == closed)
    let result: JSONValue = [
      "bundle": "Day.a2-1.poll.json", "digest": Fingerprint(of: []).json, "ballots": 3, "blank": 0,
      "spoilt": 0, "papers": 1, "seed": 5, "words": "x",
    ]
    let read = try PollResult(json: result, path: "result")
    #expect(read.channels == nil && read.papers == 1)
  }

  @Test(arguments: ["/vote close", "/vote call-off Wrong question"])
  func `while somebody is in the booth, the officer is told and may wait`(line: String) throws {
    let desk = try atChoice("/vote open")
    let box = try box(desk)
    box.enterBooth()
    let head = desk.timeline.head
    #expect(
      desk.told(line) == [
        "Somebody is in the booth.",
        "Hint: Wait until they have left. “\(line) now=yes” does it all the same, and their ballot "
          + "is not cast.",
      ])
    #expect(desk.timeline.head == head && box.box.state == .open)
    box.leaveBooth()
    try desk.perform(line)
    #expect(box.box.state != .open)
  }

  @Test(arguments: ["/vote close now=yes", "/vote call-off Wrong question now=yes"])
  func `or do it all the same`(line: String) throws {
    let desk = try atChoice("/vote open")
    let box = try box(desk)
    box.enterBooth()
    try desk.perform(line)
    #expect(box.box.state != .open)
    if case .calledOff(let reason) = desk.session.polls["a2-1"]?.phase {
      #expect(reason == "Wrong question")
    }
  }
}
