import ExerciseProtocol
import OrderedCollections
import Polling
import Testing
import Workshop
import WorkshopTesting

/// A session that is copied while a vote is open, or after one; and boxes that are lost or damaged.
@Suite("A vote in a copy of its session")
struct CopiedVoteTests {
  private static let elsewhere =
    "The ballots of the secret vote “Choice” are not beside this session."

  /// With a vote open in “Summit”, one ballot in it.
  private func desk(_ lines: String...) throws -> TestDesk {
    let desk = TestDesk(isInteractive: false)
    for line in [
      "/new Summit", "/agenda add discussion Needs", "/people add Roger White, Ruth Hyde",
      "/start", "A guide", "Training", "/agenda add choose Choice takes=all", "/next",
      "/vote open entered=yes", "/vote cast Ruth: c1",
    ] + lines { try desk.perform(line) }
    return desk
  }

  private func boxes(_ desk: TestDesk, _ name: String) throws -> MemoryBallotBoxes {
    let library = try #require(desk.desk.library as? MemoryLibrary)
    return try #require(library.journals[name]?.boxes)
  }

  @Test func `stays with the original, and the copy says so`() throws {
    let desk = try desk()
    let response = try desk.perform("/save-as Copy")
    #expect(response.result == ["name": "Copy", "staying": ["a2-1"]])
    let text = response.view.plainText
    #expect(
      text.contains(
        "The secret vote “Choice” stays with “Summit”: its ballots are there, and only there."))
    #expect(text.contains("/vote call-off and a reason ends it here"))
    // Opened again it is said again, and on the wall.
    try desk.perform("/open Copy")
    #expect(try desk.perform("/open Copy").view.plainText.contains(Self.elsewhere))
    #expect(try desk.perform("/show").view.plainText.contains(Self.elsewhere))
    #expect(desk.desk.wallView().plainText.contains(Self.elsewhere))
    // The original goes on.
    try desk.perform("/open Summit")
    try desk.perform("/vote cast Roger: c2")
    try desk.perform("/vote close")
    try desk.perform("/vote count")
  }

  @Test(arguments: [
    "/vote", "/vote open entered=yes", "/vote codes 5", "/vote close", "/vote count x",
    "/vote reopen x",
    "/vote cast Ruth: c1", "/vote enter 1 c1 by=Ruth", "/vote take Ruth", "/vote hands c1=3",
    "/vote weight Ruth 2", "/vote proxy Ruth to=Roger", "/vote what-if",
  ])
  func `has one message for every step, and it is true`(line: String) throws {
    for closed in [[], ["/vote close"]] {
      let desk = try desk()
      for line in closed { try desk.perform(line) }
      try desk.perform("/save-as Copy")
      let head = desk.timeline.head
      let problem = try #require(desk.problem(line))
      #expect(problem.message.hasPrefix(Self.elsewhere))
      #expect(problem.hint?.hasPrefix("/vote call-off and a reason") == true)
      #expect(desk.timeline.head == head)
    }
  }

  /// The vote's box is with the original: /vote close and /vote count can't work here.
  @Test(arguments: [
    "/edit c1 Another guide", "/agenda change 2 set=winners=1", "/agenda remove 2",
    "/agenda change 2 focus=Why", "/people remove Ruth Hyde", "/vote weight Ruth 2",
    "/vote close", "/undo OPENING",
  ])
  func `refuses what the vote rests on, and the way that it names works`(line: String) throws {
    for (closed, elsewhere) in [(false, false), (true, false), (false, true), (true, true)] {
      let desk = try desk()
      if closed { try desk.perform("/vote close") }
      if elsewhere {
        try desk.perform("/agenda add discussion After")
        try desk.perform("/goto 3 anyway=yes")
      }
      try desk.perform("/save-as Copy")
      let opening = desk.timeline.events.last {
        if case .poll(.opened) = $0.event { true } else { false }
      }
      let typed = line.replacing("OPENING", with: "\(opening?.step ?? 0)")
      let problem = try #require(desk.problem(typed), "\(line) was done")
      // At another activity there is no vote to close.
      if elsewhere, line == "/vote close" { continue }
      let hint = try #require(problem.hint, "\(line)")
      #expect(!hint.contains("/vote close") && !hint.contains("/vote count"), "\(line): \(hint)")
      #expect(hint.contains("/vote call-off"), "\(line): \(hint)")
      #expect(hint.contains("/goto 2 first.") == elsewhere, "\(line): \(hint)")
      if elsewhere { try desk.perform("/goto 2") }
      try desk.perform("/vote call-off It goes on there")
      #expect(try boxes(desk, "Summit").boxes["a2-1"]?.turnout().cast == 1)
    }
  }

  @Test func `says the whole way where the room is elsewhere`() throws {
    let desk = try desk("/agenda add discussion After", "/goto 3 anyway=yes")
    let text = try desk.perform("/save-as Copy").view.plainText
    #expect(text.contains("/goto 2 first. /vote call-off and a reason ends it here"), "\(text)")
  }

  @Test func `is called off there, and goes on in the original`() throws {
    let desk = try desk()
    try desk.perform("/save-as Copy")
    let text = try desk.perform("/vote call-off It is held elsewhere").view.plainText
    #expect(text.contains("The vote is called off here."))
    #expect(!text.contains("destroyed uncounted"))
    #expect(desk.session.polls["a2-1"]?.phase == .calledOff(because: "It is held elsewhere"))
    // And another can be held.
    try desk.perform("/vote reopen Now here")
    try desk.perform("/vote cast Ruth: c2")
    #expect(try boxes(desk, "Copy").boxes["a2-2"]?.turnout().cast == 1)
    #expect(try boxes(desk, "Summit").boxes["a2-1"]?.turnout().cast == 1)
  }

  @Test func `takes its bundle along when it is counted`() throws {
    let desk = try desk("/vote close", "/vote count river")
    let before = try desk.perform("/vote what-if").view.plainText
    #expect(try desk.result("/save-as Copy") == ["name": "Copy"])
    let (old, new) = (try boxes(desk, "Summit").bundles, try boxes(desk, "Copy").bundles)
    #expect(new["Copy.a2-1.poll.json"] == old["Summit.a2-1.poll.json"])
    #expect(new["Copy.a2-1.poll.json"] != nil)
    #expect(try desk.perform("/vote what-if").view.plainText == before)
    // And from the copy to its copy.
    try desk.perform("/save-as Again")
    #expect(try boxes(desk, "Again").bundles["Again.a2-1.poll.json"] != nil)
  }

  @Test func `whose bundle is gone is told, and copied all the same`() throws {
    let desk = try desk("/vote close", "/vote count river")
    try boxes(desk, "Summit").removeBundles()
    let text = try desk.perform("/save-as Copy").view.plainText
    #expect(text.contains("The bundle of the vote “Choice” could not be copied"))
    #expect(desk.desk.live?.log.name == "Copy")
    #expect(desk.problem("/vote what-if")?.message.contains("is not there") == true)
  }

  @Test(arguments: [[], ["/vote close"]])
  func `whose box is damaged can be called off, and held again`(lines: [String]) throws {
    let desk = try desk()
    for line in lines { try desk.perform(line) }
    let box = try #require(try boxes(desk, "Summit").boxes["a2-1"])
    box.damage = Problem("The ballot box is damaged.", hint: "/vote call-off and the reason")
    for line in ["/vote", "/vote close", "/vote count", "/vote cast Roger: c1"] {
      #expect(desk.problem(line)?.message == "The ballot box is damaged.", "\(line)")
    }
    try desk.perform("/vote call-off The disk was at fault")
    #expect(try boxes(desk, "Summit").boxes["a2-1"] == nil, "no ballot is left")
    try desk.perform("/vote reopen Again")
    try desk.perform("/vote cast Ruth: c2")
  }
}
